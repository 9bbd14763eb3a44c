"""About what a person may keep when Kronofogden takes a part of the wages (förbehållsbelopp).

Utsökningsbalk (1981:774) 7 kap. 4–5 §§: the normal amounts cover all ordinary costs of living except the home, and the
home is added. Kronofogden decides; what is worked out here is about right, and says so wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from calculator.figure import Dated, Figure
from calculator.given import Given
from calculator.household import MOST_CHILDREN
from calculator.inputs import Amount, Day
from calculator.money import Ore, ore_of
from calculator.reference_costs import Used

SINGLE = "normal_amount_single"
COUPLE = "normal_amount_couple"
CHILDREN = "normal_amount_children"
FIGURES = (SINGLE, COUPLE, CHILDREN)

OLDEST_CHILD = 20
"""A child counts while a parent has to support it: until 21 at the latest, and only while at school after 18."""


class ChildWithBenefits(Given):
    """A child, and what comes for it a month: child benefit, maintenance, study grant."""

    age: Annotated[int, Field(ge=0, le=OLDEST_CHILD)]
    benefits: Amount = 0


class ProtectedAmountInput(Given):
    """Who lives in the household, what comes in after tax, and what the home costs: kronor per month."""

    day: Day
    adults: Annotated[int, Field(ge=1, le=2)]
    children: Annotated[tuple[ChildWithBenefits, ...], Field(strict=False, max_length=MOST_CHILDREN)] = ()
    net_income: Amount
    housing: Amount
    housing_allowance: Amount = 0
    extras: Amount = 0


@dataclass(frozen=True, slots=True)
class ProtectedAmount:
    """Öre per month, and the numbers it comes from.

    `normal_amount` is that of the adults and of each child after its own benefits. For two adults, `net_income` and
    what is kept are those of both together: how Kronofogden parts it between them is not worked out.
    """

    normal_amount: Ore
    keep: Ore
    could_be_taken: Ore
    figures_used: tuple[Used, ...]


def protected_amount(given: ProtectedAmountInput, figures: Mapping[str, Figure]) -> ProtectedAmount:
    """What is kept that month, and what could be taken; nothing is where the income is not above what is kept.

    What comes for a child is taken from that child's own normal amount and never makes it less than nothing; what is
    over for one child does not lower another's. Housing allowance lowers the cost of the home in the same way.
    """
    adults = Used(figures[SINGLE if given.adults == 1 else COUPLE].on(given.day))
    used = [adults]
    normal_amount = ore_of(adults.value)
    if given.children:
        children, of_children = _children(given.children, figures[CHILDREN].on(given.day))
        normal_amount += children
        used += of_children
    home = max(0, given.housing - given.housing_allowance)
    keep = normal_amount + home + given.extras
    return ProtectedAmount(
        normal_amount=normal_amount,
        keep=keep,
        could_be_taken=max(0, given.net_income - keep),
        figures_used=tuple(used),
    )


def _children(children: Sequence[ChildWithBenefits], dated: Dated) -> tuple[Ore, tuple[Used, ...]]:
    """Öre per month for all children after their own benefits, and each row of the table once."""
    rows: dict[str, Used] = {}
    together = 0
    for child in children:
        key = dated.key_for(child.age)
        rows[key] = Used(dated, key)
        together += max(0, ore_of(rows[key].value) - child.benefits)
    return together, tuple(rows.values())
