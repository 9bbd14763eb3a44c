"""Rooms on the disk and in memory in step (S3 to S8, A5), on both databases: sealed once, found again, erased."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy

from classroom.counts import Given
from classroom.erasing import Clock, ClockJumped, believe, erase_by_rows, erase_expired, vacuum
from classroom.live import Live
from classroom.live_room import LiveRoom, Seat
from classroom.places import Place
from classroom.rooms import TO_VACUUM, Bounds, Full, OtherHost, Rooms
from classroom.sealing import NOTHING_TOLD, Fact
from classroom.seats import close, discard, give, seats_for, take, undo_close
from classroom.store import MOST_ROOMS, Row, Store

NOW = 1_800_000_000 - 1_800_000_000 % 3600
MINUTE, HOUR = 60, 3600
WIDE = Bounds(40, 3)


@pytest.fixture
def memory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="itid-tests-", dir="/dev/shm") as folder:
        yield Path(folder)


@pytest.fixture
def new_rooms(new_store: Callable[[], Store], memory: Path) -> Iterator[Callable[..., Rooms]]:
    """Makes the rooms of one more process of the app."""
    made: list[Live] = []

    def make(host: str = "one", folder: str = "") -> Rooms:
        where = memory / folder
        where.mkdir(exist_ok=True)
        made.append(Live(where, "tests"))
        return Rooms(new_store(), made[-1], host, 3)

    yield make
    for live in made:
        live.dispose()


@pytest.fixture
def rooms(new_rooms: Callable[..., Rooms]) -> Rooms:
    return new_rooms()


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
