"""A loan with monthly payments: what each payment is, what it comes to, and what it costs as one yearly rate.

The month's interest is the nominal rate / 12 of the balance. Payments stay exact; only what is printed is rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from calculator.effective_rate import Flow, effective_rate, exactly
from calculator.given import NO_UNKNOWN_KEYS, Whole
from calculator.inputs import Amount
from calculator.numbers import Percent, PositiveAmount
from content.money import Ore, rounded

Kind = Literal["annuity", "straight"]

MONTHS_IN_YEAR = 12
MOST_MONTHS = 1200
HUNDREDTHS = 100


@dataclass(frozen=True)
class Loan:
    """An amount in öre (in JSON in kronor), paid back monthly.

    annuity: the same payment each month; straight: the same amortisation.
    """

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    amount: PositiveAmount
    nominal_rate_percent: Percent
    months: Annotated[Whole, Field(ge=1, le=MOST_MONTHS)]
    monthly_fee: Amount = 0
    setup_fee: Amount = 0
    """Paid at the start: it makes what the borrower gets to use smaller."""
    kind: Kind = "annuity"

    @property
    def monthly_rate(self) -> Fraction:
        """The nominal yearly rate / 12."""
        return Fraction(self.nominal_rate_percent) / (HUNDREDTHS * MONTHS_IN_YEAR)

    @cached_property
    def annuity(self) -> Fraction:
        """Exact öre a month for interest and amortisation together, the same each month."""
        rate = self.monthly_rate
        if not rate:
            return Fraction(self.amount, self.months)
        growth = (1 + rate) ** self.months
        return self.amount * rate * growth / (growth - 1)

    def payment(self, month: int) -> Fraction:
        """Exact öre in that month (the first is 1), with the monthly fee."""
        if self.kind == "annuity":
            return self.annuity + self.monthly_fee
        return Fraction(self.amount, self.months) + self.balance_after(month - 1) * self.monthly_rate + self.monthly_fee

    def balance_after(self, months: int) -> Fraction:
        """Exact öre that are left to pay back after so many payments."""
        if not 0 <= months <= self.months:
            raise ValueError(f"the loan runs over {self.months} months, not {months}")
        rate = self.monthly_rate
        if self.kind == "straight" or not rate:
            return Fraction(self.amount * (self.months - months), self.months)
        growth = (1 + rate) ** months
        return self.amount * growth - self.annuity * (growth - 1) / rate

    @property
    def total(self) -> Fraction:
        """Exact öre of all that the borrower pays: every payment with its fee, and the setup fee."""
        fees = self.setup_fee + self.monthly_fee * self.months
        if self.kind == "annuity":
            return self.annuity * self.months + fees
        # n payments of interest on n, n−1 … 1 parts of the amount
        return self.amount * (1 + self.monthly_rate * (self.months + 1) / 2) + fees

    @property
    def flows(self) -> tuple[Flow, ...]:
        """What the borrower gets and pays, by month."""
        months = range(1, self.months + 1)
        got = Flow(0, self.amount - self.setup_fee)
        if self.kind == "annuity":
            # a fraction of thousands of digits: it is made a decimal number once and not for every month
            payment = exactly(self.payment(1))
            return (got, *(Flow(month, -payment) for month in months))
        return (got, *(Flow(month, -self.payment(month)) for month in months))


@dataclass(frozen=True, slots=True)
class LoanSums:
    """Öre, each rounded by itself from the exact sum; the rate is percent a year with six decimals."""

    first_payment: Ore
    last_payment: Ore
    total: Ore
    cost: Ore
    """What is paid over and above the amount: interest and all fees."""
    effective_rate_percent: Decimal


def loan_sums(loan: Loan) -> LoanSums:
    """What the loan comes to. `NoRate` where the fees leave nothing of the loan, or more than any rate can tell."""
    return LoanSums(
        first_payment=rounded(loan.payment(1)),
        last_payment=rounded(loan.payment(loan.months)),
        total=rounded(loan.total),
        cost=rounded(loan.total - loan.amount),
        effective_rate_percent=effective_rate(loan.flows, times_a_year=MONTHS_IN_YEAR),
    )
