"""Visits of every earlier format, and damaged ones: what is not known falls away, and no page ends in a fault."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st

from report.build import build_report
from report.library import Library, load_library
from tests.conftest import TODAY, Visit
from tests.visitor import HOME, Visitor
from tests.web.classroom.lesson import form_to
from tests.web.session.older import VISITS, packed_as_before
from web.plan import transfer
from web.session import cookie
from web.session.as_case import case_of
from web.session.encryption import Encrypted
from web.session.reader import plain, read_visit

COOKIE = "__Host-itid"
LIBRARY = load_library()
PAGES = (
    "", "koll/", "koll/vilka", "koll/letters", "koll/svar", "resultat", "resultat/ta-med", "resultat/las", "budget/",
    "budget/home", "budget/summering", "budget/tank-om", "spara", "brev/payment_order", "brev/collection", "klass/",
    "sena-rakningar", "spara/min-manad.json",
)  # fmt: skip


def put(visitor: Visitor, text: str) -> None:
    visitor.client.set_cookie(COOKIE, text, domain="localhost", secure=True)


@pytest.mark.parametrize("name", VISITS)
def test_what_is_kept_of_an_older_visit(library: Library, name: str) -> None:
    older = VISITS[name]
    read = read_visit(older["session"]["visit"], library)
    assert plain(read) == older["kept"]
    assert read_visit(json.loads(json.dumps(older["kept"])), library) == read, "what is written is read the same"


@pytest.mark.parametrize("name", VISITS)
def test_an_older_visit_opens_on_every_page(visitor: Visitor, name: str) -> None:
    put(visitor, packed_as_before(VISITS[name]["session"], cookie.PURPOSE))
    for place in PAGES:
        assert visitor.client.get(f"/sv/{place}", base_url=HOME).status_code in (200, 302, 303, 404)
    assert visitor.open("/sv/resultat").status == 200


def test_an_older_link_opens_on_the_phone(visitor: Visitor) -> None:
    kept = VISITS["3-dates-of-letters"]["session"]["visit"]
    visitor.open("/sv/med")
    visitor.press(form_to(visitor, "/med"), carried=packed_as_before(kept, transfer.PURPOSE))
    assert visitor.page.address == "/sv/resultat"


def test_a_class_of_an_older_visit_is_over(visitor: Visitor) -> None:
    """It ended with its room, and its words in the visit's cookie are of no use to anybody."""
    put(visitor, packed_as_before(VISITS["3-dates-of-letters"]["session"], cookie.PURPOSE))
    visitor.open("/sv/klass/")
    assert visitor.client.get("/sv/klass/fjarr", base_url=HOME).status_code == 404


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8) | st.just("month"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=6,
)


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to every part of a value."""
    yield way
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from places(one, (*way, key))


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """A visit of any format with up to four of its parts gone, renamed or replaced by something else."""
    visit = copy.deepcopy(VISITS[draw(st.sampled_from(sorted(VISITS)))]["session"]["visit"])
    for _ in range(draw(st.integers(1, 4))):
        way = draw(st.sampled_from(list(places(visit))))
        if not way:
            return draw(JSON)
        whole = visit
        for key in way[:-1]:
            whole = whole[key]
        how = draw(st.sampled_from(("gone", "renamed", "replaced")))
        if how == "replaced" or isinstance(whole, list):
            whole[way[-1]] = draw(JSON)
        else:
            value = whole.pop(way[-1])
            whole.update({draw(st.text(max_size=8)): value} if how == "renamed" else {})
    return visit


@given(damaged())
@settings(max_examples=200)
def test_of_a_damaged_visit_the_rest_is_read(kept: Any) -> None:
    read = read_visit(kept, LIBRARY)
    assert read_visit(json.loads(json.dumps(plain(read))), LIBRARY) == read


@pytest.mark.slow
def test_200_damaged_visits_open_without_a_fault(app: Flask, visit: Visit) -> None:
    encrypted: Encrypted = app.session_interface.encrypted  # type: ignore[attr-defined]
    opened = []

    @given(damaged(), st.sampled_from(PAGES))
    @settings(max_examples=200, database=None)
    def opens(kept: Any, place: str) -> None:
        browser = app.test_client()
        text = encrypted.encrypt({"visit": kept}, cookie.time.time())
        browser.set_cookie(COOKIE, text, domain="localhost", secure=True)
        with browser:
            assert browser.get(f"/sv/{place}", base_url=HOME).status_code < 500
            build_report(LIBRARY, case_of(cookie.read()), TODAY)
        opened.append(place)

    opens()
    assert len(opened) >= 200
