"""Rooms as the web sees them: the live store for the lesson, the row on the disk for what is sealed, and both in step.

The order is the same everywhere: what must not be lost is written to the disk before the live store says so. Whoever is
killed in between leaves a step that is done again by the next who looks, with the same result.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from classroom import seats
from classroom.board import NO_GROUPS
from classroom.counts import NO_COUNTS, read_counts
from classroom.giving_way import first_to_go, next_free
from classroom.live import Live
from classroom.live_room import LiveRoom
from classroom.places import BEATS, CLOSED, PHASES, QUIZZES, Place
from classroom.sealing import Sealed, read, seal, with_wave
from classroom.seats import MINUTE, SEALING
from classroom.store import ERASED_AFTER, HOUR, MOST_ROOMS, Row, Store

log = logging.getLogger("itid")

TO_VACUUM = "to vacuum"
"""In the live store: something was erased, and PostgreSQL's files have not been rewritten since."""
Change = Callable[[LiveRoom], LiveRoom]


class Full(Exception):
    """There are as many rooms as there can be, and all are in use: in all, of one source, or of one browser."""

    def __init__(self, whose: str, free_at: int) -> None:
        super().__init__(whose)
        self.whose, self.free_at = whose, free_at


class OtherHost(Exception):
    """The room's lesson goes on at another host, which has its counts."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many rooms without a sealed quiz one source and one browser may have at once."""

    source: int
    browser: int


class Rooms:
    """All rooms of this host. `statements` is how many the quiz has."""

    def __init__(self, store: Store, live: Live, host: str, statements: int) -> None:
        self.store, self.live, self._host, self._statements = store, live, host, statements

    def open(self, row: Row, room: LiveRoom, bounds: Bounds, now: int) -> bool:
        """Open a room, whose source and browser are known for an hour. False: take another key. Raises `Full`."""
        full = self.store.many() >= MOST_ROOMS

        def makes_way(rooms: list[LiveRoom]) -> list[str]:
            unsealed = [one for one in rooms if not one.told and not one.dropped]
            of_source = [one for one in unsealed if room.source and one.source == room.source]
            of_browser = [one for one in unsealed if room.browser and one.browser == room.browser]
            gone: list[str] = []
            for whose, those, most in (
                ("browser", of_browser, bounds.browser),
                ("source", of_source, bounds.source),
                ("all", rooms, 0 if full else len(rooms) + 1),
            ):
                left = [one for one in those if one.id not in gone]
                if len(left) >= most and not (gone and whose == "all"):
                    gone.append(_way(whose, left, now))
            return gone

        gone = self.live.open(room, makes_way)
        self.store.erase(*gone)
        if self.store.open(replace(row, host=self._host)):
            return True
        self.live.erase(room.id)
        return False

    def by_code(self, hashes: Sequence[str], now: int) -> LiveRoom | None:
        """The room that a code leads to. Raises `OtherHost`."""
        row = self.store.by_code(hashes, now)
        return self.find(row.key_hash, now) if row is not None else None

    def by_key(self, hashes: Sequence[str], now: int) -> LiveRoom | None:
        """The room of a teacher's key, under any of the app's keys."""
        found = (self.find(one, now) for one in hashes)
        return next((one for one in found if one is not None), None)

    def find(self, room: str, now: int) -> LiveRoom | None:
        """A room by its id, with a quiz sealed whose time for an undo is up. None where there is none any more."""
        found = self.live.get(room) or self._restored(room, now)
        if found is None or (not found.dropped and found.opened_minute * MINUTE + ERASED_AFTER <= now):
            return None
        return self._sealed(found, found.at) if seats.to_be_sealed(found, now) else found

    def alter(self, room: LiveRoom, turn: int | None, change: Change) -> LiveRoom:
        """Change a room in the live store alone; not where the remote saw an older turn than there is."""

        def once(now_: LiveRoom) -> LiveRoom:
            return now_ if turn is not None and turn != now_.turn else change(now_)

        return self.live.alter(room.id, once) or room

    def move(self, room: LiveRoom, turn: int, place: Place) -> LiveRoom:
        """Move the lesson to another place: a quiz that is closed is sealed by it, and one that is open stays."""

        def begun(there: LiveRoom) -> tuple[LiveRoom, bool]:
            if there.turn != turn or there.open_quiz is not None or there.dropped:
                return there, False
            sealing = there.closed_at > 0
            return (replace(there, closed_at=SEALING) if sealing else there), True

        if not self.live.change(room.id, begun):
            return self.live.get(room.id) or room
        here = self.live.get(room.id) or room
        if here.closed_at == SEALING:
            return self._sealed(here, place)
        if place.phase != here.at.phase:
            board = {"board": here.groups} if here.at.phase == "compare" else {}
            self.store.change(room.id, phase=PHASES.index(place.phase), size=here.size, **board)
        return self.alter(here, turn, lambda one: seats.move(one, place))

    def end(self, room: LiveRoom, turn: int, now: int) -> LiveRoom:
        """End the lesson."""
        ended = self.alter(room, turn, lambda one: seats.end(one, now))
        self._write_phase(ended)
        return ended

    def undo_end(self, room: LiveRoom, turn: int, now: int) -> LiveRoom:
        """Go on with a lesson that was ended just now."""
        again = self.alter(room, turn, lambda one: seats.undo_end(one, now))
        self._write_phase(again)
        return again

    def renew(self, room: LiveRoom, turn: int, generation: int, code: str, code_hash: str) -> LiveRoom:
        """Give the room another code. Raises `IntegrityError` where that is another room's."""
        if room.turn != turn:
            return room
        self.store.change(room.id, generation=generation, code_hash=code_hash)
        return self.alter(room, turn, lambda one: replace(seats.renew(one, generation), code=code))

    def told(self, room: str, now: int) -> tuple[Sealed | None, Sealed | None]:
        """What may be told of both quizzes; None for one that is not sealed."""
        row = self.store.by_key([room], now)
        if row is None:
            return None, None
        return read(row.told, 0, self._statements), read(row.told, 1, self._statements)

    def erase(self, room: str) -> None:
        """Erase a room and all that was told of it, now."""
        if self.store.erase(room) and not self.store.one_host:
            self.live.set_number(TO_VACUUM, 1)
        self.live.erase(room)

    def _sealed(self, room: LiveRoom, place: Place) -> LiveRoom:
        """Seal the quiz that is closed, and come to a place: the disk first, and then the live store forgets."""
        quiz = room.at.quiz
        if quiz is None:
            return room
        room = self.live.alter(room.id, lambda one: _sealing(one, quiz)) or room
        row = self.store.by_key([room.id], 0)
        told = read(row.told, quiz, self._statements) if row is not None else None
        if told is None and row is not None:
            counts = read_counts(room.counts(quiz), self._statements)
            told = seal(counts, room.given(quiz).bit_count(), room.joined)
            stored = with_wave(row.told, quiz, told)
            self.store.change(room.id, told=stored, phase=PHASES.index(place.phase), size=room.size)
        enough = told is not None and not told.too_few

        def forgotten(one: LiveRoom) -> LiveRoom:
            if one.closed_at != SEALING or one.at.quiz != quiz:
                return one
            one = seats.with_quiz(one, quiz, given=0, counts=NO_COUNTS)
            return seats.move(replace(one, closed_at=0, told=one.told or enough), place)

        return self.live.alter(room.id, forgotten) or room

    def _write_phase(self, room: LiveRoom) -> None:
        self.store.change(room.id, phase=PHASES.index(room.at.phase))

    def _restored(self, room: str, now: int) -> LiveRoom | None:
        """A room whose lesson was lost with the machine's memory, as far as its row knows it. Raises `OtherHost`."""
        row = self.store.by_key([room], now)
        if row is None:
            return None
        if row.host != self._host and not self.store.one_host:
            log.error("a class room of the host %s was asked for on %s", row.host, self._host)
            raise OtherHost
        self.live.add(restored(row, self._statements, now))
        return self.live.get(room)


def restored(row: Row, statements: int, now: int) -> LiveRoom:
    """A room as its row has it. Its turn is higher than it was, so that phones and the remote look anew."""
    waves = [read(row.told, number, statements) for number in (0, 1)]
    phase = PHASES[row.phase] if row.phase < len(PHASES) else "ended"
    beat = CLOSED if phase in QUIZZES and waves[QUIZZES.index(phase)] is not None else 0
    began = row.opened_hour * HOUR
    return LiveRoom(
        id=row.key_hash,
        opened_minute=began // MINUTE,
        length=row.length,
        size=row.size,
        generation=row.generation,
        place=row.phase * BEATS + beat,
        turn=max(now - began, 1),
        restored=True,
        locked=phase != "join",
        seats=seats.seats_for(row.size),
        groups=row.board or NO_GROUPS,
        told=any(one is not None and not one.too_few for one in waves),
        remote_minute=now // MINUTE,
    )


def _sealing(room: LiveRoom, quiz: int) -> LiveRoom:
    waits = room.at.quiz == quiz and room.closed_at
    return replace(room, closed_at=SEALING) if waits else room


def _way(whose: str, rooms: list[LiveRoom], now: int) -> str:
    goes = first_to_go(rooms, now)
    if goes is None:
        raise Full(whose, next_free(rooms, now, ERASED_AFTER))
    return goes.id
