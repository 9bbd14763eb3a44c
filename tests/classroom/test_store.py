"""A room from its opening to its end, on SQLite and on PostgreSQL: what is counted, what is told, what is erased."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from classroom import store as store_module
from classroom.store import Full, Room, Sealed, Store
from tests.classroom.rooms import HOUR, NOW, counted, found, opened, rows

NewStore = Callable[[], Store]

ANSWERS = [("before.neutral", "right"), ("before.prison", "unsure"), ("before.trust", "low")]
CLOSES = 12 * HOUR
ERASED = 47 * HOUR


def test_a_room_is_found_by_its_code_and_by_its_key(store: Store) -> None:
    assert store.open("a code", "a key", NOW)

    room = store.by_code(["another code", "a code"], NOW)
    assert room is not None
    assert (room.opened_at, room.closed) == (NOW, False)
    assert (room.closes_at, room.erased_at) == (NOW + CLOSES, NOW + ERASED)
    assert store.by_key(["a key"], NOW) == room


def test_a_key_is_no_code_and_a_code_is_no_key(store: Store) -> None:
    assert store.open("a code", "a key", NOW)

    assert store.by_code(["a key"], NOW) is None
    assert store.by_key(["a code"], NOW) is None
    assert store.by_code([], NOW) is None


@pytest.mark.parametrize(("code", "key"), [("code lima", "key other"), ("code other", "key lima")])
def test_a_second_room_with_the_same_code_or_key_is_refused(store: Store, code: str, key: str) -> None:
    room = opened(store, "lima")

    assert not store.open(code, key, NOW + 1)
    assert found(store, "lima") == room
    assert opened(store, "tosa").id != room.id


def test_one_submission_is_counted_as_so_many_ones(store: Store) -> None:
    room = opened(store)

    assert store.add(room, "before", "mark 1", ANSWERS, NOW) == "counted"

    assert store.given(room) == {"before": 1}
    assert counted(store) == {
        "before.neutral": {"right": 1},
        "before.prison": {"unsure": 1},
        "before.trust": {"low": 1},
        "given": {"before": 1},
    }


def test_every_submission_adds_one_to_what_it_chose(store: Store) -> None:
    room = opened(store)
    chosen = ["right", "wrong", "right", "unsure", "right", "wrong"]

    for number, option in enumerate(chosen):
        part = "before" if number < 4 else "after"
        assert store.add(room, part, f"mark {number}", [("neutral", option)], NOW) == "counted"

    assert counted(store) == {
        "neutral": {"right": 3, "wrong": 2, "unsure": 1},
        "given": {"before": 4, "after": 2},
    }


def test_one_who_left_everything_open_is_counted_as_one_who_has_given(store: Store) -> None:
    room = opened(store)

    assert store.add(room, "before", "mark 1", [], NOW) == "counted"

    assert counted(store) == {"given": {"before": 1}}


def test_the_same_mark_counts_once_whatever_comes_with_it(store: Store) -> None:
    room = opened(store)
    store.add(room, "before", "mark 1", ANSWERS, NOW)

    assert store.add(room, "before", "mark 1", ANSWERS, NOW) == "already"
    assert store.add(room, "after", "mark 1", [("after.neutral", "wrong")], NOW + 60) == "already"

    assert store.given(room) == {"before": 1}
    assert set(counted(store)) == {"before.neutral", "before.prison", "before.trust", "given"}


def test_the_same_mark_in_another_room_is_another_mark(store: Store) -> None:
    rooms = [opened(store, name) for name in ("lima", "tosa")]

    assert [store.add(room, "before", "mark 1", ANSWERS, NOW) for room in rooms] == ["counted", "counted"]

    assert [store.given(room) for room in rooms] == [{"before": 1}, {"before": 1}]


def test_nothing_is_counted_in_a_room_that_is_closed(store: Store) -> None:
    room = opened(store)
    store.add(room, "before", "mark 1", ANSWERS, NOW)
    store.close(room)

    assert store.add(room, "before", "mark 2", ANSWERS, NOW) == "closed"
    assert store.add(room, "before", "mark 1", ANSWERS, NOW) == "closed"

    assert found(store).closed
    assert store.counts(found(store))["given"] == {"before": 1}


def test_while_the_room_is_open_nothing_is_told_but_how_many_have_given(store: Store) -> None:
    room = opened(store)
    store.add(room, "before", "mark 1", ANSWERS, NOW)

    with pytest.raises(Sealed):
        store.counts(found(store))

    assert store.given(room) == {"before": 1}


def test_closing_erases_what_marked_that_something_was_counted(store: Store, address: str) -> None:
    rooms = [opened(store, name) for name in ("lima", "tosa")]
    for room in rooms:
        store.add(room, "before", "mark 1", ANSWERS, NOW)
        store.add(room, "after", "mark 2", ANSWERS, NOW)
    marked = "SELECT room, option FROM tally WHERE question = 'once' ORDER BY room, option"
    assert len(rows(address, marked)) == 4

    store.close(rooms[0])

    assert rows(address, marked) == [(rooms[1].id, "mark 1"), (rooms[1].id, "mark 2")]
    assert "once" not in store.counts(found(store, "lima"))


def test_a_submission_that_breaks_in_the_middle_is_not_counted_at_all(store: Store, address: str) -> None:
    room = opened(store)
    store.add(room, "before", "mark 1", [("a", "right")], NOW)
    before = rows(address, "SELECT * FROM tally ORDER BY question, option")
    broken = [("a", "right"), ("b", "wrong"), ("given too", None), ("z", "right")]

    with pytest.raises(IntegrityError):
        store.add(room, "before", "mark 2", broken, NOW)  # type: ignore[arg-type]

    assert rows(address, "SELECT * FROM tally ORDER BY question, option") == before
    assert store.add(room, "before", "mark 2", [("a", "right")], NOW) == "counted"
    assert counted(store) == {"a": {"right": 2}, "given": {"before": 2}}


def test_a_server_that_starts_again_in_the_lesson_goes_on(new_store: NewStore) -> None:
    first = new_store()
    first.add(opened(first), "before", "mark 1", [("a", "right")], NOW)
    first.dispose()

    second = new_store()
    room = found(second, now=NOW + 60)
    assert second.add(room, "before", "mark 1", [("a", "right")], NOW + 60) == "already"
    assert second.add(room, "before", "mark 2", [("a", "wrong")], NOW + 60) == "counted"

    assert counted(second) == {"a": {"right": 1, "wrong": 1}, "given": {"before": 2}}


def test_what_one_process_closes_is_closed_for_the_other(new_store: NewStore) -> None:
    teachers, pupils = new_store(), new_store()
    room = opened(teachers)
    joined = found(pupils)
    teachers.close(room)

    assert pupils.add(joined, "before", "mark 1", ANSWERS, NOW) == "closed"


def test_a_room_closes_by_itself_after_twelve_hours(store: Store) -> None:
    room = opened(store)
    just_before, then = NOW + CLOSES - 1, NOW + CLOSES

    assert not found(store, now=just_before).closed
    assert store.add(room, "before", "mark 1", [("a", "right")], just_before) == "counted"

    assert found(store, now=then).closed
    assert store.add(room, "before", "mark 2", [("a", "right")], then) == "closed"
    assert store.counts(found(store, now=then)) == {"a": {"right": 1}, "given": {"before": 1}}


def test_an_erased_room_takes_nothing_more(store: Store, address: str) -> None:
    room, other = opened(store, "lima"), opened(store, "tosa")
    for one in (room, other):
        store.add(one, "before", "mark 1", [("a", "right")], NOW)

    store.erase(room)

    assert store.by_code(["code lima"], NOW) is None
    assert store.by_key(["key lima"], NOW) is None
    assert store.add(room, "before", "mark 2", ANSWERS, NOW) == "closed"
    assert rows(address, "SELECT DISTINCT room FROM tally") == [(other.id,)]
    assert counted(store, "tosa") == {"a": {"right": 1}, "given": {"before": 1}}
    assert isinstance(opened(store, "lima"), Room)


def test_there_are_only_so_many_rooms(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "MOST_ROOMS", 2)
    first = opened(store, "lima")
    opened(store, "tosa")

    with pytest.raises(Full):
        store.open("code 3", "key 3", NOW)
    assert store.by_code(["code 3"], NOW) is None

    store.erase(first)
    assert store.open("code 3", "key 3", NOW)


def test_nothing_is_on_disk_before_the_first_room(sqlite_address: str, tmp_path: Path) -> None:
    store = Store(sqlite_address)

    assert not store.begun
    assert store.by_code(["code lima"], NOW) is None
    assert store.by_key(["key lima"], NOW) is None
    assert not store.begun
    assert list(tmp_path.iterdir()) == []

    opened(store)
    assert store.begun
    assert (tmp_path / "data" / "class.sqlite3").exists()
    store.dispose()
