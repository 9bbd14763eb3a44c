"""Which room gives way when there are too many, and when the next one is free."""

from __future__ import annotations

from collections.abc import Iterable

from classroom.live_room import LiveRoom
from classroom.seats import MINUTE

HOUR = 60 * MINUTE
YOUNG = 2 * MINUTE
"""A room that was opened just now never gives way: its teacher may be walking to the board."""
SILENT = 30 * MINUTE
"""So long after its remote was last heard of, a lesson may be thought to be left."""
UNJOINED_FOR = HOUR
UNSEALED_FOR = 4 * HOUR


def opened(room: LiveRoom) -> int:
    """When it was opened, in seconds."""
    return room.opened_minute * MINUTE


def first_to_go(rooms: Iterable[LiveRoom], now: int) -> LiveRoom | None:
    """The oldest that nobody has joined; else the oldest that has told nothing and whose remote is silent."""
    standing = sorted((one for one in rooms if not one.dropped), key=opened)
    unused = (one for one in standing if one.unused and opened(one) + YOUNG <= now)
    left = (one for one in standing if not one.told and _heard(one) + SILENT <= now)
    return next(unused, None) or next(left, None)


def next_free(rooms: Iterable[LiveRoom], now: int, erased_after: int) -> int:
    """When the first of these rooms can give way, or is erased, if nothing more happens in any of them."""
    times = []
    for one in rooms:
        if not one.dropped:
            ends = [opened(one) + erased_after]
            ends += [opened(one) + YOUNG] if one.unused else []
            ends += [] if one.told else [_heard(one) + SILENT]
            times.append(max(min(ends), now))
    return min(times, default=now)


def ends_unused(room: LiveRoom, now: int) -> bool:
    """Whether it is to be erased since no class has used it."""
    # Of one that was restored only the hour is known.
    age = now - opened(room) - (HOUR if room.restored else 0)
    return (room.unused and age >= UNJOINED_FOR) or (not room.told and age >= UNSEALED_FOR)


def _heard(room: LiveRoom) -> int:
    return max(opened(room), room.remote_minute * MINUTE)
