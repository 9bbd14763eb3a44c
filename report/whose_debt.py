"""From a household and its budget to what a debtor keeps: whose income counts, and where too little is known to say.

Nothing is guessed here: a number that is too high takes the food off the table of somebody who trusts it, and one that
is too low is a false alarm. Where it is not known who owes, who lives with whom, or what can be attached, the reason is
given instead.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from calculator.budget import Budget, Line, total
from calculator.figure import Figure, FigureMissing
from calculator.household import Household
from calculator.protected_amount import (
    OLDEST_CHILD,
    ChildWithBenefits,
    ProtectedAmount,
    ProtectedAmountInput,
    protected_amount,
)
from calculator.reference_costs import Used
from content.money import Ore, rounded

Owner = Literal["me", "partner"]
Unsure = Literal["role", "debtor", "partner_income", "own_housing", "kind_of_income", "too_little"]
"""Why there is no number: who another adult is, whose debt it is, what the partner earns, the own part of the rent,
an income of which it is not known how it counts, or no income that can be attached or no cost of the home."""

ATTACHED = (
    "pay",
    "extra_job",
    "unemployment_benefit",
    "activity_support",
    "sickness_benefit",
    "disability_benefit",
    "parental_benefit",
    "pension",
)
"""Own income that Kronofogden can take of: utsökningsbalken (1981:774) 7 kap. 1 §."""
OTHER_OWN = ("other_income", "own_scholarship")
"""Own income beside it: it helps to live on, and is not taken itself."""
PAY_OF_PARTNER = "pay_partner"
NOT_KNOWN = ("study_support", "pension_support", "care_allowance", "own_business")
"""How these count was not found. Study support itself is never attached: studiestödslag (1999:1395) 6 kap. 3 §."""
STUDY_GRANT = "study_grant"
"""Comes for a child at the gymnasium: without such a child it is the reader's own study support."""
OLD_ENOUGH_FOR_GRANT = 15
FOR_CHILDREN = ("child_benefit", "maintenance_received")
"""Income that comes for the children: it lowers their own normal amounts, and is not the adults'."""
FOR_THE_HOME = ("housing_allowance", "pension_housing")
COSTS_OF_THE_HOME = ("rent", "home_fee", "home_loan_interest", "heating", "water", "municipal_charges")
"""What is added to the normal amount; electricity in the home is already in it."""
MAINTENANCE = "maintenance_paid"
BOTH: tuple[Owner, ...] = ("me", "partner")


@dataclass(frozen=True, slots=True)
class Kept:
    """What one debtor keeps."""

    whose: Owner
    given: ProtectedAmountInput
    amount: ProtectedAmount


@dataclass(frozen=True, slots=True)
class KeptOfDebt:
    """One part for each who owes, or why there is none."""

    parts: tuple[Kept, ...] = ()
    unsure: Unsure | None = None

    @property
    def figures_used(self) -> tuple[Used, ...]:
        """Every number that the parts rest on, each once."""
        cells = (cell for part in self.parts for cell in part.amount.figures_used)
        return tuple({(cell.dated.figure.id, cell.key): cell for cell in cells}.values())


@dataclass(frozen=True, slots=True)
class _Income:
    """Öre per month of one adult: what can be attached, and the rest."""

    attached: Ore
    other: Ore = 0

    @property
    def all(self) -> Ore:
        return self.attached + self.other


def kept_of_debt(
    household: Household | None, budget: Budget | None, day: datetime.date, figures: Mapping[str, Figure]
) -> KeptOfDebt | None:
    """What each debtor of the household keeps a month, or why it cannot be said; None without household or budget."""
    if household is None or budget is None or not household.adults:
        return None
    unsure = _unsure(household, budget)
    if unsure:
        return KeptOfDebt(unsure=unsure)
    whose = household.whose_debt
    owners = tuple(owner for owner in BOTH if whose in (owner, "both"))
    try:
        inputs = ((owner, _input(owner, household, budget, day)) for owner in owners)
        return KeptOfDebt(tuple(Kept(owner, given, protected_amount(given, figures)) for owner, given in inputs))
    except FigureMissing:
        return None


def _unsure(household: Household, budget: Budget) -> Unsure | None:
    """The first thing that has to be known and is not, in the order of the questions."""
    whose, own, of_partner = household.whose_debt, _own(budget), _of_partner(household, budget)
    checks: dict[Unsure, bool] = {
        "role": not household.roles_known,
        "debtor": whose == "unsure" or (whose != "me" and not household.has_partner),
        "partner_income": household.has_partner and of_partner is None,
        "own_housing": _lives_with_others(household) and household.own_housing is None,
        "kind_of_income": _unknown_kind(household, budget),
        "too_little": not _enough(household, budget, own, of_partner or _Income(0)),
    }
    return next((reason for reason, holds in checks.items() if holds), None)


def _enough(household: Household, budget: Budget, own: _Income, of_partner: _Income) -> bool:
    """Whether the one who owes has an income to take of, and what the home costs is known."""
    income = {"me": own.attached, "partner": of_partner.attached}
    whose = household.whose_debt
    found = income["me"] + income["partner"] if whose == "both" else income.get(whose, 0)
    return bool(found) and (_lives_with_others(household) or bool(_of(budget.costs, COSTS_OF_THE_HOME)))


def _input(owner: Owner, household: Household, budget: Budget, day: datetime.date) -> ProtectedAmountInput:
    incomes = {"me": _own(budget), "partner": _of_partner(household, budget) or _Income(0)}
    debtor, other = incomes[owner], incomes["partner" if owner == "me" else "me"]
    return ProtectedAmountInput(
        day=day,
        couple=household.has_partner,
        debtor_income=debtor.attached,
        other_income=debtor.other,
        partner_income=other.all if household.has_partner else None,
        children=tuple(_children(household, budget)),
        housing=_housing(household, budget),
        housing_allowance=_sum(budget.income, FOR_THE_HOME),
        extras=0,
        maintenance_paid=_sum(budget.costs, (MAINTENANCE,)) if owner == "me" else 0,
    )


def _own(budget: Budget) -> _Income:
    return _Income(_sum(budget.income, ATTACHED), _sum(budget.income, OTHER_OWN))


def _of_partner(household: Household, budget: Budget) -> _Income | None:
    """As the household says it, else the budget's line; None where neither is given."""
    if household.partner_income is not None:
        return _Income(household.partner_income)
    lines = _of(budget.income, (PAY_OF_PARTNER,))
    return _Income(rounded(total(lines))) if lines else None


def _lives_with_others(household: Household) -> bool:
    """Whether there are adults besides a partner: then the home is shared with them."""
    return len(household.others) > household.has_partner


def _unknown_kind(household: Household, budget: Budget) -> bool:
    own_grant = not any(OLD_ENOUGH_FOR_GRANT <= child.age <= OLDEST_CHILD for child in household.children)
    kinds = (*NOT_KNOWN, STUDY_GRANT) if own_grant else NOT_KNOWN
    return bool(_sum(budget.income, kinds))


def _children(household: Household, budget: Budget) -> Iterable[ChildWithBenefits]:
    """Those who have to be supported, and what comes for them parted equally between them.

    A study grant is parted between those who are old enough for one.
    """
    children = [child for child in household.children if child.age <= OLDEST_CHILD]
    at_school = [number for number, child in enumerate(children) if child.age >= OLD_ENOUGH_FOR_GRANT]
    benefits = _parted(_sum(budget.income, FOR_CHILDREN), range(len(children)))
    grants = _parted(_sum(budget.income, (STUDY_GRANT,)), at_school)
    for number, child in enumerate(children):
        comes = benefits.get(number, 0) + grants.get(number, 0)
        yield ChildWithBenefits(age=child.age, benefits=comes, part_time=child.part_time)


def _parted(amount: Ore, among: Iterable[int]) -> dict[int, Ore]:
    """Equally, and what is over to the first."""
    numbers = list(among)
    share, over = divmod(amount, len(numbers) or 1)
    return {number: share + (over if place == 0 else 0) for place, number in enumerate(numbers)}


def _housing(household: Household, budget: Budget) -> Ore:
    if _lives_with_others(household):
        return household.own_housing or 0
    return _sum(budget.costs, COSTS_OF_THE_HOME)


def _of(lines: Iterable[Line], names: Iterable[str]) -> list[Line]:
    wanted = set(names)
    return [line for line in lines if line.id in wanted]


def _sum(lines: Iterable[Line], names: Iterable[str]) -> Ore:
    return rounded(total(_of(lines, names)))
