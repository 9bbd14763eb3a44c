"""What a household like this one costs a month, as Konsumentverket works it out (calculated household costs).

The costs cover food, what each person needs, and what the household shares. Housing, travel, health care and presents
are not in them. They are a help to guess, never a verdict.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field

from calculator.figure import Dated, Figure, Number
from calculator.given import NO_UNKNOWN_KEYS, Yes
from calculator.household import MOST_ADULTS, MOST_CHILDREN, Person
from calculator.inputs import Day
from calculator.lines import BudgetLine, Item
from content.money import ORE_IN_KRONA, Ore, rounded

FOOD_AT_HOME = "food_at_home"
FOOD_LUNCH_AWAY = "food_lunch_away"
INDIVIDUAL = "individual_costs"
SHARED: dict[Item, str] = {
    "consumables": "shared_consumables",
    "home_equipment": "shared_home_equipment",
    "internet_mobile": "shared_internet_mobile",
    "media": "shared_media",
    "electricity": "shared_electricity",
    "water": "shared_water",
    "home_insurance": "shared_home_insurance",
}
"""What a household shares, and the figure it is read from."""
FIGURES = (FOOD_AT_HOME, FOOD_LUNCH_AWAY, INDIVIDUAL, *SHARED.values())

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceCostsInput:
    """Who lives in the household, on which day, and whether the home is rented."""

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    day: Day
    people: Annotated[tuple[Person, ...], Field(min_length=1, max_length=MOST_ADULTS + MOST_CHILDREN)]
    tenant: Yes


@dataclass(frozen=True, slots=True)
class Used:
    """One number of a figure that a sum rests on; `key` names its place where the figure is a table."""

    dated: Dated
    key: str | None = None

    @property
    def value(self) -> Number:
        """The number itself."""
        return self.dated.amount if self.key is None else self.dated.table[self.key]


Noted = dict[tuple[str, str | None], Used]
"""The numbers read so far, each once, in the order they were read."""


@dataclass(frozen=True, slots=True)
class ReferenceCosts:
    """Öre per month for the household, for each item there is a cost for, and the numbers they come from."""

    food: Ore
    individual: Ore
    shared: Ore
    total: Ore
    per_item: Mapping[Item, Ore]
    figures_used: tuple[Used, ...]

    @property
    def ended(self) -> bool:
        """Whether any of the numbers is older than the day that was asked for."""
        return any(used.dated.state == "ended" for used in self.figures_used)

    def per_line(self, lines: Iterable[BudgetLine]) -> dict[str, Ore]:
        """Öre per month for each budget line that has a reference cost in this household."""
        return {
            line.id: self.per_item[line.reference]
            for line in lines
            if line.reference is not None and line.reference in self.per_item
        }


def reference_costs(
    day: datetime.date, people: Sequence[Person], tenant: bool, figures: Mapping[str, Figure]
) -> ReferenceCosts:
    """The household's costs on that day; water is left out for tenants, since it is inside the rent.

    Somebody who lives here half of the time counts by half in food and individual costs, and as a whole person in the
    size of the household, since the home is kept for them.
    """
    on = {name: figures[name].on(day) for name in FIGURES}
    used: Noted = {}
    exact: dict[Item, Fraction] = {
        "food": _each(people, used, lambda person: on[FOOD_LUNCH_AWAY if person.lunch_away else FOOD_AT_HOME]),
        "individual": _each(people, used, lambda person: on[INDIVIDUAL]),
    }
    for item, name in SHARED.items():
        if item != "water" or not tenant:
            exact[item] = _shared(on[name], len(people), used)
    shared = sum((exact[item] for item in SHARED if item in exact), Fraction(0))
    return ReferenceCosts(
        food=rounded(exact["food"]),
        individual=rounded(exact["individual"]),
        shared=rounded(shared),
        total=rounded(exact["food"] + exact["individual"] + shared),
        per_item={item: rounded(cost) for item, cost in exact.items()},
        figures_used=tuple(used.values()),
    )


def _each(people: Sequence[Person], used: Noted, table: Callable[[Person], Dated]) -> Fraction:
    """Exact öre for all persons together, each by age; what was read is noted in `used`."""
    sum_of_all = Fraction(0)
    for person in people:
        dated = table(person)
        cell = Used(dated, dated.key_for(person.age))
        used[dated.figure.id, cell.key] = cell
        sum_of_all += Fraction(cell.value) * (HALF if person.part_time else 1)
    return sum_of_all * ORE_IN_KRONA


def _shared(dated: Dated, persons: int, used: Noted) -> Fraction:
    """Exact öre for a household of that size; what was read is noted in `used`."""
    for key in dated.keys_for_persons(persons):
        used[dated.figure.id, key] = Used(dated, key)
    return Fraction(dated.for_persons(persons)) * ORE_IN_KRONA
