"""The list of debts in a real browser: looked at in each state, and whole without any script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Walking
from tests.browser.measures import PHONE
from tests.browser.walk import Walk

SAVE = "#sum .actions button"


def _write(visit: Walk, kind: str, amount: str, letter: str = "") -> None:
    visit.press('main a[href$="/skulder/ny"]')
    visit.page.select_option('select[name="kind"]', kind)
    visit.page.fill('input[name="amount"]', amount)
    visit.page.select_option('select[name="letter"]', letter)
    visit.press(SAVE)


def test_it_is_whole_without_scripts(walk: Walking) -> None:
    with walk("sv", viewport=PHONE, java_script_enabled=False) as visit:
        visit.open("skulder")
        _write(visit, "card", "ca 13 000")
        _write(visit, "rent", "12 000", "lease_notice")
        rows = visit.page.locator(".debt strong")
        expect(rows).to_have_text(["Hyra eller avgift till föreningen", "Kreditkort"])
        visit.press(visit.page.locator(".debt").last)
        visit.page.locator("details:has([name=wrong]) summary").click()
        visit.page.check('[name="wrong"]')
        visit.press(SAVE)
        expect(visit.page.locator("#contest")).to_be_visible()
        visit.press(visit.page.locator(".debt").first)
        visit.press('form[action$="/ta-bort"] button')
        expect(rows).to_have_text(["Kreditkort"])
        visit.page.go_back()
        visit.open("skulder")
        expect(rows).to_have_text(["Kreditkort"])


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_state_is_looked_at(walk: Walking, language: str) -> None:
    with walk(language, looks=True) as visit:
        visit.open("skulder")
        visit.look("empty")
        visit.press('main a[href$="/skulder/ny"]')
        visit.look("new")
        visit.press(SAVE)
        visit.look("at fault")
        visit.open("skulder")
        _write(visit, "parking_fine", "~1 234 567")
        _write(visit, "unsure", "7 900", "payment_order")
        visit.look("two debts")
        visit.press(visit.page.locator(".debt").first)
        visit.look("changing")
        visit.open("skulder/till-radgivaren")
        visit.look()
