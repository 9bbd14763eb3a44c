"""The sizes that the sheet's first page can be set in, and what each leaves out. static/sheet.css says the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from web.paper.fit.widths import POINT, lines_of

WHOLE = 186.0
"""Millimetres between the margins."""
WITHOUT_REASONS, WITHOUT_ABOUT, BRIEF_OTHERS, WITHOUT_OTHERS, WITHOUT_SAY, WITHOUT_TEXT = 1, 2, 3, 4, 5, 6
"""What gives way to urgent steps, one after the other, in the order of `Size.leaves_out`."""

LEAST = 10.0
"""Points: nothing is printed smaller."""


@dataclass(frozen=True, slots=True)
class Size:
    name: str
    points: float
    leading: float
    act: float
    """The points of the act's heading."""
    picture: float
    """Millimetres that the drawing of a row takes, and so the least height of a row."""
    around: float = 3.6
    """Millimetres above and below a row."""
    first: int = 0
    """From which `leaves_out` on it may be taken: small letters are only for what must stand on page one."""
    leaves_out: int = 0
    """What gives way to urgent steps, from the reasons to the words of the rows; every earlier one too."""
    heads: float = 1.2
    """The leading of headings, of the titles of rows, and of what stands beside a number."""

    @property
    def line(self) -> float:
        """The height of a line of plain text."""
        return self.points * self.leading * POINT

    def text(self, words: str, width: float, *, bold: bool = False) -> float:
        """The height of these words in a column of that width."""
        return lines_of(words, width, self.points, bold) * self.line

    def smaller(self, times: float, leading: float) -> Size:
        """The same for letters that are so many times as large, and never under ten points."""
        return replace(self, points=max(self.points * times, LEAST), leading=leading)

    def heading(self, words: str, width: float, beside: str = "") -> float:
        """The height of a heading with the room around it; `beside` is the Swedish below it."""
        points = self.points * 1.15
        height = lines_of(words, width, points, bold=True) * points * self.heads * POINT
        return height + (self.text(beside, width) if beside else 0.0) + 3.6


SIZES = (
    Size("large", 13.5, 1.4, 30.0, 14.0, around=6.0),
    Size("roomy", 12.5, 1.35, 28.0, 13.0, around=4.6),
    Size("medium", 11.5, 1.3, 26.0, 12.0),
    Size("tight", 11.0, 1.25, 24.0, 12.0),
    Size("tightest", 11.0, 1.18, 21.0, 9.0, around=2.2),
    Size("small", 10.0, 1.18, 20.0, 9.0, around=2.2, first=WITHOUT_OTHERS),
)
"""From the most generous on; the same numbers stand in static/sheet.css."""
RIGHT_TO_LEFT = (
    Size("roomy", 13.5, 1.5, 26.0, 13.0, around=4.6, heads=1.3),
    Size("tight", 12.5, 1.4, 22.0, 12.0, heads=1.3),
    Size("small", 11.5, 1.35, 20.0, 9.0, around=2.2, first=WITHOUT_OTHERS, heads=1.3),
    Size("least", 10.5, 1.3, 18.0, 9.0, around=2.2, first=WITHOUT_SAY, heads=1.3),
)


def sizes_of(direction: str) -> Iterator[Size]:
    """Every size in the order in which it is tried: first all that is said, then less and less of it."""
    for leaves_out in range(WITHOUT_TEXT + 1):
        for size in SIZES if direction == "ltr" else RIGHT_TO_LEFT:
            if leaves_out >= size.first:
                yield replace(size, leaves_out=leaves_out)
