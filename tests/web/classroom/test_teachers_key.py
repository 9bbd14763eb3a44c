"""The key of a room: a projector shows what opens to thirty phones, so it is never shown before it is asked for."""

from __future__ import annotations

from tests.conftest import Visit
from tests.web.classroom.lesson import Lesson, form_to


def test_opening_a_room_leads_to_the_wall_without_the_key(lesson: Lesson, visit: Visit) -> None:
    teacher = visit("sv", lesson.app)
    teacher.open("/sv/klass/")
    page = teacher.press(form_to(teacher, "/klass/oppna"))
    assert page.address == "/sv/klass/larare/"
    assert "nyckel=" not in page.html


def test_the_key_and_its_picture_are_folded_until_they_are_asked_for(lesson: Lesson) -> None:
    page = lesson.teacher.open("/sv/klass/larare/lank")
    (folded,) = (one for main in page.tree.iter("main") for one in main.iter("details"))
    inside = {id(one) for one in folded.iter()}
    key = lesson.link.partition("nyckel=")[2]

    holding = [one for one in page.tree.iter() if key in (one.text or "") + (one.tail or "") + str(one.attrib)]
    drawn = [one for one in page.tree.iter() if one.get("class") == "qr"]

    assert folded.get("open") is None and folded.find("summary").text == "Visa"
    assert holding and drawn
    assert all(id(one) in inside for one in [*holding, *drawn])
