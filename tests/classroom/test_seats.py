"""Seats, the lock, giving once, closing and undoing, discarding, a new code: a room without a store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from classroom.counts import NO_COUNTS, Given
from classroom.live_room import LiveRoom, Seat
from classroom.places import Place
from classroom.seats import (
    admit,
    close,
    discard,
    give,
    give_again,
    lock,
    more_seats,
    move,
    renew,
    seats_for,
    take,
    take_again,
    to_be_sealed,
    undo_close,
)

NOW = 1_800_000_000
RIGHT = Given((True, True), 2)


def room(size: int = 24, **more: object) -> LiveRoom:
    return replace(LiveRoom("id", NOW // 60, 60, size, seats=seats_for(size)), **more)


def with_seats(one: LiveRoom, many: int) -> tuple[LiveRoom, list[Seat]]:
    seats = []
    for _ in range(many):
        one, seat = take(one, NOW)
        assert isinstance(seat, Seat)
        seats.append(seat)
    return one, seats


def in_quiz(many: int = 3, quiz: str = "quiz1") -> tuple[LiveRoom, list[Seat]]:
    one, seats = with_seats(room(), many)
    return move(one, Place(quiz)), seats


@pytest.mark.parametrize(("size", "seats"), [(5, 8), (24, 27), (60, 63)])
def test_a1_seats_end_three_beyond_the_size_and_only_the_remote_gives_more(size: int, seats: int) -> None:
    one, given = with_seats(room(size), seats)
    assert len({seat.number for seat in given}) == seats
    assert take(one, NOW) == (one, "full")
    assert more_seats(one).seats == min(63, seats + 3)


def test_a2_after_the_lock_nobody_joins_but_one_whom_the_remote_lets_in() -> None:
    one, _ = with_seats(room(), 24)
    one = lock(one, 24)
    assert take(one, NOW)[1] == "locked"
    one = admit(one, NOW)
    assert take(one, NOW + 120)[1] == "locked", "two minutes"
    one, seat = take(one, NOW + 119)
    assert isinstance(seat, Seat)
    assert take(one, NOW + 119)[1] == "locked", "one seat"


def test_a2_opening_a_quiz_locks() -> None:
    one, _ = in_quiz()
    assert one.locked and take(one, NOW)[1] == "locked"


def test_l9_one_is_let_in_also_where_every_seat_is_taken() -> None:
    one, _ = with_seats(room(5), 8)
    assert isinstance(take(admit(lock(one, 5), NOW), NOW)[1], Seat)


def test_s5_each_seat_is_counted_once() -> None:
    one, (first, second, _) = in_quiz()
    one, said = give(one, 0, 1, first, RIGHT)
    assert said == "counted"
    counted = one
    assert give(one, 0, 1, first, RIGHT) == (counted, "already")
    one, said = give(one, 0, 1, second, RIGHT)
    assert said == "counted" and one.given1.bit_count() == 2
    assert one.counts1[:4] == bytes((2, 2, 2, 2)) and one.counts2 == NO_COUNTS


@pytest.mark.parametrize(
    ("seat", "quiz", "round_", "said"),
    [
        (Seat(40, 1, 0), 0, 1, "closed"),  # a seat that nobody was given
        (Seat(0, 2, 0), 0, 1, "closed"),  # another generation
        (Seat(0, 1, 7), 0, 1, "closed"),  # of a live store that is gone
        (Seat(0, 1, 0), 1, 1, "closed"),  # a quiz that is not open
        (Seat(0, 1, 0), 0, 2, "again"),
        (Seat(0, 1, 0), 0, 0, "again"),
    ],
)
def test_s5_nothing_else_is_counted(seat: Seat, quiz: int, round_: int, said: str) -> None:
    one, _ = in_quiz()
    assert give(one, quiz, round_, seat, RIGHT) == (one, said)


def test_w7_closing_can_be_undone_for_a_minute_and_then_it_is_sealed() -> None:
    one, (first, *_) = in_quiz()
    closed = close(one, NOW)
    assert give(closed, 0, 1, first, RIGHT) == (closed, "closed")
    opened = undo_close(closed, NOW + 59)
    assert give(opened, 0, 1, first, RIGHT)[1] == "counted"
    assert undo_close(closed, NOW + 60) == closed
    assert (to_be_sealed(closed, NOW + 59), to_be_sealed(closed, NOW + 60)) == (False, True)
    assert opened.turn > closed.turn > one.turn, "phones are told"


def test_d6_nothing_is_undone_once_it_is_being_sealed() -> None:
    one, _ = in_quiz()
    sealing = replace(close(one, NOW), closed_at=-1)
    assert to_be_sealed(sealing, NOW)
    assert undo_close(sealing, NOW) == discard(sealing) == sealing


def test_a3_a_quiz_that_is_discarded_begins_anew_and_what_was_handed_in_before_does_not_count() -> None:
    one, (first, *_) = in_quiz()
    one, _ = give(one, 0, 1, first, RIGHT)
    anew = discard(one)
    assert (anew.given1, anew.counts1, anew.round1) == (0, NO_COUNTS, 2)
    assert give(anew, 0, 1, first, RIGHT) == (anew, "again")
    assert give(anew, 0, 2, first, RIGHT)[1] == "counted"
    assert discard(move(one, Place("game"))) == move(one, Place("game"))


def test_a3_a_new_code_ends_every_seat_and_what_was_given_in_an_open_quiz() -> None:
    one, (first, *_) = in_quiz()
    one, _ = give(one, 0, 1, first, RIGHT)
    new = renew(one, 2)
    assert (new.joined, new.given1, new.counts1, new.locked) == (0, 0, NO_COUNTS, False)
    assert give(new, 0, new.round1, first, RIGHT) == (new, "closed")
    assert take_again(new, first) == (new, "over")
    assert (new.length, new.place) == (one.length, one.place)


def restored() -> LiveRoom:
    """As after a restart of the machine in the first quiz: only what the row knows."""
    return replace(room(), restored=True, epoch=9, locked=True, place=Place("quiz1").number, turn=500)


def test_s6_after_a_restart_of_the_machine_phones_take_their_seats_and_are_counted_again() -> None:
    _, seats = in_quiz(4)
    one = restored()
    for old in seats:
        one, new = take_again(one, old)
        assert isinstance(new, Seat) and new.number == old.number
        again = give_again(one, 0, 1, new, RIGHT)
        assert give_again(again, 0, 1, new, RIGHT) == again, "once"
        one = again
    assert (one.joined, one.given1.bit_count(), one.counts1[0]) == (4, 4, 4)


def test_s6_a_seat_that_somebody_else_has_taken_meanwhile_is_another_one() -> None:
    one, first = take_again(restored(), Seat(3, 1, 0))
    one, second = take_again(one, Seat(3, 1, 1))
    assert isinstance(first, Seat) and isinstance(second, Seat)
    assert first.number == 3 != second.number
    one, late = take(admit(one, NOW), NOW)
    assert isinstance(late, Seat) and late.number > 23, "far from the seats that are still to come back"


def test_s6_the_highest_round_is_the_one_that_counts() -> None:
    one, a = take_again(restored(), Seat(0, 1, 0))
    one, b = take_again(one, Seat(1, 1, 0))
    assert isinstance(a, Seat) and isinstance(b, Seat)
    one = give_again(one, 0, 1, a, RIGHT)
    one = give_again(one, 0, 2, b, RIGHT)
    assert (one.round1, one.given1, one.counts1[0]) == (2, 1 << b.number, 1)
    assert give_again(one, 0, 1, a, RIGHT) == one


def test_s6_nothing_is_counted_again_where_nothing_was_lost() -> None:
    one, (first, *_) = in_quiz()
    assert give_again(one, 0, 1, first, RIGHT) == one
