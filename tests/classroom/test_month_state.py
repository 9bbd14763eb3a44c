"""What a press does in the month game, and what is told of it; and the forty signs that it is kept in."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom.model import ClassHousehold
from classroom.month import draft, state
from classroom.month.model import CARDS, PILES
from classroom.month.state import GUESSES, NotInTheGame, State
from classroom.reader import Classroom
from report.library import load_library

CLASSROOM: Classroom = load_library().classroom
HOUSEHOLDS = CLASSROOM.households
MARIA, GORAN, SAMIRA = (CLASSROOM.by_id[name] for name in ("maria", "goran", "samira"))


def laid(household: ClassHousehold, **piles: str) -> State:
    one = State()
    for letter, pile in piles.items():
        one = state.lay(one, household, letter, pile)
    return one


def pressed(household: ClassHousehold, *measures: str, start: State | None = None) -> State:
    one = start or State()
    for measure in measures:
        one = state.press(one, household, measure)
    return one


def test_kolla_says_of_each_letter_whether_it_lies_right() -> None:
    one = state.check(laid(SAMIRA, rent="in_time", forged="today"), SAMIRA)
    rent, forged, csn = state.verdicts(one, SAMIRA)

    assert rent is not None and (rent.look, rent.reason) == (None, True)
    assert forged is not None and (forged.look, forged.reason) == ("sender", False)
    assert csn is None, "nothing is said of a letter that has not been laid"


def test_the_reason_is_told_after_the_second_wrong_try_and_tries_have_no_end() -> None:
    one = laid(SAMIRA, forged="today")
    told = []
    for _ in range(12):
        one = state.check(one, SAMIRA)
        verdict = state.verdicts(one, SAMIRA)[1]
        assert verdict is not None
        told.append(verdict.reason)

    assert told == [False] + [True] * 11
    assert one.tries == (0, 9, 0)


def test_a_letter_that_is_moved_is_not_judged_until_kolla_is_pressed_again() -> None:
    one = state.lay(state.check(laid(SAMIRA, forged="today"), SAMIRA), SAMIRA, "forged", "away")

    assert state.verdicts(one, SAMIRA)[1] is None
    checked = state.verdicts(state.check(one, SAMIRA), SAMIRA)[1]
    assert checked is not None and checked.look is None


def test_a_measure_goes_on_and_off() -> None:
    on = pressed(SAMIRA, "pause_gym")
    assert (on.chosen, state.left(on, SAMIRA)) == ({"pause_gym"}, -1450 + 300)

    off = pressed(SAMIRA, "pause_gym", start=on)
    assert (off.chosen, state.left(off, SAMIRA)) == (set(), -1450)


def test_a_locked_measure_stays_off_and_is_remembered_until_another_is_pressed() -> None:
    one = pressed(SAMIRA, "rent_later")
    assert (one.chosen, one.refused, state.left(one, SAMIRA)) == (set(), "rent_later", -1450)

    assert pressed(SAMIRA, "use_buffer", start=one).refused is None


@pytest.mark.parametrize(("first", "then"), [("contest", "pay_in_parts"), ("pay_in_parts", "contest")])
def test_to_say_no_and_to_pay_in_parts_shut_each_other_off(first: str, then: str) -> None:
    assert pressed(GORAN, first, then).chosen == {then}
    assert pressed(GORAN, first, "pause_saving", then, "pause_saving").chosen == {then}


@pytest.mark.parametrize("name", ["", "a", "pause_gym", "rent", "ok", "٣"])
def test_what_a_household_does_not_have_cannot_be_pressed(name: str) -> None:
    for press in (
        lambda: state.press(State(), MARIA, name),
        lambda: state.lay(State(), MARIA, "rent", name),
        lambda: state.guess(State(), name),
        lambda: state.draw(State(), name),
        lambda: state.call(State(), MARIA, name),
    ):
        with pytest.raises(NotInTheGame):
            press()
    with pytest.raises(NotInTheGame):
        state.lay(State(), MARIA, "forged", "away")


def test_the_three_marks_of_a_group_that_mends_it_all() -> None:
    one = laid(MARIA, rent="today", allowance="in_time", loan="in_time")
    one = pressed(MARIA, "rent_plan", "social_services", "no_clothes", start=one)
    assert state.marks(one, MARIA) == state.Marks(letters=True, month=False, february=False), "no card is drawn"

    one = state.draw(one, "B")
    assert (state.left(one, MARIA), state.february(one, MARIA)) == (410, -573)
    assert state.marks(one, MARIA) == state.Marks(letters=True, month=True, february=False)

    one = pressed(MARIA, "tell_income", start=one)
    assert state.february(one, MARIA) == 327
    assert state.marks(one, MARIA) == state.Marks(letters=True, month=True, february=True)


def test_what_is_dear_mends_the_month_and_never_february() -> None:
    """Samira's February adds up with the loan too: it is the loan that takes the mark."""
    one = state.draw(pressed(SAMIRA, "part_pay"), "A")

    assert (state.left(one, SAMIRA), state.february(one, SAMIRA)) == (350, 2195)
    assert state.marks(one, SAMIRA) == state.Marks(letters=False, month=True, february=False)


def test_a_month_that_ends_at_nothing_adds_up() -> None:
    one = state.draw(pressed(SAMIRA, "use_buffer", "pause_gym", "less_fun"), "A")

    assert state.left(one, SAMIRA) == 0
    assert state.marks(one, SAMIRA).month


def test_every_measure_that_is_on_has_its_words_in_february() -> None:
    for household in HOUSEHOLDS:
        for measure in household.measures:
            one = pressed(household, measure.id)
            told = [other.id for other in state.switched_on(one, household)]
            assert told == ([] if measure.kind == "locked" else [measure.id])
            assert len(measure.feedback.swedish.split()) >= 6


def test_the_order_is_the_same_at_each_look_and_not_the_same_for_all() -> None:
    orders = [tuple(one.id for one in state.in_drawn_order(MARIA.measures, seed)) for seed in range(60)]

    assert orders[7] == tuple(one.id for one in state.in_drawn_order(MARIA.measures, 7))
    assert {tuple(sorted(one)) for one in orders} == {tuple(sorted(one.id for one in MARIA.measures))}
    assert len(set(orders)) > 40
    first = [one[0] for one in orders]
    assert all(first.count(measure.id) < 25 for measure in MARIA.measures), "each comes first now and then"


@st.composite
def played(made: st.DrawFn) -> tuple[ClassHousehold, State]:
    """A household, and whatever a group can have pressed in it."""
    household = made(st.sampled_from(HOUSEHOLDS))
    one = State(seed=made(st.integers(0, draft.SEEDS - 1)))
    letters = [letter.id for letter in household.letters]
    measures = [measure.id for measure in household.measures]
    contacts = [option.id for option in household.contact.options]
    for _ in range(made(st.integers(0, 14))):
        what = made(st.sampled_from(["lay", "check", "guess", "press", "draw", "call"]))
        if what == "lay":
            one = state.lay(one, household, made(st.sampled_from(letters)), made(st.sampled_from(PILES)))
        elif what == "check":
            one = state.check(one, household)
        elif what == "guess":
            one = state.guess(one, made(st.sampled_from(GUESSES)))
        elif what == "press":
            one = state.press(one, household, made(st.sampled_from(measures)))
        elif what == "draw":
            one = state.draw(one, made(st.sampled_from(CARDS)))
        else:
            one = state.call(one, household, made(st.sampled_from(contacts)))
    return household, one


@given(played())
def test_forty_signs_keep_all_that_a_group_has_done(whole: tuple[ClassHousehold, State]) -> None:
    household, one = whole
    signs = draft.encode(one, household)

    assert len(signs) == 40 and signs.isascii()
    assert draft.decode(signs, household) == one


@given(played(), st.data())
def test_signs_that_were_tampered_with_are_a_legal_game_or_none(
    whole: tuple[ClassHousehold, State], data: st.DataObject
) -> None:
    household, one = whole
    signs = list(draft.encode(one, household))
    for place in data.draw(st.lists(st.integers(0, 39), max_size=40)):
        signs[place] = data.draw(st.characters())
    found = draft.decode("".join(signs), household)

    if found is not None:
        assert legal(household, found)
        assert draft.decode(draft.encode(found, household), household) == found


@pytest.mark.parametrize("signs", ["", "1", "-" * 40, "1" * 40, "٣" * 40, "\0" * 40, "z" * 41, "1" * 39])
def test_what_is_no_draft_is_none(signs: str) -> None:
    assert draft.decode(signs, MARIA) is None


def test_a_locked_one_and_two_that_shut_each_other_off_cannot_be_smuggled_in() -> None:
    signs = draft.encode(State(), GORAN)
    found = draft.decode(signs[:13] + "111111" + signs[19:], GORAN)

    assert found is not None
    assert "no_power_bill" not in found.chosen
    assert not {"contest", "pay_in_parts"} <= found.chosen


def test_the_draft_of_one_household_is_nobodys_in_another() -> None:
    for one in HOUSEHOLDS:
        signs = draft.encode(pressed(one, one.measures[0].id), one)
        assert [other.id for other in HOUSEHOLDS if draft.decode(signs, other) is not None] == [one.id]


def legal(household: ClassHousehold, one: State) -> bool:
    locked = {measure.id for measure in household.measures if measure.kind == "locked"}
    shut = {frozenset((measure.id, measure.shuts_off)) for measure in household.measures if measure.shuts_off}
    known: Iterable[str] = {measure.id for measure in household.measures}
    return (
        one.chosen <= set(known) - locked
        and not any(pair <= one.chosen for pair in shut)
        and (one.refused is None or one.refused in locked)
        and all(0 <= tries <= 9 for tries in one.tries)
        and {*one.piles, *one.checked} <= {None, *PILES}
        and 0 <= one.seed < draft.SEEDS
    )
