"""The budget on one page, as it is written in `quick.toml`: kinds of income, and a row with one amount for each part.

Every amount of that page is one of the budget's lines. Some rows are typed in one sum: it is not counted as soon as one
of the lines that it stands for is given, so that nothing is counted twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Annotated

from pydantic import Field

from calculator.lines import BudgetLine
from content.files import Content
from content.ids import Id
from content.text import Text


class SumLine(BudgetLine):
    """A line that holds a whole row in one amount; it stands on no page of a group."""

    group: Id
    """The group it is summed in."""


class QuickLine(Content):
    """A line of the budget, by its id, under a short name: a kind of income, or what an owned home costs."""

    id: Id
    label: Text
    hint: Text | None = None


class QuickRow(Content):
    """One amount of the page: a line of the budget, and the groups whose lines are counted in the row."""

    id: Id
    line: Id
    label: Text
    hint: Text | None = None
    groups: tuple[Id, ...] = ()
    """The first of them is where the row is divided."""
    whole: bool = False
    """The line stands for all others of the row."""
    stands_for: tuple[Id, ...] = ()
    """The lines that it stands for, where that is not all of them."""
    beside: tuple[Id, ...] = ()
    """Lines of a whole row that are counted beside its one amount."""
    owner: tuple[QuickLine, ...] = ()
    """What is asked instead of `line` in a home that is owned."""
    owner_label: Text | None = None
    """What the whole row is called there."""
    asked: bool = False
    """Nearly every household has such a cost: where nothing is written it is said."""


class Quick(Content):
    """`quick.toml`."""

    income: Annotated[tuple[QuickLine, ...], Field(min_length=1)]
    rows: Annotated[tuple[QuickRow, ...], Field(min_length=1)]
    lines: tuple[SumLine, ...]


def asked_of(row: QuickRow, *, owned: bool) -> tuple[QuickLine, ...]:
    """The lines that the page asks for in a row: its own, or those of a home that is owned."""
    return row.owner if owned and row.owner else (QuickLine(id=row.line, label=row.label, hint=row.hint),)


def lines_of(row: QuickRow, rows: Iterable[QuickRow], group_of: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of all lines that are counted in the row, its own first.

    `group_of` is line id → group id. Another row's own line, such as electricity, is counted in that row alone.
    """
    taken = {other.line for other in rows}
    return (row.line, *(line for line, group in group_of.items() if group in row.groups and line not in taken))


def parts_of(row: QuickRow, rows: Iterable[QuickRow], group_of: Mapping[str, str]) -> frozenset[str]:
    """The lines that a whole row's one amount stands for; none where it stands for itself alone."""
    if row.stands_for:
        return frozenset(row.stands_for)
    return frozenset(lines_of(row, rows, group_of)[1:]) - set(row.beside) if row.whole else frozenset()


def giving_way(given: Collection[str], rows: Collection[QuickRow], group_of: Mapping[str, str]) -> frozenset[str]:
    """Of the lines given, those that are not counted, since a line that they stand for is given too."""
    here = set(given)
    return frozenset(
        row.line for row in rows if row.line in here and not here.isdisjoint(parts_of(row, rows, group_of))
    )
