"""What a fictional household's month comes to, also with some lines changed: kronor a month, as a class counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from classroom.model import ClassHousehold, Sum

Kronor = Decimal
TENTH = Decimal("0.1")
CHOICES = ("first_step", "contact", "clock")
"""What is chosen for a household, and shown to the class where a group wants that."""


@dataclass(frozen=True, slots=True)
class Month:
    """Kronor a month, and the share of the income that goes to debts in percent with one decimal, half up."""

    income: Kronor
    costs: Kronor
    debts: Kronor

    @property
    def left_before_debts(self) -> Kronor:
        """What is left when the costs are paid."""
        return self.income - self.costs

    @property
    def left_after_debts(self) -> Kronor:
        """What is left when debts are paid too."""
        return self.left_before_debts - self.debts

    @property
    def debt_share_percent(self) -> Decimal:
        """Of the income."""
        return (100 * self.debts / self.income).quantize(TENTH, ROUND_HALF_UP) if self.income else Decimal(0)


def month(household: ClassHousehold, changes: Mapping[str, Kronor] | None = None) -> Month:
    """The household's month with the amounts that somebody has tried instead."""
    changed = changes or {}
    income, costs, debts = (_total(lines, changed) for lines in (household.income, household.costs, household.debts))
    return Month(income, costs, debts)


def changeable(household: ClassHousehold) -> tuple[Sum, ...]:
    """The lines that another amount may be tried on."""
    every = (*household.income, *household.costs, *household.debts)
    return tuple(line for line in every if line.can_change)


def must_keep(household: ClassHousehold) -> tuple[Sum, ...]:
    """The costs that must not be cut."""
    return tuple(line for line in household.costs if line.keep)


def _total(lines: Iterable[Sum], changed: Mapping[str, Kronor]) -> Kronor:
    return sum((changed.get(line.id, Decimal(line.amount)) for line in lines), Decimal(0))
