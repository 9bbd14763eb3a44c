"""A month day by day, with the Swedish holidays as the almanac has them."""

from __future__ import annotations

import datetime
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.banking_day import banking_day_before, is_banking_day
from calculator.figure import Figure
from calculator.inputs import InputError
from calculator.rules import calculate

Figures = dict[str, Figure]
D = datetime.date

PAY = {"id": "pay", "amount": "19400", "day": 25, "banking_day": True}
CHILD_BENEFIT = {"id": "child_benefit", "amount": "1250", "day": 20, "banking_day": True}
RENT = {"id": "rent", "amount": "-10900", "day": 31, "banking_day": True}


def month(which: str, *events: dict[str, Any], opening: object = "0") -> dict[str, Any]:
    return calculate("month_calendar", {"month": which, "opening": opening, "events": list(events)}, {})


def dates_of(output: dict[str, Any]) -> dict[str, str]:
    return {name: day["date"] for day in output["days"] for name in day["ids"]}


def faults(change: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(InputError) as error:
        calculate("month_calendar", {"month": "2026-11", "opening": "0", "events": []} | change, {})
    return {fault.at: fault.says for fault in error.value.faults}


@pytest.mark.parametrize(
    ("which", "pay", "child_benefit", "rent"),
    [
        # 25 November 2026 is a Wednesday, the 20th a Friday, the 30th a Monday
        ("2026-11", 25, 20, 30),
        # 20 December is a Sunday; Christmas Day and Christmas Eve come before the pay; New Year's Eve is no banking day
        ("2026-12", 23, 18, 30),
        # 31 January 2027 is a Sunday
        ("2027-01", 25, 20, 29),
        # a short month: the 28th is a Sunday
        ("2027-02", 25, 19, 26),
        # Good Friday is the 26th of March 2027, the 20th a Saturday
        ("2027-03", 25, 19, 31),
        # May: the 31st is a Monday, the 20th a Thursday
        ("2027-05", 25, 20, 31),
        # June: the 25th is Midsummer Eve, the 20th a Sunday
        ("2027-06", 24, 18, 30),
        # the 25th is a Sunday; the 31st a Saturday
        ("2026-10", 23, 20, 30),
        # 25 May 2026 is a Monday; the 31st a Sunday
        ("2026-05", 25, 20, 29),
        # 20 June 2026 is Midsummer Day, the 19th Midsummer Eve
        ("2026-06", 25, 18, 30),
    ],
)
def test_pay_child_benefit_and_rent(which: str, pay: int, child_benefit: int, rent: int) -> None:
    assert dates_of(month(which, PAY, CHILD_BENEFIT, RENT)) == {
        "pay": f"{which}-{pay:02}",
        "child_benefit": f"{which}-{child_benefit:02}",
        "rent": f"{which}-{rent:02}",
    }


@pytest.mark.parametrize(
    "closed",
    [
        D(2026, 1, 1), D(2026, 1, 6), D(2026, 4, 3), D(2026, 4, 6), D(2026, 5, 1), D(2026, 5, 14), D(2026, 6, 19),
        D(2026, 12, 24), D(2026, 12, 25), D(2026, 12, 31), D(2027, 3, 26), D(2027, 3, 29), D(2027, 5, 6),
        D(2025, 6, 6), D(2025, 6, 20), D(2026, 11, 21), D(2026, 11, 22),
    ],
)  # fmt: skip
def test_the_banks_rest(closed: datetime.date) -> None:
    assert not is_banking_day(closed)


@pytest.mark.parametrize(
    "open_",
    [
        # the eves of Epiphany, Good Friday, the first of May and All Saints' Day are working days; so is Whit Monday
        D(2026, 1, 5), D(2026, 4, 2), D(2026, 4, 30), D(2026, 10, 30), D(2026, 5, 25), D(2026, 5, 15), D(2026, 12, 23),
        D(2026, 12, 28), D(2026, 6, 18), D(2026, 6, 22),
    ],
)  # fmt: skip
def test_the_banks_work(open_: datetime.date) -> None:
    assert is_banking_day(open_)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (D(2026, 12, 27), D(2026, 12, 23)),
        (D(2027, 1, 3), D(2026, 12, 30)),
        (D(2027, 3, 29), D(2027, 3, 25)),
        (D(2026, 11, 23), D(2026, 11, 23)),
    ],
)
def test_the_banking_day_before(day: datetime.date, before: datetime.date) -> None:
    assert banking_day_before(day) == before


def test_the_balance_of_every_day() -> None:
    food = {"id": "food", "amount": "-3000", "day": 2}
    found = month("2026-11", PAY, CHILD_BENEFIT, RENT, food, opening="2400.50")

    balances = {day["date"]: day["balance"] for day in found["days"]}
    assert len(balances) == 30
    assert [balances[f"2026-11-{day:02}"] for day in (1, 2, 19, 20, 24, 25, 29, 30)] == [
        "2400.50", "-599.50", "-599.50", "650.50", "650.50", "20050.50", "20050.50", "9150.50",
    ]  # fmt: skip
    assert found["lowest"] == {"date": "2026-11-02", "balance": "-599.50"}
    assert found["short_from"] == "2026-11-02"
    assert found["days"][0] == {"date": "2026-11-01", "balance": "2400.50", "ids": []}


def test_on_the_same_day_all_is_done_before_it_is_counted() -> None:
    rent_first = [{"id": "rent", "amount": "-9000", "day": 25}, {"id": "pay", "amount": "20000", "day": 25}]
    found = month("2026-11", *rent_first, opening="100")

    assert found["days"][24] == {"date": "2026-11-25", "balance": "11100.00", "ids": ["rent", "pay"]}
    assert found["short_from"] is None
    assert found["lowest"] == {"date": "2026-11-01", "balance": "100.00"}


def test_below_zero_from_the_start() -> None:
    found = month("2026-11", PAY, opening="-0.01")

    assert found["short_from"] == "2026-11-01"
    assert found["lowest"] == {"date": "2026-11-01", "balance": "-0.01"}


def test_exactly_nothing_is_not_short() -> None:
    assert month("2026-11", {"id": "rent", "amount": "-100", "day": 5}, opening="100")["short_from"] is None


@pytest.mark.parametrize(("which", "last"), [("2026-02", 28), ("2028-02", 29), ("2026-04", 30), ("2026-12", 31)])
def test_the_end_of_a_shorter_month(which: str, last: int) -> None:
    found = month(which, *({"id": str(day), "amount": 1, "day": day} for day in (29, 30, 31)))

    assert found["days"][-1]["date"] == f"{which}-{last}"
    assert found["days"][-1]["balance"] == "3.00"
    assert dates_of(found)["29"] == f"{which}-{min(29, last)}"


def test_without_banking_day_it_stays_on_a_sunday() -> None:
    assert dates_of(month("2026-11", {"id": "gift", "amount": "-200", "day": 22})) == {"gift": "2026-11-22"}


def test_a_banking_day_in_the_month_before_is_counted_on_the_first() -> None:
    # 1 November 2026 is a Sunday, and the day before All Saints' Day; 1 to 3 January 2027 are holiday and weekend
    for which, day in (("2026-11", 1), ("2027-01", 3)):
        found = month(which, {"id": "bill", "amount": "-5", "day": day, "banking_day": True})
        assert dates_of(found) == {"bill": f"{which}-01"}


@pytest.mark.parametrize(
    ("change", "at", "says"),
    [
        ({"month": "2026-13"}, "month", "is not a month"),
        ({"month": "2026-00"}, "month", "is not a month"),
        ({"month": "2026-1"}, "month", "is not a month"),
        ({"month": "2026-11-01"}, "month", "is not a month"),
        ({"month": 202611}, "month", "is not a month"),
        ({"month": "٢٠٢٦-١١"}, "month", "is not a month"),
        ({"month": "0001-01"}, "month", "2005 to 2100"),
        ({"month": "2101-01"}, "month", "2005 to 2100"),
        ({"opening": "x"}, "opening", "is not an amount"),
        ({"opening": "-1.234"}, "opening", "more than two decimals"),
        ({"opening": "-" + "9" * 400}, "opening", "too large"),
        ({"events": [{"id": "a", "amount": "1", "day": 0}]}, "events.0.day", "at least 1"),
        ({"events": [{"id": "a", "amount": "1", "day": 32}]}, "events.0.day", "at most 31"),
        ({"events": [{"id": "a", "amount": "1", "day": "5"}]}, "events.0.day", "whole number"),
        ({"events": [{"id": "", "amount": "1", "day": 5}]}, "events.0.id", "must not be empty"),
        ({"events": [{"id": "a", "amount": "--1", "day": 5}]}, "events.0.amount", "is not an amount"),
        ({"events": [{"id": "a", "amount": "1", "day": 5, "banking_day": 1}]}, "events.0.banking_day", "true or false"),
        ({"events": [{"id": "a", "amount": "1", "day": 5}] * 501}, "events", "500 is the most"),
        ({"pay": 1}, "pay", "is not a key here"),
    ],
)
def test_what_cannot_be_is_named(change: dict[str, Any], at: str, says: str) -> None:
    assert says in faults(change)[at]


EVENTS = st.lists(
    st.fixed_dictionaries(
        {"amount": st.integers(-30_000, 30_000), "day": st.integers(1, 31), "banking_day": st.booleans()}
    ),
    max_size=12,
)


@given(year=st.integers(2005, 2100), number=st.integers(1, 12), opening=st.integers(-50_000, 50_000), events=EVENTS)
def test_for_any_month(year: int, number: int, opening: int, events: list[dict[str, Any]]) -> None:
    named = [event | {"id": str(index)} for index, event in enumerate(events)]
    found = month(f"{year}-{number:02}", *named, opening=opening)
    moved = [sum(named[int(name)]["amount"] for name in day["ids"]) for day in found["days"]]
    balances = [int(day["balance"].removesuffix(".00")) for day in found["days"]]

    assert balances == list(accumulate(moved, initial=opening))[1:]
    assert sorted(name for day in found["days"] for name in day["ids"]) == sorted(event["id"] for event in named)
    assert found["lowest"]["balance"] == f"{min(balances)}.00"
    assert found["lowest"]["date"] == found["days"][balances.index(min(balances))]["date"]
    assert (found["short_from"] is None) == (min(balances) >= 0)
    for name, date in dates_of(found).items():
        on = datetime.date.fromisoformat(date)
        assert on.day <= named[int(name)]["day"]
        assert not named[int(name)]["banking_day"] or is_banking_day(on) or on.day == 1
