"""What the app holds for every request: its content, its settings, and the day."""

from __future__ import annotations

import datetime

from flask import current_app

from advice.contacts import Directory
from report.library import Library
from web.settings import Settings


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
