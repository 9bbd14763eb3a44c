"""Words as the sheets say them, once or twice: what the act, the rows below it and the foot are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from flask_babel import gettext

from content.text import Text
from report.build import Report
from report.rows import Caller
from report.step import Step
from web.i18n.fallback import has_swedish
from web.i18n.languages import current
from web.i18n.words import as_text, spoken
from web.paper.fit.sizes import WITHOUT_REASONS, WITHOUT_SAY, Size
from web.paper.fit.widths import POINT
from web.paper.printed import SAME_NUMBER, SAY, OnPaper, with_number

IN_ACT, HEAD_START, HEAD_END = 174.0, 9.0, 36.0
"""Millimetres of the act, and what its heading leaves free for the box and for the drawing."""
MINE_HALF, SWEDISH_HALF = 83.0, 78.5
LEFT, RIGHT = 106.0, 76.0
"""The two columns of the foot."""
TICK = "☐\u00a0 "
"""A box before words, which is larger than they are."""
RIGHT_TO_LEFT_BESIDE, LEADING_BESIDE = 0.9, 1.25
"""How large the Swedish stands beside Naskh, which looks small and is set larger."""


@dataclass(frozen=True, slots=True)
class Column:
    """The words of one language: how they are said, in which size, and what stands before the title of a row."""

    tell: Callable[[Text], str]
    say: Callable[[str], str]
    """The sheet's own words."""
    size: Size
    half: float
    """Millimetres of its half of the act."""
    head: float
    """Millimetres of the act's heading where it has a half for itself."""
    before_title: str = ""


@dataclass(frozen=True)
class Columns:
    """A size, in one language or with the Swedish column beside it."""

    size: Size
    two: bool

    def words(self, words: str) -> str:
        """The sheet's own words, in Swedish after them where there are two languages."""
        said = as_text(words)
        return f"{said} · {words}" if self.two and not has_swedish(said, words) else said

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Mine, and the Swedish beside it."""
        mirrored = current().direction == "rtl"
        start, tick = (0.0, TICK) if mirrored else (HEAD_START, "")
        if not self.two:
            return (Column(spoken, gettext, self.size, IN_ACT, IN_ACT - start - HEAD_END, tick),)
        beside = self.size.smaller(RIGHT_TO_LEFT_BESIDE, leading=LEADING_BESIDE) if mirrored else self.size
        return (
            Column(spoken, gettext, self.size, MINE_HALF, MINE_HALF - start, tick),
            Column(_in_swedish, str, beside, SWEDISH_HALF, SWEDISH_HALF),
        )

    def highest(self, height: Callable[[Column], float]) -> float:
        """Of the column that takes the most."""
        return max(map(height, self.columns))

    def said(self, text: Text | None) -> str:
        """The words as they stand in a line: with the Swedish after them where there are two languages."""
        if text is None:
            return ""
        said = spoken(text)
        return f"{said} · {text.swedish}" if self.two and not has_swedish(said, text.swedish) else said

    def heading(self, words: str, width: float) -> float:
        """One of the sheet's own headings, with the Swedish below it where there are two languages."""
        said = as_text(words)
        return self.size.heading(said, width, words if self.two and not has_swedish(said, words) else "")

    def to_say(self, words: Text, column: Column, width: float, larger: float = 1.0) -> float:
        """The very words to say on the phone, in letters so much larger."""
        said = f"{column.say(SAY)} ”{column.tell(words)}”"
        return column.size.text(said, (width - 4.0) / larger) * larger + 1.0

    def contact(self, one: Caller) -> float:
        """Somebody in the list at the foot, with the number at the edge."""
        width, number = (62.0, self.size.points * 1.4 * 1.2 * POINT) if one.phone else (LEFT, 0.0)
        return max(self.size.text(self.named(one), width), number) + 1.8

    def edge_words(self, one: Caller) -> str:
        """Whose the number at the edge of a row is, and when somebody answers."""
        short = one.contact.short
        return f"{self.said(short) if short else own(one.contact.name)}. {own(one.contact.hours)}"

    def others(self, callers: tuple[Caller, ...], width: float) -> float:
        """The line of those whom a row also names."""
        callers = with_number(callers) if self.size.leaves_out >= WITHOUT_SAY else callers
        words = " · ".join(map(self.named, callers))
        return self.size.text(words, width) + 0.8 if callers else 0.0

    def named(self, one: Caller) -> str:
        """Somebody in one line of words."""
        contact = one.contact
        same = gettext(SAME_NUMBER) if one.at is not None and not contact.where else ""
        where = own(None if one.phone else contact.where)
        hours = own(contact.hours if one.phone and self.size.leaves_out < WITHOUT_REASONS else None)
        name = own(contact.short if one.at is not None and contact.short else contact.name)
        return f"{name} {one.phone or ''} {same} {where} {hours}"


@dataclass(frozen=True)
class Said(Columns):
    """A report and its plan as they are said in this size."""

    report: Report
    plan: OnPaper

    def rest(self, step: Step, column: Column, *, width: float, say: bool, larger: float = 1.0) -> float:
        """What a step says after its day, with the words to say so much larger."""
        height = column.size.text(" ".join(map(column.tell, (step.text, *step.added))), width)
        return height + (self.to_say(step.say, column, width, larger) if say and step.say else 0.0)


def own(text: Text | None) -> str:
    """The words, or none."""
    return spoken(text) if text else ""


def _in_swedish(text: Text) -> str:
    return text.swedish
