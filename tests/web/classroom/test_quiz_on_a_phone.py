"""The quiz on a phone: a statement a page, each press kept, handed in once, and alike whatever was answered."""

from __future__ import annotations

import pytest

from report.library import Library
from tests.visitor import HOME
from tests.web.classroom.lesson import FALSE, SKIPPED, TRUE, UNSURE, Lesson, answer_quiz, counts, form_to, said

MINUTE, HOUR = 60, 3600
NAME = "__Host-itid-klass"


def test_a_quiz_is_counted_as_right_and_answered(lesson: Lesson, library: Library) -> None:
    pupils = [lesson.pupil(), lesson.pupil("en"), lesson.pupil()]
    lesson.begin()
    for pupil, says, trust in zip(pupils, (TRUE, UNSURE, SKIPPED), (0, 10, None), strict=True):
        answer_quiz(pupil, says, trust)
    sums = counts(lesson)
    for number, one in enumerate(library.classroom.quiz.statements):
        assert sums[2 * number : 2 * number + 2] == bytes((one.answer == "true", 2))
    assert sums[60:] == bytes((1, 0, 1))
    assert lesson.room.given1.bit_count() == 3


def test_in_the_second_quiz_every_statement_is_the_other_way_round(lesson: Lesson, library: Library) -> None:
    pupil = lesson.pupil()
    lesson.on_to("quiz2")
    answer_quiz(pupil, FALSE, when="efter")
    sums = counts(lesson, 1)
    for number, one in enumerate(library.classroom.quiz.statements):
        assert sums[2 * number] == (one.answer == "true")


def test_s5_a_second_press_back_an_old_cookie_and_a_second_tab_count_once(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    lesson.begin()
    answer_quiz(pupil, TRUE, hand_in=False)
    form, before = form_to(pupil, "/svar"), pupil.client.get_cookie(NAME, domain="localhost")
    for _ in range(3):
        pupil.press(form)
    once = counts(lesson)
    assert before is not None
    for _ in range(2):
        pupil.client.set_cookie(NAME, before.value, domain="localhost", secure=True)
        pupil.press(form)
        assert pupil.page.address.endswith("/vanta")
    assert counts(lesson) == once and lesson.room.given1.bit_count() == 1


def test_l6_each_press_is_kept_and_reload_back_and_another_language_lose_nothing(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    lesson.begin()
    pupil.open("/sv/klass/quiz/fore/")
    for says in (TRUE, FALSE, UNSURE):
        pupil.press(pupil.page.form("says"), button=f"says={says}")
    assert pupil.page.address.endswith("/fore/4")
    for address in ("/sv/klass/quiz/fore/4", "/en/klass/quiz/fore/4"):
        pupil.language = address[1:3]
        pupil.open(address)
    pupil.language = "sv"
    for number, says in enumerate((TRUE, FALSE, UNSURE), 1):
        assert pupil.open(f"/sv/klass/quiz/fore/{number}").marked("says") == [says]
    pupil.open("/sv/klass/quiz/fore/svar")
    assert said(pupil)[:4] == ["Sant", "Falskt", "Vet inte", "inget svar"]


def test_l7_what_was_not_handed_in_is_not_counted_and_the_phone_says_so(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    lesson.begin()
    answer_quiz(pupil, TRUE, hand_in=False)
    form = form_to(pupil, "/svar")
    lesson.press("stang")
    pupil.press(form)
    assert "Quizet är stängt" in pupil.page.main and "räknades inte" in pupil.page.main
    assert not any(counts(lesson))
    lesson.press("angra")
    pupil.open("/sv/klass/vidare")
    pupil.press(form_to(pupil, "/svar"))
    assert lesson.room.given1.bit_count() == 1, "opened again, and nothing was lost"


@pytest.mark.parametrize("trust", ["01099", "0005000", "010" + "5" * 5000, "11", "-1", "٣", "1", "x"])
def test_t9_w10_a_number_that_is_no_button_counts_as_nothing(lesson: Lesson, trust: str) -> None:
    pupil = lesson.pupil()
    lesson.begin()
    pupil.open("/sv/klass/quiz/fore/siffra")
    form = pupil.page.form("says")
    answer = pupil.client.post(form.address, data={**form.sent(), "says": trust}, base_url=HOME)
    # Two signs are read; what is no button is the page again.
    assert answer.status_code == (303 if trust[:2] in ("01", "00", "10", "11")[:3] else 422)
    assert not any(counts(lesson))


def test_d7_every_answer_of_a_phone_is_as_long_whatever_was_answered(lesson: Lesson) -> None:
    """Status, headers and length, of each press and of handing in; the token and the random bits aside."""
    ways = [(TRUE, 0), (FALSE, 10), (UNSURE, 5)]
    pupils = [lesson.pupil() for _ in ways]
    lesson.begin()
    seen = []
    for pupil, (says, trust) in zip(pupils, ways, strict=True):
        sizes = []
        pupil.open("/sv/klass/quiz/fore/1")
        for number in range(1, 15):
            form = next(form for form in pupil.page.forms() if "/quiz/fore" in form.address)
            said = {"says": f"{trust:02}" if number == 13 else says}
            answer = pupil.client.post(form.address, data={**form.sent(), **said}, base_url=HOME)
            headers = {name: len(value) for name, value in answer.headers if name != "Set-Cookie"}
            cookies = [one for one in answer.headers.getlist("Set-Cookie") if one.startswith(NAME)]
            sizes.append((answer.status_code, headers, [len(one) for one in cookies]))
            sizes.append(len(pupil.open(answer.location).html))
        seen.append(sizes)
    assert seen[0] == seen[1] == seen[2]
    assert lesson.room.given1.bit_count() == 3


def test_a3_a_quiz_begun_anew_is_handed_in_again(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    lesson.begin()
    answer_quiz(pupil, TRUE, 4)
    lesson.press("om")
    assert not any(counts(lesson))
    pupil.open("/sv/klass/vidare")
    assert "Läraren börjar om quizet" in pupil.page.main
    pupil.press(form_to(pupil, "/svar"))
    assert lesson.room.given1.bit_count() == 1
