"""The line before the processes that make PDFs: who is next, and who is told at once that it is too long."""

from __future__ import annotations

import heapq
import itertools
import threading
from collections.abc import Iterable
from typing import Generic, TypeVar

from web.extensions import Busy

MOST_WAITING = 30
"""Whoever waits holds one of the server's threads. A class of thirty that prints in the same second finds room."""

Helper = TypeVar("Helper")


class Line(Generic[Helper]):
    """What one of several helpers has to be free for. A resident's sheet goes before a paper that is the same for all.

    The helper given back last is taken first: it is warm, and the others are not started before they are needed.
    """

    def __init__(self, helpers: Iterable[Helper], most_waiting: int = MOST_WAITING) -> None:
        self._free = list(helpers)
        self._waiting: list[tuple[bool, int]] = []
        self._most_waiting = most_waiting
        self._numbers = itertools.count()
        self._changed = threading.Condition()

    def take(self, patience: float, *, after_residents: bool = False) -> Helper:
        """A free helper. Raises `Busy` at once where the line is full, and after `patience` seconds in it."""
        with self._changed:
            if len(self._waiting) >= self._most_waiting:
                raise Busy
            ticket = (after_residents, next(self._numbers))
            heapq.heappush(self._waiting, ticket)
            try:
                if not self._changed.wait_for(lambda: self._free and self._waiting[0] == ticket, patience):
                    raise Busy
                return self._free.pop()
            finally:
                self._waiting.remove(ticket)
                heapq.heapify(self._waiting)
                self._changed.notify_all()

    def take_now(self) -> Helper | None:
        """A free helper nobody waits for; None where there is none."""
        with self._changed:
            return self._free.pop() if self._free and not self._waiting else None

    def give_back(self, helper: Helper) -> None:
        """It is free again, and the next in line has it."""
        with self._changed:
            self._free.append(helper)
            self._changed.notify_all()

    def waiting(self) -> int:
        """How many wait just now."""
        with self._changed:
            return len(self._waiting)
