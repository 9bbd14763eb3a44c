"""How large the letters of the sheet's first page can be, and how much room is left for further steps and for notes.

Worked out from how long the words are, so that a sheet is laid out once only: laying it out twice would take twice the
time. The letters are our own on every machine, and a test lays out real reports to hold the numbers below true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from flask_babel import gettext

from advice.model import Event
from report.build import Report
from web.calls import Call
from web.languages import SOURCE, current, spoken


def both(words: str) -> str:
    """Names words for the catalogues, which look for this name; the sheet says them in one language or in two."""
    return words


FACTS = (
    both("De tar inte parti för någon. Du får ringa och fråga utan att säga vem du är."),
    both("Att bekräfta ett brev är inte att säga ja till skulden."),
    both("Tas pengar från din lön får du behålla ett belopp till boende och till att leva."),
    both("De tar inte dina kläder eller vanliga möbler, och de tar inte barn."),
    both("De tar inte ett hyreskontrakt. Men obetald hyra kan leda till vräkning."),
    both("Hjälpen är gratis."),
)
"""What Kronofogden does and does not do, said of them as "they"."""
FIRST, CALL, LATER = both("Gör det här först"), both("Ring hit"), both("Sedan, när du orkar")
TALK, ABOUT, NOTES = both("Vill du prata med någon?"), both("Om Kronofogden"), both("Mina anteckningar")
SAY, ASK, BRING = both("Säg så här:"), both("Fråga efter:"), both("Ha med:")
MEET = both("Träffa oss:")
Detailed = Literal["all", "first", "none"]
"""Which contacts are printed with everything that is good to know: all, those of the first step, or none."""

PAGE = 269.5
"""Millimetres between the margins and over the foot, less four for what an average letter does not know.

What follows, and the sizes further down, say in numbers what static/sheet.css says.
"""
WHOLE, IN_STEP, HELPLINE_NUMBER = 186.0, 178.0, 36.0
LETTER = 0.169
"""Millimetres that a letter takes for each point of its size, as an average of running Swedish and English."""
POINT = 0.3528
NUMBER = "0" * 24
"""The room that a large number takes in the line of a name, in letters of plain text."""
NOTE = 8.0
SAFE = 6.0
"""What is kept free under the contacts where events follow: these stand at the end, and would be lost first."""
FEWEST_NOTES, MOST_NOTES = 2, 16
MOST_FURTHER = 6


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

    def brief(self, call: Call) -> bool:
        """Whether only name, number and hours of this contact are printed."""
        return _brief(self.detailed, call)


@dataclass(frozen=True, slots=True)
class _Size:
    name: str
    points: float
    leading: float
    detailed: Detailed = "all"
    numbers_only: bool = False
    between: float = 3.0
    """Millimetres above and below a heading."""
    around: float = 3.2
    """Millimetres above and below a step."""
    left_width: float = 106.0
    right_width: float = 72.0

    @property
    def line(self) -> float:
        """The height of a line of plain text."""
        return self.points * self.leading * POINT

    def heading(self, words: str, width: float = WHOLE) -> float:
        """The height of a heading with the room around it."""
        lines = self.text(gettext(words), width / 1.3) / self.line
        return lines * self.points * 1.18 * 1.2 * POINT + self.between

    def text(self, words: str, width: float) -> float:
        """The height of these words in a column of that width."""
        return lines_of(words, width, self.points) * self.line

    def top(self, report: Report) -> float:
        """The head, the level with its reasons, and the first steps."""
        height = self.line + 2.0
        if report.words:
            height += self.line * 1.7 + 2.0 + self.text(spoken(report.words.sentence), WHOLE)
            height += sum(self.text(spoken(reason.text), WHOLE - 5) for reason in report.reasons) + 0.6
        if report.first_steps:
            height += self.heading(FIRST) + 0.5
        for step in report.first_steps:
            words = " ".join(map(spoken, (step.block.by, step.block.text, *step.added)))
            height += self.line * 1.16 + self.text(words, IN_STEP) + self.around
            if step.block.say:
                height += self.text(f"{gettext(SAY)} {spoken(step.block.say)}", IN_STEP - 4) + 1.0
        return height

    def shown(self, calls: Sequence[Call]) -> tuple[Call, ...]:
        """The contacts that are printed: at last only those that the first step needs, and those with a number."""
        return tuple(call for call in calls if call.first or call.phone or not self.numbers_only)

    def left(self, report: Report, calls: Sequence[Call]) -> float:
        """The contacts, and the next days when people can be met."""
        shown = self.shown(calls)
        interpreter = 0 if current() is SOURCE else 2 * self.line
        contacts = self.heading(CALL) + sum(map(self._call, shown)) + interpreter + 1.0 if shown else 0.0
        return contacts + sum(self._met(event) for event in report.events) + SAFE * bool(report.events)

    def _met(self, event: Event) -> float:
        """Half of it is bold, and bold letters are wider."""
        where = f"{event.place}, {event.area}"
        words = f"{gettext(MEET)} {spoken(event.title)} · {event.day} {event.hours or ''} ·   {where}"
        return self.text(words, self.left_width / 1.2) + 2.4

    def right(self, report: Report) -> float:
        """The helplines, and what Kronofogden does."""
        number = self.points * 1.25 * 1.15 * POINT
        beside_number = self.right_width + 4 - HELPLINE_NUMBER
        lines = sum(max(self.text(spoken(one.name), beside_number), number) for one in report.helplines)
        facts = sum(self.text(gettext(fact), self.right_width) for fact in FACTS)
        return lines + facts + sum(self.heading(words, self.right_width) for words in (TALK, ABOUT))

    def _call(self, call: Call) -> float:
        height = sum(self.text(words, self.left_width) for words in _paragraphs(call, _brief(self.detailed, call)))
        return max(height, self.points * 1.4 * 1.15 * POINT) + 1.8


def lines_of(words: str, width: float, points: float) -> int:
    """How many lines these words take in letters of so many points, filled line by line; width in millimetres."""
    fit = width / (points * LETTER)
    lines, used = 1, -1
    for word in words.split():
        used += 1 + len(word)
        if used > fit:
            lines, used = lines + 1, len(word)
    return lines


_TIGHTEST = _Size("tightest", 11.0, 1.18, "first", between=1.8, around=2.0, left_width=98.0, right_width=80.0)
SIZES = (
    _Size("large", 13.5, 1.5, between=8.0, around=5.0),
    _Size("roomy", 12.0, 1.4, between=4.0),
    _Size("medium", 11.5, 1.3),
    _Size("tight", 11.0, 1.25),
    _Size("tight", 11.0, 1.25, "first"),
    _TIGHTEST,
    replace(_TIGHTEST, detailed="none"),
    replace(_TIGHTEST, detailed="none", numbers_only=True),
)
"""From the most generous on; the same numbers stand in static/sheet.css."""
RIGHT_TO_LEFT = (
    _Size("roomy", 13.5, 1.5),
    _Size("tight", 12.5, 1.35),
    _Size("tight", 12.5, 1.35, "first"),
    _Size("tight", 12.5, 1.35, "none"),
    _Size("tight", 12.5, 1.35, "none", numbers_only=True),
)


def fitting(report: Report, calls: Sequence[Call], *, twice: bool) -> Fit:
    """The largest letters with which the first page holds. With every word `twice` it may go on to a second page."""
    if twice:
        return Fit("twice", "first", tuple(calls), report.events, 0, FEWEST_NOTES, notes_left=False)
    size, report = _chosen(report, calls)
    below, right = PAGE - size.top(report), size.right(report)
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
    )


def _chosen(report: Report, calls: Sequence[Call]) -> tuple[_Size, Report]:
    """The largest size that holds, with as many events as there is room for."""
    sizes = SIZES if current().direction == "ltr" else RIGHT_TO_LEFT
    for number in range(len(report.events), -1, -1):
        fewer = replace(report, events=report.events[:number])
        for size in sizes:
            if _fits(size, fewer, calls):
                return size, fewer
    return sizes[-1], replace(report, events=())


def _further(size: _Size, report: Report, left: float, below: float) -> tuple[int, float]:
    """How many further steps the left column takes, and how high it then is."""
    room = int((below - left - size.heading(LATER)) / (size.line * 1.2))
    shown = min(room, len(report.more_steps), MOST_FURTHER)
    return (shown, left + size.heading(LATER) + shown * size.line * 1.2) if shown > 0 else (0, left)


def _fits(size: _Size, report: Report, calls: Sequence[Call]) -> bool:
    shorter, longer = sorted((size.left(report, calls), size.right(report)))
    return size.top(report) + max(longer, shorter + size.heading(NOTES) + FEWEST_NOTES * NOTE) <= PAGE


def _brief(detailed: Detailed, call: Call) -> bool:
    return detailed == "none" or (detailed == "first" and not call.first)


def _paragraphs(call: Call, brief: bool) -> Iterator[str]:
    """What is written of a contact, with the room that its number takes in the first line."""
    taken = NUMBER if call.phone or not brief else ""
    for contact in (*([call.through] if call.through else []), *call.contacts):
        asked = gettext(ASK) if call.through and contact is not call.through else ""
        known = (spoken(words) for words in (contact.name, contact.where, contact.hours) if words)
        yield f"{taken} {asked} {' · '.join(known)}"
        if contact.bring and not brief:
            yield f"{gettext(BRING)} {spoken(contact.bring)}"
        taken = ""
