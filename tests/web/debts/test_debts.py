"""The list of debts: typed as people write, kept in the browser, taken along, printed, and gone when it is cleared."""

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
from tests.visitor import HOME, Visitor, paper_text
from tests.web.plan.test_saved_file import saved, take_back
from web.debts.form import debt_form
from web.plan.transfer import picture_of
from web.session import debts as kept_debts
from web.session.reader import plain, read_visit
from web.session.visit import Visit as Kept

LIST, NEW, ADVISER, PAPER = "/sv/skulder", "/sv/skulder/ny", "/sv/skulder/till-radgivaren", "/sv/skulder/min-manad.pdf"
SPACE = "\u00a0"


def add(visitor: Visitor, expect: int = 200, **typed: str) -> str:
    visitor.open(NEW)
    visitor.press(visitor.page.form("kind"), expect=expect, **typed)
    return words(visitor)


def words(visitor: Visitor) -> str:
    return visitor.page.main.replace(SPACE, " ")


def adviser_button(visitor: Visitor, value: str) -> None:
    visitor.press(next(form for form in visitor.page.forms() if form.address == LIST), f"offer={value}")


def test_a_debt_is_typed_as_people_write_and_stands_in_its_place(visitor: Visitor) -> None:
    add(visitor, kind="card", amount="12 000-14 000", rate="19,9 %", a_month="150/vecka")
    said = add(visitor, kind="rent", amount="ca 9.850:-", last="4/12 2026", letter="lease_notice", place="home")
    assert said.index("Hyra eller avgift") < said.index("Kreditkort")
    assert "ungefär 9 850 kr" in said and "ungefär 13 000 kr" in said
    assert "Uppsägning för obetald hyra eller avgift." in said and "Sista dag 4 december 2026" in said
    assert "Tillsammans: 22 850 kr" in said
    assert visitor.page.title == "I tid"


def test_only_the_kind_has_to_be_said(visitor: Visitor) -> None:
    assert "Välj ett av svaren" in add(visitor, expect=422, amount="500")
    said = add(visitor, kind="unsure")
    assert "inget belopp" in said and "1 skuld har inget belopp." in said


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("amount", "mycket"), ("amount", "-5"), ("amount", "99 999 999"), ("last", "i morgon"), ("payments", "0"),
        ("rate", "tolv"), ("a_month", "99999999"), ("letter", "love"), ("kind", "<b>"), ("place", "moon"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_and_kept(visitor: Visitor, field: str, typed: str) -> None:
    visitor.open(NEW)
    visitor.press(visitor.page.form("kind"), expect=422, **{"kind": "phone", field: typed})
    assert visitor.page.status == 422
    visitor.open(LIST)
    assert "Tillsammans" not in visitor.page.main


def test_it_is_changed_and_taken_away(visitor: Visitor) -> None:
    add(visitor, kind="phone", amount="~700", rate="0", wrong="1", payments="2", place="my_pages")
    visitor.open("/sv/skulder/1")
    form = visitor.page.form("kind")
    sent = {name: value for name, value in form.sent().items() if name != "csrf_token"}
    assert {name: "".join(value) for name, value in sent.items()} == {
        "kind": "phone", "amount": "~700", "last": "", "letter": "", "a_month": "",
        "payments": "2", "rate": "0", "place": "my_pages", "wrong": "1",
    }  # fmt: skip
    visitor.press(form, amount="800", wrong=None)
    assert "800 kr" in words(visitor) and "Säg nej till det här" not in visitor.page.main
    visitor.open("/sv/skulder/1")
    visitor.press(next(one for one in visitor.page.forms() if one.address.endswith("/ta-bort")))
    assert "Tillsammans" not in visitor.page.main
    for gone in ("/sv/skulder/1", "/sv/skulder/0", "/sv/skulder/99", ADVISER, PAPER):
        assert visitor.client.get(gone, base_url=HOME).status_code == 302


def test_there_is_a_last_one(visitor: Visitor) -> None:
    for number in range(MOST_DEBTS):
        add(visitor, kind="other", amount=str(100 + number))
    assert "Listan tar 15 skulder. Skriv resten på papper." in words(visitor)
    assert visitor.client.get(NEW, base_url=HOME).status_code == 302
    visitor.open(ADVISER)
    # 15 × 100 + (0 + 1 + … + 14) = 1 500 + 105
    assert "1 605 kr" in words(visitor)


def test_what_the_check_and_the_budget_tell_is_offered_once(visitor: Visitor) -> None:
    visitor.answer(unpaid_now=["rent", "credit"], letters=["collection", "lease_notice"], months_late="one")
    debts = [{"id": "card", "amount": "500", "period": "month"}]
    visitor.budget({"adults": [{"age": 38}], "tenant": True}, {"debts": debts})
    visitor.open(LIST)
    offers = [button.text for button in visitor.page.tree.iter("button") if button.get("name") == "offer"]
    assert offers == ["Hyra eller avgift till föreningen", "Kreditkort", "Inkassokrav", "Annan skuld"]
    adviser_button(visitor, "card-")
    assert visitor.page.form("kind").sent()["a_month"] == ["500"]
    visitor.open(LIST)
    adviser_button(visitor, "rent-lease_notice")
    assert visitor.page.form("kind").sent()["letter"] == ["lease_notice"]
    visitor.open(LIST)
    left = [button.get("value") for button in visitor.page.tree.iter("button") if button.get("name") == "offer"]
    assert left == ["unsure-collection", "other-"]
    visitor.client.post(LIST, base_url=HOME, data={"offer": "unsure-collection"})
    assert visitor.open(LIST).main.count("Inkassokrav") == 1, "somebody else's page adds nothing"


def test_the_way_out_comes_from_the_budget(visitor: Visitor) -> None:
    """10 000 in and 9 000 out before debts: 1 000 a month for 6 500 is seven months."""
    budget = {
        "income": [{"id": "pay", "amount": "10000", "period": "month"}],
        "costs": [{"id": "rent", "amount": "9000", "period": "month"}],
        "debts": [{"id": "card", "amount": "1500", "period": "month"}],
    }
    visitor.start()
    visitor.budget({"adults": [{"age": 38}], "tenant": True}, budget)
    add(visitor, kind="card", amount="6500", rate="0")
    said = add(visitor, kind="phone", amount="90000", wrong="1")
    assert "Minst 7 månader" in said and "Det är en uträkning, inget löfte." in said
    assert "Det du säger nej till är inte med." in said
    assert "Din budget har tomma delar." in said, "nothing is written about food or power"


def test_nothing_left_leads_to_somebody_to_call(visitor: Visitor) -> None:
    budget = {
        "income": [{"id": "pay", "amount": "9000", "period": "month"}],
        "costs": [{"id": "rent", "amount": "9000", "period": "month"}],
    }
    visitor.start()
    visitor.budget({"adults": [{"age": 38}], "tenant": True}, budget)
    said = add(visitor, kind="card", amount="6500")
    assert "Budgeten har inget kvar till skulder" in said and "Minst" not in said
    assert "Fråga om skuldsanering." in said and "Ring" in said


def test_the_page_for_the_adviser_has_swedish_beside(visit: Visit) -> None:
    visitor = visit("en")
    visitor.open("/en/skulder/ny")
    visitor.press(visitor.page.form("kind"), kind="rent", letter="lease_notice", place="gone", last="2026-12-04")
    visitor.open("/en/skulder/till-radgivaren")
    said = words(visitor)
    assert "Rent, or fee to the housing association Hyra eller avgift till föreningen" in said
    assert "Jag har det inte kvar" in said and "Jag talar engelska." in said and "Din budget" in said


def test_another_language_keeps_what_was_typed(visitor: Visitor) -> None:
    visitor.open(NEW)
    sent = {**visitor.page.form("kind").sent(), "kind": "card", "amount": "1 200", "speech": "en"}
    answer = visitor.client.post("/en/skulder/ny", base_url=HOME, data=sent)
    assert answer.status_code == 200 and 'value="1 200"' in answer.text


@pytest.mark.slow
def test_it_is_printed_alone_and_with_the_sheet(visitor: Visitor) -> None:
    add(visitor, kind="rent", amount="ca 12000", last="2026-12-04", letter="lease_notice", place="home")
    alone = paper_text(visitor.client.get(PAPER, base_url=HOME).data).replace(SPACE, " ")
    assert "Hyra eller avgift till föreningen" in alone and "~12 000 kr" in alone and "Ta med om du kan" in alone
    assert "4 december 2026" in alone and "Hemma, på papper" in alone
    visitor.answer(feeling="daily", happened=["close_decides"])
    visitor.result()
    sheet = visitor.sheet_text().replace(SPACE, " ")
    assert "Mina skulder" in sheet and "~12 000 kr" in sheet


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


def test_clearing_takes_the_list(visitor: Visitor) -> None:
    add(visitor, kind="card", amount="500")
    visitor.open("/sv/rensa")
    visitor.press(next(form for form in visitor.page.forms() if form.address.endswith("/rensa")))
    visitor.open(LIST)
    assert "500" not in visitor.page.main and "Lägg till en skuld" in visitor.page.main


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
    longest = replace(read_visit(longest_visit(library, 1), library), debts=many(2))
    with app.test_request_context("/sv/resultat/ta-med", base_url=HOME):
        app.preprocess_request()
        whole, debts = picture_of(replace(longest, budget={}, own_lines=())), picture_of(longest)
        none = picture_of(replace(longest, answers={}, letters_dates={}, household=None, budget={}, own_lines=()))
    assert none is not None and none.left_out == ""
    assert debts is not None and debts.left_out == "debts"
    assert whole is not None and whole.left_out == "debts"
