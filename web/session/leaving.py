"""What is forgotten when somebody leaves: ordinary screens and kiosks tell the browser the same."""

from __future__ import annotations

from flask import current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from web.i18n.languages import Languages
from web.session import cookie
from web.session.kiosk_mode import Kiosk, kiosk_cookie

CLEARED = {"Clear-Site-Data": '"cache", "storage"'}
"""Not the cookies: that would take those of every service on the same domain. Ours are deleted by their names."""


def this_kiosk() -> Kiosk | None:
    """What staff chose for this screen; None where it is no kiosk."""
    return kiosk_cookie(current_app, request)


def forget() -> Response:
    """Empty the visit and show the kiosk's inviting screen in the first language."""
    cookie.clear()
    languages: Languages = current_app.extensions["languages"]
    response = redirect(url_for("kiosk.front", lang=languages.offered[0].code), 303)
    response.headers.update(CLEARED)
    return response
