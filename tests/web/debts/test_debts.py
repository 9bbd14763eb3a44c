"""The list of debts: typed as people write, kept in the browser, taken along, printed, and gone when it is cleared."""

from __future__ import annotations

from typing import Any

import pytest

from calculator.debts import MOST_DEBTS
from tests.conftest import Visit
from tests.visitor import HOME, Visitor, paper_text

LIST, NEW, ADVISER, PAPER = "/sv/skulder", "/sv/skulder/ny", "/sv/skulder/till-radgivaren", "/sv/skulder/min-manad.pdf"
SPACE = "\u00a0"


def add(visitor: Visitor, expect: int = 200, **typed: str) -> str:
    visitor.open(NEW)
    visitor.press(visitor.page.form("kind"), expect=expect, **typed)
    return words(visitor)


def words(visitor: Visitor) -> str:
    return visitor.page.main.replace(SPACE, " ")


def offer_buttons(visitor: Visitor) -> list[Any]:
    return [button for button in visitor.page.tree.iter("button") if button.get("name") == "offer"]


def take(visitor: Visitor, value: str) -> None:
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
    offers = ["".join(button.itertext()) for button in offer_buttons(visitor)]
    assert offers == ["Hyra eller avgift till föreningen", "Kreditkort", "Inkassokrav", "Annan skuld"]
    take(visitor, "card-")
    assert visitor.page.form("kind").sent()["a_month"] == ["500"]
    visitor.open(LIST)
    take(visitor, "rent-lease_notice")
    assert visitor.page.form("kind").sent()["letter"] == ["lease_notice"]
    visitor.open(LIST)
    left = [button.get("value") for button in offer_buttons(visitor)]
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


def test_clearing_takes_the_list(visitor: Visitor) -> None:
    add(visitor, kind="card", amount="500")
    visitor.open("/sv/rensa")
    visitor.press(next(form for form in visitor.page.forms() if form.address.endswith("/rensa")))
    visitor.open(LIST)
    assert "500" not in visitor.page.main and "Lägg till en skuld" in visitor.page.main


def test_the_sum_of_the_way_out_begins_with_the_list(visitor: Visitor) -> None:
    add(visitor, kind="card", amount="6500", rate="19,90", a_month="300")
    add(visitor, kind="phone", amount="900", wrong="1")
    add(visitor, kind="loan", amount="40000", payments="80")
    visitor.open("/sv/rakna/bli-skuldfri")
    assert "Det här är ifyllt från din lista med skulder." in visitor.page.main
    sent = {name: "".join(value) for name, value in visitor.page.form("per_month").sent().items()}
    assert {name: text.replace(SPACE, " ") for name, text in sent.items() if name.startswith("debts")} == {
        "debts-0-balance": "6 500", "debts-0-nominal_rate_percent": "19,9", "debts-0-minimum": "300",
        "debts-1-balance": "40 000", "debts-1-nominal_rate_percent": "", "debts-1-minimum": "500",
    }  # fmt: skip
