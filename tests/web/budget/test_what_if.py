"""Two budgets side by side, and the budget that is left as it is."""

from __future__ import annotations

import pytest

from tests.conftest import Visit
from tests.page import Form
from tests.visitor import Visitor

SPACE = "\u00a0"
BUDGET = {
    "income": [{"id": "pay", "amount": "20000", "period": "month"}],
    "costs": [
        {"id": "rent", "amount": "9000", "period": "month"},
        {"id": "subscriptions", "amount": "300", "period": "month"},
        {"id": "gym", "amount": "4800", "period": "year"},
    ],
    "debts": [{"id": "card", "amount": "1000", "period": "month"}],
}


@pytest.fixture
def at_the_page(visit: Visit) -> Visitor:
    visitor = visit()
    visitor.start()
    visitor.budget(None, BUDGET)
    visitor.follow("/tank-om")
    return visitor


def form(visitor: Visitor) -> Form:
    return next(one for one in visitor.page.forms() if one.address.endswith("/tank-om"))


def rows(visitor: Visitor) -> list[list[str]]:
    table = next(one for one in visitor.page.tree.iter("table") if one.get("id") == "side-by-side")
    body = table.find("tbody")
    assert body is not None
    cells = [["".join(cell.itertext()).replace(SPACE, " ").strip() for cell in row] for row in body.iter("tr")]
    return [row[1:] for row in cells]


def test_before_anything_is_changed_both_are_alike(at_the_page: Visitor) -> None:
    assert rows(at_the_page) == [
        ["20 000 kr", "20 000 kr", "–"], ["9 700 kr", "9 700 kr", "–"], ["1 000 kr", "1 000 kr", "–"],
        ["10 300 kr", "10 300 kr", "–"], ["9 300 kr", "9 300 kr", "–"],
    ]  # fmt: skip


def test_a_lost_job_first_asks_for_a_guess(at_the_page: Visitor) -> None:
    """80 percent of 20 000 is 16 000."""
    page = at_the_page.press(form(at_the_page), button="scenario=job")
    assert rows(at_the_page)[0] == ["20 000 kr", "20 000 kr", "–"]
    assert page.form("guess").sent()["guess"][0].replace(SPACE, " ") == "16 000"
    words = page.main.replace(SPACE, " ")
    assert "80 procent av lönen" in words and "34 000 kr i lön före skatt" in words
    assert "Lag (2024:506) om arbetslöshetsförsäkring" in words
    at_the_page.press(page.form("guess"), button="scenario=job")
    assert rows(at_the_page)[0] == ["20 000 kr", "16 000 kr", "−4 000 kr"]
    assert rows(at_the_page)[4] == ["9 300 kr", "5 300 kr", "−4 000 kr"]


@pytest.mark.parametrize("typed", ["", "vet inte"])
def test_nothing_is_counted_as_nought_without_a_word(at_the_page: Visitor, typed: str) -> None:
    page = at_the_page.press(form(at_the_page), button="scenario=job")
    at_the_page.press(page.form("guess"), button="scenario=job", expect=422, guess=typed)
    assert rows(at_the_page)[0] == ["20 000 kr", "20 000 kr", "–"]


def test_a_long_illness_asks_too_and_has_no_rule_of_thumb(at_the_page: Visitor) -> None:
    page = at_the_page.press(form(at_the_page), button="scenario=sick")
    assert "guess" not in {name for name, value in page.form("guess").sent().items() if value != [""]}
    assert "Fråga Försäkringskassan" in page.main.replace("\u00ad", "")
    at_the_page.press(page.form("guess"), button="scenario=sick", guess="15 500")
    assert rows(at_the_page)[0] == ["20 000 kr", "15 500 kr", "−4 500 kr"]


def test_the_job_goes_and_nothing_comes(at_the_page: Visitor) -> None:
    page = at_the_page.press(form(at_the_page), button="scenario=job")
    at_the_page.press(page.form("guess"), button="scenario=job", guess="0")
    assert rows(at_the_page)[0] == ["20 000 kr", "0 kr", "−20 000 kr"]
    assert rows(at_the_page)[4] == ["9 300 kr", "−10 700 kr", "−20 000 kr"]
    assert "Då saknas 10 700 kr" in at_the_page.page.main.replace(SPACE, " ")
    # what may come instead stands among the lines, and can be filled in
    at_the_page.press(form(at_the_page), unemployment_benefit="12 500")
    assert rows(at_the_page)[4] == ["9 300 kr", "1 800 kr", "−7 500 kr"]


def test_one_subscription_less_is_the_one_that_costs_most(at_the_page: Visitor) -> None:
    at_the_page.press(form(at_the_page), button="scenario=subscription")
    assert rows(at_the_page)[1] == ["9 700 kr", "9 300 kr", "−400 kr"]


def test_a_lower_rent_is_typed(at_the_page: Visitor) -> None:
    at_the_page.press(form(at_the_page), rent="7 500,50")
    assert rows(at_the_page)[3] == ["10 300 kr", "11 800 kr", "1 500 kr"]


def test_the_budget_itself_is_left_alone(at_the_page: Visitor) -> None:
    page = at_the_page.press(form(at_the_page), button="scenario=job")
    at_the_page.press(page.form("guess"), button="scenario=job", guess="0")
    at_the_page.open("/sv/budget/summering")
    assert "20 000 kr" in at_the_page.page.main.replace(SPACE, " ")
    at_the_page.follow("/tank-om")
    at_the_page.press(form(at_the_page), button="undo")
    assert rows(at_the_page)[0] == ["20 000 kr", "20 000 kr", "–"]


def test_what_cannot_be_read_is_said_and_kept(at_the_page: Visitor) -> None:
    at_the_page.press(form(at_the_page), expect=422, rent="nio tusen")
    assert "Hyra: Vi kan inte läsa beloppet" in at_the_page.page.main
    assert 'value="nio tusen"' in at_the_page.page.html


@pytest.mark.sampled(3)
@pytest.mark.parametrize("code", ["en", "xr", "xx"])
def test_in_every_language(visit: Visit, code: str) -> None:
    visitor = visit(code)
    visitor.start()
    visitor.budget(None, BUDGET)
    visitor.follow("/tank-om")
    for scenario in ("job", "rent", "subscription", "sick"):
        visitor.press(form(visitor), button=f"scenario={scenario}")
    visitor.follow("/summering")
    visitor.follow("/utskrift")


def test_without_a_budget_it_leads_to_the_budget(visitor: Visitor) -> None:
    assert visitor.open("/sv/budget/tank-om").address.endswith("/summering")
    assert visitor.open("/sv/budget/utskrift").address.endswith("/summering")
