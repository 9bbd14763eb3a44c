"""A household on a pupil's phone, the plan for the teacher, and what is printed for a class."""

from __future__ import annotations

import pytest
from flask import Flask

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
    for address in ("/sv/klass/med", "/sv/klass/hushall/", "/sv/klass/hushall/maria/valj", "/sv/klass/quiz/fore"):
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
    for _ in range(6):
        pupil = lesson.pupil(code)
        answer_quiz(pupil, "fore", TRUE, 2)
        answer_quiz(pupil, "efter", TRUE, 9)
    lesson.close()
    teacher = lesson.teacher
    answer = teacher.client.get(f"/{code}/klass/larare/resultat.pdf", base_url=HOME)
    assert (answer.status_code, pages(answer.data)) == (200, 1)
    assert "6" in paper_text(answer.data)
