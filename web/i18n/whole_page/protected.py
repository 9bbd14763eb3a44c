"""Swedish words that a browser leaves alone when it translates a page: what stands on the letter in the hand.

The list is `translations/sv/protected.txt`, and the municipality's own names are added to it. Amounts, telephone
numbers and other figures are left alone too. A page is marked once, when it is whole: so no word is forgotten, wherever
it came from, and neither paper nor codes are made of what is marked here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from flask import Flask
from markupsafe import Markup

from advice.contacts import Directory
from web.i18n.hyphens import ROOT
from web.i18n.languages import SOURCE

LIST = ROOT / SOURCE.code / "protected.txt"
NUMBER, KEPT_NUMBER = 'class="n" dir="ltr">', 'class="n" dir="ltr" translate="no">'
MARKED = r'<span lang="sv" dir="ltr" translate="no">\g<0></span>'
WHOLE = re.compile(
    r"(<(script|style|title|option|textarea|svg)\b.*?</\2>"
    r"|<(?!html)(\w+)\b[^>]*\btranslate=\"no\"[^>]*>.*?</\3>"
    r"|<[^>]*>)",
    re.DOTALL,
)
"""What is left as it is: tags, elements whose words cannot be marked, and those that are already left alone."""
DIGIT = re.compile(r"\d")
"""What somebody typed has a number in it; such a text is seldom another's, and is not remembered."""
SHORTEST, REMEMBERED = 3, 4096
"""Letters of the shortest text that can hold a word of the list, and how many texts are remembered."""
GROUPS = 4
"""Pieces from one running text to the next: the text, what was matched, and the names of its two kinds of elements."""


def protected_words(text: str) -> tuple[str, ...]:
    """The lines of a list without what is said about them. Raises `ValueError` for one that holds more than words."""
    lines = [line.partition("#")[0].strip() for line in text.splitlines()]
    for line in lines:
        if line and not re.fullmatch(r"[^\W\d_]+-?([ -][^\W\d_]+-?)*", line):
            raise ValueError(f"{LIST.name}: {line!r} is no word, and no words with a space or - between")
    return tuple(dict.fromkeys(line for line in lines if line))


def names_of(directory: Directory) -> Iterator[str]:
    """What the municipality and its own contacts are called."""
    place = directory.municipality
    yield place.name
    yield from (contact.name.swedish for contact in place.contacts)


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds every word of these in running text, the longest where several fit."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    names = [f"{re.escape(word)}s?" for word in ordered if word[0].isupper()]
    stems = [rf"{_either(word[0])}{re.escape(word[1:])}\w*" for word in ordered if not word[0].isupper()]
    first = "".join(sorted({letter for word in ordered for letter in (word[0], word[0].upper())}))
    return re.compile(rf"(?<!\w)(?=[{re.escape(first)}])(?:{'|'.join([*names, *stems])})(?!\w)")


def marker_of(pattern: re.Pattern[str]) -> Callable[[str], str]:
    """Marks one running text. The texts of pages come again and again, so what came of each is remembered."""

    @lru_cache(maxsize=REMEMBERED)
    def remembered(piece: str) -> str:
        return pattern.sub(MARKED, piece)

    def mark(piece: str) -> str:
        if len(piece) < SHORTEST:
            return piece
        return pattern.sub(MARKED, piece) if DIGIT.search(piece) else remembered(piece)

    return mark


def protect(page: str, mark: Callable[[str], str]) -> str:
    """The same mark-up, with what a browser must not translate in spans that say so."""
    pieces = WHOLE.split(page.replace(NUMBER, KEPT_NUMBER))
    pieces[::GROUPS] = [mark(piece) for piece in pieces[::GROUPS]]
    for name in range(2, GROUPS):
        pieces[name::GROUPS] = [""] * len(pieces[name::GROUPS])
    return "".join(pieces)


def load_protected(app: Flask, directory: Directory) -> None:
    """Give templates the filter, with its list read and put together once. Raises `ValueError` as `protected_words`."""
    words = protected_words(Path(LIST).read_text(encoding="utf-8"))
    app.extensions["itid_protected"] = (*words, *names_of(directory))
    mark = marker_of(pattern_of(app.extensions["itid_protected"]))

    def marked(page: str) -> Markup:
        return Markup(protect(str(page), mark))  # noqa: S704 - spans were put around words that templates had made

    app.jinja_env.filters["protect"] = marked


def _either(letter: str) -> str:
    return f"[{letter}{letter.upper()}]"
