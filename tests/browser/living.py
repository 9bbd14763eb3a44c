"""A life put into a browser: what was answered lies in the visit's cookie, sealed with the key of the tests."""

from __future__ import annotations

import time
from typing import Any

from flask import Flask
from playwright.sync_api import Page

from tests.browser.kiosk_screen import KEY
from web.plan.saved_file import as_visit
from web.session.cookie import PURPOSE
from web.session.encryption import Encrypted
from web.session.reader import plain


def live(page: Page, origin: str, app: Flask, case: dict[str, Any]) -> None:
    """Put everything that this case holds into the browser, and forget what was there."""
    with app.test_request_context("/sv/"):
        answered = plain(as_visit(case))
    text = Encrypted([KEY], 7200, 43200, PURPOSE).encrypt({"visit": answered}, time.time())
    cookie: Any = {
        "name": "__Host-itid",
        "value": text,
        "url": origin.replace("http:", "https:"),
        "secure": True,
    }
    page.context.clear_cookies()
    page.context.add_cookies([cookie])
