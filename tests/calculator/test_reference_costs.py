"""What a household costs by Konsumentverket's tables of 2026, added up by hand."""

from __future__ import annotations

import datetime

import pytest
from pydantic import ValidationError

from calculator.figure import Figure, FigureMissing
from calculator.household import Adult, Child, Household, Person
from calculator.reader import CalculatorContent
from calculator.reference_costs import reference_costs

Figures = dict[str, Figure]
IN_2026 = datetime.date(2026, 11, 23)


def home(*ages: int) -> list[Person]:
    return [Person(age=age) for age in ages]


def lunch(*ages: int) -> list[Person]:
    return [Person(age=age, lunch_away=True) for age in ages]


@pytest.mark.parametrize(
    ("people", "food", "individual", "shared", "total"),
    [
        (home(30), 2730, 2140, 3340, 8210),
        (home(18), 2840, 2200, 3340, 8380),
        (home(24), 2840, 2200, 3340, 8380),
        (home(30) + lunch(8), 4380, 4230, 3990, 12600),
        (home(30, 50) + lunch(5, 9), 8440, 8370, 5670, 22480),
        (home(30, 25, 2) + lunch(8, 13), 10270, 11170, 6430, 27870),
        (home(71), 2450, 1940, 3340, 7730),
        (home(120), 2450, 1940, 3340, 7730),
        # 7 persons 7 810, one step 7 810 − 7 090 = 720
        (home(30, 30, 16, 16, 16, 16, 16), 20710, 16230, 7810, 44750),
        (home(30, 30, 16, 16, 16, 16, 16, 0, 0), 22770, 22070, 9250, 54090),
    ],
)
def test_tenants(people: list[Person], food: int, individual: int, shared: int, total: int, figures: Figures) -> None:
    costs = reference_costs(IN_2026, people, True, figures)

    assert (costs.food, costs.individual, costs.shared, costs.total) == (
        food * 100, individual * 100, shared * 100, total * 100,
    )  # fmt: skip
    assert not costs.ended


@pytest.mark.parametrize(
    ("persons", "shared"), [(1, 3560), (2, 4430), (3, 5540), (4, 6550), (5, 7510), (6, 8400), (7, 9340), (8, 10280)]
)
def test_owners_pay_for_water(persons: int, shared: int, figures: Figures) -> None:
    assert reference_costs(IN_2026, home(*[40] * persons), False, figures).shared == shared * 100


@pytest.mark.parametrize(
    ("persons", "shared"), [(1, 3340), (2, 3990), (3, 4890), (4, 5670), (5, 6430), (6, 7090), (7, 7810)]
)
def test_tenants_do_not(persons: int, shared: int, figures: Figures) -> None:
    assert reference_costs(IN_2026, home(*[40] * persons), True, figures).shared == shared * 100


@pytest.mark.parametrize(
    ("age", "at_home", "lunch_away", "individual"),
    [
        (0, 1030, 710, 2920), (1, 1100, 830, 2730), (3, 1100, 830, 2730), (4, 1710, 1330, 2000),
        (6, 1710, 1330, 2000), (7, 2130, 1650, 2090), (10, 2130, 1650, 2090), (11, 2650, 2060, 2070),
        (14, 2650, 2060, 2070), (15, 3050, 2370, 2390), (17, 3050, 2370, 2390), (18, 2840, 2200, 2200),
        (24, 2840, 2200, 2200), (25, 2730, 2120, 2140), (50, 2730, 2120, 2140), (51, 2490, 1940, 2070),
        (70, 2490, 1940, 2070), (71, 2450, 1900, 1940),
    ],
)  # fmt: skip
def test_every_age_has_its_own_row(age: int, at_home: int, lunch_away: int, individual: int, figures: Figures) -> None:
    assert reference_costs(IN_2026, home(age), True, figures).food == at_home * 100
    assert reference_costs(IN_2026, lunch(age), True, figures).food == lunch_away * 100
    assert reference_costs(IN_2026, home(age), True, figures).individual == individual * 100


def test_a_child_who_lives_here_half_the_time_is_half_but_has_a_whole_place(figures: Figures) -> None:
    # food 2 730 + 1 650 / 2, individual 2 140 + 2 090 / 2, shared as for two
    child = Person(age=8, lunch_away=True, part_time=True)

    costs = reference_costs(IN_2026, [*home(30), child], True, figures)

    assert (costs.food, costs.individual, costs.shared, costs.total) == (3555_00, 3185_00, 3990_00, 10730_00)


def test_each_line_of_the_budget_gets_its_part(content: CalculatorContent) -> None:
    owner = reference_costs(IN_2026, home(30), False, content.figures).per_line(content.lines.values())
    tenant = reference_costs(IN_2026, home(30), True, content.figures).per_line(content.lines.values())

    assert owner == {
        "electricity": 400_00,
        "water": 220_00,
        "home_equipment": 920_00,
        "food": 2730_00,
        "consumables": 200_00,
        "phone_and_internet": 1000_00,
        "subscriptions": 640_00,
        "home_insurance": 180_00,
        "clothes_leisure_hygiene": 2140_00,
    }
    assert tenant == {line: ore for line, ore in owner.items() if line != "water"}


def test_the_numbers_it_rests_on_are_named_once_each(figures: Figures) -> None:
    used = reference_costs(IN_2026, home(30, 40) + lunch(8), True, figures).figures_used
    cells = [(cell.dated.figure.id, cell.key, cell.value) for cell in used]

    assert cells[:4] == [
        ("food_at_home", "25-50", 2730),
        ("food_lunch_away", "7-10", 1650),
        ("individual_costs", "25-50", 2140),
        ("individual_costs", "7-10", 2090),
    ]
    assert len(cells) == len(set(cells)) == 4 + 6
    assert ("shared_electricity", "3", 700) in cells


def test_after_the_year_has_ended_it_says_so(figures: Figures) -> None:
    later = reference_costs(datetime.date(2027, 2, 1), home(30), True, figures)

    assert later.total == 8210_00
    assert later.ended
    assert {(cell.dated.state, cell.dated.until) for cell in later.figures_used} == {
        ("ended", datetime.date(2026, 12, 31))
    }


def test_before_2026_nothing_is_known(figures: Figures) -> None:
    with pytest.raises(FigureMissing):
        reference_costs(datetime.date(2025, 12, 31), home(30), True, figures)


def test_second_hand_is_not_called_anything_better(figures: Figures) -> None:
    used = reference_costs(IN_2026, home(30), False, figures).figures_used

    assert {cell.dated.value.confidence for cell in used} == {"second_hand"}


def test_a_household_is_its_adults_and_its_children() -> None:
    household = Household.model_validate(
        {"adults": [{"age": 38}], "children": [{"age": 6, "lunch_away": True, "part_time": True}], "tenant": True}
    )

    assert household.people == (Person(age=38), Child(age=6, lunch_away=True, part_time=True))
    assert household.adults == (Adult(age=38),)


@pytest.mark.parametrize(
    "given",
    [
        {"adults": [{"age": 38}]},
        {"adults": [], "children": [], "tenant": True},
        {"adults": [{"age": 121}], "tenant": True},
        {"adults": [{"age": -1}], "tenant": True},
        {"adults": [{"age": "38"}], "tenant": True},
        {"adults": [{"age": True}], "tenant": True},
        {"adults": [{"age": 38, "name": "A"}], "tenant": True},
        {"adults": [{"age": 38}] * 11, "tenant": True},
        {"adults": [{"age": 38}], "children": [{"age": 3}] * 16, "tenant": True},
        {"adults": [{"age": 38}], "tenant": "yes"},
    ],
)
def test_a_household_that_cannot_be_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Household.model_validate(given)
