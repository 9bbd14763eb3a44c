"""The budget's buttons, without scripts: each keeps all that was typed."""

from __future__ import annotations

import datetime
import re

import pytest
from flask import Flask

from tests.web.budget.resident import SPACE, Resident, balance_of, period_of, value_of, words_of


@pytest.fixture
def resident(app: Flask) -> Resident:
    return Resident(app.test_client())


def test_update_without_scripts_sums_the_page_and_stays(resident: Resident) -> None:
    resident.fill("income", {"pay": "10000"})
    answer = resident.fill("home", {"rent": "6200", "electricity": ("700", "week")}, update="1")
    assert answer.headers["Location"] == "/sv/budget/home#balance"
    # 700 a week is 700 / 7 × 365 / 12 = 3 041,67; left 758,33
    assert balance_of(resident.get("/sv/budget/home")) == "Kvar just nu: 758 kr i månaden"


def test_a_gap_is_said_in_words(resident: Resident) -> None:
    resident.fill("income", {"pay": "1000"})
    resident.fill("home", {"rent": "1850"})
    assert balance_of(resident.get("/sv/budget/debts")) == "Just nu saknas: 850 kr i månaden"
    assert "Så mycket saknas, när du även betalar på skulderna: 850 kr" in words_of(
        resident.get("/sv/budget/summering")
    )


def test_fill_puts_in_the_reference_cost_and_keeps_the_rest(resident: Resident) -> None:
    resident.live([])
    page = resident.get("/sv/budget/food_and_household")
    assert "Konsumentverkets beräkning 2026: 2 730 kr i månaden." in words_of(page)
    answer = resident.fill("food_and_household", {"food": "", "eating_out": "300"}, fill="food")
    assert answer.headers["Location"] == "/sv/budget/food_and_household#amount-food-0"
    page = resident.get("/sv/budget/food_and_household")
    assert value_of(page, "food").replace(SPACE, " ") == "2 730"
    assert value_of(page, "eating_out") == "300"


def test_a_yearly_line_is_filled_by_the_year(resident: Resident) -> None:
    resident.live([])
    resident.fill("insurance_and_fees", {}, fill="home_insurance")
    page = resident.get("/sv/budget/insurance_and_fees")
    assert period_of(page, "home_insurance") == "year"
    monthly = int(re.search(r"beräkning 2026: ([\d ]+) kr om året", words_of(page))[1].replace(" ", "")) / 12  # type: ignore[index]
    assert monthly == int(monthly), "the published cost a month is in whole kronor"


def test_fill_keeps_a_faulty_line_beside_it(resident: Resident) -> None:
    resident.live([])
    answer = resident.fill("food_and_household", {"food": "?", "eating_out": "3oo"}, fill="food")
    assert answer.status_code == 422
    assert value_of(answer.text, "food").replace(SPACE, " ") == "2 730"
    assert value_of(answer.text, "eating_out") == "3oo"


def test_without_a_household_nothing_is_offered_to_guess_from(resident: Resident) -> None:
    page = resident.get("/sv/budget/food_and_household")
    assert 'name="fill"' not in page
    assert resident.fill("food_and_household", {"food": "100"}, fill="food").status_code == 303
    assert value_of(resident.get("/sv/budget/food_and_household"), "food") == "100"


def test_reference_costs_of_a_year_that_has_ended_say_so(
    app: Flask, resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    resident.live([])
    monkeypatch.setitem(app.config, "TODAY", datetime.date(2028, 3, 1))
    words = words_of(resident.get("/sv/budget/food_and_household"))
    assert "beräkning 2026: 2 730 kr i månaden. Nyare siffror finns inte här än." in words


def test_a_day_before_the_first_figures_offers_nothing_and_breaks_nothing(
    app: Flask, resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    resident.live([])
    monkeypatch.setitem(app.config, "TODAY", datetime.date(1999, 1, 1))
    assert 'name="fill"' not in resident.get("/sv/budget/food_and_household")


def test_a_line_of_ones_own_is_added_filled_and_removed(resident: Resident) -> None:
    answer = resident.fill("home", {"rent": "6200"}, own="own_storage", add="1")
    assert answer.headers["Location"] == "/sv/budget/home#amount-own_storage-0"
    resident.fill("home", {"rent": "6200", "own_storage": "400"})
    assert value_of(resident.get("/sv/budget/home"), "own_storage") == "400"
    assert "Hemmet 6 600 kr" in words_of(resident.get("/sv/budget/summering"))
    resident.fill("home", {"rent": "6300", "own_storage": "400"}, remove="own_storage")
    page = resident.get("/sv/budget/home")
    assert 'name="amount-own_storage"' not in page
    assert '<option value="own_storage"' in page
    assert "Hemmet 6 300 kr" in words_of(resident.get("/sv/budget/summering"))


def test_adding_without_a_name_asks_for_one(resident: Resident) -> None:
    answer = resident.fill("home", {"rent": "6200"}, own="", add="1")
    assert answer.status_code == 422
    assert '<a href="#own-0">Välj först ett namn' in answer.text
    assert value_of(answer.text, "rent") == "6200"


def test_a_line_is_added_and_removed_beside_a_faulty_one(resident: Resident) -> None:
    answer = resident.fill("home", {"rent": "abc"}, own="own_storage", add="1")
    assert answer.status_code == 422
    assert value_of(answer.text, "rent") == "abc"
    assert value_of(answer.text, "own_storage") == ""
    answer = resident.fill("home", {"rent": "abc", "own_storage": "x"}, remove="own_storage")
    assert answer.status_code == 422
    assert 'name="amount-own_storage"' not in answer.text
    assert resident.fill("home", {"own_storage": "x"}, remove="own_storage").status_code == 303


def test_ten_lines_of_ones_own_are_the_most(resident: Resident) -> None:
    added = 0
    for group in ("home", "other", "income", "personal", "travel", "health", "children", "family_and_giving"):
        while 'name="own"' in (page := resident.get(f"/sv/budget/{group}")):
            choice = re.search(r'<option value="(own_\w+)"', page)
            assert choice
            assert resident.fill(group, {}, own=choice[1], add="1").status_code == 303
            added += 1
    assert added == 10
    assert "Fler egna rader får inte plats" in resident.get("/sv/budget/debts")


def test_next_back_and_change_lead_where_they_say_and_keep_the_page(resident: Resident) -> None:
    assert resident.fill("income", {"pay": "10000"}).headers["Location"] == "/sv/budget/home"
    assert resident.fill("income", {}, back="1").headers["Location"] == "/sv/budget/"
    assert resident.fill("home", {"rent": "500"}, back="1").headers["Location"] == "/sv/budget/income"
    assert value_of(resident.get("/sv/budget/home"), "rent") == "500"
    assert resident.fill("debts", {}).headers["Location"] == "/sv/budget/summering"
    assert resident.post("/sv/budget/home?change=1", {}).headers["Location"] == "/sv/budget/summering"
    stays = resident.post("/sv/budget/home?change=1", {"update": "1"})
    assert stays.headers["Location"] == "/sv/budget/home?change=1#balance"


def test_the_place_on_a_page_is_not_carried_along_to_the_next(resident: Resident) -> None:
    """A browser posts a form without an address to the page's own, `#balance` and all, and opens the next one there."""
    assert 'action="/sv/budget/home"' in resident.get("/sv/budget/home")
    assert 'action="/sv/budget/home?change=1"' in resident.get("/sv/budget/home?change=1")


def test_enter_in_a_field_means_next(resident: Resident) -> None:
    """The first submit button of a form is the one that Enter presses: it must not be one that adds or fills in."""
    resident.live([3])
    for path in ("/sv/budget/", "/sv/budget/food_and_household"):
        form = resident.get(path).split("<main", 1)[1]
        first = re.search(r"<button[^>]*>", form)
        assert first and "name=" not in first[0]
