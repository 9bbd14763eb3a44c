"""Every step of the way, looked at as it comes and with its faults shown, in three scripts of reading."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Walking
from tests.browser.lives import ADULT_QUESTIONS, WHOLE_ADULT, WHOLE_YOUTH, YOUTH_QUESTIONS
from tests.browser.walk import NEXT, SHOW, Walk

LANGUAGES = ("sv", "en", "ur")
GROUPS = 12
"""Pages of the budget."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_for_adults(walk: Walking, language: str) -> None:
    with walk(language, looks=True) as visit:
        visit.open()
        visit.look()
        visit.press(".check-door")
        visit.look()
        visit.enter('input[name="role"]:checked')
        visit.look("without an age")
        visit.press('button[name="age"][value="26plus"]')
        asked = visit.answer(WHOLE_ADULT)
        visit.look()

        assert len(asked) == ADULT_QUESTIONS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_for_the_young(walk: Walking, language: str) -> None:
    with walk(language, looks=True) as visit:
        visit.open("koll/")
        visit.tick("role", "someone")
        visit.press('button[name="age"][value="18_25"]')
        visit.look()
        visit.press('button[name="questionnaire"][value="youth"]')
        asked = visit.answer(WHOLE_YOUTH)
        visit.look()
        visit.press(SHOW)
        visit.look("of the young")

        assert len(asked) == YOUTH_QUESTIONS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_budget(walk: Walking, language: str) -> None:
    with walk(language, looks=True) as visit:
        _who_lives_here(visit)
        groups = [_fill_in_a_group(visit) for _ in range(GROUPS)]

        assert visit.place == "budget/summering"
        assert len(set(groups)) == GROUPS
        visit.look()
        visit.press(".actions .button.second")
        visit.look("of a budget alone")


def _who_lives_here(visit: Walk) -> None:
    visit.open()
    visit.press('.ways a[href$="/budget/"]')
    visit.look()
    visit.page.select_option("#adults-25-0", "0")
    visit.press()
    visit.look("with nobody in it")
    visit.page.select_option("#adults-25-0", "2")
    visit.press('button[name="add"]')
    visit.look("with a child")
    visit.press()
    visit.look("without the child's age")
    visit.page.select_option("#children-0-age-0", "7")
    visit.tick("home", "rent")
    visit.press()
    visit.look()
    visit.press('main a[href$="/budget/income"]')


def _fill_in_a_group(visit: Walk) -> str:
    """Once as it comes, once with faults, then with amounts on the first two lines."""
    group = visit.place
    visit.look()
    amounts = visit.page.locator(".line input[inputmode]")
    amounts.nth(0).fill("070-1234567")
    visit.press('button[name="add"]' if visit.page.locator('button[name="add"]').count() else NEXT)
    visit.look("with an amount that cannot be read")
    amounts.nth(0).fill("21 500" if group == "budget/income" else "350,50")
    visit.press()
    return group
