"""How wide words are on paper, by the letters that are printed, and how many lines they fill."""

from __future__ import annotations

import re
from functools import lru_cache

from web.paper.fit.letters import POINT, joined, plain

__all__ = ("POINT", "em", "lines_of")

BREAKS = re.compile(r"[ \n\t]+")
"""Where a line may end; at a no-break space it may not."""
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")


@lru_cache(maxsize=8192)
def em(words: str, bold: bool = False) -> float:
    """The width of words on one line, in em."""
    return joined(words, bold) if ARABIC.search(words) else plain(words, bold)


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
