"""The sums that a result leads to; and a sum stands once: made by hand or worked out by the report, never both."""

from __future__ import annotations

from typing import Any

import pytest

from tests.visitor import Visitor
from tests.web.sums.sum_pages import LIFE, PATHS, SPACE, make
from web.sums.registry import BY_RULE

KEPT = BY_RULE["protected_amount"].title
HOUSEHOLD: dict[str, Any] = {"adults": [{"age": 38}], "children": [], "tenant": True}


def budget(**lines: int) -> dict[str, Any]:
    kinds = {"pay": "income", "rent": "costs"}
    found: dict[str, list[dict[str, str]]] = {}
    for line, kronor in lines.items():
        found.setdefault(kinds[line], []).append({"id": line, "amount": str(kronor), "period": "month"})
    return found


def led_to(visitor: Visitor, rule: str) -> bool:
    """Whether the result that is open leads to the page of a sum that is not made."""
    return any(link.endswith(f"/rakna/{PATHS[rule]}") for link in visitor.page.links())


def headings(visitor: Visitor) -> list[str]:
    """Those of the sums."""
    return ["".join(one.itertext()) for one in visitor.page.tree.iter("h4")]


@pytest.mark.parametrize(
    ("letter", "leads"), [("attachment", True), ("collection", False), ("payment_order", False), ("nothing", False)]
)
def test_what_may_be_kept_is_near_at_hand_where_kronofogden_takes_of_the_income(
    visitor: Visitor, letter: str, leads: bool
) -> None:
    visitor.answer(letters=[letter], answered="no", claim_right="right")
    visitor.result()
    assert led_to(visitor, "protected_amount") is leads


def test_a_sum_that_is_made_is_shown_and_no_longer_led_to(visitor: Visitor) -> None:
    visitor.answer(letters=["attachment"])
    make(visitor, "protected_amount")
    visitor.open("/sv/resultat")
    assert headings(visitor).count(KEPT) == 1
    listed = [item for item in visitor.page.tree.iter("li") if KEPT in "".join(item.itertext())]
    assert listed == [], "it is no longer among those to work out"


@pytest.mark.slow
def test_what_the_report_works_out_and_somebody_made_by_hand_stands_once(visitor: Visitor) -> None:
    visitor.answer(letters=["attachment"])
    visitor.budget(HOUSEHOLD, budget(pay=22_000, rent=9_000))
    told = {}
    for by in ("report", "hand"):
        if by == "hand":
            make(visitor, "protected_amount", **LIFE["protected_amount"] | {"debtor_income": "30 000"})
        result = visitor.open("/sv/resultat")
        assert headings(visitor).count(KEPT) == 1, by
        told[by] = result.main.replace(SPACE, " ")
        assert visitor.sheet_text().count(KEPT) == 1, by
    assert told["report"] != told["hand"], "what was made by hand stands in the place of the other"
