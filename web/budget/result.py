"""What the budget comes to: a band and a goal, what is missing in it, each row beside what is usual, and next steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from calculator.budget import BudgetSums
from calculator.month_band import Band, band_of, goal_of
from content.money import Ore
from report.build import paper_report
from report.step import Step
from web.budget.rows import RowSum
from web.extensions import library, today
from web.session.as_case import case_of
from web.session.visit import Visit

Idea = Literal["pay_less", "look_over", "adviser", "month"]
Beside = Literal["lower", "usual", "higher"]
FULL = 100
"""Where a row's bar ends when it is the longest, in units of the drawing."""
ABOUT_THE_SAME = 5
"""Within a fifth, either way, a cost is as usual."""
MOST_STEPS = 3
CALM_BLOCKS = frozenset({"B31"})
"""Steps that only ask for more answers."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the result: öre a month, the length of its bar, where the usual cost stands, and how it compares."""

    sum: RowSum
    bar: int
    mark: int | None
    beside: Beside | None
    of_hundred: int | None
    """How many of a hundred kronor of the income go there."""


@dataclass(frozen=True, slots=True)
class Result:
    """`band` is None where it cannot be said: no income is written, or money seems to be left and rows are empty.

    `with_usual` is what would be left if the empty rows cost what is usual; None where no usual cost is known.
    """

    sums: BudgetSums
    band: Band | None
    goal: Ore
    empty: tuple[RowSum, ...]
    with_usual: Ore | None
    rows: tuple[Shown, ...]


def result_of(sums: BudgetSums, rows: tuple[RowSum, ...]) -> Result:
    """The result; nothing is praised while rows that nearly everybody pays for are empty."""
    empty = tuple(row for row in rows if row.empty)
    band: Band | None = band_of(sums) if sums.income else None
    if empty and band != "short":
        band = None
    usual = sum(row.usual or 0 for row in empty)
    return Result(
        sums=sums,
        band=band,
        goal=goal_of(sums),
        empty=empty,
        with_usual=sums.left_after_debts - usual if usual and sums.income else None,
        rows=tuple(_shown(rows, sums.income)),
    )


def _shown(rows: Iterable[RowSum], income: Ore) -> Iterable[Shown]:
    given = [row for row in rows if row.month is not None]
    longest = max((max(row.month or 0, row.usual or 0) for row in given), default=0) or 1
    for row in given:
        month = row.month or 0
        yield Shown(
            row,
            bar=FULL * month // longest,
            mark=FULL * row.usual // longest if row.usual else None,
            beside=_beside(month, row.usual) if row.usual else None,
            of_hundred=month * 100 // income if income and row.row.id in ("home", "debts") else None,
        )


def _beside(month: Ore, usual: Ore) -> Beside:
    if abs(month - usual) * ABOUT_THE_SAME <= usual:
        return "usual"
    return "lower" if month < usual else "higher"


def ideas_of(found: Result) -> tuple[tuple[Idea, RowSum | None], ...]:
    """What the sums themselves say to try where money is short: after the plan's own steps, at most three in all."""
    if found.band not in ("short", "tight"):
        return ()
    over = [row.sum for row in found.rows if row.beside == "higher"]
    most = max(over, key=lambda row: (row.month or 0) - (row.usual or 0), default=None)
    ideas: list[tuple[Idea, RowSum | None]] = []
    if found.sums.debts:
        ideas.append(("pay_less", None))
    if most is not None:
        ideas.append(("look_over", most))
    return (*ideas, ("adviser", None), ("month", None))


def next_steps(visit: Visit) -> tuple[Step, ...]:
    """The first steps of the plan, as whatever leaves the screen has them: a budget may be looked at by others."""
    report = paper_report(library(), case_of(visit), today())
    return tuple(step for step in report.steps if step.block.id not in CALM_BLOCKS)[:MOST_STEPS]
