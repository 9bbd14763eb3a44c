"""The days of the plan as a file for one's own calendar.

Whoever sees the calendar learns nothing but a day: no words about what it is, no place, no address, no name of the app,
no alarm (the phone's own setting decides), and no mark that is the same in two files.
"""

from __future__ import annotations

import datetime
import uuid

import icalendar
from flask import Blueprint, Response, redirect, url_for
from werkzeug.wrappers import Response as Redirect

from report.build import paper_report
from report.calendar_days import CalendarDay, Kind, calendar_days
from report.opening_hours import CALL_AT
from web.extensions import STOCKHOLM, library, moment, now, today
from web.i18n.markers import N_
from web.i18n.words import as_text as _
from web.plan.empty import with_result
from web.session.as_case import case_of
from web.session.visit import Visit

bp = Blueprint("calendar", __name__)

FILE_NAME = "kalender.ics"
PRODUCT = "-//calendar//1.0//"
WORDS: dict[Kind, str] = {"call": N_("Ring kl. 9"), "last_day": N_("Sista dag"), "pay": N_("Lön")}
CALL_LASTS = datetime.timedelta(minutes=15)


@bp.get(f"/resultat/{FILE_NAME}")
@with_result
def file(visit: Visit) -> Response | Redirect:
    """The days of the report for paper; where there is none, back to what can be taken along."""
    days = days_of(visit)
    if not days:
        return redirect(url_for("transfer.offer", _anchor="calendar"))
    response = Response(written(days), mimetype="text/calendar")
    response.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response


def days_of(visit: Visit) -> tuple[CalendarDay, ...]:
    """The days that the calendar of this visit has, as its paper has them."""
    return calendar_days(paper_report(library(), case_of(visit), today()), moment())


def written(days: tuple[CalendarDay, ...]) -> bytes:
    """The file, in the words of the page's language."""
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    for day in days:
        made.add_component(_event(day))
    return bytes(made.to_ical())


def _event(day: CalendarDay) -> icalendar.Event:
    """A call stands at its hour, in universal time so that no zone has to be told; the others are whole days."""
    made = icalendar.Event()
    made.add("uid", uuid.uuid4().hex)
    made.add("dtstamp", datetime.datetime.fromtimestamp(now(), datetime.UTC))
    made.add("summary", _(WORDS[day.kind]))
    made.add("class", "PRIVATE")
    made.add("transp", "TRANSPARENT")
    if day.kind == "call":
        begins = datetime.datetime.combine(day.day, CALL_AT, STOCKHOLM).astimezone(datetime.UTC)
        made.add("dtstart", begins)
        made.add("dtend", begins + CALL_LASTS)
    else:
        made.add("dtstart", day.day)
    return made
