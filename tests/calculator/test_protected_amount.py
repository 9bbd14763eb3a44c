"""What may be kept at attachment of wages: worked by hand, recomputed from the law, and true for any household."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.figure import Figure
from calculator.given import read_given
from calculator.inputs import InputError
from calculator.protected_amount import ChildWithBenefits, ProtectedAmount, ProtectedAmountInput, protected_amount
from calculator.rules import calculate
from content.money import rounded

Figures = dict[str, Figure]
D = datetime.date


def asked(**change: Any) -> dict[str, Any]:
    return {"day": "2026-11-23", "adults": 1, "net_income": "22000", "housing": "9000"} | change


def sums(output: dict[str, Any]) -> tuple[str, str, str]:
    return output["normal_amount"], output["keep"], output["could_be_taken"]


def faults(change: dict[str, Any], figures: Figures) -> dict[str, str]:
    with pytest.raises(InputError) as error:
        calculate("protected_amount", asked(**change), figures)
    return {fault.at: fault.says for fault in error.value.faults}


@pytest.mark.parametrize(
    ("household", "normal_amount", "keep", "could_be_taken"),
    [
        pytest.param({}, "6243.00", "15243.00", "6757.00", id="alone, 22 000 and rent 9 000"),
        pytest.param(
            # child benefit 2 × 1 250 and 150 on it
            {
                "adults": 2,
                "children": [{"age": 5, "benefits": "1325"}, {"age": 12, "benefits": "1325"}],
                "net_income": "38000",
                "housing": "11000",
            },
            "15672.00", "26672.00", "11328.00", id="a couple with two children",
        ),
        pytest.param(
            # 4 004 − 1 250 − 1 823 = 931; home 9 500 − 3 000
            {
                "children": [{"age": 8, "benefits": "3073"}],
                "net_income": "19000",
                "housing": "9500",
                "housing_allowance": "3000",
            },
            "7174.00", "13674.00", "5326.00", id="alone with a child, maintenance and housing allowance",
        ),
        pytest.param(
            {"net_income": "15000", "housing": "9200"}, "6243.00", "15443.00", "0.00", id="less than what is kept"
        ),
        pytest.param({"extras": "1200.50"}, "6243.00", "16443.50", "5556.50", id="travel to work on top"),
        pytest.param({"net_income": 15244}, "6243.00", "15243.00", "1.00", id="a krona above"),
    ],
)  # fmt: skip
def test_worked_by_hand(
    household: dict[str, Any], normal_amount: str, keep: str, could_be_taken: str, figures: Figures
) -> None:
    output = calculate("protected_amount", asked(**household), figures)

    assert sums(output) == (normal_amount, keep, could_be_taken)


def test_alone_in_2019_with_rent_6000(figures: Figures) -> None:
    output = calculate("protected_amount", asked(day="2019-06-01", housing="6000"), figures)

    assert (output["normal_amount"], output["keep"]) == ("4923.00", "10923.00")


@pytest.mark.parametrize(
    ("day", "single", "couple", "children"),
    [
        ("2022-06-01", 5158, 8520, (2756, 3308, 3860, 4411)),
        ("2022-12-31", 5158, 8520, (2756, 3308, 3860, 4411)),
        ("2023-01-01", 5717, 9445, (3055, 3667, 4279, 4889)),
        ("2024-07-01", 6090, 10061, (3255, 3906, 4558, 5208)),
        ("2025-12-31", 6186, 10219, (3306, 3967, 4629, 5290)),
        ("2026-01-01", 6243, 10314, (3336, 4004, 4672, 5339)),
    ],
)
def test_every_published_amount(
    day: str, single: int, couple: int, children: tuple[int, ...], figures: Figures
) -> None:
    for adults, amount in ((1, single), (2, couple)):
        assert calculate("protected_amount", asked(day=day, adults=adults), figures)["normal_amount"] == f"{amount}.00"
    for ages, amount in zip(((0, 6), (7, 10), (11, 14), (15, 20)), children, strict=True):
        for age in ages:
            output = calculate("protected_amount", asked(day=day, children=[{"age": age}]), figures)
            assert output["normal_amount"] == f"{single + amount}.00"


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_the_published_amounts_follow_from_the_law(year: int, figures: Figures) -> None:
    """Utsökningsbalk 7 kap. 5 §: base × the October before / October 2020; the ratio has four decimals."""
    index = figures["price_index_october"]
    ratio = (Decimal(index.on(D(year - 1, 10, 15)).amount) / Decimal(index.on(D(2020, 10, 15)).amount)).quantize(
        Decimal("0.0001"), ROUND_HALF_UP
    )
    day = D(year, 7, 1)

    def a_month(base: Decimal | int) -> int:
        return rounded(Fraction(base) * Fraction(ratio) / 12)

    for who in ("single", "couple"):
        base = figures[f"normal_amount_base_{who}"].on(day).amount
        assert a_month(base) == figures[f"normal_amount_{who}"].on(day).amount
    bases = figures["normal_amount_base_children"].on(day).table
    assert {age: a_month(base) for age, base in bases.items()} == figures["normal_amount_children"].on(day).table


def test_more_than_enough_for_one_child_is_not_taken_from_another(figures: Figures) -> None:
    children = [{"age": 3, "benefits": "9000"}, {"age": 3}]

    # 6 243 + 0 + 3 336
    assert calculate("protected_amount", asked(children=children), figures)["normal_amount"] == "9579.00"


def test_a_housing_allowance_above_the_rent_lowers_nothing_else(figures: Figures) -> None:
    assert calculate("protected_amount", asked(housing_allowance="9500"), figures)["keep"] == "6243.00"


def test_the_numbers_are_named_once_each(figures: Figures) -> None:
    children = [{"age": 3}, {"age": 4}, {"age": 15}]
    used = calculate("protected_amount", asked(adults=2, children=children), figures)["figures"]

    assert [(one["id"], one.get("key"), one["value"]) for one in used] == [
        ("normal_amount_couple", None, "10314"),
        ("normal_amount_children", "0-6", "3336"),
        ("normal_amount_children", "15+", "5339"),
    ]
    assert {(one["unit"], one["until"], one.get("state")) for one in used} == {("kr/month", "2026-12-31", None)}


def test_after_the_year_the_last_one_is_used_and_said_to_have_ended(figures: Figures) -> None:
    output = calculate("protected_amount", asked(day="2027-02-01", children=[{"age": 3}]), figures)

    assert output["normal_amount"] == "9579.00"
    assert {(one["state"], one["until"]) for one in output["figures"]} == {("ended", "2026-12-31")}


def test_between_2019_and_june_2022_only_the_old_one_is_known(figures: Figures) -> None:
    output = calculate("protected_amount", asked(day="2021-03-01"), figures)

    assert output["normal_amount"] == "4923.00"
    assert output["figures"][0]["state"] == "ended"
    assert "2022-06-01" in faults({"day": "2021-03-01", "adults": 2}, figures)["day"]
    assert "2022-06-01" in faults({"day": "2021-03-01", "children": [{"age": 3}]}, figures)["day"]
    assert "2019-01-01" in faults({"day": "2018-12-31"}, figures)["day"]


@pytest.mark.parametrize(
    ("change", "at", "says"),
    [
        ({"adults": 0}, "adults", "must be at least 1"),
        ({"adults": 3}, "adults", "must be at most 2"),
        ({"adults": True}, "adults", "must be a whole number"),
        ({"adults": "1"}, "adults", "must be a whole number"),
        ({"children": [{"age": 21}]}, "children.0.age", "must be at most 20"),
        ({"children": [{"age": 3, "benefits": "-1"}]}, "children.0.benefits", "below zero"),
        ({"children": [{"age": 3}] * 16}, "children", "15 is the most"),
        ({"children": {}}, "children", "must be a list"),
        ({"net_income": "1e9"}, "net_income", "is not an amount"),
        ({"net_income": "-5"}, "net_income", "below zero"),
        ({"housing": "9" * 400}, "housing", "too large"),
        ({"housing": None}, "housing", "is not an amount"),
        ({"housing_allowance": "500-1000"}, "housing_allowance", "is not an amount"),
        ({"extras": "1.234"}, "extras", "more than two decimals"),
        ({"day": "2026-13-01"}, "day", "is not a day"),
        ({"rent": "1"}, "rent", "is not a key here"),
    ],
)
def test_what_cannot_be_is_named(change: dict[str, Any], at: str, says: str, figures: Figures) -> None:
    assert says in faults(change, figures)[at]


AMOUNT = st.integers(0, 100_000_00)
CHILDREN = st.lists(st.builds(ChildWithBenefits, age=st.integers(0, 20), benefits=st.integers(0, 9_000)), max_size=6)
HOUSEHOLD = st.fixed_dictionaries(
    {
        "adults": st.integers(1, 2),
        "net_income": AMOUNT,
        "housing": AMOUNT,
        "housing_allowance": AMOUNT,
        "extras": AMOUNT,
    }
)


def kronor(ore: int) -> str:
    return f"{ore // 100}.{ore % 100:02}"


def worked_out(household: dict[str, int], children: list[ChildWithBenefits], figures: Figures) -> ProtectedAmount:
    written = {name: kronor(ore) for name, ore in household.items() if name != "adults"}
    young = [{"age": child.age, "benefits": kronor(child.benefits)} for child in children]
    taken = read_given(
        ProtectedAmountInput, written | {"adults": household["adults"], "day": "2026-11-23", "children": young}
    )
    return protected_amount(taken, figures)


@given(household=HOUSEHOLD, young=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 9000)), max_size=6))
def test_for_any_household(household: dict[str, int], young: list[tuple[int, int]], figures: Figures) -> None:
    children = [ChildWithBenefits(age=age, benefits=benefits) for age, benefits in young]
    found = worked_out(household, children, figures)

    assert found.keep >= found.normal_amount >= (6243_00 if household["adults"] == 1 else 10314_00)
    assert 0 <= found.could_be_taken <= household["net_income"]
    assert found.could_be_taken == 0 or household["net_income"] - found.could_be_taken == found.keep


@given(household=HOUSEHOLD, more=AMOUNT, what=st.sampled_from(["net_income", "housing", "extras"]))
def test_more_to_pay_never_takes_more_and_more_income_never_lowers_what_is_left(
    household: dict[str, int], more: int, what: str, figures: Figures
) -> None:
    before = worked_out(household, [], figures)
    after = worked_out(household | {what: household[what] + more}, [], figures)

    if what == "net_income":
        assert after.keep == before.keep
        assert 0 <= after.could_be_taken - before.could_be_taken <= more
    else:
        assert 0 <= after.keep - before.keep <= more
        assert after.could_be_taken <= before.could_be_taken
