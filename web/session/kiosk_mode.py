"""Whether this screen is a kiosk: a cookie that staff set, which stays when a visitor's answers are cleared."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass

from flask import Flask, Request
from werkzeug.wrappers import Response

from web.session.encryption import Encrypted
from web.settings import Settings

HOUR = 60 * 60
KIOSK_LASTS = 16 * HOUR
"""A day at an event; then staff start it again."""
KIOSK_ASKS = 120
"""Seconds without a touch until "Are you still there?" is asked."""
KIOSK_WAITS = 60
"""Seconds that the question stands before all is cleared."""
KIOSK_IDLE = KIOSK_ASKS + KIOSK_WAITS
PURPOSE = b"itid kiosk 1"
ENCRYPTED = "itid_kiosk_encrypted"


@dataclass(frozen=True, slots=True)
class Kiosk:
    """What staff chose: the id of the event or an empty one, and whether there is a printer."""

    place: str = ""
    printer: bool = False


def prepare(app: Flask, settings: Settings) -> None:
    """Give the app what encrypts the kiosk's cookie."""
    keys = (settings.secret_key, *settings.secret_key_fallbacks)
    app.extensions[ENCRYPTED] = Encrypted(keys, KIOSK_LASTS, KIOSK_LASTS, PURPOSE)


def kiosk_cookie(app: Flask, request: Request) -> Kiosk | None:
    """What this screen's cookie says; None where it is no kiosk."""
    text = request.cookies.get(name(app))
    if not text or ENCRYPTED not in app.extensions:
        return None
    values = app.extensions[ENCRYPTED].decrypt(text).values
    if not isinstance(values.get("place"), str):
        return None
    return Kiosk(values["place"], bool(values.get("printer")))


def start(app: Flask, response: Response, kiosk: Kiosk) -> None:
    """Make this screen a kiosk."""
    text = app.extensions[ENCRYPTED].encrypt(asdict(kiosk), time.time())
    response.set_cookie(name(app), text, path="/", secure=_secure(app), httponly=True, samesite="Lax")


def end(app: Flask, response: Response) -> None:
    """Make it an ordinary screen again."""
    response.delete_cookie(name(app), path="/", secure=_secure(app), httponly=True, samesite="Lax")


def name(app: Flask) -> str:
    """The cookie's name."""
    return "__Host-itid-kiosk" if _secure(app) else "itid-kiosk"


def _secure(app: Flask) -> bool:
    return not app.extensions["itid_settings"].demo_http
