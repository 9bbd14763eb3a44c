"""Measures the plan of eight lives on a phone of 360 × 740, as the browser tests do, and prints a table."""

from __future__ import annotations

import datetime
import logging
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from pictures import looking, open_life
from werkzeug.serving import make_server

from app import create_app
from tests.browser.measures import PHONE, Measured, measured
from tests.eight_lives import EIGHT
from web.settings import Settings

DAY = datetime.date(2026, 11, 23)
LANGUAGES = ("sv", "en")
HEAD = (
    "life",
    "language",
    "screens",
    "words",
    "act ends",
    "day ends",
    "call ends",
    "say ends",
    "numbers twice",
    "broken",
)


def pages_on_a_phone() -> None:
    """Print the table, in Markdown, for docs/performance.md."""
    print("| " + " | ".join(HEAD) + " |")
    print("|" + "---|" * len(HEAD))
    with _served() as address, looking(address) as context:
        for name, life in EIGHT.items():
            page = context.new_page()
            context.clear_cookies()
            open_life(page, address, life)
            for language in LANGUAGES:
                page.goto(f"{address}/{language}/resultat")
                print("| " + " | ".join((name, language, *_row(measured(page, PHONE)))) + " |")
            page.close()


def _row(found: Measured) -> tuple[str, ...]:
    places = (found.act, found.day, found.call, found.say)
    ends = ("–" if place is None else str(place) for place in places)
    return (f"{found.screens:.1f}", str(found.words), *ends, str(len(found.twice)), str(len(found.broken)))


@contextmanager
def _served() -> Iterator[str]:
    """The app on the day of the tests; its address."""
    with tempfile.TemporaryDirectory() as folder:
        logging.getLogger("werkzeug").setLevel(logging.WARNING)
        app = create_app({"TODAY": DAY}, Settings(database_url=f"sqlite:///{folder}/class.sqlite3"))
        server = make_server("127.0.0.1", 0, app, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            app.extensions["itid_renderers"].close()
