"""How wide each letter of the sheet's own faces is: alone, and where it joins with its neighbours."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[3] / "static" / "fonts" / "sheet"
FACES = ("NotoSans", "NotoNaskhArabic")
"""In the order in which a letter is looked for; as in `font-family` of static/sheet.css."""
JOINING = "NotoNaskhArabic"
POINT = 0.3528
"""Millimetres."""
UNKNOWN = 0.6
"""Em, for a letter that none of our faces has."""
SOFT_HYPHEN = "\u00ad"
FORMS = ("init", "medi", "fina")
"""OpenType's names for a letter that joins with the next one, with both, and with the one before."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The face whose letters join: letter → glyph, form → glyph → glyph, pairs that become one, widths in em."""

    glyphs: dict[int, str]
    forms: dict[str, dict[str, str]]
    pairs: dict[tuple[str, str], str]
    widths: dict[str, float]

    def joins_next(self, glyph: str) -> bool:
        """Whether a letter joins with the one after it; alef, dal, ra and waw do not."""
        return glyph in self.forms["init"]

    def form(self, glyph: str, before: bool, after: bool) -> str:
        """The glyph that stands for a letter whose neighbours join with it."""
        name = "medi" if before and after else "fina" if before else "init" if after else ""
        return self.forms[name].get(glyph, glyph) if name else glyph


def plain(words: str, bold: bool) -> float:
    """The width of words whose letters stand alone, in em."""
    advances = _advances(bold)
    return sum(advances.get(ord(letter), UNKNOWN) for letter in words)


def joined(words: str, bold: bool) -> float:
    """The width of words in a script whose letters join, in em; letters of other scripts in it stand alone."""
    face, width = _joined(bold), 0.0
    for letters in _runs(words, face):
        width += _run(letters, face) if ord(letters[0]) in face.glyphs else plain(letters, bold)
    return width


def _runs(words: str, face: Joined) -> Iterator[str]:
    """Letters that may join, and whatever stands between them; marks above and below take no room and join nothing."""
    run = ""
    for letter in words:
        if unicodedata.category(letter) == "Mn":
            continue
        if run and not (unicodedata.category(letter) == "Lo" and ord(letter) in face.glyphs):
            yield run
            run = ""
        elif run and unicodedata.category(run[-1]) != "Lo":
            yield run
            run = ""
        run += letter
    if run:
        yield run


def _run(letters: str, face: Joined) -> float:
    glyphs = [face.glyphs[ord(letter)] for letter in letters]
    joins = [face.joins_next(one) and following in face.forms["fina"] for one, following in pairwise(glyphs)]
    forms = [
        face.form(glyph, before, after)
        for glyph, before, after in zip(glyphs, [False, *joins], [*joins, False], strict=True)
    ]
    width, held = 0.0, ""
    for glyph in forms:
        together = face.pairs.get((held, glyph))
        width += face.widths[together] - face.widths[held] if together else face.widths[glyph]
        held = "" if together else glyph
    return width


@cache
def _advances(bold: bool) -> dict[int, float]:
    """Letter → its width in em, alone."""
    found: dict[int, float] = {ord(SOFT_HYPHEN): 0.0}
    for face in FACES:
        with _font(face, bold) as font:
            widths, units = font["hmtx"].metrics, font["head"].unitsPerEm
            for letter, glyph in font.getBestCmap().items():
                found.setdefault(letter, widths[glyph][0] / units)
    return found


@cache
def _joined(bold: bool) -> Joined:
    with _font(JOINING, bold) as font:
        units, table = font["head"].unitsPerEm, font["GSUB"].table
        widths = {glyph: advance / units for glyph, (advance, _bearing) in font["hmtx"].metrics.items()}
        forms = {name: {a: b for part in _parts(table, name) for a, b in part.mapping.items()} for name in FORMS}
        pairs = {
            (first, one.Component[0]): one.LigGlyph
            for part in _parts(table, "rlig")
            for first, found in getattr(part, "ligatures", {}).items()
            for one in found
            if len(one.Component) == 1
        }
        return Joined(font.getBestCmap(), forms, pairs, widths)


def _parts(table: Any, feature: str) -> Iterator[Any]:
    """What a feature of OpenType replaces, in the face's order."""
    records = table.FeatureList.FeatureRecord
    lookups = sorted(
        {at for record in records if record.FeatureTag == feature for at in record.Feature.LookupListIndex}
    )
    for at in lookups:
        yield from table.LookupList.Lookup[at].SubTable


def _font(face: str, bold: bool) -> TTFont:
    return TTFont(FONTS / f"{face}-{'Bold' if bold else 'Regular'}.ttf", lazy=True)
