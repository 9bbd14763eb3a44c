"""What comes in beside what goes out on the sheet's budget page: two bars, the longer one whole."""

from __future__ import annotations

import pytest

from calculator.budget import Budget, Line, summarise
from web.paper.sheet import flow


@pytest.mark.parametrize(
    ("income", "costs", "debts", "out", "bars"),
    [
        # a whole bar is 62: 62 × 15 000 ÷ 20 000 = 46,5
        (20_000, 12_000, 3_000, 15_000, (62, 46)),
        # more goes out than comes in: 62 × 10 000 ÷ 12 500 = 49,6
        (10_000, 12_500, 0, 12_500, (49, 62)),
        (0, 5_000, 0, 5_000, (1, 62)),
    ],
)
def test_in_and_out(income: int, costs: int, debts: int, out: int, bars: tuple[int, int]) -> None:
    lines = (Line(name, kronor * 100, "month") for name, kronor in (("pay", income), ("rent", costs), ("card", debts)))
    (came, in_bar), (went, out_bar) = flow(summarise(Budget(*((line,) for line in lines))))
    assert (came, went) == (income * 100, out * 100)
    assert f' w{bars[0]}"' in in_bar and f' w{bars[1]}"' in out_bar
