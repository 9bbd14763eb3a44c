"""The national standard of income support, row by row as the ordinances of 2025 and 2026 have it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.figure import Figure
from calculator.inputs import InputError
from calculator.minimum_standard import FIGURES
from calculator.rules import calculate

Figures = dict[str, Figure]


def standard(figures: Figures, adults: int = 1, *children: dict[str, Any], day: str = "2025-11-23") -> dict[str, Any]:
    return calculate("minimum_standard", {"day": day, "adults": adults, "children": list(children)}, figures)


def sums(output: dict[str, Any]) -> tuple[str, str, str]:
    return output["personal"], output["shared"], output["total"]


Json = dict[str, Any]
NINE, FIVE = {"age": 9}, {"age": 5}


@pytest.mark.parametrize(
    ("household", "personal", "shared", "total", "heads"),
    [
        pytest.param(
            {"day": "2025-11-23", "adults": 2, "couple": False},
            "3910.00", "700.00", "4610.00", (2, 1), id="1 two friends",
        ),
        pytest.param(
            {"day": "2026-11-23", "adults": 2, "couple": False},
            "3940.00", "705.00", "4645.00", (2, 1), id="2 mother and son, no couple",
        ),
        pytest.param(
            {"day": "2026-11-23", "adults": 2}, "7100.00", "1410.00", "8510.00", (2, 2), id="2 two adults, a couple"
        ),
        pytest.param(
            {"day": "2025-11-23", "adults": 2, "couple": False, "children": [NINE]},
            "7700.00", "1180.00", "8880.00", (3, 2), id="3 mother with a child of nine, and her son of 22",
        ),
        pytest.param(
            {"day": "2025-11-23", "adults": 3, "couple": False},
            "3910.00", "590.00", "4500.00", (3, 1), id="4 the son alone, of three heads",
        ),
        pytest.param(
            {"day": "2025-11-23", "adults": 3, "couple": True},
            "7050.00", "1180.00", "8230.00", (3, 2), id="5 couple and grandmother: the couple",
        ),
        pytest.param(
            {"day": "2026-11-23", "adults": 3}, "3940.00", "597.00", "4537.00", (3, 1), id="6 three friends"
        ),
        pytest.param(
            {"day": "2025-11-23", "adults": 1, "children": [{"age": 8, "part_time": True}]},
            "5805.00", "1400.00", "7205.00", (2, 2), id="7 a child of eight half of the time",
        ),
    ],
)  # fmt: skip
def test_adults_who_are_no_couple(
    household: Json, personal: str, shared: str, total: str, heads: tuple[int, int], figures: Figures
) -> None:
    found = calculate("minimum_standard", household, figures)

    assert sums(found) == (personal, shared, total)
    assert (found["heads"], found["own_heads"]) == heads


@given(
    adults=st.integers(1, 6),
    couple=st.booleans(),
    children=st.lists(st.fixed_dictionaries({"age": st.integers(0, 20), "part_time": st.booleans()}), max_size=6),
)
def test_each_head_bears_its_part(adults: int, couple: bool, children: list[Json], figures: Figures) -> None:
    couple = couple and adults > 1
    household = {"day": "2026-11-23", "adults": adults, "couple": couple, "children": children}
    found = calculate("minimum_standard", household, figures)
    whole = calculate("minimum_standard", household | {"adults": 1, "couple": False, "children": [NINE] * (
        adults + len(children) - 1)}, figures)["shared"]  # fmt: skip

    assert found["heads"] == adults + len(children)
    assert found["own_heads"] == (2 if couple else 1) + len(children)
    exact = float(whole) * found["own_heads"] / found["heads"]
    assert abs(float(found["shared"]) - exact) <= 0.5
    assert float(found["total"]) == float(found["personal"]) + float(found["shared"])


def faults(change: dict[str, Any], figures: Figures) -> dict[str, str]:
    with pytest.raises(InputError) as error:
        calculate("minimum_standard", {"day": "2025-11-23", "adults": 1} | change, figures)
    return {fault.at: fault.says for fault in error.value.faults}


def test_alone(figures: Figures) -> None:
    assert sums(standard(figures)) == ("3910.00", "1270.00", "5180.00")


def test_a_couple_with_children_of_five_and_nine(figures: Figures) -> None:
    found = standard(figures, 2, {"age": 5, "lunch_away": True}, {"age": 9})

    # 7 050 + 2 700 + 3 790, and 2 010 for four
    assert sums(found) == ("13540.00", "2010.00", "15550.00")
    assert [(one["id"], one.get("key"), one["value"]) for one in found["figures"]] == [
        ("minimum_standard_couple", None, "7050"),
        ("minimum_standard_children_lunch_away", "4-6", "2700"),
        ("minimum_standard_children", "7-10", "3790"),
        ("minimum_standard_shared", "4", "2010"),
    ]


@pytest.mark.parametrize(
    ("persons", "shared"),
    [(1, 1270), (2, 1400), (3, 1770), (4, 2010), (5, 2310), (6, 2620), (7, 2810), (8, 3000), (9, 3190), (16, 4520)],
)
def test_what_a_household_shares(persons: int, shared: int, figures: Figures) -> None:
    assert standard(figures, 1, *[{"age": 9}] * (persons - 1))["shared"] == f"{shared}.00"


@pytest.mark.parametrize(
    ("ages", "all_meals", "lunch_away"),
    [
        ((0,), 2720, 2540), ((1, 2), 3030, 2780), ((3,), 2700, 2480), ((4, 6), 3030, 2700), ((7, 10), 3790, 3790),
        ((11, 14), 4350, 4350), ((15, 18), 4920, 4920), ((19, 20), 4960, 4960),
    ],
)  # fmt: skip
def test_every_age(ages: tuple[int, ...], all_meals: int, lunch_away: int, figures: Figures) -> None:
    for age in ages:
        assert standard(figures, 1, {"age": age})["personal"] == f"{3910 + all_meals}.00"
        assert standard(figures, 1, {"age": age, "lunch_away": True})["personal"] == f"{3910 + lunch_away}.00"


def test_two_of_the_same_age_count_twice_and_are_named_once(figures: Figures) -> None:
    found = standard(figures, 1, {"age": 8}, {"age": 9})

    assert found["personal"] == "11490.00"
    assert [one["id"] for one in found["figures"]] == [
        "minimum_standard_single", "minimum_standard_children", "minimum_standard_shared",
    ]  # fmt: skip


@pytest.mark.parametrize("day", ["2027-01-01", "2027-02-01"])
def test_after_the_last_year_it_is_used_and_marked(day: str, figures: Figures) -> None:
    found = standard(figures, 1, {"age": 12}, day=day)

    # 3 940 + 4 390, and 1 410 for two
    assert sums(found) == ("8330.00", "1410.00", "9740.00")
    assert {(one["state"], one["until"]) for one in found["figures"]} == {("ended", "2026-12-31")}
    assert {one["id"] for one in found["figures"]} <= set(FIGURES)


def test_the_year_of_2026_row_by_row(figures: Figures) -> None:
    """Förordning (2025:1046): single, couple, every age, every size of household."""
    of_2026 = {"day": "2026-11-23"}
    assert standard(figures, **of_2026)["total"] == "5220.00"
    assert standard(figures, 2, **of_2026)["personal"] == "7100.00"
    rows = {0: (2740, 2560), 2: (3060, 2800), 3: (2720, 2500), 5: (3060, 2720), 8: (3820, 3820), 13: (4390, 4390),
            16: (4960, 4960), 20: (5000, 5000)}  # fmt: skip
    for age, (all_meals, lunch_away) in rows.items():
        assert standard(figures, 1, {"age": age}, **of_2026)["personal"] == f"{3940 + all_meals}.00"
        child = {"age": age, "lunch_away": True}
        assert standard(figures, 1, child, **of_2026)["personal"] == f"{3940 + lunch_away}.00"
    for persons, shared in enumerate([1280, 1410, 1790, 2030, 2330, 2640, 2830, 3020], start=1):
        assert standard(figures, 1, *[{"age": 9}] * (persons - 1), **of_2026)["shared"] == f"{shared}.00"
    family = standard(figures, 2, {"age": 5, "lunch_away": True}, {"age": 9}, **of_2026)
    assert sums(family) == ("13640.00", "2030.00", "15670.00")
    assert all("state" not in one for one in family["figures"])


def test_years_are_never_mixed(figures: Figures) -> None:
    """A year is written into all five files or into none: a sum of two years would be nobody's standard."""
    assert len({tuple(value.from_ for value in figures[name].values) for name in FIGURES}) == 1


@pytest.mark.parametrize(
    ("change", "at", "says"),
    [
        ({"adults": 0}, "adults", "must be at least 1"),
        ({"adults": 7}, "adults", "must be at most 6"),
        ({"adults": 1, "couple": True}, "couple", "a couple is two"),
        ({"couple": "no"}, "couple", "must be true or false"),
        ({"children": [{"age": 21}]}, "children.0.age", "must be at most 20"),
        ({"children": [{"age": -1}]}, "children.0.age", "must be at least 0"),
        ({"children": [{"age": 3, "lunch_away": 1}]}, "children.0.lunch_away", "must be true or false"),
        ({"children": [{"age": 3, "part_time": 1}]}, "children.0.part_time", "must be true or false"),
        ({"children": [{"age": 3}] * 16}, "children", "15 is the most"),
        ({"day": "2024-12-31"}, "day", "the first one is from 2025-01-01"),
    ],
)
def test_what_cannot_be_is_named(change: dict[str, Any], at: str, says: str, figures: Figures) -> None:
    assert says in faults(change, figures)[at]


@given(ages=st.lists(st.integers(0, 20), max_size=14), one_more=st.integers(0, 20), adults=st.integers(1, 2))
def test_one_more_at_home_is_always_more(ages: list[int], one_more: int, adults: int, figures: Figures) -> None:
    children = [{"age": age} for age in ages]
    before = standard(figures, adults, *children)
    after = standard(figures, adults, *children, {"age": one_more})

    for part in ("personal", "shared", "total"):
        assert int(after[part].removesuffix(".00")) > int(before[part].removesuffix(".00"))
