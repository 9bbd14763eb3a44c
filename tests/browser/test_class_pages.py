"""Every page of a lesson, the teacher's and a pupil's, looked at as it comes and with its faults."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Walking
from tests.browser.lesson import answer_quiz, join, work
from tests.browser.pupils import Pupil
from tests.browser.walk import Walk

pytestmark = pytest.mark.slow
LANGUAGES = ("sv", "en", "ur")
OTHERS = (1, 4, 7, 10, 13)
"""So many other pupils, who all help the same household, that something is told of them."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_s_pages(walk: Walking, language: str) -> None:
    with walk(language, looks=True) as teacher, walk(language, looks=True) as pupil:
        code = _open_a_room(teacher)
        _join(pupil, code)
        _quiz(pupil, "fore")
        _help_a_household(pupil)
        _quiz(pupil, "efter")
        for number in OTHERS:
            other = Pupil(teacher.origin, number)
            join(other, code.replace(" ", ""))
            answer_quiz(other, "fore")
            work(other)
        _close(teacher, pupil, code)


def _open_a_room(teacher: Walk) -> str:
    teacher.open("klass/")
    teacher.press('form[action$="/oppna"] button')
    teacher.look()
    return teacher.page.inner_text(".wall-code")


def _join(pupil: Walk, code: str) -> None:
    pupil.open("klass/")
    pupil.page.fill('input[name="kod"]', "LIMA")
    pupil.press('form:has(input[name="kod"]) button')
    pupil.look("with a code that is none")
    pupil.page.fill('input[name="kod"]', code)
    pupil.press('form:has(input[name="kod"]) button')
    assert pupil.place == "klass/med"
    pupil.look()


def _quiz(pupil: Walk, when: str) -> None:
    pupil.open(f"klass/quiz/{when}")
    pupil.look()
    pupil.press()
    pupil.look("without an answer")
    choices = pupil.page.locator("fieldset.statement")
    choices.locator("input").evaluate_all(
        "all => all.filter((one) => /-[0]$/.test(one.id)).forEach((one) => one.click())"
    )
    pupil.press()
    assert pupil.place == f"klass/quiz/{when}/klart"
    pupil.look()


def _help_a_household(pupil: Walk) -> None:
    pupil.open("klass/hushall/")
    pupil.look()
    pupil.press(".doors a >> nth=4")
    household = pupil.place
    pupil.look()
    pupil.press("main form button")
    pupil.look("without an amount")
    pupil.page.fill('input[name="gap"]', "340")
    pupil.press("main form button")
    assert pupil.place == f"{household}/andra"
    _change(pupil)
    pupil.look()
    pupil.press()
    pupil.look("without a choice")
    for name in ("clock", "first_step", "contact"):
        pupil.page.check(f'input[name="{name}"] >> nth=0')
    pupil.press()
    assert pupil.place == f"{household}/svar"
    pupil.look()


def _change(pupil: Walk) -> None:
    """The sum that follows what is typed is the one that the server comes to."""
    place, first = pupil.place, pupil.page.locator(".line input[inputmode] >> nth=0")
    pupil.look()
    first.fill("070-1234567")
    pupil.press()
    pupil.look("with an amount that cannot be read")
    first.fill("123")
    shown = pupil.page.locator("#balance [data-when]:visible")
    expect(shown).not_to_have_attribute("data-when", "unclear")
    followed = shown.inner_text()
    pupil.press()
    pupil.open(place)
    assert (shown.inner_text(), first.input_value()) == (followed, "123")
    pupil.press()


def _close(teacher: Walk, pupil: Walk, code: str) -> None:
    teacher.open("klass/larare/")
    teacher.look("with answers")
    teacher.press('form[action$="/stang"] button')
    teacher.look()
    for place in ("klass/med", f"klass/?kod={code}"):
        pupil.open(place)
        pupil.look("of a closed room")
    teacher.press('form[action$="/radera"] button')
    teacher.look("erased")
    for visit, place in ((pupil, "klass/med"), (teacher, "klass/larare/")):
        visit.open(place)
        visit.look("of a room that is gone")
