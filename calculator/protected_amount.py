"""About what a person may keep when Kronofogden takes a part of the wages (förbehållsbelopp).

Utsökningsbalk (1981:774) 7 kap. 4–5 §§: the normal amounts cover all ordinary costs of living except the home, and the
home is added. Of two who are a couple, each bears the part of the household's need that its own income is of both
(Kronofogden's own word for it is proportionering, RH 2022:20); nothing is ever taken of the other's income. Kronofogden
decides; what is worked out here is about right, and says so wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from calculator.figure import Dated, Figure
from calculator.given import NO_UNKNOWN_KEYS, Whole, Yes
from calculator.household import MOST_CHILDREN
from calculator.inputs import Amount, Day, Fault, InputError
from calculator.reference_costs import Used
from content.money import ORE_IN_KRONA, Ore, ore_of, rounded

SINGLE = "normal_amount_single"
COUPLE = "normal_amount_couple"
CHILDREN = "normal_amount_children"
FIGURES = (SINGLE, COUPLE, CHILDREN)

OLDEST_CHILD = 20
"""A child counts while a parent has to support it: until 21 at the latest, and only while at school after 18."""
A_COUPLE = 2
WHOLE = Fraction(1)
Whose = Literal["debtor", "household"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildWithBenefits:
    """A child, what comes for it a month (child benefit, maintenance, study grant), and whether half of the time."""

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    age: Annotated[Whole, Field(ge=0, le=OLDEST_CHILD)]
    benefits: Amount = 0
    part_time: Yes = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedAmountInput:
    """Who lives in the household, what comes in after tax, and what the home costs: öre (in JSON kronor) a month.

    `debtor_income` can be attached, `other_income` is the debtor's too and cannot; `partner_income` counts for a
    couple alone. Older input has `adults` and `net_income`: one adult is a debtor without a partner, and two give the
    sums of their household, whoever of them owes.
    """

    __pydantic_config__: ClassVar = NO_UNKNOWN_KEYS
    day: Day
    couple: Yes | None = None
    debtor_income: Amount | None = None
    other_income: Amount = 0
    partner_income: Amount | None = None
    adults: Annotated[Whole, Field(ge=1, le=A_COUPLE)] | None = None
    net_income: Amount | None = None
    children: Annotated[tuple[ChildWithBenefits, ...], Field(max_length=MOST_CHILDREN)] = ()
    housing: Amount
    housing_allowance: Amount = 0
    extras: Amount = 0
    maintenance_paid: Amount = 0

    def __post_init__(self) -> None:
        """Raises `InputError` where it is of neither shape, or what a couple needs is missing."""
        if faults := tuple(self._faults()):
            raise InputError(faults)

    def _faults(self) -> list[Fault]:
        older = self.couple is None and self.debtor_income is None and self.partner_income is None
        names = ("adults", "net_income") if older and self._has_older else ("couple", "debtor_income")
        faults = [Fault(name, "is missing") for name in names if getattr(self, name) is None]
        if not older and self._has_older:
            faults.append(Fault("adults", "and net_income are of older input, and not beside couple and debtor_income"))
        if self.couple and self.partner_income is None:
            faults.append(Fault("partner_income", "is missing; it is needed where couple is true"))
        elif self.couple and not faults and not self.own_income + (self.partner_income or 0):
            faults.append(Fault("debtor_income", "and partner_income are both 0; there is nothing to part the need by"))
        return faults

    @property
    def _has_older(self) -> bool:
        return self.adults is not None or self.net_income is not None

    @property
    def whose(self) -> Whose:
        """Whose amount it is."""
        return "household" if self.adults == A_COUPLE else "debtor"

    @property
    def can_be_attached(self) -> Ore:
        """The income that Kronofogden can take of."""
        return self.debtor_income or self.net_income or 0

    @property
    def own_income(self) -> Ore:
        """All of the debtor's, also what cannot be taken."""
        return self.can_be_attached + self.other_income

    @property
    def share(self) -> Fraction:
        """The debtor's part of the need."""
        return Fraction(self.own_income, self.own_income + (self.partner_income or 0)) if self.couple else WHOLE


@dataclass(frozen=True, slots=True)
class ProtectedAmount:
    """Öre per month, and the numbers it comes from.

    `normal_amount` is that of the adults and of each child after its own benefits; `need` has the home too. `keep` and
    `could_be_taken` are `whose` they are: the debtor's, or in older input a whole household's.
    """

    normal_amount: Ore
    need: Ore
    share_percent: Decimal
    keep: Ore
    could_be_taken: Ore
    whose: Whose
    figures_used: tuple[Used, ...]


def protected_amount(given: ProtectedAmountInput, figures: Mapping[str, Figure]) -> ProtectedAmount:
    """What the debtor keeps that month, and what could be taken: never more than the income that can be attached.

    What comes for a child is taken from that child's own normal amount and never makes it less than nothing; what is
    over for one child does not lower another's. Housing allowance lowers the cost of the home in the same way. The part
    of one of a couple is rounded once, to whole kronor.
    """
    adults = Used(figures[COUPLE if given.couple or given.adults == A_COUPLE else SINGLE].on(given.day))
    used = [adults]
    normal_amount = ore_of(adults.value)
    if given.children:
        children, of_children = _children(given.children, figures[CHILDREN].on(given.day))
        normal_amount += children
        used += of_children
    need = normal_amount + max(0, given.housing - given.housing_allowance) + given.extras
    part = rounded(need * given.share / ORE_IN_KRONA) * ORE_IN_KRONA if given.couple else need
    keep = part + given.maintenance_paid
    return ProtectedAmount(
        normal_amount=normal_amount,
        need=need,
        share_percent=Decimal(rounded(given.share * 100 * 100)).scaleb(-2),
        keep=keep,
        could_be_taken=min(max(0, given.own_income - keep), given.can_be_attached),
        whose=given.whose,
        figures_used=tuple(used),
    )


def _children(children: Sequence[ChildWithBenefits], dated: Dated) -> tuple[Ore, tuple[Used, ...]]:
    """Öre per month for all children after their own benefits, and each row of the table once.

    One who lives here half of the time has half of the normal amount: nothing else was found at the source, and the
    costs of such a child must count (NJA 2015 s. 211).
    """
    rows: dict[str, Used] = {}
    together = 0
    for child in children:
        key = dated.key_for(child.age)
        rows[key] = Used(dated, key)
        of_child = ore_of(rows[key].value) // (2 if child.part_time else 1)
        together += max(0, of_child - child.benefits)
    return together, tuple(rows.values())
