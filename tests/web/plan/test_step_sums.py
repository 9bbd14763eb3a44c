"""A step that a sum was made for shows its figure in its row; what cannot be said shows none."""

from __future__ import annotations

import re

import pytest

from tests.visitor import Visitor


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.replace("&nbsp;", " ").replace("\u00ad", "")).split())


def row(visitor: Visitor, block: str) -> str:
    """The words of a step's row, before it is opened."""
    visitor.open("/sv/resultat")
    (found,) = re.findall(rf'id="step-{block}".*?<summary>(.*?)</summary>', visitor.page.html, re.DOTALL)
    return words_of(found)


@pytest.fixture
def taken_from(visitor: Visitor) -> Visitor:
    """Kronofogden takes of the income; the rent is paid and nothing else is wrong."""
    visitor.answer(letters=["attachment"], unpaid_now=["nothing"], money_lasts="mostly")
    return visitor


def test_what_may_be_kept_stands_in_the_row_of_its_step(taken_from: Visitor) -> None:
    assert "behålla i månaden" not in row(taken_from, "B16")
    taken_from.open("/sv/rakna/behalla")
    # One adult of 2026: normal amount 6 243 kr and a rent of 7 000 kr are 13 243 kr, of 20 000 kr.
    form = taken_from.page.form("debtor_income")
    taken_from.press(form, couple="no", debtor_income="20000", housing="7000")
    assert re.search(r"Ungefär så mycket får du behålla i månaden: 13\s243 kr", row(taken_from, "B16"))


def test_the_interest_of_a_late_bill_stands_with_its_letter(visitor: Visitor) -> None:
    visitor.answer(letters=["collection", "power_cut"], unpaid_now=["nothing"], money_lasts="mostly")
    assert "Dröjsmålsränta" not in row(visitor, "B27")
    visitor.open("/sv/rakna/sen-rakning")
    visitor.press(visitor.page.form("amount"), amount="1000", due="2026-11-13")
    # Ten days at the reference rate of 2 per cent and eight more: 1 000 × 0.10 × 10 / 365.
    assert re.search(r"Dröjsmålsränta till i dag: 2,74\skr", row(visitor, "B27"))


def test_it_stands_in_the_card_where_the_step_is_the_act(visitor: Visitor) -> None:
    visitor.answer(letters=["collection"], unpaid_now=["nothing"], money_lasts="mostly")
    visitor.open("/sv/rakna/sen-rakning")
    visitor.press(visitor.page.form("amount"), amount="1000", due="2026-11-13")
    visitor.open("/sv/resultat")
    (card,) = re.findall(r'<section class="act.*?</section>', visitor.page.html, re.DOTALL)
    assert re.search(r"Dröjsmålsränta till i dag: 2,74\skr", words_of(card))
