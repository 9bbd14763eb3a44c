"""What a kiosk shows, what is taken along from it, and the days to come, looked at in three scripts of reading."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import Walking
from tests.browser.kiosk_screen import answer_a_little, start_kiosk
from tests.browser.lives import WHOLE_ADULT
from tests.browser.walk import Walk

pytestmark = pytest.mark.slow
LANGUAGES = ("sv", "en", "ur")
EVENTFUL = ("traffa-oss", "kontakter")
OF_A_KIOSK = ("kiosk/personal", "kiosk/kvar", "", "koll/money_lasts", "brev/bank_notice", "budget/income", "resultat")
TAKEN = ("resultat/ta-med", "resultat/las", "resultat/skriv-ut")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_taken_along(screen: Walking, language: str) -> None:
    with screen(language) as visit:
        visit.begin("26plus")
        visit.answer(WHOLE_ADULT)
        for group, line, amount in (("income", "pay", "14 000"), ("home", "rent", "15 500")):
            visit.open(f"budget/{group}")
            visit.type(line, amount)
            visit.press()
        visit.looks = True
        _look_at(visit, TAKEN)
        # The browser prints it on two pages, the steps and the budget. The made-up words of `ur` are longer than any.
        printed = PdfReader(BytesIO(visit.page.pdf(prefer_css_page_size=True)))
        assert len(printed.pages) == 2 or language == "ur"
        visit.open("med#x")
        expect(visit.page.locator("main .notice")).to_be_visible()
        visit.look("where there are answers")
        visit.press("#carried button")
        visit.look("with a fault")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_days_to_come(screen: Walking, language: str) -> None:
    with screen(language, looks=True) as visit:
        _look_at(visit, EVENTFUL)
        expect(visit.page.locator(".event")).to_have_count(2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kiosk(screen: Walking, language: str) -> None:
    with screen(language, looks=True) as visit:
        start_kiosk(visit, place="open_house")
        visit.look()
        visit.looks = False
        answer_a_little(visit)
        visit.looks = True
        _look_at(visit, (*OF_A_KIOSK, *TAKEN))
        visit.open("resultat")
        visit.page.locator("#leaving").evaluate("warning => { warning.hidden = false }")
        visit.look("with the question whether one is there")


def _look_at(visit: Walk, places: tuple[str, ...]) -> None:
    for place in places:
        visit.open(place)
        visit.look()
