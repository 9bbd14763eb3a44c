"""What is counted for limits and for the hour's log, in the live store: by keys that say nothing of an address."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from classroom.live import Live
from classroom.live_tables import COUNTED, LIVE, SALT

HOUR = 60 * 60
MOST_KEYS = 20_000
SALT_BYTES = 32
KEY_BYTES = 8


class Tally:
    """Counts that end by themselves, and the salt that turns an address into a key for an hour."""

    def __init__(self, live: Live) -> None:
        self._live = live

    def add(self, key: str, seconds: int, n: int, now: int) -> int:
        """So many more under this key, which ends so long after it began; returns how many there are."""
        with self._live.changing() as connection:
            fresh = insert(COUNTED).values(key=key, n=n, ends=now + seconds)
            over = COUNTED.c.ends <= now
            connection.execute(delete(COUNTED).where(COUNTED.c.key == key, over))
            added = fresh.on_conflict_do_update(index_elements=["key"], set_={"n": COUNTED.c.n + n})
            connection.execute(added)
            many = connection.scalar(select(func.count()).select_from(COUNTED)) or 0
            if many > MOST_KEYS:
                connection.execute(delete(COUNTED).where(over))
                least = select(COUNTED.c.key).order_by(COUNTED.c.n.desc(), COUNTED.c.ends.desc()).offset(MOST_KEYS)
                connection.execute(delete(COUNTED).where(COUNTED.c.key.in_(least)))
            return connection.scalar(select(COUNTED.c.n).where(COUNTED.c.key == key)) or n

    def of(self, key: str, now: int) -> tuple[int, int]:
        """How many there are under a key, and when it ends; 0 and now where there are none."""
        with self._live.reading() as connection:
            row = connection.execute(select(COUNTED).where(COUNTED.c.key == key, COUNTED.c.ends > now)).first()
        return (row.n, row.ends) if row is not None else (0, now)

    def clear(self, key: str) -> None:
        """Forget a key."""
        with self._live.changing() as connection:
            connection.execute(delete(COUNTED).where(COUNTED.c.key == key))

    def key_of(self, words: str, now: int) -> str:
        """A key for this hour: what it is made from cannot be found again once the hour's salt is overwritten."""
        return hmac.new(self._salt(now // HOUR), words.encode(), hashlib.sha256).digest()[:KEY_BYTES].hex()

    def hourly(self, now: int) -> dict[str, int]:
        """What happened in this hour, by its name: the whole log of what was refused."""
        with self._live.reading() as connection:
            rows = connection.execute(select(COUNTED).where(COUNTED.c.key.startswith("hour "), COUNTED.c.ends > now))
            return {row.key.removeprefix("hour "): row.n for row in rows}

    def happened(self, what: str, now: int) -> None:
        """Note that something happened in this hour, and nothing of whom."""
        self.add(f"hour {what}", HOUR - now % HOUR, 1, now)

    def _salt(self, hour: int) -> bytes:
        with self._live.reading() as connection:
            row = connection.execute(select(SALT)).first()
        if row is not None and row.hour == hour:
            return bytes(row.salt)
        with self._live.changing() as connection:
            row = connection.execute(select(SALT)).first()
            if row is not None and row.hour == hour:
                return bytes(row.salt)
            fresh = secrets.token_bytes(SALT_BYTES)
            kept = insert(SALT).values(one=1, hour=hour, salt=fresh)
            again = {"hour": hour, "salt": fresh}
            connection.execute(kept.on_conflict_do_update(index_elements=["one"], set_=again))
            # What was made with the old salt means nothing from now on.
            connection.execute(update(LIVE).values(source="", browser=""))
            return fresh
