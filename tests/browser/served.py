"""The app as the browser tests see it: the real one, with one more language that is written from right to left.

Gunicorn starts it, with the options of script/server: `tests.browser.served:served()`.
"""

from __future__ import annotations

import datetime
import os
import tempfile
from pathlib import Path

from flask import Flask

from app import create_app
from tests import pseudo
from tests.browser.parts_shown import show_parts
from web.kiosk import pages as kiosk
from web.plan import transfer
from web.settings import Settings

TODAY = datetime.date(2026, 11, 23)


def served(idle_seconds: int = 0) -> Flask:
    """`idle_seconds` ends a visit so soon that a test can see it end; the settings know minutes only."""
    folder = pseudo.write_catalogues(Path(tempfile.mkdtemp(prefix="itid-words-")))
    # An operator may only lead to an encrypted page; the tests' own page elsewhere has no certificate.
    settings = Settings.from_environment().model_copy(update={"exit_url": os.environ["ELSEWHERE"]})
    app = create_app({"TODAY": TODAY}, settings, extra_languages=[pseudo.FOR_CHECKERS], extra_catalogues=[folder])
    show_parts(app)
    if idle_seconds:
        app.session_interface.encrypted.idle = idle_seconds  # type: ignore[attr-defined]
    return app


def hasty_kiosk(asks: int, waits: int, turn: int) -> Flask:
    """A kiosk that asks, clears and turns its language after so few seconds that a test can wait for it."""
    kiosk.KIOSK_ASKS, kiosk.KIOSK_WAITS, kiosk.TURN, transfer.KIOSK_ASKS = asks, waits, turn, asks
    return served()
