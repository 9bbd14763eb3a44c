"""What child benefit comes to with the supplement for several children: a help to remember it, no decision."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from calculator.figure import Figure, FigureMissing
from calculator.household import Child
from content.money import Ore, ore_of

BENEFIT, SUPPLEMENT = "child_benefit", "large_family_supplement"
UNTIL = 16
"""Child benefit is paid for children under that age (socialförsäkringsbalken 15 kap. 2 §)."""
FIRST_WITH_SUPPLEMENT = 2


def child_benefit(children: Sequence[Child], day: datetime.date, figures: Mapping[str, Figure]) -> Ore | None:
    """Öre a month for all children under 16, by figures that hold on that day.

    None where nothing can be said: no such child, a child who lives here half of the time, since parents share the
    benefit in their own way, or no figure for the day.
    """
    young = [child for child in children if child.age < UNTIL]
    if not young or any(child.part_time for child in young):
        return None
    try:
        each, table = figures[BENEFIT].on(day).amount, figures[SUPPLEMENT].on(day).table
    except FigureMissing:
        return None
    most = max(int(key) for key in table)
    more = table[str(min(len(young), most))] if len(young) >= FIRST_WITH_SUPPLEMENT else 0
    if len(young) > most:
        # Every child after the last of the table gives as much as that one did.
        more += (len(young) - most) * (table[str(most)] - table[str(most - 1)])
    return ore_of(each * len(young) + more)
