"""What somebody typed as a value: a percent, a number, a day, a month, an amount. Faults are in the page's language."""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from calculator.banking_day import FIRST_YEAR as FIRST_YEAR_OF_MONTHS
from calculator.banking_day import LAST_YEAR
from calculator.typed_amount import TypedAmount, read_amount
from calculator.typed_day import parse_day
from content.money import NO_BREAK_SPACE, AmountError, AmountFault, Ore, in_kronor

LONGEST_TYPED = 40
"""The most characters in one field: what is typed lies in the cookie until it is cleared."""
LONGEST_SHOWN = LONGEST_TYPED * 4
"""The most characters of an unreadable value that are shown again."""
MOST_PERCENT = 1000
UNTYPED = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Control characters, which no keyboard gives and which may not stand in a page."""
MONTH = re.compile(r"(?P<year>\d{4})-?(?P<month>\d\d)")
PERCENT = re.compile(r"(?P<whole>\d{1,4})(?:[.,](?P<part>\d{1,4}))? ?(?:%|procent)?", re.IGNORECASE)
WHOLE = re.compile(r"\d{1,6}")
AMOUNT_FAULTS: dict[AmountFault, Any] = {
    "not_a_number": _l("Vi kan inte läsa beloppet. Skriv bara siffror, i kronor."),
    "negative": _l("Skriv beloppet utan minus."),
    "range": _l("Skriv ett enda belopp eller det lägsta först, som 500–1000."),
    "too_large": _l("Beloppet är för stort. Kan det ha blivit en siffra för mycket?"),
    "too_many_decimals": _l("Skriv högst två siffror för öre."),
}


class Unreadable(ValueError):
    """What was typed cannot be read; the message is in the reader's language."""


def without_untyped(text: str) -> str:
    """The text as it can be shown again."""
    return UNTYPED.sub("", text)


def western(typed: str) -> str:
    """Digits of any script as western ones, single spaces."""
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in without_untyped(typed))
    return " ".join(digits.split())


def as_typed(ore: Ore) -> str:
    """Öre as a person would type it: `1 234,50`."""
    return in_kronor(ore).removesuffix(f"{NO_BREAK_SPACE}kr")


def amount_of(typed: str) -> TypedAmount | None:
    """An amount as people write it; None for nothing or a dash alone. Raises `Unreadable`."""
    try:
        return read_amount(typed)
    except AmountError as error:
        raise Unreadable(str(AMOUNT_FAULTS[error.kind])) from None


def percent_of(typed: str) -> Decimal:
    """Percent, from 0 to 1000. Raises `Unreadable`."""
    found = PERCENT.fullmatch(western(typed))
    if found is None:
        raise Unreadable(_("Vi kan inte läsa procenten. Skriv till exempel 12,5."))
    percent = Decimal(f"{found['whole']}.{found['part'] or '0'}")
    if percent > MOST_PERCENT:
        raise Unreadable(_("Räntan är för hög för att räkna med. Kan det ha blivit en siffra för mycket?"))
    return percent


def number_of(typed: str, low: int, high: int) -> int:
    """A whole number between these two, both allowed. Raises `Unreadable`."""
    digits = western(typed)
    if not WHOLE.fullmatch(digits) or not low <= int(digits) <= high:
        raise Unreadable(_("Skriv ett helt tal från %(low)s till %(high)s.", low=low, high=high))
    return int(digits)


def day_of(typed: str) -> datetime.date:
    """A day of this century, as `2026-11-23`, `20261123` or `23/11 2026`. Raises `Unreadable`."""
    try:
        return parse_day(without_untyped(typed))
    except ValueError:
        raise Unreadable(_("Vi kan inte läsa datumet. Skriv det som 2026-11-23.")) from None


def month_of(typed: str) -> datetime.date:
    """The first day of a month, from `2026-11`, of the years whose holidays are known. Raises `Unreadable`."""
    found = MONTH.fullmatch(western(typed))
    try:
        if found and FIRST_YEAR_OF_MONTHS <= int(found["year"]) < LAST_YEAR:
            return datetime.date(int(found["year"]), int(found["month"]), 1)
    except ValueError:
        pass
    raise Unreadable(_("Vi kan inte läsa månaden. Skriv den som 2026-11."))
