"""Whether somebody answers now, in words for the screen alone: on paper and in a file it would soon be untrue."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from flask_babel import format_date
from flask_babel import gettext as _

from advice.place import Contact
from report.opening_hours import Answers, answers_at


def open_now(contacts: Iterable[Contact], moment: datetime.datetime) -> dict[str, str]:
    """Contact → "open now, until 6" or "opens Monday at 9"; only those whose hours were seen at their source."""
    found = ((contact.id, answers_at(contact, moment)) for contact in contacts)
    return {name: _said(answers, moment.date()) for name, answers in found if answers}


def _said(answers: Answers, today: datetime.date) -> str:
    if answers.until is None:
        return str(_("Öppet nu"))
    hour, days = _hour(answers.until.time()), (answers.until.date() - today).days
    if answers.now:
        return str(_("Öppet nu, till klockan %(hour)s", hour=hour))
    if days == 0:
        return str(_("Öppnar i dag klockan %(hour)s", hour=hour))
    day = format_date(answers.until.date(), "EEEE")
    return str(_("Öppnar %(day)s klockan %(hour)s", day=day, hour=hour))


def _hour(time: datetime.time) -> str:
    return str(time.hour) if not time.minute else f"{time.hour}.{time.minute:02}"
