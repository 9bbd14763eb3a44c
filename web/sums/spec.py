"""The shape of a sum's page: what it asks, how it is worked out, how it is told, and when a report calls for it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from markupsafe import Markup

from calculator.figure import Figure
from calculator.reference_costs import Used
from report.build import Report
from web.forms.rows import TypedForm, Values
from web.session.visit import Visit

Figures = Mapping[str, Figure]
Texts = Mapping[str, str]


class CannotSum(ValueError):
    """Each field can be read, but not all of them together: which field, and what to say beside it."""

    def __init__(self, name: str, says: str) -> None:
        self.name, self.says = name, says
        super().__init__(says)


@dataclass(frozen=True, slots=True)
class Told:
    """One line of what came of a sum. `label` is Swedish and named for the catalogues with `N_`."""

    label: str
    shown: Markup
    strong: bool = False


@dataclass(frozen=True, slots=True)
class InReport:
    """What a report has worked out of a sum by itself, or why it could not."""

    told: tuple[Told, ...] = ()
    used: tuple[Used, ...] = ()
    unsure: str = ""
    """Why there is no number; Swedish, named for the catalogues with `N_`."""
    of_household: bool = False
    """Whether the page of the household asks for what is missing."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A page that asks, works out and tells."""

    rule: str
    """The id in `calculator.rules`. A `templates/sums/<rule>.html` may show more than the lines that are told."""
    path: str
    title: str
    """Swedish, named for the catalogues with `N_`."""
    lead: str
    form: type[TypedForm]
    work: Callable[[Values, datetime.date, Figures], Any]
    """What `told` and the template take. Raises `CannotSum`, and `FigureMissing` on a day before any value."""
    told: Callable[[Any], Iterable[Told]]
    used: Callable[[Any], tuple[Used, ...]] = lambda result: ()
    beforehand: Callable[[Visit, datetime.date], Texts] = lambda visit, day: {}
    """What is filled in beforehand from the budget, or from the list of debts, where there is one."""
    filled_from: Literal["budget", "debts"] = "budget"
    caution: str = ""
    """What is said of the result wherever it stands. Swedish, named for the catalogues with `N_`."""
    unsure: Callable[[Visit, datetime.date], str] = lambda visit, day: ""
    """Why nothing could be filled in; Swedish, empty where there is no reason."""
    steps: tuple[str, ...] = ()
    """The blocks of advice whose row in the plan shows the first strong line of what came of it."""
    near: Callable[[Report], bool] = lambda report: False
    """Whether the result of this case leads to the page of the sum."""
    in_report: Callable[[Report], InReport | None] = lambda report: None
    """What the report itself has worked out of it; None where it is not called for."""


def chosen(report: Report, *options: str) -> bool:
    """Whether one of these answers was given, each written as `question.option`."""
    given = {f"{question.id}.{option.id}" for question, found in report.questions for option in found}
    return not given.isdisjoint(options)
