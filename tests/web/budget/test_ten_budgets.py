"""Ten budgets worked out by hand, in öre: rows, what is left, the band, what is empty, and money until the next pay.

A month is 365/12 days: a week's amount × 365/84, two weeks' × 365/168, a day's × 365/12. The margin is 1 000 kronor, or
a twentieth of what comes in where that is more. With an empty row nothing that is left is praised: the band is None.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import pytest
from flask import Flask

from calculator.budget import Budget, Line, summarise
from calculator.household import Adult, Child, Household
from calculator.period import Period
from calculator.until_pay import next_pay, until_pay
from tests.conftest import TODAY
from web.budget.result import result_of
from web.budget.rows import row_sums
from web.session.as_case import budget_of
from web.session.visit import Visit, entries

Given = dict[str, int | tuple[int, Period]]
ALONE = Household(adults=(Adult(age=38),), tenant=True)
FAMILY = Household(adults=(Adult(age=38), Adult(age=36)), children=(Child(age=5), Child(age=9)), tenant=True)
OWNER = Household(adults=(Adult(age=51),), tenant=False)
EVERY_DAY: Given = {"electricity": 500_00, "food_sum": 5_000_00, "travel_sum": 1_000_00, "phone_and_internet": 700_00}


@dataclass(frozen=True)
class Case:
    """`until` is the day, the day of pay, öre on the account, öre of bills; `lasts` is days, öre a day, öre a week."""

    household: Household | None
    given: Given
    rows: dict[str, int]
    left: int
    band: str | None
    empty: set[str]
    until: tuple[str, int, int, int]
    lasts: tuple[int, int, int]


CASES = {
    # 7 200 + 450 + 3 000 + 1 060 + 500 + 1 400 = 13 610 and 900 of 18 000: 3 490, above 1 000.
    # Monday until Wednesday the 25th: 2 days, 600 / 2 = 300; the week is the two days.
    "one adult, all is there": Case(
        ALONE,
        {"pay": 18_000_00, "rent": 7_200_00, "electricity": 450_00, "food_sum": 3_000_00, "travel_sum": 1_060_00,
         "phone_and_internet": 500_00, "clothes_leisure_hygiene": 1_400_00, "debts_sum": 900_00},
        {"home": 7_200_00, "power": 450_00, "food": 3_000_00, "travel": 1_060_00, "phone": 500_00,
         "personal": 1_400_00, "debts": 900_00},
        3_490_00, "enough", set(), ("2026-11-23", 25, 600_00, 0), (2, 300_00, 600_00),
    ),
    # The same without food: 6 490 seems to be left.
    # On the pay day itself the next one counts, Wednesday the 23rd of December: 28 days, 2 800 / 28 = 100, 700 a week.
    "nothing about food": Case(
        ALONE,
        {"pay": 18_000_00, "rent": 7_200_00, "electricity": 450_00, "travel_sum": 1_060_00,
         "phone_and_internet": 500_00, "clothes_leisure_hygiene": 1_400_00, "debts_sum": 900_00},
        {"home": 7_200_00, "power": 450_00, "travel": 1_060_00, "phone": 500_00, "personal": 1_400_00,
         "debts": 900_00},
        6_490_00, None, {"food"}, ("2026-11-25", 25, 5_600_00, 2_800_00), (28, 100_00, 700_00),
    ),
    # In 26 400 + 18 900 + 2 650 = 47 950; out 9 850 + 870 + 9 000 + 2 000 + 2 120 + 890 + 3 000 + 3 700 = 31 430.
    # The 30th until the 23rd: 23 days, 6 900 / 23 = 300, 2 100 a week.
    "a household of four": Case(
        FAMILY,
        {"pay": 26_400_00, "pay_partner": 18_900_00, "child_benefit": 2_650_00, "rent": 9_850_00,
         "electricity": 870_00, "food_sum": 9_000_00, "children_sum": 2_000_00, "travel_sum": 2_120_00,
         "phone_and_internet": 890_00, "clothes_leisure_hygiene": 3_000_00, "debts_sum": 3_700_00},
        {"home": 9_850_00, "power": 870_00, "food": 9_000_00, "children": 2_000_00, "travel": 2_120_00,
         "phone": 890_00, "personal": 3_000_00, "debts": 3_700_00},
        16_520_00, "enough", set(), ("2026-11-30", 25, 10_000_00, 3_100_00), (23, 300_00, 2_100_00),
    ),
    # Food is divided, 2 000 + 333,33 = 2 333,33, and its one sum of 9 999 gives way. A card of 250 in two weeks is
    # 250 × 365/168 = 543,1548, and CSN of 2 100 a quarter 700: 1 243,15. Out 9 533,33 before debts; a nought is no gap.
    # 15 000 − 9 533,33 − 1 243,1548 = 4 223,5152. The 25th of January is a Monday: 31 days, 3 100 / 31 = 100.
    "a divided row": Case(
        None,
        {"pay": 15_000_00, "rent": 6_000_00, "electricity": 300_00, "food": 2_000_00, "consumables": 333_33,
         "food_sum": 9_999_00, "travel_sum": 0, "phone_and_internet": 400_00, "clothes_leisure_hygiene": 500_00,
         "card": (250_00, "two_weeks"), "student_loan_csn": (2_100_00, "quarter")},
        {"home": 6_000_00, "power": 300_00, "food": 2_333_33, "travel": 0, "phone": 400_00, "personal": 500_00,
         "debts": 1_243_15},
        4_223_52, "enough", set(), ("2026-12-25", 25, 3_100_00, 0), (31, 100_00, 700_00),
    ),
    # The home 4 100 + 6 200,50 + 30 000/12 = 12 800,50; with 700 + 3 000 + 1 500 + 600 + 800 it is 19 400,50, and
    # 1 599,50 is left of 21 000, whose twentieth is 1 050. The day before: 1 day, down to 99.
    "an owned home": Case(
        OWNER,
        {"pay": 21_000_00, "home_fee": 4_100_00, "home_loan_interest": 6_200_50,
         "home_loan_repayment": (30_000_00, "year"), "electricity": 700_00, "food_sum": 3_000_00,
         "travel_sum": 1_500_00, "phone_and_internet": 600_00, "clothes_leisure_hygiene": 800_00},
        {"home": 12_800_50, "power": 700_00, "food": 3_000_00, "travel": 1_500_00, "phone": 600_00,
         "personal": 800_00},
        1_599_50, "enough", set(), ("2026-11-24", 25, 99_90, 0), (1, 99_00, 99_00),
    ),
    # 8 000 + 2 500 of 9 000: 1 500 lacks, and that is said although four rows are empty. The bills are more.
    "short and not finished": Case(
        ALONE,
        {"pay": 9_000_00, "rent": 8_000_00, "food_sum": 2_500_00},
        {"home": 8_000_00, "food": 2_500_00},
        -1_500_00, "short", {"power", "travel", "phone", "personal"}, ("2026-11-23", 25, 300_00, 800_00), (2, 0, 0),
    ),
    # 9 000 + 7 200 + 1 801 = 18 001 and 1 000 of 20 000: 999, one krona below the margin.
    # February 2027 ends on a Sunday: Friday the 26th, 25 days, 2 500 / 25 = 100.
    "one krona below the margin": Case(
        ALONE,
        {"pay": 20_000_00, "rent": 9_000_00, **EVERY_DAY, "clothes_leisure_hygiene": 1_801_00, "debts_sum": 1_000_00},
        {"home": 9_000_00, "power": 500_00, "food": 5_000_00, "travel": 1_000_00, "phone": 700_00,
         "personal": 1_801_00, "debts": 1_000_00},
        999_00, "tight", set(), ("2027-02-01", 31, 2_505_00, 5_00), (25, 100_00, 700_00),
    ),
    # One krona less: 1 000 is the margin itself. The 1st of December is a Tuesday: 8 days,
    # 1 003 / 8 = 125,375 and 1 003 × 7 / 8 = 877,625, both down.
    "on the margin": Case(
        ALONE,
        {"pay": 20_000_00, "rent": 9_000_00, **EVERY_DAY, "clothes_leisure_hygiene": 1_800_00, "debts_sum": 1_000_00},
        {"home": 9_000_00, "power": 500_00, "food": 5_000_00, "travel": 1_000_00, "phone": 700_00,
         "personal": 1_800_00, "debts": 1_000_00},
        1_000_00, "enough", set(), ("2026-11-23", 1, 1_003_00, 0), (8, 125_00, 877_00),
    ),
    # No income is no verdict. The 20th of June 2026 is Midsummer Day and the 19th its eve: Thursday the 18th,
    # 17 days, 1 700 / 17 = 100.
    "no income": Case(
        ALONE,
        {"rent": 9_000_00},
        {"home": 9_000_00},
        -9_000_00, None, {"power", "food", "travel", "phone", "personal"}, ("2026-06-01", 20, 1_717_00, 17_00),
        (17, 100_00, 700_00),
    ),
    # 3 600 a week is 15 642,857; 2 400 a quarter 800; 900 a week 3 910,714; 30 a day 912,50; 12 000 a year 1 000.
    # 7 300,50 + 800 + 3 910,714 + 912,50 + 499 + 1 000 = 14 422,714: 1 220,143 is left, and the margin is 1 000.
    # Christmas Eve is no banking day: the 23rd, 22 days, 2 200 / 22 = 100.
    "everything in another period": Case(
        None,
        {"pay": (3_600_00, "week"), "rent": 7_300_50, "electricity": (2_400_00, "quarter"),
         "food_sum": (900_00, "week"), "travel_sum": (30_00, "day"), "phone_and_internet": 499_00,
         "clothes_leisure_hygiene": (12_000_00, "year")},
        {"home": 7_300_50, "power": 800_00, "food": 3_910_71, "travel": 912_50, "phone": 499_00, "personal": 1_000_00},
        1_220_14, "enough", set(), ("2026-12-01", 24, 2_300_00, 100_00), (22, 100_00, 700_00),
    ),
}  # fmt: skip


def budget(app: Flask, given: Given) -> Budget:
    lines = [
        Line(line, *amount) if isinstance(amount, tuple) else Line(line, amount, "month")
        for line, amount in given.items()
    ]
    found = budget_of(Visit(budget=entries(lines)), app.extensions["itid_library"].calculator)
    assert found is not None
    return found


@pytest.mark.parametrize("name", CASES)
def test_ten_budgets_by_hand(app: Flask, name: str) -> None:
    case = CASES[name]
    with app.app_context():
        made = budget(app, case.given)
        rows = row_sums(made, case.household, TODAY)
        found = result_of(summarise(made), rows)
    assert {row.row.id: row.month for row in rows if row.month is not None} == case.rows
    assert found.sums.left_after_debts == case.left
    assert found.band == case.band
    assert {row.row.id for row in found.empty} == case.empty
    day, pay_day, account, bills = case.until
    today = datetime.date.fromisoformat(day)
    until = until_pay(today, next_pay(today, pay_day), account, bills)
    assert (until.days, until.a_day, until.a_week) == case.lasts
