"""The kiosk: it asks whether somebody is there, forgets everything, and invites the next one; without scripts too."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.coming import TITLE
from tests.browser.conftest import Walking
from tests.browser.kiosk_screen import (
    KEY,
    KIOSK,
    answer_a_little,
    answer_everything,
    kept,
    see_that_it_forgot,
    start_kiosk,
    told,
)
from tests.browser.look import NARROW, WIDE
from tests.browser.serving import serving
from tests.browser.walk import CHOSEN, Places, Walk, walking

pytestmark = pytest.mark.slow
FRONT = re.compile(r"/(sv|en|ar)/kiosk$")
REFRESH = re.compile(r"(\d+); url=(\S+)")
LONGEST_WAIT = 30_000
STORED = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


@pytest.fixture(scope="module")
def hasty(elsewhere: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """A kiosk that asks after five seconds, clears two later, and turns its language every second."""
    folder = tmp_path_factory.mktemp("hasty-kiosk")
    with serving("hasty_kiosk(5, 2, 1)", folder, SECRET_KEY=KEY, ELSEWHERE=elsewhere) as running:
        yield running.address, elsewhere


def test_a_visitor_is_asked_and_then_forgotten(screen: Walking) -> None:
    with screen() as visit:
        page, dialog = visit.page, visit.page.locator("#leaving")
        page.clock.install()
        start_kiosk(visit, place="open_house")
        expect(page.locator("main")).to_contain_text(TITLE)
        assert kept(visit) == {KIOSK}
        answer_everything(visit)
        assert kept(visit) == {"visit", KIOSK}
        page.clock.fast_forward("01:50")
        expect(dialog).to_be_hidden()
        page.clock.fast_forward("00:15")
        expect(dialog).to_be_visible()
        expect(page.locator("#leaving-stay")).to_be_focused()
        page.keyboard.press("Enter")
        expect(dialog).to_be_hidden()
        page.clock.fast_forward("01:50")
        expect(dialog).to_be_hidden()
        page.clock.fast_forward("00:15")
        expect(dialog).to_be_visible()
        page.evaluate("() => { localStorage.setItem('itid', '1') }")
        page.clock.fast_forward("01:00")
        page.wait_for_url(FRONT)
        assert page.evaluate(STORED) == []
        see_that_it_forgot(visit)


def test_every_touch_counts_as_being_there(screen: Walking) -> None:
    """Also for the server, whose end of the visit must not come before the one that is seen."""
    with screen() as visit:
        page = visit.page
        page.clock.install()
        start_kiosk(visit)
        answer_everything(visit)
        for _ in range(3):
            page.clock.fast_forward("01:30")
            with page.expect_response("**/kvar"):
                page.mouse.click(5, 300)
        page.clock.fast_forward("00:20")
        page.mouse.click(5, 300)
        with page.expect_response("**/kvar"):
            page.clock.fast_forward("00:30")
        expect(page.locator("#leaving")).to_be_hidden()
        assert told(visit)


def _next_by_itself(visit: Walk) -> tuple[int, str]:
    """After how many seconds the page that is open leads on without scripts, and where to."""
    answer = visit.page.reload()
    assert answer is not None
    told = answer.headers.get("refresh") or visit.page.locator("noscript meta").get_attribute("content") or ""
    found = REFRESH.fullmatch(told)
    assert found, f"{visit.page.url} stands for ever"
    return int(found[1]), found[2]


def test_the_same_without_scripts(screen: Walking) -> None:
    with screen(java_script_enabled=False) as visit:
        page = visit.page
        start_kiosk(visit)
        answer_everything(visit)
        visit.open("koll/months_late")
        for stays in (True, False):
            seconds, address = _next_by_itself(visit)
            assert seconds == 120
            page.goto(visit.origin + address)
            expect(page.locator("h1")).to_have_text("Är du kvar?")
            seconds, address = _next_by_itself(visit)
            assert seconds == 60
            if stays:
                visit.press("main a.button")
                assert visit.place == "koll/months_late"
                expect(page.locator(CHOSEN)).to_have_attribute("value", "none")
        page.goto(visit.origin + address)
        assert FRONT.search(page.url)
        see_that_it_forgot(visit)


@pytest.mark.parametrize(
    ("place", "scripts"), [("koll/money_lasts", True), ("koll/money_lasts", False), ("resultat/skriv-ut", True)]
)
def test_it_clears_by_itself(browser: Browser, hasty: Places, place: str, scripts: bool) -> None:
    """In real time, wherever it is left."""
    with walking(browser, hasty, java_script_enabled=scripts) as visit:
        start_kiosk(visit)
        answer_a_little(visit)
        visit.open(place)
        visit.page.wait_for_url(FRONT, timeout=LONGEST_WAIT)

        assert kept(visit) == {KIOSK}


def test_it_invites_in_every_language_in_turn(browser: Browser, hasty: Places) -> None:
    with walking(browser, hasty, java_script_enabled=False) as visit:
        start_kiosk(visit)
        for language in ("sv", "en", "ar", "fi", "ur", "sv"):
            visit.page.wait_for_url(f"{visit.origin}/{language}/kiosk", timeout=LONGEST_WAIT)
            assert visit.page.locator("html").get_attribute("lang") == language
            assert visit.page.locator(".invites .now").get_attribute("lang") == language


PLACES = (
    "kiosk/personal",
    "kiosk/kvar",
    "",
    "koll/",
    "koll/money_lasts",
    "koll/svar",
    "resultat",
    "resultat/ta-med",
    "resultat/las",
    "resultat/skriv-ut",
    "budget/income",
    "budget/summering",
    "brev/",
    "brev/payment_order",
    "rakna/lan",
    "myndigheter/",
    "kontakter",
    "traffa-oss",
    "om",
    "finns-inte",
)


@pytest.mark.parametrize("language", ["sv", "ur"])
def test_done_can_be_pressed_on_every_page(screen: Walking, language: str) -> None:
    """But on the first, where nobody has said anything."""
    with screen(language) as visit:
        start_kiosk(visit)
        answer_a_little(visit)
        for place in PLACES:
            visit.open(place)
            for size in (NARROW, WIDE):
                visit.page.set_viewport_size(size)  # type: ignore[arg-type]
                button = visit.page.locator("form.done button, .paper-bar form button")
                expect(button).to_be_in_viewport(ratio=1)
                button.click(trial=True)
                assert visit.page.locator("#leave").count() == 0, place
        visit.open("resultat")
        visit.press("form.done button")
        assert visit.page.url == f"{visit.origin}/sv/kiosk"
        assert kept(visit) == {KIOSK}


@pytest.mark.parametrize("printer", ["yes", "no"])
def test_the_sheet_is_offered_where_there_is_a_printer(screen: Walking, printer: str) -> None:
    with screen() as visit:
        start_kiosk(visit, printer)
        answer_a_little(visit)
        visit.open("resultat/ta-med")
        prints = visit.page.locator('main a[href$="/resultat/skriv-ut"]')
        expect(prints).to_have_count(int(printer == "yes"))
        expect(visit.page.locator('a[href$=".pdf"]')).to_have_count(0)


def test_another_screen_forgets_nothing_by_a_link(screen: Walking) -> None:
    with screen() as visit:
        answer_a_little(visit)
        for place in ("kiosk/rensad", "kiosk/kvar"):
            visit.open(place)
            assert visit.place == ""

        assert kept(visit) == {"visit"}
        visit.open("koll/money_lasts")
        expect(visit.page.locator(CHOSEN)).to_have_attribute("value", "often_not")


def test_staff_make_it_an_ordinary_screen_again(screen: Walking) -> None:
    with screen() as visit:
        start_kiosk(visit)
        answer_a_little(visit)
        visit.open("kiosk/personal")
        visit.press('button[name="end"]')
        assert visit.place == ""
        assert kept(visit) == set()
        visit.open("resultat")
        expect(visit.page.locator("h1")).to_have_text("Här finns inget att visa än")
        expect(visit.page.locator("#leave")).to_be_visible()
