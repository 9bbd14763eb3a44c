"""The national standard of income support (riksnorm): a yardstick, never a verdict on what somebody has a right to.

Socialtjänstförordning (2025:468) 12 kap. 2–3 §§. It covers food, clothes, leisure, hygiene, consumables and the phone;
reasonable costs for the home, electricity, travel to work, home insurance, union and unemployment fund come on top. An
adult who is no couple with anybody counts as single, and each head bears its part of what the household shares.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field

from calculator.figure import Figure
from calculator.given import NO_UNKNOWN_KEYS, Whole, Yes
from calculator.household import MOST_CHILDREN
from calculator.inputs import Day, Fault, InputError
from calculator.reference_costs import Used
from content.money import ORE_IN_KRONA, Ore, ore_of, rounded

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
MOST_ADULTS = 6
A_COUPLE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildAtHome:
    """A child or a young person who lives at home, half of the time or all of it.

    `lunch_away`: lunch is eaten at preschool five days a week.
    """

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    age: Annotated[Whole, Field(ge=0, le=OLDEST_CHILD)]
    lunch_away: Yes = False
    part_time: Yes = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MinimumStandardInput:
    """All grown-ups of the household, whether the one who asks is a couple with one of them, and their children.

    `couple` left out: two adults are a couple, and any other number is not.
    """

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    day: Day
    adults: Annotated[Whole, Field(ge=1, le=MOST_ADULTS)]
    couple: Yes | None = None
    children: Annotated[tuple[ChildAtHome, ...], Field(max_length=MOST_CHILDREN)] = ()

    def __post_init__(self) -> None:
        """Raises `InputError` for a couple of one."""
        if self.couple and self.adults < A_COUPLE:
            raise InputError((Fault("couple", "is true, and there is one adult; a couple is two"),))

    @property
    def is_couple(self) -> bool:
        """Whether the standard is that of two."""
        return self.adults == A_COUPLE if self.couple is None else self.couple

    @property
    def heads(self) -> int:
        """Everybody in the household; one who is there half of the time is a whole head."""
        return self.adults + len(self.children)

    @property
    def own_heads(self) -> int:
        """The one who asks, or the couple, and the children."""
        return (A_COUPLE if self.is_couple else 1) + len(self.children)


@dataclass(frozen=True, slots=True)
class MinimumStandard:
    """Öre per month of the one who asks, or of the couple, with the children, and the numbers they come from.

    `shared` is their part of what the household shares: `own_heads` of all `heads`.
    """

    personal: Ore
    shared: Ore
    total: Ore
    heads: int
    own_heads: int
    figures_used: tuple[Used, ...]


def minimum_standard(given: MinimumStandardInput, figures: Mapping[str, Figure]) -> MinimumStandard:
    """The standard a month; above seven persons the last step is added for each one more.

    A part of the shared cost is rounded to whole kronor. A child who lives here half of the time has half of its own
    costs, which is the practice of the municipalities and stands in no law.
    """
    of_adults = Used(figures[COUPLE if given.is_couple else SINGLE].on(given.day))
    of_children = tuple(_children(given, figures))
    halves = (ore_of(cell.value) // (2 if child.part_time else 1) for child, cell in of_children)
    personal = ore_of(of_adults.value) + sum(halves)
    dated = figures[SHARED].on(given.day)
    part = Fraction(given.own_heads, given.heads)
    shared = rounded(ore_of(dated.for_persons(given.heads)) * part / ORE_IN_KRONA) * ORE_IN_KRONA
    cells = [of_adults, *(cell for _child, cell in of_children)]
    cells += [Used(dated, key) for key in dated.keys_for_persons(given.heads)]
    return MinimumStandard(
        personal=personal,
        shared=shared,
        total=personal + shared,
        heads=given.heads,
        own_heads=given.own_heads,
        figures_used=tuple({(cell.dated.figure.id, cell.key): cell for cell in cells}.values()),
    )


def _children(given: MinimumStandardInput, figures: Mapping[str, Figure]) -> Iterator[tuple[ChildAtHome, Used]]:
    """Each child and its row: two of the same age are two rows here."""
    for child in given.children:
        has_row = child.lunch_away and child.age <= OLDEST_WITH_LUNCH_ROW
        dated = figures[CHILDREN_LUNCH_AWAY if has_row else CHILDREN].on(given.day)
        yield child, Used(dated, dated.key_for(child.age))
