"""How often money comes or goes, and what that is a month. A month is 365/12 days."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, get_args

from content.money import Ore

Period = Literal["day", "week", "two_weeks", "four_weeks", "month", "quarter", "half_year", "year"]
PERIODS: tuple[Period, ...] = get_args(Period)

DAYS_IN_MONTH = Fraction(365, 12)
TIMES_A_MONTH: dict[Period, Fraction] = {
    "day": DAYS_IN_MONTH,
    "week": DAYS_IN_MONTH / 7,
    "two_weeks": DAYS_IN_MONTH / 14,
    "four_weeks": DAYS_IN_MONTH / 28,
    "month": Fraction(1),
    "quarter": Fraction(1, 3),
    "half_year": Fraction(1, 6),
    "year": Fraction(1, 12),
}


def monthly(amount: Ore, period: Period) -> Fraction:
    """Exact öre per month; it is rounded once, where it is printed."""
    return amount * TIMES_A_MONTH[period]


def in_period(per_month: Ore | Fraction, period: Period) -> Fraction:
    """Exact öre per period from öre per month: the way back, for a line that is paid by the year."""
    return Fraction(per_month) / TIMES_A_MONTH[period]
