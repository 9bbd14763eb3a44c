"""Whether a month's money is enough: three bands, and the sum that reaches the next one. It judges the sum alone."""

from __future__ import annotations

from typing import Literal

from calculator.budget import BudgetSums
from content.money import ORE_IN_KRONA, Ore

Band = Literal["short", "tight", "enough"]
HUNDRED = 100 * ORE_IN_KRONA
LEAST_MARGIN: Ore = 1_000 * ORE_IN_KRONA
"""With less left than this one bill more is hard to pay."""
SHARE_OF_INCOME = 20
"""A twentieth of what comes in, where that is more. Both are ours: no law or authority draws this line."""


def margin(sums: BudgetSums) -> Ore:
    """How much should be left a month for a bill more, in öre."""
    return max(LEAST_MARGIN, sums.income // SHARE_OF_INCOME)


def band_of(sums: BudgetSums) -> Band:
    """`short` where more goes out than comes in, `tight` where less than the margin is left."""
    if sums.left_after_debts < 0:
        return "short"
    return "tight" if sums.left_after_debts < margin(sums) else "enough"


def goal_of(sums: BudgetSums) -> Ore:
    """A goal in öre a month, in whole hundreds of kronor.

    For `short` and `tight` so much less to pay reaches the next band, rounded up; for `enough` it is half of what is
    left, rounded down, to put aside.
    """
    band = band_of(sums)
    if band == "enough":
        return sums.left_after_debts // 2 // HUNDRED * HUNDRED
    lacks = -sums.left_after_debts if band == "short" else margin(sums) - sums.left_after_debts
    return -(-lacks // HUNDRED) * HUNDRED
