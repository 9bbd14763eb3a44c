"""Who is in which room: what the teacher's and the pupils' cookies hold, and how the room is found by it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from flask import current_app

from classroom import codes
from classroom.reader import Classroom
from classroom.store import Choices, Room, Store
from web.extensions import library, now
from web.session import class_cookie
from web.session.class_cookie import PUPIL, TEACHER
from web.settings import Settings

TRIES = 20
NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Pupil:
    """What a pupil's browser knows: the room's code, what was counted, and what was tried in the households.

    `nonce` is a random number of this browser's own; with it nothing is counted twice, and it says nothing of anybody.
    """

    code: str = ""
    nonce: str = ""
    done: list[str] = field(default_factory=list)
    tried: dict[str, dict[str, Any]] = field(default_factory=dict)


def content() -> Classroom:
    """The quiz, the households and the lesson."""
    return library().classroom


def store() -> Store:
    """The counts of this app's rooms."""
    found: Store = current_app.extensions["itid_store"]
    return found


def open_room() -> str:
    """Open a room, and return its teacher's key."""
    first, *_others = _keys()
    for _ in range(TRIES):
        key = codes.new_key()
        code = codes.code_of(key, first)
        if codes.fit_to_show(code) and store().open(
            codes.hashes(code, [first])[0], codes.hashes(key, [first])[0], now()
        ):
            return key
    raise RuntimeError("no free class code was found")


def code_of(key: str) -> str:
    """The class code of a teacher's key, also after the app's own key was changed."""
    for secret in _keys():
        code = codes.code_of(key, secret)
        if room_of_code(code):
            return code
    return codes.code_of(key, _keys()[0])


def room_of_code(code: str) -> Room | None:
    """The room that pupils join with this code."""
    return store().by_code(codes.hashes(code, _keys()), now())


def room_of_key(key: str) -> Room | None:
    """The room of a teacher's key."""
    return store().by_key(codes.hashes(key, _keys()), now()) if key else None


def teacher_key() -> str:
    """The key in this browser; empty where it is no teacher's."""
    return str(class_cookie.part(TEACHER).get("key", ""))


def pupil() -> Pupil:
    """What this browser knows as a pupil's; empty where it has not joined."""
    kept, empty = class_cookie.part(PUPIL), Pupil()
    given = {one.name: kept[one.name] for one in fields(Pupil) if one.name in kept}
    return Pupil(**{name: value for name, value in given.items() if isinstance(value, type(getattr(empty, name)))})


def keep_teacher(key: str) -> None:
    """Keep a room's key, or forget it where it is empty."""
    class_cookie.write_part(TEACHER, {"key": key} if key else {})


def keep_pupil(one: Pupil) -> None:
    """Keep what a pupil's browser knows."""
    class_cookie.write_part(PUPIL, {name: value for name, value in asdict(one).items() if value})


def join(code: str) -> None:
    """Join a room. Whoever comes back to the same room goes on where they were, and is not counted anew."""
    if pupil().code != code:
        keep_pupil(Pupil(code=code, nonce=secrets.token_urlsafe(NONCE_BYTES)))


def count(one: Pupil, room: Room, part: str, choices: Choices) -> str:
    """Add a submission to the counts, and return "counted", "already" or "closed"."""
    if part in one.done:
        return "already"
    return store().add(room, part, codes.once(one.nonce, part), choices, now())


def _keys() -> Sequence[str]:
    settings: Settings = current_app.extensions["itid_settings"]
    return (settings.secret_key, *settings.secret_key_fallbacks)
