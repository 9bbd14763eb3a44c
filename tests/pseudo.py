"""Two languages that nobody speaks. In one every translated word stands in brackets, so that what has none was never
given to a translator; the other is written in Arabic letters from right to left, so that no page or sheet has to wait
for a real translation before it is seen that way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from translations.catalogues import entries
from translations.core import Core
from translations.extract import gather_all
from web.i18n.languages import Language

OPEN, CLOSE = "⟦", "⟧"
BRACKETED = Language("xx", "eo", "Xx", state="reviewed", in_class=True)
RIGHT_TO_LEFT = Language("xr", "ar_EG", "Xr", "rtl", state="reviewed", in_class=True)
"""Its words lie in a folder of their own, so that the real Arabic can be offered beside it."""
FOR_CHECKERS = replace(RIGHT_TO_LEFT, code="ur")
"""The same under the code of a language that no page is in: axe-core and the Nu checker refuse a code that is none."""
LANGUAGES = (BRACKETED, RIGHT_TO_LEFT)

KEPT = re.compile(r"%\(\w+\)[a-z]|%%|\d+")
"""Placeholders and digits stand in every language as they are."""
LETTERS = str.maketrans(dict(zip("abcdefghijklmnopqrstuvwxyzåäöéü", "ابثدهفغحيجكلمنوبقرستعفوخيزةأإىئ", strict=True)))

SYLLABLES = str.maketrans(dict(zip("abcdefghijklmnopqrstuvwxyzåäöéü", "ኣበሰደኤፈገሀኢጀከለመነኦፐቀረሸተኡቨወጸየዘዓዔዖእዑ", strict=True)))
Say = Callable[[str], str]


def write_catalogues(folder: Path) -> Path:
    """Both catalogues below `folder`, from every word that the app has today."""
    for language, say in ((BRACKETED, bracketed), (RIGHT_TO_LEFT, arabic)):
        write_catalogue(folder, language, say)
    return folder


def write_catalogue(folder: Path, language: Language, say: Say, core: Core | None = None) -> None:
    """The catalogue of one language, said by `say`; with `core`, only what it needs to be offered."""
    catalog = Catalog(locale=language.locale, fuzzy=False)
    for message in gather_all():
        if message.id and (core is None or core.holds(entries([message])[0])):
            catalog.add(message.id, _said(message.id, say, catalog.num_plurals), context=message.context)
    path = folder / language.locale / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=0)


def bracketed(words: str) -> str:
    """`Nästa` → `⟦Nästa⟧`."""
    return f"{OPEN}{words}{CLOSE}"


def arabic(words: str) -> str:
    """The same words letter by letter in Arabic ones; nobody can read it, but every line is as long as it would be."""
    return bracketed("".join(_outside(words, lambda part: part.lower().translate(LETTERS))))


def ethiopic(words: str) -> str:
    """The same letter by letter in Ethiopic ones."""
    return "".join(_outside(words, lambda part: part.lower().translate(SYLLABLES)))


def _outside(words: str, say: Say) -> Iterator[str]:
    """What is put in, and digits, as they are; all else said by `say`."""
    end = 0
    for kept in KEPT.finditer(words):
        yield say(words[end : kept.start()])
        yield kept[0]
        end = kept.end()
    yield say(words[end:])


def _said(words: object, say: Say, plurals: int) -> object:
    if isinstance(words, tuple):
        return tuple(say(words[min(number, 1)]) for number in range(plurals))
    return say(words)
