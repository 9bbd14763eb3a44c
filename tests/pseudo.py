"""Two languages that nobody speaks. In one every translated word stands in brackets, so that what has none was never
given to a translator; the other is written in Arabic letters from right to left, so that no page or sheet has to wait
for a real translation before it is seen that way.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from content.text import words_of
from report.library import load_library
from translations.extract import gather
from web.i18n.languages import Language
from web.reading.statement import read_statement

OPEN, CLOSE = "⟦", "⟧"
BRACKETED = Language("xx", "eo", "Xx", state="reviewed")
RIGHT_TO_LEFT = Language("xr", "ar_EG", "Xr", "rtl", state="reviewed")
"""Its words lie in a folder of their own, so that the real Arabic can be offered beside it."""
FOR_CHECKERS = replace(RIGHT_TO_LEFT, code="ur")
"""The same under the code of a language that no page is in: axe-core and the Nu checker refuse a code that is none."""
LANGUAGES = (BRACKETED, RIGHT_TO_LEFT)

KEPT = re.compile(r"%\(\w+\)[a-z]|%%|\d+")
"""Placeholders and digits stand in every language as they are."""
LETTERS = str.maketrans(dict(zip("abcdefghijklmnopqrstuvwxyzåäöéü", "ابثدهفغحيجكلمنوبقرستعفوخيزةأإىئ", strict=True)))


def write_catalogues(folder: Path) -> Path:
    """Both catalogues below `folder`, from every word that the app has today."""
    template = gather([*load_library().words(), *words_of(read_statement())])
    for language, say in ((BRACKETED, bracketed), (RIGHT_TO_LEFT, arabic)):
        catalog = Catalog(locale=language.locale, fuzzy=False)
        for message in template:
            if message.id:
                catalog.add(message.id, _said(message.id, say, catalog.num_plurals), context=message.context)
        path = folder / language.locale / "LC_MESSAGES" / "messages.po"
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            write_po(file, catalog, width=0)
    return folder


def bracketed(words: str) -> str:
    """`Nästa` → `⟦Nästa⟧`."""
    return f"{OPEN}{words}{CLOSE}"


def arabic(words: str) -> str:
    """The same words letter by letter in Arabic ones; nobody can read it, but every line is as long as it would be."""
    parts, end = [], 0
    for kept in KEPT.finditer(words):
        parts += [words[end : kept.start()].lower().translate(LETTERS), kept[0]]
        end = kept.end()
    return bracketed("".join(parts) + words[end:].lower().translate(LETTERS))


def _said(words: object, say: object, plurals: int) -> object:
    assert callable(say)
    if isinstance(words, tuple):
        return tuple(say(words[min(number, 1)]) for number in range(plurals))
    return say(words)
