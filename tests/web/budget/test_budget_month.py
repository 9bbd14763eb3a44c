"""What the month comes to: on the summary, in the result, and for the script."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from flask import Flask

from tests.conftest import Visit
from tests.web.budget.resident import SPACE, Resident, words_of


@pytest.fixture
def resident(app: Flask) -> Resident:
    return Resident(app.test_client())


HOUSEHOLDS: dict[str, tuple[dict[str, dict[str, str]], int, int]] = {
    "samira": (
        {
            "income": {"study_support": "13200", "extra_job": "3600"},
            "home": {"rent": "6200", "electricity": "250"},
            "insurance_and_fees": {"home_insurance": "120"},
            "food_and_household": {"food": "3300"},
            "personal": {
                "hygiene": "450",
                "clothes": "500",
                "course_books": "400",
                "gym": "300",
                "leisure": "1000",
            },
            "phone_and_media": {"phone": "200", "subscriptions": "130"},
            "travel": {"local_transport": "750"},
            "other": {"savings": "800"},
        },
        2400,
        2400,
    ),
    "elias": (
        {
            "income": {"study_grant": "1250", "extra_job": "1900"},
            "phone_and_media": {"phone": "299", "games_and_apps": "340"},
            "personal": {"gym": "299", "clothes": "450", "leisure": "300"},
            "food_and_household": {"eating_out": "600"},
            "debts": {"pay_later": "760"},
        },
        862,
        102,
    ),
    "lena_johan": (
        {
            "income": {"pay": "27900", "pay_partner": "26400", "child_benefit": "2650"},
            "home": {"home_loan_interest": "17800", "electricity": "3100", "municipal_charges": "900"},
            "insurance_and_fees": {"home_insurance": "650", "unemployment_fund": "900"},
            "travel": {"car": "3200"},
            "food_and_household": {"food": "11200"},
            "personal": {"clothes": "2200", "hygiene": "1700"},
            "children": {"children_activities": "1600", "child_care": "2100"},
            "phone_and_media": {"phone_and_internet": "2000"},
            "other": {"other_costs": "1500"},
            "debts": {"car_loan": "3400", "card": "2200", "unsecured_loan": "2900", "instalment": "450"},
        },
        8100,
        -850,
    ),
    "maria": (
        {
            "income": {
                "pay": "19400",
                "child_benefit": "2650",
                "maintenance_received": "3600",
                "housing_allowance": "2400",
            },
            "home": {"rent": "10900", "electricity": "700"},
            "insurance_and_fees": {"home_insurance": "190", "unemployment_fund": "180"},
            "food_and_household": {"food": "7400"},
            "personal": {"clothes": "1500", "hygiene": "1200"},
            "phone_and_media": {"phone_and_internet": "750"},
            "travel": {"local_transport": "990"},
            "children": {"child_care": "650", "children_activities": "500"},
            "health": {"medicine": "200"},
            "debts": {"pay_later": "1150", "small_loan": "1400"},
        },
        2890,
        340,
    ),
    "ahmed": (
        {
            "income": {"sickness_benefit": "15900"},
            "home": {"rent": "7300", "electricity": "400"},
            "insurance_and_fees": {"home_insurance": "150"},
            "food_and_household": {"food": "3400"},
            "personal": {"hygiene": "500", "clothes": "400"},
            "phone_and_media": {"phone_and_internet": "550"},
            "health": {"medicine": "300"},
            "travel": {"local_transport": "800"},
            "other": {"other_costs": "400"},
            "debts": {"card": "600"},
        },
        1700,
        1100,
    ),
    "goran": (
        {
            "income": {"pension": "17600"},
            "home": {"rent": "8100", "electricity": "450"},
            "insurance_and_fees": {"home_insurance": "190"},
            "food_and_household": {"food": "3200"},
            "phone_and_media": {"phone_and_internet": "780"},
            "health": {"medicine": "250", "dentist": "300"},
            "travel": {"local_transport": "700"},
            "personal": {"leisure": "900", "clothes": "400", "hygiene": "350"},
            "other": {"savings": "1000"},
        },
        980,
        980,
    ),
}
"""The six households of the class material, and what is left of their months before and after debts."""


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_six_households_come_out_through_the_pages(resident: Resident, name: str) -> None:
    groups, before, after = HOUSEHOLDS[name]
    for group, lines in groups.items():
        assert resident.fill(group, lines).status_code == 303
    lines = re.search(r'<ul class="two-lines">(.*?)</ul>', resident.get("/sv/budget/summering"), re.DOTALL)
    assert lines
    said = re.findall(r"<span>(.*?)</span>\s*<strong><span[^>]*>(.*?)</span></strong>", lines[1])
    found = [(words.startswith("Så mycket saknas"), amount) for words, amount in said]
    wanted = [(left < 0, f"{abs(left):,} kr".replace(",", SPACE).replace(" ", SPACE)) for left in (before, after)]
    assert found == wanted


def test_the_result_shows_table_chart_and_reference_total(resident: Resident) -> None:
    resident.live([])
    resident.fill("income", {"pay": "10000"})
    resident.fill("home", {"rent": "5000"})
    resident.fill("food_and_household", {"food": "2500"}, **{"about-food": "1"})
    resident.fill("debts", {"card": "1000"})
    page = resident.get("/sv/resultat")
    words = words_of(page)
    assert "Kvar när månadens kostnader är betalda: 2 500 kr" in words
    assert "Kvar när även skulderna är betalda: 1 500 kr" in words
    assert "Mat ungefär 2 500 kr" in words
    widths = [int(width) for width in re.findall(r'y="2" width="(\d+)"', page)]
    assert widths == [1000, 500, 250, 100]
    assert all('aria-hidden="true"' in svg for svg in re.findall(r'<svg class="bar"[^>]*>', page))
    assert "Konsumentverket räknar med" in words
    assert "(2026)" in words


def test_the_exact_balance_in_the_page_is_what_the_server_sums(resident: Resident) -> None:
    """The script adds `data-others` and each line times its parts; done here by hand it must give the server's sum."""
    resident.fill("income", {"pay": ("333,33", "week"), "pension": ("1 001", "four_weeks")})
    page = resident.get("/sv/budget/home")
    found = re.search(r'id="balance" data-parts="(\d+)".*? data-others="(-?\d+)"', page, re.DOTALL)
    assert found
    parts, others = int(found[1]), int(found[2])
    month = Decimal(365) / Decimal(12)
    by_hand = Decimal(33333) / 7 * month + Decimal(100100) / 28 * month
    assert abs(Decimal(others) / parts - by_hand) < Decimal("0.0001")
    periods = dict(re.findall(r'<option value="(\w+)" data-parts="(\d+)"', page))
    assert int(periods["month"]) == parts
    assert int(periods["year"]) * 12 == parts
    assert int(periods["day"]) * 12 == parts * 365
    assert int(periods["week"]) * 7 == int(periods["day"])


@pytest.mark.sampled(3)
@pytest.mark.parametrize("code", ["en", "xx", "xr"])
def test_the_pages_hold_in_other_languages_and_from_right_to_left(visit: Visit, code: str) -> None:
    """The visitor audits each page: words left in Swedish, digits that would turn around, unmarked fields."""
    visitor = visit(code)
    household = {"adults": [{"age": 38}], "children": [{"age": 6, "lunch_away": True}], "tenant": True}
    income = [{"id": "pay", "amount": "19400", "period": "month"}]
    debts = [{"id": "card", "amount": "21000", "period": "month"}]
    visitor.start()
    visitor.budget(household, {"income": income, "debts": debts})
    visitor.result()
