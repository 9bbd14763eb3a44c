"""Opening a room and joining it: the code, a seat, being late, a full room, and a new code."""

from __future__ import annotations

import re

import pytest

from tests.visitor import HOME
from tests.web.classroom.lesson import TRUE, Lesson, answer_quiz, form_to, said

MINUTE, HOUR = 60, 3600
NAME = "__Host-itid-klass"


@pytest.mark.sampled(4)
@pytest.mark.parametrize("how", [str, str.lower, lambda code: code.replace(" ", ""), lambda code: f" {code}. "])
def test_a_code_is_read_as_it_is_typed(lesson: Lesson, how: object) -> None:
    pupil = lesson.visit("en", lesson.app)
    pupil.open("/en/klass/")
    pupil.press(form_to(pupil, "/klass/"), kod=how(lesson.code))  # type: ignore[operator]
    assert pupil.page.address == "/en/klass/med"


@pytest.mark.sampled(3)
@pytest.mark.parametrize("code", ["", "LIMA", "LIMA TOSA LIMA", "12345678", "LIMA TOS€", "x" * 5000])
def test_a_mistyped_code_is_told_kindly_and_kept(lesson: Lesson, code: str) -> None:
    pupil = lesson.visit("sv", lesson.app)
    pupil.open("/sv/klass/")
    pupil.press(form_to(pupil, "/klass/"), expect=422, kod=code)
    field = next(one for one in pupil.page.tree.iter("input") if one.get("name") == "kod")
    assert field.get("value") == code[:40]
    assert field.get("aria-invalid") == "true"


def test_l4_now_is_short_equal_for_all_and_sets_no_cookie(lesson: Lesson) -> None:
    pupils = [lesson.pupil() for _ in range(3)]
    lesson.begin()
    answer_quiz(pupils[0], TRUE, 3)
    answers = [one.client.get("/sv/klass/nu", base_url=HOME) for one in pupils]
    assert len({answer.data for answer in answers}) == 1
    for answer in answers:
        assert (answer.status_code, answer.mimetype) == (200, "text/plain")
        assert len(answer.data) <= 200 and re.fullmatch(rb"\d+ \d+ 3\n", answer.data)
        assert "Set-Cookie" not in answer.headers and answer.headers["Cache-Control"] == "no-store"
    turn = answers[0].data.split()[0]
    lesson.press("stang")
    assert pupils[0].client.get("/sv/klass/nu", base_url=HOME).data.split()[0] > turn
    stranger = lesson.visit("sv", lesson.app)
    assert stranger.client.get("/sv/klass/nu", base_url=HOME).status_code == 204


def test_a5_w20_one_who_was_too_late_is_told_how_to_get_in_and_is_not_counted(lesson: Lesson) -> None:
    lesson.pupil()
    code = lesson.code
    lesson.begin()
    late = lesson.visit("sv", lesson.app)

    def tries() -> str:
        late.open("/sv/klass/")
        return late.press(form_to(late, "/klass/"), kod=code).main

    assert "Rummet är låst" in tries()
    lesson.press("slapp-in")
    assert lesson.code == code
    tries()
    assert late.page.address.endswith("/quiz/fore/1")
    assert lesson.room.joined == 2


def test_a1_a_full_room_says_so(lesson: Lesson, visit: object) -> None:
    lesson.rooms.alter(lesson.room, None, lambda one: type(one)(**{**_values(one), "seats": 1}))
    lesson.pupil()
    assert "1 av 1 platser" in lesson.pupil().page.main
    lesson.press("platser")
    assert lesson.pupil().page.address.endswith("/med")


def _values(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}  # type: ignore[attr-defined]


def test_a3_a_new_code_ends_the_seats_and_keeps_the_drafts(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    before = lesson.code
    lesson.begin()
    answer_quiz(pupil, TRUE, hand_in=False)
    lesson.press("ny-kod")
    assert lesson.code != before
    assert "Dina svar finns kvar" in pupil.open("/sv/klass/vidare").main
    pupil.open("/sv/klass/")
    pupil.press(form_to(pupil, "/klass/"), expect=422, kod=before)
    pupil.press(form_to(pupil, "/klass/"), kod=lesson.code)
    assert pupil.page.address.endswith("/quiz/fore/svar")
    assert said(pupil) == ["Sant"] * 12 + ["inget svar"]
