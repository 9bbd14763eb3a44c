"""What credit costs as one yearly rate: the effective rate of directive 2008/48/EC, annex I (succeeded by 2023/2225).

The rate X solves Σ amount · (1 + X)^(−years) = 0, money to the borrower positive and payments negative. It is sought as
u = ln(1 + X), in decimals far longer than what is printed, between two points where the sum has opposite signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import TypeAlias

SEARCH = Context(prec=40, rounding=ROUND_HALF_EVEN)
SIX_DECIMALS = Decimal("0.000001")
NOISE = Decimal("1e-10")
"""Percent: what the search leaves is far smaller, so a rate that ends in an exact half is rounded as one."""
WIDTH = Decimal("1e-22")
"""How near each other the two points of opposite sign are in the end."""
NOTHING = Decimal("1e-33")
"""A sum this small beside its own terms is zero."""
LEAST_GROWTH, MOST_GROWTH = Decimal("1e-8"), Decimal("1e8")
"""1 + X: rates from −99.999999 percent to about 10^10 percent. What lies outside says nothing to anybody."""
MOST_WORK = 6000
"""The number of payments times the square of the changes of direction, where no shorter way finds the rate."""
BISECT_EVERY = 3

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

    Money that goes first one way and then the other has at most one rate. Money that goes to and fro may have many:
    where the borrower in all pays more than was received, the smallest rate above zero is the answer, otherwise the
    one nearest to zero. (Seen from the lender's side the signs change, and the answer stays.) `NoRate` where there is
    none.
    """
    with localcontext(SEARCH):
        terms = _netted(flows)
        if _turns(amount for _, amount in terms) == 0:
            raise NoRate("money must move both to the borrower and back; no rate solves this")
        total = sum((amount for _, amount in terms), Decimal(0))
        if total == 0:
            return SIX_DECIMALS * 0
        found = _rate_of_cost(terms, times_a_year) if total * terms[0][1] < 0 else _nearest(terms, times_a_year)
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


def _turns(amounts: Iterable[Decimal]) -> int:
    """How often the sign changes."""
    signs = [amount > 0 for amount in amounts if amount]
    return sum(before != after for before, after in pairwise(signs))


def _span(times_a_year: int) -> tuple[Decimal, Decimal]:
    return LEAST_GROWTH.ln() / times_a_year, MOST_GROWTH.ln() / times_a_year


def _rate_of_cost(terms: tuple[Term, ...], times_a_year: int) -> Decimal:
    """The smallest rate above zero, for credit that costs something.

    Where the running balance of what was received and paid changes sides once, there is exactly one (the sum divided by
    u is the Laplace transform of that balance, and has no more positive zeros than the balance changes sign).
    """
    most = _span(times_a_year)[1]
    if _turns(accumulate(amount for _, amount in terms)) == 1:
        found = _crossing(_Curve.around(terms), Decimal(0), most)
        return _known(() if found is None else (found,))[0]
    return _known(_crossings(_counted(terms), Decimal(0), most))[0]


def _nearest(terms: tuple[Term, ...], times_a_year: int) -> Decimal:
    return min(_known(_crossings(_counted(terms), *_span(times_a_year))), key=abs)


def _known(found: Sequence[Decimal]) -> Sequence[Decimal]:
    if not found:
        raise NoRate("no rate between -99.999999 and 10000000000 percent solves this")
    return found


def _counted(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Each change of direction costs another round of searching, so that there is a limit to them."""
    turns = _turns(amount for _, amount in terms)
    if len(terms) * turns**2 > MOST_WORK:
        raise NoRate(f"the money changes direction {turns} times in {len(terms)} payments; that is too often to search")
    return terms


@dataclass(frozen=True, slots=True)
class _Curve:
    """Σ amount · e^(−time · u), with the times counted from within the first change of direction.

    So counted, its slope changes sign once less often than it does itself: between two zeros of the slope there is at
    most one zero of the curve. That is how none of them is missed.
    """

    terms: tuple[Term, ...]
    gaps: tuple[Decimal, ...]
    which: tuple[int, ...]
    """For each term, which of the gaps lies before it. Months lie equally far apart, so that there are few gaps."""

    @classmethod
    def around(cls, terms: tuple[Term, ...]) -> _Curve:
        middle = next((a + b) / 2 for (a, before), (b, after) in pairwise(terms) if before * after < 0)
        moved = tuple((time - middle, amount) for time, amount in terms)
        before = (moved[0][0], *(b - a for (a, _), (b, _) in pairwise(moved)))
        gaps = {gap: place for place, gap in enumerate(dict.fromkeys(before))}
        return cls(moved, tuple(gaps), tuple(gaps[gap] for gap in before))

    def parts(self, u: Decimal) -> list[Decimal]:
        """The terms one by one."""
        steps = [(-gap * u).exp() for gap in self.gaps]
        power, parts = Decimal(1), []
        for (_, amount), place in zip(self.terms, self.which, strict=True):
            power *= steps[place]
            parts.append(amount * power)
        return parts

    def at(self, u: Decimal) -> tuple[Decimal, Decimal]:
        """The sum and its slope."""
        value, slope = Decimal(0), Decimal(0)
        for (time, _), part in zip(self.terms, self.parts(u), strict=True):
            value += part
            slope -= time * part
        return value, slope

    def sign(self, u: Decimal) -> int:
        """−1, 0 or 1."""
        parts = self.parts(u)
        value, size = sum(parts, Decimal(0)), sum((abs(part) for part in parts), Decimal(0))
        if abs(value) <= size * NOTHING:
            return 0
        return 1 if value > 0 else -1


def _crossings(terms: tuple[Term, ...], low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """Every u from `low` to `high` where the sum is zero, in order."""
    if _turns(amount for _, amount in terms) == 0:
        return ()
    curve = _Curve.around(terms)
    bends = _crossings(tuple((time, amount * time) for time, amount in curve.terms), low, high)
    between = (_crossing(curve, left, right) for left, right in pairwise((low, *bends, high)))
    return tuple(dict.fromkeys(found for found in between if found is not None))


def _crossing(curve: _Curve, low: Decimal, high: Decimal) -> Decimal | None:
    """The one zero between two points, if the signs there tell of one."""
    at_low, at_high = curve.sign(low), curve.sign(high)
    if at_low * at_high > 0:
        return None
    if at_low * at_high == 0:
        return low if at_low == 0 else high
    return _narrowed(curve, low, high, at_low)


def _narrowed(curve: _Curve, low: Decimal, high: Decimal, at_low: int) -> Decimal:
    """Newton's way, never outside the two points of opposite sign, and by halves every third time, so that it ends."""
    here, rounds = (low + high) / 2, 0
    while high - low > WIDTH:
        value, slope = curve.at(here)
        if value == 0:
            return here
        low, high = (here, high) if value * at_low > 0 else (low, here)
        rounds += 1
        here = (low + high) / 2 if rounds % BISECT_EVERY == 0 else _newton(here, value, slope, low, high)
    return (low + high) / 2


def _newton(here: Decimal, value: Decimal, slope: Decimal, low: Decimal, high: Decimal) -> Decimal:
    """Where the tangent meets zero; once that is no news, a little beyond, to bring the other point near as well."""
    there = here - value / slope if slope else low
    if abs(there - here) < WIDTH / 4:
        there += WIDTH / 2 if here == low else -WIDTH / 2
    return there if low < there < high else (low + high) / 2
