"""The six fictional households for class: their budgets on the app's own lines, and the sums told to the class."""

from __future__ import annotations

from decimal import Decimal

import pytest

from calculator.budget import Budget, Line, by_group, share_band, summarise
from calculator.reader import CalculatorContent

Kronor = dict[str, int]

HOUSEHOLDS: dict[str, tuple[Kronor, Kronor, Kronor]] = {
    "samira": (
        {"study_support": 13200, "extra_job": 3600},
        {
            "rent": 6200, "electricity": 250, "home_insurance": 120, "food": 3300, "hygiene": 450, "clothes": 500,
            "phone": 200, "local_transport": 750, "course_books": 400, "subscriptions": 130, "gym": 300,
            "leisure": 1000, "savings": 800,
        },
        {},
    ),
    "elias": (
        {"study_grant": 1250, "extra_job": 1900},
        {"phone": 299, "gym": 299, "games_and_apps": 340, "eating_out": 600, "clothes": 450, "leisure": 300},
        {"pay_later": 250 + 190 + 320},
    ),
    "lena_johan": (
        {"pay": 27900, "pay_partner": 26400, "child_benefit": 2650},
        {
            "home_loan_interest": 17800, "electricity": 3100, "home_insurance": 650, "municipal_charges": 900,
            "car": 3200, "food": 11200, "clothes": 2200, "children_activities": 1600, "phone_and_internet": 2000,
            "unemployment_fund": 900, "child_care": 2100, "hygiene": 1700, "other_costs": 1500,
        },
        {"car_loan": 3400, "card": 2200, "unsecured_loan": 2900, "instalment": 450},
    ),
    "maria": (
        {"pay": 19400, "child_benefit": 2650, "maintenance_received": 3600, "housing_allowance": 2400},
        {
            "rent": 10900, "electricity": 700, "home_insurance": 190, "food": 7400, "clothes": 1500, "hygiene": 1200,
            "phone_and_internet": 750, "local_transport": 990, "child_care": 650, "medicine": 200,
            "children_activities": 500, "unemployment_fund": 180,
        },
        {"pay_later": 1150, "small_loan": 1400},
    ),
    "ahmed": (
        {"sickness_benefit": 15900},
        {
            "rent": 7300, "electricity": 400, "home_insurance": 150, "food": 3400, "hygiene": 500, "clothes": 400,
            "phone_and_internet": 550, "medicine": 300, "local_transport": 800, "other_costs": 400,
        },
        {"unsecured_loan": 600},
    ),
    "goran": (
        {"pension": 17600},
        {
            "rent": 8100, "electricity": 450, "home_insurance": 190, "food": 3200, "phone_and_internet": 780,
            "medicine": 250, "dentist": 300, "local_transport": 700, "leisure": 900, "clothes": 400, "hygiene": 350,
            "savings": 1000,
        },
        {},
    ),
}  # fmt: skip


def budget_of(name: str) -> Budget:
    income, costs, debts = (
        tuple(Line(line, kronor * 100, "month") for line, kronor in part.items()) for part in HOUSEHOLDS[name]
    )
    return Budget(income, costs, debts)


@pytest.mark.parametrize(
    ("name", "in_and_out", "left", "share", "band"),
    [
        ("samira", (16800, 14400, 0), (2400, 2400), "0.0", "none"),
        ("elias", (3150, 2288, 760), (862, 102), "24.1", "10to25"),
        ("lena_johan", (56950, 48850, 8950), (8100, -850), "15.7", "10to25"),
        ("maria", (28050, 25160, 2550), (2890, 340), "9.1", "lt10"),
        ("ahmed", (15900, 14200, 600), (1700, 1100), "3.8", "lt10"),
        ("goran", (17600, 16620, 0), (980, 980), "0.0", "none"),
    ],
)
def test_the_sums_are_those_told_to_the_class(
    name: str, in_and_out: tuple[int, int, int], left: tuple[int, int], share: str, band: str
) -> None:
    sums = summarise(budget_of(name))

    assert (sums.income, sums.costs, sums.debts) == tuple(kronor * 100 for kronor in in_and_out)
    assert (sums.left_before_debts, sums.left_after_debts) == tuple(kronor * 100 for kronor in left)
    assert sums.debt_share_percent == Decimal(share)
    assert share_band(budget_of(name)) == band


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_every_line_of_theirs_stands_in_the_budget_under_its_kind(name: str, content: CalculatorContent) -> None:
    budget = budget_of(name)

    assert {content.kind_of(line.id) for line in budget.income} == {"income"}
    assert {content.kind_of(line.id) for line in budget.costs} == {"costs"}
    assert {content.kind_of(line.id) for line in budget.debts} <= {"debts"}


def test_the_chart_of_maria_has_her_groups_in_the_order_of_the_page(content: CalculatorContent) -> None:
    assert list(by_group(budget_of("maria"), content.group_of).items()) == [
        ("income", 28050_00),
        ("home", 11600_00),
        ("food_and_household", 7400_00),
        ("children", 1150_00),
        ("travel", 990_00),
        ("phone_and_media", 750_00),
        ("insurance_and_fees", 370_00),
        ("health", 200_00),
        ("personal", 2700_00),
        ("debts", 2550_00),
    ]
