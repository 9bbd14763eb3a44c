"""What the page of a sum asks for, and how what somebody typed is read; what cannot be read is kept as it was typed."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from calculator.banking_day import LAST_YEAR
from calculator.typed_day import parse_day
from content.money import AmountError, parse_amount
from web.forms.amounts import AMOUNT_FAULTS, UNTYPED

Kind = Literal["amount", "percent", "number", "day", "month", "choice", "tick"]
Texts = Mapping[str, str]
Values = dict[str, Any]
Choices = Sequence[tuple[str, Any]]

LONGEST_TYPED = 40
"""Letters in one field: what is typed lies in the cookie until it is cleared."""
MOST_PERCENT = 1000
MONTH = re.compile(r"(?P<year>\d{4})-?(?P<month>\d\d)")
PERCENT = re.compile(r"(?P<whole>\d{1,4})(?:[.,](?P<part>\d{1,4}))? ?(?:%|procent)?", re.IGNORECASE)
WHOLE = re.compile(r"\d{1,6}")


class Unreadable(ValueError):
    """What was typed cannot be read; the message is in the reader's language."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One field. `low` and `high` bound numbers; what is left empty is `empty`, or has to be given."""

    name: str
    kind: Kind
    label: Any
    hint: Any = None
    empty: Any = None
    required: bool = True
    low: int = 0
    high: int = 999_999
    choices: Choices = ()
    after: Any = None
    """What stands after the field, such as "kr"."""

    def read(self, typed: str) -> Any:
        """The value. Raises `Unreadable`."""
        if self.kind == "tick":
            return bool(typed)
        if not typed.strip():
            if self.required and self.kind != "choice":
                raise Unreadable(_("Skriv något här."))
            if self.required:
                raise Unreadable(_("Välj ett av svaren."))
            return self.empty
        if len(typed) > LONGEST_TYPED:
            raise Unreadable(_("Det är för långt."))
        return READERS[self.kind](self, _western(typed))


@dataclass(frozen=True, slots=True)
class Rows:
    """Several of the same, such as debts: each has the fields of `asks`."""

    name: str
    title: Any
    """What one of them is called: "Skuld"."""
    add: Any
    """The words on the button."""
    asks: tuple[Ask, ...]
    least: int
    most: int
    shown: int = 0
    """So many empty ones stand on the page from the start."""


@dataclass(slots=True)
class Entry:
    """A field as the page shows it: what was typed, what it means, and what is wrong with it."""

    ask: Ask
    name: str
    typed: str
    row: str = ""
    value: Any = None
    fault: str = ""

    @property
    def id(self) -> str:
        """What labels and links to a fault name."""
        return self.name

    @property
    def errors(self) -> list[str]:
        """The fault with the name of its field, for the summary on top of the page."""
        if not self.fault:
            return []
        name = f"{self.row}, {self.ask.label}" if self.row else str(self.ask.label)
        return [_("%(line)s: %(fault)s", line=name, fault=self.fault)]

    def read(self) -> None:
        """Find out what was typed means."""
        try:
            self.value = self.ask.read(self.typed)
        except Unreadable as error:
            self.fault = str(error)


@dataclass(slots=True)
class Row:
    """One of several, such as a debt."""

    rows: Rows
    number: int
    entries: list[Entry] = field(default_factory=list)

    @property
    def values(self) -> Values:
        """Field → value."""
        return {entry.ask.name: entry.value for entry in self.entries}

    @property
    def untouched(self) -> bool:
        """Whether nothing was typed in it: then it does not count."""
        return not any(entry.typed.strip() for entry in self.entries if entry.ask.kind not in ("tick", "choice"))


def _western(typed: str) -> str:
    """Digits of any script as western ones, single spaces."""
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in UNTYPED.sub("", typed))
    return " ".join(digits.split())


def _amount(ask: Ask, typed: str) -> int:
    try:
        ore = parse_amount(typed)
    except AmountError as error:
        raise Unreadable(str(AMOUNT_FAULTS[error.kind])) from None
    if ask.low and ore < ask.low:
        raise Unreadable(_("Skriv ett belopp som är mer än noll."))
    return ore


def _percent(ask: Ask, typed: str) -> Decimal:
    found = PERCENT.fullmatch(typed)
    if found is None:
        raise Unreadable(_("Vi kan inte läsa procenten. Skriv till exempel 12,5."))
    percent = Decimal(f"{found['whole']}.{found['part'] or '0'}")
    if percent > MOST_PERCENT:
        raise Unreadable(_("Räntan är för hög för att räkna med. Kan det ha blivit en siffra för mycket?"))
    return percent


def _number(ask: Ask, typed: str) -> int:
    if not WHOLE.fullmatch(typed) or not ask.low <= int(typed) <= ask.high:
        raise Unreadable(_("Skriv ett helt tal från %(low)s till %(high)s.", low=ask.low, high=ask.high))
    return int(typed)


def _day(ask: Ask, typed: str) -> datetime.date:
    try:
        return parse_day(typed)
    except ValueError:
        raise Unreadable(_("Vi kan inte läsa datumet. Skriv det som 2026-11-23.")) from None


def _month(ask: Ask, typed: str) -> datetime.date:
    found = MONTH.fullmatch(typed)
    try:
        if found and 2005 <= int(found["year"]) < LAST_YEAR:  # noqa: PLR2004 - the first year of the holidays
            return datetime.date(int(found["year"]), int(found["month"]), 1)
    except ValueError:
        pass
    raise Unreadable(_("Vi kan inte läsa månaden. Skriv den som 2026-11."))


def _choice(ask: Ask, typed: str) -> str:
    if typed not in {value for value, _words in ask.choices}:
        raise Unreadable(_("Det svaret finns inte. Välj ett av svaren på sidan."))
    return typed


READERS: dict[Kind, Callable[[Ask, str], Any]] = {
    "amount": _amount,
    "percent": _percent,
    "number": _number,
    "day": _day,
    "month": _month,
    "choice": _choice,
}
KRONOR, PER_MONTH, PERCENT_SIGN = _l("kr"), _l("kr i månaden"), _l("procent om året")
