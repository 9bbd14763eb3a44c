"""What a class leaves in a browser: a pupil's seat and draft, a teacher's key, a wall. It lies in a cookie of its own.

It is never part of a resident's visit, has another purpose in the encryption and ends with the lesson: so the one can
grow, end or be read without the other. It is not packed, for a packed draft would be longer or shorter by what was
answered, and whoever sees the network sees how long an answer is.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, Request, Response, current_app, g, request

from web.session.encryption import Encrypted
from web.session.kiosk_mode import KIOSK_IDLE, kiosk_cookie
from web.settings import Settings

LARGEST = 1200
"""Bytes; the visit's cookie goes with every request too, and both have to pass any proxy."""
LASTS = 12 * 60 * 60
"""Seconds from when a browser came into its first room, in which a phone may come back."""
PURPOSE = b"itid class 2"
PUPIL, TEACHER, WALL, BROWSER = "class", "teacher", "wall", "browser"
QUIET = ("static", "health.live", "health.ready", "found.robots", "found.sitemap", "follow.now", "wall.now")
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
    if len(_encrypted().encrypt(parts, kept.began or time.time(), packed=False)) > LARGEST:
        raise ClassTooLarge
    kept.parts, kept.changed = parts, True


def clear() -> None:
    """Forget the class in this browser."""
    g.class_kept = _Kept(changed=_name() in request.cookies)


def in_a_lesson(request: Request, app: Flask) -> bool:
    """Whether this browser has a seat or a key: then its visit, too, lasts as long as a lesson."""
    text = request.cookies.get(_name(app))
    found = _lasting(app, LASTS).decrypt(text).values if text else {}
    return bool(found.get(PUPIL) or found.get(TEACHER))


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
        response.set_cookie(
            _name(), _encrypted().encrypt(kept.parts, kept.began or time.time(), packed=False), **attributes
        )
    elif kept.changed:
        response.delete_cookie(_name(), **attributes)
    response.vary.add("Cookie")
    return response


def _encrypted() -> Encrypted:
    return _lasting(current_app, KIOSK_IDLE if kiosk_cookie(current_app, request) else LASTS)


def _lasting(app: Flask, idle: int) -> Encrypted:
    settings: Settings = app.extensions["itid_settings"]
    return Encrypted((settings.secret_key, *settings.secret_key_fallbacks), idle, LASTS, PURPOSE)


def _name(app: Flask | None = None) -> str:
    return "__Host-itid-klass" if _secure(app) else "itid-klass"


def _secure(app: Flask | None = None) -> bool:
    settings: Settings = (app or current_app).extensions["itid_settings"]
    return not settings.demo_http
