"""The budget's amounts: read as people write them, and never lost."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.web.budget.resident import SPACE, Resident, balance_of, value_of, words_of


@pytest.fixture
def resident(app: Flask) -> Resident:
    return Resident(app.test_client())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1 234,50", "1 234,50"),
        ("1234:-", "1 234"),
        ("1.234", "1 234"),
        ("1 234 kr", "1 234"),
        ("kr 1234", "1 234"),
        ("1\u2009234\u00a0kr", "1 234"),
        ("١٢٣٤", "1 234"),
        ("۱۲۳۴", "1 234"),
        ("0", "0"),
    ],
)
def test_amounts_are_read_as_people_write_them(resident: Resident, typed: str, kept: str) -> None:
    assert resident.fill("home", {"rent": typed}).status_code == 303
    assert value_of(resident.get("/sv/budget/home"), "rent").replace(SPACE, " ") == kept


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("NaN", "Vi kan inte läsa beloppet"),
        ("1e9", "Vi kan inte läsa beloppet"),
        ("-5", "utan minus"),
        ("1000-500", "ett enda belopp"),
        ("9" * 400, "för stort"),
        ("12,345.678", "högst två siffror"),
        ('"><script>', "Vi kan inte läsa beloppet"),
    ],
)
def test_a_refused_amount_is_kept_as_typed_and_said_in_our_own_words(resident: Resident, typed: str, says: str) -> None:
    answer = resident.fill("home", {"rent": typed, "electricity": "250"})
    assert answer.status_code == 422
    assert value_of(answer.text, "rent") == typed
    assert f'<a href="#amount-rent-0">Hyra: {says}'[:30] in answer.text
    fault = re.search(r'id="amount-rent-fault">(.*?)</p>', answer.text, re.DOTALL)
    assert fault and says in fault[1]
    assert "<title>Fel: " in answer.text
    assert 'aria-invalid="true" aria-describedby="amount-rent-fault' in answer.text


def test_other_lines_are_kept_when_one_is_wrong(resident: Resident) -> None:
    answer = resident.fill("home", {"rent": "abc", "electricity": "250"})
    assert value_of(answer.text, "electricity") == "250"
    page = resident.get("/sv/budget/home")
    assert value_of(page, "electricity") == "250"
    assert value_of(page, "rent") == ""


def test_a_wrong_amount_does_not_take_away_the_right_one_before_it(resident: Resident) -> None:
    resident.fill("home", {"rent": "6200"})
    resident.fill("home", {"rent": "62oo"})
    assert value_of(resident.get("/sv/budget/home"), "rent").replace(SPACE, " ") == "6 200"


def test_no_sum_is_shown_while_an_amount_is_wrong(resident: Resident) -> None:
    answer = resident.fill("home", {"rent": "abc"})
    assert balance_of(answer.text) == "Summan visas när beloppen är rättade."


def test_zero_is_given_and_empty_is_missing(resident: Resident) -> None:
    resident.fill("home", {"rent": "0", "electricity": ""})
    page = resident.get("/sv/budget/home")
    assert value_of(page, "rent") == "0"
    assert value_of(page, "electricity") == ""
    summary = words_of(resident.get("/sv/budget/summering"))
    assert "Hemmet 0 kr Ändra" in summary
    assert "Resor – inget skrivet Fyll i" in summary


def test_emptying_a_line_takes_it_away(resident: Resident) -> None:
    resident.fill("home", {"rent": "6200"})
    resident.fill("home", {"rent": ""})
    assert "Hemmet – inget skrivet" in words_of(resident.get("/sv/budget/summering"))


def test_about_is_kept_only_where_it_is_offered(resident: Resident) -> None:
    resident.fill("home", {"rent": "6200", "electricity": "250"}, **{"about-electricity": "1", "about-rent": "1"})
    page = resident.get("/sv/budget/home")
    assert 'name="about-electricity" value="1" checked' in page
    assert "about-rent" not in page
