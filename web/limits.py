"""How often what may be done: one limiter for the whole app, by keys of an hour that say nothing of an address.

The address is told by a trusted proxy alone. It is hashed at once with a salt that lives in memory for an hour, and
kept nowhere. Rooms add their own rows here.
"""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass

from flask import current_app, request
from limits import RateLimitItemPerSecond
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from sqlalchemy.exc import SQLAlchemyError

from classroom.tally import Tally
from web.extensions import now
from web.session import class_cookie
from web.session.class_cookie import BROWSER
from web.settings import Settings

MINUTE, HOUR = 60, 60 * 60
IPV4, IPV6 = 32, 56
"""How much of an address tells one place from another."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What may be done so often in so many seconds: by one source, by one browser, by all together. 0 is no bound."""

    name: str
    seconds: int
    source: int
    browser: int
    everybody: int = 0

    def per_source(self, factor: int) -> int:
        """By one source, where several schools share an address."""
        return self.source * factor


OPEN_ROOMS = Limit("rooms", 0, 40, 3)
"""Not so often, but so many at once: `classroom/rooms.py` counts them, without a sealed quiz."""
WRONG_CODES = Limit("wrong codes", 10 * MINUTE, 150, 12, 3000)
WALL_NUMBERS = Limit("wrong wall numbers", HOUR, 30, 5, 600)
JOINS = Limit("joins", MINUTE, 180, 6)
STRANGERS_ASKING = Limit("asked without a seat", MINUTE, 60, 30)
LIMITS = (WRONG_CODES, WALL_NUMBERS, JOINS, STRANGERS_ASKING)


class Limited(Exception):
    """Too often: when it may be tried again, in seconds since 1970."""

    def __init__(self, limit: Limit, until: int) -> None:
        super().__init__(limit.name)
        self.limit, self.until = limit, until


class LiveStorage(Storage):
    """Where the library counts: in the live store, which is memory."""

    STORAGE_SCHEME = None
    base_exceptions = SQLAlchemyError

    def __init__(self, tally: Tally) -> None:
        super().__init__()
        self._tally = tally

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """So many more; returns how many there are."""
        return self._tally.add(key, expiry, amount, now())

    def get(self, key: str) -> int:
        """How many there are."""
        return self._tally.of(key, now())[0]

    def get_expiry(self, key: str) -> float:
        """When they end."""
        return self._tally.of(key, now())[1]

    def clear(self, key: str) -> None:
        """Forget them."""
        self._tally.clear(key)

    def check(self) -> bool:
        """It is there, or an error of the database says that it is not."""
        self._tally.of("", now())
        return True

    def reset(self) -> int | None:
        """Nothing is forgotten at once: it all ends by itself."""
        return None


def try_once(limit: Limit) -> None:
    """Count one more. Raises `Limited` where that is too often; then it is not counted for the others."""
    counted: list[tuple[RateLimitItemPerSecond, str]] = []
    for item, key in _windows(limit):
        if not _limiter().hit(item, key):
            until = int(_limiter().get_window_stats(item, key).reset_time)
            for before, other in (*counted, (item, key)):
                _storage().incr(before.key_for(other), before.get_expiry(), -1)
            _tally().happened("limits hit", now())
            raise Limited(limit, until)
        counted.append((item, key))


def take_back(limit: Limit) -> None:
    """What was counted was none after all, such as a code that was right."""
    for item, key in _windows(limit):
        _storage().incr(item.key_for(key), item.get_expiry(), -1)


def happened(what: str) -> None:
    """Note in the hour's log that something happened, and nothing of whom."""
    _tally().happened(what, now())


def source() -> str:
    """The key of this hour for where a request comes from; empty where no trusted proxy tells it."""
    address = request.remote_addr
    if not _settings().proxies or "X-Forwarded-For" not in request.headers or not address:
        return ""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    network = ipaddress.ip_network((found, IPV4 if found.version == 4 else IPV6), strict=False)  # noqa: PLR2004 - IPv4
    return _tally().key_of(f"source {network}", now())


def browser() -> str:
    """The key of this hour for a browser; it gets a random number of its own when it is first counted."""
    number = str(class_cookie.part(BROWSER).get("id", ""))
    if not number:
        number = secrets.token_hex(8)
        class_cookie.write_part(BROWSER, {"id": number})
    return _tally().key_of(f"browser {number}", now())


def _windows(limit: Limit) -> list[tuple[RateLimitItemPerSecond, str]]:
    found = []
    most = limit.per_source(_settings().class_sources)
    for bound, key in ((most, source()), (limit.browser, browser()), (limit.everybody, "everybody")):
        if bound and key:
            found.append((RateLimitItemPerSecond(bound, limit.seconds, namespace=limit.name), key))
    return found


def _limiter() -> FixedWindowRateLimiter:
    return FixedWindowRateLimiter(_storage())


def _storage() -> LiveStorage:
    return LiveStorage(_tally())


def _tally() -> Tally:
    found: Tally = current_app.extensions["itid_tally"]
    return found


def _settings() -> Settings:
    settings: Settings = current_app.extensions["itid_settings"]
    return settings
