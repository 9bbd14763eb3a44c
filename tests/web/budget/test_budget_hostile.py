"""What no page of ours sends: it gives a clear page and loses nothing."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.web.budget.resident import SPACE, Resident, period_of, value_of


@pytest.fixture
def resident(app: Flask) -> Resident:
    return Resident(app.test_client())


@pytest.mark.parametrize(
    "values",
    [
        {"amount-rent": "100", "period-rent": "fortnight"},
        {"amount-rent": "100", "period-rent": "9" * 400},
        {"amount-no_such_line": "100", "period-no_such_line": "month", "update": "1"},
        {"fill": "no_such_line"},
        {"fill": "rent"},
        {"remove": "rent"},
        {"remove": "../../etc"},
        {"own": "rent", "add": "1"},
        {"own": "own_scholarship", "add": "1"},
        {"amount-own_storage": "\x00\ud7ff", "period-own_storage": "month"},
        {"amount-rent": "9" * 20_000, "period-rent": "month"},
        {"about-rent": "1", "amount-rent": " ", "period-rent": "x"},
    ],
)
def test_tampered_lines_never_break_the_page(resident: Resident, values: dict[str, str]) -> None:
    assert resident.post("/sv/budget/home", values).status_code in (303, 422)
    resident.get("/sv/budget/home")
    resident.get("/sv/budget/summering")


def test_an_unknown_period_is_asked_for_again(resident: Resident) -> None:
    answer = resident.fill("home", {"rent": ("100", "fortnight")})
    assert answer.status_code == 422
    assert "Hyra: Välj hur ofta det är." in answer.text
    assert value_of(answer.text, "rent") == "100"


def test_an_unknown_group_is_not_a_page(resident: Resident) -> None:
    resident.open("/sv/budget/castle", expect=404)


def test_without_the_token_nothing_is_kept_but_all_is_shown(resident: Resident) -> None:
    resident.fill("home", {"rent": "1"}, own="own_storage", add="1")
    resident.client.delete_cookie("__Host-itid")
    typed = {"amount-rent": "6200", "period-rent": "week", "amount-own_storage": "40", "period-own_storage": "month"}
    answer = resident.post("/sv/budget/home", typed, token=False)
    assert answer.status_code == 422
    assert "Sidan var öppen länge" in answer.text
    assert (value_of(answer.text, "rent"), period_of(answer.text, "rent")) == ("6200", "week")
    assert value_of(answer.text, "own_storage") == "40"
    assert value_of(resident.get("/sv/budget/home"), "rent") == ""


def test_a_budget_that_does_not_fit_into_the_cookie_is_said_and_loses_nothing(
    resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    resident.fill("income", {"pay": "10000"})
    monkeypatch.setattr("web.session.cookie.LARGEST", 10)
    answer = resident.fill("home", {"rent": "6200"})
    assert answer.status_code == 422
    assert "Fler rader får inte plats" in answer.text
    assert value_of(answer.text, "rent") == "6200"
    monkeypatch.undo()
    assert value_of(resident.get("/sv/budget/income"), "pay").replace(SPACE, " ") == "10 000"
