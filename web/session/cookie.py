"""The visit: everything a resident has answered, encrypted in one cookie in the browser. The server keeps nothing.

This is the only file that touches the session. Both ends of a visit, idle and absolute, stand inside the encryption
(`web/session/encryption.py`), so that no clock of the browser's is trusted.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from flask import Flask, Request, Response, request, session
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from web.session.encryption import Seal
from web.session.kiosk_mode import KIOSK_IDLE, kiosk_cookie
from web.session.shapes import in_shape
from web.settings import Settings

LARGEST = 3800
"""Browsers drop a cookie over 4 096 bytes without a word; name and attributes need some of them."""
SECONDS = 60
PURPOSE = b"itid visit 1"
VISIT = "visit"


class VisitTooLarge(ValueError):
    """The visit does not fit into a cookie. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known in this browser. `questionnaire` and `age_group` are empty until they are chosen.

    `budget` is line id → [amount in öre, period, about]; `household` has the keys of `calculator.household`.
    `sums` is sum → field → what was typed; `letters_dates` is letter → its days, as in `web/letters/dates.py`, and
    `letters` is letter → what else is known of it, such as its sum; `what_if` is as `budget`, for the lines that are
    changed to see what would happen; `done` holds the ids of the steps that were ticked in the plan.
    """

    role: str = ""
    age_group: str = ""
    questionnaire: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    household: dict[str, Any] = field(default_factory=dict)
    budget: dict[str, list[Any]] = field(default_factory=dict)
    own_lines: list[str] = field(default_factory=list)
    sums: dict[str, Any] = field(default_factory=dict)
    letters: dict[str, Any] = field(default_factory=dict)
    letters_dates: dict[str, Any] = field(default_factory=dict)
    what_if: dict[str, list[Any]] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether anything has been said yet."""
        return any(bool(getattr(self, one.name)) for one in fields(self))


def read() -> Visit:
    """This browser's visit; an empty one where there is none, or where it has ended."""
    kept = session.get(VISIT)
    if not isinstance(kept, dict):
        return Visit()
    return shaped(kept)


def shaped(kept: Mapping[str, Any]) -> Visit:
    """The visit of these values; what is not in the shape that is kept today falls away."""
    empty = Visit()
    given = {one.name: in_shape(one.name, kept[one.name]) for one in fields(Visit) if one.name in kept}
    return Visit(**{name: value for name, value in given.items() if isinstance(value, type(getattr(empty, name)))})


def write(visit: Visit, *smaller: Visit) -> None:
    """Keep a changed visit in the browser, or the first of the `smaller` ones that fits.

    Sums can be made again and answers cannot: unless it is said otherwise, sums and what-ifs give way. Raises
    `VisitTooLarge` where none fits, and then keeps the old one.
    """
    before = session.get(VISIT)
    for one in (visit, *(smaller or (replace(visit, sums={}, what_if={}),))):
        session[VISIT] = {name: value for name, value in asdict(one).items() if value}
        if _ours().sealed_size() <= LARGEST:
            return
    session[VISIT] = before
    raise VisitTooLarge


def part(name: str) -> dict[str, Any]:
    """Something else than a resident's visit that lies in the same cookie, such as what a pupil has done."""
    kept = session.get(name)
    return dict(kept) if isinstance(kept, dict) and name != VISIT else {}


def write_part(name: str, values: dict[str, Any]) -> None:
    """Keep it, or forget it where it is empty. Raises `VisitTooLarge`, and then keeps the old one."""
    before = session.get(name)
    if not values:
        session.pop(name, None)
        return
    session[name] = values
    if _ours().sealed_size() > LARGEST:
        session[name] = before
        raise VisitTooLarge


def clear() -> None:
    """Forget everything; the cookie itself changes too, so that the browser drops the pages it kept."""
    session.clear()


def has_ended() -> bool:
    """Whether this request came with a visit that was over."""
    return bool(getattr(session, "ended", False))


def seconds_left() -> int:
    """How long this visit still lasts when nothing more is done."""
    return int(getattr(session, "left", 0))


def _ours() -> _Session:
    """Flask's session, which is always the one that was opened here."""
    opened = session
    if not isinstance(opened, _Session):
        raise TypeError("a session that this interface did not open")
    return opened


class _Session(CallbackDict[str, Any], SessionMixin):
    """A dictionary that knows whether it was changed, when it began, and how large it is when sealed."""

    def __init__(
        self, seal: Seal, initial: dict[str, Any] | None = None, began: float = 0, *, ended: bool = False
    ) -> None:
        super().__init__(initial, self._changed)
        self.seal, self.began, self.ended = seal, began, ended
        self.modified = False
        self.accessed = False

    @staticmethod
    def _changed(changed: CallbackDict[str, Any]) -> None:
        changed.modified = True  # type: ignore[attr-defined]

    @property
    def left(self) -> float:
        """Seconds until this visit ends by itself."""
        longest = self.began + self.seal.longest - time.time() if self.began else self.seal.longest
        return min(self.seal.idle, longest)

    def sealed_size(self) -> int:
        """Bytes of the cookie's value."""
        return len(self.seal.close(dict(self), self.began or time.time()))


QUIET = ("static", "health.live", "health.ready")
"""Answers that never carry a cookie: caches may keep them, and fetching them is no sign of life."""


class EncryptedCookie(SessionInterface):
    """Flask's session in an encrypted cookie without an end date: it goes when the browser closes."""

    def __init__(self, settings: Settings) -> None:
        keys = (settings.secret_key, *settings.secret_key_fallbacks)
        longest = settings.longest_minutes * SECONDS
        self.seal = Seal(keys, settings.idle_minutes * SECONDS, longest, PURPOSE)
        self.kiosk_seal = Seal(keys, min(KIOSK_IDLE, settings.idle_minutes * SECONDS), longest, PURPOSE)
        self.secure = not settings.demo_http
        self.name = "__Host-itid" if self.secure else "itid"

    def open_session(self, app: Flask, request: Request) -> _Session:
        """The visit that came with a request."""
        value = request.cookies.get(self.name)
        seal = self.kiosk_seal if kiosk_cookie(app, request) else self.seal
        if not value:
            return _Session(seal)
        values, began, ended = seal.open(value)
        return _Session(seal, values, began, ended=ended)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Every answer moves the idle end; an emptied visit is taken out of the browser."""
        if not isinstance(session, _Session):
            raise TypeError("a session that this interface did not open")
        if request.endpoint in QUIET:
            return
        if not session:
            told = response.status_code not in range(300, 400)
            if session.modified or (session.ended and told):
                response.delete_cookie(self.name, path="/", secure=self.secure, httponly=True, samesite="Lax")
            return
        value = self.seal.close(dict(session), session.began or time.time())
        response.set_cookie(self.name, value, path="/", secure=self.secure, httponly=True, samesite="Lax")
        response.vary.add("Cookie")
