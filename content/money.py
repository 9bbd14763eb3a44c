"""Money is öre in an `int`: read as people write it, read strictly from JSON, and written the Swedish way."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

Ore: TypeAlias = int
AmountFault = Literal["not_a_number", "negative", "range", "too_large", "too_many_decimals"]

ORE_IN_KRONA = 100
MOST_TYPED: Ore = 9_999_999 * ORE_IN_KRONA
"""The most a person can give on one line: more is a slip of the finger."""
MOST_IN_SUMS: Ore = 999_999_999_999 * ORE_IN_KRONA
"""The most a sum on the command line takes."""

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

_INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
DASH = "[-\u2010-\u2015\u2212\ufe63\uff0d]"
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2019\u2018\u02bc\u00b4`\u2032\u066c", "'"))
_ARABIC_COMMA = "\u060c"
_LONGEST = 500
_ORE_DIGITS = 2
CURRENCY = r"(?:kronor|kr\.?|sek)"
_AROUND = re.compile(rf"{CURRENCY}? ?(?P<number>.*?) ?(?:[:,.]{DASH})? ?{CURRENCY}?", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?P<mark>[ '.,])\d{3}(?:(?P=mark)\d{3})*|\d*)"
    "(?:(?P<point>[.,:\u066b])(?P<decimals>\\d+))?"
)
_PLAIN = re.compile(r"(?P<minus>-?)(?P<kronor>[0-9]{1,30})(?:\.(?P<decimals>[0-9]{1,2}))?")


class AmountError(ValueError):
    """What was typed cannot be read as an amount; `kind` says why, and the pages have the words for it."""

    def __init__(self, kind: AmountFault) -> None:
        self.kind: AmountFault = kind
        super().__init__(kind)


def parse_amount(text: str) -> Ore:
    """Öre from one plain amount as people type it: `1 234,50`, `1234:-`, `1.234 kr`, `kr 1234`, in any script's digits.

    A point or a comma before exactly three digits parts thousands; before one or two digits it begins the öre.
    """
    refuse_longest(text)
    written = tidy(text)
    if is_negative(written):
        raise AmountError("negative")
    if re.search(rf"\d[^\d]*{DASH}[^\d]*\d", written):
        raise AmountError("range")
    around = _AROUND.fullmatch(written)
    found = _NUMBER.fullmatch(around["number"]) if around else None
    if found is None or not (found["whole"] or found["decimals"]):
        raise AmountError("not_a_number")
    return _read(found)


def refuse_longest(text: str) -> None:
    """Raises `AmountError` for a text that is too long to be an amount, before anything else looks at it."""
    if len(text) > _LONGEST:
        raise AmountError("too_large" if text.isdecimal() else "not_a_number")


def is_negative(written: str) -> bool:
    """Whether a tidied text is an amount below zero."""
    return re.fullmatch(rf"{CURRENCY}? ?{DASH} ?[\d.,].*", written, re.IGNORECASE) is not None


def plain(ore: Ore) -> str:
    """`1234.50`: the decimal string of JSON, with a plain minus and always two decimals."""
    sign = "-" if ore < 0 else ""
    kronor, rest = divmod(abs(ore), ORE_IN_KRONA)
    return f"{sign}{kronor}.{rest:02}"


def from_plain(value: object, *, negative: bool = False, most: Ore = MOST_TYPED) -> Ore:
    """Öre from JSON: a decimal string in kronor with at most two decimals, or a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        ore = value * ORE_IN_KRONA
    elif isinstance(value, str):
        ore = _from_string(value)
    else:
        raise AmountError("not_a_number")
    if ore < 0 and not negative:
        raise AmountError("negative")
    if abs(ore) > most:
        raise AmountError("too_large")
    return ore


def in_kronor(ore: Ore, *, whole: bool = False) -> str:
    """`1 234 kr` or `1 234,50 kr` with no-break spaces and the true minus; `whole` rounds to kronor, half up."""
    if whole:
        ore = rounded(Fraction(ore, ORE_IN_KRONA)) * ORE_IN_KRONA
    sign = MINUS if ore < 0 else ""
    kronor, rest = divmod(abs(ore), ORE_IN_KRONA)
    grouped = f"{kronor:,}".replace(",", NO_BREAK_SPACE)
    decimals = f",{rest:02}" if rest else ""
    return f"{sign}{grouped}{decimals}{NO_BREAK_SPACE}kr"


def rounded(exact: Fraction) -> int:
    """The nearest whole number; a half goes away from zero, so that a gap is never made smaller than it is."""
    nearest = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return -nearest if exact < 0 else nearest


def ore_of(kronor: Decimal | int) -> Ore:
    """Öre from a figure in kronor, which never has parts of an öre."""
    ore = Decimal(kronor) * ORE_IN_KRONA
    if ore != ore.to_integral_value():
        raise ValueError(f"{kronor} kronor is not a whole number of öre")
    return int(ore)


def tidy(text: str) -> str:
    """One kind of digit, space, apostrophe and comma; marks that only steer the writing direction fall away."""
    seen = _INVISIBLE.sub("", text).translate(_APOSTROPHES).replace(_ARABIC_COMMA, ",")
    western = "".join(str(unicodedata.decimal(sign, sign)) for sign in seen)
    return re.sub(" ?([.,:']) ?", r"\1", re.sub(r"\s+", " ", western)).strip()


def _read(found: re.Match[str]) -> Ore:
    """Öre from the parts of a number, where they can only mean one thing."""
    whole, mark, decimals = re.sub(r"\D", "", found["whole"]), found["mark"], found["decimals"] or ""
    if mark in (".", ",") and found["whole"].startswith("0"):
        # `0,125` is a part of a krona, not a hundred and twenty-five of them
        raise AmountError("too_many_decimals")
    if decimals and found["point"] == mark:
        raise AmountError("not_a_number")
    if len(decimals) > _ORE_DIGITS:
        raise AmountError("too_many_decimals")
    if found["point"] == ":" and len(decimals) != _ORE_DIGITS:
        raise AmountError("not_a_number")
    ore = int(whole or "0") * ORE_IN_KRONA + int(decimals.ljust(2, "0"))
    if ore > MOST_TYPED:
        raise AmountError("too_large")
    return ore


def _from_string(value: str) -> Ore:
    found = _PLAIN.fullmatch(value)
    if found is None:
        raise AmountError(_fault_in_plain(value))
    ore = int(found["kronor"]) * ORE_IN_KRONA + int((found["decimals"] or "").ljust(2, "0"))
    return -ore if found["minus"] else ore


def _fault_in_plain(value: str) -> AmountFault:
    if re.fullmatch(r"-?[0-9]+\.[0-9]{3,}", value):
        return "too_many_decimals"
    return "too_large" if re.fullmatch(r"-?[0-9]+(\.[0-9]{1,2})?", value) else "not_a_number"
