"""What the app holds for every request: its content, its settings, and the day."""

from __future__ import annotations

import datetime
import time
from zoneinfo import ZoneInfo

from flask import current_app

from advice.contacts import Directory
from report.library import Library
from web.settings import Settings

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def library() -> Library:
    """The content this app serves."""
    found: Library = current_app.extensions["itid_library"]
    return found


def whom_to_call() -> Directory:
    """The contacts of the municipality this app is for."""
    settings: Settings = current_app.extensions["itid_settings"]
    return library().advice.directories[settings.municipality]


def today() -> datetime.date:
    """The day that figures are looked up for; `TODAY` in the app's configuration shows any other day."""
    return current_app.config.get("TODAY") or datetime.date.today()


def now() -> int:
    """Seconds since 1970; `NOW` in the app's configuration shows any other time."""
    return int(current_app.config.get("NOW") or time.time())


def since_boot() -> int:
    """Seconds since the machine was started; they go on while the clock is set. A time that is shown stands still."""
    shown = current_app.config.get("NOW")
    return int(shown) if shown else int(time.clock_gettime(time.CLOCK_BOOTTIME))


def moment() -> datetime.datetime:
    """The day of `today`, at the time the clock shows in Sweden: for hours of opening."""
    return datetime.datetime.combine(today(), datetime.datetime.fromtimestamp(now(), STOCKHOLM).timetz())


def clock_time(seconds: int) -> str:
    """A time of the day in Sweden, as `10.20`; with its date where it is not today."""
    at, here = datetime.datetime.fromtimestamp(seconds, STOCKHOLM), datetime.datetime.fromtimestamp(now(), STOCKHOLM)
    return f"{at:%H.%M}" if at.date() == here.date() else f"{at:%H.%M, %Y-%m-%d}"


def warm_renderers() -> None:
    """Start the processes that make PDFs, so that the first sheet does not wait for them."""
    current_app.extensions["itid_renderers"].warm()


RETRY_AFTER = 20
"""Seconds until somebody whose PDF could not be made is asked to try again."""


class Busy(Exception):
    """All processes have more to do than can be waited for: answer 503, and when to come back (`RETRY_AFTER`)."""
