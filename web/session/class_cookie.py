"""What a class leaves in a browser: a pupil's seat and draft, a teacher's key. It lies in a cookie of its own.

It is never part of a resident's visit, has another purpose in the encryption and ends with the class room: so the one
can grow, end or be read without the other.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, Response, current_app, g, request

from classroom.store import CLOSES_AFTER
from web.session.encryption import Encrypted
from web.session.kiosk_mode import KIOSK_IDLE, kiosk_cookie
from web.settings import Settings

LARGEST = 1200
"""Bytes; the visit's cookie goes with every request too, and both have to pass any proxy."""
LASTS = CLOSES_AFTER
"""Seconds from when a browser came into its first room; then the room has closed by itself."""
PURPOSE = b"itid class 1"
PUPIL, TEACHER = "class", "teacher"
QUIET = ("static", "health.live", "health.ready", "found.robots", "found.sitemap")
"""Answers that never carry a cookie: caches may keep them, and fetching them is no sign of life."""


class ClassTooLarge(ValueError):
    """What a pupil tried does not fit into the cookie. Nothing was changed."""


@dataclass(slots=True)
class _Kept:
    """What this request has of the cookie: the parts by their names, and when it was first given, 0 for now."""

    parts: dict[str, Any] = field(default_factory=dict)
    began: float = 0
    changed: bool = False


def prepare(app: Flask) -> None:
    """Let the app give the cookie with its answers."""
    app.after_request(_save)


def part(name: str) -> dict[str, Any]:
    """The pupil's or the teacher's part; empty where there is none."""
    kept = _kept().parts.get(name)
    return dict(kept) if isinstance(kept, dict) else {}


def write_part(name: str, values: dict[str, Any]) -> None:
    """Keep it, or forget it where it is empty. Raises `ClassTooLarge`, and then keeps the old one."""
    kept = _kept()
    parts = {key: value for key, value in {**kept.parts, name: values}.items() if value}
    if len(_encrypted().encrypt(parts, kept.began or time.time())) > LARGEST:
        raise ClassTooLarge
    kept.parts, kept.changed = parts, True


def clear() -> None:
    """Forget the class in this browser."""
    g.class_kept = _Kept(changed=_name() in request.cookies)


def take_over(values: dict[str, Any]) -> None:
    """Move what an earlier release kept of a class in the visit's cookie out of these values."""
    parts = {name: values.pop(name) for name in (PUPIL, TEACHER) if name in values}
    if parts and _name() not in request.cookies:
        g.class_kept = _Kept(parts, changed=True)


def _kept() -> _Kept:
    if "class_kept" not in g:
        text = request.cookies.get(_name())
        found = _encrypted().decrypt(text) if text else None
        g.class_kept = _Kept(found.values, found.began) if found else _Kept()
    kept: _Kept = g.class_kept
    return kept


def _save(response: Response) -> Response:
    """A change is given to the browser; on a kiosk every page of a class moves the end, as it does for a visit."""
    kept: _Kept | None = g.get("class_kept")
    if kept is None or request.endpoint in QUIET:
        return response
    attributes: dict[str, Any] = {"path": "/", "secure": _secure(), "httponly": True, "samesite": "Lax"}
    if kept.parts and (kept.changed or kiosk_cookie(current_app, request)):
        response.set_cookie(_name(), _encrypted().encrypt(kept.parts, kept.began or time.time()), **attributes)
    elif kept.changed:
        response.delete_cookie(_name(), **attributes)
    response.vary.add("Cookie")
    return response


def _encrypted() -> Encrypted:
    settings: Settings = current_app.extensions["itid_settings"]
    idle = KIOSK_IDLE if kiosk_cookie(current_app, request) else LASTS
    return Encrypted((settings.secret_key, *settings.secret_key_fallbacks), idle, LASTS, PURPOSE)


def _name() -> str:
    return "__Host-itid-klass" if _secure() else "itid-klass"


def _secure() -> bool:
    settings: Settings = current_app.extensions["itid_settings"]
    return not settings.demo_http
