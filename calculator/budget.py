"""A budget and what it comes to a month: exact while it is summed, rounded once at the end, to öre."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from calculator.period import Period, monthly
from content.money import Ore, rounded

ShareBand = Literal["none", "lt10", "10to25", "25to50", "gt50"]


@dataclass(frozen=True, slots=True)
class Line:
    """An amount in öre, how often it comes, and whether it is only about right."""

    id: str
    amount: Ore
    period: Period
    about: bool = False

    @property
    def monthly(self) -> Fraction:
        """Exact öre per month."""
        return monthly(self.amount, self.period)


@dataclass(frozen=True, slots=True)
class Budget:
    """Money in, what life costs, and what goes to debts."""

    income: tuple[Line, ...] = ()
    costs: tuple[Line, ...] = ()
    debts: tuple[Line, ...] = ()

    def __iter__(self) -> Iterator[Line]:
        yield from self.income + self.costs + self.debts


@dataclass(frozen=True, slots=True)
class BudgetSums:
    """Öre per month, and the share of the income that goes to debts in percent; None where there is no income."""

    income: Ore
    costs: Ore
    debts: Ore
    left_before_debts: Ore
    left_after_debts: Ore
    debt_share_percent: Decimal | None


TENTH, QUARTER, UP_TO_HALF = 10, 25, 50
"""Percent of the income: where the self-check's bands begin; a whole half still belongs to the third."""
NO_INCOME = Fraction(101)
"""Percent: the share that counts where there are debts and no income, above every band."""


def total(lines: Iterable[Line]) -> Fraction:
    """Exact öre per month of all lines together."""
    return sum((line.monthly for line in lines), Fraction(0))


def summarise(budget: Budget) -> BudgetSums:
    """Sums a month. Each printed figure is rounded by itself from the exact one, never from another rounded one."""
    income, costs, debts = total(budget.income), total(budget.costs), total(budget.debts)
    share = Decimal(rounded(debts / income * 1000)).scaleb(-1) if income else None
    return BudgetSums(
        income=rounded(income),
        costs=rounded(costs),
        debts=rounded(debts),
        left_before_debts=rounded(income - costs),
        left_after_debts=rounded(income - costs - debts),
        debt_share_percent=share,
    )


def share_band(budget: Budget) -> ShareBand | None:
    """How much of the income goes to debts, as the self-check's `repay_share` asks; from the exact share.

    Debts without income are more than half; where neither is given nothing is known.
    """
    income, debts = total(budget.income), total(budget.debts)
    if not debts:
        return "none" if income else None
    share = debts / income * 100 if income else NO_INCOME
    if share > UP_TO_HALF:
        return "gt50"
    if share >= QUARTER:
        return "25to50"
    return "10to25" if share >= TENTH else "lt10"


def by_group(budget: Budget, group_of: Mapping[str, str]) -> dict[str, Ore]:
    """Öre per month for each group that has any, in the order of `group_of` (line id → group id); for the chart."""
    exact: dict[str, Fraction] = {}
    for line in budget:
        group = group_of[line.id]
        exact[group] = exact.get(group, Fraction(0)) + line.monthly
    return {group: rounded(exact[group]) for group in dict.fromkeys(group_of.values()) if exact.get(group)}
