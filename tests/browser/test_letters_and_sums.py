"""Letters and sums in a real browser: looked at when something was worked out, and without any script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Walking

LANGUAGES = ("sv", "en", "ur")
RAKNA = ".asks .actions button"
SUMS = {
    "sen-rakning": {"amount": "500", "due": "2026-09-30"},
    "behalla": {"debtor_income": "22000", "housing": "9000"},
    "manaden": {"events-0-amount": "15000", "events-2-amount": "9000", "events-3-amount": "5500", "opening": "3000"},
    "bli-skuldfri": {"per_month": "2000", "debts-0-balance": "30000", "debts-0-nominal_rate_percent": "18"},
    "lan": {"amount": "10000", "nominal_rate_percent": "25", "months": "24"},
    "kopa-nu": {"amount": "3000", "payment": "3400", "times": "1"},
    "spara": {"goal": "9000", "deposit": "300"},
    "riksnorm": {},
    "vanligt-liv": {"people-0-age": "38", "people-1-age": "6"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sum_is_looked_at_with_what_came_of_it(walk: Walking, language: str) -> None:
    with walk(language, looks=True) as visit:
        for path, typed in SUMS.items():
            visit.open(f"rakna/{path}")
            for name, text in typed.items():
                visit.page.fill(f'input[name="{name}"]', text)
            visit.press(RAKNA)
            expect(visit.page.locator("#result")).to_be_visible()
            visit.look("with what came of it")
        visit.open("rakna/lan")
        visit.page.fill('input[name="amount"]', "tio")
        visit.press(RAKNA)
        visit.look("with a fault")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_with_its_day_is_looked_at(walk: Walking, language: str) -> None:
    with walk(language, looks=True) as visit:
        for letter, field in (("collection", "last"), ("eviction_claim", "day"), ("decided_debt", "day")):
            visit.open(f"brev/{letter}")
            visit.page.fill(f'input[name="{field}"]', "2026-11-20")
            visit.press(RAKNA)
            visit.look("with a day")
        visit.open("brev/unopened")
        visit.look()


def test_the_browser_s_calendar_is_offered_and_what_cannot_be_read_is_kept(walk: Walking) -> None:
    with walk() as visit:
        visit.open("brev/payment_order")
        came = visit.page.locator('input[name="day"]')
        expect(came).to_have_attribute("type", "date")
        came.evaluate("field => { field.type = 'text'; field.value = 'i går' }")
        visit.press(RAKNA)
        came = visit.page.locator('input[name="day"]')
        expect(came).to_have_attribute("type", "text")
        expect(came).to_have_value("i går")


def test_the_letter_door_and_the_sums_need_no_script(walk: Walking) -> None:
    with walk(java_script_enabled=False) as visit:
        visit.open()
        visit.press(".door-main")
        visit.press('a[href$="/brev/payment_order"]')
        visit.page.fill('input[name="day"]', "2026-11-16")
        visit.press(RAKNA)
        expect(visit.page.locator("#by-when")).to_contain_text("26 november 2026")
        visit.press('button[name="plan"]')
        assert visit.place == "resultat"
        visit.open("rakna/bli-skuldfri")
        visit.press('button[name="add"]')
        assert visit.page.locator("fieldset.row").count() == 3


def test_two_budgets_side_by_side_are_looked_at(walk: Walking) -> None:
    with walk(looks=True) as visit:
        visit.open("budget/income")
        visit.type("pay", "20000")
        visit.press()
        visit.open("budget/tank-om")
        visit.press('button[value="job"]')
        visit.look()
        visit.open("budget/utskrift")
        visit.look()
        visit.open("spara")
        visit.look()
