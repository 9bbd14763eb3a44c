"""The plan as page and paper show it: rows under "today, this week, later", and each telephone number once.

A row is one step, or several urgent ones that begin with the same call. Steps keep their own day inside a row.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from advice.contacts import Directory
from advice.model import Danger, Order
from advice.place import Contact
from calculator.letter_days import next_working_day
from report.build import Report
from report.step import Step

HELPING, ADVISER_STEP, CONTROLLED = "B30", "B08", "B19"
MANY_ROWS = 3
"""With more urgent rows than these it is said that nobody needs to do all of it alone."""
A_WEEK = datetime.timedelta(days=7)
"""A step whose last day is within so long is not folded."""
GROUPS = (("today", ("now", "today")), ("this_week", ("this_week",)), ("later", ("later",)))
ALWAYS_SEEN: tuple[Danger, ...] = ("life", "food", "home")
"""In a crisis these stay to be seen, in one line each."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody to call. Where the number stands already, `at` is the number of that step and `phone` is None."""

    contact: Contact
    phone: str | None
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One step, or several urgent ones with the same first contact; `number` is the first step's."""

    number: int
    steps: tuple[Step, ...]
    callers: tuple[Caller, ...] = ()

    @property
    def together(self) -> bool:
        """Whether it is one call for several steps."""
        return len(self.steps) > 1

    @property
    def urgent(self) -> bool:
        """Whether it holds an urgent step."""
        return self.steps[0].urgent

    @property
    def letters(self) -> int:
        """How many letters it is about; 0 where a step of it is about none."""
        return len({step.letter for step in self.steps}) if all(step.letter for step in self.steps) else 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows by when they are to be done; each group once, and only where it has a row.

    `line` is said over the plan to whoever helps somebody. `together` is the adviser's row, which stands second where
    there are many urgent ones. `more` is folded; `contacts` are those that no row has named.
    """

    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    more: tuple[Row, ...]
    contacts: tuple[Caller, ...]
    helplines: tuple[Contact, ...]
    line: Step | None = None
    together: Row | None = None


@dataclass(frozen=True, slots=True)
class Crisis:
    """What is seen below the helplines: a step in one line each, and whom somebody else should call today."""

    lines: tuple[Step, ...]
    call_for_me: tuple[Contact, ...]


def plan_of(report: Report) -> Plan:
    """The rows of a report, with each number where it is first needed."""
    line = next((step for step in report.urgent_steps if step.block.id == HELPING), None)
    steps = [step for step in unfolded(report)[int(report.crisis) :] if step is not line]
    adviser = next((step for step in report.steps if step.block.id == ADVISER_STEP), None)
    many = sum(row.urgent for row in rows_of(steps)) > MANY_ROWS
    own = adviser if many else None
    numbers = Numbers(report.directory)
    for contact in report.helplines if report.crisis else ():
        numbers.is_new(contact)
    rows = rows_of([step for step in steps if step is not own])
    first = [numbers.said_in(row) for row in rows[:1]]
    together = numbers.said_in(Row(0, (own,))) if own else None
    first += [numbers.said_in(row) for row in rows[1:]]
    contacts = tuple(numbers.not_listed(report.contacts))
    helplines = tuple(contact for contact in report.helplines if numbers.is_new(contact))
    left = [step for step in report.more_steps if step not in steps and step is not own]
    more = tuple(numbers.said_in(row) for row in rows_of(left, len(steps) + 1))
    return Plan(tuple(_grouped(first)), more, contacts, helplines, line, together)


def unfolded(report: Report) -> tuple[Step, ...]:
    """What page and paper show at once: the first steps, and of the others each whose last day is within a week."""
    until = report.day + A_WEEK
    soon = (step for step in report.more_steps if step.last_day and not step.gone_by and step.last_day <= until)
    return (*report.first_steps, *soon)


def rows_of(steps: Sequence[Step], number: int = 1) -> list[Row]:
    """The steps as rows, numbered from `number`: urgent ones with the same first contact where the first stands."""
    rows: list[Row] = []
    taken: set[int] = set()
    for place, step in enumerate(steps):
        if place in taken:
            continue
        same = [place] + [later for later in range(place + 1, len(steps)) if _same_call(step, steps[later])]
        taken.update(same)
        rows.append(Row(number, tuple(steps[one] for one in same)))
        number += len(same)
    return rows


def crisis_of(report: Report, order: Order) -> Crisis:
    """What stays to be seen of the plan when it feels hopeless."""
    danger = {block: one.danger for one in order.urgent for block in one.blocks}
    rest = unfolded(report)[1:]
    seen = (step for step in rest if _stays(step, danger))
    until = next_working_day(report.day)
    with_day = [(step, step.last_day) for step in rest if danger.get(step.block.id) == "last_day" and step.last_day]
    running_out = [step for step, last in with_day if report.day <= last <= until]
    callers = {step.contacts[0].id: step.contacts[0] for step in running_out if step.contacts}
    return Crisis(tuple(seen), tuple(callers.values()))


def _stays(step: Step, danger: dict[str, Danger]) -> bool:
    by_danger = step.urgent and danger.get(step.block.id) in ALWAYS_SEEN
    return by_danger or step.block.id == CONTROLLED


def _same_call(one: Step, other: Step) -> bool:
    return one.urgent and other.urgent and one.first_contact is not None and one.first_contact == other.first_contact


def _grouped(rows: Sequence[Row]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    for name, when in GROUPS:
        found = tuple(row for row in rows if row.steps[0].when in when)
        if found:
            yield name, found


@dataclass(slots=True)
class Numbers:
    """Which numbers have been said, and in which step; those without one are told apart by who it is."""

    directory: Directory
    said: dict[str, int] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)

    def said_in(self, row: Row) -> Row:
        """The row with whom to call: a number that stands already is not said again."""
        wanted = {contact.id: contact for step in row.steps for contact in step.contacts}
        return Row(row.number, row.steps, tuple(self._callers(row, wanted.values())))

    def not_listed(self, contacts: Iterable[Contact]) -> Iterator[Caller]:
        """Those that no row has named; a number that stands already is not said again."""
        for contact in contacts:
            if contact.id not in self.listed:
                key = self.directory.phone_of(contact) or contact.id
                at = self.said.get(key)
                self.is_new(contact)
                yield Caller(contact, self.directory.phone_of(contact) if at is None else None, at)

    def is_new(self, contact: Contact) -> bool:
        """Whether neither this contact nor its number has been said; from now on it has."""
        key = self.directory.phone_of(contact) or contact.id
        new = key not in self.said and contact.id not in self.listed
        self.listed.add(contact.id)
        self.said.setdefault(key, 0)
        return new

    def _callers(self, row: Row, contacts: Iterable[Contact]) -> Iterator[Caller]:
        for contact in contacts:
            phone = self.directory.phone_of(contact)
            key = phone or contact.id
            new, known = key not in self.said, contact.id in self.listed
            at = self.said.setdefault(key, row.number)
            self.listed.add(contact.id)
            if new:
                yield Caller(contact, phone)
            elif not known or contact.id == row.steps[0].first_contact:
                yield Caller(contact, None, at)
