"""The sheet without names: days, numbers and boxes, and no word of what they are about."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from report.library import Library
from tests.conftest import Visit
from tests.visitor import HOME, Visitor, paper_text

TELLING = "skuld|debt|kronofogd|brev|letter|inkasso|hyra|hyres|rent|bank|budget|social|domstol|court"


@pytest.fixture
def resident(visit: Visit) -> Visitor:
    visitor = visit()
    visitor.answer(letters=["payment_order"], answered="no", claim_right="unknown", unpaid_now=["rent"])
    return visitor


def quiet(visitor: Visitor) -> bytes:
    answer = visitor.client.get(f"/{visitor.language}/resultat/utan-namn.pdf", base_url=HOME)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert "budget.pdf" in answer.headers["Content-Disposition"]
    return answer.data


def test_it_holds_boxes_days_and_numbers_and_nothing_that_tells(resident: Visitor, library: Library) -> None:
    text = paper_text(quiet(resident))
    assert text.startswith("Min månad ☐ I dag")
    assert "0771-73 73 00" in text and "08-530 610 00" in text
    assert not re.search(TELLING, text, re.IGNORECASE)
    names = [
        word for one in library.advice.directories["0127"].by_id.values() for word in (one.name, one.short) if word
    ]
    assert not [name.swedish for name in names if name.swedish in text]


def test_its_title_says_nothing(resident: Visitor) -> None:
    with pikepdf.open(io.BytesIO(quiet(resident))) as read:
        assert str(read.docinfo["/Title"]) == "Min månad"
        assert read.Root.MarkInfo.Marked


def test_a_last_day_stands_in_words(resident: Visitor) -> None:
    resident.open("/sv/brev/payment_order")
    form = next(one for one in resident.page.forms() if one.address.endswith("/brev/payment_order"))
    resident.press(form, day="2026-11-20", days="10")
    # ten days from a Friday are a Monday
    assert "måndag 30 november" in paper_text(quiet(resident))


def test_the_result_leads_to_it_for_everybody(resident: Visitor) -> None:
    resident.open("/sv/resultat/ta-med")
    resident.page.link("/resultat/utan-namn.pdf")
