"""Published savings goals to the krona, and what holds for every one."""

from __future__ import annotations

import time
from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.figure import Figure
from calculator.inputs import InputError
from calculator.rules import calculate
from calculator.saving import SavingPlan, saving

Figures = dict[str, Figure]


@pytest.mark.parametrize(
    ("asked", "months", "amount"),
    [
        # MoneyHelper's savings calculator: goal, deposit, times a year, start, effective rate
        ((100, "10", 12, 10, "2.1"), 9, "101"),
        ((18_000, "100", 52, 2_000, "0.2"), 37, "18094"),
        ((1_500, "25", 12, 10, "0"), 60, "1510"),
        ((12_000, "750", 1, 2_000, "2.1"), 135, "12024"),
        ((2_000, "500", 12, 1_000, "0.2"), 2, "2000"),
        ((1_500, "500", 12, 1_500, "0.2"), 0, "1500"),
    ],
)
def test_goals_as_moneyhelper_publishes_them(
    asked: tuple[object, ...], months: int, amount: str, figures: Figures
) -> None:
    names = ("goal", "deposit", "deposits_per_year", "start", "effective_rate_percent")

    saved = calculate("saving", dict(zip(names, asked, strict=True)), figures)

    assert saved == {"months": months, "amount": amount}


def plan(goal: int, deposit: int, times: int = 12, start: int = 0, percent: str = "0") -> SavingPlan:
    return SavingPlan(goal, deposit, times, start, Decimal(percent))


def reached(one: SavingPlan) -> tuple[int, int] | None:
    saved = saving(one)
    return None if saved is None else (saved.months, saved.kronor)


def test_a_goal_that_is_met_exactly_takes_not_a_month_more() -> None:
    assert reached(plan(1200_00, 100_00)) == (12, 1200)
    # a third of a krona a month
    assert reached(plan(100_00, 4_00, times=1)) == (300, 100)
    # a hundred at ten percent is a hundred and ten after a year, and a hundred and twenty-one after two
    assert reached(plan(110_00, 0, start=100_00, percent="10")) == (12, 110)
    assert reached(plan(121_00, 0, start=100_00, percent="10")) == (24, 121)
    assert reached(plan(121_01, 0, start=100_00, percent="10")) == (25, 122)


def test_what_does_not_grow_never_reaches_a_goal(figures: Figures) -> None:
    assert saving(plan(100_00, 0)) is None
    assert saving(plan(100_00, 0, start=99_99)) is None
    assert saving(plan(100_00, 0, percent="5")) is None
    given = {"goal": "100", "deposit": "0", "deposits_per_year": 12, "start": "50", "effective_rate_percent": "0"}
    assert calculate("saving", given, figures) == {"months": None, "amount": None}


def test_a_goal_that_is_there_already_takes_no_time() -> None:
    assert reached(plan(100_00, 0, start=100_00)) == (0, 100)
    assert reached(plan(100_00, 10_00, start=250_50)) == (0, 251)
    assert reached(plan(0, 0)) == (0, 0)


PLANS = st.builds(
    SavingPlan,
    st.integers(1, 10**7),
    st.integers(1000, 10**6),
    st.sampled_from((1, 12, 26, 52)),
    st.integers(0, 10**6),
    st.integers(0, 3000).map(lambda hundredths: Decimal(hundredths) / 100),
)


@given(PLANS)
@settings(deadline=None)
def test_it_is_the_first_month_that_is_enough_when_saved_month_by_month(one: SavingPlan) -> None:
    saved = saving(one)
    assert saved is not None
    with localcontext(prec=60):
        growth = (1 + one.effective_rate_percent / 100) ** (Decimal(1) / 12)
        there, months = Decimal(one.start), 0
        while there < one.goal - Decimal("1e-15"):
            there, months = there * growth + Decimal(one.deposit * one.deposits_per_year) / 12, months + 1

        assert saved.months == months
        assert abs(saved.kronor - there / 100) <= Decimal("0.500001")


@given(PLANS, st.integers(1, 10**5))
@settings(deadline=None)
def test_more_money_is_never_slower(one: SavingPlan, more: int) -> None:
    months = [
        saving(SavingPlan(one.goal, deposit, one.deposits_per_year, start, rate))
        for deposit, start, rate in (
            (one.deposit, one.start, one.effective_rate_percent),
            (one.deposit + more, one.start, one.effective_rate_percent),
            (one.deposit, one.start + more, one.effective_rate_percent),
            (one.deposit, one.start, one.effective_rate_percent + 1),
        )
    ]
    assert all(saved is not None and months[0] is not None and saved.months <= months[0].months for saved in months)


@pytest.mark.parametrize(
    ("change", "at", "says"),
    [
        ({"goal": "NaN"}, "goal", "is not an amount"),
        ({"goal": "9" * 400}, "goal", "is too large"),
        ({"deposit": "-1"}, "deposit", "below zero"),
        ({"deposits_per_year": 0}, "deposits_per_year", "must be at least 1"),
        ({"deposits_per_year": 367}, "deposits_per_year", "must be at most 366"),
        ({"deposits_per_year": 1.5}, "deposits_per_year", "must be a whole number"),
        ({"start": None}, "start", "is not an amount"),
        ({"effective_rate_percent": "1001"}, "effective_rate_percent", "must be at most 1000"),
        ({"effective_rate_percent": float("nan")}, "effective_rate_percent", "is not a number"),
        ({"effective_rate_percent": []}, "effective_rate_percent", "is not a number"),
        ({"years": 1}, "years", "is not a key here"),
    ],
)
def test_what_cannot_be_used_is_named(change: dict[str, Any], at: str, says: str, figures: Figures) -> None:
    with pytest.raises(InputError) as error:
        calculate("saving", {"goal": "100", "deposit": "1", "deposits_per_year": 12} | change, figures)

    assert says in {fault.at: fault.says for fault in error.value.faults}[at]


@pytest.mark.parametrize(("deposit", "percent"), [("0.01", "0"), ("0", "0.0000000001"), ("0.01", "1000")])
def test_the_slowest_plans_are_answered_at_once(deposit: str, percent: str, figures: Figures) -> None:
    given = {"goal": "999999999999", "deposit": deposit, "deposits_per_year": 1, "start": "0.01"}

    before = time.perf_counter()
    assert calculate("saving", given | {"effective_rate_percent": percent}, figures)["months"] > 100
    assert time.perf_counter() - before < 2
