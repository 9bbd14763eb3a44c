"""Another language in the middle of a page, in a real browser, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Walking

SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])


@SCRIPTS
def test_an_amount_that_is_typed_is_there_in_the_other_language(walk: Walking, scripts: bool) -> None:
    with walk(java_script_enabled=scripts) as visit:
        visit.open("budget/home")
        visit.type("rent", "9 999", "year")
        visit.page.locator(".speech summary").click()
        visit.press('.speech button[lang="en"]')
        expect(visit.page.locator("html")).to_have_attribute("lang", "en")
        expect(visit.page.locator('input[name="amount-rent"]')).to_have_value("9 999")
        expect(visit.page.locator('select[name="period-rent"]')).to_have_value("year")
        expect(visit.page.locator(".faults")).to_have_count(0)
        visit.press()
        visit.page.goto(f"{visit.origin}/en/budget/home")
        expect(visit.page.locator('input[name="amount-rent"]')).to_have_value("9\u00a0999")


@SCRIPTS
def test_enter_goes_on_and_does_not_switch(walk: Walking, scripts: bool) -> None:
    with walk(java_script_enabled=scripts) as visit:
        visit.open("rakna/sen-rakning")
        visit.page.fill('input[name="amount"]', "500")
        with visit.page.expect_navigation():
            visit.page.press('input[name="amount"]', "Enter")
        expect(visit.page.locator("html")).to_have_attribute("lang", "sv")


def test_a_question_in_the_other_language_looks_right(walk: Walking) -> None:
    with walk(looks=True) as visit:
        visit.begin("26plus")
        visit.open("koll/unpaid_now")
        visit.tick("answer", "rent")
        visit.page.locator(".speech summary").click()
        visit.press('.speech button[lang="ur"]')
        expect(visit.page.locator('input[value="rent"]')).to_be_checked()
        visit.language = "ur"
        visit.look("switched")
