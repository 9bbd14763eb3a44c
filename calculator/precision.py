"""Decimal numbers far longer than anything that is printed, for sums that no fraction holds: roots, and many months."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

LONG = Context(prec=64, rounding=ROUND_HALF_EVEN, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""For amounts in öre over any number of months."""
NOISE = Decimal("1e-20")
"""Öre: a balance or a difference this small is nothing; it comes from thirds and roots that are cut off."""


def whole(amount: Decimal, rounding: str = ROUND_HALF_UP) -> int:
    """A whole number of what `amount` is in, after the noise is taken away."""
    return int(amount.quantize(NOISE, context=LONG).to_integral_value(rounding))
