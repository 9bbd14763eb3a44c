"""A month day by day: what comes and goes, and the day when the money is least."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, WithJsonSchema

from calculator.banking_day import FIRST_YEAR, LAST_YEAR, banking_day_before
from calculator.given import NO_UNKNOWN_KEYS, Whole, Yes
from calculator.inputs import Label, SignedAmount
from content.money import Ore

MOST_EVENTS = 500


def _month(value: object) -> datetime.date:
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", value) if isinstance(value, str) else None
    if found is None:
        raise ValueError('is not a month; write it as "2026-11"')
    year = int(found[1])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"must be a month of the years {FIRST_YEAR} to {LAST_YEAR}")
    return datetime.date(year, int(found[2]), 1)


Month = Annotated[
    datetime.date,
    BeforeValidator(_month),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"}),
]
"""The first day of a month, from `2026-11`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that comes (above zero) or goes (below zero) on a day of the month, in öre (in JSON in kronor).

    29 to 31 fall on the last day of a shorter month. `banking_day` moves it to the banking day before, where the day
    itself is none.
    """

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    id: Label
    amount: SignedAmount
    day: Annotated[Whole, Field(ge=1, le=31)]
    banking_day: Yes = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCalendarInput:
    """A month, what there is when it begins, and all that comes and goes in it."""

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    month: Month
    opening: SignedAmount
    events: Annotated[tuple[Event, ...], Field(max_length=MOST_EVENTS)] = ()


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """Öre at the end of the day, when all that comes and goes on it has done so, in whatever order."""

    date: datetime.date
    balance: Ore
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthCalendar:
    """Every day of the month, the first day with the lowest balance, and the first day below zero."""

    days: tuple[DayOfMonth, ...]
    lowest: DayOfMonth
    short_from: datetime.date | None


def month_calendar(given: MonthCalendarInput) -> MonthCalendar:
    """The balance of every day. Only ends of days are looked at: within a day nobody knows what comes first."""
    dates = _dates(given.month)
    placed = [(_date_of(event, given.month), event) for event in given.events]
    days: list[DayOfMonth] = []
    balance = given.opening
    for date in dates:
        events = [event for on, event in placed if on == date]
        balance += sum(event.amount for event in events)
        days.append(DayOfMonth(date, balance, tuple(event.id for event in events)))
    return MonthCalendar(
        days=tuple(days),
        lowest=min(days, key=lambda day: day.balance),
        short_from=next((day.date for day in days if day.balance < 0), None),
    )


def _dates(first: datetime.date) -> Sequence[datetime.date]:
    length = calendar.monthrange(first.year, first.month)[1]
    return [first + datetime.timedelta(days=number) for number in range(length)]


def _date_of(event: Event, first: datetime.date) -> datetime.date:
    """The date of the month that the event is counted on.

    Where the banking day before lies in the month before, the event is counted on the first: it is one of this
    month's, and `opening` is what there is before any of them.
    """
    length = calendar.monthrange(first.year, first.month)[1]
    date = first.replace(day=min(event.day, length))
    return max(first, banking_day_before(date)) if event.banking_day else date
