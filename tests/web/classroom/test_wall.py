"""The wall: a number that opens it once, and a browser that may look and nothing else."""

from __future__ import annotations

from tests.visitor import HOME, Visitor
from tests.web.classroom.lesson import REMOTE, Lesson, form_to, key_of
from tests.web.conftest import BEGAN

MINUTE, HOUR = 60, 3600
NAME = "__Host-itid-klass"


def wall_of(lesson: Lesson) -> Visitor:
    lesson.press("tavla")
    number = next(one.text or "" for one in lesson.teacher.page.tree.iter("strong") if one.get("id") == "wall-number")
    wall = lesson.visit("sv", lesson.app)
    wall.open("/sv/tavla")
    wall.press(form_to(wall, "/tavla"), number=number)
    return wall


def test_w1_a_number_opens_the_wall_once(lesson: Lesson) -> None:
    wall = wall_of(lesson)
    code = lesson.code
    assert code in wall.page.main
    lesson.press("tavla")
    number = next(one.text or "" for one in lesson.teacher.page.tree.iter("strong") if one.get("id") == "wall-number")
    for when, works in ((BEGAN, True), (BEGAN, False)):
        lesson.app.config["NOW"] = when
        other = lesson.visit("sv", lesson.app)
        other.open("/sv/tavla")
        other.press(form_to(other, "/tavla"), expect=200 if works else 422, number=number)
    lesson.press("tavla")
    number = next(one.text or "" for one in lesson.teacher.page.tree.iter("strong") if one.get("id") == "wall-number")
    lesson.app.config["NOW"] = BEGAN + 10 * MINUTE
    other.press(form_to(other, "/tavla"), expect=422, number=number)


def test_t5_a_wall_and_a_pupil_get_404_on_every_page_and_press_of_the_remote(lesson: Lesson) -> None:
    wall, pupil = wall_of(lesson), lesson.pupil()
    key, room = key_of(lesson), lesson.room
    posts = [form.address for form in lesson.teacher.open(REMOTE).forms() if "/fjarr/" in form.address]
    assert len(posts) > 5
    for one in (wall, pupil):
        assert key not in one.page.html
        for address in ("fjarr", "fjarr/lank", "fjarr/resultat", "fjarr/resultat.pdf"):
            assert one.client.get(f"/sv/klass/{address}", base_url=HOME).status_code == 404
        token = {"csrf_token": one.page.token, "turn": str(room.turn), "sure": "1", "number": "1"}
        for address in (*posts, "/sv/klass/fjarr/lank"):
            assert one.client.post(address, data=token, base_url=HOME).status_code == 404
    assert "Talet på lärarens telefon" in pupil.open("/sv/tavla").main
    assert lesson.room == room
