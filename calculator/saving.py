"""How long it takes to save to a goal: the same deposit at the end of each month, and interest on what is there."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal, localcontext
from typing import Annotated, ClassVar

from pydantic import Field

from calculator.given import NO_UNKNOWN_KEYS, Whole
from calculator.inputs import Amount
from calculator.numbers import Percent
from calculator.precision import LONG, NOISE, whole
from content.money import ORE_IN_KRONA, Ore

MONTHS_IN_YEAR = 12
MOST_DEPOSITS_A_YEAR = 366


@dataclass(frozen=True, slots=True)
class SavingPlan:
    """A goal, a deposit and what is there already in öre; how many deposits a year; the effective yearly rate."""

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    goal: Amount
    deposit: Amount
    deposits_per_year: Annotated[Whole, Field(ge=1, le=MOST_DEPOSITS_A_YEAR)]
    start: Amount = 0
    effective_rate_percent: Percent = Decimal(0)


@dataclass(frozen=True, slots=True)
class Saved:
    """After how many whole months, and what is there then in whole kronor, half up."""

    months: int
    kronor: int


def saving(plan: SavingPlan) -> Saved | None:
    """The first month end when the goal is reached (0 if it is from the start); None if it never is.

    The deposits of a year are spread evenly over its months. The monthly rate is (1 + effective)^(1/12) − 1.
    """
    with localcontext(LONG):
        growth = (1 + plan.effective_rate_percent / 100) ** (Decimal(1) / MONTHS_IN_YEAR)
        monthly = Decimal(plan.deposit * plan.deposits_per_year) / MONTHS_IN_YEAR
        months = _about(plan, monthly, growth)
        if months is None:
            return None
        # the monthly rate is a root that is cut off: a goal that is met exactly must not take a month more
        while _after(months, plan.start, monthly, growth) + NOISE < plan.goal:
            months += 1
        kronor = _after(months, plan.start, monthly, growth) / ORE_IN_KRONA
        return Saved(months, whole(kronor))


def _after(months: int, start: Ore, monthly: Decimal, growth: Decimal) -> Decimal:
    """Öre after so many months."""
    if growth == 1:
        return start + monthly * months
    grown = growth**months
    return start * grown + monthly * (grown - 1) / (growth - 1)


def _about(plan: SavingPlan, monthly: Decimal, growth: Decimal) -> int | None:
    """A month at most a little before the goal is reached; None if what is there does not grow."""
    if plan.start >= plan.goal:
        return 0
    if growth == 1:
        exact = (plan.goal - plan.start) / monthly if monthly else None
    else:
        interest = growth - 1
        now = plan.start * interest + monthly
        exact = ((plan.goal * interest + monthly) / now).ln() / growth.ln() if now else None
    return None if exact is None else max(0, int(exact.to_integral_value(ROUND_CEILING)) - 2)
