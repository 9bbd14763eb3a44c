"""The national standard of income support (riksnorm): a yardstick, never a verdict on what somebody has a right to.

Socialtjänstförordning (2025:468) 12 kap. 2 §. It covers food, clothes, leisure, hygiene, consumables and the phone;
reasonable costs for the home, electricity, travel to work, home insurance, union and unemployment fund come on top.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from calculator.figure import Figure
from calculator.given import Given
from calculator.household import MOST_CHILDREN
from calculator.inputs import Day
from calculator.money import Ore, ore_of
from calculator.reference_costs import Used

SINGLE = "minimum_standard_single"
COUPLE = "minimum_standard_couple"
CHILDREN = "minimum_standard_children"
CHILDREN_LUNCH_AWAY = "minimum_standard_children_lunch_away"
SHARED = "minimum_standard_shared"
FIGURES = (SINGLE, COUPLE, CHILDREN, CHILDREN_LUNCH_AWAY, SHARED)

OLDEST_CHILD = 20
"""The last age that the table has a row for; somebody older is an adult with a standard of their own."""
OLDEST_WITH_LUNCH_ROW = 6
"""From seven on there is one row alone: a school lunch is already counted in it."""


class ChildAtHome(Given):
    """A child or a young person who lives at home, and whether lunch is eaten at preschool five days a week."""

    age: Annotated[int, Field(ge=0, le=OLDEST_CHILD)]
    lunch_away: bool = False


class MinimumStandardInput(Given):
    """One adult, or two who live as a couple, and the children who live with them."""

    day: Day
    adults: Annotated[int, Field(ge=1, le=2)]
    children: Annotated[tuple[ChildAtHome, ...], Field(strict=False, max_length=MOST_CHILDREN)] = ()


@dataclass(frozen=True, slots=True)
class MinimumStandard:
    """Öre per month for what each needs and for what the household shares, and the numbers they come from."""

    personal: Ore
    shared: Ore
    total: Ore
    figures_used: tuple[Used, ...]


def minimum_standard(given: MinimumStandardInput, figures: Mapping[str, Figure]) -> MinimumStandard:
    """The household's standard a month; above seven persons the last step is added for each one more."""
    cells = [Used(figures[SINGLE if given.adults == 1 else COUPLE].on(given.day)), *_children(given, figures)]
    shared = figures[SHARED].on(given.day)
    persons = given.adults + len(given.children)
    of_personal = sum(ore_of(cell.value) for cell in cells)
    of_shared = ore_of(shared.for_persons(persons))
    cells += [Used(shared, key) for key in shared.keys_for_persons(persons)]
    return MinimumStandard(
        personal=of_personal,
        shared=of_shared,
        total=of_personal + of_shared,
        figures_used=tuple({(cell.dated.figure.id, cell.key): cell for cell in cells}.values()),
    )


def _children(given: MinimumStandardInput, figures: Mapping[str, Figure]) -> Iterator[Used]:
    """The row of each child, one for each: two of the same age are two rows here."""
    for child in given.children:
        has_row = child.lunch_away and child.age <= OLDEST_WITH_LUNCH_ROW
        dated = figures[CHILDREN_LUNCH_AWAY if has_row else CHILDREN].on(given.day)
        yield Used(dated, dated.key_for(child.age))
