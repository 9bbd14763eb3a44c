"""The published examples to the digit, the equation itself, and what has no rate or more than one."""

from __future__ import annotations

import time
from collections.abc import Iterable
from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calculator.effective_rate import Flow, NoRate, effective_rate, exactly
from calculator.figure import Figure
from calculator.inputs import InputError
from calculator.rules import calculate

Figures = dict[str, Figure]
Payments = Iterable[tuple[int, str]]

# Study on the calculation of the annual percentage rate of charge for consumer credit agreements (University of Murcia
# for the European Commission, 2015). Months, and what is paid.
FEE = (0, "4000")
EXAMPLE_31 = "2669.62 2655.49 2641.35 2627.22 2613.08 2598.95 2584.81 2570.68 2556.54 2542.41 2528.27 2514.14".split()


def monthly(amount: str, times: int, first: int = 1) -> list[tuple[int, str]]:
    return [(month, amount) for month in range(first, first + times)]


def flows(received: str, payments: Payments) -> list[Flow]:
    return [Flow(0, Decimal(received)), *(Flow(month, -Decimal(amount)) for month, amount in payments)]


def years(months: int) -> str:
    return str(Decimal(months) / 12)


@pytest.mark.parametrize(
    ("received", "payments", "percent"),
    [
        pytest.param("200000", [FEE, *monthly("1432.86", 240)], "6.434412", id="1"),
        pytest.param("200000", [FEE, *monthly("1449.53", 240)], "6.588554", id="3"),
        pytest.param("200000", [FEE, *monthly("1599.53", 240)], "7.946625", id="4"),
        pytest.param("200000", [FEE, *monthly("1490.18", 240)], "6.961575", id="5"),
        pytest.param("200000", [FEE, *monthly("1432.86", 240), (240, "100")], "6.436359", id="6"),
        pytest.param("200000", [FEE, *monthly("1199.10", 180), (180, "142097.69")], "6.409523", id="7"),
        pytest.param("200000", [FEE, *monthly("1166.67", 240), (240, "200000")], "7.430479", id="8"),
        pytest.param("200000", [FEE, *monthly("1500", 220), (221, "407.70")], "6.452756", id="11"),
        pytest.param("200000", [FEE, *monthly("1319.91", 24), *monthly("1423.41", 216, 25)], "6.190654", id="20"),
        pytest.param("200000", [FEE, *monthly("1319.91", 60), (60, "166909.73")], "5.635609", id="24"),
        pytest.param("30000", [(0, "600"), *enumerate(EXAMPLE_31, 1)], "11.164789", id="31"),
        pytest.param("200000", [FEE, (6, "207618.17")], "12.206644", id="40"),
        pytest.param("200000", [FEE, *monthly("1250", 12), (12, "200000")], "10.039962", id="42"),
        # a charge a year before the loan is paid out
        pytest.param("30000", [(-12, "150"), (0, "450"), *monthly("356.11", 120)], "8.269278", id="43"),
    ],
)
def test_the_examples_of_the_study(received: str, payments: Payments, percent: str, figures: Figures) -> None:
    written = [{"years": "0", "amount": received}, *({"years": years(m), "amount": f"-{a}"} for m, a in payments)]

    assert str(effective_rate(flows(received, payments), times_a_year=12)) == percent
    assert calculate("effective_rate", {"flows": written}, figures) == {"effective_rate_percent": percent}


@pytest.mark.parametrize(
    ("received", "paid", "time_in_years", "percent"),
    [
        # Consumer Finance Association, short loans; and single payments after a number of days
        ("200", "250", Decimal(1) / 12, "1355.2"),
        ("200", "350", Decimal(1) / 12, "82400.5"),
        ("3000", "3400", Decimal(30) / 365, "358.5"),
        ("100", "101", Decimal(1), "1.0"),
        ("100", "100", Decimal(1) / 365, "0.0"),
        # directive 98/7/EC, annex III: repaid after 546 days; 50 held back; the same day count
        ("1000", "1200", Decimal(546) / 365, "13.0"),
        ("950", "1200", Decimal(546) / 365, "16.9"),
    ],
)
def test_short_loans_and_single_payments(received: str, paid: str, time_in_years: Decimal, percent: str) -> None:
    rate = effective_rate([Flow(0, Decimal(received)), Flow(time_in_years, -Decimal(paid))])

    assert str(round(rate, 1)) == percent


def test_two_yearly_payments_as_the_directive_solves_them_by_algebra() -> None:
    # directive 98/7/EC, annex III, third example: i = 0.1306623
    assert str(effective_rate([Flow(0, 1000), Flow(1, -600), Flow(2, -600)])).startswith("13.06623")


def test_a_loan_by_instalments_costs_more_than_its_monthly_rate_times_twelve() -> None:
    # 10 000 over five years at 200.38 a month is a nominal 7.5 %: what some sites print as the effective rate
    assert effective_rate(flows("10000", monthly("200.38", 60)), times_a_year=12) > Decimal("7.7")


def test_six_decimals_are_rounded_half_up() -> None:
    # exactly 12.3456785 percent, and exactly 12.3456775
    assert str(effective_rate([Flow(0, 10**9), Flow(1, -1123456785)])) == "12.345679"
    assert str(effective_rate([Flow(0, 10**9), Flow(1, -1123456775)])) == "12.345678"


def test_a_loan_that_is_a_gift_in_part_has_a_rate_below_zero() -> None:
    assert str(effective_rate([Flow(0, 100), Flow(1, -50)])) == "-50.000000"
    assert str(effective_rate([Flow(0, 100), Flow(1, -60), Flow(2, -40)])) == "0.000000"


def test_money_to_and_fro_has_the_first_rate_on_the_side_of_its_cost() -> None:
    # −100 + 230/q − 132/q²: zero at 10 and at 20 percent; the two sides of the same deal say the same
    assert str(effective_rate([Flow(0, -100), Flow(1, 230), Flow(2, -132)])) == "10.000000"
    assert str(effective_rate([Flow(0, 100), Flow(1, -230), Flow(2, 132)])) == "10.000000"
    # 10 000 (1 − 0.98/q)(1 − 0.9/q)(1 − 1.3/q): −2, −10 and 30 percent; more is paid than received, so it costs
    assert str(effective_rate([Flow(0, 10000), Flow(1, -31800), Flow(2, 33260), Flow(3, -11466)])) == "30.000000"
    # 1000 (1 − 0.98/q)(1 − 1.3/q)(1 − 1.5/q): −2, 30 and 50 percent; less comes back than was lent
    assert str(effective_rate([Flow(0, 1000), Flow(1, -3780), Flow(2, 4694), Flow(3, -1911)])) == "-2.000000"
    # 1000 (1 − 0.5/q)(1 − 1.3/q)(1 − 1.5/q): −50, 30 and 50 percent; less comes back than was lent
    assert str(effective_rate([Flow(0, 1000), Flow(1, -3300), Flow(2, 3350), Flow(3, -975)])) == "-50.000000"


def test_a_card_that_is_used_and_paid_many_times_has_one_rate() -> None:
    uses = [Flow(month, 1000) for month in range(0, 60, 2)]
    payments = [Flow(month, -900) for month in range(1, 60, 2)]

    rate = effective_rate([*uses, *payments, Flow(60, -4000)], times_a_year=12)

    assert abs(worth([*uses, *payments, Flow(60, -4000)], rate, 12)) < Decimal("0.01")


@pytest.mark.parametrize(
    "moved",
    [
        [Flow(0, 100)],
        [Flow(0, 100), Flow(1, 50)],
        [Flow(0, -100), Flow(1, -50)],
        [Flow(0, 100), Flow(0, -100)],
        [Flow(0, 0), Flow(1, 0)],
        # more than any rate can tell, and less
        [Flow(0, 1), Flow(Decimal("0.001"), -(10**12))],
        [Flow(0, 10**12), Flow(Decimal("0.001"), -1)],
        # 10 000 (1 − 1.25/q)²: the sum touches zero and does not cross it
        [Flow(0, 10000), Flow(1, -25000), Flow(2, 15625)],
        # 1 − 2v + 2v² is never zero
        [Flow(0, 100), Flow(1, -200), Flow(2, 200)],
    ],
)
def test_where_nothing_solves_it_there_is_no_rate(moved: list[Flow]) -> None:
    with pytest.raises(NoRate):
        effective_rate(moved)


def worth(moved: Iterable[Flow], percent: Decimal, times_a_year: int = 1) -> Decimal:
    """What all flows are worth at the start, worked out with powers and not the way the rate was found."""
    with localcontext(prec=50):
        growth = 1 + percent / 100
        return sum((exactly(flow.amount) / growth ** (Decimal(flow.time) / times_a_year) for flow in moved), Decimal(0))


PAYMENT = st.tuples(st.integers(1, 400), st.integers(1, 10**7))


@given(st.integers(1, 10**8), st.lists(PAYMENT, min_size=1, max_size=40))
@settings(deadline=None)
def test_at_the_rate_the_payments_are_worth_what_was_received(received: int, paid: list[tuple[int, int]]) -> None:
    moved = [Flow(0, received), *(Flow(month, -amount) for month, amount in paid)]
    try:
        rate = effective_rate(moved, times_a_year=12)
    except NoRate:
        # with the money one way first there is a rate; it may only lie outside what can be told
        assume(False)
    step = Decimal("0.000001")
    assume(rate - step > -100)

    assert worth(moved, rate - step, 12) < 0 < worth(moved, rate + step, 12)


@given(st.integers(1000, 10**8), st.lists(PAYMENT, min_size=1, max_size=20), st.integers(1, 999))
@settings(deadline=None)
def test_a_fee_never_lowers_the_rate(received: int, paid: list[tuple[int, int]], fee: int) -> None:
    payments = [Flow(month, -amount) for month, amount in paid]
    try:
        without = effective_rate([Flow(0, received), *payments], times_a_year=12)
        with_fee = effective_rate([Flow(0, received), Flow(0, -fee), *payments], times_a_year=12)
    except NoRate:
        assume(False)

    assert with_fee >= without


def one(**change: object) -> dict[str, object]:
    return {"flows": [{"years": "0", "amount": "100"}, {"years": "1", "amount": "-110"} | change]}


@pytest.mark.parametrize(
    ("given", "at", "says"),
    [
        ({}, "flows", "is missing"),
        ({"flows": []}, "flows", "at least 2 are needed"),
        ({"flows": [{"years": "0", "amount": "100"}]}, "flows", "at least 2 are needed"),
        ({"flows": [{"years": "0", "amount": "100"}] * 10_000}, "flows", "1500 is the most"),
        ({"flows": [{"years": "0", "amount": "100"}] * 2}, "flows", "no rate solves this"),
        (one(years="NaN"), "flows.1.years", "is not a number"),
        (one(years=float("nan")), "flows.1.years", "is not a number"),
        (one(years=float("inf")), "flows.1.years", "is not a number"),
        (one(years="1e3"), "flows.1.years", "is not a number"),
        (one(years=True), "flows.1.years", "is not a number"),
        (one(years=None), "flows.1.years", "is not a number"),
        (one(years="9" * 400), "flows.1.years", "at most 200"),
        (one(years=10**400), "flows.1.years", "at most 200"),
        (one(years="-101"), "flows.1.years", "at least -100"),
        (one(years="0." + "3" * 41), "flows.1.years", "is not a number"),
        (one(amount="NaN"), "flows.1.amount", "is not an amount"),
        (one(amount="-" + "9" * 400), "flows.1.amount", "is too large"),
        (one(amount="-1.234"), "flows.1.amount", "more than two decimals"),
        (one(amount=-110.5), "flows.1.amount", "is not an amount"),
        (one(colour="red"), "flows.1.colour", "is not a key here"),
    ],
)
def test_what_cannot_be_used_is_named_at_once(given: dict[str, Any], at: str, says: str, figures: Figures) -> None:
    before = time.perf_counter()
    with pytest.raises(InputError) as error:
        calculate("effective_rate", given, figures)

    assert says in {fault.at: fault.says for fault in error.value.faults}[at]
    assert time.perf_counter() - before < 2


def test_years_may_be_numbers_as_they_are_written(figures: Figures) -> None:
    given = {"flows": [{"years": 0, "amount": 100}, {"years": 0.5, "amount": -105}]}

    assert calculate("effective_rate", given, figures) == {"effective_rate_percent": "10.250000"}


def test_the_most_flows_at_any_times_are_answered_soon() -> None:
    swings = [Flow(Decimal(n * n) / 97, (-1) ** n * (n + 1) ** 2) for n in range(1500)]

    before = time.process_time()
    with pytest.raises(NoRate):
        effective_rate(swings)
    assert time.process_time() - before < 10
