"""What credit costs as one yearly rate: the effective rate of directive 2008/48/EC, annex I (succeeded by 2023/2225).

The rate X solves Σ amount · (1 + X)^(−years) = 0, money to the borrower positive and payments negative. It is sought as
u = ln(1 + X), in decimals far longer than what is printed: outwards from zero until the sum changes its sign, above
zero where the credit costs something and below where it is a gift in part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

SEARCH = Context(prec=40, rounding=ROUND_HALF_EVEN)
SIX_DECIMALS = Decimal("0.000001")
NOISE = Decimal("1e-10")
"""Percent: what the search leaves is far smaller, so a rate that ends in an exact half is rounded as one."""
WIDTH = Decimal("1e-22")
"""The search ends when a round moves u by no more than this."""
MOST_ROUNDS = 200
"""The most rounds of the search: far more than it ever takes."""
FIRST_STEP, WIDER = Decimal("1e-9"), Decimal("1.5")
"""How far from zero the search begins, and how much further each step leads."""
MOST_GROWTH = Decimal("1e8")
"""1 + X: rates from −99.999999 percent to about 10^10 percent. What lies outside says nothing to anybody."""

Term: TypeAlias = tuple[Decimal, Decimal]
"""A time, and all that is paid then."""


class NoRate(ValueError):
    """No rate makes what is paid worth what was received."""


@dataclass(frozen=True, slots=True)
class Flow:
    """An amount and when it moves: to the borrower positive, from the borrower negative. Any unit of money will do."""

    time: Decimal | int
    amount: Decimal | Fraction | int


def effective_rate(flows: Iterable[Flow], times_a_year: int = 1) -> Decimal:
    """Percent a year with six decimals, half up; the times are in years, or in as many parts of a year.

    For credit: what is received first and then paid back has at most one rate. Where money goes to and fro there may be
    several; then it is the first that is met outwards from zero, on the side of the cost. `NoRate` where none is met.
    """
    with localcontext(SEARCH):
        terms = _netted(flows)
        if not any(before * after < 0 for (_, before), (_, after) in pairwise(terms)):
            raise NoRate("money must move both to the borrower and back; no rate solves this")
        total = sum((amount for _, amount in terms), Decimal(0))
        if total == 0:
            return SIX_DECIMALS * 0
        costs = total * next(amount for _, amount in reversed(terms)) > 0
        furthest = MOST_GROWTH.ln() / times_a_year
        found = _nearest_zero(_worth(terms), furthest, 1 if costs else -1)
        percent = ((found * times_a_year).exp() - 1) * 100
        return percent.quantize(NOISE).quantize(SIX_DECIMALS, ROUND_HALF_UP)


def exactly(amount: Decimal | Fraction | int) -> Decimal:
    """As a decimal number, as far as the precision goes."""
    if not isinstance(amount, Fraction):
        return Decimal(amount)
    return SEARCH.divide(Decimal(amount.numerator), Decimal(amount.denominator))


def _netted(flows: Iterable[Flow]) -> tuple[Term, ...]:
    """What moves at the same time in one sum, in order of time, counted from the first; what evens out falls away."""
    at: dict[Decimal, Decimal] = {}
    for flow in flows:
        time = Decimal(flow.time)
        at[time] = at.get(time, Decimal(0)) + exactly(flow.amount)
    moved = sorted((time, amount) for time, amount in at.items() if amount)
    return tuple((time - moved[0][0], amount) for time, amount in moved)


def _worth(terms: tuple[Term, ...]) -> Callable[[Decimal], Decimal]:
    """u → Σ amount · e^(−time · u). Months lie equally far apart, so that there are few powers to work out."""
    gaps = [after - before for (before, _), (after, _) in pairwise(terms)]
    amounts = [amount for _, amount in terms]

    def worth(u: Decimal) -> Decimal:
        steps = {gap: (-gap * u).exp() for gap in dict.fromkeys(gaps)}
        power, value = Decimal(1), amounts[0]
        for gap, amount in zip(gaps, amounts[1:], strict=True):
            power *= steps[gap]
            value += amount * power
        return value

    return worth


def _nearest_zero(worth: Callable[[Decimal], Decimal], furthest: Decimal, side: int) -> Decimal:
    """The u where the worth changes its sign first, on that side of zero."""
    at_zero = worth(Decimal(0))
    for near, far in pairwise(_outwards(furthest, side)):
        if worth(far) * at_zero <= 0:
            return _between(worth, near, far)
    raise NoRate("no rate between -99.999999 and 10000000000 percent solves this")


def _outwards(furthest: Decimal, side: int) -> Iterator[Decimal]:
    yield Decimal(0)
    step = FIRST_STEP
    while step < furthest:
        yield side * step
        step *= WIDER
    yield side * furthest


def _between(worth: Callable[[Decimal], Decimal], near: Decimal, far: Decimal) -> Decimal:
    """Between two points of opposite sign, by the Illinois rule: a chord, and the end that stays counts half."""
    at_near, at_far, found = worth(near), worth(far), near
    for _round in range(MOST_ROUNDS):
        if at_far == 0:
            return far
        before, found = found, (near * at_far - far * at_near) / (at_far - at_near)
        value = worth(found)
        if value * at_far < 0:
            near, at_near = far, at_far
        else:
            at_near /= 2
        far, at_far = found, value
        if abs(found - before) <= WIDTH:
            break
    return found
