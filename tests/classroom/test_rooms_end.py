"""Rooms that give way and rooms that are erased (A5, S4, S8, W20), on both databases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy

from classroom.erasing import Clock, ClockJumped, believe, erase_by_rows, erase_expired, vacuum
from classroom.live_room import LiveRoom
from classroom.rooms import TO_VACUUM, Full, Rooms
from classroom.store import MOST_ROOMS, Row, Store
from tests.classroom.rooms_open import HOUR, MINUTE, NOW, WIDE, found, given, in_quiz, opened, sealed


def test_a5_a_source_s_oldest_unused_room_gives_way_and_a_used_one_never(rooms: Rooms) -> None:
    opened(rooms, "used", source="s", remote_minute=(NOW + 10 * MINUTE) // MINUTE)
    in_quiz(rooms, 1, "used")
    for number in range(39):
        opened(rooms, f"r{number:02}", source="s")
    with pytest.raises(Full) as full:
        opened(rooms, "too soon", source="s")
    assert (full.value.whose, full.value.free_at) == ("source", NOW + 2 * MINUTE)
    assert opened(rooms, "elsewhere", source="t").id == "elsewhere"
    later = NOW + 2 * MINUTE
    opened(rooms, "new", later, source="s")
    gone = [one for one in rooms.live.every() if one.dropped]
    assert [one.id for one in gone] == ["r00"] and rooms.store.by_key(["r00"], later) is None
    assert not found(rooms, "used", later).dropped


def test_a5_a_browser_s_fourth_room_takes_the_place_of_its_oldest(rooms: Rooms) -> None:
    for number in range(3):
        opened(rooms, f"r{number}", browser="b")
    with pytest.raises(Full):
        opened(rooms, "r3", browser="b")
    opened(rooms, "r3", NOW + 3 * MINUTE, browser="b")
    assert found(rooms, "r0", NOW + 3 * MINUTE).dropped


def test_t9_two_thousand_rooms_of_many_and_a_teacher_opens_one(rooms: Rooms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("classroom.rooms.MOST_ROOMS", 25)
    for number in range(25):
        opened(rooms, f"r{number:02}", source=f"s{number}")
    with pytest.raises(Full) as full:
        opened(rooms, "too soon")
    assert (full.value.whose, full.value.free_at) == ("all", NOW + 2 * MINUTE)
    opened(rooms, "teacher", NOW + 2 * MINUTE)
    assert rooms.store.many() == 25 and MOST_ROOMS == 2000


def test_a_code_that_another_room_has_leaves_nothing(rooms: Rooms) -> None:
    opened(rooms)
    row = Row("b", "code a", NOW // HOUR, 60, 10)
    assert not rooms.open(row, LiveRoom("b", NOW // MINUTE, 60, 10), WIDE, NOW)
    assert rooms.live.get("b") is None and rooms.find("b", NOW) is None


@pytest.mark.parametrize(
    ("joined", "seals", "after", "erased"),
    [
        (0, False, HOUR - MINUTE, 0),
        (0, False, HOUR, 1),
        (6, False, 4 * HOUR - MINUTE, 0),
        (6, False, 4 * HOUR, 1),
        (6, True, 47 * HOUR - MINUTE, 0),
        (6, True, 47 * HOUR, 1),
    ],
)
def test_a5_what_no_class_uses_and_what_is_old_is_erased(
    rooms: Rooms, joined: int, seals: bool, after: int, erased: int
) -> None:
    opened(rooms)
    if joined:
        given(rooms, in_quiz(rooms, joined))
    if seals:
        sealed(rooms)
    clock = Clock(NOW + after, NOW + after)
    assert erase_expired(rooms, clock) == erased
    assert (rooms.find("a", NOW + after) is None) is bool(erased)
    assert len(rooms.store.every(0)) == 1 - erased


def test_w20_nothing_is_erased_while_the_clock_cannot_be_believed(rooms: Rooms) -> None:
    opened(rooms)
    given(rooms, in_quiz(rooms))
    sealed(rooms)
    assert erase_expired(rooms, Clock(NOW, 500)) == 0
    ahead = Clock(NOW + 48 * HOUR, 560)
    with pytest.raises(ClockJumped, match=r"\+48.0 hours"):
        erase_expired(rooms, ahead)
    assert erase_expired(rooms, Clock(NOW + 120, 620)) == 0
    assert rooms.find("a", NOW + 120) is not None
    believe(rooms, ahead)
    assert erase_expired(rooms, ahead) == 1


def test_s4_an_erasing_that_finds_nothing_writes_nothing(rooms: Rooms, address: str) -> None:
    opened(rooms)
    path = Path(address.removeprefix("sqlite:///"))
    before = path.stat().st_mtime_ns if rooms.store.one_host else 0
    assert erase_expired(rooms, Clock(NOW, NOW)) == 0
    assert (path.stat().st_mtime_ns if rooms.store.one_host else 0) == before


def test_s8_postgresql_is_rewritten_after_an_erasing_and_not_during_a_lesson(rooms: Rooms) -> None:
    opened(rooms)
    opened(rooms, "b")
    rooms.erase("a")
    assert bool(rooms.live.number(TO_VACUUM)) is not rooms.store.one_host
    assert not vacuum(rooms, NOW), "the other lesson goes on"
    assert vacuum(rooms, NOW + 15 * MINUTE) is not rooms.store.one_host
    assert not vacuum(rooms, NOW + 15 * MINUTE), "once"


def test_rows_alone_tell_what_is_old(rooms: Rooms) -> None:
    opened(rooms)
    assert erase_by_rows(rooms.store, NOW + 47 * HOUR - 1) == 0
    assert erase_by_rows(rooms.store, NOW + 47 * HOUR) == 1


def test_the_tables_of_an_older_release_are_taken_away(address: str, new_store: Callable[[], Store]) -> None:
    engine = sqlalchemy.create_engine(address) if not address.startswith("sqlite") else None
    if engine is None:
        path = Path(address.removeprefix("sqlite:///"))
        path.parent.mkdir(parents=True, exist_ok=True)
        engine = sqlalchemy.create_engine(address)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE room (id integer)")
        connection.exec_driver_sql("CREATE TABLE tally (room integer, n integer)")
        connection.exec_driver_sql("INSERT INTO tally VALUES (1, 7)")
    engine.dispose()
    store = new_store()
    assert store.many() == 0
    assert sqlalchemy.inspect(store._engine).get_table_names() == ["lesson"]
    if address.startswith("sqlite"):
        beside = {one.name for one in Path(address.removeprefix("sqlite:///")).parent.iterdir()}
        assert "class.sqlite3-wal" not in beside
