"""Groups on the wall (A4, D4) and rooms that give way (A5), without a store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from classroom.board import NO_GROUPS, Group, groups, put, take_off
from classroom.giving_way import ends_unused, first_to_go, next_free
from classroom.live_room import LiveRoom

NOW = 1_800_000_000
MINUTE, HOUR = 60, 3600


def test_a4_one_group_for_two_seats_and_never_a_thirteenth() -> None:
    for joined, most in ((0, 1), (1, 1), (4, 2), (24, 12), (63, 12)):
        board, made = NO_GROUPS, 0
        for number in range(20):
            board, group = put(board, number % 6, (0, 1, 2), joined)
            made += group is not None
        assert made == len(groups(board)) == most
        assert len(board) == len(NO_GROUPS) == 384


def test_a4_groups_are_named_by_the_game_and_one_that_is_taken_off_leaves_its_place() -> None:
    board = NO_GROUPS
    for household in (3, 3, 0):
        board, _ = put(board, household, (1, 0, 2), 24)
    assert [(one.household, one.letter) for one in groups(board)] == [(3, "A"), (3, "B"), (0, "A")]
    board = take_off(board, 0)
    board, again = put(board, 3, (0, 0, 0), 24)
    assert again == Group(0, 3, "A", (0, 0, 0))
    assert take_off(board, 99) == take_off(board, -1) == board


def room(name: str, age: int, *, taken: int = 0, told: bool = False, heard: int | None = None) -> LiveRoom:
    minute = (NOW - age) // MINUTE
    heard_minute = minute if heard is None else (NOW - heard) // MINUTE
    return replace(LiveRoom(name, minute, 60, 24), taken=taken, told=told, remote_minute=heard_minute)


def test_a5_the_oldest_that_nobody_joined_gives_way_first_and_a_young_one_never() -> None:
    joined = room("joined", 3 * HOUR, taken=1, heard=29 * MINUTE)
    rooms = [room("young", MINUTE), room("middle", 5 * MINUTE), joined, room("old", HOUR)]
    assert first_to_go(rooms, NOW) == rooms[3]
    assert first_to_go(rooms[:3], NOW) == rooms[1]
    assert first_to_go([rooms[0], joined], NOW) is None


def test_a5_then_one_that_told_nothing_and_whose_remote_is_silent() -> None:
    left, told = room("left", HOUR, taken=3, heard=30 * MINUTE), room("told", 9 * HOUR, taken=3, told=True)
    assert first_to_go([told, left], NOW) == left
    assert first_to_go([told], NOW) is None
    assert first_to_go([replace(left, dropped=True)], NOW) is None


@pytest.mark.parametrize(
    ("one", "free"),
    [
        (room("young", 0), 2 * MINUTE),
        (room("in a lesson", HOUR, taken=3, heard=10 * MINUTE), 20 * MINUTE),
        (room("told", HOUR, taken=3, told=True), 46 * HOUR),
    ],
)
def test_a7_the_time_that_is_told_is_true(one: LiveRoom, free: int) -> None:
    told = next_free([one, room("later", 0, taken=1, told=True)], NOW, 47 * HOUR)
    assert told == NOW + free
    assert (first_to_go([one], told) == one) or told == one.opened_minute * MINUTE + 47 * HOUR
    assert first_to_go([one], told - MINUTE) is None


@pytest.mark.parametrize(
    ("one", "ends"),
    [
        (room("unjoined", HOUR), True),
        (room("not yet", HOUR - MINUTE), False),
        (room("joined", HOUR, taken=1), False),
        (room("never sealed", 4 * HOUR, taken=9), True),
        (room("sealed", 9 * HOUR, taken=9, told=True), False),
    ],
)
def test_a5_a_room_that_no_class_uses_is_erased(one: LiveRoom, ends: bool) -> None:
    assert ends_unused(one, NOW) is ends
