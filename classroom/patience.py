"""How long the class database is waited for: a few at a time, and not again at once when it did not answer.

Otherwise a class whose phones ask all the time would hold every thread of the app, and residents would wait too.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import OperationalError, SQLAlchemyError

AT_ONCE = 8
"""So many threads use the database at once."""
IN_LINE = 0.3
"""Seconds that another one waits for its turn."""
RESTS = 1.0
"""Seconds after a failure in which nobody asks again."""


class NotNow(SQLAlchemyError):
    """The database did not answer just now, or too many are asking it."""


class Patience:
    """Lets a few in at a time; after a failure it turns everybody away for a moment."""

    def __init__(self) -> None:
        self._places = threading.BoundedSemaphore(AT_ONCE)
        self._rests_until = 0.0

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Ask the database in here. Raises `NotNow`, or what the database itself raises."""
        if time.monotonic() < self._rests_until or not self._places.acquire(timeout=IN_LINE):
            raise NotNow("the class database did not answer")
        try:
            if time.monotonic() < self._rests_until:
                raise NotNow("the class database did not answer")
            yield
        except OperationalError:
            self._rests_until = time.monotonic() + RESTS
            raise
        finally:
            self._places.release()
