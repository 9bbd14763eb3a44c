"""How much room the act takes: millimetres, as static/sheet.css sets its heading, its day and its number."""

from __future__ import annotations

import datetime
from functools import partial

from flask_babel import gettext

from report.step import Step
from web.i18n.dates import date_with_weekday
from web.i18n.languages import current
from web.i18n.words import spoken
from web.paper.fit.said import IN_ACT, Column, Columns, Said, own
from web.paper.fit.sizes import WHOLE
from web.paper.fit.widths import POINT, lines_of
from web.paper.printed import ANYWAY, FIRST, LETTERS, RING, WAS, Called, called

FRAME, MIDDLE = 17.0, 18.0
ONE_CALL, TWO_CALLS = 65.0, 59.0
"""The number and whose it is, beside the day; with one column and with two."""
ONE_DAY, TWO_DAYS = 72.0, 35.0
"""The day in words."""
ONE_NUMBER, TWO_NUMBERS = 22.0, 19.0
"""The points of the number."""
FIRST_POINTS = 11.0
FIRST_LINE = FIRST_POINTS * 1.4 * POINT
TWO_HEADS = 1.6
"""The heading where it stands twice, in letters of the text."""


def height_of_act(said: Said) -> float:
    """Millimetres of the act, or of the headline where there is no act."""
    if said.plan.act is None:
        headline = said.report.headline
        words = f"{spoken(headline.title)} {spoken(headline.sentence or headline.title)}" if headline else ""
        return 4.0 + lines_of(words, WHOLE, said.size.act, bold=True) * said.size.act * 1.2 * POINT
    step, call = said.plan.act.steps[0], called(said.plan.act)
    return (
        FRAME
        + said.highest(partial(_head, said, step))
        + middle(said, by_day(said, step.last_day, step.gone_by), call)
        + said.highest(partial(_rest_of_act, said, step))
        + said.others(call.others, IN_ACT)
    )


def _head(said: Said, step: Step, column: Column) -> float:
    """The heading of the act in one column; where it stands alone, the drawing beside it."""
    points = column.size.points * TWO_HEADS if said.two else said.size.act
    words = f"{column.before_title}{column.tell(step.title)}"
    found = lines_of(words, column.head, points, bold=True) * points * _leading(said) * POINT
    return found + (_first_lines(said, column) - 1) * FIRST_LINE


def _first_lines(said: Said, column: Column) -> int:
    """How many lines say that this comes first, and whom the letters below are about."""
    act = said.plan.act
    if act is None or not act.together:
        return 1
    whom = act.steps[0].contacts[0]
    ring = f"{column.say(RING)} {column.tell(whom.short or whom.name)}: 00 {column.say(LETTERS)}"
    return lines_of(f"{column.say(FIRST)} {ring}", column.half - 5.0, FIRST_POINTS, bold=True)


def _leading(said: Columns) -> float:
    """Of the act's heading and of its last day."""
    return said.size.heads if current().direction == "rtl" else 1.15


def _rest_of_act(said: Said, step: Step, column: Column) -> float:
    """What the act says, with the words to say a little larger."""
    return said.rest(step, column, width=column.half, say=True, larger=1.1)


def middle(said: Columns, day: float, call: Called) -> float:
    """The number of the act beside its day, which takes so many millimetres."""
    if not (day or call.first or call.own):
        return 0.0
    beside = TWO_CALLS if said.two else ONE_CALL
    width = beside if day else IN_ACT
    mine = f"{own(call.own.contact.name)}: {own(call.own.contact.where)}" if call.own else ""
    whose = said.edge_words(call.first) if call.first else ""
    large = TWO_NUMBERS if said.two else ONE_NUMBER
    number = said.size.line + large * 1.15 * POINT + said.size.text(whose, width) if call.first else 0.0
    return max(day, number + said.size.text(mine, width) * bool(mine)) + 4.0


def by_day(said: Columns, last: datetime.date | None, gone_by: bool) -> float:
    """The last day in words, beside its leaf."""
    if last is None:
        return 0.0
    day = date_with_weekday(last)
    width = TWO_DAYS if said.two else ONE_DAY
    before = said.size.text(gettext(WAS, day=day), width) if gone_by else 2 * said.size.line
    return max(MIDDLE, before + day_in_words(said, gettext(ANYWAY) if gone_by else day))


def day_in_words(said: Columns, words: str) -> float:
    """What stands in the large letters of the day."""
    width, points = (TWO_DAYS, 14.0) if said.two else (ONE_DAY, 17.0)
    return lines_of(words, width, points, bold=True) * points * _leading(said) * POINT
