"""What a line costs by Konsumentverket's calculation for this household, and what has to be said beside it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from calculator.figure import FigureMissing
from calculator.household import Household
from calculator.lines import BudgetLine
from calculator.period import Period, in_period
from calculator.reader import Note
from calculator.reference_costs import (
    FOOD_AT_HOME,
    FOOD_LUNCH_AWAY,
    INDIVIDUAL,
    SHARED,
    ReferenceCosts,
    Used,
    reference_costs,
)
from content.money import Ore, rounded
from web.extensions import library
from web.forms.reading import as_typed

FIGURES_OF = {"food": (FOOD_AT_HOME, FOOD_LUNCH_AWAY), "individual": (INDIVIDUAL,)} | {
    item: (name,) for item, name in SHARED.items()
}


@dataclass(frozen=True, slots=True)
class Reference:
    """What a line costs by Konsumentverket's calculation: öre per `period`, and the year of the numbers."""

    amount: Ore
    period: Period
    year: str
    ended: bool

    @property
    def typed(self) -> str:
        """The amount as it is filled in."""
        return as_typed(self.amount)


def reference_notes() -> tuple[Note, ...]:
    """What must be said wherever reference costs are shown."""
    return library().calculator.notes


def reference_year(used: tuple[Used, ...]) -> str:
    """The year of these numbers, or the first and the last of them."""
    years = sorted({str(one.dated.from_.year) for one in used})
    return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"


def references(household: Household | None, day: datetime.date) -> dict[str, Reference]:
    """The reference cost of each line that has one in this household, per period as the line is mostly paid."""
    calculator = library().calculator
    if household is None:
        return {}
    try:
        costs = reference_costs(day, household.people, household.tenant, calculator.figures)
    except FigureMissing:
        return {}
    lines = [*calculator.lines.values(), *calculator.own_lines.values()]
    per_line = costs.per_line(lines)
    return {line.id: _reference(line, per_line[line.id], costs) for line in lines if line.id in per_line}


def _reference(line: BudgetLine, month: Ore, costs: ReferenceCosts) -> Reference:
    names = FIGURES_OF[line.reference] if line.reference else ()
    used = tuple(one for one in costs.figures_used if one.dated.figure.id in names)
    ended = any(one.dated.state == "ended" for one in used)
    return Reference(rounded(in_period(month, line.period)), line.period, reference_year(used), ended)
