"""How an unpaid bill grows, step by step, and the default interest beside it. For bills, not for credits."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal

from calculator.figure import Dated, Figure, FigureMissing
from calculator.given import NO_UNKNOWN_KEYS
from calculator.inputs import Amount, Day, Fault, InputError
from calculator.reference_costs import Used
from content.money import Ore, ore_of, rounded

StepName = Literal["bill", "reminder", "collection", "payment_order", "enforcement", "second_year"]

REFERENCE_RATE = "reference_rate"
MARGIN = "default_interest_margin"
ENFORCEMENT = "enforcement_fee"
STEPS: dict[StepName, tuple[str, ...]] = {
    "reminder": ("reminder_fee",),
    "collection": ("collection_fee",),
    "payment_order": ("payment_order_fee", "payment_order_costs"),
    "enforcement": (ENFORCEMENT,),
    "second_year": (ENFORCEMENT,),
}
"""What each step adds at most. Private debts bear the basic fee once for each year that Kronofogden works on them."""
COLLECTION_TIME, ANSWER_TIME = "collection_time", "payment_order_time"
WAITS = (COLLECTION_TIME, ANSWER_TIME)
"""Figures in days: how long there is to answer a claim and a payment order."""
FIGURES = (*dict.fromkeys(fee for fees in STEPS.values() for fee in fees), REFERENCE_RATE, MARGIN, *WAITS)

LAW_OF_THE_BILL = "Räntelag (1975:635) 3, 4 och 6 §§"
DAYS_IN_YEAR = 365
"""Of every year: a day of a leap year costs as much as any other day."""
ONE_DAY = datetime.timedelta(days=1)
PERCENT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class LateBillInput:
    """A bill in öre (in JSON in kronor), the day it should have been paid, and the day that is asked about."""

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    amount: Amount
    due: Day
    day: Day


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way: öre that it adds at most, öre in all, and the law that says so."""

    step: StepName
    added: Ore
    total: Ore
    law: str


@dataclass(frozen=True, slots=True)
class LateBill:
    """The steps with the fees of that day, the interest to that day in öre, and the numbers they come from."""

    steps: tuple[Step, ...]
    interest: Ore
    figures_used: tuple[Used, ...]


def late_bill(given: LateBillInput, figures: Mapping[str, Figure]) -> LateBill:
    """The whole way of the bill; the interest stands apart, since it grows by the day and not by the step."""
    fees = {name: figures[name].on(given.day) for fees_of_step in STEPS.values() for name in fees_of_step}
    interest, rates = _interest(given, figures)
    return LateBill(
        steps=tuple(_steps(given.amount, fees)),
        interest=interest,
        figures_used=tuple(Used(dated) for dated in (*fees.values(), *rates)),
    )


def earliest_dates(
    due: datetime.date, day: datetime.date, figures: Mapping[str, Figure]
) -> dict[StepName, datetime.date]:
    """The first day on which each step of a bill can come; most come later, and a reminder may not come at all.

    A claim (inkassokrav) can be sent the day after the bill was due, since no law asks for a reminder first. An
    application waits for the time of the claim, the debt is collected when the time to answer has run out, and a year
    later the basic fee can be taken again.
    """
    wait = {name: datetime.timedelta(days=int(figures[name].on(day).amount)) for name in WAITS}
    late = due + ONE_DAY
    applied = late + wait[COLLECTION_TIME] + ONE_DAY
    collected = applied + wait[ANSWER_TIME] + ONE_DAY
    return {
        "bill": due,
        "reminder": late,
        "collection": late,
        "payment_order": applied,
        "enforcement": collected,
        "second_year": _a_year_after(collected),
    }


def _a_year_after(day: datetime.date) -> datetime.date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)


def _steps(amount: Ore, fees: Mapping[str, Dated]) -> Iterator[Step]:
    total = amount
    yield Step("bill", 0, total, LAW_OF_THE_BILL)
    for step, names in STEPS.items():
        added = sum(ore_of(fees[name].amount) for name in names)
        total += added
        yield Step(step, added, total, "; ".join(fees[name].value.source for name in names))


def _interest(given: LateBillInput, figures: Mapping[str, Figure]) -> tuple[Ore, tuple[Dated, ...]]:
    """Default interest on the bill itself in öre, and the rates it was worked out with.

    Räntelag (1975:635) 3, 6 and 9 §§: the reference rate of the half-year and eight percentage points on it, for each
    day after the day the bill was due, to the day that is asked about. Fees bear no interest here. Where no reference
    rate is known yet, the last one goes on and is marked as ended.
    """
    if given.day <= given.due:
        return 0, ()
    margin = figures[MARGIN].on(given.day)
    exact = Fraction(0)
    rates: dict[datetime.date, Dated] = {}
    first = given.due + ONE_DAY
    try:
        while first <= given.day:
            rate = figures[REFERENCE_RATE].on(first)
            last = _last_day(rate, figures[REFERENCE_RATE], first, given.day)
            rates[rate.from_] = rate
            share = (Fraction(rate.amount) + Fraction(margin.amount)) / PERCENT / DAYS_IN_YEAR
            exact += given.amount * share * ((last - first).days + 1)
            if last == given.day:
                break
            first = last + ONE_DAY
    except FigureMissing as error:
        raise InputError((Fault("due", f"is too long ago; {error}"),)) from error
    return rounded(exact), (*rates.values(), margin)


def _last_day(rate: Dated, figure: Figure, first: datetime.date, day: datetime.date) -> datetime.date:
    """The last day that is worked out with this rate, and not later than the day that is asked about."""
    if rate.state == "valid":
        return day if rate.until is None else min(rate.until, day)
    later = [value.from_ - ONE_DAY for value in figure.values if value.from_ > first]
    return min([*later, day])
