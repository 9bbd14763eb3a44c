"""When somebody answers: whether it is now, when it is next, and the next morning on which one can call."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from advice.place import WEEKDAYS, Contact, Opening
from calculator.banking_day import ONE_DAY, is_banking_day

SEEN = "seen_page"
"""Hours that were seen at their source: of no others is it said that somebody answers now."""
CALL_AT = datetime.time(9)
"""When an office that is open in the day answers."""
DAYS_AHEAD = 21
"""So far is looked for a day on which somebody answers; no office is closed for longer."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Whether somebody answers now, and `until` when; otherwise `until` is when it opens. None: it never closes."""

    now: bool
    until: datetime.datetime | None


def answers_at(contact: Contact, moment: datetime.datetime) -> Answers | None:
    """Whether the contact answers at that moment (Swedish time); None where its hours were not seen at their source."""
    opening = contact.opening
    if opening is None or opening.confidence != SEEN:
        return None
    if opening.opens is None and opening.holidays and opening.days == WEEKDAYS:
        return Answers(True, None)
    spans = list(_spans(opening, moment))
    open_now = next((end for start, end in spans if start <= moment < end), None)
    following = next((start for start, _end in spans if start > moment), None)
    return Answers(open_now is not None, open_now or following) if open_now or following else None


def morning_to_call(contact: Contact, moment: datetime.datetime) -> datetime.date | None:
    """The next day on which the contact answers at nine: today only before nine. None where it never does.

    Where no hours are known it is the next working day, on which authorities and companies answer.
    """
    first = moment.date() if moment.time() < CALL_AT else moment.date() + ONE_DAY
    days = (first + number * ONE_DAY for number in range(DAYS_AHEAD))
    return next((day for day in days if _answers_at_nine(contact.opening, day)), None)


def _answers_at_nine(opening: Opening | None, day: datetime.date) -> bool:
    if opening is None:
        return is_banking_day(day)
    if not _opens_on(opening, day):
        return False
    return opening.opens is None or opening.closes is None or _within(opening.opens, opening.closes)


def _within(opens: datetime.time, closes: datetime.time) -> bool:
    """Whether nine lies in hours of one day; hours of a night begin on the evening of it."""
    return opens <= CALL_AT and (closes > CALL_AT or closes <= opens)


def _opens_on(opening: Opening, day: datetime.date) -> bool:
    holiday = not is_banking_day(day) and day.weekday() < WEEKDAYS.index("sat")
    return WEEKDAYS[day.weekday()] in opening.days and (opening.holidays or not holiday)


def _spans(opening: Opening, moment: datetime.datetime) -> Iterator[tuple[datetime.datetime, datetime.datetime]]:
    """The hours from the day before on, in order; those of a night reach into the next day."""
    opens, closes = opening.opens or datetime.time(0), opening.closes or datetime.time(0)
    for number in range(-1, DAYS_AHEAD):
        day = moment.date() + number * ONE_DAY
        if _opens_on(opening, day):
            ends = day if closes > opens else day + ONE_DAY
            zone = moment.tzinfo
            yield datetime.datetime.combine(day, opens, zone), datetime.datetime.combine(ends, closes, zone)
