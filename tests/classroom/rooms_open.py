"""Rooms in the tests: opened, joined, given and sealed, on a store and a live store of their own."""

from __future__ import annotations

from dataclasses import replace

from classroom.counts import Given
from classroom.live_room import LiveRoom, Seat
from classroom.places import Place
from classroom.rooms import Bounds, Rooms
from classroom.seats import close, give, seats_for, take
from classroom.store import Row

NOW = 1_800_000_000 - 1_800_000_000 % 3600
MINUTE, HOUR = 60, 3600
WIDE = Bounds(40, 3)


def opened(rooms: Rooms, name: str = "a", now: int = NOW, **more: object) -> LiveRoom:
    """A room whose hashes are its name and `code NAME`."""
    row = Row(name, f"code {name}", now // HOUR, 60, 10)
    live = replace(LiveRoom(name, now // MINUTE, 60, 10, seats=seats_for(10), remote_minute=now // MINUTE), **more)
    assert rooms.open(row, live, WIDE, now)
    return found(rooms, name, now)


def found(rooms: Rooms, name: str = "a", now: int = NOW) -> LiveRoom:
    room = rooms.find(name, now)
    assert room is not None
    return room


def in_quiz(rooms: Rooms, joined: int = 6, name: str = "a") -> list[Seat]:
    """So many join, and the first quiz is opened."""
    seats = [rooms.live.change(name, lambda one: take(one, NOW)) for _ in range(joined)]
    room = found(rooms, name)
    rooms.move(room, room.turn, Place("quiz1"))
    assert all(isinstance(seat, Seat) for seat in seats)
    return seats  # type: ignore[return-value]


def given(rooms: Rooms, seats: list[Seat], name: str = "a") -> None:
    """The first is right in the first statement only, the second in two, and so on."""
    for number, seat in enumerate(seats):
        answers = Given(tuple(number > place for place in range(3)), 2)
        assert rooms.live.change(name, lambda one, s=seat, a=answers: give(one, 0, 1, s, a)) == "counted"


def sealed(rooms: Rooms, name: str = "a") -> LiveRoom:
    room = rooms.alter(found(rooms, name), None, lambda one: close(one, NOW))
    return rooms.move(room, room.turn, Place("reveal"))
