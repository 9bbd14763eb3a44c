"""The day to count on: counted by hand in an almanac, with Swedish holidays and weekends."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.banking_day import is_banking_day, last_banking_day
from calculator.figure import Figure
from calculator.last_day import last_day

Figures = dict[str, Figure]
D = datetime.date
TODAY = D(2026, 11, 23)


@pytest.mark.parametrize(
    ("came", "time", "expected"),
    [
        # ten days from a Monday is a Thursday, a working day
        (D(2026, 11, 23), "payment_order_time", D(2026, 12, 3)),
        # 15 December and ten days is Christmas Day; Christmas Eve is no working day either
        (D(2026, 12, 15), "payment_order_time", D(2026, 12, 23)),
        # 22 December and ten days is New Year's Day, after New Year's Eve
        (D(2026, 12, 22), "payment_order_time", D(2026, 12, 30)),
        # ten days lead to Saturday 2 January 2027, after New Year's Day and New Year's Eve
        (D(2026, 12, 23), "payment_order_time", D(2026, 12, 30)),
        # Good Friday is 26 March 2027
        (D(2027, 3, 16), "payment_order_time", D(2027, 3, 25)),
        # Ascension Day is Thursday 6 May 2027
        (D(2027, 4, 26), "payment_order_time", D(2027, 5, 5)),
        # Midsummer Eve is Friday 25 June 2027
        (D(2027, 6, 15), "payment_order_time", D(2027, 6, 24)),
        # eight days from a Friday is a Saturday
        (D(2026, 11, 20), "collection_time", D(2026, 11, 27)),
        # three weeks
        (D(2026, 11, 23), "rent_recovery_time", D(2026, 12, 14)),
        (D(2026, 11, 23), "power_cut_time", D(2026, 12, 14)),
        (D(2026, 11, 23), "enforcement_letter_time", D(2026, 12, 7)),
    ],
)
def test_the_day_to_count_on(came: D, time: str, expected: D, figures: Figures) -> None:
    assert last_day(came, time, figures, TODAY).date == expected


@given(came=st.dates(D(2010, 1, 1), D(2090, 1, 1)))
def test_it_is_a_working_day_and_never_later_than_the_time_says(came: D, figures: Figures) -> None:
    found = last_day(came, "payment_order_time", figures, TODAY).date
    assert is_banking_day(found)
    assert came <= found <= came + datetime.timedelta(days=10)


def test_a_day_that_has_passed_is_known(figures: Figures) -> None:
    found = last_day(D(2026, 11, 2), "payment_order_time", figures, TODAY)
    assert found.date == D(2026, 11, 12) and found.passed(TODAY) and not found.passed(D(2026, 11, 12))


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2026, 11, 30), (2026, 12, 30), (2027, 1, 29), (2027, 2, 26), (2027, 10, 29)]
)
def test_the_last_banking_day(year: int, month: int, day: int) -> None:
    assert last_banking_day(year, month) == D(year, month, day)
