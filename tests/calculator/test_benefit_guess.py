"""The rule of thumb for a lost job, by hand: 80 percent, of 34 000 at most (lag 2024:506)."""

from __future__ import annotations

import datetime

import pytest

from calculator.benefit_guess import benefit_guess
from calculator.reader import CalculatorContent


@pytest.mark.parametrize(
    ("pay", "month"),
    [
        (20_000, 16_000),
        (21_400, 17_100),
        (22_062, 17_600),
        (22_063, 17_700),
        (34_000, 27_200),
        (50_000, 27_200),
        (0, 0),
    ],
)
def test_the_guess(content: CalculatorContent, pay: int, month: int) -> None:
    found = benefit_guess(pay * 100, datetime.date(2026, 11, 23), content.figures)
    assert found is not None
    assert (found.month, found.percent, found.top) == (month * 100, 80, 34_000 * 100)


def test_before_the_law_there_is_none(content: CalculatorContent) -> None:
    assert benefit_guess(20_000_00, datetime.date(2025, 9, 30), content.figures) is None
