"""Amounts as people write them, on every page that asks for one: read, kept, and shown back as "ungefär"."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask

from tests.web.budget.resident import SPACE, Resident, period_of, value_of
from tests.web.sums.sum_pages import make

ROOT = Path(__file__).resolve().parents[3]
READS = re.compile(r"\brequest\.(?:form|values|files|get_json|data)\b")


@pytest.fixture
def resident(app: Flask) -> Resident:
    return Resident(app.test_client())


def about(page: str, line: str) -> bool:
    """Whether the box "ungefär" of a line is ticked."""
    return re.search(rf'name="about-{line}" value="1" checked', page) is not None


@pytest.mark.parametrize(
    ("typed", "amount", "period", "is_about"),
    [
        ("ca 800", "800", "month", True),
        ("~500", "500", "month", True),
        ("500?", "500", "month", True),
        ("500–1000", "750", "month", True),
        ("9k", "9 000", "month", False),
        ("500+200", "700", "month", False),
        ("2x350", "700", "month", False),
        ("300 kr/v", "300", "week", False),
        ("ca 9 600/år", "9 600", "year", True),
        ("-", "", "month", False),
    ],
)
def test_a_line_of_the_budget(resident: Resident, typed: str, amount: str, period: str, is_about: bool) -> None:
    assert resident.fill("food_and_household", {"food": typed}).status_code == 303
    page = resident.get("/sv/budget/food_and_household")
    assert value_of(page, "food").replace(SPACE, " ") == amount
    assert period_of(page, "food") == period
    assert about(page, "food") is is_about
    if amount:
        assert ("ungefär" in resident.get("/sv/budget/utskrift")) is is_about


def test_a_line_without_a_box_keeps_its_mark_in_the_field(resident: Resident) -> None:
    resident.fill("home", {"rent": "ca 8000"})
    page = resident.get("/sv/budget/home")
    assert value_of(page, "rent").replace(SPACE, " ") == "~8 000"
    resident.fill("home", {"rent": value_of(page, "rent")})
    assert "ungefär" in resident.get("/sv/budget/utskrift")


@pytest.mark.parametrize("typed", ["NaN", "1e9", "-5", "1000-500", "9" * 400])
def test_what_is_no_amount_is_kept_and_said(resident: Resident, typed: str) -> None:
    page = make(resident, "saving", goal=typed, expect=422)
    assert f'value="{typed[:160]}"' in resident.page.html
    assert "Så mycket vill du ha: " in page and "Så blir det" not in page


@pytest.mark.parametrize(
    ("typed", "said"), [("1000-2000", "Vi räknar med ungefär 1 500 kr."), ("2x750", "Vi räknar med 1 500 kr.")]
)
def test_a_sum_says_what_it_has_read(resident: Resident, typed: str, said: str) -> None:
    page = make(resident, "saving", goal=typed, start="0")
    assert said in page
    assert "5 år" in page
    assert f'value="{typed}"' in resident.page.html


def test_an_amount_a_year_is_worked_out_to_a_month(resident: Resident) -> None:
    assert "Vi räknar med 9 000 kr." in make(resident, "protected_amount", housing="108 000/år")


def test_how_often_is_refused_where_it_means_nothing(resident: Resident) -> None:
    assert "inte hur ofta det kommer" in make(resident, "late_bill", amount="500/mån", expect=422)


def test_only_the_room_of_the_forms_reads_a_form() -> None:
    files = [path for path in (ROOT / "web").rglob("*.py") if path.relative_to(ROOT).parts[1] != "forms"]
    readers = [str(path.relative_to(ROOT)) for path in files if READS.search(path.read_text("utf-8"))]

    assert len(files) > 50
    assert readers == []


def test_nothing_is_made_past_its_checks() -> None:
    rooms = ("advice", "calculator", "classroom", "content", "questionnaire", "report", "web")
    found = [
        path.name for room in rooms for path in (ROOT / room).rglob("*.py") if "model_construct" in path.read_text()
    ]

    assert found == []
