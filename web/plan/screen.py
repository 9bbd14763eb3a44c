"""The plan as the screen shows it: the one act for now, how urgent it is, whom its button calls, and the rest in rows.

A number is to be seen once on the page. What is folded may hold it again, beside the words to say for it.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from advice.contacts import Directory
from advice.model import Danger, Order
from advice.place import Contact
from report.build import Report
from report.contacts import ADVISER
from report.rows import Plan, Row
from report.step import Step

Mark = Literal["urgent", "soon", "calm"]
SOS = ("emergency", "mind", "health_1177")
"""Their numbers are to be seen on every page."""
DAYS_URGENT = 3
"""A last day within so many days is urgent, and not only soon."""
NEVER_ONLY_SOON: tuple[Danger, ...] = ("life", "food", "home", "after_home")
POWER, ASK_MORE = "B15", "B31"
HELP_LEVEL = 3
"""From this level on a plan without anything urgent is still something to do soon."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading, with its mark."""

    name: str
    mark: Mark
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """What the page shows. `done` holds the ids of the steps that were ticked.

    `own` is the act's first contact where the number is the person's own, such as a landlord's; `call` is whom the
    button calls. `adviser` is None where that number stands already, `adviser_phone` then too.
    """

    act: Row | None
    mark: Mark
    own: Contact | None
    call: Contact | None
    groups: tuple[Group, ...]
    done: frozenset[str]
    adviser: Contact | None
    others: tuple[Contact, ...]
    helplines: tuple[Contact, ...]
    writes: bool
    """Whether a letter to send may stand in the card: not beside an act about somebody's safety."""

    @property
    def stays(self) -> bool:
        """Whether the three numbers stay in view."""
        return self.mark != "calm"


def screen_of(report: Report, plan: Plan, order: Order, done: Collection[str] = ()) -> Screen:
    """The first row that is not done is the act; in a crisis there is none, and every row is folded."""
    rows = [row for _name, found in plan.groups for row in found]
    ticked = frozenset(done)
    act = None if report.crisis else next((row for row in rows if not _is_done(row, ticked)), next(iter(rows), None))
    danger = {block: one.danger for one in order.urgent for block in one.blocks}
    marks = {row.number: _mark(row.steps, danger, report) for row in rows}
    contacts = [contact for step in act.steps for contact in step.contacts] if act else []
    call = next((one for one in contacts if report.directory.phone_of(one)), None)
    shown = set(_numbers(report.directory, call))
    adviser = report.directory.by_id[ADVISER]
    card = adviser if report.directory.phone_of(adviser) not in shown else None
    return Screen(
        act=act,
        mark=marks[act.number] if act else ("urgent" if report.crisis else "calm"),
        own=contacts[0] if contacts and not report.directory.phone_of(contacts[0]) else None,
        call=call,
        groups=tuple(_groups(plan, act, marks, bool(report.not_asked))),
        done=ticked,
        adviser=card,
        others=tuple(one.contact for one in plan.contacts if one.contact != card),
        helplines=tuple(one for one in plan.helplines if one.id not in SOS),
        writes=act is not None and danger.get(act.steps[0].block.id) != "life",
    )


def _is_done(row: Row, done: frozenset[str]) -> bool:
    return all(step.block.id in done for step in row.steps)


def _only_asks(row: Row) -> bool:
    return row.steps[0].block.id == ASK_MORE


def _groups(plan: Plan, act: Row | None, marks: dict[int, Mark], asks: bool) -> Iterator[Group]:
    """Where questions are left the page asks them itself, so no row needs to say so again."""
    for name, found in plan.groups:
        rows = tuple(row for row in found if row is not act and not (asks and _only_asks(row)))
        worst = min((marks[row.number] for row in found), key=("urgent", "soon", "calm").index)
        mark: Mark = {"today": worst, "this_week": "calm" if worst == "calm" else "soon"}.get(name, "calm")
        if rows:
            yield Group(name, mark, rows)


def _mark(steps: Sequence[Step], danger: dict[str, Danger], report: Report) -> Mark:
    return min((_mark_of(step, danger, report) for step in steps), key=("urgent", "soon", "calm").index)


def _mark_of(step: Step, danger: dict[str, Danger], report: Report) -> Mark:
    if not step.urgent:
        helped = report.level is not None and report.level >= HELP_LEVEL
        return "soon" if helped or step.last_day is not None else "calm"
    what = danger.get(step.block.id)
    if what in NEVER_ONLY_SOON or step.block.id == POWER:
        return "urgent"
    running = what == "last_day" and (step.last_day is None or _left(step.last_day, report.day) <= DAYS_URGENT)
    return "urgent" if running else "soon"


def _left(last: datetime.date, day: datetime.date) -> int:
    return (last - day).days


def _numbers(directory: Directory, call: Contact | None) -> Iterator[str | None]:
    if call is not None:
        yield directory.phone_of(call)
    yield from (directory.phone_of(directory.by_id[one]) for one in SOS)


def others_of(row: Row, called: Contact | None = None) -> tuple[Contact, ...]:
    """Everybody else that the steps of a row name: neither whom the row is called by, nor `called`."""
    first = row.steps[0].contacts[:1] if row.together else ()
    named = {contact.id: contact for step in row.steps for contact in step.contacts}
    return tuple(one for one in named.values() if one not in first and one != called)
