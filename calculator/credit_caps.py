"""What a loan may cost at most, and whether one is above it, as long as the law that says so is known to be in force.

Konsumentkreditlag (2010:1846) in the wording from 1 March 2025: a ceiling for the interest (the reference rate and
twenty percentage points), for all costs together (as much as was borrowed), and for the fee at the start (one percent
of the price base amount). It does not hold for home loans.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from calculator.figure import Figure, FigureMissing
from calculator.loan import Loan
from calculator.reference_costs import Used
from content.money import Ore, ore_of, rounded

CapName = Literal["interest", "cost", "setup_fee"]

RATE, MARGIN = "reference_rate", "credit_interest_margin"
COST, FEE_SHARE, PRICE_BASE = "credit_cost_ceiling", "credit_setup_fee_share", "price_base_amount"
OF_THE_ACT = (MARGIN, COST, FEE_SHARE)
FIGURES = (*OF_THE_ACT, RATE, PRICE_BASE)
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Cap:
    """One ceiling: percent a year for `interest`, öre for the others; and whether this loan is above it."""

    name: CapName
    limit: Decimal | Ore
    above: bool


@dataclass(frozen=True, slots=True)
class Caps:
    """All ceilings, and whether the act they come from was known to be in force that day (`until` is its last)."""

    caps: tuple[Cap, ...]
    in_force: bool
    until: datetime.date | None
    figures_used: tuple[Used, ...]

    @property
    def above(self) -> tuple[Cap, ...]:
        """Those that the loan is above."""
        return tuple(cap for cap in self.caps if cap.above)


def credit_caps(loan: Loan, day: datetime.date, figures: Mapping[str, Figure]) -> Caps | None:
    """The ceilings as of that day, or as they last were; None on a day before them."""
    try:
        on = {name: figures[name].on(day) for name in FIGURES}
    except FigureMissing:
        return None
    interest = Decimal(on[RATE].amount) + Decimal(on[MARGIN].amount)
    cost = rounded(Fraction(loan.amount) * Fraction(on[COST].amount) / PERCENT)
    fee = rounded(Fraction(ore_of(on[PRICE_BASE].amount)) * Fraction(on[FEE_SHARE].amount) / PERCENT)
    act = [on[name] for name in OF_THE_ACT]
    return Caps(
        caps=(
            Cap("interest", interest, loan.nominal_rate_percent > interest),
            Cap("cost", cost, loan.total - loan.amount > cost),
            Cap("setup_fee", fee, loan.setup_fee > fee),
        ),
        in_force=all(dated.state == "valid" for dated in act),
        until=min((dated.until for dated in act if dated.until is not None), default=None),
        figures_used=tuple(Used(dated) for dated in on.values()),
    )
