"""Banking days, on which banks move money and authorities answer: for pay days, and for the last day to answer.

A banking day is a day that is no Saturday, Sunday or public holiday, and neither Midsummer Eve, Christmas Eve nor New
Year's Eve: the banks' clearing rests on those too, and semesterlagen (1977:480) 7 § counts them as Sundays.
"""

from __future__ import annotations

import datetime
from functools import cache

from holidays.constants import DE_FACTO, PUBLIC
from holidays.countries.sweden import Sweden

FIRST_YEAR, LAST_YEAR = 2005, 2100
"""The sixth of June has been a holiday since 2005."""
SATURDAY = 5
ONE_DAY = datetime.timedelta(days=1)


def is_banking_day(date: datetime.date) -> bool:
    """Whether the banks move money between each other on that day."""
    return date.weekday() < SATURDAY and date not in _holidays(date.year)


def banking_day_before(date: datetime.date) -> datetime.date:
    """The day itself if it is a banking day, otherwise the last one before it."""
    while not is_banking_day(date):
        date -= ONE_DAY
    return date


def last_banking_day(year: int, month: int) -> datetime.date:
    """The month's last banking day, when most rents are due."""
    first_of_next = datetime.date(year + month // 12, month % 12 + 1, 1)
    return banking_day_before(first_of_next - ONE_DAY)


@cache
def _holidays(year: int) -> frozenset[datetime.date]:
    return frozenset(Sweden(years=year, expand=False, categories=(PUBLIC, DE_FACTO)))
