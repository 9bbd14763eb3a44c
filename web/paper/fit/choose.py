"""How large the letters of the sheet's first page can be, and how much room is left for further steps and for notes.

Worked out from how wide the words are, so that a sheet is laid out once only: laying it out twice would take twice the
time. The letters are our own on every machine, and a test lays out real reports to hold the numbers true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advice.place import Event
from report.build import Report
from report.rows import Caller, unfolded
from web.i18n.languages import current
from web.i18n.words import as_text, spoken
from web.paper.fit.measured import FEWEST_NOTES, FOOT, MOST_FURTHER, MOST_NOTES, NOTE, PAGE, Measured
from web.paper.fit.said import RIGHT
from web.paper.fit.sizes import (
    BRIEF_OTHERS,
    WHOLE,
    WITHOUT_ABOUT,
    WITHOUT_OTHERS,
    WITHOUT_REASONS,
    WITHOUT_SAY,
    WITHOUT_TEXT,
    sizes_of,
)
from web.paper.fit.widths import POINT, lines_of
from web.paper.printed import DRAFT, NOTES, WRONG, OnPaper, on_paper, with_number

__all__ = ("Fit", "fitting")


@dataclass(frozen=True, slots=True)
class Fit:
    """How the first page is filled: a name in the style, the plan, how many further steps and lines for notes."""

    size: str
    plan: OnPaper
    events: tuple[Event, ...]
    further: int
    notes: int
    notes_left: bool
    leaves_out: int = 0
    """What gives way to urgent steps: see `sizes`."""
    runs_on: bool = False
    """Whether page one has no room for all of it even so, and its end stands on the next page."""

    @property
    def reasons(self) -> bool:
        """Whether it is printed why, and when the others can be called."""
        return self.leaves_out < WITHOUT_REASONS

    @property
    def about(self) -> bool:
        """Whether it is printed what Kronofogden does."""
        return self.leaves_out < WITHOUT_ABOUT

    @property
    def say(self) -> bool:
        """Whether the words to say are printed in each row; those of the act always are."""
        return self.leaves_out < WITHOUT_SAY

    def named(self, callers: tuple[Caller, ...]) -> tuple[Caller, ...]:
        """Whom else a row names: at last only those with a number that does not stand yet."""
        return with_number(callers) if self.leaves_out >= WITHOUT_SAY else callers

    @property
    def others_text(self) -> bool:
        """Whether rows that are not urgent say more than the step, and whom to call."""
        return self.leaves_out < BRIEF_OTHERS

    @property
    def text(self) -> bool:
        """Whether the rows say more than the act, the day and the number."""
        return self.leaves_out < WITHOUT_TEXT


def fitting(report: Report, *, two: bool) -> Fit:
    """The largest letters with which the first page holds, in one language or in `two` beside each other."""
    found = _chosen(report, two)
    size, below = found.size, _room(report) - found.top()
    left, right = found.left(), found.right()
    fewest = found.heading(NOTES, RIGHT) + FEWEST_NOTES * NOTE
    # Further steps stand under the contacts, and leave room for the notes where these find none in the other column.
    kept = 0.0 if right + fewest <= below else fewest
    further, left = _further(found, left, below - kept)
    notes_left = bool(kept) or left < right
    notes = int((below - (left if notes_left else right) - found.heading(NOTES, RIGHT)) / NOTE)
    return Fit(
        size.name,
        found.plan,
        found.report.events,
        further,
        notes=min(max(notes, 0), MOST_NOTES),
        notes_left=notes_left,
        leaves_out=size.leaves_out,
        runs_on=not _fits(found),
    )


def _room(report: Report) -> float:
    """Millimetres for all but the foot, which says whom to tell that a piece of advice is wrong."""
    whom = report.directory.feedback
    draft = "" if current().reviewed else f"{as_text(DRAFT)} "
    words = f"{draft}{as_text(WRONG)} {spoken(whom.name)}, {report.directory.phone_of(whom) or whom.email or whom.url}"
    return PAGE - 3.0 - lines_of(words, WHOLE, FOOT) * FOOT * 1.25 * POINT


def _chosen(report: Report, two: bool) -> Measured:
    """The largest size that holds, with as many events as there is room for; else the last, which runs on."""
    plans = {others: on_paper(report, others=others) for others in (True, False)}
    for fewer in _with_fewer_events(report):
        for size in sizes_of(current().direction):
            found = Measured(size, two, fewer, plans[size.leaves_out < WITHOUT_OTHERS])
            if _fits(found):
                return found
    # It runs on to a second page anyway: there is room there.
    *_, last = sizes_of(current().direction)
    return Measured(last, two, report, plans[last.leaves_out < WITHOUT_OTHERS])


def _with_fewer_events(report: Report) -> Iterator[Report]:
    for number in range(len(report.events), -1, -1):
        yield replace(report, events=report.events[:number])


def _further(found: Measured, left: float, below: float) -> tuple[int, float]:
    """How many further steps the left column takes, and how high it then is; those of the plan at any rate."""
    titles, fewest = found.plan.titles, _of_the_plan(found)
    for shown in range(min(len(titles), MOST_FURTHER), fewest, -1):
        height = left + found.titles(titles[:shown])
        if height <= below:
            return shown, height
    return fewest, left + found.titles(titles[:fewest])


def _of_the_plan(found: Measured) -> int:
    """How many steps of the plan have to stand here by their titles; where there is a next page, it has them."""
    if found.size.leaves_out >= WITHOUT_TEXT:
        return 0
    plan = unfolded(found.report)
    return sum(step in plan for step in found.plan.titles)


def _fits(found: Measured) -> bool:
    needed = _of_the_plan(found)
    shorter, longer = sorted((found.left() + found.titles(found.plan.titles[:needed]), found.right()))
    # Somebody who has much to do writes on the back: a step of the plan comes before room for notes.
    roomy = found.size.leaves_out < WITHOUT_OTHERS
    notes = found.heading(NOTES, RIGHT) + FEWEST_NOTES * NOTE if roomy else 0.0
    return found.top() + max(longer, shorter + notes) <= _room(found.report)
