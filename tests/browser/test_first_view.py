"""The plan of eight lives, measured on a phone: the act first, few words, each number once, no broken word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser.kiosk_screen import KEY
from tests.browser.living import live
from tests.browser.measures import PHONE, SMALLEST, Measured, measured
from tests.browser.serving import serving
from tests.browser.walk import Places, Walk, walking
from tests.eight_lives import EIGHT, MANY_URGENT

LANGUAGES = ("sv", "en", "ur")
"""In the tests `ur` is the pseudo-language that is written from right to left."""
FIRST_VIEW = 480
SCREENS, WORDS = 2.5, 150
MANY_SCREENS, MANY_WORDS = 3.2, 200
WITHOUT_A_DAY = ("22 years, pay-later and inkasso", "calm", "nothing known", "crisis")
"""Where the first act has no last day and nothing is urgent."""
NOBODY_TO_CALL = ("calm",)
RENT = "rent and unopened letters"
OTHER = {"en": 0.2, "ur": 0.35}
"""So much more room may words take in another language: theirs, and the Swedish ones to say below them."""


@pytest.fixture(scope="module")
def places(elsewhere: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    with serving("served()", tmp_path_factory.mktemp("first"), SECRET_KEY=KEY, ELSEWHERE=elsewhere) as running:
        yield running.address, elsewhere


@pytest.fixture(scope="module", params=LANGUAGES)
def visit(browser: Browser, places: Places, request: pytest.FixtureRequest) -> Iterator[Walk]:
    with walking(browser, places, request.param) as made:
        yield made


def plan_of(visit: Walk, app: Flask, name: str, place: str = "resultat") -> Measured:
    live(visit.page, visit.origin, app, EIGHT[name])
    visit.open(place)
    return measured(visit.page)


@pytest.mark.parametrize("name", EIGHT)
def test_the_act_its_day_and_its_number_are_in_the_first_view(visit: Walk, app: Flask, name: str) -> None:
    found = plan_of(visit, app, name)
    assert found.act and found.first
    assert max(found.act, found.day or 0, found.first) < FIRST_VIEW, found
    assert bool(found.day) is (name not in WITHOUT_A_DAY)
    if name not in NOBODY_TO_CALL and visit.language == "sv":
        limit = FIRST_VIEW if name not in ("crisis", "nothing known") else 2 * FIRST_VIEW
        assert found.call and found.call < limit, found
        assert found.say and found.say < max(limit, FIRST_VIEW), found
    if name == RENT and visit.language == "en":
        assert found.call and found.say and found.call < found.say < FIRST_VIEW, found


@pytest.mark.parametrize("name", EIGHT)
def test_the_result_is_short(visit: Walk, app: Flask, name: str) -> None:
    found = plan_of(visit, app, name)
    screens, words = (MANY_SCREENS, MANY_WORDS) if name in MANY_URGENT or name == "crisis" else (SCREENS, WORDS)
    more = 1 + OTHER.get(visit.language, 0)
    assert found.words <= words * more, found
    assert found.screens <= screens * more, found


@pytest.mark.parametrize("name", EIGHT)
def test_each_number_is_seen_once(visit: Walk, app: Flask, name: str) -> None:
    found = plan_of(visit, app, name)
    assert found.numbers and not found.twice


@pytest.mark.parametrize("name", EIGHT)
def test_no_word_is_broken_in_the_middle(visit: Walk, app: Flask, name: str) -> None:
    broken: dict[str, None] = {}
    for place in ("resultat", "koll/letters", "koll/unpaid_now", "koll/happened"):
        plan_of(visit, app, name, place)
        visit.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        for size in (PHONE, SMALLEST):
            broken |= {f"{place} {size['width']}: {word}": None for word in measured(visit.page, size).broken}
    assert not list(broken)
