"""The day to count on as the last one to answer a letter, where only the day it came is known.

The date on the letter always rules. A day worked out here is a careful guess: it is counted from the day the letter
came with the shortest time that is known, and a day when nobody answers is moved to the working day before it, never
after. (By lag (1930:173) om beräkning av lagstadgad tid 2 § a last day that is a holiday moves to the next working day;
nobody should have to rest on that.)
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from calculator.banking_day import banking_day_before
from calculator.figure import Figure
from calculator.reference_costs import Used


@dataclass(frozen=True, slots=True)
class LastDay:
    """The day to count on, and the time it was counted with."""

    date: datetime.date
    time: Used

    def passed(self, today: datetime.date) -> bool:
        """Whether it lies behind: then somebody should still call, today."""
        return self.date < today


def last_day(came: datetime.date, time: str, figures: Mapping[str, Figure], today: datetime.date) -> LastDay:
    """`time` is a figure in days, as it stands today: the first day is the one after the letter came."""
    used = Used(figures[time].on(today))
    days = datetime.timedelta(days=int(used.value))
    return LastDay(max(came, banking_day_before(came + days)), used)
