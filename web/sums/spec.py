"""The shape of a sum's page: what it asks, how it is worked out, and the lines that say what came of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from calculator.figure import Figure
from calculator.reference_costs import Used
from web.session.visit import Visit
from web.sums.ask import Ask, Rows, Texts, Values

Figures = Mapping[str, Figure]


class CannotSum(ValueError):
    """Each field can be read, but not all of them together: which field, and what to say beside it."""

    def __init__(self, name: str, says: str) -> None:
        self.name, self.says = name, says
        super().__init__(says)


@dataclass(frozen=True, slots=True)
class Told:
    """One line of what came of a sum. `label` is Swedish and named for the catalogues with `both`."""

    label: str
    shown: Markup
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """A page that asks, works out and tells."""

    rule: str
    """The id in `calculator.rules`; its template is `templates/sums/<rule>.html`."""
    path: str
    title: str
    """Swedish, named for the catalogues with `both`."""
    lead: str
    asks: tuple[Ask | Rows, ...]
    work: Callable[[Values, datetime.date, Figures], Any]
    """The result, which the template knows. Raises `CannotSum`, and `FigureMissing` on a day before any value."""
    told: Callable[[Any], Iterable[Told]]
    used: Callable[[Any], tuple[Used, ...]] = lambda result: ()
    beforehand: Callable[[Visit, datetime.date], Texts] = lambda visit, day: {}
    """What is filled in beforehand from the budget, where there is one."""
    caution: str = ""
    """What is said of the result wherever it stands. Swedish, named for the catalogues with `both`."""
    unsure: Callable[[Visit, datetime.date], str] = lambda visit, day: ""
    """Why nothing could be filled in; Swedish, empty where there is no reason."""
