"""How much room the parts of the sheet's first page take in a size: millimetres, as static/sheet.css sets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from flask_babel import gettext

from advice.place import Event
from content.text import Text
from report.build import Report
from report.rows import Caller, Row
from report.step import Step
from web.i18n.dates import date_with_weekday
from web.i18n.fallback import has_swedish
from web.i18n.languages import SOURCE, current
from web.i18n.words import as_text, spoken
from web.paper.fit.sizes import (
    BRIEF_OTHERS,
    WHOLE,
    WITHOUT_ABOUT,
    WITHOUT_REASONS,
    WITHOUT_SAY,
    WITHOUT_TEXT,
    Size,
)
from web.paper.fit.widths import POINT, lines_of
from web.paper.printed import (
    ABOUT,
    CALL,
    FACTS,
    MEET,
    SAME_NUMBER,
    SAY,
    TALK,
    Called,
    OnPaper,
    called,
    tells_of_kronofogden,
    with_number,
)

PAGE = 277.0
"""Millimetres between the margins, less three."""
IN_ACT, IN_HALF = 174.0, 78.0
IN_ROW, WIDE_ROW, HALF_ROW, WIDE_HALF = 112.0, 162.0, 57.0, 77.0
"""The words of a row with a number at its edge, and without; and a column of them where there are two."""
EDGE = 48.0
"""The number at the edge of a row."""
LEFT, RIGHT = 106.0, 76.0
FOOT = 10.5
"""The points of the line at the foot, whatever the size of the rest."""
NOTE = 8.0
SAFE = 3.0
"""What is kept free under the contacts: notes and days follow, which would be lost first."""
FEWEST_NOTES, MOST_NOTES = 2, 16
MOST_FURTHER = 6
ACT_FRAME, ACT_MIDDLE, ACT_NUMBER, BAND, EVENT = 17.0, 18.0, 58.0, 3.6, 2.0
Tell = Callable[[Text], str]
TWO_HEADS = 1.6
"""The act's heading where it stands twice, in letters of the text."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A report in one size: what its parts take, in one language or with the Swedish column beside it."""

    size: Size
    report: Report
    plan: OnPaper
    two: bool

    def top(self) -> float:
        """The head, the act, the rows below it, and why."""
        size, plan = self.size, self.plan
        height = size.line + 2.0
        if plan.line:
            height += size.text(self._said(plan.line.title) + self._said(plan.line.text), WHOLE) + 1.0
        height += self._act() + sum(BAND + size.points * 1.3 * POINT + self._rows(rows) for _name, rows in plan.bands)
        return height + self._why()

    def left(self) -> float:
        """The contacts that no row has named, and the next days when people can be met."""
        size = self.size
        contacts = sum(self._contact(one) for one in self.plan.contacts)
        height = size.heading(self.words(CALL), LEFT) + contacts + SAFE if contacts else 0.0
        interpreter = 0.0 if current() is SOURCE else 2 * size.line
        return height + interpreter + sum(self._met(event) for event in self.report.events)

    def right(self) -> float:
        """The helplines, and what Kronofogden does."""
        size = self.size
        number = size.points * 1.15 * 1.2 * POINT
        lines = [
            (size.text(f"{one.phone} {_own(one.name)}", RIGHT - 6.0) / size.line) * number
            for one in self.plan.helplines
        ]
        height = size.heading(self.words(TALK), RIGHT) + sum(lines) if lines else 0.0
        if size.leaves_out < WITHOUT_ABOUT and tells_of_kronofogden(self.report):
            height += size.heading(self.words(ABOUT), RIGHT) + sum(
                size.text(self.words(fact), RIGHT - 5) for fact in FACTS
            )
        return height

    def _act(self) -> float:
        if self.plan.act is None:
            headline = self.report.headline
            words = f"{spoken(headline.title)} {spoken(headline.sentence or headline.title)}" if headline else ""
            return 4.0 + lines_of(words, WHOLE, self.size.act, bold=True) * self.size.act * 1.2 * POINT
        step, call = self.plan.act.steps[0], called(self.plan.act)
        title = IN_HALF if self.two else IN_ACT - 36.0
        points = self.size.points * TWO_HEADS if self.two else self.size.act
        heads = max(lines_of(tell(step.title), title - 9.0, points, bold=True) for tell in self._tells)
        middle = self._middle(step, call)
        return (
            ACT_FRAME
            + heads * points * 1.15 * POINT
            + middle
            + self._highest(partial(self._rest, step, width=IN_HALF if self.two else IN_ACT, say=True, larger=1.1))
            + self._others(call.others, IN_ACT)
        )

    def _middle(self, step: Step, call: Called) -> float:
        """The day and the number of the act."""
        if not (step.last_day or call.first or call.own):
            return 0.0
        width = ACT_NUMBER if step.last_day else IN_ACT
        own = f"{_own(call.own.contact.name)}: {_own(call.own.contact.where)}" if call.own else ""
        whose = self._edge_words(call.first) if call.first else ""
        number = self.size.line + 22.0 * 1.15 * POINT + self.size.text(whose, width) if call.first else 0.0
        return max(ACT_MIDDLE * bool(step.last_day), number + self.size.text(own, width) * bool(own)) + 4.0

    def _rows(self, rows: Iterable[Row]) -> float:
        return sum(self._row(row) for row in rows)

    def _row(self, row: Row) -> float:
        call = called(row)
        height = self.size.line + 1.0 if row.together and row.callers else 0.0
        for number, step in enumerate(row.steps):
            edge = self._edge(call.first) if call.first and not number else 0.0
            width = self._width(wide=not edge)
            height += max(self._highest(partial(self._step, step, width)), edge, self.size.picture)
            height += self.size.around
        return height + self._others(call.rest, WIDE_ROW)

    def _width(self, *, wide: bool) -> float:
        if self.two:
            return WIDE_HALF if wide else HALF_ROW
        return WIDE_ROW if wide else IN_ROW

    def _step(self, step: Step, width: float, tell: Tell) -> float:
        """One column of a row; its title is bold and a little larger."""
        size = self.size
        points = size.points * 1.12
        height = lines_of(tell(step.title), width, points, bold=True) * points * 1.2 * POINT
        if step.last_day or step.gone_by:
            day = date_with_weekday(step.last_day) if step.last_day else ""
            height += size.text(f"{gettext('Senast')} {day}", width, bold=True)
        if size.leaves_out >= (WITHOUT_TEXT if step.urgent else BRIEF_OTHERS):
            return height
        return height + self._rest(step, tell, width=width, say=size.leaves_out < WITHOUT_SAY)

    def _rest(self, step: Step, tell: Tell, *, width: float, say: bool, larger: float = 1.0) -> float:
        """What a step says after its day, with the words to say so much larger."""
        height = self.size.text(" ".join(map(tell, (step.text, *step.added))), width)
        if say and step.say:
            height += self.size.text(f"{gettext(SAY)} ”{tell(step.say)}”", (width - 4.0) / larger) * larger + 1.0
        return height

    def _edge(self, one: Caller) -> float:
        """The number at the edge of a row, and whose it is."""
        return self.size.points * 1.35 * 1.2 * POINT + self.size.text(self._edge_words(one), EDGE - 8.0 * self.two)

    def _edge_words(self, one: Caller) -> str:
        short = one.contact.short
        return f"{self._said(short) if short else _own(one.contact.name)}. {_own(one.contact.hours)}"

    def _others(self, callers: tuple[Caller, ...], width: float) -> float:
        callers = with_number(callers) if self.size.leaves_out >= WITHOUT_SAY else callers
        words = " · ".join(map(self._named, callers))
        return self.size.text(words, width) + 0.8 if callers else 0.0

    def _named(self, one: Caller) -> str:
        contact = one.contact
        same = gettext(SAME_NUMBER) if one.at is not None and not contact.where else ""
        where = _own(None if one.phone else contact.where)
        hours = _own(contact.hours if one.phone and self.size.leaves_out < WITHOUT_REASONS else None)
        name = _own(contact.short if one.at is not None and contact.short else contact.name)
        return f"{name} {one.phone or ''} {same} {where} {hours}"

    def _contact(self, one: Caller) -> float:
        width, number = (62.0, self.size.points * 1.4 * 1.2 * POINT) if one.phone else (LEFT, 0.0)
        return max(self.size.text(self._named(one), width), number) + 1.8

    def _met(self, event: Event) -> float:
        words = f"{self.words(MEET)} {self._said(event.title)} · {event.day} {event.hours or ''} · "
        return self.size.text(f"{words} {event.place}, {event.area}", LEFT, bold=True) + EVENT

    def _why(self) -> float:
        headline = self.report.headline
        if headline is None or self.plan.act is None or self.size.leaves_out >= WITHOUT_REASONS:
            return 0.0
        words = [self._said(headline.title), *(self._said(reason.text) for reason in self.report.reasons)]
        return self.size.text(" ".join(words), WHOLE) + 2.0

    def words(self, words: str) -> str:
        """The sheet's own words, in Swedish after them where there are two languages."""
        said = as_text(words)
        return f"{said} · {words}" if self.two and not has_swedish(said, words) else said

    @property
    def _tells(self) -> tuple[Tell, ...]:
        return (spoken, _swedish) if self.two else (spoken,)

    def _highest(self, height: Callable[[Tell], float]) -> float:
        return max(height(tell) for tell in self._tells)

    def _said(self, text: Text | None) -> str:
        """The words as they stand in a line: with the Swedish after them where there are two languages."""
        if text is None:
            return ""
        said = spoken(text)
        return f"{said} · {text.swedish}" if self.two and not has_swedish(said, text.swedish) else said


def _own(text: Text | None) -> str:
    return spoken(text) if text else ""


def _swedish(text: Text) -> str:
    return text.swedish
