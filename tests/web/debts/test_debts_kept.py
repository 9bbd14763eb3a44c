"""What is kept of the list of debts: in the browser, in a file, in a picture; what is damaged falls away."""

from __future__ import annotations

import datetime
import json
import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask

from calculator.debts import LETTERS, MOST_DEBTS, Owed
from content.money import MOST_TYPED
from report.build import build_report
from report.case_format import Setting, as_json, parse_case
from report.library import Library
from tests.conftest import TODAY, Visit
from tests.real_content.test_longest_visit import LARGEST_ALLOWED, longest_visit, size
from tests.visitor import HOME, Visitor
from tests.web.debts.test_debts import LIST, add, words
from tests.web.plan.test_saved_file import saved, take_back
from web.debts.form import debt_form
from web.plan.transfer import picture_of
from web.session import debts as kept_debts
from web.session.reader import plain, read_visit
from web.session.visit import Visit as Kept


def test_it_goes_along_in_a_file_and_comes_back(visit: Visit) -> None:
    visitor, other = visit(), visit()
    add(visitor, kind="card", amount="~1 234,50", last="2026-12-01", letter="collection", rate="12,5", payments="3")
    add(visitor, kind="phone", amount="0", wrong="1", place="gone")
    case = saved(visitor)
    assert case["debts"] == [
        {"kind": "card", "amount": "1234.50", "about": True, "last_day": "2026-12-01", "letter": "collection",
         "parts": 3, "rate_percent": "12.5"},
        {"kind": "phone", "amount": "0.00", "letter_at": "gone", "wrong": True},
    ]  # fmt: skip
    page = visitor.client.get("/sv/spara/min-manad.html", base_url=HOME)
    assert "Mina skulder" in page.text
    take_back(other, page.data)
    assert other.page.address == LIST and saved(other) == case


def test_a_file_with_a_fault_in_its_debts_is_refused_whole(visitor: Visitor) -> None:
    said = take_back(visitor, json.dumps({"debts": [{"kind": "castle", "letter": "love"}]}).encode(), expect=422)
    assert "debts.0.kind" in said and "debts.0.letter" in said and "castle" not in said
    many = {"debts": [{"kind": "card"}] * (MOST_DEBTS + 1)}
    take_back(visitor, json.dumps(many).encode(), expect=422)


def test_the_case_format_answers_with_the_order(library: Library) -> None:
    case = {"debts": [{"kind": "card", "amount": "100", "a_month": "50", "rate_percent": "0"}, {"kind": "rent"},
                      {"kind": "phone", "amount": 30, "wrong": True}]}  # fmt: skip
    asked = parse_case(case, Setting(library, TODAY, "0127", ("sv",)))
    found = as_json(build_report(library, asked.case, TODAY), asked, lambda text: text.swedish)["sums"]["debts"]
    assert found == {
        "total": "130.00", "without_amount": 1,
        "pay": [{"debt": 2, "reason": "home"}, {"debt": 1, "reason": "no_interest"}],
        "contest": [{"debt": 3, "reason": "contest"}],
        "way_out": {"state": "ends", "per_month": "50.00", "months": 2, "short_by": None},
    }  # fmt: skip


def many(seed: int, number: int = MOST_DEBTS) -> tuple[Owed, ...]:
    """Debts with all that can be said of each, in numbers that pack badly."""
    draw = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    kinds = ("home_loan", "student_loan", "parking_charge", "small_loan", "pay_later", "unsure")
    return tuple(
        Owed(
            draw.choice(kinds), MOST_TYPED - draw.randrange(10**8), draw.random() < 0.5,
            datetime.date(2026, 11, 23) + datetime.timedelta(draw.randrange(400)), draw.choice(LETTERS),
            draw.randrange(10**7), draw.randrange(1, 999), Decimal(draw.randrange(10**4)) / 100,
            draw.choice(("home", "mailbox", "my_pages", "gone")), draw.random() < 0.5,
        )
        for _ in range(number)
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_a_whole_list_fits_beside_the_longest_visit(library: Library, seed: int) -> None:
    longest = {**longest_visit(library, seed), "debts": kept_debts.plain(many(seed))}
    assert size(library, longest) <= LARGEST_ALLOWED
    assert read_visit(json.loads(json.dumps(plain(Kept(debts=many(seed))))), library).debts == many(seed)


@pytest.mark.parametrize(
    "row",
    [
        None, [], ["castle"], "card", [["card"]], {"card": 1}, [5],
        ["card", -1, 7, "2026-13-40", "x", 0, "NaN", 3, "q"],
        ["card", True, [], [], [], True, "-1", "moon", True], ["card", 10**20, "love", "", 10**20, 10**6, "1e9"],
    ],
)  # fmt: skip
def test_what_is_damaged_falls_away(library: Library, row: Any) -> None:
    read = kept_debts.read([row, ["phone", 5]], library.calculator.debts)
    assert read[-1] == Owed("phone", 5)
    assert all(debt == Owed("card") for debt in read[:-1])


def test_no_room_in_the_browser_is_told_kindly(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    add(visitor, kind="card", amount="500")
    monkeypatch.setattr("web.session.cookie.LARGEST", 10)
    assert "Skulden fick inte plats. Det du hade sparat är kvar." in add(visitor, expect=422, kind="phone")
    visitor.open(LIST)
    assert "500 kr" in words(visitor) and "Telefon" not in visitor.page.main


def test_the_form_shows_a_debt_as_it_is_read_again(app: Flask) -> None:
    for debt in (*many(1, 5), Owed("card", 0), Owed("card", 5_000, about=True), Owed("phone", rate=Decimal("0"))):
        with app.test_request_context("/sv/"):
            app.preprocess_request()
            form = debt_form(debt)
            assert form.validate() and form.owed == debt


def test_the_picture_leaves_out_the_budget_before_the_debts(app: Flask, library: Library) -> None:
    longest = replace(read_visit(longest_visit(library, 1), library), letters_dates={}, answers={})
    alone = replace(longest, budget={}, own_lines=(), debts=many(2, 4))
    with app.test_request_context("/sv/resultat/ta-med", base_url=HOME):
        app.preprocess_request()
        left_out = [picture_of(one) for one in (alone, replace(longest, debts=many(2, 4)), replace(longest, debts=()))]
    assert [picture and picture.left_out for picture in left_out] == ["", "budget", "budget"]


def test_debts_that_find_no_room_in_a_picture_are_told(app: Flask, library: Library) -> None:
    longest = replace(read_visit(longest_visit(library, 1), library), debts=many(2))
    with app.test_request_context("/sv/resultat/ta-med", base_url=HOME):
        app.preprocess_request()
        picture = picture_of(longest)
    assert picture is not None and picture.left_out == "debts"
