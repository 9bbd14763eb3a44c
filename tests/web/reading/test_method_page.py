"""`/sa-raknar-vi`: every rule, figure and source of the content stands there, and how it stands today."""

from __future__ import annotations

import datetime
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from calculator.figure import Figure
from report.library import Library
from tests.page import Page
from tests.shown_text import words
from tests.visitor import Visitor
from web.reading.pages import stretches


def flat(words: str) -> str:
    """Words as `Page.main` gives them: no-break spaces and line ends are single spaces."""
    return " ".join(words.split())


def test_every_rule_stands_with_its_name_level_and_sources(visitor: Visitor, library: Library) -> None:
    page = visitor.open("/sv/sa-raknar-vi")
    citations = {source.id: source.citation for source in library.questions.book.sources}
    for rule in library.questions.book.rules:
        shown = words(_by_id(page, f"rule-{rule.key}"))
        assert flat(rule.name.swedish) in shown and f"nivå {rule.level}" in shown
        assert all(flat(citations[source]) in shown for source in rule.sources), rule.key


def test_a_rule_says_which_answers_it_needs_in_their_own_words(visitor: Visitor, library: Library) -> None:
    page = visitor.open("/sv/sa-raknar-vi")
    shown = words(_by_id(page, "rule-payment_order_unanswered_silent"))
    letters = library.questions.questionnaires["adult"].by_id["letters"]
    answered = library.questions.questionnaires["adult"].by_id["answered"]
    assert "Allt det här stämmer:" in shown
    for said in (letters.title, letters.by_id["payment_order"].label, answered.title, answered.by_id["no"].label):
        assert flat(said.swedish) in shown
    assert "inget svar" in shown


def test_every_source_that_has_an_address_is_linked(visitor: Visitor, library: Library) -> None:
    page = visitor.open("/sv/sa-raknar-vi")
    links = {link.get("href") for link in page.tree.iter("a")}
    used = {source for rule in library.questions.book.rules for source in rule.sources}
    addresses = {one.url for one in library.questions.book.sources if one.id in used}
    assert {address for address in addresses if address.startswith("https://")} <= links
    assert {value.link for figure in library.calculator.figures.values() for value in figure.values} <= links
    assert {note.link for note in library.calculator.notes} <= links


def test_every_number_of_every_figure_stands_there(visitor: Visitor, library: Library) -> None:
    page = visitor.open("/sv/sa-raknar-vi")
    for figure in library.calculator.figures.values():
        shown = words(_by_id(page, f"figure-{figure.id}"))
        for value in figure.values:
            for number in (value.table or {"": value.amount}).values():
                assert f"{number:,}".replace(",", " ").replace(".", ",") in shown, (figure.id, number)
            assert flat(value.source) in shown and str(value.from_.year) in shown


def test_food_for_a_grown_up_is_the_published_sum(visitor: Visitor) -> None:
    """Konsumentverket's household costs of 2026: food at home, 25 to 50 years."""
    shown = words(_by_id(visitor.open("/sv/sa-raknar-vi"), "figure-food_at_home"))
    assert "25–50 år 2 730 kr" in shown
    assert "läst i andra hand – inte kontrollerat hos källan" in shown


def test_all_that_is_unchecked_is_listed(visitor: Visitor, library: Library) -> None:
    shown = _after(visitor.open("/sv/sa-raknar-vi"), "unsure")
    for figure in library.calculator.figures.values():
        if any(value.confidence in ("second_hand", "seen_news", "known") for value in figure.values):
            assert flat(figure.name.swedish) in shown
    assert "Nödnumret 112: läst i en nyhet" in shown
    assert "Den blev ungefär 20 procent lägre än förut" in shown


def test_cuts_periods_and_blocks(visitor: Visitor, library: Library) -> None:
    page = visitor.open("/sv/sa-raknar-vi")
    shown = flat(page.main)
    assert "Vuxna 5 12 34" in shown and "Unga 4 9 25" in shown
    assert "365/84" in shown and "365/12 dagar" in shown
    assert flat(library.questions.book.cuts_note.swedish) in shown
    for block in library.advice.blocks:
        assert _by_id(page, f"advice-{block.id}") is not None
        assert all(flat(source) in shown for source in block.sources)


FIGURE = Figure.model_validate(
    {
        "id": "a",
        "name": "Ett belopp",
        "unit": "kr/month",
        "yearly": True,
        "values": tuple(
            {
                "from": datetime.date(year, 1, 1),
                "amount": 100,
                "source": "En lag",
                "link": "https://example.org",
                "checked": datetime.date(year, 1, 1),
                "confidence": "law",
            }
            for year in (2025, 2026)
        ),
    }
)


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (datetime.date(2024, 6, 1), ["coming", "coming"]),
        (datetime.date(2025, 12, 31), ["valid", "coming"]),
        (datetime.date(2026, 1, 1), ["replaced", "valid"]),
        (datetime.date(2027, 1, 1), ["replaced", "ended"]),
    ],
)
def test_on_each_side_of_the_new_year(day: datetime.date, states: list[str]) -> None:
    assert [one.state for one in stretches(FIGURE, day)] == states
    assert [one.until for one in stretches(FIGURE, day)] == [
        datetime.date(2025, 12, 31),
        datetime.date(2026, 12, 31),
    ]


def test_the_page_says_so_when_a_figure_has_ended(app: Flask, visitor: Visitor) -> None:
    before = app.config["TODAY"]
    app.config["TODAY"] = datetime.date(2027, 1, 1)
    try:
        food = words(_by_id(visitor.open("/sv/sa-raknar-vi"), "figure-food_at_home"))
    finally:
        app.config["TODAY"] = before
    assert "Har slutat gälla" in food and "Gäller i dag" not in food


def _by_id(page: Page, name: str) -> Element:
    return next(element for element in page.tree.iter() if element.get("id") == name)


def _after(page: Page, name: str) -> str:
    """The words of the part of the page that is labelled by this heading."""
    part = next(one for one in page.tree.iter("section") if one.get("aria-labelledby") == name)
    return words(part)
