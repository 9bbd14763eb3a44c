"""Sums a month, exact and rounded once; the published example, and the limits of the bands."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.budget import Budget, Line, by_group, share_band, summarise, total
from calculator.period import PERIODS, Period

LINE = st.builds(
    Line, st.just("x"), st.integers(min_value=0, max_value=999_999_900), st.sampled_from(PERIODS), st.booleans()
)
LINES = st.lists(LINE, max_size=12).map(tuple)


def lines(*amounts: tuple[str, Period]) -> tuple[Line, ...]:
    return tuple(Line(f"line_{at}", int(Decimal(kronor) * 100), period) for at, (kronor, period) in enumerate(amounts))


def a_month(kronor: str) -> tuple[Line, ...]:
    return lines((kronor, "month"))


def test_the_published_example_of_moneyhelper() -> None:
    budget = Budget(
        income=lines(("1234", "month"), ("200", "month"), ("745", "month")),
        costs=lines(
            ("457", "month"), ("30", "year"), ("26", "year"), ("115", "month"), ("60", "month"), ("25", "month"),
            ("300", "quarter"), ("170", "quarter"),
            ("26", "month"), ("25", "quarter"), ("100", "quarter"),
            ("50", "quarter"), ("26", "month"),
            ("45", "year"),
            ("25", "quarter"), ("500", "year"),
        ),
    )  # fmt: skip

    sums = summarise(budget)

    assert sums.income == 217900
    assert sums.costs == 98242
    assert sums.left_before_debts == sums.left_after_debts == 119658
    assert sums.debts == 0
    assert sums.debt_share_percent == Decimal("0.0")


def test_it_is_rounded_once_and_not_line_by_line() -> None:
    # five öre a year is 0.42 öre a month: three such lines are 1.25 öre, not three times nothing
    assert summarise(Budget(costs=lines(("0.05", "year"), ("0.05", "year"), ("0.05", "year")))).costs == 1


def test_what_is_left_is_rounded_from_the_exact_sums() -> None:
    # 0.01 a quarter is a third of an öre: income 0.33 → 0, costs 0.67 → 1, left −0.33 → 0
    sums = summarise(Budget(income=lines(("0.01", "quarter")), costs=lines(("0.02", "quarter"))))

    assert (sums.income, sums.costs, sums.left_before_debts) == (0, 1, 0)


def test_an_empty_budget_is_all_zero_and_has_no_share() -> None:
    sums = summarise(Budget())

    assert (sums.income, sums.costs, sums.debts, sums.left_before_debts, sums.left_after_debts) == (0, 0, 0, 0, 0)
    assert sums.debt_share_percent is None


@pytest.mark.parametrize(
    ("income", "debts", "percent"),
    [
        ("19400", "1150", "5.9"),
        ("1000", "0.49", "0.0"),
        ("1000", "0.50", "0.1"),
        ("1000", "100", "10.0"),
        ("100", "250", "250.0"),
    ],
)
def test_the_share_has_one_decimal_half_up(income: str, debts: str, percent: str) -> None:
    assert str(summarise(Budget(income=a_month(income), debts=a_month(debts))).debt_share_percent) == percent


@pytest.mark.parametrize(
    ("income", "debts", "band"),
    [
        ("1000", "0", "none"),
        ("1000", "0.01", "lt10"),
        ("1000", "99.99", "lt10"),
        ("1000", "100", "10to25"),
        ("1000", "249.99", "10to25"),
        ("1000", "250", "25to50"),
        ("1000", "500", "25to50"),
        ("1000", "500.01", "gt50"),
        ("0", "1", "gt50"),
        ("0", "0", None),
    ],
)
def test_the_band_comes_from_the_exact_share(income: str, debts: str, band: str | None) -> None:
    assert share_band(Budget(income=a_month(income), debts=a_month(debts))) == band


def test_costs_alone_say_nothing_about_the_share() -> None:
    assert share_band(Budget(costs=a_month("100"))) is None
    assert share_band(Budget()) is None


def test_groups_are_summed_in_their_order_and_empty_ones_left_out() -> None:
    group_of = {"rent": "home", "power": "home", "food": "food", "pets": "personal", "card": "debts"}
    budget = Budget(
        costs=(Line("food", 300_00, "month"), Line("rent", 6000_00, "month"), Line("power", 1200_00, "year")),
        debts=(Line("card", 100_00, "month"),),
    )

    assert list(by_group(budget, group_of).items()) == [("home", 6100_00), ("food", 300_00), ("debts", 100_00)]


def test_a_line_without_a_group_is_a_fault() -> None:
    with pytest.raises(KeyError):
        by_group(Budget(costs=a_month("1")), {})


@given(LINES, LINES)
def test_sums_are_additive(some: tuple[Line, ...], others: tuple[Line, ...]) -> None:
    assert total(some) + total(others) == total(some + others)


@given(LINES, LINES, LINES)
def test_each_printed_sum_is_within_half_an_ore_of_the_exact_one(
    income: tuple[Line, ...], costs: tuple[Line, ...], debts: tuple[Line, ...]
) -> None:
    sums = summarise(Budget(income, costs, debts))
    left = total(income) - total(costs)

    assert abs(sums.left_before_debts - left) <= Fraction(1, 2)
    assert abs(sums.left_after_debts - (left - total(debts))) <= Fraction(1, 2)
    assert abs(sums.debts - total(debts)) <= Fraction(1, 2)


@given(LINES, LINES, LINE)
def test_one_more_debt_never_gives_a_milder_band(income: tuple[Line, ...], debts: tuple[Line, ...], more: Line) -> None:
    order = [None, "none", "lt10", "10to25", "25to50", "gt50"]

    before, after = share_band(Budget(income, (), debts)), share_band(Budget(income, (), (*debts, more)))

    assert order.index(after) >= order.index(before)
