"""What is told of a class, and when: never before its beat, once, and always the same."""

from __future__ import annotations

import html
import re

import pytest

from report.library import Library
from tests.visitor import HOME
from tests.web.classroom.lesson import FALSE, REMOTE, TRUE, Lesson, answer_quiz, counts
from tests.web.conftest import BEGAN

MINUTE, HOUR = 60, 3600
NAME = "__Host-itid-klass"


def test_d1_while_a_quiz_is_open_only_joined_and_done_are_told(lesson: Lesson) -> None:
    pupils = [lesson.pupil() for _ in range(4)]
    lesson.begin()
    for pupil in pupils[:3]:
        answer_quiz(pupil, TRUE, 9)
    assert "3 av 4 klara" in lesson.teacher.open(REMOTE).main
    assert "3 av 4 klara" in lesson.teacher.open("/sv/tavla").main
    assert "Inget quiz är slut än" in lesson.results()
    answer = lesson.teacher.client.get("/sv/tavla/nu", base_url=HOME)
    assert answer.data.split()[2:] == [b"4", b"3"] and "Set-Cookie" not in answer.headers


def sealed(lesson: Lesson, right: int, wrong: int) -> None:
    pupils = [lesson.pupil() for _ in range(right + wrong)]
    lesson.begin()
    for number, pupil in enumerate(pupils):
        answer_quiz(pupil, TRUE if number < right else FALSE, 9)
    lesson.on_to("reveal")


@pytest.mark.slow
def test_d2_d6_what_is_told_is_told_once_and_never_changes(lesson: Lesson) -> None:
    sealed(lesson, 5, 1)
    first = lesson.results()
    assert "5 av 6 svarade rätt" in first and "1 av 6 svarade rätt" in first
    stored = lesson.rooms.store.by_key([lesson.room.id], BEGAN)
    assert not any(counts(lesson)) and not lesson.room.given1
    for act in ("om", "angra", "stang"):
        assert not any(
            form.address.endswith(f"/fjarr/{act}")
            for form in lesson.teacher.open(REMOTE) and lesson.teacher.page.forms()
        )
    lesson.on_to("game")
    lesson.app.config["NOW"] = BEGAN + HOUR
    assert lesson.results() == first
    again = lesson.rooms.store.by_key([lesson.room.id], BEGAN)
    assert stored is not None and again is not None and again.told == stored.told


@pytest.mark.slow
def test_d2_of_four_nothing_is_told(lesson: Lesson) -> None:
    sealed(lesson, 4, 0)
    said = lesson.results()
    assert "4 av 4" not in said and "Alla 4" not in said and "För få har svarat" in said


def test_w7_a_quiz_seals_itself_a_minute_after_it_was_closed(lesson: Lesson) -> None:
    pupils = [lesson.pupil() for _ in range(5)]
    lesson.begin()
    for pupil in pupils:
        answer_quiz(pupil, TRUE, 2)
    lesson.press("stang")
    assert "Inget quiz" in lesson.results()
    lesson.app.config["NOW"] = BEGAN + MINUTE
    assert "Alla 5 visste det" in lesson.results()
    assert "/fjarr/angra" not in lesson.teacher.open(REMOTE).html
    lesson.press("vidare")
    assert lesson.room.at.phase == "reveal"


def test_l3_no_page_of_a_phone_tells_an_answer_before_its_beat(lesson: Lesson, library: Library) -> None:
    pupil = lesson.pupil()
    reasons = [" ".join(one.reason.swedish.split()) for one in library.classroom.quiz.statements]

    def walked() -> str:
        seen = []
        for address in (
            "",
            "lektion",
            "med",
            "vidare",
            "visas",
            "quiz/fore/",
            "quiz/efter/svar",
            "vanta",
            "fjarr/resultat",
            "nu",
        ):
            answer = pupil.client.get(f"/sv/klass/{address}", base_url=HOME, follow_redirects=True)
            text = re.sub("<[^>]+>", "", answer.get_data(as_text=True).replace("\u00ad", ""))
            seen.append(" ".join(html.unescape(text).split()))
        kit = pupil.client.get("/sv/klass/lektion-larare.pdf", base_url=HOME)
        assert kit.mimetype == "text/html", "no kit"
        return " ".join(seen)

    for phase in ("join", "quiz1", "reveal", "game", "quiz2"):
        lesson.on_to(phase)
        assert not [reason for reason in reasons if reason in walked()], phase
    lesson.on_to("change")
    assert all(reason in walked() for reason in reasons)
    lesson.on_to("ended")
    assert pupil.open("/sv/klass/lektion").h1 != "Efter lektionen"


def test_l3_the_right_answer_is_on_the_phone_from_the_second_beat(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    lesson.on_to("reveal")
    assert "Rätt svar" not in pupil.open("/sv/klass/vidare").main
    lesson.press("vidare")
    assert "Rätt svar" in pupil.open("/sv/klass/vidare").main
