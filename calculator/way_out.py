"""The way out of the debts of a list: at least how many months, with what a month has left. It promises nothing.

Whatever is not known makes it longer: an interest that nobody wrote counts as none, and a debt without an amount is
left out, so that the number of months is always the least.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from calculator.debts import Owed
from calculator.repayment import Debt, repayment
from content.money import Ore

State = Literal["no_money_known", "nothing_left", "no_amounts", "never", "ends"]
LONG = 60
"""Months: a plan that takes longer is one to ask about debt restructuring for, which mostly takes five years."""


@dataclass(frozen=True, slots=True)
class WayOut:
    """How the plan goes with `per_month` öre; `months` and `interest` where it ends, `short_by` where it never does.

    `without_amount` and `without_rate` say how many debts make it longer than is said here.
    """

    state: State
    per_month: Ore | None
    months: int | None = None
    interest: Ore | None = None
    short_by: Ore | None = None
    without_amount: int = 0
    without_rate: int = 0

    @property
    def long(self) -> bool:
        """Whether it takes more than five years, or never ends."""
        return self.state == "never" or (self.months or 0) > LONG


def way_out(debts: Sequence[Owed], per_month: Ore | None) -> WayOut:
    """The way out of these debts, those that are contested left out by the caller.

    `per_month` is what is left when the month's costs are paid, before any debt; None where no budget says it. Then
    what is paid today counts.
    """
    paid_today = sum(debt.minimum for debt in debts)
    money = per_month if per_month is not None else paid_today or None
    known = [debt for debt in debts if debt.owed]
    unknown = sum(debt.owed is None for debt in debts)
    without_rate = sum(debt.rate is None for debt in known)
    if money is None:
        return WayOut("no_money_known", None, without_amount=unknown, without_rate=without_rate)
    if money <= 0:
        return WayOut("nothing_left", money, without_amount=unknown, without_rate=without_rate)
    if not known:
        return WayOut("no_amounts", money, without_amount=unknown)
    plan = repayment([_debt(number, debt) for number, debt in enumerate(known)], money, "highest_rate")
    return WayOut(
        "never" if plan.months is None else "ends",
        money,
        months=plan.months,
        interest=plan.total_interest,
        short_by=plan.short_by,
        without_amount=unknown,
        without_rate=without_rate,
    )


def _debt(number: int, debt: Owed) -> Debt:
    return Debt(str(number), debt.owed or 0, debt.rate or Decimal(0), debt.minimum)
