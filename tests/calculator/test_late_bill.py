"""The way of a late bill: the published ladder, and the interest counted by hand."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.figure import Figure
from calculator.given import read_given
from calculator.inputs import InputError
from calculator.late_bill import LateBillInput, earliest_dates, late_bill
from calculator.rules import calculate

Figures = dict[str, Figure]
D = datetime.date


def bill(figures: Figures, due: str, day: str, amount: object = "500") -> dict[str, Any]:
    return calculate("late_bill", {"amount": amount, "due": due, "day": day}, figures)


def faults(change: dict[str, Any], figures: Figures) -> dict[str, str]:
    with pytest.raises(InputError) as error:
        calculate("late_bill", {"amount": "500", "due": "2026-01-31", "day": "2026-03-02"} | change, figures)
    return {fault.at: fault.says for fault in error.value.faults}


def test_a_bill_of_500(figures: Figures) -> None:
    steps = bill(figures, "2026-01-31", "2026-03-02")["steps"]

    assert [(step["step"], step["added"], step["total"]) for step in steps] == [
        ("bill", "0.00", "500.00"),
        ("reminder", "60.00", "560.00"),
        ("collection", "180.00", "740.00"),
        ("payment_order", "680.00", "1420.00"),
        ("enforcement", "600.00", "2020.00"),
        ("second_year", "600.00", "2620.00"),
    ]
    laws = ["1975:635", "1981:739", "1981:739", "1990:746", "1992:1094", "1992:1094"]
    assert all(law in step["law"] for law, step in zip(laws, steps, strict=True))


@pytest.mark.parametrize(
    ("due", "day", "interest"),
    [
        # 30 days of 10 percent: 500 × 0.10 × 30 / 365 = 4.1095…
        ("2026-01-31", "2026-03-02", "4.11"),
        ("2026-01-31", "2026-02-01", "0.14"),
        ("2026-01-31", "2026-01-31", "0.00"),
        ("2026-01-31", "2026-01-30", "0.00"),
        # a whole year of 10 percent
        ("2025-06-30", "2026-06-30", "50.00"),
        # 30 days of 11 percent (June) and 31 of 10 (July): 500 × (330 + 310) / 36 500 = 8.767…
        ("2025-05-31", "2025-07-31", "8.77"),
        # the first day of a half-year has its rate, the last day of one its own: 500 × 10 / 36 500, 500 × 11 / 36 500
        ("2025-06-30", "2025-07-01", "0.14"),
        ("2025-06-29", "2025-06-30", "0.15"),
        # 181 days of 10.5 and 184 of 11.5: 500 × (1 900.5 + 2 116) / 36 500 = 55.0205…
        ("2022-12-31", "2023-12-31", "55.02"),
        # 366 days of 12 percent, each as dear as any other: 500 × 4 392 / 36 500 = 60.164…
        ("2023-12-31", "2024-12-31", "60.16"),
        # 8 percent on nothing: 365 days
        ("2020-12-31", "2021-12-31", "40.00"),
        # the last known rate goes on: 31 days of July
        ("2026-06-30", "2026-07-31", "4.25"),
    ],
)
def test_interest_by_hand(due: str, day: str, interest: str, figures: Figures) -> None:
    assert bill(figures, due, day)["interest"] == interest


def test_the_interest_is_rounded_once_over_all_half_years(figures: Figures) -> None:
    # one krona: 181 × 10.5 + 184 × 11.5 + 366 × 12 + 181 × 11 + 184 × 10 = 12 239.5 → 12 239.5 / 36 500 = 0.3353…;
    # rounded by the half-year it would be 0.05 + 0.06 + 0.12 + 0.05 + 0.05 = 0.33
    assert bill(figures, "2022-12-31", "2025-12-31", "1")["interest"] == "0.34"
    assert bill(figures, "2022-12-31", "2025-12-31", "1000")["interest"] == "335.33"


def test_each_half_year_that_was_used_is_named_with_its_state(figures: Figures) -> None:
    used = bill(figures, "2025-03-31", "2026-11-23")["figures"]

    rates = [(one["value"], one["from"], one.get("state")) for one in used if one["id"] == "reference_rate"]
    assert rates == [("3", "2025-01-01", None), ("2", "2025-07-01", None), ("2", "2026-01-01", "ended")]
    assert [one["id"] for one in used if one["id"] != "reference_rate"] == [
        "reminder_fee", "collection_fee", "payment_order_fee", "payment_order_costs", "enforcement_fee",
        "default_interest_margin",
    ]  # fmt: skip


def test_on_the_last_day_of_the_last_known_half_year_nothing_has_ended(figures: Figures) -> None:
    used = bill(figures, "2026-05-31", "2026-06-30")["figures"]

    assert [one["id"] for one in used if "state" in one] == []
    assert "ended" in {one.get("state") for one in bill(figures, "2026-05-31", "2026-07-01")["figures"]}


def test_a_bill_that_is_not_due_rests_on_no_rate(figures: Figures) -> None:
    used = bill(figures, "2026-12-31", "2026-11-23")["figures"]

    assert {"reference_rate", "default_interest_margin"} & {one["id"] for one in used} == set()


def test_a_half_year_that_was_left_out_is_bridged_with_the_one_before(figures: Figures) -> None:
    rate = figures["reference_rate"]
    gap = rate.model_copy(update={"values": tuple(v for v in rate.values if v.from_ != D(2025, 7, 1))})
    whole_year = read_given(LateBillInput, {"amount": "365", "due": "2024-12-31", "day": "2026-01-31"})

    # 365 days of 11 percent (the second half by the first one's rate), then 31 days of 10
    found = late_bill(whole_year, figures | {"reference_rate": gap})

    assert found.interest == 40_15 + 3_10
    states = [(u.dated.from_, u.dated.state) for u in found.figures_used if u.dated.figure.id == "reference_rate"]
    assert states == [(D(2025, 1, 1), "ended"), (D(2026, 1, 1), "valid")]


@pytest.mark.parametrize(
    ("change", "at", "says"),
    [
        ({"due": "2018-01-31"}, "due", "too long ago"),
        ({"due": "2019-06-29"}, "due", "the first one is from 2019-07-01"),
        ({"due": "2010-01-31", "day": "2010-01-01"}, "day", "no value is known for 2010-01-01"),
        ({"amount": "-1"}, "amount", "below zero"),
        ({"amount": "9" * 400}, "amount", "too large"),
        ({"amount": True}, "amount", "is not an amount"),
        ({"due": "2026-02-30"}, "due", "is not a day"),
        ({"day": None}, "day", "is not a day"),
        ({"days": 3}, "days", "is not a key here"),
    ],
)
def test_what_cannot_be_is_named(change: dict[str, Any], at: str, says: str, figures: Figures) -> None:
    assert says in faults(change, figures)[at]


def test_the_last_day_there_is(figures: Figures) -> None:
    assert bill(figures, "9999-12-30", "9999-12-31")["interest"] == "0.14"
    assert bill(figures, "9999-12-31", "9999-12-31")["interest"] == "0.00"


DAYS = st.dates(D(2020, 1, 1), D(2028, 12, 31))


@given(amount=st.integers(0, 10**9), more=st.integers(0, 10**6), due=DAYS, first=DAYS, wait=st.integers(0, 900))
def test_it_never_shrinks(amount: int, more: int, due: D, first: D, wait: int, figures: Figures) -> None:
    def found(kronor: int, day: D) -> tuple[list[Decimal], Decimal]:
        output = bill(figures, due.isoformat(), day.isoformat(), kronor)
        return [Decimal(step["total"]) for step in output["steps"]], Decimal(output["interest"])

    totals, interest = found(amount, first)
    assert totals == sorted(totals)
    assert interest >= 0
    assert found(amount, first + datetime.timedelta(days=wait))[1] >= interest
    larger, on_larger = found(amount + more, first)
    assert [after - before for after, before in zip(larger, totals, strict=True)] == [more] * len(totals)
    assert on_larger >= interest


def test_the_earliest_dates_of_each_step(figures: Figures) -> None:
    """Due on the last of September: eight days for the claim, ten for the payment order, one year to the second fee."""
    assert earliest_dates(D(2026, 9, 30), D(2026, 11, 23), figures) == {
        "bill": D(2026, 9, 30),
        "reminder": D(2026, 10, 1),
        "collection": D(2026, 10, 1),
        "payment_order": D(2026, 10, 10),
        "enforcement": D(2026, 10, 21),
        "second_year": D(2027, 10, 21),
    }


def test_a_year_after_a_leap_day_is_the_last_of_february(figures: Figures) -> None:
    due = D(2028, 2, 8)
    assert earliest_dates(due, D(2026, 11, 23), figures)["enforcement"] == D(2028, 2, 29)
    assert earliest_dates(due, D(2026, 11, 23), figures)["second_year"] == D(2029, 2, 28)
