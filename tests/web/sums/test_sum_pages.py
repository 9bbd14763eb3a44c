"""Every sum as a page: published numbers come out, faults stand beside their fields, an ended figure has its year."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from flask import Flask

from tests.conftest import KEY, Visit
from tests.visitor import Visitor
from tests.web.sums.sum_pages import LIFE, PATHS, SPACE, make
from web.settings import Settings


def test_every_sum_has_an_example() -> None:
    assert set(LIFE) == set(PATHS)


@pytest.mark.parametrize(
    ("rule", "changes", "field", "says"),
    [
        ("loan", {"amount": ""}, "amount", "Skriv något här"),
        ("loan", {"amount": "NaN"}, "amount", "Vi kan inte läsa beloppet"),
        ("loan", {"amount": "-5"}, "amount", "utan minus"),
        ("loan", {"amount": "0"}, "amount", "mer än noll"),
        ("loan", {"amount": "9" * 39}, "amount", "för stort"),
        ("loan", {"amount": "1" * 400}, "amount", "för stort"),
        ("loan", {"nominal_rate_percent": "tolv"}, "nominal_rate_percent", "procenten"),
        ("loan", {"nominal_rate_percent": "1001"}, "nominal_rate_percent", "för hög"),
        ("loan", {"months": "0"}, "months", "helt tal från"),
        ("loan", {"months": "1201"}, "months", "helt tal från"),
        ("loan", {"months": "2,5"}, "months", "helt tal från"),
        ("loan", {"setup_fee": "10000"}, "setup_fee", "mindre än lånet"),
        ("late_bill", {"due": "2026-02-30"}, "due", "datumet"),
        ("late_bill", {"due": "i går"}, "due", "datumet"),
        ("late_bill", {"due": "2019-01-01"}, "due", "inga räntor"),
        ("month_calendar", {"month": "2026-13"}, "month", "månaden"),
        ("month_calendar", {"events-0-day": "32"}, "events-0-day", "helt tal från"),
        ("month_calendar", {"events-0-amount": ""}, "events-0-amount", "Skriv"),
        ("protected_amount", {"children-0-age": "21"}, "children-0-age", "helt tal från"),
        ("protected_amount", {"children-0-benefits": "100"}, "children-0-age", "Skriv något"),
        ("effective_rate", {"payment": "100"}, "payment", "mindre än beloppet"),
        ("repayment", {"debts-0-balance": ""}, "debts-0-nominal_rate_percent", ""),
        ("saving", {"times": "13"}, "times", "Välj ett av svaren"),
        ("reference_costs", {"people-0-age": "121"}, "people-0-age", "helt tal från"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(
    visitor: Visitor, rule: str, changes: dict[str, str], field: str, says: str
) -> None:
    if rule == "protected_amount" and "children-0-benefits" in changes:
        changes = {**changes, "children-0-age": ""}
    make(visitor, rule, expect=422, **changes)
    faults = {
        one.get("id"): "".join(one.itertext()) for one in visitor.page.tree.iter("p") if one.get("class") == "fault"
    }
    named = {name for name in faults if name and name.startswith(field.split("-", maxsplit=1)[0])}
    assert named, faults
    if says:
        assert says in faults[f"{field}-fault"]
    typed = {one.get("name"): one.get("value") for one in visitor.page.tree.iter("input")}
    assert all(typed.get(name, text) == text[:160] for name, text in changes.items())


def test_digits_of_other_scripts_are_read(visitor: Visitor) -> None:
    shown = make(visitor, "loan", amount="١٠٠٠٠", nominal_rate_percent="۵", months="٢٤")
    assert "10 529,13 kr" in shown


def test_days_are_read_as_people_write_them(visitor: Visitor) -> None:
    for written in ("2026-01-31", "20260131", "31/1 2026", "31.1.2026"):
        assert "40,55 kr" in make(visitor, "late_bill", due=written)


def test_what_was_typed_is_there_when_one_comes_back(visitor: Visitor) -> None:
    make(visitor, "loan", amount="12 345")
    visitor.start()
    shown = visitor.open(f"/sv/rakna/{PATHS['loan']}")
    assert 'value="12 345"' in shown.html and "Så blir det" in shown.main


def test_clearing_takes_the_sums_too(visitor: Visitor) -> None:
    make(visitor, "loan")
    visitor.open("/sv/rensa")
    visitor.open("/sv/rensa")
    visitor.press(next(form for form in visitor.page.forms() if form.address.endswith("/rensa")))
    assert "Så blir det" not in visitor.open(f"/sv/rakna/{PATHS['loan']}").main


def test_a_row_is_added_and_taken_away_without_losing_the_others(visitor: Visitor) -> None:
    visitor.open(f"/sv/rakna/{PATHS['repayment']}")

    def form() -> Any:
        return next(one for one in visitor.page.forms() if one.address.endswith(PATHS["repayment"]))

    visitor.press_with(form(), {"debts-0-balance": "111", "debts-1-balance": "222"}, button="add=debts")
    assert "debts-2-balance" in form().names()
    visitor.press_with(form(), {"debts-2-balance": "333"}, button="remove=debts-0")
    kept = form().sent()
    assert [kept[f"debts-{number}-balance"] for number in range(2)] == [["222"], ["333"]]
    assert "debts-2-balance" not in form().names()


def test_the_budget_fills_in_beforehand(visitor: Visitor) -> None:
    visitor.open("/sv/")
    visitor.budget(
        {"adults": [{"age": 38}], "children": [{"age": 8}], "tenant": True},
        {
            "income": [
                {"id": "pay", "amount": "19000", "period": "month"},
                {"id": "child_benefit", "amount": "1250", "period": "month"},
                {"id": "maintenance_received", "amount": "1823", "period": "month"},
                {"id": "housing_allowance", "amount": "3000", "period": "month"},
            ],
            "costs": [{"id": "rent", "amount": "9500", "period": "month"}],
            "debts": [],
        },
    )
    page = visitor.open(f"/sv/rakna/{PATHS['protected_amount']}")
    assert "ifyllt från din budget" in page.main
    visitor.press(next(one for one in page.forms() if one.address.endswith(PATHS["protected_amount"])))
    assert "13 674 kr" in visitor.page.main.replace(SPACE, " ")
    month = visitor.open(f"/sv/rakna/{PATHS['month_calendar']}")
    assert 'value="19' in month.html and "ifyllt från din budget" in month.main


def test_the_calendar_moves_pay_rent_and_child_benefit_to_banking_days(visitor: Visitor) -> None:
    """In December 2026 the 25th is Christmas Day, the 20th a Sunday, and New Year's Eve a Thursday off."""
    shown = make(
        visitor, "month_calendar", month="2026-12", **{
            "events-1-kind": "child_benefit", "events-1-amount": "1250",
            "events-2-kind": "rent", "events-2-amount": "9000",
        }
    )  # fmt: skip
    assert all(day in shown for day in ("23 december 2026", "18 december 2026", "30 december 2026"))


@pytest.mark.sampled(4)
@pytest.mark.parametrize("code", ["en", "xr", "xx"])
@pytest.mark.parametrize("rule", list(LIFE))
def test_every_sum_is_made_in_every_language(visit: Visit, code: str, rule: str) -> None:
    """The visitor's audit sees to digits that read from left to right, labels, headings and the rest."""
    visitor = visit(code)
    make(visitor, rule)
    assert visitor.page.status == 200 and visitor.page.tree.find(".//*[@id='result']") is not None
    make(
        visitor,
        rule,
        expect=422,
        **{next(iter(LIFE[rule])): "x"} if rule != "minimum_standard" else {"children-0-age": "x"},
    )


@pytest.fixture(scope="module")
def next_year() -> Flask:
    """The app in February 2027, when every yearly figure has ended."""
    from app import create_app  # noqa: PLC0415

    return create_app({"TODAY": datetime.date(2027, 2, 1)}, Settings(secret_key=KEY))


@pytest.mark.parametrize("rule", ["protected_amount", "minimum_standard", "reference_costs", "late_bill"])
def test_an_ended_figure_is_shown_with_its_last_day(next_year: Flask, visit: Visit, rule: str) -> None:
    shown = make(visit(of=next_year), rule)
    assert "har slutat gälla" in shown and re.search(r"gällde till och med (31 december|30 juni) 2026", shown)


def test_above_the_ceilings_of_a_loan_there_is_a_warning_while_they_hold(visit: Visit) -> None:
    from app import create_app  # noqa: PLC0415

    summer = create_app({"TODAY": datetime.date(2026, 6, 1)}, Settings(secret_key=KEY))
    shown = make(visit(of=summer), "loan", nominal_rate_percent="25")
    assert "mer än lagen tillåter" in shown and "högre än 22 % om året" in shown
    assert "mer än lagen tillåter" not in make(visit(of=summer), "loan", nominal_rate_percent="20")


def test_after_the_act_the_ceilings_are_not_said_to_hold(visitor: Visitor) -> None:
    shown = make(visitor, "loan", nominal_rate_percent="25")
    assert "mer än lagen tillåter" not in shown
    assert "Till och med 19 november 2026" in shown and "Reglerna kan ha ändrats" in shown


def test_an_unknown_sum_is_not_found(visitor: Visitor) -> None:
    visitor.open("/sv/rakna/finns-inte", expect=404)


def test_without_its_token_nothing_is_kept(visitor: Visitor) -> None:
    answer = visitor.client.post(f"/sv/rakna/{PATHS['loan']}", data=LIFE["loan"], base_url="https://localhost")
    assert answer.status_code == 422 and "Sidan var öppen länge" in answer.text and 'value="10000"' in answer.text
