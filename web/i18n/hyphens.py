"""Where long words may be parted on a page: soft hyphens from one list a language, put in when the page is made.

A list, `translations/<language>/hyphens.txt`, has one beginning of words a line, with `-` where it may be parted:
`betalnings-före-läggande` parts *betalningsföreläggandet* too. The words themselves, and whatever else is made of
them – paper, files, codes – stay as they were written. Swedish words stand on pages in every language, so the Swedish
list is always used beside the page's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from flask import Flask
from markupsafe import Markup

from web.i18n.languages import SOURCE, current

ROOT = Path(__file__).resolve().parents[2] / "translations"
SOFT_HYPHEN = "\u00ad"
LONG = 12
"""Letters of the shortest word that is parted."""
WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
WHOLE = re.compile(r"(<(script|style|title|option|textarea|svg|code|cite)\b.*?</\2>|<[^>]*>)", re.DOTALL)
"""What is left as it is: every tag with its attributes, and elements whose words are no running text."""
Hyphens = Mapping[str, str]
"""Beginning of a word in lower-case letters → the same with `-` where it may be parted."""


@lru_cache(maxsize=64)
def hyphens_of(code: str) -> Hyphens:
    """The list of a language; empty where it has none. Raises `ValueError` for a line that is no word."""
    path = ROOT / code / "hyphens.txt"
    if not path.is_file():
        return {}
    lines = [line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        if line and not all(part.isalpha() and part == part.lower() for part in line.split("-")):
            raise ValueError(f"{path.name}: {line!r} is no word in small letters with - between its parts")
    return {line.replace("-", ""): line for line in lines if line}


@lru_cache(maxsize=8192)
def parted(word: str, code: str) -> str:
    """The word with soft hyphens, by its longest beginning in the lists; as it is where neither list has one."""
    small = word.lower()
    for hyphens in (hyphens_of(code), hyphens_of(SOURCE.code)):
        for end in range(len(small), 3, -1):
            if small[:end] in hyphens:
                return _like(word, hyphens[small[:end]])
    return word


def _like(word: str, pattern: str) -> str:
    """The letters of `word`, parted as `pattern` is; what follows the pattern is left whole."""
    letters, made = iter(word), []
    for sign in pattern:
        made.append(SOFT_HYPHEN if sign == "-" else next(letters))
    return "".join(made) + "".join(letters)


def soften(page: str) -> Markup:
    """The same mark-up with soft hyphens in its running words.

    From right to left nothing is parted: the words that are long there are Swedish ones, whose halves would be read
    from left to right on two lines, with the hyphen at the wrong end.
    """
    if current().direction == "rtl":
        return Markup(page)  # noqa: S704 - as the templates made it
    code = current().code
    pieces = WHOLE.split(str(page))
    # Each match leaves two pieces behind: what was matched, and the name of the element where it was a whole one.
    pieces[::3] = [WORD.sub(lambda found: parted(found[0], code), piece) for piece in pieces[::3]]
    pieces[2::3] = [""] * len(pieces[2::3])
    return Markup("".join(pieces))  # noqa: S704 - no mark-up was added to what templates had made


def load_hyphens(app: Flask) -> None:
    """Give templates the filter. Raises `ValueError` for a list that cannot be read, or is not there for Swedish."""
    for language in app.extensions["languages"].offered:
        hyphens_of(language.code)
    if not hyphens_of(SOURCE.code):
        raise ValueError(f"{ROOT / SOURCE.code}: there is no list of where words are parted")
    app.jinja_env.filters["soften"] = soften
