"""A lesson page by page: joining, quiz, household, what the wall tells, and everything that can go wrong in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from report.library import Library
from tests.visitor import HOME
from tests.web.classroom.lesson import FALSE, TRUE, UNSURE, Lesson, answer_quiz, form_to
from tests.web.conftest import BEGAN

NAME = "__Host-itid"
HOUR = 3600


def counted(database: Path) -> dict[tuple[str, str], int]:
    """What stands in the table, but for the marks."""
    connection = sqlite3.connect(database)
    rows = connection.execute("select question, option, n from tally where question != 'once'").fetchall()
    connection.close()
    return {(question, option): n for question, option, n in rows}


def test_the_wall_shows_code_and_picture_and_nothing_secret(lesson: Lesson) -> None:
    said = lesson.said()
    assert lesson.code in said
    assert said.count("färre än 5 har svarat") == 3
    key = lesson.link.partition("nyckel=")[2]
    assert key and key not in lesson.teacher.page.html
    assert lesson.teacher.page.html.count('class="qr"') == 1


def test_the_secret_link_opens_the_room_elsewhere_and_leaves_the_address(lesson: Lesson) -> None:
    other = lesson.visit("sv", lesson.app)
    other.open(lesson.link)
    assert other.page.address == "/sv/klass/larare/"
    assert lesson.code in other.page.main


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


def test_a_quiz_is_counted_as_right_wrong_and_unsure(lesson: Lesson, database: Path, library: Library) -> None:
    keys = {one.id: one.answer for one in library.classroom.quiz.statements}
    answer_quiz(lesson.pupil(), "fore", TRUE, 0)
    answer_quiz(lesson.pupil("en"), "fore", UNSURE, 10)
    answer_quiz(lesson.pupil(), "efter", FALSE)
    found = counted(database)
    for name, key in keys.items():
        assert found["before." + name, "right" if key == "true" else "wrong"] == 1
        assert found["before." + name, "unsure"] == 1
        # In the second form every statement is the other way round.
        assert found["after." + name, "right" if key == "true" else "wrong"] == 1
    assert found["before.trust", "low"] == found["before.trust", "high"] == 1
    assert found["given", "before"] == 2
    assert not any(question == "after.trust" for question, _ in found)


def test_reloading_two_tabs_and_a_second_post_count_once(lesson: Lesson, database: Path) -> None:
    pupil = lesson.pupil()
    pupil.open("/sv/klass/quiz/fore")
    form = form_to(pupil, "/quiz/fore")
    name = next(name for name in form.names() if TRUE in form.options(name))
    before = pupil.client.get_cookie(NAME, domain="localhost")
    for _ in range(3):
        pupil.press_with(form, {name: TRUE})
    # The other tab still holds the cookie from before, as when both send at the same time.
    assert before is not None
    pupil.client.set_cookie(NAME, before.value, domain="localhost", secure=True)
    pupil.press_with(form, {name: FALSE})
    pupil.open("/sv/klass/quiz/fore")
    assert pupil.page.address.endswith("/fore/klart")
    assert {key: n for key, n in counted(database).items() if key[0].startswith("before.")} == {
        (f"before.{name}", next(option for question, option in counted(database) if question == f"before.{name}")): 1
    }
    assert counted(database)["given", "before"] == 1


def test_the_phone_that_comes_back_goes_on(lesson: Lesson, database: Path) -> None:
    pupil = lesson.pupil()
    answer_quiz(pupil, "fore", TRUE)
    lesson.app.config["NOW"] = BEGAN + HOUR
    pupil.open("/sv/klass/")
    pupil.press(form_to(pupil, "/klass/"), kod=lesson.code)
    assert "klart" in pupil.page.main
    answer_quiz(pupil, "efter", TRUE)
    assert counted(database)["given", "before"] == counted(database)["given", "after"] == 1


def test_an_empty_quiz_asks_for_one_answer(lesson: Lesson, database: Path) -> None:
    pupil = lesson.pupil()
    pupil.open("/sv/klass/quiz/fore")
    pupil.press(form_to(pupil, "/quiz/fore"), expect=422)
    assert counted(database) == {}


def test_closed_in_the_middle_is_a_friendly_page(lesson: Lesson, database: Path) -> None:
    pupil = lesson.pupil()
    pupil.open("/sv/klass/quiz/fore")
    form = form_to(pupil, "/quiz/fore")
    name = next(name for name in form.names() if TRUE in form.options(name))
    lesson.close()
    pupil.press_with(form, {name: TRUE})
    assert pupil.page.status == 200
    assert counted(database) == {}
    late = lesson.visit("sv", lesson.app)
    late.open("/sv/klass/")
    late.press(form_to(late, "/klass/"), kod=lesson.code)
    assert "stängt" in late.page.main


@pytest.mark.slow
def test_nothing_is_told_before_the_room_is_closed(lesson: Lesson) -> None:
    for number in range(6):
        answer_quiz(lesson.pupil(), "fore", TRUE)
        said = lesson.said()
        assert (f"Quiz före: {number + 1} har svarat" in said) is (number >= 4)
    for address in ("/sv/klass/larare/resultat", "/sv/klass/larare/resultat.pdf"):
        answer = lesson.teacher.client.get(address, base_url=HOME)
        assert (answer.status_code, answer.location) == (302, "/sv/klass/larare/")
    results = lesson.close()
    assert "6 rätt" in results or "6 fel" in results


@pytest.mark.slow
def test_four_answers_are_never_told(lesson: Lesson) -> None:
    for _ in range(4):
        answer_quiz(lesson.pupil(), "fore", TRUE, 5)
    results = lesson.close()
    assert "4" not in [word.strip(".,") for word in results.split()]
    assert results.count("Färre än 5 har svarat") >= 2


@pytest.mark.slow
def test_one_who_differs_is_told_with_others(lesson: Lesson, library: Library) -> None:
    for says in (TRUE, TRUE, TRUE, TRUE, TRUE, UNSURE):
        answer_quiz(lesson.pupil(), "fore", says)
    lesson.close()
    bars = [one for one in lesson.teacher.page.tree.iter("ul") if one.get("class") == "wave-words"]
    assert len(bars) == len(library.classroom.quiz.statements)
    for bar in bars:
        words = " ".join("".join(bar.itertext()).split())
        assert words.startswith("6 ") and " eller vet inte" in words


def test_a_room_closes_and_is_erased_by_itself(lesson: Lesson, database: Path) -> None:
    answer_quiz(lesson.pupil(), "fore", TRUE)
    lesson.app.config["NOW"] = BEGAN + 12 * HOUR
    assert "Vad ni kom fram till" in lesson.teacher.open("/sv/klass/larare/").main
    lesson.app.config["NOW"] = BEGAN + 48 * HOUR - 60
    # A page that has nothing to do with classes is request enough.
    lesson.visit("sv", lesson.app).start()
    assert counted(database) == {}
    lesson.teacher.open("/sv/klass/larare/", expect=404)


def test_purge_erases_what_is_old(lesson: Lesson, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_quiz(lesson.pupil(), "fore", TRUE)
    runner = lesson.app.test_cli_runner()
    assert runner.invoke(args=["purge"]).output == "erased: 0\n"
    lesson.app.config["NOW"] = BEGAN + 47 * HOUR
    assert runner.invoke(args=["purge"]).output == "erased: 1\n"
    assert counted(database) == {}


def test_erasing_now_leaves_nothing_in_the_file(lesson: Lesson, database: Path) -> None:
    for says in (TRUE, FALSE, UNSURE):
        answer_quiz(lesson.pupil(), "fore", says, 3)
    lesson.close()
    lesson.teacher.press(form_to(lesson.teacher, "/radera"))
    left = b"".join(path.read_bytes() for path in database.parent.glob("class.sqlite3*"))
    assert b"before." not in left and b"given" not in left
    late = lesson.visit("sv", lesson.app)
    late.open("/sv/klass/")
    late.press(form_to(late, "/klass/"), expect=422, kod=lesson.code)


def test_a_stranger_is_no_teacher(lesson: Lesson) -> None:
    stranger = lesson.visit("sv", lesson.app)
    for address in ("", "lank", "antal", "resultat", "resultat.pdf", "?nyckel=gissning"):
        stranger.open(f"/sv/klass/larare/{address}", expect=404)
    for address in ("stang", "radera"):
        assert stranger.client.post(f"/sv/klass/larare/{address}", base_url=HOME).status_code in (400, 404)
    assert lesson.code in lesson.said()
