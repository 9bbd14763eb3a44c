"""The result of the budget: a band, a warning before any praise, steps, and money until the next pay."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.web.budget.resident import Resident, words_of

MONTH, RESULT, UNTIL = "/sv/budget/manad", "/sv/budget/summering", "/sv/budget/till-lon"
ALL = {
    "electricity": "600", "food_sum": "6000", "travel_sum": "900", "phone_and_internet": "700",
    "clothes_leisure_hygiene": "1800",
}  # fmt: skip
"""10 000 kronor of costs, with nothing that nearly everybody pays for left out but the rent."""


@pytest.fixture
def resident(app: Flask) -> Resident:
    return Resident(app.test_client())


def result(resident: Resident, amounts: dict[str, str]) -> str:
    assert resident.post(MONTH, {f"amount-{line}": text for line, text in amounts.items()}).status_code == 303
    return words_of(resident.get(RESULT))


def test_enough_is_said_only_when_nothing_is_empty(resident: Resident) -> None:
    words = result(resident, {**ALL, "pay": "25000"})
    assert "15 000 kr kvar i månaden Du har inte skrivit allt än." in words
    assert "En del är tom. Hyra." in words
    assert "Pengarna räcker" not in words and "Det går ihop" not in words
    words = result(resident, {**ALL, "pay": "25000", "rent": "9000"})
    assert "Det går ihop 6 000 kr kvar i månaden Pengarna räcker till det du har skrivit." in words
    assert "Lägg undan 3 000 kr i månaden. På ett år blir det 36 000 kr." in words
    assert "tom." not in words


def test_a_nought_is_no_empty_row(resident: Resident) -> None:
    assert "är tom" not in result(resident, {**ALL, "pay": "25000", "rent": "0"})


def test_tight(resident: Resident) -> None:
    words = result(resident, {**ALL, "pay": "20000", "rent": "9800"})
    assert "Knappt 200 kr kvar i månaden Det räcker precis. En extra räkning blir svår." in words
    assert "800 kr mindre ut i månaden ger plats för en extra räkning." in words
    assert "2 saker att göra Ring kommunens budget- och" in words and "Se när i månaden" in words


def test_short_is_said_at_once_also_with_an_empty_row(resident: Resident) -> None:
    """10 000 for living and 3 000 for debts of 12 500: 500 lacks; the rent is not written."""
    words = result(resident, {**ALL, "pay": "12500", "debts_sum": "3000"})
    assert "Det fattas 500 kr fattas i månaden Det som går ut är mer än det som kommer in." in words
    assert "500 kr mindre ut i månaden räcker." in words
    assert "En del är tom. Hyra." in words
    assert "24 av 100 kronor av det som kommer in" in words
    # no act is beside another: the plan's own first, then what the sums say
    assert "3 saker att göra" in words
    assert "Räkna på att betala mindre på skulderna" in words


def test_the_sums_stand_before_any_contact(resident: Resident) -> None:
    words = result(resident, {**ALL, "pay": "12500", "rent": "9000"})
    assert words.index("fattas i månaden") < words.index("3 saker att göra") < words.index("Boka gratis")


def test_no_income_is_no_verdict(resident: Resident) -> None:
    words = result(resident, {**ALL, "rent": "9000"})
    assert "19 000 kr går ut i månaden Du har inte skrivit någon inkomst än." in words
    assert "Det fattas" not in words


def test_each_row_stands_beside_the_usual_cost(resident: Resident) -> None:
    """Electricity of one adult in a rented home: what the page names as usual is also what 600 is held against."""
    resident.live([])
    usual = words_of(resident.get(MONTH)).split("El kr Vanligt: ")[1].split(" kr")[0]
    ore = int(usual.replace(" ", ""))
    words = result(resident, {**ALL, "pay": "25000", "rent": "9000", "electricity": str(ore * 2)})
    assert f"Högre än vanligt ({usual} kr)" in words
    words = result(resident, {**ALL, "pay": "25000", "rent": "9000", "electricity": str(ore)})
    assert f"Som vanligt ({usual} kr)" in words


def test_what_is_usual_for_the_empty_rows_is_counted(resident: Resident) -> None:
    resident.live([])
    usual = int(words_of(resident.get(MONTH)).split("El kr Vanligt: ")[1].split(" kr")[0].replace(" ", ""))
    given = {**ALL, "pay": "20000", "rent": "9000"}
    del given["electricity"]
    left = 20_000 - 9_400 - 9_000 - usual
    words = result(resident, given)
    shown = f"{abs(left):,}".replace(",", " ")
    assert (f"fattas {shown} kr" if left < 0 else f"är {shown} kr kvar") in words.split("kostar som vanligt ")[1]


def test_until_the_next_pay(resident: Resident) -> None:
    answer = resident.post(UNTIL, {"account": "3 000", "bills": "600"})
    assert answer.status_code == 200
    words = words_of(answer.text)
    days = int(words.split(" dagar kvar")[0].split()[-1])
    assert f"{2400 // days:,} kr om dagen".replace(",", " ") in words
    assert "Det du skriver här sparas inte." in words


def test_bills_that_are_more_than_there_is(resident: Resident) -> None:
    words = words_of(resident.post(UNTIL, {"account": "500", "bills": "800"}).text)
    assert "Det fattas 300 kr till räkningarna." in words


def test_the_account_has_to_be_given(resident: Resident) -> None:
    answer = resident.post(UNTIL, {"account": "", "pay_day": "40"})
    assert answer.status_code == 422
    assert "Skriv något här." in words_of(answer.text)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("code", ["en", "xr"])
def test_in_every_language(app: Flask, code: str) -> None:
    visitor = Resident(app.test_client(), code, "rtl" if code == "xr" else "ltr")
    sent = {**{f"amount-{line}": text for line, text in ALL.items()}, "amount-pay": "9000"}
    visitor.open(f"/{code}/budget/manad")
    sent["csrf_token"] = visitor.page.token
    visitor.client.post(f"/{code}/budget/manad", base_url="https://localhost", data=sent)
    visitor.open(f"/{code}/budget/summering")
    visitor.open(f"/{code}/budget/till-lon")
