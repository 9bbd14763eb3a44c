"""What holds for every plan: it is what exact fractions give month by month, and more money is never worse."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.repayment import Debt, Done, Order, repayment

ORDERS: tuple[Order, ...] = ("highest_rate", "smallest_first")
LONG = 240

PERCENTS = st.sampled_from([Decimal(percent) for percent in ("0", "0.5", "5", "12", "18.5", "24", "100", "1000")])
DEBTS = st.lists(
    st.tuples(st.integers(0, 5_000_00), PERCENTS, st.sampled_from((0, 10_00, 50_00, 200_00))), min_size=1, max_size=4
).map(lambda several: [Debt(str(at), *one) for at, one in enumerate(several)])
PER_MONTH = st.integers(1, 2_000_00)


def month_by_month(debts: list[Debt], per_month: int, order: Order) -> tuple[int, Fraction, list[Done]] | None:
    """The plan as a patient person would work it out, in fractions; None if it takes longer than that patience."""
    by_rate, by_size = order == "highest_rate", order == "smallest_first"
    turns = sorted(
        debts, key=lambda debt: (by_size and debt.balance, -debt.nominal_rate_percent, by_rate and debt.balance)
    )
    owed = {debt: Fraction(debt.balance) for debt in turns}
    paid, done = Fraction(0), [Done(debt.id, 0) for debt in turns if not debt.balance]
    for month in range(LONG):
        if not any(owed.values()):
            return month, paid, done
        alive = [debt for debt in turns if owed[debt]]
        for one in alive:
            owed[one] *= 1 + Fraction(one.nominal_rate_percent) / 1200
        left = Fraction(per_month)
        for cap in (True, False):
            for one in alive:
                payment = min(owed[one], Fraction(one.minimum) if cap else left)
                owed[one], left, paid = owed[one] - payment, left - payment, paid + payment
            if left < 0:
                return None
        done += [Done(debt.id, month + 1) for debt in alive if not owed[debt]]
    return None


@given(DEBTS, PER_MONTH, st.sampled_from(ORDERS))
@settings(deadline=None, max_examples=150)
def test_it_is_what_comes_out_month_by_month(debts: list[Debt], per_month: int, order: Order) -> None:
    plan, patient = repayment(debts, per_month, order), month_by_month(debts, per_month, order)
    if patient is None:
        assert plan.months is None or plan.months >= LONG
        return
    months, paid, done = patient

    assert (plan.months, list(plan.done)) == (months, done)
    assert plan.total_paid is not None and abs(plan.total_paid - paid) <= Fraction(1, 2)
    assert plan.total_interest == plan.total_paid - sum(debt.balance for debt in debts)


@given(DEBTS, PER_MONTH, st.integers(1, 500_00), st.sampled_from(ORDERS))
@settings(deadline=None)
def test_more_a_month_is_never_later_nor_dearer(debts: list[Debt], per_month: int, more: int, order: Order) -> None:
    plan, faster = repayment(debts, per_month, order), repayment(debts, per_month + more, order)
    if plan.months is None or plan.total_interest is None:
        return

    assert faster.months is not None and faster.months <= plan.months
    assert faster.total_interest is not None and faster.total_interest <= plan.total_interest


@given(DEBTS, PER_MONTH)
@settings(deadline=None)
def test_the_highest_rate_first_never_costs_more(debts: list[Debt], per_month: int) -> None:
    dear, small = (repayment(debts, per_month, order) for order in ORDERS)
    if small.total_interest is not None:
        assert dear.total_interest is not None and dear.total_interest <= small.total_interest


@given(DEBTS, PER_MONTH, st.sampled_from(ORDERS))
@settings(deadline=None)
def test_a_plan_ends_or_says_what_is_missing(debts: list[Debt], per_month: int, order: Order) -> None:
    plan = repayment(debts, per_month, order)

    assert (plan.months is None) == (plan.total_paid is None) == (plan.short_by is not None)
    assert plan.short_by is None or plan.short_by > 0
    if plan.months is not None:
        assert {done.id for done in plan.done} == {debt.id for debt in debts}
        assert max(done.month for done in plan.done) == plan.months
