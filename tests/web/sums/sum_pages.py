"""The least that each sum can be made with, and how it is made on its page."""

from __future__ import annotations

from tests.visitor import Visitor
from web.sums.registry import SUMS

SPACE = "\u00a0"
PATHS = {one.rule: one.path for one in SUMS}
LIFE: dict[str, dict[str, str]] = {
    "late_bill": {"amount": "500", "due": "2026-01-31"},
    "protected_amount": {"debtor_income": "22 000", "housing": "9000"},
    "month_calendar": {"month": "2026-11", "events-0-kind": "pay", "events-0-amount": "15 000"},
    "repayment": {"per_month": "1000", "debts-0-balance": "5000", "debts-0-nominal_rate_percent": "0"},
    "loan": {"amount": "10000", "nominal_rate_percent": "5", "months": "24"},
    "effective_rate": {"amount": "200", "payment": "250", "times": "1"},
    "saving": {"goal": "1500", "deposit": "25", "start": "10"},
    "minimum_standard": {"adults": "1"},
    "reference_costs": {"people-0-age": "38"},
}
"""For each sum the least that it can be made with."""


def make(visitor: Visitor, rule: str, expect: int = 200, **changes: str) -> str:
    """Fill in the page of a sum and press the button; what stands there then, with plain spaces."""
    visitor.open(f"/{visitor.language}/rakna/{PATHS[rule]}")
    form = next(one for one in visitor.page.forms() if one.address.endswith(PATHS[rule]))
    visitor.press_with(form, {**LIFE[rule], **changes}, expect=expect)
    return visitor.page.main.replace(SPACE, " ")
