"""What a month comes to, for pages and sheets: the rows of the table and the chart, and the reference costs."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from fractions import Fraction

from calculator.budget import Budget, Line
from calculator.figure import FigureMissing
from calculator.household import Household
from calculator.lines import BudgetLine, Group
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

LONGEST_BAR = 1000
"""The width of the chart's longest bar, in units of the drawing."""
FIGURES_OF = {"food": (FOOD_AT_HOME, FOOD_LUNCH_AWAY), "individual": (INDIVIDUAL,)} | {
    item: (name,) for item, name in SHARED.items()
}


@dataclass(frozen=True, slots=True)
class LineSum:
    """One line of the budget, öre per month."""

    line: BudgetLine
    month: Ore
    about: bool


@dataclass(frozen=True, slots=True)
class GroupSum:
    """One row of the table: a group and its lines, öre per month, and how long its bar is."""

    group: Group
    month: Ore
    lines: tuple[LineSum, ...]
    bar: int


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


def group_sums(budget: Budget) -> list[GroupSum]:
    """Every group that has a line, in the order of the pages."""
    calculator, given = library().calculator, {line.id: line for line in budget}
    in_group: dict[str, list[Line]] = {}
    for line_id, group_id in calculator.group_of.items():
        if line_id in given:
            in_group.setdefault(group_id, []).append(given[line_id])
    months = {group: rounded(sum((line.monthly for line in lines), Fraction(0))) for group, lines in in_group.items()}
    longest = max(months.values(), default=0) or 1
    return [
        GroupSum(group, months[group.id], _line_sums(in_group[group.id]), LONGEST_BAR * months[group.id] // longest)
        for group in calculator.groups
        if group.id in months
    ]


def _line_sums(lines: list[Line]) -> tuple[LineSum, ...]:
    known = library().calculator
    return tuple(LineSum(known.line(line.id), rounded(line.monthly), line.about) for line in lines)


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
