"""One amount for a row gives way to the lines that it stands for; child benefit is worked out by hand."""

from __future__ import annotations

import datetime

import pytest

from calculator.child_benefit import child_benefit
from calculator.household import Child
from calculator.quick import giving_way, lines_of, parts_of
from calculator.reader import CalculatorContent

DAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("given", "not_counted"),
    [
        (["food_sum"], set()),
        (["food_sum", "food"], {"food_sum"}),
        (["food_sum", "consumables", "rent"], {"food_sum"}),
        (["food_sum", "travel_sum", "car"], {"travel_sum"}),
        (["rent", "home_fee", "heating"], set()),
        (["phone_and_internet", "subscriptions"], set()),
        (["phone_and_internet", "phone"], {"phone_and_internet"}),
        (["clothes_leisure_hygiene", "gym"], set()),
        (["clothes_leisure_hygiene", "hygiene"], {"clothes_leisure_hygiene"}),
        (["children_sum", "maintenance_paid"], set()),
        (["children_sum", "child_care"], {"children_sum"}),
        (["debts_sum", "student_loan_csn"], set()),
        (["debts_sum", "card"], {"debts_sum"}),
        (["other_sum", "savings"], {"other_sum"}),
        (["other_sum", "home_insurance"], {"other_sum"}),
        (["food_sum", "food", "debts_sum", "own_second_card"], {"food_sum", "debts_sum"}),
    ],
)
def test_a_sum_is_never_counted_beside_its_lines(
    content: CalculatorContent, given: list[str], not_counted: set[str]
) -> None:
    assert giving_way(given, content.quick.rows, content.group_of) == not_counted


def test_every_cost_and_debt_is_in_one_row_and_income_is_in_none(content: CalculatorContent) -> None:
    rows = content.quick.rows
    counted = [line for row in rows for line in lines_of(row, rows, content.group_of)]
    assert len(counted) == len(set(counted))
    assert set(counted) == {line for line in content.group_of if content.kind_of(line) != "income"}


def test_a_row_that_is_one_line_stands_for_nothing_else(content: CalculatorContent) -> None:
    rows = {row.id: row for row in content.quick.rows}
    assert parts_of(rows["home"], content.quick.rows, content.group_of) == set()
    assert parts_of(rows["power"], content.quick.rows, content.group_of) == set()


@pytest.mark.parametrize(
    ("ages", "kronor"),
    [
        ([5], 1250),
        ([5, 9], 2 * 1250 + 150),
        ([5, 9, 16], 2 * 1250 + 150),
        ([1, 3, 5], 3 * 1250 + 730),
        ([1, 3, 5, 7, 9], 5 * 1250 + 2990),
        ([1, 3, 5, 7, 9, 11], 6 * 1250 + 2990 + 1250),
    ],
)
def test_child_benefit(content: CalculatorContent, ages: list[int], kronor: int) -> None:
    children = [Child(age=age) for age in ages]
    assert child_benefit(children, DAY, content.figures) == kronor * 100


def test_nothing_is_said_where_parents_may_share_it(content: CalculatorContent) -> None:
    assert child_benefit([], DAY, content.figures) is None
    assert child_benefit([Child(age=17)], DAY, content.figures) is None
    assert child_benefit([Child(age=5), Child(age=8, part_time=True)], DAY, content.figures) is None
