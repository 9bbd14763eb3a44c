"""The kiosk page by page: staff start it, it invites in every language, asks, forgets, and never elsewhere."""

from __future__ import annotations

import re
import time

import pytest

from tests.conftest import Visit
from tests.visitor import HOME, Visitor
from tests.web.classroom.lesson import form_to
from tests.web.reading.events import app_with_events
from web.session import encryption, kiosk_mode

NAME, KIOSK_NAME = "__Host-itid", "__Host-itid-kiosk"


@pytest.fixture
def kiosk(visitor: Visitor) -> Visitor:
    visitor.open("/sv/kiosk")
    visitor.press(form_to(visitor, "/kiosk/personal"), place="other", printer="yes")
    return visitor


def cookie(visitor: Visitor, name: str) -> str:
    kept = visitor.client.get_cookie(name, domain="localhost")
    return kept.value if kept else ""


def refresh(visitor: Visitor, address: str) -> tuple[int, str]:
    """What the page tells the browser to do next: after how many seconds, and where."""
    answer = visitor.client.get(address, base_url=HOME)
    seconds, _, where = answer.headers["Refresh"].partition("; url=")
    return int(seconds), where


def test_before_staff_have_started_it_there_is_only_their_page(visitor: Visitor) -> None:
    visitor.open("/sv/kiosk")
    assert "Refresh" not in visitor.page.response.headers
    form = form_to(visitor, "/kiosk/personal")
    visitor.press(form, expect=422, place="the moon", printer="yes")
    assert cookie(visitor, KIOSK_NAME) == ""


def test_it_invites_in_every_language_in_turn(kiosk: Visitor) -> None:
    codes = list(kiosk.client.application.extensions["languages"].by_code)
    address, seen = f"/{codes[0]}/kiosk", []
    for _ in codes:
        kiosk.language = address.split("/")[1]
        kiosk.direction = kiosk.client.application.extensions["languages"].by_code[kiosk.language].direction
        page = kiosk.open(address)
        seen.append(kiosk.language)
        for code in codes:
            assert any(link == f"/{code}/" for link in page.links())
        seconds, address = refresh(kiosk, address)
        assert 5 <= seconds <= 15
    assert sorted(seen) == sorted(codes) and address == f"/{codes[0]}/kiosk"


@pytest.mark.slow
def test_every_page_asks_without_scripts_and_then_forgets(kiosk: Visitor) -> None:
    kiosk.answer(burden="some", feeling="daily")
    kiosk.result()
    told = re.search(r'<noscript><meta http-equiv="refresh" content="(\d+); url=([^"]+)"', kiosk.page.html)
    assert told is not None and int(told[1]) == kiosk_mode.KIOSK_ASKS
    asked = told[2].replace("&amp;", "&")
    kiosk.open(asked)
    assert "Är du kvar?" in kiosk.page.main
    assert "/sv/resultat" in kiosk.page.links(), "who is there goes on where they were"
    seconds, where = refresh(kiosk, asked)
    assert seconds == kiosk_mode.KIOSK_WAITS
    answer = kiosk.client.get(where, base_url=HOME)
    assert (answer.status_code, answer.location) == (303, "/sv/kiosk")
    assert "cookies" not in answer.headers["Clear-Site-Data"] and "storage" in answer.headers["Clear-Site-Data"]
    kiosk.open("/sv/resultat", expect=404)
    assert cookie(kiosk, KIOSK_NAME) != ""
    kiosk.open("/sv/kiosk")
    assert "Oro för pengar?" in kiosk.page.main


def test_done_is_on_every_page_and_brings_the_next_one(kiosk: Visitor) -> None:
    kiosk.answer(burden="some")
    for address in ("resultat", "koll/svar", "budget/", "brev/", "kontakter", "rakna/", "resultat/ta-med"):
        kiosk.open(f"/sv/{address}")
        buttons = [form for form in kiosk.page.forms() if form.element.get("class") == "done"]
        assert len(buttons) == 1 and "Klar – rensa" in "".join(buttons[0].element.itertext())
    kiosk.press(buttons[0])
    assert kiosk.page.address == "/sv/kiosk"
    kiosk.open("/sv/resultat", expect=404)


def test_no_file_is_offered_where_none_can_be_opened(kiosk: Visitor) -> None:
    kiosk.answer(burden="some")
    for address in ("resultat", "brev/payment_order", "budget/summering", ""):
        kiosk.open(f"/sv/{address}")
        targets = [*kiosk.page.links(), *(form.address for form in kiosk.page.forms())]
        assert not [one for one in targets if re.search(r"\.(pdf|json|xlsx)$|/spara$|/oppna$", one)]


@pytest.mark.parametrize(("printer", "prints"), [("yes", True), ("no", False)])
def test_the_sheet_is_printed_only_where_there_is_a_printer(visitor: Visitor, printer: str, prints: bool) -> None:
    visitor.open("/sv/kiosk")
    visitor.press(form_to(visitor, "/kiosk/personal"), place="other", printer=printer)
    visitor.answer(burden="some")
    visitor.result()
    visitor.follow("/resultat/ta-med")
    assert ("/sv/resultat/skriv-ut" in visitor.page.links()) is prints


def test_the_sheet_on_the_screen_asks_too(kiosk: Visitor) -> None:
    kiosk.answer(burden="some")
    kiosk.open("/sv/resultat")
    seconds, where = refresh(kiosk, "/sv/resultat/skriv-ut")
    assert seconds == kiosk_mode.KIOSK_ASKS
    kiosk.open(where)
    assert "Är du kvar?" in kiosk.page.main


def test_another_screen_is_not_cleared_by_a_link(visitor: Visitor) -> None:
    visitor.answer(burden="some")
    for address in ("kiosk/rensad", "kiosk/kvar"):
        visitor.open(f"/sv/{address}")
    visitor.open("/sv/resultat")
    assert "Refresh" not in visitor.page.response.headers and "http-equiv" not in visitor.page.html


@pytest.mark.parametrize(
    "where", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)", "", "/nowhere"]
)
def test_going_on_never_leads_away(kiosk: Visitor, where: str) -> None:
    page = kiosk.open("/sv/kiosk/kvar", query_string={"fran": where})
    buttons = [one.get("href") for one in page.tree.iter("a") if one.get("class") == "button"]
    assert buttons == ["/sv/"]


def test_staff_end_it(kiosk: Visitor, visit: Visit) -> None:
    kiosk.open("/sv/kiosk/personal")
    kiosk.press(form_to(kiosk, "/kiosk/personal"), button="end")
    assert cookie(kiosk, KIOSK_NAME) == ""
    kiosk.start()
    assert 'class="kiosk"' not in kiosk.page.html


def test_a_cookie_of_another_purpose_makes_no_kiosk(visitor: Visitor) -> None:
    visitor.answer(burden="some")
    visitor.client.set_cookie(KIOSK_NAME, cookie(visitor, NAME), domain="localhost", secure=True)
    visitor.start()
    assert 'class="kiosk"' not in visitor.page.html


def test_who_is_there_goes_on_and_who_is_not_is_forgotten(kiosk: Visitor) -> None:
    assert "/sv/brev/reminder" in kiosk.open("/sv/kiosk/kvar?fran=/sv/brev/reminder").links()
    answer = kiosk.client.get("/sv/kiosk/rensad", base_url=HOME)
    assert (answer.status_code, answer.location) == (303, "/sv/kiosk")


@pytest.mark.parametrize(("place", "named"), [("coming", True), ("other", False)])
def test_the_screen_says_at_which_day_it_stands(visit: Visit, place: str, named: bool) -> None:
    visitor = visit("sv", app_with_events())
    visitor.open("/sv/kiosk")
    visitor.press(form_to(visitor, "/kiosk/personal"), place=place, printer="yes")
    page = visitor.open("/sv/kiosk").main
    assert ("Öppet hus" in page) is named and "Dagens träff" not in page


def test_a_kiosk_stands_for_sixteen_hours_and_no_longer(kiosk: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    began, hour = time.time(), 3600
    monkeypatch.setattr(encryption.time, "time", lambda: began + 16 * hour - 60)
    assert "Refresh" in kiosk.client.get("/sv/kiosk", base_url=HOME).headers, "it invites"
    monkeypatch.setattr(encryption.time, "time", lambda: began + 16 * hour + 60)
    answer = kiosk.client.get("/sv/kiosk", base_url=HOME)
    assert "Refresh" not in answer.headers and "/kiosk/personal" in answer.text, "staff start it again"
