"""A purchase that is paid later in equal parts, as one yearly rate: what "buy now, pay later" really costs.

The rate is that of directive 2008/48/EC, annex I (succeeded by 2023/2225): a year is 365 days, 52 weeks or 12 months.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from calculator.effective_rate import Flow, effective_rate
from content.money import Ore

Every = Literal["week", "two_weeks", "thirty_days", "month"]

TIMES_A_YEAR: dict[Every, Fraction] = {
    "week": Fraction(52),
    "two_weeks": Fraction(26),
    "thirty_days": Fraction(365, 30),
    "month": Fraction(12),
}


@dataclass(frozen=True, slots=True)
class PayLater:
    """What was bought or borrowed, the fee on the first day, and `times` payments, the first one period later. Öre."""

    amount: Ore
    payment: Ore
    times: int
    every: Every
    setup_fee: Ore = 0

    @property
    def total(self) -> Ore:
        """All that is paid."""
        return self.payment * self.times + self.setup_fee

    @property
    def cost(self) -> Ore:
        """What is paid over and above the amount; below zero where less is paid back than was had."""
        return self.total - self.amount

    def effective_rate_percent(self) -> Decimal:
        """Percent a year with six decimals. `NoRate` where none solves it."""
        flows = [Flow(Decimal(0), self.amount - self.setup_fee)]
        a_year = TIMES_A_YEAR[self.every]
        years = (number / a_year for number in range(1, self.times + 1))
        flows += [Flow(_decimal(time), -self.payment) for time in years]
        return effective_rate(flows)


def _decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)
