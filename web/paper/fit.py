"""How large the text of the sheet's first page can be, and how much room is left for further steps and for notes.

Worked out from how long the words are, so that a sheet is laid out once only: laying it out twice would take twice the
time. The fonts are our own on every machine, and a test lays out real reports to hold the numbers true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext

from advice.place import Event
from report.build import Report
from report.calls import Call
from web.i18n.languages import current
from web.i18n.words import spoken
from web.paper.printed import LATER, NOTES, WRONG, titles_only
from web.paper.sheet_size import (
    FEWEST_NOTES,
    FOOT,
    MOST_FURTHER,
    MOST_NOTES,
    NOTE,
    PAGE,
    POINT,
    RIGHT_TO_LEFT,
    SIZES,
    WHOLE,
    WITHOUT_ABOUT,
    WITHOUT_OTHERS,
    WITHOUT_SAY,
    Detailed,
    Size,
    is_brief,
    lines_of,
)

__all__ = ("Fit", "fitting")


@dataclass(frozen=True, slots=True)
class Fit:
    """How the first page is filled: a name in the style, the contacts, how many further steps and lines for notes."""

    size: str
    detailed: Detailed
    calls: tuple[Call, ...]
    events: tuple[Event, ...]
    further: int
    notes: int
    notes_left: bool
    leaves_out: int = 0
    """What gives way to urgent steps: 1 other steps and reasons, 2 explanations too, 3 the words to say too."""

    @property
    def others(self) -> bool:
        """Whether steps that are not urgent are printed in full; else only their titles, with the further ones."""
        return self.leaves_out < WITHOUT_OTHERS

    @property
    def reasons(self) -> bool:
        """Whether it is printed why."""
        return self.leaves_out < WITHOUT_OTHERS

    @property
    def about(self) -> bool:
        """Whether it is printed what Kronofogden does."""
        return self.leaves_out < WITHOUT_ABOUT

    @property
    def say(self) -> bool:
        """Whether the words to say are printed."""
        return self.leaves_out < WITHOUT_SAY

    def brief(self, call: Call) -> bool:
        """Whether only name, number and hours of this contact are printed."""
        return is_brief(self.detailed, call)


def fitting(report: Report, calls: Sequence[Call], *, twice: bool) -> Fit:
    """The largest text with which the first page holds. With every word `twice` it may go on to a second page."""
    if twice:
        return Fit("twice", "first", tuple(calls), report.events, 0, FEWEST_NOTES, notes_left=False)
    size, report = _chosen(report, calls)
    below, right = _room(report) - size.top(report), size.right(report)
    fewest = size.heading(NOTES) + FEWEST_NOTES * NOTE
    # Further steps stand under the contacts, and leave room for the notes where these find none in the other column.
    kept = 0.0 if right + fewest <= below else fewest
    further, left = _further(size, report, size.left(report, calls), below - kept)
    notes_left = bool(kept) or left < right
    notes = int((below - (left if notes_left else right) - size.heading(NOTES)) / NOTE)
    return Fit(
        size.name,
        size.detailed,
        size.shown(calls),
        report.events,
        further,
        notes=min(max(notes, 0), MOST_NOTES),
        notes_left=notes_left,
        leaves_out=size.leaves_out,
    )


def _room(report: Report) -> float:
    """Millimetres for all but the foot, which says whom to tell that a piece of advice is wrong."""
    whom = report.directory.feedback
    words = f"{gettext(WRONG)} {spoken(whom.name)}, {report.directory.phone_of(whom) or whom.email or whom.url}"
    # Thirteen for the room above it, and for the right column, which may take two lines more than it is worked out to.
    return PAGE - 13.0 - lines_of(words, WHOLE, FOOT) * FOOT * 1.25 * POINT


def _chosen(report: Report, calls: Sequence[Call]) -> tuple[Size, Report]:
    """The largest size that holds, with as many events as there is room for."""
    sizes = SIZES if current().direction == "ltr" else RIGHT_TO_LEFT
    for number in range(len(report.events), -1, -1):
        fewer = replace(report, events=report.events[:number])
        for size in sizes:
            if _fits(size, fewer, calls):
                return size, fewer
    # It runs on to a second page anyway: there is room there.
    return sizes[-1], report


def _further(size: Size, report: Report, left: float, below: float) -> tuple[int, float]:
    """How many further steps the left column takes, and how high it then is."""
    room = int((below - left - size.heading(LATER)) / (size.line * 1.2))
    shown = min(room, len(titles_only(report, others=size.leaves_out < WITHOUT_OTHERS)), MOST_FURTHER)
    return (shown, left + size.heading(LATER) + shown * size.line * 1.2) if shown > 0 else (0, left)


def _fits(size: Size, report: Report, calls: Sequence[Call]) -> bool:
    shorter, longer = sorted((size.left(report, calls), size.right(report)))
    return size.top(report) + max(longer, shorter + size.heading(NOTES) + FEWEST_NOTES * NOTE) <= _room(report)
