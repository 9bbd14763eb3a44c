"""The sizes that the sheet's first page can be set in, and how much room its parts take in each.

Millimetres, worked out from how long the words are. What stands here is said in static/sheet.css too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from flask_babel import gettext

from advice.place import Event
from report.build import Report
from report.calls import Call
from report.step import Step
from web.i18n.languages import SOURCE, current
from web.i18n.when import BY_WHEN
from web.i18n.words import spoken
from web.paper.printed import (
    ABOUT,
    ASK,
    BRING,
    CALL,
    FACTS,
    FIRST,
    GONE_BY,
    MEET,
    SAY,
    TALK,
    helping_line,
    printed_rows,
    tells_of_kronofogden,
)

Detailed = Literal["all", "first", "none"]
"""Which contacts are printed with everything that is good to know: all, those of the first step, or none."""

PAGE = 273.5
"""Millimetres between the margins, less six for words that are wider than an average character tells.

What follows, and the sizes further down, say in numbers what static/sheet.css says.
"""
WHOLE, IN_STEP, HELPLINE_NUMBER = 186.0, 178.0, 36.0
CHARACTER = 0.169
"""Millimetres that a character takes for each point of its size, as an average of running Swedish and English."""
POINT = 0.3528
FOOT = 11.0
"""The points of the line at the foot, whatever the size of the rest."""
NUMBER = "0" * 24
"""The room that a large number takes in the line of a name, in characters of plain text."""
NOTE = 8.0
SAFE = 6.0
"""What is kept free under the contacts where events follow: these stand at the end, and would be lost first."""
FEWEST_NOTES, MOST_NOTES = 2, 16
MOST_FURTHER = 6
WITHOUT_OTHERS, WITHOUT_ABOUT, WITHOUT_SAY = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Size:
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
    leaves_out: int = 0

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
        """The head, the headline with its reasons, and the first steps."""
        height = self.line + 2.0
        if report.headline:
            height += (
                self.line * 1.7 + 2.0 + self.text(spoken(report.headline.sentence or report.headline.title), WHOLE)
            )
        if report.headline and self.leaves_out < WITHOUT_OTHERS:
            height += sum(self.text(spoken(reason.text), WHOLE - 5) for reason in report.reasons) + 0.6
        line = helping_line(report)
        if line:
            height += self.text(f"{spoken(line.title)}. {spoken(line.text)}", WHOLE) + 0.5
        rows = printed_rows(report, others=self.leaves_out < WITHOUT_OTHERS)
        if rows:
            height += self.heading(FIRST) + 0.5
        together = sum(self.line * 1.3 + self.around / 2 for row in rows if row.together)
        return height + together + sum(self._step(step) for row in rows for step in row.steps)

    def _step(self, step: Step) -> float:
        by = gettext(GONE_BY if step.gone_by else BY_WHEN[step.when]) + (" " * 40 if step.last_day else "")
        words = " ".join((by, *map(spoken, (step.text, *step.added))))
        height = self.line * 1.16 + self.text(words, IN_STEP) + self.around
        if step.say and self.leaves_out < WITHOUT_SAY:
            height += self.text(f"{gettext(SAY)} {spoken(step.say)}", IN_STEP - 4) + 1.0
        return height

    def shown(self, calls: Sequence[Call]) -> tuple[Call, ...]:
        """The contacts that are printed; where room is least, only those of the first step and those with a number."""
        return tuple(call for call in calls if call.first or call.phone or not self.numbers_only)

    def left(self, report: Report, calls: Sequence[Call]) -> float:
        """The contacts, and the next days when people can be met."""
        shown = self.shown(calls)
        interpreter = 0 if current() is SOURCE else 2 * self.line
        contacts = self.heading(CALL) + sum(map(self._call, shown)) + interpreter + 1.0 if shown else 0.0
        return contacts + sum(self._met(event) for event in report.events) + SAFE * bool(report.events)

    def _met(self, event: Event) -> float:
        """Half of it is bold, and bold text is wider."""
        where = f"{event.place}, {event.area}"
        words = f"{gettext(MEET)} {spoken(event.title)} · {event.day} {event.hours or ''} ·   {where}"
        return self.text(words, self.left_width / 1.2) + 2.4

    def right(self, report: Report) -> float:
        """The helplines, and what Kronofogden does."""
        number = self.points * 1.25 * 1.15 * POINT
        beside_number = self.right_width + 4 - HELPLINE_NUMBER
        lines = sum(max(self.text(spoken(one.name), beside_number), number) for one in report.helplines)
        about = self.leaves_out < WITHOUT_ABOUT and tells_of_kronofogden(report)
        facts = sum(self.text(gettext(fact), self.right_width) for fact in FACTS if about)
        return (
            lines + facts + sum(self.heading(words, self.right_width) for words in (TALK, *([ABOUT] if about else [])))
        )

    def _call(self, call: Call) -> float:
        height = sum(self.text(words, self.left_width) for words in _paragraphs(call, is_brief(self.detailed, call)))
        return max(height, self.points * 1.4 * 1.15 * POINT) + 1.8


def lines_of(words: str, width: float, points: float) -> int:
    """How many lines these words take in text of so many points, filled line by line; width in millimetres."""
    fit = width / (points * CHARACTER)
    lines, used = 1, -1
    for word in words.split():
        used += 1 + len(word)
        if used > fit:
            lines, used = lines + 1, len(word)
    return lines


_TIGHTEST = Size("tightest", 11.0, 1.18, "first", between=1.8, around=2.0, left_width=98.0, right_width=80.0)
SIZES = (
    Size("large", 13.5, 1.5, between=8.0, around=5.0),
    Size("roomy", 12.0, 1.4, between=4.0),
    Size("medium", 11.5, 1.3),
    Size("tight", 11.0, 1.25),
    Size("tight", 11.0, 1.25, "first"),
    _TIGHTEST,
    replace(_TIGHTEST, detailed="none"),
    replace(_TIGHTEST, detailed="none", numbers_only=True),
    replace(_TIGHTEST, detailed="none", numbers_only=True, leaves_out=WITHOUT_OTHERS),
    replace(_TIGHTEST, detailed="none", numbers_only=True, leaves_out=WITHOUT_ABOUT),
    replace(_TIGHTEST, detailed="none", numbers_only=True, leaves_out=WITHOUT_SAY),
)
"""From the most generous on; the same numbers stand in static/sheet.css."""
RIGHT_TO_LEFT = (
    Size("roomy", 13.5, 1.5),
    Size("tight", 12.5, 1.35),
    Size("tight", 12.5, 1.35, "first"),
    Size("tight", 12.5, 1.35, "none"),
    Size("tight", 12.5, 1.35, "none", numbers_only=True),
    Size("tight", 12.5, 1.35, "none", numbers_only=True, leaves_out=WITHOUT_OTHERS),
    Size("tight", 12.5, 1.35, "none", numbers_only=True, leaves_out=WITHOUT_ABOUT),
    Size("tight", 12.5, 1.35, "none", numbers_only=True, leaves_out=WITHOUT_SAY),
)


def is_brief(detailed: Detailed, call: Call) -> bool:
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
