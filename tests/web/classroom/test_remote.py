"""The remote: what it asks first, two of them at once, its key, and who may press."""

from __future__ import annotations

import pytest

from tests.visitor import HOME
from tests.web.classroom.lesson import REMOTE, Lesson, form_to, key_of
from tests.web.conftest import BEGAN

MINUTE, HOUR = 60, 3600
NAME = "__Host-itid-klass"


def test_t4_opening_leads_to_the_remote_and_the_key_is_on_no_page_before_it_is_asked_for(lesson: Lesson) -> None:
    pages = [lesson.teacher.page.html]
    for address in (REMOTE, "/sv/tavla", f"{REMOTE}/lank", f"{REMOTE}/resultat"):
        pages.append(lesson.teacher.open(address).html)
    key = key_of(lesson)
    assert len(key) == 24 and not any(key in page for page in pages)


def test_the_secret_link_opens_the_room_elsewhere_and_leaves_the_address(lesson: Lesson) -> None:
    other = lesson.visit("sv", lesson.app)
    other.open(lesson.link)
    assert other.page.address == REMOTE
    assert lesson.code in other.page.main


@pytest.mark.parametrize("size", ["0", "-1", "1000000000", "٣", "4", "61", "", "x" * 999])
def test_t9_a_size_that_is_no_class_is_told_kindly(lesson: Lesson, size: str) -> None:
    teacher = lesson.visit("sv", lesson.app)
    teacher.open("/sv/klass/oppna")
    teacher.press(form_to(teacher, "/klass/oppna"), expect=422, size=size)
    assert "Skriv" in teacher.page.main


def test_another_script_s_digits_are_a_size(lesson: Lesson) -> None:
    teacher = lesson.visit("sv", lesson.app)
    teacher.open("/sv/klass/oppna")
    teacher.press(form_to(teacher, "/klass/oppna"), size="٢٨")
    assert teacher.page.address == REMOTE


def test_w8_two_presses_from_two_remotes_move_one_step(lesson: Lesson) -> None:
    lesson.on_to("game")
    lesson.teacher.open(REMOTE)
    form = form_to(lesson.teacher, "/fjarr/vidare")
    colleague = lesson.visit("sv", lesson.app)
    colleague.open(lesson.link)
    other = form_to(colleague, "/fjarr/vidare")
    lesson.teacher.press(form)
    colleague.press(other)
    assert lesson.room.at.phase == "compare"


def test_w6_what_cannot_be_undone_is_asked_first(lesson: Lesson) -> None:
    lesson.pupil()
    for act in ("radera", "glom", "ny-kod"):
        before = lesson.room
        lesson.press(act, sure=False)
        assert "Nej, tillbaka" in lesson.teacher.page.main
        assert lesson.room == before
    lesson.press("las", sure=False, number="5")
    assert "1 har gått med" in lesson.teacher.page.main and lesson.room.at.phase == "join"
    lesson.press("las", sure=False, number="1")
    assert lesson.room.at.phase == "quiz1", "the number that has joined is not asked about"


def test_ending_is_undone_within_ten_minutes_and_erasing_never(lesson: Lesson) -> None:
    lesson.on_to("game")
    lesson.press("avsluta")
    assert lesson.room.at.phase == "ended"
    lesson.press("fortsatt")
    assert lesson.room.at.phase == "game"
    lesson.press("avsluta")
    lesson.app.config["NOW"] = BEGAN + 10 * MINUTE
    assert "/fjarr/fortsatt" not in lesson.teacher.open(REMOTE).html
    lesson.press("radera")
    assert "Allt är raderat" in lesson.teacher.page.main
    assert lesson.rooms.live.every() == [] and lesson.rooms.store.every(0) == []
    lesson.teacher.open(REMOTE, expect=404)


def test_t9_a_press_from_another_site_does_nothing(lesson: Lesson) -> None:
    before = lesson.room
    for token in ({}, {"csrf_token": "x"}):
        lesson.teacher.client.post(
            "/sv/klass/fjarr/radera", data={"turn": str(before.turn), "sure": "1", **token}, base_url=HOME
        )
    assert lesson.room == before


def test_w1_a_second_room_is_asked_about(lesson: Lesson) -> None:
    lesson.teacher.open("/sv/klass/oppna")
    assert "Du har redan ett rum" in lesson.teacher.page.main


def test_l8_a_teacher_and_a_pupil_may_do_nothing_for_as_long_as_a_lesson(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    resident = lesson.visit("sv", lesson.app)
    resident.open("/sv/koll/")
    interface = lesson.app.session_interface
    for one, lasts in ((pupil, 4 * HOUR), (lesson.teacher, 4 * HOUR), (resident, 2 * HOUR)):
        cookies = "; ".join(
            f"{name}={cookie.value}" for name in (NAME,) if (cookie := one.client.get_cookie(name, domain="localhost"))
        )
        with lesson.app.test_request_context("/sv/", headers={"Cookie": cookies}) as context:
            assert interface.open_session(lesson.app, context.request).encrypted.idle == lasts
