"""All sums in one table, and the results of those that somebody has made or that a report calls for.

A sum is a file in `web/sums/rules`, a function in `calculator/` with its entry in `calculator/rules.py`, and a line
here (`docs/add-a-sum.md`). The list of pages, the links of the result and the parts of the sheet follow from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from flask_babel import gettext as _

from calculator.figure import FigureMissing
from calculator.reference_costs import Used
from report.build import Report
from web.extensions import library, today
from web.forms.rows import TypedForm, filled
from web.session.visit import Visit
from web.sums.spec import CannotSum, Sum, Told

ORDER = (
    "late_bill",
    "protected_amount",
    "month_calendar",
    "repayment",
    "loan",
    "effective_rate",
    "saving",
    "minimum_standard",
    "reference_costs",
)
"""The files of `web/sums/rules` in the order of the list: what most people come with first."""
SUMS: tuple[Sum, ...] = tuple(import_module(f"web.sums.rules.{name}").SUM for name in ORDER)
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
    """Why there is no number; Swedish, named for the catalogues with `N_`."""
    of_household: bool = False
    """Whether the page of the household asks for what is missing."""


def made(visit: Visit) -> Iterator[Made]:
    """Every sum that was made in this visit, as far as it can still be worked out."""
    for page in SUMS:
        if page.rule in visit.sums:
            result = worked(page, kept(visit, page))
            if result is not None:
                yield Made(page, tuple(page.told(result)), page.used(result))


def fitting(report: Report) -> Iterator[Made]:
    """The sums that a report has worked out by itself, and those that it could not."""
    for page in SUMS:
        if found := page.in_report(report):
            yield Made(page, found.told, found.used, True, found.unsure, found.of_household)


def near_at_hand(report: Report) -> list[Sum]:
    """The sums whose pages the result of this case leads to."""
    return [page for page in SUMS if page.near(report)]


def both_of(report: Report, visit: Visit) -> tuple[Made, ...]:
    """Those that were made, and those that the report calls for and nobody made by hand."""
    own = {one.sum.rule: one for one in made(visit)}
    return (*(one for one in fitting(report) if one.sum.rule not in own), *own.values())


def of_steps(made: Iterable[Made]) -> dict[str, Told]:
    """Block of advice → the one line of a sum that its row shows; nothing where there is no number."""
    first = {one.sum: next((line for line in one.told if line.strong), None) for one in made if not one.unsure}
    return {block: line for page, line in first.items() if line for block in page.steps}


def kept(visit: Visit, page: Sum) -> TypedForm:
    """The form of a sum with what was typed in this visit."""
    return filled(page.form, visit.sums.get(page.rule, {}))


def worked(page: Sum, form: TypedForm) -> Any:
    """The result of a sum; None where the form has a fault, which it then shows."""
    if not form.validate():
        return None
    try:
        return page.work(form.values, today(), library().calculator.figures)
    except CannotSum as error:
        form.refuse(error.name, error.says)
    except FigureMissing:
        form.refuse(next(field.name for field in form.leaves), _("Det finns inga siffror för den tiden."))
    return None
