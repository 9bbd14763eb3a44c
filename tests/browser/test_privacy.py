"""Nobody who comes after sees anything: after clearing and leaving, on the way back, and after a long time away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Walking
from tests.browser.lives import CALM
from tests.browser.walk import CHOSEN, Walk

LIFE = {**CALM, "feeling": "hopeless", "letters": ["payment_order"], "answered": "no", "claim_right": "wrong"}
TELLING = ("Hopplöst", "hopplöst", "Betalningsföreläggande", "betalningsföreläggande", "7\u00a0531", "7531")
"""Words and an amount of this life that stand on its pages, and on no page that is opened without its answers."""
PAGES_BACK = 12
PACKED = 1
"""So much one token differs in size from another, since the cookie is packed; a visit is far larger."""


def _kept(visit: Walk) -> int:
    """How much is kept in the browser, to some letters: an empty visit has no more than its token in the cookie."""
    return sum(len(cookie["value"]) // 20 for cookie in visit.page.context.cookies())


def _clear(visit: Walk) -> None:
    visit.press("footer .clear a")
    visit.press('main form[action$="/rensa"] button')
    assert visit.place == "rensat"
    visit.open()
    expect(visit.page.locator(".open-visit")).to_have_count(0)


def _leave(visit: Walk) -> None:
    visit.press(".leave")
    assert visit.page.url == visit.away


@pytest.mark.parametrize("go", [_clear, _leave], ids=["clear", "leave"])
def test_back_shows_nothing(walk: Walking, go: Callable[[Walk], None]) -> None:
    with walk("sv") as visit:
        visit.open()
        fresh = _kept(visit)
        visit.begin("26plus")
        visit.answer(LIFE)
        visit.open("budget/income")
        visit.type("pay", "7531")
        visit.press()
        visit.open("resultat")
        assert _told(visit)
        go(visit)

        assert _kept(visit) <= fresh + PACKED
        for _ in range(PAGES_BACK):
            visit.page.go_back(wait_until="load")
            typed = visit.page.locator("input[inputmode]").evaluate_all("all => all.map((one) => one.value).join('')")
            chosen = visit.page.locator(CHOSEN).count()
            assert (_told(visit), typed, chosen) == ([], "", 0), visit.page.url


def _told(visit: Walk) -> list[str]:
    """What the page tells of this life; a question that was never answered here says the same to everybody."""
    visit.page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    shown = visit.page.inner_text("body").replace("\u00ad", "")
    return [word for word in TELLING if word in shown]


def test_an_open_visit_is_asked_who_it_is(walk: Walking) -> None:
    with walk("sv") as visit:
        visit.open()
        fresh = _kept(visit)
        visit.begin("26plus")
        visit.open("koll/money_lasts")
        visit.choose("always")
        visit.open()
        visit.press(".open-visit .button:not(.edge)")
        assert visit.place == "resultat"
        visit.press("main a.option >> nth=0")
        assert visit.place.startswith("koll/") and visit.place != "koll/money_lasts", "a question not answered yet"
        expect(visit.page.locator(CHOSEN)).to_have_count(0)
        visit.open()
        visit.press(".open-visit .button.edge")
        visit.press('main form[action$="/rensa"] button')

        assert visit.place == "rensat"
        visit.open()
        assert _kept(visit) <= fresh + PACKED
        expect(visit.page.locator(".open-visit")).to_have_count(0)


def test_the_end_is_told_of_and_can_be_put_off(walk: Walking) -> None:
    with walk("sv") as visit:
        page = visit.page
        page.clock.install()
        visit.begin("26plus")
        visit.open("koll/money_lasts")
        field = page.locator('button[value="always"]')
        field.focus()
        dialog, stay = page.locator("#leaving"), page.locator("#leaving-stay")
        page.clock.run_for(1_500)
        expect(dialog).to_be_hidden()
        page.clock.fast_forward("01:56:00")
        expect(dialog).to_be_visible()
        expect(stay).to_be_focused()
        with page.expect_response("**/kvar") as answer:
            page.keyboard.press("Enter")
        assert answer.value.ok
        expect(dialog).to_be_hidden()
        expect(field).to_be_focused()
        page.clock.fast_forward("01:50:00")
        expect(dialog).to_be_hidden()
        page.clock.fast_forward("06:00")
        expect(dialog).to_be_visible()


@pytest.mark.parametrize("shows_a_fault", [False, True])
def test_a_visit_ends_by_itself(hasty_walk: Walking, shows_a_fault: bool) -> None:
    """Nothing is left on the screen, and whoever comes back reads why."""
    with hasty_walk("sv") as visit:
        visit.begin("26plus")
        visit.open("koll/money_lasts")
        visit.choose("often_not")
        if shows_a_fault:
            visit.open("koll/letters")
            visit.press()

        expect(visit.page.locator("body")).to_contain_text("Dina svar har rensats", timeout=10_000)
        expect(visit.page.locator(".open-visit")).to_have_count(0)


def test_a_file_of_the_page_never_carries_a_visit(walk: Walking) -> None:
    """One that comes late must not bring back a visit that was cleared meanwhile, nor be stored together with it."""
    with walk("sv") as visit:
        files: list[str] = []
        visit.page.on(
            "response",
            lambda answer: files.append(answer.url) if "set-cookie" in answer.all_headers() else None,
        )
        visit.begin("26plus")
        visit.answer(CALM)

        assert [url for url in files if "/static/" in url] == []
