"""A page has one name: in the menu, in its own heading, and in the browser."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.conftest import Visit
from tests.page import Page
from tests.visitor import Visitor
from web.names import KIOSK_MENU, MENU, NAMES

SIX = 6
OF_ITS_OWN = {"letters.every", "check.who", "results.result", "budget.household", "start.ask_to_clear"}
"""Pages that begin with a question or with what was answered: the name is theirs in every link."""


def address_of(app: Flask, endpoint: str, code: str = "sv") -> str:
    (rule,) = (rule for rule in app.url_map.iter_rules(endpoint) if "GET" in (rule.methods or ()))
    return rule.rule.replace("<lang>", code)


def menu_of(page: Page) -> dict[str, str]:
    """Address → words of the links of the menu in the foot."""
    (foot,) = page.tree.iter("footer")
    (menu,) = (part for part in foot.iter("nav"))
    return {link.get("href", ""): " ".join("".join(link.itertext()).split()) for link in menu.iter("a")}


@pytest.mark.parametrize("endpoint", sorted(set(NAMES) - OF_ITS_OWN))
def test_a_page_says_its_own_name(app: Flask, visitor: Visitor, endpoint: str) -> None:
    page = visitor.open(address_of(app, endpoint))
    assert page.h1 == NAMES[endpoint]
    assert page.title.startswith((NAMES[endpoint], "I tid"))


def test_the_menu_has_six_words(app: Flask, visitor: Visitor) -> None:
    wanted = {address_of(app, endpoint): NAMES[endpoint] for endpoint in MENU}
    assert len(MENU) == len(KIOSK_MENU) == len(wanted) == SIX
    for address in ("/sv/", "/sv/kontakter", "/sv/brev/court", "/sv/koll/", "/sv/nowhere"):
        page = visitor.open(address, expect=404 if address.endswith("nowhere") else 200)
        assert menu_of(page) == wanted


def test_a_link_to_a_page_says_its_name(app: Flask, visitor: Visitor) -> None:
    """On the pages that lead on: the start, the menu and About."""
    named = {address_of(app, endpoint): name for endpoint, name in NAMES.items()}
    doors = {"/sv/brev/": "Jag har fått ett brev", "/sv/kontakter": "Ring någon nu"}
    for address in ("/sv/", "/sv/om"):
        page = visitor.open(address)
        for link in page.tree.iter("a"):
            to, words = link.get("href", ""), " ".join("".join(link.itertext()).split())
            if to in named and not link.get("hreflang"):
                assert words.startswith((named[to], doors.get(to, named[to]))), f"{words!r} leads to {to}"


def test_every_page_can_be_reached(app: Flask, visit: Visit) -> None:
    visitor = visit()
    found = {link for address in ("/sv/", "/sv/om") for link in visitor.open(address).links()}
    reached = found | {link for address in ("/sv/budget/summering",) for link in visitor.open(address).links()}
    # The plan is reached through the check, and clearing stands in every foot.
    assert {address_of(app, endpoint) for endpoint in NAMES} - reached <= {"/sv/resultat"}


def test_the_three_numbers_stand_on_every_page(visitor: Visitor) -> None:
    for address in ("/sv/", "/sv/koll/", "/sv/budget/income", "/sv/klass/", "/sv/rakna/"):
        page = visitor.open(address)
        bars = [nav for nav in page.tree.iter("nav") if "sos-bar" in nav.get("class", "")]
        said = [" ".join("".join(link.itertext()).split()) for bar in bars for link in bar.iter("a")]
        assert said == ["112 Fara", "90101 Svåra tankar", "1177 Vård"]


def test_the_way_out_is_explained_once(visitor: Visitor) -> None:
    page = visitor.open("/sv/")
    assert page.text.count("Shift tre gånger") == 1
    assert "Shift tre gånger" not in visitor.open("/sv/kontakter").text
