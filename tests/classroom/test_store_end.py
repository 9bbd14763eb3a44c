"""The end of a room: never after two days, never before its time, and nothing of it left in the files or the tables."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from sqlalchemy.engine import make_url

from classroom.store import Room, Store
from tests.classroom.rooms import HOUR, NOW, found, opened, rows

TWELVE_HOURS, TWO_DAYS = 12 * HOUR, 48 * HOUR
ERASED = NOW + 47 * HOUR

End = Callable[[Store, Room], object]
ENDS: dict[str, End] = {
    "erased at once": lambda store, room: store.erase(room),
    "its time is up": lambda store, room: store.erase_expired(ERASED),
}


def test_a_room_is_erased_before_two_days_are_over_and_not_before_its_time(store: Store, address: str) -> None:
    room = opened(store)
    store.add(room, "before", "mark 1", [("a", "right")], NOW)

    assert store.erase_expired(ERASED - 1) == 0
    assert store.counts(found(store, now=ERASED - 1)) == {"a": {"right": 1}, "given": {"before": 1}}

    assert ERASED < NOW + TWO_DAYS
    assert store.by_code(["code lima"], ERASED) is None, "found no more, though nobody has purged"
    assert store.by_key(["key lima"], ERASED) is None
    assert store.erase_expired(ERASED) == 1
    assert rows(address, "SELECT * FROM room") == []
    assert rows(address, "SELECT * FROM tally") == []


def test_purging_tells_how_many_and_leaves_the_others(store: Store, address: str) -> None:
    for name, age in (("lima", 0), ("tosa", 10), ("dora", 20), ("mila", HOUR)):
        store.add(opened(store, name, NOW + age), "before", "mark 1", [("a", "right")], NOW + age)

    assert store.erase_expired(ERASED + 20) == 3
    assert store.erase_expired(ERASED + 20) == 0

    assert rows(address, "SELECT code_hash FROM room") == [("code mila",)]
    left = found(store, "mila", ERASED + 20)
    assert rows(address, "SELECT DISTINCT room FROM tally") == [(left.id,)]
    assert store.counts(left) == {"a": {"right": 1}, "given": {"before": 1}}


def test_purging_an_empty_database_is_nothing(store: Store) -> None:
    assert store.erase_expired(NOW) == 0


def test_purging_takes_the_marks_of_what_closed_by_itself_and_no_others(store: Store, address: str) -> None:
    old, young = opened(store, "lima"), opened(store, "tosa", NOW + HOUR)
    for room in (old, young):
        store.add(room, "before", "mark 1", [("a", "right")], NOW + HOUR)
    marked = "SELECT room FROM tally WHERE question = 'once'"

    assert store.erase_expired(NOW + TWELVE_HOURS - 1) == 0
    assert len(rows(address, marked)) == 2
    assert store.erase_expired(NOW + TWELVE_HOURS) == 0

    assert rows(address, marked) == [(young.id,)]
    assert store.counts(found(store, "lima", NOW + TWELVE_HOURS)) == {"a": {"right": 1}, "given": {"before": 1}}
    assert store.add(young, "before", "mark 2", [("a", "right")], NOW + TWELVE_HOURS) == "counted"


def test_the_tables_have_room_for_counts_and_for_nobody(store: Store, address: str) -> None:
    store.add(opened(store), "before", "mark 1", [("before.prison", "wrong")], NOW + 77)
    engine = create_engine(address)
    tables = {
        name: {one["name"] for one in inspect(engine).get_columns(name)} for name in inspect(engine).get_table_names()
    }
    engine.dispose()

    assert tables == {
        "room": {"id", "code_hash", "key_hash", "opened_at", "closed"},
        "tally": {"room", "question", "option", "n"},
    }


def test_all_that_an_open_room_holds_can_be_written_down(store: Store, address: str) -> None:
    """Two pupils at different times: their answers are one and the same row, and of the times there is no trace."""
    room = opened(store)
    store.add(room, "before", "mark 1", [("before.prison", "wrong")], NOW + 77)
    store.add(room, "before", "mark 2", [("before.prison", "wrong")], NOW + 99)

    assert rows(address, "SELECT code_hash, key_hash, opened_at, closed FROM room") == [
        ("code lima", "key lima", NOW, False)
    ]
    assert sorted(rows(address, "SELECT question, option, n FROM tally")) == [
        ("before.prison", "wrong", 2),
        ("given", "before", 2),
        ("once", "mark 1", 1),
        ("once", "mark 2", 1),
    ]


def everything_on_disk(address: str) -> bytes:
    """SQLite's file and the two beside it; the files of every table and index of PostgreSQL."""
    if address.startswith("sqlite"):
        path = Path(make_url(address).database or "")
        return b"".join(file.read_bytes() for file in path.parent.iterdir())
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("CHECKPOINT")
    engine.dispose()
    read = "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class "
    return b"".join(content for (content,) in rows(address, read + "WHERE relnamespace = 'public'::regnamespace"))


def mark(name: str, number: int) -> str:
    """A mark that looks as random as the real ones, and is the same each time."""
    return hashlib.sha256(f"{name} {number}".encode()).hexdigest()[:32]


def filled(store: Store, ages: dict[str, int], submissions: int) -> dict[str, tuple[Room, set[bytes], set[bytes]]]:
    """Rooms where the pupils of all give in turn; the words of their marks; those of their codes and answers."""
    rooms = {name: opened(store, name, NOW + age) for name, age in ages.items()}
    for number in range(submissions):
        for name, room in rooms.items():
            answers = [(f"{name}.q{number % 12}", f"{name} chose {number % 3}")]
            store.add(room, "before", mark(name, number), answers, room.opened_at)
    return {
        name: (
            room,
            {mark(name, number).encode() for number in range(submissions)},
            {f"{word} {name}".encode() for word in ("code", "key")} | {f"{name} chose {n}".encode() for n in range(3)},
        )
        for name, room in rooms.items()
    }


def in_it(words: set[bytes], content: bytes) -> set[bytes]:
    return {word for word in words if word in content}


@pytest.mark.parametrize("end", ENDS.values(), ids=list(ENDS))
def test_nothing_of_an_ended_room_is_left_in_the_files(store: Store, address: str, end: End) -> None:
    made = filled(store, {"lima": 0, "tosa": 40 * HOUR}, 40)
    ended, others = ({word for words in made[name][1:] for word in words} for name in ("lima", "tosa"))
    assert in_it(ended | others, everything_on_disk(address)) == ended | others

    end(store, made["lima"][0])

    assert in_it(ended | others, everything_on_disk(address)) == others


def test_nothing_of_the_marks_of_a_closed_room_is_left_in_the_files(store: Store, address: str) -> None:
    """So many that the database has moved some from page to page, and copies of them lie about."""
    made = filled(store, {"lima": 0, "tosa": 0, "dora": 0}, 100)
    every = {word for _, marks, words in made.values() for word in marks | words}
    assert in_it(every, everything_on_disk(address)) == every

    for name in ("lima", "tosa"):
        room, marks, _ = made[name]
        store.close(room)
        every -= marks
        assert in_it(marks, everything_on_disk(address)) == set()

    assert in_it(every, everything_on_disk(address)) == every
