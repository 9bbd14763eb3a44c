"""The three bands and the goal, and money a day until the next pay: all worked by hand."""

from __future__ import annotations

import datetime

import pytest

from calculator.budget import Budget, Line, summarise
from calculator.month_band import band_of, goal_of, margin
from calculator.until_pay import next_pay, until_pay


def budget(income: int, costs: int, debts: int) -> Budget:
    """Kronor a month."""
    return Budget(
        (Line("pay", income * 100, "month"),),
        (Line("rent", costs * 100, "month"),),
        (Line("card", debts * 100, "month"),),
    )


@pytest.mark.parametrize(
    ("income", "costs", "debts", "band", "goal"),
    [
        # 24 050 − 19 960 − 3 700 = 390; a twentieth is 1 202,50, so 812,50 is lacking: 900
        (24_050, 19_960, 3_700, "tight", 900),
        # 24 050 − 22 860 − 6 400 = −5 210: 5 300
        (24_050, 22_860, 6_400, "short", 5_300),
        # nothing is left; a thousand is more than a twentieth of 12 000 (600): 1 000
        (12_000, 10_000, 2_000, "tight", 1_000),
        # one krona is lacking: 100
        (12_000, 12_000, 1, "short", 100),
        # 999 is left of 15 000: one krona lacks of a thousand, 100
        (15_000, 14_001, 0, "tight", 100),
        # 1 000 is left of 15 000: just enough; half of it put aside is 500
        (15_000, 14_000, 0, "enough", 500),
        # 47 950 − 27 730 − 3 700 = 16 520; half is 8 260: 8 200
        (47_950, 27_730, 3_700, "enough", 8_200),
        # a twentieth of 40 000 is 2 000: 1 999 is tight, 2 000 is enough
        (40_000, 38_001, 0, "tight", 100),
        (40_000, 38_000, 0, "enough", 1_000),
        # no income at all, and 3 000 goes out
        (0, 3_000, 0, "short", 3_000),
    ],
)
def test_ten_budgets(income: int, costs: int, debts: int, band: str, goal: int) -> None:
    sums = summarise(budget(income, costs, debts))
    assert (band_of(sums), goal_of(sums)) == (band, goal * 100)


def test_the_margin_is_a_thousand_or_a_twentieth() -> None:
    assert margin(summarise(budget(20_000, 0, 0))) == 1_000_00
    assert margin(summarise(budget(20_020, 0, 0))) == 1_001_00


@pytest.mark.parametrize(
    ("day", "of_month", "pay"),
    [
        ("2026-11-23", 25, "2026-11-25"),
        # the pay day itself is gone: the next one is Wednesday the 23rd, since the 24th to the 27th are no banking days
        ("2026-11-25", 25, "2026-12-23"),
        # 25 October 2026 is a Sunday: Friday the 23rd
        ("2026-10-01", 25, "2026-10-23"),
        ("2026-10-23", 25, "2026-11-25"),
        # February 2027 ends on Sunday the 28th: Friday the 26th
        ("2027-02-10", 31, "2027-02-26"),
        ("2026-12-30", 18, "2027-01-18"),
    ],
)
def test_the_next_pay_is_a_banking_day(day: str, of_month: int, pay: str) -> None:
    assert next_pay(datetime.date.fromisoformat(day), of_month) == datetime.date.fromisoformat(pay)


@pytest.mark.parametrize(
    ("day", "account", "bills", "expected"),
    [
        # until Wednesday the 23rd: (3 000 − 600) ÷ 12 = 200 a day, 1 400 a week
        ("2026-12-11", 3_000, 600, (12, 2_400, 200, 1_400)),
        # 1 000 ÷ 9 = 111,11; 1 000 × 7 ÷ 9 = 777,78: down both times
        ("2026-12-14", 1_000, 0, (9, 1_000, 111, 777)),
        # three days are left: the week is what there is
        ("2026-12-20", 500, 0, (3, 500, 166, 500)),
        # bills are more than there is
        ("2026-12-14", 500, 800, (9, -300, 0, 0)),
        ("2026-12-22", 90, 0, (1, 90, 90, 90)),
    ],
)
def test_money_a_day_and_a_week(day: str, account: int, bills: int, expected: tuple[int, int, int, int]) -> None:
    """Days; left, a day and a week in kronor."""
    found = until_pay(datetime.date.fromisoformat(day), datetime.date(2026, 12, 23), account * 100, bills * 100)
    days, *kronor = expected
    assert (found.days, [found.left, found.a_day, found.a_week]) == (days, [one * 100 for one in kronor])
