"""A first guess of what the unemployment fund pays when a job is lost: a rule of thumb, for a look ahead."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from calculator.figure import Figure, FigureMissing
from calculator.reference_costs import Used
from content.money import ORE_IN_KRONA, Ore, ore_of, rounded

SHARE, TOP = "unemployment_share", "unemployment_top_income"
HUNDRED = 100 * ORE_IN_KRONA


@dataclass(frozen=True, slots=True)
class Guess:
    """Öre a month, in whole hundreds of kronor, the share in percent, the most pay that counts, and where it comes
    from."""

    month: Ore
    percent: int
    top: Ore
    figures_used: tuple[Used, ...]


def benefit_guess(pay: Ore, day: datetime.date, figures: Mapping[str, Figure]) -> Guess | None:
    """The share of `pay` (öre a month after tax) of somebody who has been a member for a year; None without a figure.

    The law takes the share of the pay before tax, and what is paid out is taxed somewhat harder than pay is, so the
    true sum is mostly a little lower; the page says so. Never more than the share of the highest income that counts.
    """
    try:
        share, top = figures[SHARE].on(day), figures[TOP].on(day)
    except FigureMissing:
        return None
    most = ore_of(top.amount)
    part = Fraction(min(pay, most) * int(share.amount), 100)
    return Guess(rounded(part / HUNDRED) * HUNDRED, int(share.amount), most, (Used(share), Used(top)))
