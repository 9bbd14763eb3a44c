"""A pupil's phone: its seat, what was answered so far, and what was tried in the households. Nobody else has it.

All of it lies in the phone's own cookie, and each press of a button keeps it there: no page holds anything unsaved.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields, replace
from functools import wraps
from typing import Any

from flask import abort, redirect, render_template, url_for

from classroom import seats
from classroom.counts import Given
from classroom.live_room import LiveRoom, Seat
from classroom.quiz import QuizKey
from classroom.seats import Result
from web.classroom.rooms import content, rooms
from web.extensions import now
from web.forms.posts import Answer
from web.session import class_cookie
from web.session.class_cookie import PUPIL, ClassTooLarge
from web.session.packing import pack, unpack

OPEN, TRUE, FALSE, UNSURE = "-", "t", "f", "u"
NO_NUMBER = "--"
NO_GROUP = -1


@dataclass(frozen=True, slots=True)
class Pupil:
    """What a phone knows. `draft1` has a letter for each statement and `number1` two digits, and is always as long.

    `given1` is the round in which the first quiz was handed in, 0 for not yet.
    """

    room: str = ""
    seat: int = -1
    generation: int = 0
    epoch: int = 0
    draft1: str = ""
    draft2: str = ""
    number1: str = NO_NUMBER
    number2: str = NO_NUMBER
    given1: int = 0
    given2: int = 0
    group: int = NO_GROUP
    tried: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def joined(self) -> bool:
        """Whether it has ever had a seat."""
        return bool(self.room)

    @property
    def its_seat(self) -> Seat:
        """As the room knows it."""
        return Seat(self.seat, self.generation, self.epoch)

    def draft(self, quiz: int) -> str:
        """The letters of a quiz, statement by statement."""
        many = len(content().quiz.statements)
        return (self.draft1, self.draft2)[quiz][:many].ljust(many, OPEN)

    def number(self, quiz: int) -> str:
        """What was chosen from 0 to 10, as two digits; `--` for nothing."""
        return (self.number1, self.number2)[quiz]

    def given(self, quiz: int) -> int:
        """In which round it was handed in."""
        return (self.given1, self.given2)[quiz]

    def with_quiz(self, quiz: int, **values: str | int) -> Pupil:
        """With another `draft`, `number` or `given` of a quiz."""
        changed: Pupil = replace(self, **{f"{name}{quiz + 1}": value for name, value in values.items()})  # type: ignore[arg-type]
        return changed


def pupil() -> Pupil:
    """What this browser knows as a pupil's; empty where it has not joined."""
    kept, empty = class_cookie.part(PUPIL), Pupil()
    known = {one.name: kept[one.name] for one in fields(Pupil) if one.name in kept}
    known["tried"] = _unpacked(known.get("tried", ""))
    return Pupil(**{name: value for name, value in known.items() if isinstance(value, type(getattr(empty, name)))})


def keep(one: Pupil) -> None:
    """Keep what a phone knows. Where it does not fit, what was tried in the first household gives way."""
    values = asdict(one)
    tried = dict(values.pop("tried"))
    while True:
        try:
            class_cookie.write_part(PUPIL, {**values, "tried": _packed(tried)})
            return
        except ClassTooLarge:
            if len(tried) < 2:  # noqa: PLR2004 - the last one stays
                raise
            tried.pop(next(iter(tried)))


def join(room: LiveRoom, seat: Seat) -> None:
    """Take a seat. Whoever has been in this room keeps the drafts."""
    before = pupil()
    many = len(content().quiz.statements)
    one = before if before.room == room.id else Pupil(room.id, draft1=OPEN * many, draft2=OPEN * many)
    keep(
        replace(one, seat=seat.number, generation=seat.generation, epoch=seat.epoch, given1=0, given2=0, group=NO_GROUP)
    )


def seated(view: Callable[..., Answer]) -> Callable[..., Answer]:
    """A page for those with a seat: it gets the pupil and the room. Others are asked for the code, or told why not."""

    @wraps(view)
    def seen(**values: Any) -> Answer:
        one = pupil()
        if not one.joined:
            return redirect(url_for("pupil.front"))
        room = rooms().find(one.room, now())
        if room is None or room.dropped:
            return render_template("classroom/gone.html")
        one = come_back(one, room)
        room = rooms().find(one.room, now()) or abort(404)
        if one.generation != room.generation or not room_has(one, room):
            return render_template("classroom/new_code.html")
        return view(one=one, room=room, **values)

    return seen


def room_has(one: Pupil, room: LiveRoom) -> bool:
    """Whether the phone's seat is still its own."""
    return one.epoch != room.epoch or bool(room.taken >> one.seat & 1)


def come_back(one: Pupil, room: LiveRoom) -> Pupil:
    """After the machine was restarted: take the seat again, and be counted again in a quiz that is not sealed."""
    if one.epoch == room.epoch or one.generation != room.generation:
        return one

    def again(there: LiveRoom) -> tuple[LiveRoom, Any]:
        there, seat = seats.take_again(there, one.its_seat)
        quiz = there.at.quiz
        if isinstance(seat, Seat) and quiz is not None and one.given(quiz):
            there = seats.give_again(there, quiz, one.given(quiz), seat, handed_in(one, quiz))
        return there, seat

    seat = rooms().live.change(one.room, again)
    if isinstance(seat, Seat):
        one = replace(one, seat=seat.number, epoch=seat.epoch)
        keep(one)
    return one


def hand_in(one: Pupil, room: LiveRoom, quiz: int) -> Result:
    """Count what the phone has answered, and note in the phone that it was."""
    given, round_ = handed_in(one, quiz), room.round(quiz)
    said = rooms().live.change(room.id, lambda there: seats.give(there, quiz, round_, one.its_seat, given)) or "closed"
    if said in ("counted", "already"):
        keep(one.with_quiz(quiz, given=round_))
    return said


def handed_in(one: Pupil, quiz: int) -> Given:
    """What a phone's draft counts as."""
    return QuizKey(content().quiz).given(quiz, one.draft(quiz), one.number(quiz))


def _packed(tried: dict[str, Any]) -> str:
    if not tried:
        return ""
    return base64.urlsafe_b64encode(
        pack(json.dumps(tried, separators=(",", ":"), ensure_ascii=False).encode())
    ).decode()


def _unpacked(text: object) -> dict[str, Any]:
    try:
        tried = json.loads(unpack(base64.urlsafe_b64decode(str(text)))) if text else {}
    except (ValueError, zlib.error):
        return {}
    return tried if isinstance(tried, dict) else {}
