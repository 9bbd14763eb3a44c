"""What can happen to a room while its lesson goes on: seats, the lock, giving, closing, discarding.

All of it is plain: a room and what happens in, a room out. `classroom/live.py` does each in one locked change.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from classroom.board import NO_GROUPS
from classroom.counts import MOST_SEATS, NO_COUNTS, Given, added
from classroom.live_room import LiveRoom, Seat
from classroom.places import CLOSED, OPEN, Place, place_of

MINUTE = 60
SPARE_SEATS = 3
"""Seats beyond the size, for phones that lose theirs."""
SMALLEST, LARGEST = 5, 60
ADMITTED = 2 * MINUTE
UNDO = MINUTE
"""Seconds in which the closing of a quiz can be undone."""
UNDO_END = 10 * MINUTE
SEALING = -1
"""In `closed_at`: it is being sealed, and nothing can be undone."""

Taken = Literal["locked", "full", "over"]
Result = Literal["counted", "already", "closed", "again"]


def take(room: LiveRoom, now: int) -> tuple[LiveRoom, Seat | Taken]:
    """A seat for somebody with the code; else why there is none."""
    if room.dropped or room.at.phase == "ended":
        return room, "over"
    if room.locked and room.admit_until <= now:
        return room, "locked"
    if room.joined >= room.seats:
        return room, "full"
    order = range(MOST_SEATS - 1, -1, -1) if room.restored else range(MOST_SEATS)
    return _seated(replace(room, admit_until=0), next(one for one in order if not room.taken >> one & 1))


def take_again(room: LiveRoom, seat: Seat) -> tuple[LiveRoom, Seat | Taken]:
    """The seat of a phone that had one before the live store was lost: the same, or another where it is taken."""
    if room.dropped or seat.generation != room.generation:
        return room, "over"
    if seat.epoch == room.epoch:
        return room, seat if room.taken >> seat.number & 1 else "over"
    free = [seat.number, *range(MOST_SEATS - 1, -1, -1)]
    number = next((one for one in free if not room.taken >> one & 1), None)
    return (room, "full") if number is None else _seated(room, number)


def _seated(room: LiveRoom, number: int) -> tuple[LiveRoom, Seat]:
    return replace(room, taken=room.taken | 1 << number), Seat(number, room.generation, room.epoch)


def give(room: LiveRoom, quiz: int, round_: int, seat: Seat, given: Given) -> tuple[LiveRoom, Result]:
    """Count what a phone hands in: once, and only where all that it knows of the room is so."""
    bit = 1 << seat.number
    if (seat.generation, seat.epoch) != (room.generation, room.epoch) or not room.taken & bit or room.dropped:
        return room, "closed"
    if room.given(quiz) & bit and round_ == room.round(quiz):
        return room, "already"
    if room.open_quiz != quiz:
        return room, "closed"
    if round_ != room.round(quiz):
        return room, "again"
    counts = added(room.counts(quiz), given)
    return with_quiz(room, quiz, given=room.given(quiz) | bit, counts=counts), "counted"


def give_again(room: LiveRoom, quiz: int, round_: int, seat: Seat, given: Given) -> LiveRoom:
    """Count what a phone had given before the live store was lost, in a quiz that is not sealed.

    Which round it was is known to the phones only: the highest counts, and what was of a lower one is given anew.
    """
    if not room.restored or room.at.quiz != quiz or room.closed_at == SEALING or room.sealed_here:
        return room
    if round_ > room.round(quiz):
        room = with_quiz(room, quiz, round=round_, given=0, counts=NO_COUNTS)
    bit = 1 << seat.number
    if round_ < room.round(quiz) or room.given(quiz) & bit:
        return room
    return with_quiz(room, quiz, given=room.given(quiz) | bit, counts=added(room.counts(quiz), given))


def with_quiz(room: LiveRoom, quiz: int, **values: int | bytes) -> LiveRoom:
    """The room with another `round`, `given` or `counts` of a quiz."""
    changed: LiveRoom = replace(room, **{f"{name}{quiz + 1}": value for name, value in values.items()})  # type: ignore[arg-type]
    return changed


def lock(room: LiveRoom, heads: int) -> LiveRoom:
    """End the joining: so many are here."""
    return replace(room, locked=True, size=heads, admit_until=0, turn=room.turn + 1)


def admit(room: LiveRoom, now: int) -> LiveRoom:
    """Let one more in, for two minutes; with a seat more where none is left."""
    seats = min(MOST_SEATS, max(room.seats, room.joined + 1))
    return replace(room, admit_until=now + ADMITTED, seats=seats)


def more_seats(room: LiveRoom) -> LiveRoom:
    """Three seats more."""
    return replace(room, seats=min(MOST_SEATS, room.seats + SPARE_SEATS))


def close(room: LiveRoom, now: int) -> LiveRoom:
    """Take no more answers in the quiz that is open."""
    if room.open_quiz is None:
        return room
    return _moved(replace(room, closed_at=now), Place(room.at.phase, CLOSED))


def undo_close(room: LiveRoom, now: int) -> LiveRoom:
    """Open the quiz again, while it can be undone."""
    if not can_undo(room, now):
        return room
    return _moved(replace(room, closed_at=0), Place(room.at.phase, OPEN))


def can_undo(room: LiveRoom, now: int) -> bool:
    """Whether the closing of a quiz can be undone."""
    return room.closed_at > 0 and now < room.closed_at + UNDO


def to_be_sealed(room: LiveRoom, now: int) -> bool:
    """Whether a quiz is closed and nothing can be undone any more."""
    return room.closed_at == SEALING or (room.closed_at > 0 and not can_undo(room, now))


def discard(room: LiveRoom) -> LiveRoom:
    """Begin the quiz anew: nothing that was given counts, and the round grows. Not once it is being sealed."""
    quiz = room.at.quiz
    if quiz is None or room.closed_at == SEALING or room.sealed_here:
        return room
    room = with_quiz(room, quiz, round=room.round(quiz) + 1, given=0, counts=NO_COUNTS)
    return _moved(replace(room, closed_at=0), Place(room.at.phase, OPEN))


def renew(room: LiveRoom, generation: int) -> LiveRoom:
    """Another code: all seats end, and what was given in a quiz that is not sealed."""
    quiz = room.at.quiz
    if quiz is not None and room.closed_at != SEALING and not room.sealed_here:
        room = with_quiz(room, quiz, round=room.round(quiz) + 1, given=0, counts=NO_COUNTS)
    fresh = {"taken": 0, "locked": False, "admit_until": 0, "groups": NO_GROUPS, "turn": room.turn + 1}
    return replace(room, generation=generation, seats=seats_for(room.size), **fresh)  # type: ignore[arg-type]


def move(room: LiveRoom, place: Place) -> LiveRoom:
    """Another place. Whoever opens a quiz locks the room."""
    opens = place.quiz is not None and place != room.at
    return _moved(replace(room, locked=room.locked or opens), place)


def end(room: LiveRoom, now: int) -> LiveRoom:
    """End the lesson; nothing is lost by it. Not in the middle of a quiz."""
    if room.at.phase == "ended" or (room.at.quiz is not None and not room.sealed_here):
        return room
    return _moved(replace(room, ended_at=now, ended_from=room.place), Place("ended"))


def undo_end(room: LiveRoom, now: int) -> LiveRoom:
    """Go on where the lesson was ended, within ten minutes."""
    if room.at.phase != "ended" or not room.ended_at or now >= room.ended_at + UNDO_END:
        return room
    return _moved(replace(room, ended_at=0, ended_from=0), place_of(room.ended_from))


def seats_for(size: int) -> int:
    """How many seats a class of so many has."""
    return min(MOST_SEATS, size + SPARE_SEATS)


def _moved(room: LiveRoom, place: Place) -> LiveRoom:
    return room if place == room.at else replace(room, place=place.number, turn=room.turn + 1)
