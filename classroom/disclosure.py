"""What may be told of a class: nothing under five, and no cell so small that it points at somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FEWEST = 5
"""Nothing is told of fewer answers than this."""
SMALLEST_CELL = 3
"""A cell of one or two is put together with another."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Options that are told together, and how many chose any of them."""

    options: tuple[str, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one question; None for `cells` where too few have answered."""

    cells: tuple[Cell, ...] | None
    total: int

    @property
    def sealed(self) -> bool:
        """Whether too few have answered."""
        return self.cells is None

    def alone(self, option: str) -> int | None:
        """How many chose this option, where it is told by itself."""
        return next((cell.n for cell in self.cells or () if cell.options == (option,)), None)


def folded(options: Sequence[str], counts: Mapping[str, int]) -> Told:
    """The counts with small cells put together, in the order of `options`.

    An option that nobody chose stays as it is. Where one or two chose an option, it is told together with the next
    smallest that somebody chose, until what is told together is three or more; at the end one cell may hold all.

    Nor can anybody who knows this rule read it backwards. Cells of one size are put together all at once: were it one
    of them, its place would tell which was the smaller. A cell is small as long as each of its options was chosen by
    one, or each by two: such a sum may have one reading only. And there are more answers than options, for the same
    reason: five options in one cell of five were chosen by one each.
    """
    total = sum(counts.get(option, 0) for option in options)
    if total < max(FEWEST, len(options) + 1):
        return Told(None, total)
    cells = [Cell((option,), counts.get(option, 0)) for option in options]
    while True:
        chosen = [cell for cell in cells if cell.n]
        small = [cell for cell in chosen if _small(cell, counts)]
        if not small or len(chosen) == 1:
            return Told(tuple(cells), total)
        together = _least(small)
        if len(together) == 1:
            together += _least([cell for cell in chosen if cell not in together])
        cells = _put_together(cells, together, options)


def said_while_open(given: int) -> int | None:
    """Before the room is closed only this is told: how many, or None for fewer than five."""
    return given if given >= FEWEST else None


def _small(cell: Cell, counts: Mapping[str, int]) -> bool:
    each = {counts[option] for option in cell.options}
    return len(each) == 1 and max(each) < SMALLEST_CELL


def _least(cells: Sequence[Cell]) -> list[Cell]:
    """Every cell that is as small as the smallest."""
    smallest = min(cell.n for cell in cells)
    return [cell for cell in cells if cell.n == smallest]


def _put_together(cells: Sequence[Cell], together: Sequence[Cell], options: Sequence[str]) -> list[Cell]:
    names = {option for cell in together for option in cell.options}
    whole = Cell(tuple(option for option in options if option in names), sum(cell.n for cell in together))
    place = min(cells.index(cell) for cell in together)
    return [*cells[:place], whole, *(cell for cell in cells[place:] if cell not in together)]
