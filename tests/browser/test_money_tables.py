"""Where money stands on a narrow phone: no word is broken, no amount parted, all fits, nothing scrolls sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Walking
from tests.browser.walk import Walk
from tests.web.sums.sum_pages import LIFE, PATHS

WITH_MONEY = "table, dl, .groups, .month, .flow, .debt, .ladder, .came, .bands"
NARROWEST = 30 * 16
"""CSS pixels: 30 rem, below which tables stack."""
BROKEN = """(within) => {
  const found = [];
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.parentElement.closest(within) || !text.parentElement.offsetParent) continue;
    for (const word of text.data.matchAll(/[^\\s\\u2013-]+/g)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""
"""The words beside money that stand on two lines. An amount has no-break spaces in it: PARTED looks at those."""
PARTED = """() => [...document.querySelectorAll("main .n")].filter((one) => one.offsetParent)
  .filter((one) => new Set([...one.getClientRects()].map((box) => Math.round(box.top))).size > 1)
  .map((one) => one.textContent)"""
"""The numbers that stand on two lines."""
TOO_NARROW = """(within) => [...document.querySelectorAll("main :is(" + within + ")")]
  .flatMap((one) => [one, ...one.querySelectorAll("th, td, label, dt, dd, p, span, strong, li")])
  .filter((one) => one.offsetParent && !one.closest(".unseen, .scroll") && getComputedStyle(one).display !== "inline")
  .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollWidth > one.parentElement.clientWidth + 1)
  .map((one) => one.textContent.trim().slice(0, 40))"""
"""What stands beside money and is wider than its place."""
LARGE = {
    "pay": "1 234 567", "child_benefit": "123 456", "rent": "987 654", "electricity": "12 345,67",
    "food_sum": "123 456", "travel_sum": "23 456", "phone_and_internet": "8 900", "clothes_leisure_hygiene": "98 765",
    "other_sum": "87 654", "debts_sum": "1 064 000",
}  # fmt: skip
DEBTS = (
    {"kind": "parking_fine", "amount": "1 234 567", "letter": "eviction_decided", "last": "2026-12-04"},
    {"kind": "student_loan", "amount": "ca 9 876 543,21", "letter": "bank_notice", "wrong": "1", "place": "mailbox"},
)
LARGE_SUMS = {
    "late_bill": {"amount": "987 654"},
    "protected_amount": {"debtor_income": "122 000", "housing": "99000"},
    "repayment": {"per_month": "10000", "debts-0-balance": "987 654"},
    "loan": {"amount": "9 876 543"},
    "saving": {"goal": "987 654", "deposit": "1234"},
}


def _look(visit: Walk, place: str, width: int) -> None:
    page = visit.page
    for fold in page.locator("main details").all():
        fold.evaluate("one => { one.open = true; }")
    page.evaluate("document.fonts.ready")
    assert page.evaluate(BROKEN, WITH_MONEY) == [], place
    assert page.evaluate(PARTED) == [], place
    assert page.evaluate(TOO_NARROW, WITH_MONEY) == [], place
    assert page.evaluate("document.documentElement.scrollWidth") <= width, place


def _debts(visit: Walk) -> None:
    for debt in DEBTS:
        visit.open("skulder/ny")
        visit.page.locator("main details summary").click()
        for name, value in debt.items():
            field = visit.page.locator(f'[name="{name}"]')
            if name == "wrong":
                field.check()
            elif field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        visit.press("#sum .actions button")
    expect(visit.page.locator(".debt")).to_have_count(len(DEBTS))


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_word_is_broken_beside_money(walk: Walking, language: str, width: int) -> None:
    with walk(language, viewport={"width": width, "height": 740}) as visit:
        assert width < NARROWEST
        visit.open("budget/manad")
        visit.page.locator(".chip-of").nth(2).click()
        for line, amount in LARGE.items():
            visit.type(line, amount)
        _look(visit, "budget/manad", width)
        visit.press('button[name="show"]')
        _debts(visit)
        places = ("budget/summering", "budget/utskrift", "budget/tank-om", "resultat", "skulder", "sa-raknar-vi",
                  "skulder/till-radgivaren", "brev/payment_order", "brev/collection")  # fmt: skip
        for place in places:
            visit.open(place)
            _look(visit, place, width)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_word_is_broken_in_what_a_sum_comes_to(walk: Walking, language: str) -> None:
    with walk(language, viewport={"width": 320, "height": 740}) as visit:
        for rule, typed in LIFE.items():
            visit.open(f"rakna/{PATHS[rule]}")
            for name, value in {**typed, **LARGE_SUMS.get(rule, {})}.items():
                field = visit.page.locator(f'[name="{name}"]:not([type="hidden"])')
                if field.evaluate("one => one.tagName") == "SELECT":
                    field.select_option(value)
                else:
                    field.fill(value)
            visit.press("#sum .actions button")
            expect(visit.page.locator("#result")).to_be_visible()
            _look(visit, f"rakna/{PATHS[rule]}", 320)
