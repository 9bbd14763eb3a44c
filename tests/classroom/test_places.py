"""The way through a lesson (L1, L2): phases and beats, the order of the reveal, and what cannot be gone back to."""

from __future__ import annotations

import pytest

from classroom.places import PHASES, Place, back, hardest_first, more_statements, onward, place_of, revealed
from classroom.sealing import Fact, Sealed, Trust


def walked(length: int, statements: int = 12, boards: int = 2) -> list[Place]:
    """Every place that pressing "next" comes to."""
    place, seen = Place("join"), [Place("join")]
    while place.phase != "ended":
        place = onward(place, length, statements, boards)
        seen.append(place)
    return seen


@pytest.mark.parametrize(("length", "phases", "told"), [(45, 9, 4), (60, 9, 8), (90, 11, 12)])
def test_l2_each_length_has_its_phases_and_its_statements(length: int, phases: int, told: int) -> None:
    seen = walked(length)
    order = list(dict.fromkeys(place.phase for place in seen))
    assert order == [phase for phase in PHASES if phase in order] and len(order) == phases
    statements = {revealed(place, 12) for place in seen if place.phase == "reveal"} - {None}
    assert statements == {(number, beat) for number in range(told) for beat in range(3)}
    assert Place("reveal", 36) in seen, "the question from 0 to 10"
    assert sum(place.phase == "compare" for place in seen) == 2


def test_every_place_is_one_number_and_any_other_number_is_the_beginning() -> None:
    for place in walked(90):
        assert place_of(place.number) == place
    assert place_of(-1) == place_of(10**9) == Place("join")


def test_l1_nobody_goes_back_into_a_phase_or_out_of_a_quiz() -> None:
    assert back(Place("reveal", 4)) == Place("reveal", 3)
    for place in (Place("reveal"), Place("game"), Place("quiz1", 1), Place("quiz2"), Place("change")):
        assert back(place) == place


def test_l2_what_there_was_no_time_for_can_be_taken_after_all() -> None:
    assert more_statements(Place("reveal", 36), 45, 12) == Place("reveal", 12)
    assert more_statements(Place("reveal", 36), 90, 12) == Place("reveal", 36)
    assert more_statements(Place("game"), 45, 12) == Place("game")


def test_l2_the_hardest_come_first_and_what_may_not_be_told_last() -> None:
    facts = (Fact(20, 24), Fact(), Fact(3, 24), Fact(5, 5), Fact(0, 9))
    assert hardest_first(Sealed(24, facts, Trust()), 5) == [4, 2, 0, 3, 1]
    assert hardest_first(Sealed(0, (), Trust()), 3) == [0, 1, 2]
