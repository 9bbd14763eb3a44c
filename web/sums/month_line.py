"""The line of a month: the balance day by day as a drawing, and the names of what happens."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from calculator.month_calendar import DayOfMonth, MonthCalendar
from content.money import Ore

HEIGHT, STEP = 400, 20
"""The drawing of the line, in units: its height, and the width of a day."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The line as points, the lowest day, and the line of nought; the drawing is `width` × HEIGHT units."""

    points: str
    lowest: tuple[int, int]
    nought: int
    width: int


@dataclass(frozen=True, slots=True)
class MonthShown:
    """The month, the names of what happens on each day, and the drawing."""

    month: MonthCalendar
    names: dict[str, tuple[Any, Ore]]
    opening: Ore
    first: datetime.date

    @property
    def happenings(self) -> Iterator[DayOfMonth]:
        """The days on which something comes or goes."""
        return (day for day in self.month.days if day.ids)

    def drawn(self, *, mirrored: bool) -> Drawn:
        """The line from the first to the last day; `mirrored` for a page that is read from right to left."""
        balances = [day.balance for day in self.month.days]
        top, bottom = max(*balances, 0), min(*balances, 0)
        span = top - bottom or 1
        width = STEP * len(balances)

        def place(number: int) -> int:
            x = number * STEP + STEP // 2
            return width - x if mirrored else x

        def height(balance: Ore) -> int:
            return 10 + (HEIGHT - 20) * (top - balance) // span

        points = " ".join(f"{place(number)},{height(balance)}" for number, balance in enumerate(balances))
        lowest = self.month.days.index(self.month.lowest)
        return Drawn(points, (place(lowest), height(self.month.lowest.balance)), height(0), width)
