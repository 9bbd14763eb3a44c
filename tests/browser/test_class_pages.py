"""Every page of a lesson, the remote's, the wall's and a pupil's, looked at as it comes and with its faults."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Walking
from tests.browser.lesson import Remote, fill_in, hand_in, join
from tests.browser.pupils import Pupil
from tests.browser.scanned import scanned
from tests.browser.walk import Walk

pytestmark = pytest.mark.slow
LANGUAGES = ("sv", "en")
"""Those that a lesson is held in."""
OTHERS = (1, 4, 7, 10, 13)
"""So many other pupils that something is told of the class."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_s_pages(walk: Walking, language: str) -> None:
    with walk(language, looks=True) as teacher, walk(language, looks=True) as pupil:
        code = _open_a_room(teacher)
        _join(pupil, code)
        others = [Pupil(teacher.origin, number) for number in OTHERS]
        for one in others:
            join(one, code)
        _act(teacher, "las")
        teacher.look("quiz")
        _quiz(pupil)
        for one in others:
            fill_in(one, 0)
            hand_in(one, 0)
        for place in ("stang", "vidare", "vidare", "vidare"):
            _act(teacher, place)
            for visit, page in ((teacher, "klass/fjarr"), (teacher, "tavla"), (pupil, "klass/vidare")):
                visit.open(page)
                visit.look(place)
        for page in ("klass/fjarr/resultat", "klass/fjarr/lank"):
            teacher.open(page)
            teacher.look()
        _act(teacher, "radera")
        teacher.look("erased")


def _open_a_room(teacher: Walk) -> str:
    teacher.open("klass/oppna")
    teacher.page.fill('input[name="size"]', "2")
    teacher.press('form[action$="/oppna"] .actions button')
    teacher.look("with a size that is none")
    teacher.page.fill('input[name="size"]', "28")
    teacher.press('form[action$="/oppna"] .actions button')
    assert teacher.place == "klass/fjarr"
    teacher.look()
    code = teacher.page.text_content("#code") or ""
    teacher.open("tavla")
    teacher.look()
    assert code.replace(" ", "") in scanned(teacher.page.locator(".wall-qr svg"))
    return code


def _act(teacher: Walk, act: str) -> None:
    teacher.open("klass/fjarr")
    teacher.page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    teacher.press(f'form[action$="/fjarr/{act}"] button')
    if teacher.page.locator('input[name="sure"]').count():
        teacher.look("asked")
        teacher.press('form:has(input[name="sure"]) button')


def _join(pupil: Walk, code: str) -> None:
    pupil.open("klass/")
    pupil.page.fill('input[name="kod"]', "LIMA")
    pupil.press('form:has(input[name="kod"]) .actions button')
    pupil.look("with a code that is none")
    pupil.page.fill('input[name="kod"]', code)
    pupil.press('form:has(input[name="kod"]) .actions button')
    assert pupil.place == "klass/med"
    pupil.look()


def _quiz(pupil: Walk) -> None:
    pupil.open("klass/quiz/fore/1")
    pupil.look()
    for number in range(1, 13):
        assert pupil.place == f"klass/quiz/fore/{number}"
        pupil.press("#says-t")
    pupil.look()
    pupil.press("#says-03")
    pupil.look()
    pupil.press("#hand-in")
    assert pupil.place == "klass/vanta"
    pupil.look()


def test_a_phone_follows_by_itself(walk: Walking) -> None:
    """L4: within seven seconds of the press, with scripts and without anybody touching it."""
    with walk("sv") as pupil:
        remote = Remote(pupil.origin)
        code = remote.open_room(20)
        pupil.open("klass/")
        pupil.page.fill('input[name="kod"]', code)
        pupil.press('form:has(input[name="kod"]) .actions button')
        remote.act("las", number="1")
        pupil.page.wait_for_url("**/klass/quiz/fore/1", timeout=20_000)
