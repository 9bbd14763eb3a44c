"""A household on a pupil's phone, the plan for the teacher, and what is printed for a class."""

from __future__ import annotations

import pytest
from flask import Flask

from classroom.board import groups
from report.library import Library
from tests.conftest import Visit
from tests.visitor import HOME, Visitor, paper_text
from tests.web.classroom.lesson import TRUE, Lesson, answer_quiz, form_to
from tests.web.paper.test_letter_sheets import pages


def opened(lesson: Lesson, name: str = "maria") -> Visitor:
    pupil = lesson.pupil()
    pupil.open(f"/sv/klass/hushall/{name}")
    return pupil


def find_gap(pupil: Visitor, gap: str, sign: str, expect: int = 200) -> None:
    form = next(form for form in pupil.page.forms() if "gap" in form.names())
    pupil.press(form, expect=expect, gap=gap, sign=sign)


def test_six_households_to_choose_from(lesson: Lesson, library: Library) -> None:
    pupil = lesson.pupil()
    pupil.open("/sv/klass/hushall/")
    for one in library.classroom.households:
        assert one.name.swedish in pupil.page.main
        pupil.page.link(f"/hushall/{one.id}")
    assert len(library.classroom.households) == 6


@pytest.mark.parametrize(
    ("gap", "sign", "says"),
    [("340", "over", "Rätt!"), ("340", "short", "Nästan."), ("2890", "over", "Nästan."), ("mycket", "over", "Så här")],
)
def test_what_was_found_is_answered_and_a_wrong_one_is_no_shame(lesson: Lesson, gap: str, sign: str, says: str) -> None:
    """Maria has 28 050 kr, costs of 25 160 and pays 2 550 on debts."""
    pupil = opened(lesson)
    find_gap(pupil, gap, sign)
    assert pupil.page.address.endswith("/andra")
    assert says in pupil.page.main and "Fel" not in pupil.page.main
    assert "340 kr" in pupil.page.main.replace("\u00a0", " ")


def test_an_empty_gap_is_asked_for_again(lesson: Lesson) -> None:
    find_gap(opened(lesson), "", "short", expect=422)


def test_a_changed_line_changes_the_sum_and_stays(lesson: Lesson) -> None:
    pupil = opened(lesson)
    find_gap(pupil, "1", "over")
    form = next(form for form in pupil.page.forms() if form.address.endswith("/andra"))
    names = [name for name in form.names() if name not in ("csrf_token", "update")]
    first = min(name for name in names if int("".join(c for c in form.sent()[name][0] if c.isdigit()) or 0) >= 100)
    lowered = str(int(form.sent()[first][0].replace("\u00a0", "").replace(" ", "")) - 100)
    before = pupil.page.main
    pupil.press_with(form, {first: lowered}, button="update")
    after = pupil.page.main
    assert before != after
    form = next(form for form in pupil.page.forms() if form.address.endswith("/andra"))
    assert form.sent()[first][0].replace("\u00a0", "").replace(" ", "") == lowered
    pupil.press_with(form, {first: "tre fiskar"}, expect=422)
    form = next(form for form in pupil.page.forms() if form.address.endswith("/andra"))
    assert form.sent()[first] == ["tre fiskar"]


def test_choosing_gives_the_reason_for_what_was_chosen(lesson: Lesson, library: Library) -> None:
    household = library.classroom.by_id["maria"]
    pupil = opened(lesson)
    pupil.open("/sv/klass/hushall/maria/valj")
    form = form_to(pupil, "/valj")
    pupil.press_with(form, {"clock": household.clock.options[0].id}, expect=422)
    chosen = {name: getattr(household, name).options[-1] for name in ("clock", "first_step", "contact")}
    pupil.press_with(form_to(pupil, "/valj"), {name: option.id for name, option in chosen.items()})
    for option in chosen.values():
        assert " ".join(option.feedback.swedish.split()) in pupil.page.main


def test_nothing_of_a_household_is_open_to_one_who_has_not_joined(visit: Visit, school: Flask) -> None:
    stranger = visit("sv", school)
    for address in ("/sv/klass/med", "/sv/klass/hushall/", "/sv/klass/hushall/maria/valj", "/sv/klass/quiz/fore/"):
        stranger.open(address)
        assert stranger.page.address == "/sv/klass/"


@pytest.mark.slow
@pytest.mark.parametrize("minutes", [45, 60, 90])
@pytest.mark.parametrize("code", ["sv", "en", "xr"])
def test_the_plan_in_three_lengths(visit: Visit, library: Library, minutes: int, code: str) -> None:
    teacher = visit(code)
    teacher.open(f"/{code}/klass/lektion?minuter={minutes}")
    if code == "sv":
        for phase in library.classroom.lesson.phases:
            assert (phase.title.swedish in teacher.page.main) is (getattr(phase, f"minutes_{minutes}") > 0)


@pytest.mark.slow
@pytest.mark.parametrize("code", ["sv", "en"])
def test_what_the_class_knows_is_one_page(lesson: Lesson, code: str) -> None:
    pupils = [lesson.pupil(code) for _ in range(6)]
    lesson.begin()
    for pupil in pupils:
        answer_quiz(pupil, TRUE, 2)
    lesson.on_to("game")
    chosen(pupils[0], "maria")
    show(pupils[0])
    lesson.on_to("ended")
    answer = lesson.teacher.client.get(f"/{code}/klass/fjarr/resultat.pdf", base_url=HOME)
    assert (answer.status_code, pages(answer.data)) == (200, 1)
    text = paper_text(answer.data)
    assert "6" in text and "Maria" in text


def chosen(pupil: Visitor, name: str) -> None:
    """Choose the first of everything for a household."""
    pupil.open(f"/{pupil.language}/klass/hushall/{name}/valj")
    form = form_to(pupil, "/valj")
    pupil.press_with(form, {one: form.options(one)[0] for one in ("clock", "first_step", "contact")})


def show(pupil: Visitor) -> None:
    """Put it on the wall, after reading what the class will see."""
    pupil.press(form_to(pupil, "/tavlan"))
    assert "sure" in pupil.page.form("sure").names()
    pupil.press(pupil.page.form("sure"))


def test_d4_a_group_shows_by_intent_and_takes_back_until_comparing_is_over(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    lesson.on_to("game")
    chosen(pupil, "maria")
    pupil.press(form_to(pupil, "/tavlan"))
    assert "Det här ser hela klassen" in pupil.page.main
    assert groups(lesson.room.groups) == ()
    pupil.press(pupil.page.form("sure"))
    assert "Ni står på tavlan som Maria" in pupil.page.main
    assert [(one.household, one.letter) for one in groups(lesson.room.groups)] == [(3, "A")]
    lesson.on_to("compare")
    assert "Maria" in lesson.teacher.open("/sv/tavla").h1
    pupil.open("/sv/klass/hushall/maria/svar")
    pupil.press(form_to(pupil, "/tavlan"))
    assert groups(lesson.room.groups) == ()
    show(pupil)
    lesson.on_to("change")
    row = lesson.rooms.store.by_key([lesson.room.id], 0)
    assert row is not None and len(groups(row.board)) == 1
    answered = pupil.open("/sv/klass/hushall/maria/svar")
    assert not [form for form in answered.forms() if form.address.endswith("/tavlan")]


def test_t9_a_thirteenth_group_and_one_more_than_for_two_seats_are_told_kindly(lesson: Lesson) -> None:
    pupils = [lesson.pupil() for _ in range(4)]
    lesson.on_to("game")
    for pupil in pupils:
        chosen(pupil, "elias")
        show(pupil)
    assert "Tavlan är full" in pupils[2].page.main and "Tavlan är full" in pupils[3].page.main
    assert [one.letter for one in groups(lesson.room.groups)] == ["A", "B"]
    lesson.press("ta-bort", number="0")
    assert [one.letter for one in groups(lesson.room.groups)] == ["B"]


def test_t9_no_field_takes_words_of_ones_own_to_the_wall(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    lesson.on_to("game")
    chosen(pupil, "elias")
    form = form_to(pupil, "/tavlan")
    for sent in ({"household": "Kalle"}, {"clock": "Kalle är dum"}, {"number": "Kalle"}):
        pupil.client.post(form.address, data={**form.sent(), "sure": "1", **sent}, base_url=HOME)
    pupil.client.post(
        form_to_choose(pupil),
        data={**form.sent(), "clock": "Kalle", "first_step": "Kalle", "contact": "x"},
        base_url=HOME,
    )
    lesson.on_to("compare")
    assert b"Kalle" not in lesson.room.groups
    assert "Kalle" not in lesson.teacher.open("/sv/tavla").html


def form_to_choose(pupil: Visitor) -> str:
    pupil.open("/sv/klass/hushall/elias/valj")
    return form_to(pupil, "/valj").address
