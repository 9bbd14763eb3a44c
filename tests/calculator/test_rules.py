"""The generic door: JSON in, JSON out, and every fault named where it stands."""

from __future__ import annotations

import json
from typing import Any

import pytest

from calculator.budget import Budget, Line
from calculator.figure import Figure
from calculator.inputs import BudgetInput, InputError
from calculator.rules import RULES, calculate, schema

Figures = dict[str, Figure]


def line(amount: object = "1", period: object = "month", **more: object) -> dict[str, object]:
    return {"id": "x", "amount": amount, "period": period} | more


def faults(rule: str, given: object, figures: Figures) -> dict[str, str]:
    with pytest.raises(InputError) as error:
        calculate(rule, given, figures)
    return {fault.at: fault.says for fault in error.value.faults}


def test_a_budget_comes_out_as_the_case_format_says(figures: Figures) -> None:
    given = {
        "income": [{"id": "pay", "amount": "19400", "period": "month"}],
        "costs": [{"id": "rent", "amount": 10900, "period": "month"}],
        "debts": [{"id": "pay_later", "amount": "1150.00", "period": "month"}],
    }

    assert calculate("budget", given, figures) == {
        "income": "19400.00",
        "costs": "10900.00",
        "debts": "1150.00",
        "left_before_debts": "8500.00",
        "left_after_debts": "7350.00",
        "debt_share_percent": "5.9",
    }


def test_a_month_below_zero_has_a_plain_minus_and_no_income_has_no_share(figures: Figures) -> None:
    sums = calculate("budget", {"costs": [line("100", "week")], "debts": [line("0.50")]}, figures)

    # 100 / 7 × 365 / 12 = 434.5238…
    assert sums["costs"] == "434.52"
    assert sums["left_before_debts"] == "-434.52"
    assert sums["left_after_debts"] == "-435.02"
    assert sums["debt_share_percent"] is None


def test_any_label_is_an_id_and_may_come_twice(figures: Figures) -> None:
    given = {"income": [line("1", id="Göran & söner"), line("2", id="Göran & söner", about=True)]}

    assert calculate("budget", given, figures)["income"] == "3.00"


def test_a_sum_takes_more_than_a_person_can_type_but_not_without_end(figures: Figures) -> None:
    assert calculate("budget", {"costs": [line("999999999999")]}, figures)["costs"] == "999999999999.00"
    assert "too large" in faults("budget", {"costs": [line("1000000000000")]}, figures)["costs.0.amount"]


def test_about_goes_with_the_line() -> None:
    given = BudgetInput.model_validate({"income": [line("5", about=True)], "debts": [line("6", "week")]})

    assert given.budget() == Budget(
        income=(Line("x", 500, "month", about=True),), debts=(Line("x", 600, "week", about=False),)
    )


def test_reference_costs_come_out_with_their_figures(figures: Figures) -> None:
    given = {
        "day": "2026-11-23",
        "people": [{"age": 30}, {"age": 40}, {"age": 5, "lunch_away": True}, {"age": 9, "lunch_away": True}],
        "tenant": True,
    }

    costs = calculate("reference_costs", given, figures)

    assert {name: costs[name] for name in ("food", "individual", "shared", "total")} == {
        "food": "8440.00",
        "individual": "8370.00",
        "shared": "5670.00",
        "total": "22480.00",
    }
    assert costs["figures"][0] == {
        "id": "food_at_home",
        "key": "25-50",
        "value": "2730",
        "unit": "kr/month",
        "from": "2026-01-01",
        "until": "2026-12-31",
        "source": "Konsumentverket, Beräknade hushållskostnader 2026",
    }
    assert json.loads(json.dumps(costs)) == costs


def test_an_ended_figure_is_marked(figures: Figures) -> None:
    costs = calculate("reference_costs", {"day": "2027-02-01", "people": [{"age": 30}], "tenant": True}, figures)

    assert costs["total"] == "8210.00"
    assert {figure["state"] for figure in costs["figures"]} == {"ended"}
    assert {figure["until"] for figure in costs["figures"]} == {"2026-12-31"}


def test_a_day_before_every_value_is_an_error_at_the_day(figures: Figures) -> None:
    given = {"day": "2025-12-31", "people": [{"age": 30}], "tenant": True}

    assert "the first one is from 2026-01-01" in faults("reference_costs", given, figures)["day"]


@pytest.mark.parametrize(
    ("amount", "says"),
    [
        ("1.234", "more than two decimals"),
        ("1 234", "is not an amount"),
        ("NaN", "is not an amount"),
        (float("nan"), "is not an amount"),
        (12.5, "is not an amount"),
        (True, "is not an amount"),
        (None, "is not an amount"),
        ("-5", "below zero"),
        (-5, "below zero"),
        ("9" * 400, "too large"),
        (10**400, "too large"),
    ],
)
def test_an_amount_that_is_none_is_named_where_it_stands(amount: object, says: str, figures: Figures) -> None:
    assert says in faults("budget", {"income": [line(), line(amount)]}, figures)["income.1.amount"]


def test_all_faults_come_at_once(figures: Figures) -> None:
    given: dict[str, Any] = {
        "income": [{"id": "", "period": "fortnight", "amount": "1"}],
        "costs": {},
        "debts": [{"id": "x", "amount": "1", "colour": "blue"}, "card"],
        "rent": [],
    }

    assert faults("budget", given, figures) == {
        "income.0.id": "must not be empty",
        "income.0.period": (
            "must be one of 'day', 'week', 'two_weeks', 'four_weeks', 'month', 'quarter', 'half_year' or 'year'"
        ),
        "costs": "must be a list",
        "debts.0.period": "is missing",
        "debts.0.colour": "is not a key here; take it away or mend its spelling",
        "debts.1": "must be an object",
        "rent": "is not a key here; take it away or mend its spelling",
    }


@pytest.mark.parametrize("given", [None, [], "x", 5])
def test_what_is_no_object_is_refused(given: object, figures: Figures) -> None:
    assert faults("budget", given, figures) == {"(input)": "must be an object"}


@pytest.mark.parametrize(
    ("change", "at", "says"),
    [
        ({"day": "2026-02-30"}, "day", "is not a day"),
        ({"day": "23/11 2026"}, "day", "is not a day"),
        ({"day": 20261123}, "day", "is not a day"),
        ({"people": []}, "people", "has 0 members; at least 1 are needed"),
        ({"people": [{"age": 30}] * 26}, "people", "has too many members; 25 is the most"),
        ({"people": [{"age": 121}]}, "people.0.age", "must be at most 120"),
        ({"people": [{"age": -1}]}, "people.0.age", "must be at least 0"),
        ({"people": [{"age": 1.5}]}, "people.0.age", "must be a whole number"),
        ({"people": [{"age": 3, "lunch_away": "no"}]}, "people.0.lunch_away", "must be true or false"),
        ({"tenant": 1}, "tenant", "must be true or false"),
    ],
)
def test_reference_costs_are_strict(change: dict[str, object], at: str, says: str, figures: Figures) -> None:
    given = {"day": "2026-11-23", "people": [{"age": 30}], "tenant": True} | change

    assert says in faults("reference_costs", given, figures)[at]


def test_an_unknown_sum_names_the_known_ones(figures: Figures) -> None:
    assert faults("fortune", {}, figures) == {"rule": f"'fortune' is not a sum; the sums are {', '.join(RULES)}"}
    assert {"budget", "reference_costs", "protected_amount", "minimum_standard", "late_bill", "month_calendar"} <= {
        *RULES
    }


@pytest.mark.parametrize("rule", RULES)
def test_each_sum_has_a_schema_and_a_sentence(rule: str) -> None:
    described = schema(rule)

    assert described["type"] == "object"
    assert described["additionalProperties"] is False
    assert json.loads(json.dumps(described)) == described
    assert RULES[rule].about.endswith(".")
