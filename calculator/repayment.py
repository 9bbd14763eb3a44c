"""A plan to be free of debts: so much a month in all, every minimum is paid, and the rest goes to one debt at a time.

Each month the interest (nominal rate / 12 of the balance before the payment) is added, every debt gets its minimum, or
what is left of it, and all that remains goes to the first debt of the order that is not yet paid, then to the next.
What a paid debt no longer takes goes to the others. Nothing is rounded on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal, localcontext
from typing import ClassVar, Literal

from calculator.given import NO_UNKNOWN_KEYS
from calculator.inputs import Amount, Label
from calculator.numbers import Percent
from calculator.precision import LONG, NOISE, whole
from content.money import Ore

Order = Literal["highest_rate", "smallest_first"]

MONTHLY_PERCENT = 1200
"""Percent a year → part a month."""


@dataclass(frozen=True, slots=True)
class Debt:
    """What is owed and the least to pay a month, in öre; the nominal yearly rate in percent."""

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    id: Label
    balance: Amount
    nominal_rate_percent: Percent
    minimum: Amount = 0


@dataclass(frozen=True, slots=True)
class Done:
    """A debt, and the month it is paid: the first is 1, and 0 where nothing was owed."""

    id: str
    month: int


@dataclass(frozen=True, slots=True)
class Repayment:
    """How the plan goes. Where it never ends, `months` and the totals are None, and `short_by` says what is missing."""

    months: int | None
    total_paid: Ore | None
    total_interest: Ore | None
    done: tuple[Done, ...]
    short_by: Ore | None = None


def repayment(debts: Sequence[Debt], per_month: Ore, order: Order) -> Repayment:
    """The plan with so many öre a month.

    The order is settled once: the highest rate first (of the same rate, the smallest debt), or the smallest debt first
    (of the same size, the highest rate).

    The plan never ends if the minimums are more than the month has, or if a month comes in which no debt shrinks: from
    then on every month is like it. While any debt shrinks, it does so faster and faster, and is paid one day.

    `short_by` is what is missing to cover, for every debt in the first month, its interest and its minimum, whichever
    is more; up to the next whole öre. Where the first month has enough for that, and a debt that waits for its turn
    still outgrows the plan (or the interest is covered, and no more), it is the fewest öre more with which it ends.
    """
    with localcontext(LONG):
        run = _run(debts, per_month, order)
        if not run.owed:
            paid = whole(run.paid)
            interest = whole(run.paid - sum(debt.balance for debt in debts))
            return Repayment(run.month, paid, interest, tuple(run.done))
        missing = _to_cover(debts) - per_month
        short_by = whole(missing, ROUND_CEILING)
        if short_by <= 0:
            short_by = _fewest_more(debts, per_month, order)
        return Repayment(None, None, None, tuple(run.done), short_by)


@dataclass(slots=True)
class _Run:
    """The plan as it goes: who is still owed, in the plan's order, and how much."""

    per_month: Ore
    owed: dict[Debt, Decimal]
    month: int = 0
    paid: Decimal = Decimal(0)
    done: list[Done] = field(default_factory=list)

    def go(self) -> None:
        """Until all is paid or nothing shrinks any more. Months in which no debt is paid off are taken in one step."""
        self._take_away_paid()
        while self.owed:
            plain = self._plain_payments()
            left = [_months_left(debt, owed, plain[debt]) for debt, owed in self.owed.items()]
            shrinking = [months for months in left if months is not None]
            if not shrinking:
                return
            self._skip(int(min(shrinking)) - 1, plain)
            self._one_month()

    def _plain_payments(self) -> dict[Debt, Ore]:
        """In a month in which no debt is paid off: the minimums, and the rest to the first."""
        first, *others = self.owed
        rest = self.per_month - sum(debt.minimum for debt in others)
        return {first: rest} | {debt: debt.minimum for debt in others}

    def _skip(self, months: int, plain: dict[Debt, Ore]) -> None:
        if months <= 0:
            return
        for debt, owed in self.owed.items():
            rate = debt.nominal_rate_percent / MONTHLY_PERCENT
            growth = (1 + rate) ** months
            payments = plain[debt] * ((growth - 1) / rate if rate else months)
            self.owed[debt] = owed * growth - payments
        self.month += months
        self.paid += self.per_month * months

    def _one_month(self) -> None:
        self.month += 1
        left = Decimal(self.per_month)
        for debt, owed in self.owed.items():
            with_interest = owed + _interest(debt, owed)
            minimum = min(Decimal(debt.minimum), with_interest)
            self.owed[debt] = with_interest - minimum
            left -= minimum
        for debt, owed in self.owed.items():
            more = min(left, owed)
            self.owed[debt] = owed - more
            left -= more
        self.paid += self.per_month - left
        self._take_away_paid()

    def _take_away_paid(self) -> None:
        for debt in [debt for debt, owed in self.owed.items() if owed <= NOISE]:
            del self.owed[debt]
            self.done.append(Done(debt.id, self.month))


def _run(debts: Sequence[Debt], per_month: Ore, order: Order) -> _Run:
    """The plan as far as it comes; it does not begin if the first month has too little for the minimums."""
    run = _Run(per_month, {debt: Decimal(debt.balance) for debt in _sorted(debts, order)})
    if per_month >= sum((_least(debt) for debt in debts), Decimal(0)) - NOISE:
        run.go()
    return run


def _sorted(debts: Iterable[Debt], order: Order) -> list[Debt]:
    if order == "highest_rate":
        return sorted(debts, key=lambda debt: (-debt.nominal_rate_percent, debt.balance))
    return sorted(debts, key=lambda debt: (debt.balance, -debt.nominal_rate_percent))


def _interest(debt: Debt, owed: Decimal) -> Decimal:
    """A month's interest in öre; multiplied first, so that whole öre come out whole."""
    return owed * debt.nominal_rate_percent / MONTHLY_PERCENT


def _least(debt: Debt) -> Decimal:
    """What the debt takes in the first month: its minimum, or what there is to pay."""
    return min(Decimal(debt.minimum), debt.balance + _interest(debt, Decimal(debt.balance)))


def _to_cover(debts: Iterable[Debt]) -> Decimal:
    """Öre for the first month's interest and minimums."""
    needs = (max(_least(debt), _interest(debt, Decimal(debt.balance))) for debt in debts)
    return sum(needs, Decimal(0))


def _months_left(debt: Debt, owed: Decimal, payment: Ore) -> Decimal | None:
    """How long the debt lasts with the same payment each month; None if it does not shrink."""
    shrinks_by = payment - _interest(debt, owed)
    if shrinks_by <= NOISE:
        return None
    if not debt.nominal_rate_percent:
        return owed / payment
    return (payment / shrinks_by).ln() / (1 + debt.nominal_rate_percent / MONTHLY_PERCENT).ln()


def _fewest_more(debts: Sequence[Debt], per_month: Ore, order: Order) -> Ore:
    """The fewest öre more a month with which the plan ends: more money never makes any balance larger."""
    too_few, enough = 0, 1
    while _run(debts, per_month + enough, order).owed:
        too_few, enough = enough, enough * 2
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        too_few, enough = (middle, enough) if _run(debts, per_month + middle, order).owed else (too_few, middle)
    return enough
