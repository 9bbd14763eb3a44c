"""What a household's month of the game comes to, with a card and with measures; all of it in whole kronor.

sum      = what is left of the ordinary month + this month + the card's event + the measures switched on
february = what is left of the ordinary month + what lasts of this month + what the measures are in February
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations

from classroom.households import month
from classroom.model import ClassHousehold
from classroom.month.model import Card, Event, Measure

Kronor = int
Chosen = frozenset[str]
"""Ids of measures."""


def ordinary(household: ClassHousehold) -> Kronor:
    """What is left of an ordinary month when everything is paid."""
    return int(month(household).left_after_debts)


def this_month(household: ClassHousehold) -> Kronor:
    """What is left this month, before anything is done about it."""
    return ordinary(household) + sum(line.amount for line in household.month)


def event(household: ClassHousehold, card: Card | None) -> Event | None:
    """What the card does to this household; None before one is drawn."""
    return next((one for one in household.events if one.card == card), None)


def left(household: ClassHousehold, chosen: Collection[str] = (), card: Card | None = None) -> Kronor:
    """What is left this month with the card and the measures."""
    happened = event(household, card)
    return this_month(household) + (happened.amount if happened else 0) + sum(one.now for one in _on(household, chosen))


def february(household: ClassHousehold, chosen: Collection[str] = ()) -> Kronor:
    """What is left three months later."""
    lasting = sum(line.amount for line in household.month if line.lasting)
    return ordinary(household) + lasting + sum(one.february for one in _on(household, chosen))


def left_to_choose(household: ClassHousehold) -> tuple[Kronor, Kronor, Kronor]:
    """The three answers to "what is left?": right, with its sign turned, and without this month's first line."""
    right = this_month(household)
    return right, -right, right - household.month[0].amount


def balancing(household: ClassHousehold, card: Card | None = None) -> tuple[Chosen, ...]:
    """Every set of `ok` measures with which the month adds up, the small ones first."""
    return tuple(chosen for chosen in _sets(household) if left(household, chosen, card) >= 0)


def least_sets(household: ClassHousehold, card: Card | None = None) -> tuple[Chosen, ...]:
    """Those of them that no measure can be taken out of."""
    found = balancing(household, card)
    return tuple(one for one in found if not any(other < one for other in found))


def holding(household: ClassHousehold, card: Card | None = None) -> tuple[Chosen, ...]:
    """Those with which the month adds up, and February too."""
    return tuple(chosen for chosen in balancing(household, card) if february(household, chosen) >= 0)


def _sets(household: ClassHousehold) -> Iterator[Chosen]:
    good = [one.id for one in household.measures if one.kind == "ok"]
    for how_many in range(len(good) + 1):
        yield from map(frozenset, combinations(good, how_many))


def _on(household: ClassHousehold, chosen: Collection[str]) -> Iterator[Measure]:
    return (one for one in household.measures if one.id in chosen)
