"""Who is in which room: what the cookies of a teacher, a wall and a pupil hold, and how the room is found by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import current_app
from sqlalchemy.exc import IntegrityError

from classroom import codes, seats
from classroom.live_room import LiveRoom
from classroom.reader import Classroom
from classroom.rooms import Bounds, Rooms
from classroom.seats import MINUTE
from classroom.store import HOUR, Row
from web import limits
from web.extensions import library, now
from web.session import class_cookie
from web.session.class_cookie import TEACHER, WALL
from web.settings import Settings

TRIES = 20


@dataclass(frozen=True, slots=True)
class Remote:
    """The teacher's browser: the room's key, and the room."""

    key: str
    room: LiveRoom


def content() -> Classroom:
    """The quiz, the households and the lesson."""
    return library().classroom


def rooms() -> Rooms:
    """All rooms of this host."""
    found: Rooms = current_app.extensions["itid_rooms"]
    return found


def open_room(size: int, length: int) -> str:
    """Open a room for a class of so many, and return its teacher's key. Raises `Full`."""
    first, *_others = _keys()
    for _ in range(TRIES):
        key = codes.new_key()
        code = codes.code_of(key, 1, first)
        name, code_hash = codes.hashes(key, [first])[0], codes.hashes(code, [first])[0]
        row = Row(name, code_hash, now() // HOUR, length, size)
        room = LiveRoom(
            id=name,
            opened_minute=now() // MINUTE,
            length=length,
            size=size,
            seats=seats.seats_for(size),
            code=code,
            remote_minute=now() // MINUTE,
            source=limits.source(),
            browser=limits.browser(),
        )
        bounds = Bounds(limits.OPEN_ROOMS.per_source(_settings().class_sources), limits.OPEN_ROOMS.browser)
        if codes.fit_to_show(code) and rooms().open(row, room, bounds, now()):
            limits.happened("rooms opened")
            return key
    raise RuntimeError("no free class code was found")


def new_code(remote: Remote, turn: int) -> LiveRoom:
    """End all seats and give the room another code."""
    generation, first = remote.room.generation, _keys()[0]
    for _ in range(TRIES):
        generation += 1
        code = codes.code_of(remote.key, generation, first)
        if codes.fit_to_show(code):
            try:
                return rooms().renew(remote.room, turn, generation, code, codes.hashes(code, [first])[0])
            except IntegrityError:  # another room has it
                continue
    raise RuntimeError("no free class code was found")


def code_of(remote: Remote) -> str:
    """The class code of a teacher's room, also after the app's own key was changed."""
    made = [(codes.code_of(remote.key, remote.room.generation, secret), secret) for secret in _keys()]
    there = (code for code, secret in made if codes.hashes(remote.key, [secret])[0] == remote.room.id)
    return next(there, made[0][0])


def ticket_of(code: str) -> str:
    """What the picture on the wall carries beside the code."""
    return codes.ticket_of(code, _keys()[0])


def is_ticket(ticket: str, code: str) -> bool:
    """Whether a code was read from the picture, and is no guess."""
    return codes.is_ticket(ticket, code, _keys())


def room_of_code(code: str) -> LiveRoom | None:
    """The room that pupils join with this code."""
    return rooms().by_code(codes.hashes(code, _keys()), now())


def room_of_key(key: str) -> LiveRoom | None:
    """The room of a teacher's key."""
    return rooms().by_key(codes.hashes(key, _keys()), now()) if key else None


def room_of_wall() -> LiveRoom | None:
    """The room whose wall this browser shows, as its cookie or the teacher's says."""
    wall = class_cookie.part(WALL)
    room = str(wall.get("room", ""))
    found = rooms().find(room, now()) if room else None
    return found or room_of_key(teacher_key())


def teacher_key() -> str:
    """The key in this browser; empty where it is no teacher's."""
    return str(class_cookie.part(TEACHER).get("key", ""))


def keep_teacher(key: str) -> None:
    """Keep a room's key, or forget it where it is empty."""
    class_cookie.write_part(TEACHER, {"key": key} if key else {})


def keep_wall(room: str) -> None:
    """Let this browser show the wall of a room, and nothing else of it."""
    class_cookie.write_part(WALL, {"room": room})


def _settings() -> Settings:
    settings: Settings = current_app.extensions["itid_settings"]
    return settings


def _keys() -> Sequence[str]:
    return (_settings().secret_key, *_settings().secret_key_fallbacks)
