"""Clearing and leaving in a real browser: in view on every page, by three presses of Shift, and only what is ours."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Walking
from tests.browser.lives import CALM
from tests.browser.walk import Places, Walk, walking

NEIGHBOUR = "eservice.kommun.localhost"
PHONE = {"width": 360, "height": 640}


def clear(visit: Walk) -> None:
    """The link in the foot, and the one question."""
    visit.press('footer a[href$="/rensa"]')
    visit.press('main form[action$="/rensa"] button')


def leave(visit: Walk) -> None:
    visit.press("#leave")


def mine(visit: Walk) -> str:
    """The value of our own cookie; empty where there is none."""
    return next((one.get("value", "") for one in visit.page.context.cookies() if one.get("name") == "__Host-itid"), "")


@pytest.mark.parametrize("how", [clear, leave])
def test_a_login_of_another_service_on_our_domain_survives(browser: Browser, server: Places, how: object) -> None:
    address, elsewhere = server
    ours = f"http://itid.kommun.localhost:{urlsplit(address).port}"
    with walking(browser, (ours, elsewhere)) as visit:
        login = {"name": "login", "value": "still here", "domain": NEIGHBOUR, "path": "/"}
        shared = {"name": "shared", "value": "still here", "domain": ".kommun.localhost", "path": "/"}
        visit.page.context.add_cookies([login, shared])  # type: ignore[list-item]
        visit.begin("26plus")
        before = mine(visit)
        assert before

        how(visit)  # type: ignore[operator]

        left = {one.get("name") for one in visit.page.context.cookies()}
        assert {"login", "shared"} <= left
        assert mine(visit) != before
        visit.open()
        expect(visit.page.locator(".open-visit")).to_have_count(0)


def test_clearing_says_that_all_is_gone(walk: Walking) -> None:
    with walk() as visit:
        visit.begin("26plus")
        visit.answer(CALM)
        clear(visit)
        assert visit.place == "rensat"
        expect(visit.page.locator("h1")).to_have_text("Allt är borta")
        visit.page.go_back()
        expect(visit.page.locator("body")).not_to_contain_text("Stämmer det här?")


@pytest.mark.parametrize("place", ["kontakter", "sa-raknar-vi", "brev/court", "budget/home", "koll/"])
@pytest.mark.parametrize("language", ["sv", "ur"])
def test_the_way_out_stays_in_view(walk: Walking, place: str, language: str) -> None:
    with walk(language, viewport=PHONE) as visit:
        visit.open(place)
        for share in (0, 0.5, 1):
            visit.page.evaluate("share => scrollTo(0, share * document.body.scrollHeight)", share)
            expect(visit.page.locator("#leave")).to_be_in_viewport(ratio=1)
        visit.page.locator("#leave").click(trial=True)  # nothing lies over it


def test_three_presses_of_shift_leave_and_back_shows_nothing(walk: Walking) -> None:
    with walk() as visit:
        visit.begin("26plus")
        visit.answer(CALM)
        visit.open("resultat")
        with visit.page.expect_navigation(url=f"{visit.away}**"):
            for _ in range(3):
                visit.page.keyboard.press("Shift")
        assert mine(visit) == ""
        visit.page.go_back()
        expect(visit.page.locator("body")).not_to_contain_text("Bra läge")


def test_typing_with_shift_does_not_leave(walk: Walking) -> None:
    with walk() as visit:
        visit.open("budget/home")
        visit.page.focus('input[name="amount-rent"]')
        for _ in range(3):
            visit.page.keyboard.press("Shift+A")
        visit.page.keyboard.press("Shift")
        visit.page.keyboard.press("Shift")
        visit.page.wait_for_timeout(300)
        assert visit.place == "budget/home"
