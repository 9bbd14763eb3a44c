"""A month in which every amount is nought: zero is a number, and nothing may be divided by it."""

from __future__ import annotations

import pytest

from tests.conftest import Visit


@pytest.mark.slow
def test_a_budget_of_noughts_has_a_result_and_a_sheet(visit: Visit) -> None:
    visitor = visit("sv")
    visitor.open("/sv/budget/home")
    visitor.press(visitor.page.form("amount-rent"), **{"amount-rent": "0", "period-rent": "month"})
    for address in ("/sv/budget/summering", "/sv/resultat"):
        assert "0\u00a0kr" in visitor.open(address).main.replace("\u202f", "\u00a0") or "0 kr" in visitor.page.main
    assert "Min månad" in visitor.sheet_text()
