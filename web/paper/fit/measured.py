"""How much room the parts of the sheet's first page take in a size: millimetres, as static/sheet.css sets them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from flask_babel import gettext

from advice.place import Contact, Event
from report.rows import Caller, Row
from report.step import Step
from web.i18n.dates import date_with_weekday
from web.i18n.languages import SOURCE, current
from web.paper.fit.act import height_of_act
from web.paper.fit.said import LEFT, RIGHT, TICK, Column, Said, own
from web.paper.fit.sizes import (
    BRIEF_OTHERS,
    WHOLE,
    WITHOUT_ABOUT,
    WITHOUT_REASONS,
    WITHOUT_SAY,
    WITHOUT_TEXT,
)
from web.paper.fit.widths import POINT, lines_of
from web.paper.printed import (
    ABOUT,
    ASKED,
    CALL,
    FACTS,
    INTERPRETER,
    LATER,
    MEET,
    TALK,
    called,
    tells_of_kronofogden,
)

PAGE = 277.0
"""Millimetres between the margins, less three."""
IN_ROW, WIDE_ROW, HALF_ROW, WIDE_HALF = 112.0, 162.0, 57.0, 77.0
"""The words of a row with a number at its edge, and without; and a column of them where there are two."""
EDGE = 48.0
"""The number at the edge of a row."""
FOOT = 10.5
"""The points of the line at the foot, whatever the size of the rest."""
NOTE = 8.3
SAFE = 3.0
"""What is kept free under the contacts: notes and days follow, which would be lost first."""
FEWEST_NOTES, MOST_NOTES = 2, 16
MOST_FURTHER = 6
BAND, EVENT = 3.6, 2.0


@dataclass(frozen=True)
class Measured(Said):
    """What the parts of a report take, above the foot of page one and in its two columns."""

    def top(self) -> float:
        """The head, the act, the rows below it, and why."""
        size, plan = self.size, self.plan
        height = size.line + 2.0
        if plan.line:
            height += size.text(self.said(plan.line.title) + self.said(plan.line.text), WHOLE) + 1.0
        height += height_of_act(self) + sum(
            BAND + size.points * 1.3 * POINT + self._rows(rows) for _name, rows in plan.bands
        )
        return height + self._why()

    def left(self) -> float:
        """The contacts that no row has named, and the next days when people can be met."""
        size = self.size
        contacts = sum(self.contact(one) for one in self.plan.contacts)
        height = self.heading(CALL, LEFT) + contacts + SAFE if contacts else 0.0
        asked = "" if current() is SOURCE else f"{gettext(INTERPRETER)} {ASKED}"
        interpreter = size.text(asked, LEFT, bold=True) if asked else 0.0
        return height + interpreter + sum(self._met(event) for event in self.report.events)

    def right(self) -> float:
        """The helplines, and what Kronofogden does."""
        size = self.size
        lines = [self._helpline(one) for one in self.plan.helplines]
        height = self.heading(TALK, RIGHT) + sum(lines) if lines else 0.0
        if size.leaves_out < WITHOUT_ABOUT and tells_of_kronofogden(self.report):
            height += self.heading(ABOUT, RIGHT) + sum(size.text(self.words(fact), RIGHT - 5) for fact in FACTS)
        return height

    def _helpline(self, one: Contact) -> float:
        """A number in larger letters of Noto Sans, which stand higher in a line of Naskh, and whose it is."""
        size = self.size
        higher = (0.17 if current().direction == "rtl" else 0.05) * size.points * POINT
        number = max(size.line, size.points * 1.15 * 1.2 * POINT) + higher
        return size.text(f"{one.phone} {own(one.short or one.name)}", RIGHT - 6.0) - size.line + number

    def titles(self, steps: Iterable[Step]) -> float:
        """Steps of which only the title is printed, under their heading."""
        lines = [self.size.text(f"{TICK}{self.said(step.title)}", LEFT) for step in steps]
        return self.heading(LATER, LEFT) + sum(lines) + len(lines) * self._tick if lines else 0.0

    @property
    def _tick(self) -> float:
        """How much a tick box adds to the height of its line."""
        return 0.15 * self.size.points * POINT

    def _rows(self, rows: Iterable[Row]) -> float:
        return sum(self._row(row) for row in rows)

    def _row(self, row: Row) -> float:
        call = called(row)
        height = self.size.line + 1.0 if row.together and row.callers else 0.0
        for number, step in enumerate(row.steps):
            edge = self._edge(call.first) if call.first and not number else 0.0
            width = self._width(wide=not edge)
            words = max(self.highest(partial(self._step, step, width)), edge)
            others = 0.0 if number else self.others(call.rest, WIDE_ROW)
            height += max(words + others, self.size.picture) + self.size.around
        return height

    def _width(self, *, wide: bool) -> float:
        if self.two:
            return WIDE_HALF if wide else HALF_ROW
        return WIDE_ROW if wide else IN_ROW

    def _step(self, step: Step, width: float, column: Column) -> float:
        """One column of a row; its title is bold and a little larger."""
        size = column.size
        points = size.points * 1.12
        title = f"{column.before_title}{column.tell(step.title)}"
        height = lines_of(title, width, points, bold=True) * points * size.heads * POINT
        if step.last_day or step.gone_by:
            day = date_with_weekday(step.last_day) if step.last_day else ""
            height += size.text(f"{gettext('Senast')} {day}", width, bold=True)
        if size.leaves_out >= (WITHOUT_TEXT if step.urgent else BRIEF_OTHERS):
            return height
        return height + self.rest(step, column, width=width, say=size.leaves_out < WITHOUT_SAY)

    def _edge(self, one: Caller) -> float:
        """The number at the edge of a row, and whose it is."""
        return self.size.points * 1.35 * 1.2 * POINT + self.size.text(self.edge_words(one), EDGE - 8.0 * self.two)

    def _met(self, event: Event) -> float:
        words = f"{self.words(MEET)} {self.said(event.title)} · {event.day} {event.hours or ''} · "
        return self.size.text(f"{words} {event.place}, {event.area}", LEFT, bold=True) + EVENT

    def _why(self) -> float:
        headline = self.report.headline
        if headline is None or self.plan.act is None or self.size.leaves_out >= WITHOUT_REASONS:
            return 0.0
        words = [self.said(headline.title), *(self.said(reason.text) for reason in self.report.reasons)]
        return self.size.text(" ".join(words), WHOLE) + 2.0
