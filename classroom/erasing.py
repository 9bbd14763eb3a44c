"""Rooms that are erased: whose time is up, and that no class uses. Not while the clock cannot be believed."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from classroom import seats
from classroom.giving_way import UNSEALED_FOR, ends_unused
from classroom.live_room import LiveRoom
from classroom.rooms import TO_VACUUM, Rooms
from classroom.sealing import NOTHING_TOLD
from classroom.seats import MINUTE
from classroom.store import ERASED_AFTER, HOUR, Row, Store

log = logging.getLogger("itid")

CLOCK, ERASED = "clock", "erased"
"""In the live store: what the clock was ahead of the time since the machine's start, and when was last erased."""
JUMP = HOUR
IN_A_LESSON = 15 * MINUTE
"""So long after its remote was last heard of, a lesson is taken to go on."""


class ClockJumped(Exception):
    """The clock is more than an hour from where it should be, by the time that has passed since the machine started."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds since 1970 as the clock says, and seconds since the machine started."""

    now: int
    since_boot: int


def erase_expired(rooms: Rooms, clock: Clock) -> int:
    """Erase what is to be erased, and seal what is to be sealed; how many were erased. Raises `ClockJumped`."""
    if not rooms.store.begun:
        return 0
    _believe(rooms, clock)
    now = clock.now
    live = {one.id: one for one in rooms.live.every()}
    for room in live.values():
        if seats.to_be_sealed(room, now):
            rooms.find(room.id, now)
    rows = rooms.store.every(0)
    gone = [row.key_hash for row in rows if _over(row, live.get(row.key_hash), now)]
    erased = rooms.store.erase(*gone)
    known = {row.key_hash for row in rows} - set(gone)
    for room in live.values():
        if room.id not in known and (not room.dropped or _old(room, now)) and room.opened_minute < now // MINUTE - 1:
            rooms.live.erase(room.id)
    if erased and not rooms.store.one_host:
        rooms.live.set_number(TO_VACUUM, 1)
    rooms.live.set_number(ERASED, now)
    return erased


def erase_by_rows(store: Store, now: int) -> int:
    """Erase what the disk alone tells that its time is up, where the live store is another process's."""
    return store.erase(*(row.key_hash for row in store.every(0) if row.erased_at <= now))


def vacuum(rooms: Rooms, now: int) -> bool:
    """Take what was erased out of PostgreSQL's files, unless a lesson goes on; whether it was done."""
    busy = any(one.remote_minute * MINUTE + IN_A_LESSON > now for one in rooms.live.every())
    if busy or not rooms.live.number(TO_VACUUM):
        return False
    rooms.store.vacuum_full()
    rooms.live.set_number(TO_VACUUM, 0)
    return True


def believe(rooms: Rooms, clock: Clock) -> None:
    """Say that the clock is right as it is now."""
    rooms.live.set_number(CLOCK, clock.now - clock.since_boot)


def _believe(rooms: Rooms, clock: Clock) -> None:
    ahead, before = clock.now - clock.since_boot, rooms.live.number(CLOCK)
    if not before:
        believe(rooms, clock)
    elif abs(ahead - before) > JUMP:
        raise ClockJumped(f"the clock has moved by {(ahead - before) / HOUR:+.1f} hours")


def _over(row: Row, room: LiveRoom | None, now: int) -> bool:
    if row.erased_at <= now:
        return True
    if room is not None:
        return room.dropped or ends_unused(room, now)
    return row.told == NOTHING_TOLD and (row.opened_hour + 1) * HOUR + UNSEALED_FOR <= now


def _old(room: LiveRoom, now: int) -> bool:
    return room.opened_minute * MINUTE + ERASED_AFTER <= now
