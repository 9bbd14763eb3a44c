"""The pages to read: they open in every language, and what they say about privacy follows the settings."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from tests.conftest import Visit
from tests.page import Page
from tests.visitor import Visitor
from web.version import version

ADDRESSES = ("kontakter", "om", "sa-raknar-vi", "integritet", "tillganglighet", "flode")
NOT_FOR_TRANSLATORS = {"code", "cite", "bdi", "svg", "time"}
CODES = ("seen_page", "seen_news", "second_hand", "kr/month", "two_weeks", "urgent", "partial")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("code", ["sv", "en", "xr"])
def test_each_page_opens_in_each_language(visit: Visit, code: str, address: str) -> None:
    visit(code).open(f"/{code}/{address}")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_word_was_given_to_the_translators(visit: Visit, address: str) -> None:
    page = visit("xx").open(f"/xx/{address}")
    left = [text for text in _unbracketed(page.tree.find(".//main")) if any(letter.isalpha() for letter in text)]
    assert left == []


def _unbracketed(element: Element | None) -> Iterator[str]:
    """What stands outside brackets, apart from names, sources and Swedish sentences that stay as they are."""
    inside, left = 0, ""
    for piece in _pieces(element):
        for letter in piece:
            inside += (letter == "⟦") - (letter == "⟧")
            left += letter if not inside and letter not in "⟦⟧" else ""
        left += "\n" if not inside else ""
    yield from (line.strip() for line in left.splitlines() if line.strip())


def _pieces(element: Element | None) -> Iterator[str]:
    if element is None:
        return
    kept = element.tag in NOT_FOR_TRANSLATORS or element.get("lang") or element.get("dir") == "ltr"
    if not kept:
        yield element.text or ""
        for child in element:
            yield from _pieces(child)
            yield child.tail or ""


@pytest.mark.parametrize("address", ADDRESSES[:-1])
def test_no_code_of_the_files_is_shown_as_a_word(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"/sv/{address}")
    shown = [word for element, text in _outside_code(page) for word in text.split()]
    assert [code for code in CODES if code in shown] == []


def _outside_code(page: Page) -> Iterator[tuple[Element, str]]:
    for element in page.tree.find(".//main").iter():  # type: ignore[union-attr]
        if element.tag != "code" and element.text:
            yield element, element.text


def test_times_are_those_of_the_settings(app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "på 2 timmar. Efter högst 12 timmar" in visitor.open("/sv/integritet").main
    kiosk = app.extensions["itid_settings"].model_copy(update={"idle_minutes": 3})
    monkeypatch.setitem(app.extensions, "itid_settings", kiosk)
    assert "på 3 minuter. Efter högst 12 timmar" in visitor.open("/sv/integritet").main


def test_it_says_what_cannot_be_promised(visitor: Visitor) -> None:
    shown = visitor.open("/sv/integritet").main
    for words in ("i minnet", "IP-adress", "historik", "allmän handling", "utan att säga vem du är", "PDF"):
        assert words in shown


def test_a_demo_without_encryption_is_admitted(app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    demo = app.extensions["itid_settings"].model_copy(update={"demo_http": True})
    assert "utan kryptering på vägen" not in visitor.open("/sv/integritet").main
    monkeypatch.setitem(app.extensions, "itid_settings", demo)
    assert "utan kryptering på vägen" in visitor.open("/sv/integritet").main


def test_the_about_page_says_the_version_and_the_licence(visitor: Visitor) -> None:
    shown = visitor.open("/sv/om").main
    assert f"version {version()}" in shown and "EUPL-1.2" in shown
