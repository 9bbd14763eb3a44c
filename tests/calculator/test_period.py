"""A month is 365/12 days."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.period import PERIODS, Period, in_period, monthly
from content.money import rounded

PERIOD = st.sampled_from(PERIODS)
ORE = st.integers(min_value=0, max_value=10**12)


@pytest.mark.parametrize(
    ("kronor", "period", "ore_a_month"),
    [
        # 100 a day is 36 500 a year, and 3 041.67 a month
        (100, "day", 304167),
        (700, "week", 304167),
        (1400, "two_weeks", 304167),
        (2800, "four_weeks", 304167),
        (100, "month", 10000),
        (300, "quarter", 10000),
        (600, "half_year", 10000),
        (1200, "year", 10000),
        (100, "year", 833),
    ],
)
def test_each_period_becomes_a_month(kronor: int, period: Period, ore_a_month: int) -> None:
    assert rounded(monthly(kronor * 100, period)) == ore_a_month


def test_a_day_is_exact() -> None:
    assert monthly(12, "day") == Fraction(365)


@given(ORE, PERIOD)
def test_there_and_back_is_the_same(ore: int, period: Period) -> None:
    assert in_period(monthly(ore, period), period) == ore


@given(ORE, ORE, PERIOD)
def test_two_amounts_together_are_the_sum_of_each(one: int, other: int, period: Period) -> None:
    assert monthly(one, period) + monthly(other, period) == monthly(one + other, period)


@given(ORE)
def test_the_oftener_the_more(ore: int) -> None:
    months = [monthly(ore, period) for period in PERIODS]

    assert months == sorted(months, reverse=True)
