"""A budget as the rows of a table: each group with its lines, and how long its bar is in a chart."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from calculator.budget import Budget, by_group
from calculator.lines import BudgetLine, Group
from calculator.reader import CalculatorContent
from content.money import Ore, rounded


@dataclass(frozen=True, slots=True)
class LineSum:
    """One line, in öre a month; `about` where the amount was a guess."""

    line: BudgetLine
    month: Ore
    about: bool


@dataclass(frozen=True, slots=True)
class GroupSum:
    """One row: a group and its lines, in öre a month, and its bar as a part of the longest one."""

    group: Group
    month: Ore
    lines: tuple[LineSum, ...]
    bar: Fraction


def group_sums(budget: Budget, content: CalculatorContent) -> tuple[GroupSum, ...]:
    """Every group that has a line, in the order of the budget's pages. A group is rounded once, not line by line."""
    months = by_group(budget, content.group_of)
    longest = max(months.values(), default=0) or 1
    place = {line_id: number for number, line_id in enumerate(content.group_of)}
    lines: dict[str, list[LineSum]] = {}
    for line in sorted(budget, key=lambda one: place[one.id]):
        shown = LineSum(content.line(line.id), rounded(line.monthly), line.about)
        lines.setdefault(content.group_of[line.id], []).append(shown)
    return tuple(
        GroupSum(group, month := months.get(group.id, 0), tuple(lines[group.id]), Fraction(month, longest))
        for group in content.groups
        if group.id in lines
    )
