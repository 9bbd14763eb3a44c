"""The pages to read, the fault pages, and the start page as it meets an open visit, all looked at."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Walking
from tests.browser.measures import PHONE, measured
from tests.browser.walk import CHOSEN

LANGUAGES = ("sv", "en", "ur")
PAGES = (
    "kontakter",
    "om",
    "integritet",
    "tillganglighet",
    "rensa",
    "kvar",
    "koll/under-16",
    "resultat",
    "koll/finns-inte",
    "finns-inte",
    "budget/summering",
    "brev/",
    "brev/payment_order",
    "brev/attachment",
    "myndigheter/",
    "myndigheter/landlord",
    "rakna/",
    "rakna/behalla",
    "rakna/bli-skuldfri",
    "spara",
    "oppna",
    "klass/",
    "kiosk",
    "kiosk/personal",
    "traffa-oss",
    "papper/",
    "med",
    "resultat/ta-med",
    "resultat/las",
)
MOST_SCREENS = 6
"""Of the contacts."""
LONG_PAGES = ("sa-raknar-vi", "flode", "klass/lektion")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_to_read(walk: Walking, language: str) -> None:
    with walk(language, looks=True) as visit:
        for page in PAGES:
            visit.open(page)
            visit.look()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", LONG_PAGES)
def test_the_long_pages(walk: Walking, page: str, language: str) -> None:
    with walk(language, looks=True) as visit:
        visit.open(page)
        visit.look()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_visit_and_a_page_that_was_open_too_long(walk: Walking, language: str) -> None:
    with walk(language, looks=True) as visit:
        visit.begin("16_17")
        visit.open("koll/money_lasts")
        visit.page.locator('main input[name="csrf_token"]').evaluate("field => { field.value = 'old' }")
        visit.choose("often_not")
        visit.look("after the end")
        expect(visit.page.locator(CHOSEN)).to_have_attribute("value", "often_not")
        visit.open()
        visit.look("with an open visit")
        visit.page.locator("#leaving").evaluate("warning => { warning.hidden = false }")
        visit.look("with the warning before the end")
        visit.press("footer .clear a")
        visit.page.locator('main input[name="csrf_token"]').evaluate("field => { field.value = 'old' }")
        visit.press("main form button")
        visit.look("asked again")
        visit.press("main form button")
        visit.look("cleared")

        assert visit.place == "rensat"
        visit.open()
        expect(visit.page.locator(".open-visit")).to_have_count(0)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_contacts_are_six_screens_of_a_phone_at_most(walk: Walking, language: str) -> None:
    with walk(language, viewport=PHONE) as visit:
        visit.open("kontakter")
        assert measured(visit.page).screens <= MOST_SCREENS
