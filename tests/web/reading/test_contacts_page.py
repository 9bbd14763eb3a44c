"""`/kontakter`: everybody one can turn to, and no number that nobody has seen."""

from __future__ import annotations

import datetime
from dataclasses import replace
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from advice.contacts import Directory
from advice.place import Contact, Municipality, Opening
from content.text import Text
from report.library import Library
from tests.conftest import Visit
from tests.page import Page
from tests.shown_text import words
from tests.visitor import Visitor
from web.i18n.languages import use_language
from web.reading.opening import open_now
from web.reading.pages import grouped


def flat(words: str) -> str:
    """Words as `Page.main` gives them: no-break spaces and line ends are single spaces."""
    return " ".join(words.split())


def test_everybody_stands_on_the_page_once(visitor: Visitor, app: Flask) -> None:
    page = visitor.open("/sv/kontakter")
    directory = app.extensions["itid_library"].advice.directories["0127"]
    cards = [words(card) for card in page.tree.iter("h3")]
    for contact in directory.by_id.values():
        assert cards.count(flat(contact.name.swedish)) == 1, contact.id


def test_a_number_that_was_not_seen_is_replaced_by_the_centres(visitor: Visitor) -> None:
    page = visitor.open("/sv/kontakter")
    card = _card(page, "Budget- och skuldrådgivningen i Botkyrka")
    assert "08-530 610 00" in words(card)
    assert "via Botkyrka kommuns medborgarcenter" in words(card)


def test_a_number_of_the_press_office_is_never_shown(visitor: Visitor) -> None:
    assert "694 94" not in flat(visitor.open("/sv/kontakter").main)


def test_unchecked_numbers_are_named_but_112_is_not(visitor: Visitor) -> None:
    page = visitor.open("/sv/kontakter")
    said = " ".join(words(p) for p in page.tree.iter("p") if "unsure" in p.get("class", ""))
    assert "Vi har inte kontrollerat de här numren" in said
    assert "Försäkringskassan" in said and "Budget- och skuldrådgivningen" in said
    assert "Nödnumret 112" not in said and "Din bank" not in said


def test_the_sentence_for_an_interpreter_is_swedish_in_every_language(visit: Visit) -> None:
    page = visit("en").open("/en/kontakter")
    said = [p for p in page.tree.iter("p") if p.get("class") == "say"]
    assert [p.get("lang") for p in said] == ["sv"]
    assert "Jag behöver tolk. Jag talar engelska." in "".join(said[0].itertext())


def test_a_contact_that_no_group_names_comes_last() -> None:
    """Another municipality may have a contact of a kind that is not known here."""
    directory = Directory.of([_contact("moon"), _contact("police")], _municipality(_contact("library_here")))
    found = [(name, [one.id for one in members]) for name, _, members in grouped(directory)]
    assert found == [("local", ["library_here"]), ("now", ["police"]), ("more", ["moon"])]


def test_one_s_own_municipality_stands_first_then_the_county_then_the_country_by_need(visitor: Visitor) -> None:
    page = visitor.open("/sv/kontakter")
    order = [one.get("id") for one in page.tree.iter("h2") if one.get("id")]
    assert order[:3] == ["local", "now", "home"] and order[-2:] == ["interpreter", "partners"]
    assert "more" not in order, "each contact of the country stands under a need"
    of_county = _contact("county_adviser").model_copy(update={"county": True})
    directory = Directory.of([_contact("police")], _municipality(_contact("library_here"), of_county))
    found = [(name, [one.id for one in members]) for name, _, members in grouped(directory)]
    assert found == [("local", ["library_here"]), ("county", ["county_adviser"]), ("now", ["police"])]


@pytest.mark.parametrize(
    ("code", "clock", "said"),
    [
        ("sv", "2026-11-23T12:00", ("Öppnar i dag klockan 21", "Öppet nu")),
        ("sv", "2026-11-23T23:30", ("Öppet nu, till klockan 6", "Öppet nu")),
        ("en", "2026-11-23T12:00", ("Opens today at 21", "Open now")),
    ],
)
def test_open_now_is_said_of_hours_that_were_seen(
    visit: Visit, app: Flask, monkeypatch: pytest.MonkeyPatch, code: str, clock: str, said: tuple[str, str]
) -> None:
    night, always = said
    moment = datetime.datetime.fromisoformat(clock).replace(tzinfo=ZoneInfo("Europe/Stockholm"))
    monkeypatch.setitem(app.config, "NOW", int(moment.timestamp()))
    page = visit(code).open(f"/{code}/kontakter")
    cards = [words(card) for card in page.tree.iter("li") if card.get("class") == "contact"]
    assert sum(night in card for card in cards) == 2, "the two lines of the night"
    assert sum(always in card for card in cards) == (3 if "nu, till" in night else 1)
    kronofogden = next(card for card in cards if "0771-73 73 00" in card.replace("\u00a0", " "))
    assert "Öpp" not in kronofogden and "Open" not in kronofogden, "its hours were seen on a copy only"


def test_an_office_says_which_day_it_opens(app: Flask, library: Library) -> None:
    """Hours of an office that were seen: on a Friday evening it opens on Monday."""
    office = Opening(
        days=("mon", "tue", "wed", "thu", "fri"),
        opens=datetime.time(9),
        closes=datetime.time(16, 30),
        confidence="seen_page",
    )
    contact = _contact("office").model_copy(update={"opening": office})
    said = {}
    with app.test_request_context(), use_language("sv", app.extensions["languages"]):
        for clock in ("2026-11-27T17:00", "2026-11-27T10:00", "2026-11-27T08:00"):
            said[clock[-5:]] = open_now([contact], datetime.datetime.fromisoformat(clock))["office"]
    assert said == {
        "17:00": "Öppnar måndag klockan 9",
        "10:00": "Öppet nu, till klockan 16.30",
        "08:00": "Öppnar i dag klockan 9",
    }


def test_no_paper_says_now(visitor: Visitor) -> None:
    visitor.answer(money_lasts="often_not", feeling="worried")
    visitor.open("/sv/resultat")
    assert "Öppet nu" not in visitor.sheet_text()
    page = visitor.open("/sv/kontakter")
    shown = [one for one in page.tree.iter("p") if words(one).startswith(("Öppet", "Öppnar"))]
    assert shown and all("not-printed" in one.get("class", "") for one in shown)


def test_another_municipality_has_its_own_page(app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    library, settings = app.extensions["itid_library"], app.extensions["itid_settings"]
    place = _municipality(_contact("centre", name="Växeln i Provby", phone="0999-12 34 56"))
    directory = Directory.of(library.advice.national, place)
    advice = replace(library.advice, municipalities={"9999": place}, directories={"9999": directory})
    monkeypatch.setitem(app.extensions, "itid_library", replace(library, advice=advice))
    monkeypatch.setitem(app.extensions, "itid_settings", settings.model_copy(update={"municipality": "9999"}))
    for address in ("kontakter", "om", "integritet", "tillganglighet"):
        text = visitor.open(f"/sv/{address}").text
        assert "Provby" in text and "Botkyrka" not in text


def _card(page: Page, name: str) -> Element:
    cards = (one for one in page.tree.iter("li") if one.get("class") == "contact")
    return next(card for card in cards if words(next(card.iter("h3"))) == name)


def _contact(name_id: str, name: str = "Någon", phone: str = "0999-11 11 11") -> Contact:
    return Contact(
        id=name_id,
        name=Text(name, f"test.{name_id}.name"),
        what=Text("Hjälper.", f"test.{name_id}.what"),
        phone=phone,
        confidence="seen_page",
        source="test",
        checked=datetime.date(2026, 1, 1),
    )


def _municipality(*contacts: Contact) -> Municipality:
    """An invented place. The ones that advice names but it has not are left to the tests of advice."""
    named = ("debt_adviser", "social_services", "social_emergency", "housing_company", "contact_centre")
    have = {contact.id for contact in contacts}
    more = (
        () if "library_here" in have else tuple(_contact(one, "Hjälpen i Provby") for one in named if one not in have)
    )
    return Municipality(
        code="9999",
        name="Provby kommun",
        short="Provby",
        url="https://provby.example",
        contact_centre=contacts[0].id,
        contacts=(*contacts, *more),
    )
