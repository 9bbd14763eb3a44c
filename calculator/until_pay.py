"""Until the next pay: how many days there are, and how much money there is for each day and week of them."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from calculator.banking_day import banking_day_before
from content.money import ORE_IN_KRONA, Ore

DAYS_IN_WEEK = 7
USUAL_DAY = 25
"""The day of the month when most get their pay."""


@dataclass(frozen=True, slots=True)
class UntilPay:
    """`left` is in öre, below zero where the bills are more than there is; a day and a week in whole kronor, as öre."""

    days: int
    left: Ore
    a_day: Ore
    a_week: Ore


def next_pay(day: datetime.date, day_of_month: int = USUAL_DAY) -> datetime.date:
    """The next pay day after `day`: the banking day on or before that day of the month.

    29 to 31 are the last day of a shorter month.
    """
    first = day.replace(day=1)
    while True:
        length = calendar.monthrange(first.year, first.month)[1]
        pay = banking_day_before(first.replace(day=min(day_of_month, length)))
        if pay > day:
            return pay
        first += datetime.timedelta(days=length)


def until_pay(day: datetime.date, pay: datetime.date, account: Ore, bills: Ore) -> UntilPay:
    """What is left of `account` after `bills`, shared over the days from `day` on until the day before `pay`.

    Rounded down to whole kronor, so that it lasts. A week is seven days, or all that is left where fewer remain.
    """
    days = max(1, (pay - day).days)
    left = account - bills
    kronor = max(0, left) // ORE_IN_KRONA
    a_week = kronor * min(days, DAYS_IN_WEEK) // days
    return UntilPay(days, left, kronor // days * ORE_IN_KRONA, a_week * ORE_IN_KRONA)
