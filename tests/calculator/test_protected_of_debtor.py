"""What one debtor may keep, alone or as one of a couple: every example worked by hand, and laws for any household."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.figure import Figure
from calculator.inputs import InputError
from calculator.rules import calculate

Figures = dict[str, Figure]
Json = dict[str, Any]

ALONE = {"couple": False}
FAMILY = {
    "couple": True,
    "children": [{"age": 5, "benefits": "1325"}, {"age": 12, "benefits": "1325"}],
    "housing": "11000",
}
"""A couple with children of 5 and 12: 10 314 + (3 336 − 1 325) + (4 672 − 1 325) = 15 672, and the home 11 000."""
OLD_PARENT = {"age": 8, "benefits": "625", "part_time": True}


def kept(figures: Figures, **household: Any) -> Json:
    return calculate("protected_amount", {"day": "2026-11-23"} | household, figures)


def faults(figures: Figures, **household: Any) -> dict[str, str]:
    with pytest.raises(InputError) as error:
        kept(figures, **household)
    return {fault.at: fault.says for fault in error.value.faults}


@pytest.mark.parametrize(
    ("household", "need", "share", "keep", "taken"),
    [
        pytest.param(
            ALONE | {"debtor_income": "22000", "housing": "9000"},
            "15243.00", "100.00", "15243.00", "6757.00", id="1 single",
        ),
        pytest.param(
            ALONE | {"debtor_income": "19000", "housing": "9500", "housing_allowance": "3000",
                     "children": [{"age": 8, "benefits": "3073"}]},
            "13674.00", "100.00", "13674.00", "5326.00", id="2 single with a child of eight",
        ),
        pytest.param(
            FAMILY | {"debtor_income": "15000", "partner_income": "30000"},
            "26672.00", "33.33", "8891.00", "6109.00", id="3 the one who earns less owes",
        ),
        pytest.param(
            FAMILY | {"debtor_income": "30000", "partner_income": "15000"},
            "26672.00", "66.67", "17781.00", "12219.00", id="4 the other one owes",
        ),
        pytest.param(
            FAMILY | {"debtor_income": "22000", "partner_income": "30000"},
            "26672.00", "42.31", "11284.00", "10716.00", id="5 nearly the same",
        ),
        pytest.param(
            FAMILY | {"debtor_income": "28000", "partner_income": "0"},
            "26672.00", "100.00", "26672.00", "1328.00", id="6 the partner earns nothing",
        ),
        pytest.param(
            FAMILY | {"debtor_income": "9000", "partner_income": "12000"},
            "26672.00", "42.86", "11431.00", "0.00", id="7 too little to take of",
        ),
        pytest.param(
            {"couple": True, "debtor_income": "24000", "partner_income": "16000", "housing": "10000",
             "maintenance_paid": "2223"},
            "20314.00", "60.00", "14411.00", "9589.00", id="8 pays maintenance",
        ),
        pytest.param(
            ALONE | {"debtor_income": "21000", "housing": "9500", "children": [OLD_PARENT]},
            "17120.00", "100.00", "17120.00", "3880.00", id="9 a child half of the time",
        ),
        pytest.param(
            ALONE | {"debtor_income": "21000", "housing": "9500",
                     "children": [OLD_PARENT | {"part_time": False}]},
            "19122.00", "100.00", "19122.00", "1878.00", id="10 the same child, whole",
        ),
        pytest.param(
            ALONE | {"debtor_income": "20000", "housing": "5000"},
            "11243.00", "100.00", "11243.00", "8757.00", id="11 mother and grown-up son",
        ),
        pytest.param(
            ALONE | {"debtor_income": "9000", "other_income": "5000", "housing": "6200"},
            "12443.00", "100.00", "12443.00", "1557.00", id="12 more that cannot be attached",
        ),
        pytest.param(
            ALONE | {"debtor_income": "1500", "other_income": "13000", "housing": "6200"},
            "12443.00", "100.00", "12443.00", "1500.00", id="13 at most what can be attached",
        ),
    ],
)  # fmt: skip
def test_worked_by_hand(household: Json, need: str, share: str, keep: str, taken: str, figures: Figures) -> None:
    found = kept(figures, **household)

    assert (found["need"], found["share_percent"], found["keep"], found["could_be_taken"]) == (need, share, keep, taken)
    assert found["whose"] == "debtor"


def test_the_parts_of_the_two_make_the_whole(figures: Figures) -> None:
    first = kept(figures, **FAMILY, debtor_income="15000", partner_income="30000")
    second = kept(figures, **FAMILY, debtor_income="30000", partner_income="15000")

    assert float(first["keep"]) + float(second["keep"]) == float(first["need"]) == 26672


def test_older_input_of_one_adult_is_a_single_debtor(figures: Figures) -> None:
    of_home = {"housing": "9500.50", "children": [{"age": 8}]}

    assert kept(figures, adults=1, net_income="22000", **of_home) == kept(
        figures, couple=False, debtor_income="22000", **of_home
    )


def test_older_input_of_two_adults_gives_the_sums_of_their_household(figures: Figures) -> None:
    found = kept(figures, **(FAMILY | {"couple": None}), adults=2, net_income="38000")

    assert (found["keep"], found["could_be_taken"], found["whose"]) == ("26672.00", "11328.00", "household")
    assert (found["need"], found["share_percent"]) == ("26672.00", "100.00")


def test_one_of_a_couple_keeps_whole_kronor_and_somebody_alone_every_ore(figures: Figures) -> None:
    alone = kept(figures, couple=False, debtor_income="20000", housing="5000.55")
    couple = kept(figures, couple=True, debtor_income="20000", partner_income="0", housing="5000.55")

    assert (alone["keep"], couple["keep"]) == ("11243.55", "15315.00")


def test_half_a_krona_of_a_normal_amount_is_kept(figures: Figures) -> None:
    # 5 339 ÷ 2
    found = kept(figures, couple=False, debtor_income="0", housing="0", children=[{"age": 16, "part_time": True}])

    assert found["normal_amount"] == "8912.50"


@pytest.mark.parametrize(
    ("household", "at", "says"),
    [
        ({"couple": True, "debtor_income": "1"}, "partner_income", "is needed where couple is true"),
        ({"couple": True, "debtor_income": "0", "partner_income": "0"}, "debtor_income", "are both 0"),
        ({"couple": False}, "debtor_income", "is missing"),
        ({"debtor_income": "1"}, "couple", "is missing"),
        ({}, "couple", "is missing"),
        ({}, "debtor_income", "is missing"),
        ({"adults": 1}, "net_income", "is missing"),
        ({"net_income": "1"}, "adults", "is missing"),
        ({"couple": False, "debtor_income": "1", "adults": 2}, "adults", "of older input"),
        ({"couple": "yes", "debtor_income": "1"}, "couple", "must be true or false"),
        ({"couple": False, "debtor_income": "1", "children": [{"age": 3, "part_time": 1}]},
         "children.0.part_time", "must be true or false"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named(household: Json, at: str, says: str, figures: Figures) -> None:
    assert says in faults(figures, housing="9000", **household)[at]


KRONOR = st.integers(0, 60_000)
CHILDREN = st.lists(
    st.fixed_dictionaries({"age": st.integers(0, 20), "benefits": st.integers(0, 6000), "part_time": st.booleans()}),
    max_size=5,
)
HOUSEHOLD = st.fixed_dictionaries(
    {"debtor_income": st.integers(1, 60_000), "housing": KRONOR, "housing_allowance": KRONOR, "extras": KRONOR,
     "children": CHILDREN}
)  # fmt: skip


def krona(amount: str) -> Fraction:
    return Fraction(amount)


@given(household=HOUSEHOLD, other=KRONOR, maintenance=KRONOR, partner=st.none() | KRONOR)
def test_never_more_is_taken_than_can_be(
    household: Json, other: int, maintenance: int, partner: int | None, figures: Figures
) -> None:
    more = {"couple": False} if partner is None else {"couple": True, "partner_income": partner}
    found = kept(figures, **household, **more, other_income=other, maintenance_paid=maintenance)

    taken, own = krona(found["could_be_taken"]), household["debtor_income"] + other
    assert 0 <= taken <= household["debtor_income"]
    assert taken == min(max(0, own - krona(found["keep"])), household["debtor_income"])
    assert krona(found["keep"]) <= krona(found["need"]) + maintenance + Fraction(1, 2)
    assert found["share_percent"] == "100.00" or partner


@given(household=HOUSEHOLD, partner=KRONOR, more=st.integers(0, 60_000))
def test_the_more_the_partner_earns_the_less_is_kept(
    household: Json, partner: int, more: int, figures: Figures
) -> None:
    before = kept(figures, **household, couple=True, partner_income=partner)
    after = kept(figures, **household, couple=True, partner_income=partner + more)

    assert krona(after["keep"]) <= krona(before["keep"])
    assert before["need"] == after["need"]


@given(household=HOUSEHOLD, partner=st.integers(1, 60_000))
def test_the_two_parts_sum_to_the_need_within_a_krona(household: Json, partner: int, figures: Figures) -> None:
    own = household.pop("debtor_income")
    mine = kept(figures, **household, couple=True, debtor_income=own, partner_income=partner)
    theirs = kept(figures, **household, couple=True, debtor_income=partner, partner_income=own)

    assert abs(krona(mine["keep"]) + krona(theirs["keep"]) - krona(mine["need"])) <= 1


@given(household=HOUSEHOLD, partner=KRONOR)
def test_somebody_alone_is_as_before_whatever_another_earns(household: Json, partner: int, figures: Figures) -> None:
    income = household.pop("debtor_income")
    alone = kept(figures, **household, couple=False, debtor_income=income)

    assert alone == kept(figures, **household, adults=1, net_income=income)
    assert alone == kept(figures, **household, couple=False, debtor_income=income, partner_income=partner)
    assert alone["keep"] == alone["need"]


@given(household=HOUSEHOLD)
def test_without_the_partners_income_there_is_no_number(household: Json, figures: Figures) -> None:
    assert set(faults(figures, **household, couple=True)) == {"partner_income"}


@given(household=HOUSEHOLD, age=st.integers(0, 20), benefits=st.integers(0, 6000))
def test_a_child_half_of_the_time_gives_more_than_none_and_less_than_a_whole_one(
    household: Json, age: int, benefits: int, figures: Figures
) -> None:
    children = household.pop("children")
    one_more = [[], [{"age": age, "benefits": benefits, "part_time": True}], [{"age": age, "benefits": benefits}]]
    needs = [krona(kept(figures, **household, couple=False, children=[*children, *more])["need"]) for more in one_more]

    assert needs == sorted(needs)
