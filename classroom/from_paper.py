"""What a teacher counted from paper: how many were right of how many who answered, and the boxes of the number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from classroom.counts import MOST_SEATS, Counts
from classroom.sealing import Sealed, seal

TRUSTS = ("low", "mid", "high")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the tally form; None where a box was left empty."""

    right: int | None = None
    answered: int | None = None

    @property
    def more_right_than_answered(self) -> bool:
        """Whether the two cannot both be as they were counted."""
        return self.right is not None and self.answered is not None and self.right > self.answered

    @property
    def whole(self) -> bool:
        """Whether both boxes are filled in: nothing is told of a row where one is empty."""
        return self.right is not None and self.answered is not None


@dataclass(frozen=True, slots=True)
class Counted:
    """One quiz as it was counted: a row for each statement in the order of the content, and the three boxes."""

    rows: tuple[Row, ...]
    trust: tuple[int, int, int] = (0, 0, 0)

    @property
    def empty(self) -> bool:
        """Whether nothing was counted of it."""
        return not any(row.whole for row in self.rows) and not any(self.trust)


def sealed(counted: Counted) -> Sealed | None:
    """What may be told of it, by the rules of a room; None where nothing was counted.

    As many have given the quiz as answered its fullest row. Raises `ValueError` for a row that cannot be.
    """
    if counted.empty:
        return None
    if any(row.more_right_than_answered for row in counted.rows):
        raise ValueError("more were right than answered")
    whole = [row if row.whole else Row(0, 0) for row in counted.rows]
    right, answered = (tuple(getattr(row, name) for row in whole) for name in ("right", "answered"))
    given = min(MOST_SEATS, max((*answered, sum(counted.trust))))
    return seal(Counts(right, answered, counted.trust), given, given)


def counted(numbers: Mapping[str, int | None], statements: Sequence[str]) -> Counted:
    """The boxes by their names: `ID-right`, `ID-answered`, and `low`, `mid`, `high`."""
    rows = tuple(Row(numbers.get(f"{one}-right"), numbers.get(f"{one}-answered")) for one in statements)
    low, mid, high = (numbers.get(name) or 0 for name in TRUSTS)
    return Counted(rows, (low, mid, high))
