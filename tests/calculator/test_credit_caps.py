"""The ceilings of the act of 2010, as they stood from 1 March 2025 until 19 November 2026."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from calculator.credit_caps import credit_caps
from calculator.figure import Figure
from calculator.loan import Loan

Figures = dict[str, Figure]
IN_FORCE, AFTER = datetime.date(2026, 6, 1), datetime.date(2026, 11, 23)


def loan(rate: str = "10", months: int = 12, setup: int = 0, fee: int = 0) -> Loan:
    return Loan(10_000_00, Decimal(rate), months, monthly_fee=fee * 100, setup_fee=setup * 100)


@pytest.mark.parametrize(
    ("given", "above"),
    [
        (loan(), set()),
        # reference rate 2 and twenty points: 22 is allowed, more is not
        (loan("22"), set()),
        (loan("22.01"), {"interest"}),
        # one percent of 59 200
        (loan(setup=592), set()),
        (loan(setup=593), {"setup_fee"}),
        # ten thousand in fees alone is as much as was borrowed; with interest it is more
        (loan("0", 100, fee=100), set()),
        (loan("1", 100, fee=100), {"cost"}),
        (loan("40", 60, setup=1000), {"interest", "cost", "setup_fee"}),
    ],
)
def test_what_is_above(given: Loan, above: set[str], figures: Figures) -> None:
    found = credit_caps(given, IN_FORCE, figures)
    assert found is not None and found.in_force
    assert {cap.name for cap in found.above} == above


def test_the_limits_in_numbers(figures: Figures) -> None:
    found = credit_caps(loan(), IN_FORCE, figures)
    assert found is not None
    assert {cap.name: cap.limit for cap in found.caps} == {
        "interest": 22,
        "cost": 10_000_00,
        "setup_fee": 592_00,
    }


def test_after_the_act_they_are_no_longer_said_to_be_in_force(figures: Figures) -> None:
    found = credit_caps(loan("30"), AFTER, figures)
    assert found is not None and not found.in_force
    assert found.until == datetime.date(2026, 11, 19)
    assert {cap.name for cap in found.above} == {"interest"}


def test_before_them_nothing_is_said(figures: Figures) -> None:
    assert credit_caps(loan(), datetime.date(2024, 1, 1), figures) is None
