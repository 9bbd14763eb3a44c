"""All sums in one table, and what came of those that somebody has made or that a report calls for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from calculator.figure import FigureMissing
from calculator.reference_costs import Used
from report.build import Report
from web.extensions import library, today
from web.session.visit import Visit
from web.sums import household_sums, late_bill, loans, month, plans
from web.sums import kept as what_is_kept
from web.sums.ask import Ask, Values
from web.sums.form import SumForm
from web.sums.spec import CannotSum, Sum, Told

SUMS: tuple[Sum, ...] = (
    late_bill.PAGE,
    what_is_kept.PAGE,
    month.PAGE,
    plans.REPAYMENT,
    loans.LOAN,
    loans.PAY_LATER,
    plans.SAVING,
    household_sums.STANDARD,
    household_sums.COSTS,
)
"""In the order of the list: what most people come with first."""
BY_PATH = {one.path: one for one in SUMS}
BY_RULE = {one.rule: one for one in SUMS}


@dataclass(frozen=True, slots=True)
class Made:
    """A sum that somebody has made: its page, and what came of it in lines."""

    sum: Sum
    told: tuple[Told, ...]
    used: tuple[Used, ...]
    by_report: bool = False
    """Whether a report called for it: then paper has its main lines only."""
    unsure: str = ""
    """Why there is no number; Swedish, named for the catalogues with `both`."""
    of_household: bool = False
    """Whether the page of the household asks for what is missing."""


def made(visit: Visit) -> Iterator[Made]:
    """Every sum that was made in this visit, as far as it can still be worked out."""
    for page in SUMS:
        if page.rule in visit.sums:
            form = SumForm(page.asks, kept(visit, page))
            result = worked(page, form)
            if result is not None:
                yield Made(page, tuple(page.told(result)), page.used(result))


def fitting(report: Report) -> Iterator[Made]:
    """The sums that a report has worked out from the budget and the household, and the one that it could not."""
    page, found = what_is_kept.PAGE, report.protected
    if found and found.unsure:
        mend = found.unsure in what_is_kept.OF_THE_HOUSEHOLD
        yield Made(page, (), (), by_report=True, unsure=what_is_kept.WHY_UNSURE[found.unsure], of_household=mend)
    elif found:
        yield Made(page, tuple(what_is_kept.told_of_debt(found)), found.figures_used, by_report=True)
    page = household_sums.STANDARD
    if report.standard:
        yield Made(page, tuple(page.told(report.standard)), page.used(report.standard), by_report=True)


def both_of(report: Report, visit: Visit) -> tuple[Made, ...]:
    """Those that were made, and those that the report calls for and nobody made by hand."""
    own = {one.sum.rule: one for one in made(visit)}
    return (*(one for one in fitting(report) if one.sum.rule not in own), *own.values())


def kept(visit: Visit, page: Sum) -> dict[str, str]:
    """What was typed for a sum in this visit."""
    return dict(visit.sums.get(page.rule, {}))


def worked(page: Sum, form: SumForm) -> Any:
    """What came of it; None where something is wrong, and then the form says what."""
    values: Values | None = form.read()
    if values is None:
        return None
    try:
        return page.work(values, today(), library().calculator.figures)
    except CannotSum as error:
        form.refuse(error.name, error.says)
    except FigureMissing:
        first = next(part.name for part in page.asks if isinstance(part, Ask))
        form.refuse(first, _("Det finns inga siffror för den tiden."))
    return None
