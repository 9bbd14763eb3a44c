"""How wide words are on paper, by the letters that are printed, and how many lines they fill."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[3] / "static" / "fonts" / "sheet"
FACES = ("NotoSans", "NotoNaskhArabic")
"""In the order in which a letter is looked for; as in `font-family` of static/sheet.css."""
JOINED = {"NotoNaskhArabic": 1.06}
"""How much wider letters may be that join with their neighbours than alone; measured on whole sheets."""
POINT = 0.3528
"""Millimetres."""
BREAKS = re.compile(r"[ \n\t]+")
"""Where a line may end; at a no-break space it may not."""
UNKNOWN = 0.6
"""Em, for a letter that none of our faces has."""
SOFT_HYPHEN = "\u00ad"


@cache
def _advances(bold: bool) -> dict[int, float]:
    """Letter → its width in em, alone; `JOINED` times that in a script whose letters join."""
    found: dict[int, float] = {ord(SOFT_HYPHEN): 0.0}
    for face in FACES:
        with TTFont(FONTS / f"{face}-{'Bold' if bold else 'Regular'}.ttf", lazy=True) as font:
            widths, units = font["hmtx"].metrics, font["head"].unitsPerEm
            for letter, glyph in font.getBestCmap().items():
                found.setdefault(letter, widths[glyph][0] / units * JOINED.get(face, 1.0))
    return found


@lru_cache(maxsize=8192)
def em(words: str, bold: bool = False) -> float:
    """The width of words on one line, in em."""
    advances = _advances(bold)
    return sum(advances.get(ord(letter), UNKNOWN) for letter in words)


def lines_of(words: str, width: float, points: float, bold: bool = False) -> int:
    """How many lines these words take in letters of so many points, filled line by line; width in millimetres."""
    room, space = width / (points * POINT), em(" ", bold)
    lines, used = 1, -space
    for word in BREAKS.split(words.strip()):
        wide = em(word, bold)
        used += space + wide
        if used > room and used > wide:
            lines, used = lines + 1, wide
    return lines
