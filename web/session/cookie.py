"""The visit: everything a resident has answered, encrypted in one cookie in the browser. The server keeps nothing.

This is the only file that touches the session. Both ends of a visit, idle and absolute, stand inside the encryption
(`web/session/encryption.py`), so that no clock of the browser's is trusted.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from flask import Flask, Request, Response, request, session
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from web.extensions import library
from web.session import class_cookie
from web.session.encryption import Decrypted, Encrypted
from web.session.kiosk_mode import KIOSK_IDLE, kiosk_cookie
from web.session.reader import plain, read_visit
from web.session.visit import Visit
from web.settings import Settings

LARGEST = 3800
"""Browsers drop a cookie over 4 096 bytes without a word; name and attributes need some of them."""
SECONDS = 60
LESSON = 4 * 60 * SECONDS
"""How long a pupil or a teacher may do nothing, also where a visit ends sooner; a kiosk's end stands over it."""
PURPOSE = b"itid visit 1"
VISIT = "visit"
NOTHING = Decrypted()


class VisitTooLarge(ValueError):
    """The visit does not fit into a cookie. Nothing was changed."""


def read() -> Visit:
    """This browser's visit; an empty one where there is none, or where it has ended."""
    return read_visit(session.get(VISIT), library())


def write(visit: Visit, *smaller: Visit) -> None:
    """Keep a changed visit in the browser, or the first of the `smaller` ones that fits.

    Sums can be made again and answers cannot: unless it is said otherwise, sums and what-ifs give way. Raises
    `VisitTooLarge` where none fits, and then keeps the old one.
    """
    before = session.get(VISIT)
    for one in (visit, *(smaller or (replace(visit, sums={}, what_if={}),))):
        session[VISIT] = plain(one)
        if _ours().encrypted_size() <= LARGEST:
            return
    session[VISIT] = before
    raise VisitTooLarge


def clear() -> None:
    """Forget everything, a class too; the cookie itself changes, so that the browser drops the pages it kept."""
    session.clear()
    class_cookie.clear()


def has_ended() -> bool:
    """Whether this request came with a visit that was over."""
    return bool(getattr(session, "ended", False))


def seconds_left() -> int:
    """How long this visit still lasts when nothing more is done."""
    return int(getattr(session, "left", 0))


def _ours() -> _Session:
    """Flask's session, which `EncryptedCookie` always opens as a `_Session`."""
    opened = session
    if not isinstance(opened, _Session):
        raise TypeError("a session that this interface did not open")
    return opened


class _Session(CallbackDict[str, Any], SessionMixin):
    """A dictionary that knows whether it was changed, when it began, and how large its cookie is."""

    def __init__(self, encrypted: Encrypted, found: Decrypted = NOTHING) -> None:
        super().__init__(found.values, self._changed)
        self.encrypted, self.began, self.ended = encrypted, found.began, found.ended
        self.modified = False
        self.accessed = False

    @staticmethod
    def _changed(changed: CallbackDict[str, Any]) -> None:
        changed.modified = True  # type: ignore[attr-defined]

    @property
    def left(self) -> float:
        """Seconds until this visit ends by itself."""
        longest = self.began + self.encrypted.longest - time.time() if self.began else self.encrypted.longest
        return min(self.encrypted.idle, longest)

    def encrypted_size(self) -> int:
        """Bytes of the cookie's value."""
        return len(self.encrypted.encrypt(dict(self), self.began or time.time()))


class EncryptedCookie(SessionInterface):
    """Flask's session in an encrypted cookie without an end date: it goes when the browser closes."""

    def __init__(self, settings: Settings) -> None:
        keys = (settings.secret_key, *settings.secret_key_fallbacks)
        longest = settings.longest_minutes * SECONDS
        self.encrypted = Encrypted(keys, settings.idle_minutes * SECONDS, longest, PURPOSE)
        self.encrypted_of_kiosk = Encrypted(keys, min(KIOSK_IDLE, settings.idle_minutes * SECONDS), longest, PURPOSE)
        in_a_lesson = max(LESSON, settings.idle_minutes * SECONDS)
        self.encrypted_in_a_lesson = Encrypted(keys, in_a_lesson, longest, PURPOSE)
        self.secure = not settings.demo_http
        self.name = "__Host-itid" if self.secure else "itid"

    def open_session(self, app: Flask, request: Request) -> _Session:
        """The visit that came with a request."""
        value = request.cookies.get(self.name)
        encrypted = self._encrypted(app, request)
        found = encrypted.decrypt(value) if value else NOTHING
        return _Session(encrypted, found)

    def _encrypted(self, app: Flask, request: Request) -> Encrypted:
        if kiosk_cookie(app, request):
            return self.encrypted_of_kiosk
        return self.encrypted_in_a_lesson if class_cookie.in_a_lesson(request, app) else self.encrypted

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Every answer moves the idle end; an emptied visit is taken out of the browser."""
        if not isinstance(session, _Session):
            raise TypeError("a session that this interface did not open")
        if request.endpoint in class_cookie.QUIET:
            return
        if not session:
            told = response.status_code not in range(300, 400)
            if session.modified or (session.ended and told):
                response.delete_cookie(self.name, path="/", secure=self.secure, httponly=True, samesite="Lax")
            return
        value = session.encrypted.encrypt(dict(session), session.began or time.time())
        response.set_cookie(self.name, value, path="/", secure=self.secure, httponly=True, samesite="Lax")
        response.vary.add("Cookie")
