"""The door's sums about loans, debts and saving: what they take from JSON, and how they are written as JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from calculator.effective_rate import Flow, NoRate, effective_rate
from calculator.figure import Figure
from calculator.given import Given
from calculator.inputs import Amount, Fault, InputError, Label, SignedAmount
from calculator.loan import Kind, Loan, loan_sums
from calculator.repayment import Debt, Order, repayment
from calculator.saving import SavingPlan, saving
from content.money import Ore, plain

MOST_FLOWS = 1500
MOST_DIGITS = 1000
MOST_MONTHS = 1200
MOST_DEBTS = 30
MOST_PERCENT = 1000
MOST_DEPOSITS_A_YEAR = 366
MOST_YEARS_BEFORE, MOST_YEARS_AFTER = -100, 200

Json = dict[str, Any]
Figures = Mapping[str, Figure]


def _number(decimals: int, example: str) -> Callable[[object], Decimal]:
    """A reader of plain decimal numbers: a string, or a JSON number, which is taken as it is written."""
    form = re.compile(rf"-?[0-9]{{1,{MOST_DIGITS}}}(\.[0-9]{{1,{decimals}}})?")

    def read(value: object) -> Decimal:
        if isinstance(value, int) and not isinstance(value, bool):
            return Decimal(value)
        written = repr(value) if isinstance(value, float) else value
        if isinstance(written, str) and form.fullmatch(written):
            return Decimal(written)
        raise ValueError(f'is not a number; write it as "{example}", with at most {decimals} decimals')

    return read


def _above_nothing(amount: Ore) -> Ore:
    if amount <= 0:
        raise ValueError("must be more than 0")
    return amount


def _schema(pattern: str, about: str) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [{"type": "string", "pattern": pattern}, {"type": "number"}], "description": about})


Percent = Annotated[
    Decimal,
    BeforeValidator(_number(10, "12.5")),
    Field(ge=0, le=MOST_PERCENT),
    _schema(r"^[0-9]+(\.[0-9]{1,10})?$", f"percent a year, from 0 to {MOST_PERCENT}"),
]
Years = Annotated[
    Decimal,
    BeforeValidator(_number(40, "0.5")),
    Field(ge=MOST_YEARS_BEFORE, le=MOST_YEARS_AFTER),
    _schema(r"^-?[0-9]+(\.[0-9]{1,40})?$", "years from the first drawdown; before it, below zero"),
]
PositiveAmount = Annotated[Amount, AfterValidator(_above_nothing)]


class FlowInput(Given):
    """An amount, to the borrower or (below zero) a payment, and when it moves."""

    years: Years
    amount: SignedAmount


class EffectiveRateInput(Given):
    """All that moves between lender and borrower."""

    flows: Annotated[tuple[FlowInput, ...], Field(strict=False, min_length=2, max_length=MOST_FLOWS)]


class LoanInput(Given):
    """A loan and its fees; fees that are left out are none."""

    amount: PositiveAmount
    nominal_rate_percent: Percent
    months: Annotated[int, Field(ge=1, le=MOST_MONTHS)]
    monthly_fee: Amount = 0
    setup_fee: Amount = 0
    kind: Kind = "annuity"


class DebtInput(Given):
    """A debt, and the least that has to be paid on it a month."""

    id: Label
    balance: Amount
    nominal_rate_percent: Percent
    minimum: Amount = 0


def _each_once(debts: tuple[DebtInput, ...]) -> tuple[DebtInput, ...]:
    ids = [debt.id for debt in debts]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise ValueError(f"each debt needs an id of its own; used more than once: {', '.join(twice)}")
    return debts


class RepaymentInput(Given):
    """The debts, what there is for them a month, and which of them comes first."""

    debts: Annotated[
        tuple[DebtInput, ...], Field(strict=False, min_length=1, max_length=MOST_DEBTS), AfterValidator(_each_once)
    ]
    per_month: Amount
    order: Order


class SavingInput(Given):
    """A goal, the deposits, what is there already, and the effective yearly rate."""

    goal: Amount
    deposit: Amount
    deposits_per_year: Annotated[int, Field(ge=1, le=MOST_DEPOSITS_A_YEAR)]
    start: Amount = 0
    effective_rate_percent: Percent = Decimal(0)


def effective_rate_json(given: EffectiveRateInput, figures: Figures) -> Json:
    """The rate that the flows have in common."""
    try:
        rate = effective_rate(Flow(flow.years, flow.amount) for flow in given.flows)
    except NoRate as error:
        raise InputError((Fault("flows", str(error)),)) from error
    return {"effective_rate_percent": f"{rate:f}"}


def loan_json(given: LoanInput, figures: Figures) -> Json:
    """The loan's payments, what they come to, and the effective rate."""
    if given.setup_fee >= given.amount:
        raise InputError((Fault("setup_fee", "must be less than the amount, or nothing is left of the loan"),))
    try:
        sums = loan_sums(Loan(**dict(given)))
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
    plan = repayment([Debt(**dict(debt)) for debt in given.debts], given.per_month, given.order)
    written: Json = {
        "months": plan.months,
        "total_paid": _plain_or_null(plan.total_paid),
        "total_interest": _plain_or_null(plan.total_interest),
        "done": [{"id": done.id, "month": done.month} for done in plan.done],
    }
    return written if plan.short_by is None else written | {"short_by": plain(plan.short_by)}


def saving_json(given: SavingInput, figures: Figures) -> Json:
    """The months to the goal and the whole kronor that are there then; null where the goal is never reached."""
    saved = saving(SavingPlan(**dict(given)))
    if saved is None:
        return {"months": None, "amount": None}
    return {"months": saved.months, "amount": str(saved.kronor)}


def _plain_or_null(amount: Ore | None) -> str | None:
    return None if amount is None else plain(amount)
