"""The rows of the quick budget as this visit has them: what is typed in each, what its other lines come to, and what
such a row costs by Konsumentverket's calculation."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from calculator.budget import Budget, total
from calculator.figure import FigureMissing
from calculator.household import Household
from calculator.lines import BudgetLine, Group, Kind
from calculator.quick import QuickLine, QuickRow, asked_of, lines_of, parts_of
from calculator.reference_costs import reference_costs
from content.money import ORE_IN_KRONA, Ore, rounded
from content.text import Text
from web.extensions import library
from web.session.visit import Visit

TENS = 10 * ORE_IN_KRONA
"""What things usually cost is said in tens of kronor: it is a help to guess."""


@dataclass(frozen=True, slots=True)
class RowSum:
    """One row of the quick budget, öre a month. `month` is None where nothing of the row was given.

    `usual` is what the row costs a household like this one, and None where nobody has worked that out. `asks` are
    the lines that the page asks for; `parts` is what the other lines of the row come to, and `divided` says that those
    hold what the own line would stand for, so that it is not counted.
    """

    row: QuickRow
    kind: Kind
    month: Ore | None
    label: Text
    asks: tuple[QuickLine, ...]
    parts: Ore
    divided: bool
    usual: Ore | None

    @property
    def empty(self) -> bool:
        """Whether nearly everybody has such a cost, and nothing was written; a nought is something written."""
        return self.row.asked and self.month is None


def row_sums(budget: Budget, household: Household | None, day: datetime.date) -> tuple[RowSum, ...]:
    """Every row of costs and debts, in the order of the page."""
    usual = usual_costs(household, day)
    return tuple(_rows(budget, usual, owned=household is not None and not household.tenant))


def _rows(budget: Budget, usual: Mapping[str, Ore], *, owned: bool) -> Iterator[RowSum]:
    content = library().calculator
    given = {line.id: line for line in budget}
    for row in content.quick.rows:
        here = [given[name] for name in lines_of(row, content.quick.rows, content.group_of) if name in given]
        asks = asked_of(row, owned=owned)
        rest = [line for line in here if line.id not in {one.id for one in asks}]
        divided = not parts_of(row, content.quick.rows, content.group_of).isdisjoint(given)
        yield RowSum(
            row=row,
            kind=content.kind_of(row.line),
            month=rounded(total(here)) if here else None,
            label=row.owner_label if owned and row.owner_label else row.label,
            asks=asks,
            parts=rounded(total(rest)),
            divided=divided,
            usual=usual.get(row.id),
        )


def usual_costs(household: Household | None, day: datetime.date) -> dict[str, Ore]:
    """Row → öre a month, to the nearest ten kronor, for those rows that a cost is worked out for."""
    if household is None:
        return {}
    content = library().calculator
    try:
        costs = reference_costs(day, household.people, household.tenant, content.figures)
    except FigureMissing:
        return {}
    every: list[BudgetLine] = list(content.lines.values())
    per_line = costs.per_line(every)
    found: dict[str, Ore] = {}
    for row in content.quick.rows:
        asked = {row.line, *parts_of(row, content.quick.rows, content.group_of)}
        month = sum(per_line.get(line, 0) for line in asked)
        # A row of which only a small part is known, such as insurance in all that is left, has no usual cost.
        if month and row.asked:
            found[row.id] = rounded(Fraction(month, TENS)) * TENS
    return found


def in_one_sum(visit: Visit, group: Group) -> tuple[QuickRow | None, frozenset[str], Ore]:
    """The row whose one amount the group's lines would stand instead of, those lines, and the amount, öre a month."""
    quick, group_of = library().calculator.quick, library().calculator.group_of
    for row in quick.rows:
        parts = parts_of(row, quick.rows, group_of)
        if group.id in row.groups and parts and row.line in visit.budget:
            return row, parts, rounded(visit.budget[row.line].as_line.monthly)
    return None, frozenset(), 0
