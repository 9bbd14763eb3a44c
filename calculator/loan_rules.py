"""The sums about loans, debts and saving: what they take from JSON, and how they are written as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field

from calculator.effective_rate import Flow, NoRate, effective_rate
from calculator.figure import Figure
from calculator.given import NO_UNKNOWN_KEYS
from calculator.inputs import Amount, Fault, InputError, SignedAmount
from calculator.loan import Loan, loan_sums
from calculator.numbers import Years
from calculator.repayment import Debt, Order, repayment
from calculator.saving import SavingPlan, saving
from content.money import Ore, plain

MOST_FLOWS = 1500
MOST_DEBTS = 30

Json = dict[str, Any]
Figures = Mapping[str, Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowInput:
    """An amount, to the borrower or (below zero) a payment, and when it moves."""

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    years: Years
    amount: SignedAmount


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectiveRateInput:
    """All that moves between lender and borrower."""

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    flows: Annotated[tuple[FlowInput, ...], Field(min_length=2, max_length=MOST_FLOWS)]


def _each_once(debts: tuple[Debt, ...]) -> tuple[Debt, ...]:
    ids = [debt.id for debt in debts]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise ValueError(f"each debt needs an id of its own; used more than once: {', '.join(twice)}")
    return debts


@dataclass(frozen=True, slots=True, kw_only=True)
class RepaymentInput:
    """The debts, what there is for them a month, and which of them comes first."""

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    debts: Annotated[tuple[Debt, ...], Field(min_length=1, max_length=MOST_DEBTS), AfterValidator(_each_once)]
    per_month: Amount
    order: Order


def effective_rate_json(given: EffectiveRateInput, figures: Figures) -> Json:
    """The rate that the flows have in common."""
    try:
        rate = effective_rate(Flow(flow.years, flow.amount) for flow in given.flows)
    except NoRate as error:
        raise InputError((Fault("flows", str(error)),)) from error
    return {"effective_rate_percent": f"{rate:f}"}


def loan_json(given: Loan, figures: Figures) -> Json:
    """The loan's payments, what they come to, and the effective rate."""
    if given.setup_fee >= given.amount:
        raise InputError((Fault("setup_fee", "must be less than the amount, or nothing is left of the loan"),))
    try:
        sums = loan_sums(given)
    except NoRate as error:
        raise InputError((Fault("effective_rate_percent", str(error)),)) from error
    return {
        "first_payment": plain(sums.first_payment),
        "last_payment": plain(sums.last_payment),
        "total": plain(sums.total),
        "cost": plain(sums.cost),
        "effective_rate_percent": f"{sums.effective_rate_percent:f}",
    }


def repayment_json(given: RepaymentInput, figures: Figures) -> Json:
    """How the plan goes; `short_by` only where it never ends."""
    plan = repayment(given.debts, given.per_month, given.order)
    written: Json = {
        "months": plan.months,
        "total_paid": _plain_or_null(plan.total_paid),
        "total_interest": _plain_or_null(plan.total_interest),
        "done": [{"id": done.id, "month": done.month} for done in plan.done],
    }
    return written if plan.short_by is None else written | {"short_by": plain(plan.short_by)}


def saving_json(given: SavingPlan, figures: Figures) -> Json:
    """The months to the goal and the whole kronor that are there then; null where the goal is never reached."""
    saved = saving(given)
    if saved is None:
        return {"months": None, "amount": None}
    return {"months": saved.months, "amount": str(saved.kronor)}


def _plain_or_null(amount: Ore | None) -> str | None:
    return None if amount is None else plain(amount)
