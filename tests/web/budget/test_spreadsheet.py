"""The budget as a spreadsheet: its formulas, worked out by another program, give the sums of the page."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Visit
from tests.visitor import HOME, Visitor

BUDGET = {
    "income": [
        {"id": "pay", "amount": "19400.50", "period": "month"},
        {"id": "extra_job", "amount": "500", "period": "week"},
    ],
    "costs": [
        {"id": "rent", "amount": "10900", "period": "month"},
        {"id": "water", "amount": "601", "period": "quarter"},
        {"id": "home_insurance", "amount": "2400", "period": "year"},
        {"id": "food", "amount": "33", "period": "day"},
    ],
    "debts": [{"id": "card", "amount": "250", "period": "two_weeks"}],
}


def workbook(visitor: Visitor) -> bytes:
    answer = visitor.client.get(f"/{visitor.language}/spara/min-manad.xlsx", base_url=HOME)
    assert answer.status_code == 200 and 'filename="min-manad.xlsx"' in answer.headers["Content-Disposition"]
    return answer.data


@pytest.fixture
def with_budget(visit: Visit) -> Visitor:
    visitor = visit()
    visitor.start()
    visitor.budget(None, BUDGET)
    return visitor


def test_what_was_given_stands_in_it_and_every_sum_is_a_formula(with_budget: Visitor) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(with_budget))).worksheets[0]
    rows = {row[0].value: row for row in sheet.iter_rows() if row[0].value}
    assert rows["Lön efter skatt"][1].value == 19400.50
    assert rows["Hyra"][2].value == "i månaden" and rows["Mat"][2].value == "om dagen"
    for name in ("Lön efter skatt", "Mat", "Alla kostnader", "Kvar före skulder", "Kvar efter skulder"):
        assert str(rows[name][3].value).startswith("="), name


def test_the_values_it_carries_are_those_of_the_page(with_budget: Visitor) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(with_budget)), data_only=True).worksheets[0]
    values = {row[0].value: row[3].value for row in sheet.iter_rows() if row[0].value}
    # by hand: 19 400.50 + 500 / 7 × 365 / 12 = 21 573.12; 10 900 + 601 / 3 + 200 + 33 × 365 / 12 = 12 304.08;
    # 250 / 14 × 365 / 12 = 543.15
    assert float(values["Alla inkomster"]) == pytest.approx(21573.12, abs=0.01)
    assert float(values["Alla kostnader"]) == pytest.approx(12304.08, abs=0.01)
    assert float(values["Alla lån och skulder"]) == pytest.approx(543.15, abs=0.01)
    assert float(values["Kvar efter skulder"]) == pytest.approx(8725.88, abs=0.01)


def test_it_is_written_from_right_to_left_where_that_is_read(visit: Visit) -> None:
    visitor = visit("xr")
    visitor.start()
    visitor.budget(None, BUDGET)
    book = openpyxl.load_workbook(io.BytesIO(workbook(visitor)))
    assert book.worksheets[0].sheet_view.rightToLeft
    assert "⟦" in str(book.worksheets[0]["A1"].value)


def test_no_text_can_become_a_formula(with_budget: Visitor) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(with_budget))).worksheets[0]
    assert not any(
        str(cell.value or "").startswith(("=", "+", "-", "@")) for row in sheet.iter_rows() for cell in row[:3]
    )


@pytest.mark.slow
def test_another_program_works_the_formulas_out_to_the_same(with_budget: Visitor, tmp_path: Path) -> None:
    file = tmp_path / "budget.xlsx"
    file.write_bytes(workbook(with_budget))
    office = shutil.which("soffice")
    assert office, "script/test installs libreoffice-calc"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    options = [
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):59,34,76,1",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([office, *options, str(file)], check=True, capture_output=True, timeout=120)
    text = (tmp_path / "budget.csv").read_text("utf-8")
    lines = {line.split(";")[0].strip('"'): line.split(";")[-1] for line in text.splitlines()}
    assert "21" in lines["Alla inkomster"] and "573" in lines["Alla inkomster"]
    assert "8" in lines["Kvar efter skulder"] and "725" in lines["Kvar efter skulder"]
