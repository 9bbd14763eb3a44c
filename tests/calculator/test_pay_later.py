"""Buying now and paying later as one yearly rate: published short loans, and what a small fee becomes."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest

from calculator.effective_rate import Flow, effective_rate
from calculator.pay_later import PayLater


def one_decimal(percent: Decimal) -> str:
    return str(percent.quantize(Decimal("0.1"), ROUND_HALF_UP))


@pytest.mark.parametrize(
    ("plan", "rate"),
    [
        # the study for the Commission: 200 repaid by 250, and by 350, after a month
        (PayLater(200_00, 250_00, 1, "month"), "1355.2"),
        (PayLater(200_00, 350_00, 1, "month"), "82400.5"),
        # 3 000 repaid by 3 400 after 30 days of 365
        (PayLater(3_000_00, 3_400_00, 1, "thirty_days"), "358.5"),
        # nothing extra costs nothing
        (PayLater(1_200_00, 100_00, 12, "month"), "0.0"),
        # a year of 52 weeks: 100 back with 101 after one week, (1.01^52 − 1)
        (PayLater(100_00, 101_00, 1, "week"), "67.8"),
        (PayLater(100_00, 101_00, 1, "two_weeks"), "29.5"),
    ],
)
def test_published_and_plain_rates(plan: PayLater, rate: str) -> None:
    assert one_decimal(plan.effective_rate_percent()) == rate


def test_a_fee_on_the_first_day_counts(figures: object) -> None:
    # 10 000, fee 300, 10 800 after a year is 8 percent where the fee is added to the loan; taken from it, it is more
    with_fee = PayLater(10_000_00, 900_00, 12, "month", setup_fee=300_00)
    without = PayLater(10_000_00, 900_00, 12, "month")
    assert with_fee.effective_rate_percent() > without.effective_rate_percent()
    assert (with_fee.total, with_fee.cost) == (11_100_00, 1_100_00)


@pytest.mark.parametrize(
    ("flows", "rate"),
    [
        # COM(96) 79 annex III: 1 000 on 1 January 1994, 1 200 on 1 July 1995, 546 days of 365
        ([("0", 1000), (Decimal(546) / 365, -1200)], "13.0"),
        # a bank's own example: 10 000 and 10 800 after one year
        ([("0", 10_000), ("1", -10_800)], "8.0"),
        # 100 repaid by 101 after 365 days, and by 100
        ([("0", 100), ("1", -101)], "1.0"),
        ([("0", 100), ("1", -100)], "0.0"),
        # 10 000 in 60 payments of 222.44
        ([("0", 10_000), *((Decimal(month) / 12, Decimal("-222.44")) for month in range(1, 61))], "12.7"),
    ],
)
def test_published_effective_rates(flows: list[tuple[Decimal | str, Decimal | int]], rate: str) -> None:
    found = effective_rate(Flow(Decimal(time), Decimal(amount)) for time, amount in flows)
    assert one_decimal(found) == rate
