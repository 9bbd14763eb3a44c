"""An amount as people write it: exact or about, how often if they say so, a range, a sum, or so many times something.

`ca 800`, `500?`, `8000 kr/mån`, `9k`, `7000-8000` (the middle, about), `500+200`, `2x350`, and `-` for nothing. Each
part is one plain amount, read by `content.money`; whatever could mean two things is an error and no guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from calculator.period import Period, monthly
from content.money import (
    CURRENCY,
    DASH,
    MOST_TYPED,
    AmountError,
    Ore,
    is_negative,
    parse_amount,
    refuse_longest,
    rounded,
    tidy,
)

THOUSAND = 1000
WIDEST = 100
"""A range whose end is so many times its beginning is a slip, or no range: `7-8000`, or a phone number."""
MOST_TIMES = 999
"""So many times an amount can be taken."""
NOTHING = re.compile(rf"{DASH}{{1,3}}")
ABOUT_BEFORE = re.compile(r"(?:cirka|circa|ca\.?|c:a|ungefär|ung\.?|omkring|runt|about|around|[~≈∼]) ?", re.IGNORECASE)
ABOUT_AFTER = re.compile(r" ?(?:\?+|(?<![a-zåäö])(?:ca\.?|cirka|ungefär|about))", re.IGNORECASE)
PERIOD_WORDS: dict[Period, str] = {
    "day": r"dag(?:en)?|day",
    "week": r"v|veckan?|week",
    "month": r"m|mån|månad(?:en)?|mo|month",
    "quarter": r"kvartal(?:et)?|quarter",
    "half_year": r"halvår(?:et)?",
    "year": r"år(?:et)?|year",
}
PERIOD = {
    name: re.compile(rf"(?P<amount>.+?) ?(?:/ ?|(?:i|om|per|a|varje|every) )(?:{words})\.?", re.IGNORECASE)
    for name, words in PERIOD_WORDS.items()
}
RANGE = re.compile(rf"(?P<low>[^-]*?\d[^+]*?) ?(?:{DASH}|\btill\b) ?(?P<high>[^+]*\d.*)", re.IGNORECASE)
TIMES = re.compile(r"(?P<one>.*\d.*?) ?[x×*] ?(?P<other>.*\d.*)", re.IGNORECASE)
THOUSANDS = re.compile(
    rf"{CURRENCY}? ?(?P<whole>\d{{1,4}})(?:[.,](?P<part>\d{{1,2}}))? ?(?:k|tkr|tusen) ?{CURRENCY}?", re.IGNORECASE
)
COUNT = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """Öre as it was written; `about` where it is not exact, and `period` where it says how often."""

    amount: Ore
    about: bool = False
    period: Period | None = None

    @property
    def monthly(self) -> Ore:
        """Öre a month, rounded once; what does not say how often is a month's already."""
        return self.amount if self.period is None else rounded(monthly(self.amount, self.period))


def read_amount(text: str) -> TypedAmount | None:
    """What was written; None for nothing at all or a dash alone. Raises `AmountError`."""
    refuse_longest(text)
    written = tidy(text)
    if not written or NOTHING.fullmatch(written):
        return None
    if is_negative(written):
        raise AmountError("negative")
    written, about = _without_about(written)
    written, period = _without_period(written)
    written, also_about = _without_about(written)
    amount, between = _value(written)
    if amount > MOST_TYPED:
        raise AmountError("too_large")
    return TypedAmount(amount, about or also_about or between, period)


def _without_about(written: str) -> tuple[str, bool]:
    """The same without the marks that say it is not exact."""
    before = ABOUT_BEFORE.match(written)
    left = written[before.end() :] if before else written
    after = re.search(rf"{ABOUT_AFTER.pattern}$", left, re.IGNORECASE)
    left = left[: after.start()] if after else left
    return left.strip(), bool(before or after)


def _without_period(written: str) -> tuple[str, Period | None]:
    for name, words in PERIOD.items():
        if found := words.fullmatch(written):
            return found["amount"], name
    return written, None


def _value(written: str) -> tuple[Ore, bool]:
    """Öre, and whether it is the middle of a range."""
    if found := RANGE.fullmatch(written):
        return _middle(found["low"], found["high"]), True
    return sum(_term(part) for part in re.split(r" ?\+ ?", written)), False


def _middle(low: str, high: str) -> Ore:
    """The middle of a range, rounded half up; `7-8k` is of thousands at both ends."""
    if RANGE.fullmatch(low) or RANGE.fullmatch(high):
        raise AmountError("range")
    last = _term(high)
    first = _term(low)
    if THOUSANDS.fullmatch(high) and not THOUSANDS.fullmatch(low) and first < THOUSAND * 100:
        first *= THOUSAND
    if first > last or (first * WIDEST < last and first):
        raise AmountError("range")
    return rounded(Fraction(first + last, 2))


def _term(written: str) -> Ore:
    """One amount, or so many times one."""
    found = TIMES.fullmatch(written)
    if found is None:
        return _one(written)
    times, of_which = found["one"], found["other"]
    if not COUNT.fullmatch(times):
        times, of_which = of_which, times
    if not COUNT.fullmatch(times):
        raise AmountError("not_a_number")
    return int(times) * _one(of_which)


def _one(written: str) -> Ore:
    found = THOUSANDS.fullmatch(written)
    if found is None:
        return parse_amount(written)
    ore = int(found["whole"]) * THOUSAND * 100 + int((found["part"] or "0").ljust(2, "0")) * THOUSAND
    if ore > MOST_TYPED:
        raise AmountError("too_large")
    return ore
