"""The budget on one page: amounts as people write them, one amount a row, and lines that it gives way to."""

from __future__ import annotations

import io
import re
from typing import Any

import openpyxl
import pytest
from flask import Flask

from tests.web.budget.resident import SPACE, Resident, balance_of, value_of, words_of

MONTH = "/sv/budget/manad"


@pytest.fixture
def resident(app: Flask) -> Resident:
    return Resident(app.test_client())


def typed(resident: Resident, amounts: dict[str, str], button: str = "update") -> Any:
    return resident.post(MONTH, {**{f"amount-{line}": text for line, text in amounts.items()}, button: "1"})


def came_and_went(page: str) -> list[str]:
    return [text.replace(SPACE, " ") for text in re.findall(r"<dd>(?:<[^>]*>)?([^<]*)", page)][:2]


def test_after_the_household_comes_the_page_of_ten_rows(resident: Resident) -> None:
    resident.live([5, 9])
    page = resident.get(MONTH)
    rows = re.findall(r'name="amount-(\w+)"', page.split('id="out"')[1])
    assert rows == [
        "rent", "electricity", "food_sum", "children_sum", "travel_sum", "phone_and_internet",
        "clothes_leisure_hygiene", "other_sum", "debts_sum",
    ]  # fmt: skip


def test_a_household_of_four_by_hand(resident: Resident) -> None:
    """26 400 + 18 900 + 2 650 = 47 950 in; 9 850 + 870 + 9 000 + 2 000 + 2 120 + 890 + 3 000 + 3 700 = 31 430 out."""
    given = {
        "pay": "26 400", "pay_partner": "18900 kr", "child_benefit": "2650", "rent": "9 850:-", "electricity": "ca 870",
        "food_sum": "9k", "children_sum": "500+1500", "travel_sum": "2x1060", "phone_and_internet": "890",
        "clothes_leisure_hygiene": "2500-3500", "debts_sum": "3 700",
    }  # fmt: skip
    assert typed(resident, given).headers["Location"] == f"{MONTH}#balance"
    page = resident.get(MONTH)
    assert came_and_went(page) == ["47 950 kr", "31 430 kr"]
    assert balance_of(page) == "Kvar: 16 520 kr"
    assert value_of(page, "electricity") == "~870"
    assert value_of(page, "clothes_leisure_hygiene").replace(SPACE, " ") == "~3 000"


def test_what_goes_out_above_what_comes_in_is_said_and_drawn(resident: Resident) -> None:
    typed(resident, {"pay": "10000", "rent": "12500"})
    page = resident.get(MONTH)
    assert balance_of(page) == "Det fattas: 2 500 kr"
    # 10 000 of 12 500 is 800 of 1 000, and the other 200 are hatched
    assert 'data-bar="went" width="800"' in page
    assert 'data-bar="over" x="800" width="200"' in page


def test_an_amount_of_another_period_is_a_month_here_and_stays_what_it_was(resident: Resident) -> None:
    resident.fill("home", {"electricity": ("2 400", "quarter")})
    page = resident.get(MONTH)
    assert value_of(page, "electricity") == "800"
    typed(resident, {"electricity": "800", "pay": "52 000/år"})
    assert 'value="quarter" data-parts="20280" selected' in resident.get("/sv/budget/home") or re.search(
        r'<select name="period-electricity".*?value="quarter"[^>]* selected', resident.get("/sv/budget/home"), re.DOTALL
    )
    # 52 000 a year is 4 333,33 a month, and 800 goes: 3 533,33
    assert balance_of(resident.get(MONTH)) == "Kvar: 3 533 kr"


def test_a_row_is_divided_and_never_counted_twice(resident: Resident) -> None:
    typed(resident, {"pay": "20000", "food_sum": "6900"})
    answer = resident.post(MONTH, {"amount-pay": "20000", "amount-food_sum": "6900", "split": "food"})
    assert answer.headers["Location"] == "/sv/budget/food_and_household?change=quick"
    page = resident.get("/sv/budget/food_and_household?change=quick")
    assert "Du har skrivit 6 900 kr i en summa." in words_of(page)
    assert balance_of(page) == "Kvar just nu: 13 100 kr i månaden"
    sent = {"amount-food": "5000", "amount-consumables": "400", "period-food": "month", "period-consumables": "month"}
    divided = resident.post("/sv/budget/food_and_household?change=quick", sent)
    assert divided.headers["Location"] == MONTH
    page = resident.get(MONTH)
    assert 'name="amount-food_sum"' not in page
    assert "Mat och hushåll 5 400 kr Uppdelat på flera rader." in words_of(page)
    assert balance_of(page) == "Kvar: 14 600 kr"


def test_when_the_lines_are_emptied_the_sum_counts_again(resident: Resident) -> None:
    typed(resident, {"food_sum": "6900"})
    resident.fill("food_and_household", {"food": "5000"})
    resident.fill("food_and_household", {"food": ""})
    assert value_of(resident.get(MONTH), "food_sum").replace(SPACE, " ") == "6 900"
    assert balance_of(resident.get(MONTH)) == "Det fattas: 6 900 kr"


def test_a_line_beside_the_row_is_counted_beside_it(resident: Resident) -> None:
    resident.fill("phone_and_media", {"subscriptions": "129"})
    typed(resident, {"phone_and_internet": "500"})
    page = resident.get(MONTH)
    assert "Och på andra rader: 129 kr" in words_of(page)
    assert balance_of(page) == "Det fattas: 629 kr"


def test_what_cannot_be_read_is_kept_and_named_by_its_row(resident: Resident) -> None:
    answer = typed(resident, {"food_sum": "massor", "rent": "9000"})
    assert answer.status_code == 422
    assert value_of(answer.text, "food_sum") == "massor"
    assert "Mat och hushåll: Vi kan inte läsa beloppet" in words_of(answer.text)
    assert balance_of(answer.text) == "Summan visas när beloppen är rättade."
    assert value_of(resident.get(MONTH), "rent").replace(SPACE, " ") == "9 000"


def test_the_usual_cost_stands_in_the_field_and_child_benefit_is_named(resident: Resident) -> None:
    """One adult of 25–50 and children of 5 and 9 who eat at home: Konsumentverket's food and consumables of 2026."""
    resident.live([5, 9])
    page = resident.get(MONTH)
    words = words_of(page)
    assert "Barnbidraget är 2 650 kr" in words
    usual = re.search(r"Mat och hushåll kr Vanligt: ([\d ]+) kr", words)
    assert usual is not None
    assert re.search(rf'name="amount-food_sum" value=""[^>]* placeholder="{usual[1].replace(" ", SPACE)}"', page)


def test_a_home_without_children_has_no_row_for_them(resident: Resident) -> None:
    resident.live([])
    assert 'name="amount-children_sum"' not in resident.get(MONTH)


def test_the_button_leads_to_the_result(resident: Resident) -> None:
    assert typed(resident, {"pay": "20000"}, button="show").headers["Location"] == "/sv/budget/summering"
    assert "20 000 kr" in words_of(resident.get("/sv/budget/summering"))


def test_the_spreadsheet_has_the_sums_as_lines(resident: Resident) -> None:
    typed(resident, {"pay": "20000", "food_sum": "6900"})
    resident.get(MONTH)
    answer = resident.client.get("/sv/spara/min-manad.xlsx", base_url="https://localhost")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).worksheets[0]
    found = {row[0].value: row[1].value for row in sheet.iter_rows(max_col=2)}
    assert found["Mat och hushåll i en summa"] == 6900


def test_somebody_elses_page_changes_nothing(resident: Resident) -> None:
    resident.get(MONTH)
    assert resident.post(MONTH, {"amount-pay": "1"}, token=False).status_code == 422
    assert value_of(resident.get(MONTH), "pay") == ""


@pytest.mark.sampled(3)
@pytest.mark.parametrize("code", ["en", "xr", "xx"])
def test_in_every_language(app: Flask, code: str) -> None:
    direction = "rtl" if code == "xr" else "ltr"
    visitor = Resident(app.test_client(), code, direction)
    visitor.open(f"/{code}/budget/manad")


def test_an_owned_home_has_its_loan_on_the_page(resident: Resident) -> None:
    """4 100 + 6 200,50 + 2 500 = 12 800,50 for the home, and 700 for power: 13 500,50 out of 20 000."""
    resident.live([], home="own")
    page = resident.get(MONTH)
    rows = re.findall(r'name="amount-(\w+)"', page.split('id="out"')[1])
    assert rows[:4] == ["home_fee", "home_loan_interest", "home_loan_repayment", "electricity"] and "rent" not in rows
    given = {
        "pay": "20000", "home_fee": "4 100", "home_loan_interest": "6200,50", "home_loan_repayment": "30000/år",
        "electricity": "700",
    }  # fmt: skip
    typed(resident, given)
    assert balance_of(resident.get(MONTH)) == "Kvar: 6 500 kr"
    assert value_of(resident.get("/sv/budget/home"), "home_loan_interest").replace(SPACE, " ") == "6 200,50"
    said = words_of(resident.get("/sv/budget/summering"))
    assert "Boendet 12 801 kr" in said and "Hyra" not in said.split("Vart pengarna går")[1].split("Ändra")[0]


def test_a_rent_that_was_typed_before_the_home_was_said_to_be_owned_is_still_counted(resident: Resident) -> None:
    typed(resident, {"pay": "20000", "rent": "9 000"})
    resident.live([], home="own")
    typed(resident, {"pay": "20000", "home_fee": "1 000"})
    page = resident.get(MONTH)
    assert balance_of(page) == "Kvar: 10 000 kr"
    assert "Och på andra rader: 9 000 kr" in words_of(page)
