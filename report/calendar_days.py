"""The days of a plan for one's own calendar: when to call, the last days, pay. Nothing tells what they are about."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from calculator.banking_day import banking_day_before
from report.build import Report
from report.opening_hours import morning_to_call
from report.rows import unfolded
from report.step import Step

Kind = Literal["call", "last_day", "pay"]
ORDER: tuple[Kind, ...] = ("call", "last_day", "pay")
PAY_DAY = 25
"""The day of the month on which most pay comes; on the banking day before, where it is none."""
PAY_LINE = "pay"
SOON = ("now", "today")


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day and what it is, in one of three words. A call is at nine in the morning."""

    kind: Kind
    day: datetime.date


def calendar_days(report: Report, moment: datetime.datetime) -> tuple[CalendarDay, ...]:
    """The days of a report, in order, each once; what has gone by makes none.

    `report` is the one for paper: a calendar leaves the screen as a paper does. `moment` is Swedish time.
    """
    found = {*_calls(report, moment), *_last_days(report), *_pay(report)}
    return tuple(sorted(found, key=lambda one: (one.day, ORDER.index(one.kind))))


def _calls(report: Report, moment: datetime.datetime) -> Iterator[CalendarDay]:
    """The morning on which whoever is called first answers, for each step that is for today."""
    for step in unfolded(report):
        if step.when not in SOON:
            continue
        called = next((one for one in step.contacts if report.directory.phone_of(one)), None)
        day = morning_to_call(called, moment) if called else None
        if day is not None and not _too_late(step, day):
            yield CalendarDay("call", day)


def _too_late(step: Step, day: datetime.date) -> bool:
    """A call after a day that is still to come would say that there is time until then."""
    return step.last_day is not None and not step.gone_by and step.last_day < day


def _last_days(report: Report) -> Iterator[CalendarDay]:
    for step in report.steps:
        if step.last_day is not None and not step.gone_by:
            yield CalendarDay("last_day", step.last_day)


def _pay(report: Report) -> Iterator[CalendarDay]:
    """The next day pay comes, where the budget has pay by the month."""
    budget = report.budget
    if budget and any(line.id == PAY_LINE and line.amount and line.period == "month" for line in budget.income):
        this_month = banking_day_before(report.day.replace(day=PAY_DAY))
        following = (report.day.replace(day=1) + datetime.timedelta(days=31)).replace(day=PAY_DAY)
        yield CalendarDay("pay", this_month if this_month >= report.day else banking_day_before(following))
