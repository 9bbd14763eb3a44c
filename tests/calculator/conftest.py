"""This room's real files, read once, and made-up figures for what the real ones do not show."""

from __future__ import annotations

import pytest

from calculator.figure import Figure
from calculator.reader import HERE, CalculatorContent, read_calculator
from content.problems import Problems


@pytest.fixture(scope="session")
def content() -> CalculatorContent:
    problems = Problems()
    read = read_calculator(HERE, problems)
    problems.raise_if_any()
    assert read is not None
    return read


@pytest.fixture(scope="session")
def figures(content: CalculatorContent) -> dict[str, Figure]:
    return content.figures
