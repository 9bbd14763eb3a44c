"""The result of every kind, reached by answering and then by changing one answer at a time, and looked at."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Walking
from tests.browser.lives import CALM, LEVELS
from tests.browser.walk import SHOW, Walk

LANGUAGES = ("sv", "en", "ur")
KR = "\u00a0kr"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_result(walk: Walking, language: str) -> None:
    with walk(language) as visit:
        visit.begin("26plus")
        visit.answer(CALM)
        visit.press(SHOW)
        visit.looks = True
        visit.look("of level one")
        _titled(visit, "Stabilt just nu")
        for name, (step, chosen, title) in LEVELS.items():
            _with(visit, step, chosen)
            visit.look(f"of level {name}")
            _titled(visit, title)
        _a_month_that_does_not_add_up(visit)
        _in_danger(visit)


def _with(visit: Walk, step: str, chosen: str | list[str]) -> None:
    """The result once this answer is changed."""
    visit.change(step, chosen)
    visit.press(SHOW)


def _titled(visit: Walk, title: str) -> None:
    """The level's own words, in the language they are written in."""
    if visit.language == "sv":
        expect(visit.headline).to_have_text(f"{title.removesuffix('.')}.")


def _a_month_that_does_not_add_up(visit: Walk) -> None:
    for group, line, amount in (("income", "pay", "14 000"), ("home", "rent", "15 500"), ("debts", "", "900")):
        visit.open(f"budget/{group}")
        field = f"#amount-{line}-0" if line else ".line input[inputmode] >> nth=0"
        visit.page.fill(field, amount)
        visit.press()
    visit.open("resultat")
    visit.look("with a budget")

    # 14 000 − 15 500 = −1 500 before debts, and 900 more after them.
    expect(visit.page.locator(".two-lines strong")).to_have_text([f"1\u00a0500{KR}", f"2\u00a0400{KR}"])


def _in_danger(visit: Walk) -> None:
    _with(visit, "feeling", "hopeless")
    visit.look("in a crisis")
    _with(visit, "feeling", "daily")
    _with(visit, "happened", ["close_decides", "close_borrowed", "lent_account"])
    visit.look("where somebody close may be watching")
    visit.press(".take a >> nth=0")
    assert visit.place == "resultat/ta-med"
    visit.look()
    visit.press(".back")

    assert visit.place == "resultat"
