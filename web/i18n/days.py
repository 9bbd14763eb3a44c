"""Days as pictures need them: the month of a calendar leaf, a day with its weekday, and every day until a last one."""

from __future__ import annotations

import datetime

from flask import Flask
from flask_babel import format_date
from markupsafe import Markup

from web.i18n.dates import capitals, date_with_weekday
from web.i18n.formats import isolated

MOST_DRAWN = 10
"""Days that a strip draws at most; with more, the leaf and the number of days say it better."""


def leaf_month(value: datetime.date) -> str:
    """The short name of the month as a leaf of a calendar has it, such as `NOV`."""
    return capitals(str(format_date(value, "LLL")).rstrip("."))


def weekday(value: datetime.date, narrow: bool = False) -> str:
    """The short name of the weekday, such as `mån`; `narrow` is its letter, where many days stand in a row."""
    return str(format_date(value, "ccccc" if narrow else "ccc")).rstrip(".")


def day_with_weekday(value: datetime.date) -> Markup:
    """Such as `måndag 30 november`; digits stay western and read from left to right."""
    words = isolated(date_with_weekday(value))
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), words)


def days_until(first: datetime.date, last: datetime.date) -> tuple[datetime.date, ...]:
    """Every day from the first to the last, both with them; none where they are too many to be drawn, or gone by."""
    count = (last - first).days + 1
    if not 0 < count <= MOST_DRAWN:
        return ()
    return tuple(first + datetime.timedelta(days=number) for number in range(count))


def load_days(app: Flask) -> None:
    """Give templates the filters."""
    app.jinja_env.filters.update(leaf_month=leaf_month, weekday=weekday, day_with_weekday=day_with_weekday)
    app.jinja_env.globals["days_until"] = days_until
