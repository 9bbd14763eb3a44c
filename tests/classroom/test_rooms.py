"""Rooms on the disk and in memory in step (S3, S6, S7), on both databases: sealed once, and found again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from classroom.live_room import LiveRoom
from classroom.places import Place
from classroom.rooms import OtherHost, Rooms
from classroom.sealing import NOTHING_TOLD, Fact
from classroom.seats import close, discard, undo_close
from tests.classroom.rooms_open import MINUTE, NOW, found, given, in_quiz, opened, sealed


def test_s3_a_row_is_written_at_a_change_of_phase_and_at_the_seal_and_not_between(rooms: Rooms) -> None:
    opened(rooms)
    seats = in_quiz(rooms)
    before = rooms.store.by_key(["a"], NOW)
    given(rooms, seats)
    rooms.alter(found(rooms), None, lambda one: close(one, NOW))
    rooms.alter(found(rooms), None, lambda one: undo_close(one, NOW))
    assert rooms.store.by_key(["a"], NOW) == before
    assert before is not None and (before.phase, before.told) == (1, NOTHING_TOLD)
    room = sealed(rooms)
    after = rooms.store.by_key(["a"], NOW)
    assert after is not None and after.phase == 2 and len(after.told) == len(NOTHING_TOLD)
    told = rooms.told("a", NOW)[0]
    assert told is not None and told.facts == (Fact(5, 6), Fact(4, 6), Fact(3, 6)) and told.given == 6
    assert room.at == Place("reveal") and room.told
    assert not any(room.counts1) and not room.given1, "memory forgets"


def test_d6_nothing_changes_what_was_sealed(rooms: Rooms) -> None:
    opened(rooms)
    given(rooms, in_quiz(rooms))
    sealed(rooms)
    before = rooms.store.by_key(["a"], NOW)
    for change in (discard, lambda one: undo_close(one, NOW), lambda one: close(one, NOW)):
        rooms.alter(found(rooms), None, change)
    room = found(rooms)
    rooms.move(room, room.turn, Place("game"))
    after = rooms.store.by_key(["a"], NOW)
    assert before is not None and after is not None and (after.told, after.phase) == (before.told, 3)


def test_w7_whoever_looks_a_minute_later_seals_it_and_only_once(new_rooms: Callable[..., Rooms]) -> None:
    rooms, other = new_rooms(), new_rooms()
    opened(rooms)
    given(rooms, in_quiz(rooms))
    rooms.alter(found(rooms), None, lambda one: close(one, NOW))
    assert other.told("a", NOW + 59) == (None, None)
    for one in (rooms, other, rooms):
        room = found(one, now=NOW + MINUTE)
        assert room.sealed_here and room.closed_at == 0
    assert other.told("a", NOW)[0].given == 6  # type: ignore[union-attr]


@pytest.mark.parametrize("killed", ["before the disk", "after the disk"])
def test_s6_a_seal_that_was_killed_is_done_by_the_next_who_looks(
    rooms: Rooms, killed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(rooms)
    given(rooms, in_quiz(rooms))
    room = rooms.alter(found(rooms), None, lambda one: close(one, NOW))
    real = rooms.store.change

    def dies(key: str, **values: object) -> None:
        if killed == "after the disk":
            real(key, **values)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(rooms.store, "change", dies)
    with pytest.raises(KeyboardInterrupt):
        rooms.move(room, room.turn, Place("reveal"))
    monkeypatch.setattr(rooms.store, "change", real)
    rooms.alter(found_raw(rooms), None, lambda one: undo_close(one, NOW))
    room = found(rooms)
    told = rooms.told("a", NOW)[0]
    assert told is not None and told.facts[0] == Fact(5, 6)
    assert room.sealed_here and not any(room.counts1)


def found_raw(rooms: Rooms) -> LiveRoom:
    room = rooms.live.get("a")
    assert room is not None
    return room


def test_w8_a_press_that_saw_an_older_turn_moves_nothing(rooms: Rooms) -> None:
    room = opened(rooms)
    rooms.move(room, room.turn, Place("quiz1"))
    before = found(rooms)
    assert rooms.move(room, room.turn, Place("game")) == before
    assert rooms.move(before, before.turn, Place("reveal")) == before, "a quiz that is open stays"


def test_s6_after_a_restart_of_the_machine_the_row_knows_the_phase(new_rooms: Callable[..., Rooms]) -> None:
    rooms = new_rooms()
    opened(rooms)
    given(rooms, in_quiz(rooms))
    before = found(rooms)
    fresh = new_rooms(folder="after")
    room = found(fresh, now=NOW + MINUTE)
    assert (room.at, room.size, room.locked, room.restored) == (Place("quiz1"), 10, True, True)
    assert room.turn > before.turn and room.epoch != before.epoch and room.joined == 0


def test_s7_another_host_does_not_count_beside(
    new_rooms: Callable[..., Rooms], caplog: pytest.LogCaptureFixture
) -> None:
    rooms, other = new_rooms(), new_rooms("two", "other")
    opened(rooms)
    if rooms.store.one_host:
        assert other.find("a", NOW) is not None, "a file on one disk: the machine has another name now"
        return
    with pytest.raises(OtherHost):
        other.find("a", NOW)
    assert "of the host one was asked for on two" in caplog.text
