"""Days when people can be met: a list, and a file for one's own calendar. Past ones disappear by themselves."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import icalendar
from flask import Blueprint, Response, abort, render_template

from advice.place import Event
from web.extensions import STOCKHOLM, today, whom_to_call
from web.i18n.words import spoken

bp = Blueprint("events", __name__)


FILE_NAME = "dag.ics"


@bp.get("/traffa-oss")
def every() -> str:
    """The coming days, the next one first."""
    return render_template("reading/events.html", coming=whom_to_call().municipality.coming(today()))


@bp.get("/traffa-oss.ics")
def calendar_of_all() -> Response:
    """All coming days as one calendar."""
    return _file(whom_to_call().municipality.coming(today()))


@bp.get("/traffa-oss/<event>.ics")
def calendar(event: str) -> Response:
    """One coming day as a calendar."""
    found = [one for one in whom_to_call().municipality.coming(today()) if one.id == event]
    if not found:
        abort(404)
    return _file(found)


def _file(events: Iterable[Event]) -> Response:
    made = icalendar.Calendar()
    made.add("prodid", "-//I tid//SV")
    made.add("version", "2.0")
    for event in events:
        made.add_component(_component(event))
    response = Response(made.to_ical(), mimetype="text/calendar")
    response.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response


def _component(event: Event) -> icalendar.Event:
    """One event: a whole day where no hours are known, and without an end where only its beginning is."""
    place = whom_to_call().municipality
    made = icalendar.Event()
    made.add("uid", f"{event.id}.{place.code}@i-tid")
    made.add("dtstamp", datetime.datetime.combine(event.day, datetime.time(), STOCKHOLM))
    made.add("summary", spoken(event.title))
    made.add("location", ", ".join(part for part in (event.place, event.address, event.area) if part))
    made.add("description", spoken(event.who))
    made.add("dtstart", _moment(event, event.starts))
    if event.ends is not None:
        made.add("dtend", _moment(event, event.ends))
    return made


def _moment(event: Event, time: datetime.time | None) -> datetime.date | datetime.datetime:
    return event.day if time is None else datetime.datetime.combine(event.day, time, STOCKHOLM)
