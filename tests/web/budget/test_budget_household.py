"""Who lives here: rows of children, and what the household changes."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.web.budget.resident import Resident, words_of


@pytest.fixture
def resident(app: Flask) -> Resident:
    return Resident(app.test_client())


def test_children_are_added_row_by_row_and_nothing_is_lost(resident: Resident) -> None:
    answer = resident.post("/sv/budget/", {"home": "own", "adults-25": "2", "add": "children"})
    assert answer.status_code == 200
    assert "<title>Fel" not in answer.text
    assert re.search(r'id="children-0-age-0"[^>]* autofocus', answer.text)
    typed = {"home": "own", "adults-25": "2", "children-0-age": "6", "children-0-lunch_away": "1", "add": "children"}
    page = resident.post("/sv/budget/", typed).text
    assert 'id="children-1-age-0"' in page
    assert re.search(r'<option value="6"[^>]* selected', page)
    assert 'name="children-0-lunch_away" value="1" checked' in page
    assert 'value="own" checked' in page
    typed = {
        "home": "own",
        "adults-25": "2",
        "children-0-age": "6",
        "children-1-age": "11",
        "children-1-part_time": "1",
        "remove": "children-0",
    }
    page = resident.post("/sv/budget/", typed).text
    assert 'id="children-1-age-0"' not in page
    assert re.search(r'<option value="11"[^>]* selected', page)
    assert 'name="children-0-part_time" value="1" checked' in page


def test_the_household_is_shown_again_as_it_was_given(resident: Resident) -> None:
    typed = {
        "home": "rent",
        "adults-25": "0",
        "adults-51": "1",
        "children-0-age": "0",
        "children-1-age": "17",
        "children-1-part_time": "1",
    }
    assert resident.post("/sv/budget/", typed).headers["Location"] == "/sv/budget/manad"
    page = resident.get("/sv/budget/")
    chosen = re.findall(r'<select[^>]* name="([\w-]+)".*?<option value="(\d+)"[^>]*? selected', page, re.DOTALL)
    assert dict(chosen)["adults-51"] == "1"
    assert (dict(chosen)["children-0-age"], dict(chosen)["children-1-age"]) == ("0", "17")
    assert 'name="children-1-part_time" value="1" checked' in page
    assert 'value="rent" checked' in page


def test_living_here_half_of_the_time_halves_the_food(resident: Resident) -> None:
    # Food 2026: an adult of 25–50 2 730, a child of 11–14 2 650, half of it 1 325
    adult = {"home": "rent", "adults-25": "1", "children-0-age": "11", "children-0-part_time": "1"}
    assert resident.post("/sv/budget/", adult).status_code == 303
    assert "4 055 kr i månaden" in words_of(resident.get("/sv/budget/food_and_household"))


def test_water_is_only_offered_to_those_who_own_their_home(resident: Resident) -> None:
    resident.live([], home="rent")
    assert 'name="fill" value="water"' not in resident.get("/sv/budget/home")
    resident.live([], home="own")
    assert 'name="fill" value="water"' in resident.get("/sv/budget/home")


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        ({"adults-25": "2", "home": "rent", "others": "cousin"}, "others-0", "Det svaret finns inte."),
        ({"adults-25": "0", "home": "rent"}, "adults-16-0", "Välj minst en person."),
        ({"adults-25": "9", "adults-18": "9", "home": "rent"}, "adults-16-0", "fler vuxna än vi kan räkna med"),
        ({"adults-25": "1", "home": "rent", "children-0-age": ""}, "children-0-age-0", "Välj hur gammalt barnet är"),
        ({"adults-25": "many", "home": "rent"}, "adults-25-0", "Välj hur många vuxna det är."),
        ({"adults-25": "1", "home": "castle"}, "home-0", "Det svaret finns inte."),
        ({"adults-25": "1", "home": "rent", "children-0-age": "99"}, "children-0-age-0", "Välj hur gammalt barnet är"),
        (
            {"adults-25": "1", "home": "rent", "children-0-age": "9" * 400},
            "children-0-age-0",
            "Välj hur gammalt barnet är",
        ),
    ],
)
def test_a_household_that_does_not_work_is_said_where_it_stands(
    resident: Resident, typed: dict[str, str], field: str, says: str
) -> None:
    answer = resident.post("/sv/budget/", {"adults-16": "0", **typed})
    assert answer.status_code == 422
    link = re.search(rf'<a href="#{field}">([^<]*)</a>', answer.text)
    assert link and says in link[1]
    assert f'id="{field}"' in answer.text


def test_a_child_may_live_without_a_grown_up_and_a_young_person_alone(resident: Resident) -> None:
    resident.live([], band=16)
    assert "3 050 kr i månaden" in words_of(resident.get("/sv/budget/food_and_household"))


def test_how_one_lives_and_who_the_others_are_may_be_left_out(app: Flask, resident: Resident) -> None:
    assert resident.post("/sv/budget/", {"adults-25": "2"}).status_code == 303
    page = resident.get("/sv/budget/")
    assert "checked" not in re.findall(r'name="others"[^>]*', page) and 'value="rent" checked' in page
    assert "Skulden hos Kronofogden" not in page


@pytest.mark.parametrize("others", ["couple", "no"])
def test_who_the_others_are_is_shown_again(resident: Resident, others: str) -> None:
    two = {"adults-18": "1", "adults-25": "0", "adults-51": "1", "home": "rent", "others": others}
    assert resident.post("/sv/budget/", two).status_code == 303
    assert f'value="{others}" checked' in resident.get("/sv/budget/")
    assert resident.post("/sv/budget/", {**two, "adults-18": "0"}).status_code == 303
    assert f'value="{others}" checked' not in resident.get("/sv/budget/")


COUPLE = {"adults-25": "2", "home": "rent", "others": "couple"}


@pytest.fixture
def debtor(resident: Resident) -> Resident:
    """Somebody of whom Kronofogden is owed, by the budget."""
    resident.post("/sv/budget/debts", {"amount-debt_kronofogden": "500", "period-debt_kronofogden": "month"})
    return resident


def test_whose_debt_it_is_is_asked_where_kronofogden_is_near(debtor: Resident) -> None:
    typed = {**COUPLE, "debtor": "both", "partner_income": "16 000,50"}
    assert debtor.post("/sv/budget/", typed).status_code == 303
    page = debtor.get("/sv/budget/")
    assert 'value="both" checked' in page and "16\u00a0000,50" in page

    # somebody alone has no partner, and what was said of one falls away
    assert debtor.post("/sv/budget/", {**typed, "adults-25": "1"}).status_code == 303
    page = debtor.get("/sv/budget/")
    assert 'value="both" checked' not in page and "000,50" not in page


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"partner_income": "mycket"}, "partner_income-0", "Din partners inkomst efter skatt: Vi kan inte läsa"),
        ({"own_housing": "-5"}, "own_housing-0", "Din del av hyran: Skriv beloppet utan minus"),
        ({"own_housing": "9" * 400}, "own_housing-0", "Din del av hyran: Beloppet är för stort"),
        ({"debtor": "grannen"}, "debtor-0", "Det svaret finns inte."),
    ],
)
def test_what_cannot_be_read_of_a_debt_is_said_and_kept(
    debtor: Resident, change: dict[str, str], field: str, says: str
) -> None:
    answer = debtor.post("/sv/budget/", COUPLE | change)
    assert answer.status_code == 422
    link = re.search(rf'<a href="#{field}">([^<]*)</a>', answer.text)
    assert link and says in link[1]
    assert f'id="{field}"' in answer.text
    typed = next(iter(change.values()))[:160]
    assert "debtor" in change or f'value="{typed}"' in answer.text


def test_what_was_said_of_a_debt_stays_where_it_is_not_asked_any_more(debtor: Resident) -> None:
    debtor.post("/sv/budget/", {**COUPLE, "debtor": "partner"})
    debtor.post("/sv/budget/debts", {"amount-debt_kronofogden": "", "period-debt_kronofogden": "month"})
    page = debtor.get("/sv/budget/")
    assert "Skulden hos Kronofogden" not in page
    assert debtor.post("/sv/budget/", COUPLE).status_code == 303
    debtor.post("/sv/budget/debts", {"amount-debt_kronofogden": "500", "period-debt_kronofogden": "month"})
    assert 'value="partner" checked' in debtor.get("/sv/budget/")
