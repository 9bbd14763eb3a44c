"""Plans worked out by hand, plans that never end, and what cannot be used."""

from __future__ import annotations

import time
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from calculator.figure import Figure
from calculator.inputs import InputError
from calculator.repayment import Debt, Done, repayment
from calculator.rules import calculate

Figures = dict[str, Figure]


def debt(name: str, kronor: int, percent: str = "0", minimum: int = 0) -> Debt:
    return Debt(name, kronor * 100, Decimal(percent), minimum * 100)


def test_one_debt_without_interest_ends_with_what_is_left() -> None:
    plan = repayment([debt("a", 1000)], 300_00, "highest_rate")

    assert (plan.months, plan.total_paid, plan.total_interest) == (4, 1000_00, 0)
    assert plan.done == (Done("a", 4),)
    assert plan.short_by is None


def test_interest_is_added_before_the_payment() -> None:
    # 1000 at 12 %: 1010 − 600 = 410, 414.10 paid in the second month
    plan = repayment([debt("a", 1000, "12")], 600_00, "highest_rate")

    assert (plan.months, plan.total_paid, plan.total_interest) == (2, 1014_10, 14_10)


def test_it_is_rounded_once_at_the_end() -> None:
    plan = repayment([debt("a", 1000, "12")], 100_00, "highest_rate")

    # month by month: 910, 819.10, 727.291, 634.56391 … 58.981… is paid in the eleventh
    assert plan.months == 11
    owed, paid = Fraction(1000_00), Fraction(0)
    while owed:
        owed += owed / 100
        payment = min(owed, Fraction(100_00))
        owed, paid = owed - payment, paid + payment
    assert plan.total_paid == round(paid)


def test_what_a_paid_debt_no_longer_takes_goes_to_the_next_at_once() -> None:
    # a: 100 with 50 a month, b: 1000 with 100; 200 a month. Smallest first:
    # 1: a 50 + 50, b 100 → a paid, b 900. Then 200 a month to b: 700, 500, 300, 100, and 100 in the sixth
    debts = [debt("b", 1000, minimum=100), debt("a", 100, minimum=50)]

    plan = repayment(debts, 200_00, "smallest_first")

    assert (plan.months, plan.total_paid) == (6, 1100_00)
    assert plan.done == (Done("a", 1), Done("b", 6))


def test_the_rest_of_the_month_goes_on_in_the_same_month() -> None:
    # 250 a month, no minimums: a (100) is paid and 150 goes to b
    plan = repayment([debt("a", 100), debt("b", 400)], 250_00, "smallest_first")

    assert plan.months == 2
    assert plan.done == (Done("a", 1), Done("b", 2))


def test_the_orders_differ(figures: Figures) -> None:
    debts = [
        {"id": "card", "balance": "2000", "nominal_rate_percent": "24", "minimum": "50"},
        {"id": "friend", "balance": "500", "nominal_rate_percent": "0", "minimum": "0"},
    ]

    rate_first = calculate("repayment", {"debts": debts, "per_month": "500", "order": "highest_rate"}, figures)
    smallest = calculate("repayment", {"debts": debts, "per_month": 500, "order": "smallest_first"}, figures)

    # card: 2040 − 500 = 1540, 1570.80 − 500 = 1070.80, 1092.216 − 500 = 592.216, 604.06032 − 500 = 104.06032,
    # 106.1415264 in the fifth with 393.8584736 left for the friend; 106.1415264 to the friend in the sixth
    assert rate_first == {
        "months": 6,
        "total_paid": "2606.14",
        "total_interest": "106.14",
        "done": [{"id": "card", "month": 5}, {"id": "friend", "month": 6}],
    }
    # friend: 450 and 50; card: 1990, 2029.80 − 450 = 1579.80, 1611.396 − 500 = 1111.396, 1133.62392 − 500 = 633.62392,
    # 646.2963984 − 500 = 146.2963984, 149.222326368 in the sixth
    assert smallest == {
        "months": 6,
        "total_paid": "2649.22",
        "total_interest": "149.22",
        "done": [{"id": "friend", "month": 2}, {"id": "card", "month": 6}],
    }


def test_of_the_same_rate_the_smallest_and_of_the_same_size_the_dearest_comes_first() -> None:
    same_rate = [debt("large", 300, "10"), debt("small", 100, "10")]
    same_size = [debt("cheap", 100, "5"), debt("dear", 100, "15")]

    assert [done.id for done in repayment(same_rate, 60_00, "highest_rate").done] == ["small", "large"]
    assert [done.id for done in repayment(same_size, 60_00, "smallest_first").done] == ["dear", "cheap"]


def test_nothing_owed_is_done_before_it_begins() -> None:
    plan = repayment([debt("a", 0, "10"), debt("b", 100)], 100_00, "highest_rate")

    assert plan.done == (Done("a", 0), Done("b", 1))
    assert repayment([debt("a", 0)], 0, "highest_rate").months == 0


def test_a_minimum_larger_than_the_debt_takes_only_the_debt() -> None:
    plan = repayment([debt("a", 30, minimum=500), debt("b", 100, minimum=70)], 100_00, "highest_rate")

    assert (plan.months, plan.total_paid) == (2, 130_00)


@pytest.mark.parametrize(
    ("per_month", "short_by"),
    [
        (80_00, 20_00),
        (0, 100_00),
        # the interest is covered and the debt stands still: one öre more, and it ends one day
        (100_00, 1),
    ],
)
def test_a_payment_below_the_interest_never_ends(per_month: int, short_by: int) -> None:
    # 10 000 at 12 % is 100 a month
    plan = repayment([debt("a", 10_000, "12")], per_month, "highest_rate")

    assert (plan.months, plan.total_paid, plan.total_interest, plan.done) == (None, None, None, ())
    assert plan.short_by == short_by


def test_one_ore_above_the_interest_ends_one_day() -> None:
    # 1.01^n ≥ 100.01 / 0.01: n = ln 10001 / ln 1.01 = 925.6
    assert repayment([debt("a", 10_000, "12")], 100_01, "highest_rate").months == 926


def test_interest_that_comes_out_whole_is_met_exactly() -> None:
    # 12 000 at 5 % is 50 a month, though 5/1200 has no end
    plan = repayment([debt("a", 12_000, "5")], 50_00, "highest_rate")

    assert (plan.months, plan.short_by) == (None, 1)


def test_too_little_for_the_minimums_never_begins(figures: Figures) -> None:
    debts = [
        {"id": "a", "balance": "1000", "nominal_rate_percent": "0", "minimum": "100"},
        {"id": "b", "balance": "1000", "nominal_rate_percent": "0", "minimum": "150"},
    ]

    plan = calculate("repayment", {"debts": debts, "per_month": "220.50", "order": "smallest_first"}, figures)

    assert plan == {"months": None, "total_paid": None, "total_interest": None, "done": [], "short_by": "29.50"}


def test_what_is_missing_covers_each_debts_interest_or_minimum_and_is_rounded_up() -> None:
    # a: interest 200, minimum 100; b: no interest, minimum 150; c: interest 100/3 and no minimum
    debts = [debt("a", 10_000, "24", 100), debt("b", 10_000, "0", 150), debt("c", 4_000, "10")]

    assert repayment(debts, 260_00, "highest_rate").short_by == 123_34


def test_a_debt_that_waits_for_its_turn_may_outgrow_the_plan() -> None:
    # the first takes ten months; meanwhile 1100 at 100 % (91.67 in the first month) grows to 2449: 204 a month
    debts = [debt("first", 1000), debt("waits", 1100, "100")]
    plan = repayment(debts, 100_00, "smallest_first")

    assert plan.months is None
    assert plan.done == (Done("first", 10),)
    assert plan.short_by is not None
    assert repayment(debts, 100_00 + plan.short_by, "smallest_first").months is not None
    assert repayment(debts, 100_00 + plan.short_by - 1, "smallest_first").months is None


def test_a_plan_may_begin_below_the_interest_and_still_end() -> None:
    # 900 at 1000 % (750 a month) and 20 000 at 12 % (200): 950 of interest against 940, but the dear one shrinks:
    # 1650 − 940 = 710, 1301.67 − 940 = 361.67, and 663.06 is less than 940
    plan = repayment([debt("dear", 900, "1000"), debt("other", 20_000, "12")], 940_00, "highest_rate")

    assert plan.months is not None
    assert plan.done[0] == Done("dear", 3)


ONE = {"id": "a", "balance": "1000", "nominal_rate_percent": "5", "minimum": "0"}


@pytest.mark.parametrize(
    ("change", "at", "says"),
    [
        ({"debts": []}, "debts", "at least 1 are needed"),
        ({"debts": [ONE | {"id": str(at)} for at in range(31)]}, "debts", "30 is the most"),
        ({"debts": [ONE] * 10_000}, "debts", "30 is the most"),
        ({"debts": [ONE, ONE]}, "debts", "used more than once: a"),
        ({"debts": [ONE | {"id": ""}]}, "debts.0.id", "must not be empty"),
        ({"debts": [ONE | {"balance": "-1"}]}, "debts.0.balance", "below zero"),
        ({"debts": [ONE | {"balance": "NaN"}]}, "debts.0.balance", "is not an amount"),
        ({"debts": [ONE | {"balance": "9" * 400}]}, "debts.0.balance", "too large"),
        ({"debts": [ONE | {"nominal_rate_percent": "1e99"}]}, "debts.0.nominal_rate_percent", "is not a number"),
        ({"debts": [ONE | {"nominal_rate_percent": 10**99}]}, "debts.0.nominal_rate_percent", "at most 1000"),
        ({"debts": [ONE | {"minimum": None}]}, "debts.0.minimum", "is not an amount"),
        ({"per_month": "1.234"}, "per_month", "more than two decimals"),
        ({"order": "oldest"}, "order", "must be one of 'highest_rate' or 'smallest_first'"),
        ({"years": 3}, "years", "is not a key here"),
    ],
)
def test_what_cannot_be_used_is_named(change: dict[str, Any], at: str, says: str, figures: Figures) -> None:
    with pytest.raises(InputError) as error:
        calculate("repayment", {"debts": [ONE], "per_month": "100", "order": "highest_rate"} | change, figures)

    assert says in {fault.at: fault.says for fault in error.value.faults}[at]


@pytest.mark.parametrize("percent", ["0", "0.0000000001", "12.3456789012", "1000"])
@pytest.mark.parametrize("per_month", ["0.31", "30000000", "999999999999"])
def test_the_largest_debts_and_the_smallest_payments_are_answered_at_once(
    percent: str, per_month: str, figures: Figures
) -> None:
    debts = [
        {"id": str(at), "balance": 999_999_999_999 - at, "nominal_rate_percent": percent, "minimum": "0.01"}
        for at in range(30)
    ]

    before = time.perf_counter()
    plan = calculate("repayment", {"debts": debts, "per_month": per_month, "order": "smallest_first"}, figures)
    assert time.perf_counter() - before < 5
    assert (plan["months"] is None) == ("short_by" in plan)
