"""Published loans to the digit, and what holds for every loan."""

from __future__ import annotations

import time
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.effective_rate import NoRate
from calculator.figure import Figure
from calculator.inputs import InputError
from calculator.loan import Kind, Loan, loan_sums
from calculator.rules import calculate
from content.money import rounded

Figures = dict[str, Figure]

KRONA = 100


def loan(kronor: int, percent: str, months: int, fee: int = 0, kind: Kind = "annuity") -> Loan:
    return Loan(kronor * KRONA, Decimal(percent), months, monthly_fee=fee * KRONA, kind=kind)


@pytest.mark.parametrize(
    ("kronor", "percent", "fee", "months", "effective"),
    [
        # Open Broker, the Swedish loan brokers' standard
        (1_000, "1", 2, 5, "0.051"),
        (10_000, "5", 20, 24, "0.0982"),
        (200_000, "24.5", 60, 128, "0.2797"),
        (500_000, "40", 120, 180, "0.4863"),
        (500_000, "1", 1, 32, "0.0101"),
        (1_000, "1", 0, 5, "0.01"),
        (10_000, "5", 0, 24, "0.0512"),
        (200_000, "24.5", 0, 128, "0.2745"),
        (500_000, "40", 0, 180, "0.4821"),
    ],
)
def test_effective_rates_as_brokers_publish_them(
    kronor: int, percent: str, fee: int, months: int, effective: str
) -> None:
    found = loan_sums(loan(kronor, percent, months, fee)).effective_rate_percent / 100

    # the standard asks for a ten-thousandth
    assert abs(found - Decimal(effective)) < Decimal("0.0001")


@pytest.mark.parametrize(
    ("kronor", "percent", "months", "fee", "kind", "total"),
    [
        (10_000, "5", 24, 0, "annuity", 10_529),
        (10_000, "5", 24, 20, "annuity", 11_009),
        (200_000, "6.7", 96, 0, "annuity", 258_910),
        (200_000, "6.7", 96, 60, "annuity", 264_670),
        (10_000, "5", 24, 0, "straight", 10_521),
        (10_000, "5", 24, 20, "straight", 11_001),
        (200_000, "6.7", 96, 0, "straight", 254_158),
        (200_000, "6.7", 96, 60, "straight", 259_918),
    ],
)
def test_totals_as_brokers_publish_them(
    kronor: int, percent: str, months: int, fee: int, kind: Kind, total: int
) -> None:
    exact = loan(kronor, percent, months, fee, kind).total / KRONA

    assert rounded(exact) == total or abs(exact - total) <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("kronor", "percent", "months", "payment", "total", "balances"),
    [
        # MoneyHelper's mortgage repayments: the balance after so many years
        (410_000, "5", 240, "2705.82", "649396.45", {1: "397752.02", 7: "309923.65", 19: "31607.27"}),
        (500_000, "4", 300, "2639.18", "791755.26", {6: "421009.63", 12: "320633.26", 19: "168689.89"}),
        (315_000, "6.5", 144, "3156.05", "454471.41", {2: "277948.71", 5: "212536.78", 8: "133082.76"}),
        (690_000, "0", 130, "5307.69", "690000.00", {0: "690000.00", 1: "626307.69", 10: "53076.92"}),
    ],
)
def test_annuities_and_their_balances_as_moneyhelper_publishes_them(
    kronor: int, percent: str, months: int, payment: str, total: str, balances: dict[int, str]
) -> None:
    one = loan(kronor, percent, months)
    sums = loan_sums(one)

    assert sums.first_payment == sums.last_payment == Decimal(payment) * KRONA
    assert sums.total == Decimal(total) * KRONA
    assert sums.cost == sums.total - kronor * KRONA
    assert {year: rounded(one.balance_after(12 * year)) for year in balances} == {
        year: Decimal(balance) * KRONA for year, balance in balances.items()
    }


def test_a_straight_loan_pays_interest_on_what_is_left(figures: Figures) -> None:
    # 1 200 over three months at 12 %: 400 each month, and interest of 12, 8 and 4
    given = {"amount": "1200", "nominal_rate_percent": "12", "months": 3, "kind": "straight"}
    given |= {"monthly_fee": "10", "setup_fee": "100"}

    sums = calculate("loan", given, figures)

    assert sums["first_payment"] == "422.00"
    assert sums["last_payment"] == "414.00"
    assert sums["total"] == "1354.00"
    assert sums["cost"] == "154.00"
    # what stands above 1 100 received against 422, 418 and 414
    flows = [{"years": str(Decimal(m) / 12), "amount": str(a)} for m, a in enumerate((1100, -422, -418, -414))]
    assert (
        sums["effective_rate_percent"]
        == calculate("effective_rate", {"flows": flows}, figures)["effective_rate_percent"]
    )


def test_a_loan_of_one_payment(figures: Figures) -> None:
    given = {
        "amount": 1000,
        "nominal_rate_percent": 12,
        "months": 1,
        "monthly_fee": 0,
        "setup_fee": 0,
        "kind": "annuity",
    }

    assert calculate("loan", given, figures) == {
        "first_payment": "1010.00",
        "last_payment": "1010.00",
        "total": "1010.00",
        "cost": "10.00",
        # 1.01^12 − 1
        "effective_rate_percent": "12.682503",
    }


def test_a_loan_that_costs_nothing() -> None:
    sums = loan_sums(loan(1_000, "0", 7))

    assert (sums.total, sums.cost, str(sums.effective_rate_percent)) == (1000_00, 0, "0.000000")


AMOUNTS = st.integers(100_00, 1_000_000_00)
PERCENTS = st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths) / 100)
KINDS = st.sampled_from(("annuity", "straight"))
LOANS = st.builds(Loan, AMOUNTS, PERCENTS, st.integers(1, 120), st.integers(0, 100_00), st.just(0), KINDS)


@given(LOANS, st.integers(1, 50_00))
@settings(deadline=None, max_examples=50)
def test_each_fee_raises_the_cost_and_the_rate(one: Loan, fee: int) -> None:
    bare = loan_sums(one)
    monthly = loan_sums(Loan(one.amount, one.nominal_rate_percent, one.months, one.monthly_fee + fee, 0, one.kind))
    at_start = loan_sums(Loan(one.amount, one.nominal_rate_percent, one.months, one.monthly_fee, fee, one.kind))

    assert monthly.cost == bare.cost + fee * one.months
    assert at_start.cost == bare.cost + fee
    assert monthly.effective_rate_percent >= bare.effective_rate_percent
    assert at_start.effective_rate_percent >= bare.effective_rate_percent
    assert (at_start.first_payment, at_start.last_payment) == (bare.first_payment, bare.last_payment)


@given(LOANS)
@settings(deadline=None, max_examples=50)
def test_month_by_month_the_loan_is_paid_and_the_payments_are_the_total(one: Loan) -> None:
    balance = Fraction(one.amount)
    for month in range(1, one.months + 1):
        assert one.balance_after(month - 1) == balance
        balance += balance * one.monthly_rate - (one.payment(month) - one.monthly_fee)

    assert balance == 0 == one.balance_after(one.months)
    assert sum((one.payment(month) for month in range(1, one.months + 1)), Fraction(0)) == one.total


@given(AMOUNTS, PERCENTS, st.integers(1, 120), KINDS)
@settings(deadline=None, max_examples=50)
def test_without_fees_the_rate_is_the_monthly_one_twelve_times_over(
    amount: int, percent: Decimal, months: int, kind: Kind
) -> None:
    yearly = ((1 + percent / 1200) ** 12 - 1) * 100

    found = loan_sums(Loan(amount, percent, months, kind=kind)).effective_rate_percent
    assert abs(found - yearly) <= Decimal("0.000001")


def test_a_balance_outside_the_loan_is_refused() -> None:
    with pytest.raises(ValueError, match="12 months"):
        loan(1_000, "5", 12).balance_after(13)


def test_a_fee_that_takes_nearly_all_has_no_rate() -> None:
    with pytest.raises(NoRate):
        loan_sums(Loan(1_000_00, Decimal(5), 1, setup_fee=999_99))


@pytest.mark.parametrize(
    ("change", "at", "says"),
    [
        ({"amount": "0"}, "amount", "must be more than 0"),
        ({"amount": "-1"}, "amount", "below zero"),
        ({"amount": "9" * 400}, "amount", "too large"),
        ({"amount": None}, "amount", "is not an amount"),
        ({"nominal_rate_percent": "NaN"}, "nominal_rate_percent", "is not a number"),
        ({"nominal_rate_percent": "-1"}, "nominal_rate_percent", "must be at least 0"),
        ({"nominal_rate_percent": "1001"}, "nominal_rate_percent", "must be at most 1000"),
        ({"nominal_rate_percent": "9" * 400}, "nominal_rate_percent", "must be at most 1000"),
        ({"nominal_rate_percent": "5,5"}, "nominal_rate_percent", "is not a number"),
        ({"months": 0}, "months", "must be at least 1"),
        ({"months": 1201}, "months", "must be at most 1200"),
        ({"months": 10**400}, "months", "must be at most 1200"),
        ({"months": "12"}, "months", "must be a whole number"),
        ({"monthly_fee": "1.234"}, "monthly_fee", "more than two decimals"),
        ({"setup_fee": "1000"}, "setup_fee", "must be less than the amount"),
        ({"setup_fee": "999.99", "months": 1}, "effective_rate_percent", "no rate between"),
        ({"kind": "balloon"}, "kind", "must be one of 'annuity' or 'straight'"),
        ({"colour": "red"}, "colour", "is not a key here"),
    ],
)
def test_what_cannot_be_used_is_named(change: dict[str, Any], at: str, says: str, figures: Figures) -> None:
    given = {"amount": "1000", "nominal_rate_percent": "5", "months": 12} | change
    with pytest.raises(InputError) as error:
        calculate("loan", given, figures)

    assert says in {fault.at: fault.says for fault in error.value.faults}[at]


@pytest.mark.parametrize("kind", ["annuity", "straight"])
def test_the_longest_and_dearest_loan_is_answered_at_once(kind: str, figures: Figures) -> None:
    given = {"amount": "999999999999", "nominal_rate_percent": "999.9999999999", "months": 1200, "kind": kind}

    before = time.perf_counter()
    assert Decimal(calculate("loan", given, figures)["effective_rate_percent"]) > 10_000
    assert time.perf_counter() - before < 5


def test_a_bank_s_own_example_of_a_long_straight_loan(figures: dict[str, Figure]) -> None:
    """A savings bank in 2022: 1 000 000 at 4.64 percent over 50 years; the last payment is rounded up by them."""
    given = {"amount": "1000000", "nominal_rate_percent": "4.64", "months": 600, "kind": "straight"}
    found = calculate("loan", given, figures)
    assert round(Decimal(found["first_payment"])) == 5533
    assert round(Decimal(found["last_payment"])) == 1673
    assert round(Decimal(found["total"])) == 2_161_933
    assert round(Decimal(found["effective_rate_percent"]), 2) == Decimal("4.74")
