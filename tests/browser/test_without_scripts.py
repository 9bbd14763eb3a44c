"""The whole way with JavaScript turned off: every button does at the server what the scripts do in the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Walking
from tests.browser.lives import WHOLE_ADULT
from tests.browser.look import NARROW
from tests.browser.walk import CHOSEN, SHOW, Walk

KR = "\u00a0kr"


def kept(visit: Walk) -> dict[str, str]:
    """Name → value of every cookie in the browser."""
    return {cookie["name"]: cookie["value"] for cookie in visit.page.context.cookies()}


def test_from_the_start_to_the_sheet(walk: Walking) -> None:
    with walk("sv", java_script_enabled=False, viewport=NARROW) as visit:
        visit.begin("26plus")
        visit.open("koll/letters")
        visit.press()
        expect(visit.page.locator(".faults li a")).to_have_count(1)
        visit.begin("26plus")
        visit.answer(WHOLE_ADULT)
        visit.press(SHOW)
        expect(visit.headline).to_have_text("Det här är bråttom. Börja med steg 1.")
        visit.open("resultat/ta-med")
        form = visit.page.locator(".take-form")
        address = f"{visit.origin}{form.get_attribute('action')}?answers=1"
        cookies = "; ".join(f"{name}={value}" for name, value in kept(visit).items())
        sheet = visit.page.context.request.get(address, headers={"Cookie": cookies})

        assert sheet.headers["content-type"] == "application/pdf"
        assert "budget.pdf" in sheet.headers["content-disposition"]
        assert sheet.body().startswith(b"%PDF-")


def test_the_budget_by_its_buttons(walk: Walking) -> None:
    with walk("sv", java_script_enabled=False, viewport=NARROW) as visit:
        page = visit.page
        visit.open("budget/")
        visit.press('button[name="add"]')
        page.select_option("#children-0-age-0", "7")
        visit.press('button[name="add"]')
        visit.press(page.locator('button[name="remove"]').nth(1))
        expect(page.locator("#children-0-age-0")).to_have_value("7")
        expect(page.locator(".child")).to_have_count(1)
        visit.tick("home", "rent")
        visit.press()
        visit.press('main a[href$="/budget/income"]')

        # 2 000 a week is 2 000 × 365 / 84 = 8 690,48 a month; with 10 000 a month 18 690,48.
        visit.type("pay", "10 000")
        visit.type("extra_job", "2000", "week")
        visit.press('button[name="update"]')
        expect(page.locator("#balance [data-when=left]")).to_contain_text(f"18\u00a0690{KR}")

        page.select_option("#own-0", index=1)
        own = page.locator("#own-0").input_value()
        visit.press('button[name="add"]')
        expect(page.locator(f"#amount-{own}-0")).to_be_visible()
        visit.press(f'button[name="remove"][value="{own}"]')
        expect(page.locator(f"#amount-{own}-0")).to_have_count(0)
        expect(page.locator("#amount-pay-0")).to_have_value(re.compile(r"10.000"))


def test_a_reference_cost_is_filled_in(walk: Walking) -> None:
    with walk("sv", java_script_enabled=False) as visit:
        visit.open("budget/")
        visit.tick("home", "rent")
        visit.press()
        visit.open("budget/food_and_household")
        button = visit.page.locator('button[name="fill"]').first
        line, amount = button.get_attribute("value"), button.get_attribute("data-typed")
        visit.press(button)

        expect(visit.page.locator(f"#amount-{line}-0")).to_have_value(amount or "nothing")


def test_from_the_budget_to_the_result(walk: Walking) -> None:
    with walk("sv", java_script_enabled=False) as visit:
        visit.open("budget/income")
        visit.type("pay", "x")
        visit.press()
        expect(visit.page.locator(".faults li a")).to_have_attribute("href", "#amount-pay-0")
        expect(visit.page.locator("#amount-pay-0")).to_have_value("x")
        visit.type("pay", "9 000")
        visit.press()
        while visit.place != "budget/summering":
            visit.press()
        visit.press(".actions .button.second")
        expect(visit.page.locator(".two-lines strong")).to_have_text([f"9\u00a0000{KR}", f"9\u00a0000{KR}"])
        visit.press("footer .clear a")
        visit.press("main form button")
        visit.open("resultat")

        expect(visit.page.locator("h1")).to_have_text("Här finns inget att visa än")


@pytest.mark.parametrize("place", ["kvar", "rensa"])
def test_staying_and_clearing_have_pages_of_their_own(walk: Walking, place: str) -> None:
    with walk("sv", java_script_enabled=False) as visit:
        visit.begin("26plus")
        visit.open(place)
        visit.press("main .button >> nth=0" if place == "kvar" else "main form button")

        assert visit.place == ("resultat" if place == "kvar" else "rensat")


def test_what_was_chosen_stays_when_the_visit_has_ended(hasty_walk: Walking) -> None:
    with hasty_walk("sv", java_script_enabled=False) as visit:
        visit.begin("26plus")
        visit.open("koll/money_lasts")
        visit.page.wait_for_timeout(5_000)
        visit.choose("often_not")
        expect(visit.page.locator(".faults")).to_contain_text("Sidan var öppen länge")
        expect(visit.page.locator(CHOSEN)).to_have_attribute("value", "often_not")
        visit.choose("often_not")

        assert visit.place != "koll/money_lasts"
