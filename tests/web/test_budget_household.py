"""Who lives here: rows of children, and what the household changes."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.web.resident import Resident, words_of


@pytest.fixture
def resident(app: Flask) -> Resident:
    return Resident(app.test_client())


def test_children_are_added_row_by_row_and_nothing_is_lost(resident: Resident) -> None:
    answer = resident.post("/sv/budget/", {"home": "own", "adults-25": "2", "add": "1"})
    assert answer.status_code == 200
    assert "<title>Fel" not in answer.text
    assert re.search(r'id="child-0-0"[^>]* autofocus', answer.text)
    typed = {"home": "own", "adults-25": "2", "child-0": "6", "lunch_away-0": "1", "add": "1"}
    page = resident.post("/sv/budget/", typed).text
    assert 'id="child-1-0"' in page
    assert re.search(r'<option value="6"[^>]* selected', page)
    assert 'name="lunch_away-0" value="1" checked' in page
    assert 'value="own" checked' in page
    typed = {"home": "own", "adults-25": "2", "child-0": "6", "child-1": "11", "part_time-1": "1", "remove": "0"}
    page = resident.post("/sv/budget/", typed).text
    assert 'id="child-1-0"' not in page
    assert re.search(r'<option value="11"[^>]* selected', page)
    assert 'name="part_time-0" value="1" checked' in page


def test_the_household_is_shown_again_as_it_was_given(resident: Resident) -> None:
    typed = {"home": "rent", "adults-25": "0", "adults-51": "1", "child-0": "0", "child-1": "17", "part_time-1": "1"}
    assert resident.post("/sv/budget/", typed).headers["Location"] == "/sv/budget/income"
    page = resident.get("/sv/budget/")
    chosen = re.findall(r'<select[^>]* name="([\w-]+)".*?<option value="(\d+)"[^>]*? selected', page, re.DOTALL)
    assert dict(chosen)["adults-51"] == "1"
    assert (dict(chosen)["child-0"], dict(chosen)["child-1"]) == ("0", "17")
    assert 'name="part_time-1" value="1" checked' in page
    assert 'value="rent" checked' in page


def test_living_here_half_of_the_time_halves_the_food(resident: Resident) -> None:
    # Food 2026: an adult of 25–50 2 730, a child of 11–14 2 650, half of it 1 325
    adult = {"home": "rent", "adults-25": "1", "child-0": "11", "part_time-0": "1"}
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
        ({"adults-25": "1"}, "home-0", "Välj hur du bor."),
        ({"adults-25": "0", "home": "rent"}, "adults-16-0", "Välj minst en person."),
        ({"adults-25": "9", "adults-18": "9", "home": "rent"}, "adults-16-0", "fler vuxna än vi kan räkna med"),
        ({"adults-25": "1", "home": "rent", "child-0": ""}, "child-0-0", "Välj hur gammalt barnet är"),
        ({"adults-25": "many", "home": "rent"}, "adults-25-0", "Välj hur många vuxna det är."),
        ({"adults-25": "1", "home": "castle"}, "home-0", "Det svaret finns inte."),
        ({"adults-25": "1", "home": "rent", "child-0": "99"}, "child-0-0", "Välj hur gammalt barnet är"),
        ({"adults-25": "1", "home": "rent", "child-0": "9" * 400}, "child-0-0", "Välj hur gammalt barnet är"),
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
