"""A whole class at once, through two processes of the app: everybody is counted, and nobody twice."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from classroom.store import Store
from tests.classroom.rooms import NOW, counted, found, opened, rows

NewStore = Callable[[], Store]

CLASS = 40
LONG_ENOUGH = 0.3
"""Seconds in which whoever waits for nobody would be done."""


def all_at_once(what: Callable[[int], Any], how_many: int = CLASS) -> list[Any]:
    """What each of them got, or the error that it ended in; they set off when the last is ready."""
    ready = threading.Barrier(how_many)
    got: list[Any] = [None] * how_many

    def run(number: int) -> None:
        ready.wait()
        try:
            got[number] = what(number)
        except Exception as error:
            got[number] = error

    threads = [threading.Thread(target=run, args=(number,)) for number in range(how_many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def test_forty_at_once_are_counted_once_each(new_store: NewStore) -> None:
    stores = [new_store(), new_store()]
    room = opened(stores[0])

    def give(number: int) -> str:
        # In another order for everybody: nobody may wait for somebody who waits for them.
        questions = [("neutral", "right" if number % 2 else "wrong"), ("trust", "low"), ("prison", f"{number % 4}")]
        turned = questions[number % 3 :] + questions[: number % 3]
        return stores[number % 2].add(room, "before", f"mark {number}", turned, NOW)

    assert all_at_once(give) == ["counted"] * 40

    assert counted(stores[0]) == {
        "neutral": {"right": 20, "wrong": 20},
        "trust": {"low": 40},
        "prison": {"0": 10, "1": 10, "2": 10, "3": 10},
        "given": {"before": 40},
    }


def test_of_twenty_who_send_the_same_only_one_is_counted(new_store: NewStore) -> None:
    stores = [new_store(), new_store()]
    room = opened(stores[0])

    def give(number: int) -> str:
        mark = "one and the same" if number < 20 else f"mark {number}"
        return stores[number % 2].add(room, "before", mark, [("neutral", "right"), ("trust", "high")], NOW)

    got = all_at_once(give)

    assert Counter(got[:20]) == {"counted": 1, "already": 19}
    assert got[20:] == ["counted"] * 20
    assert counted(stores[1]) == {"neutral": {"right": 21}, "trust": {"high": 21}, "given": {"before": 21}}


def test_several_processes_may_open_the_first_rooms_of_an_empty_database(new_store: NewStore) -> None:
    stores = [new_store() for _ in range(4)]

    assert (
        all_at_once(lambda number: stores[number % 4].open(f"code {number}", f"key {number}", NOW), 16) == [True] * 16
    )

    assert len({found(stores[0], str(number)).id for number in range(16)}) == 16


def test_of_many_who_want_the_same_code_one_gets_it(new_store: NewStore) -> None:
    stores = [new_store(), new_store()]

    got = all_at_once(lambda number: stores[number % 2].open("code lima", f"key {number}", NOW), 16)

    assert Counter(got) == {True: 1, False: 15}
    room = found(stores[0])
    assert stores[1].by_key([f"key {got.index(True)}"], NOW) == room


@pytest.mark.parametrize("end", ["erase", "close"])
def test_a_room_may_be_ended_while_somebody_is_being_counted(new_store: NewStore, address: str, end: str) -> None:
    """The teacher's button waits until that one is counted. Neither of the two breaks."""
    teachers, pupils = new_store(), new_store()
    room = opened(teachers)
    pupils.add(room, "before", "mark 1", [("a", "right"), ("b", "right")], NOW)
    broken: list[Exception] = []

    def press() -> None:
        try:
            getattr(teachers, end)(room)
        except Exception as error:
            broken.append(error)

    button = threading.Thread(target=press)

    def choices() -> Iterator[tuple[str, str]]:
        # Read in the middle of the transaction: the mark is written, the answers are not.
        yield "a", "right"
        button.start()
        button.join(LONG_ENOUGH)
        yield "b", "wrong"

    assert pupils.add(room, "before", "mark 2", choices(), NOW) == "counted"
    button.join()

    assert broken == []
    if end == "erase":
        assert teachers.by_code(["code lima"], NOW) is None
    else:
        assert teachers.counts(found(teachers))["b"] == {"right": 1, "wrong": 1}
        assert rows(address, "SELECT * FROM tally WHERE question = 'once'") == [], "that one's mark went as well"


def test_rooms_that_end_do_not_disturb_one_that_is_open(new_store: NewStore) -> None:
    stores = [new_store(), new_store()]
    room = opened(stores[0])
    ended = [opened(stores[0], f"ended {number}") for number in range(8)]
    for one in ended:
        stores[0].add(one, "before", "mark", [("neutral", "right")], NOW)

    def act(number: int) -> str:
        store = stores[number % 2]
        if number < 8:
            return str((store.erase if number % 4 < 2 else store.close)(ended[number]))
        return "".join(store.add(room, "before", f"{number} {i}", [("neutral", "right")], NOW)[0] for i in range(5))

    assert all_at_once(act, 24) == ["None"] * 8 + ["ccccc"] * 16

    assert counted(stores[0]) == {"neutral": {"right": 80}, "given": {"before": 80}}
