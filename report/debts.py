"""The debts of a case: their order, what is contested, the way out, and what is known from elsewhere to be offered."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advice.letters import Letter
from calculator.budget import BudgetSums
from calculator.debts import LETTERS, DebtKind, DebtWords, Owed, Placed, Reason, in_order, total_of
from calculator.letter_days import last_day, next_working_day
from calculator.quick import lines_of
from calculator.reader import CalculatorContent
from calculator.way_out import WayOut, way_out
from content.money import Ore, rounded
from content.text import Text
from report.case import Case
from report.library import Library

BILLS, OF_LETTERS = "unpaid_now", "letters"
"""The questions that tell of debts."""


@dataclass(frozen=True, slots=True)
class Named:
    """A debt in its place with all its words: what it is, which letter has come and where that is."""

    debt: Owed
    number: int
    """Its place in the list as it was written, the first being 1."""
    name: Text
    letter: Text | None
    place: Text | None
    reason: Reason
    gone_by: bool
    """Whether its last day has gone by."""


@dataclass(frozen=True, slots=True)
class DebtList:
    """The whole list. `total` is öre; `without_amount` debts are not in it. `unfinished` says that the budget lacks
    what nearly everybody pays for, so that less may be left for debts than it says."""

    pay: tuple[Named, ...]
    contest: tuple[Named, ...]
    contest_first: bool
    total: Ore
    without_amount: int
    way: WayOut
    from_budget: bool
    unfinished: bool

    @property
    def every(self) -> tuple[Named, ...]:
        """All of them, in the order in which they are shown."""
        return (*self.contest, *self.pay) if self.contest_first else (*self.pay, *self.contest)


def debts_of(case: Case, sums: BudgetSums | None, library: Library, day: datetime.date) -> DebtList | None:
    """The list of a case; None where no debt was written."""
    if not case.debts:
        return None
    words = library.calculator.debts
    letters = {one.id: one for one in library.door.letters}
    pay, contest = in_order(case.debts, words, day)
    left = sums.left_before_debts if sums and sums.income else None
    total, without = total_of(case.debts)
    return DebtList(
        pay=tuple(_named(one, words, letters, day) for one in pay),
        contest=tuple(_named(one, words, letters, day) for one in contest),
        contest_first=any(one.debt.last and one.debt.last <= next_working_day(day) for one in contest),
        total=total,
        without_amount=without,
        way=way_out([one.debt for one in pay], left),
        from_budget=left is not None,
        unfinished=left is not None and _unfinished(case, library.calculator),
    )


def _named(one: Placed, words: DebtWords, letters: Mapping[str, Letter], day: datetime.date) -> Named:
    letter, place = letters.get(one.debt.letter), words.place(one.debt.place)
    return Named(
        debt=one.debt,
        number=one.number + 1,
        name=words.kind(one.debt.kind).label,
        letter=letter.name if letter else None,
        place=place.label if place else None,
        reason=words.reason(one.reason),
        gone_by=one.debt.last is not None and one.debt.last < day,
    )


def _unfinished(case: Case, content: CalculatorContent) -> bool:
    given = {line.id for line in case.budget or ()}
    rows = content.quick.rows
    return any(row.asked and given.isdisjoint(lines_of(row, rows, content.group_of)) for row in rows)


def offered(case: Case, library: Library, day: datetime.date) -> tuple[Owed, ...]:
    """Debts that the check or the budget tells of and that are not in the list, one for each kind."""
    there = {debt.kind for debt in case.debts} | {debt.letter for debt in case.debts if debt.letter}
    found = (_found(kind, case, day) for kind in library.calculator.debts.kinds if kind.id not in there)
    return tuple(debt for debts in found for debt in debts if debt.letter not in there)


def _found(kind: DebtKind, case: Case, day: datetime.date) -> Iterator[Owed]:
    """One debt of the kind with what is known of it; of a kind that is not known, one for each letter."""
    chosen = case.answers.chosen
    letters = [letter for letter in kind.letters if letter in chosen.get(OF_LETTERS, ()) and letter in LETTERS]
    lines = [line for line in (case.budget.debts if case.budget else ()) if line.id in kind.lines and line.amount]
    billed = not set(kind.bills).isdisjoint(chosen.get(BILLS, ()))
    if not (letters or lines or billed):
        return
    a_month = rounded(sum((line.monthly for line in lines), 0 * lines[0].monthly)) if lines else None
    about = any(line.about for line in lines)
    each = letters if kind.group == "other" else letters[:1]
    for letter in each or [""]:
        known = case.letters_dates.get(letter)
        last = last_day(letter, known, day) if known else None
        yield Owed(kind.id, about=about, letter=letter, last=last, a_month=a_month)
