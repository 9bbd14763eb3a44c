"""What the sums take from JSON: budgets and days, checked strictly, and every fault in words of our own."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints, ValidationError, WithJsonSchema

from calculator.budget import Budget, Line
from calculator.given import Given
from calculator.period import Period
from content.money import MOST_IN_SUMS, AmountError, AmountFault, Ore, from_plain

MOST_LINES = 500

AMOUNT_FAULTS: dict[AmountFault, str] = {
    "not_a_number": 'is not an amount; write a decimal string in kronor, such as "1234.50"',
    "negative": "is below zero; amounts are written without a minus",
    "range": "is a range; write one amount",
    "too_large": "is too large",
    "too_many_decimals": "has more than two decimals",
}
FAULTS = {
    "missing": "is missing",
    "extra_forbidden": "is not a key here; take it away or mend its spelling",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "string_type": "must be a string",
    "string_too_short": "must not be empty",
    "tuple_type": "must be a list",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "dataclass_type": "must be an object",
    "unexpected_keyword_argument": "is not a key here; take it away or mend its spelling",
    "dict_type": "must be an object",
}
FAULTS_WITH_LIMIT = {
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "too_short": "has {actual_length} members; at least {min_length} are needed",
    "too_long": "has too many members; {max_length} is the most",
    "string_too_long": "is too long; {max_length} signs is the most",
    "literal_error": "must be one of {expected}",
    "value_error": "{error}",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in what was given: where, such as `income.0.amount`, and what."""

    at: str
    says: str


class InputError(ValueError):
    """What was given cannot be used; `faults` lists everything that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(f"{fault.at}: {fault.says}" for fault in faults))


def faults_of(error: ValidationError) -> tuple[Fault, ...]:
    """Every fault pydantic found, in words that say what to write instead."""
    return tuple(
        found
        for fault in error.errors(include_url=False, include_input=False)
        for found in _named(tuple(str(part) for part in fault["loc"]), fault["type"], fault.get("ctx", {}))
    )


def _named(at: tuple[str, ...], kind: str, limits: Mapping[str, Any]) -> Iterator[Fault]:
    """The fault of one pydantic error, or those of an `InputError` that a model raised about its keys together."""
    if isinstance(within := limits.get("error"), InputError):
        for fault in within.faults:
            yield Fault(".".join((*at, fault.at)), fault.says)
    else:
        yield Fault(".".join(at) or "(input)", _says(kind, limits))


def _says(kind: str, limits: Mapping[str, Any]) -> str:
    if kind in FAULTS_WITH_LIMIT:
        return FAULTS_WITH_LIMIT[kind].format_map(limits)
    return FAULTS.get(kind, "cannot be read")


def parse_json(written: bytes) -> object:
    """What stands in a file of JSON, with or without a byte order mark. Raises `InputError`."""
    try:
        read = json.loads(written.decode("utf-8-sig"), parse_constant=_refused)
        # Half a pair of surrogates (`"\\udfff"`) is no text: no page, file or line of a log could be written with it.
        json.dumps(read, ensure_ascii=False).encode()
        return read
    except UnicodeDecodeError as error:
        raise InputError((Fault("(input)", f"is not UTF-8: {error}"),)) from error
    except UnicodeEncodeError as error:
        raise InputError((Fault("(input)", "has half a pair of surrogates, which is no text"),)) from error
    except (ValueError, RecursionError) as error:
        raise InputError((Fault("(input)", f"is not JSON: {error}"),)) from error


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is not a number in JSON")


def _amount(value: object) -> Ore:
    try:
        return from_plain(value, most=MOST_IN_SUMS)
    except AmountError as error:
        raise ValueError(AMOUNT_FAULTS[error.kind]) from error


def _signed(value: object) -> Ore:
    try:
        return from_plain(value, negative=True, most=MOST_IN_SUMS)
    except AmountError as error:
        raise ValueError(AMOUNT_FAULTS[error.kind]) from error


def _day(value: object) -> datetime.date:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    raise ValueError('is not a day; write it as "2026-11-23"')


Amount = Annotated[
    int,
    BeforeValidator(_amount),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string", "pattern": r"^[0-9]+(\.[0-9]{1,2})?$"}, {"type": "integer", "minimum": 0}],
            "description": "kronor, as a decimal string or a whole number",
        }
    ),
]
"""Öre, from a decimal string in kronor."""
SignedAmount = Annotated[
    int,
    BeforeValidator(_signed),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]{1,2})?$"}, {"type": "integer"}],
            "description": "kronor, as a decimal string or a whole number; below zero is written with a minus",
        }
    ),
]
"""Öre above or below zero, from a decimal string in kronor."""
Day = Annotated[datetime.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Label = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=100)]


class LineInput(Given):
    """One line of a budget."""

    id: Label
    amount: Amount
    period: Period
    about: bool = False

    def line(self) -> Line:
        """The same as the sums take it."""
        return Line(self.id, self.amount, self.period, self.about)


Lines = Annotated[tuple[LineInput, ...], Field(strict=False, max_length=MOST_LINES)]


class BudgetInput(Given):
    """A budget: lists that are left out are empty."""

    income: Lines = ()
    costs: Lines = ()
    debts: Lines = ()

    def budget(self) -> Budget:
        """The same as the sums take it."""
        income, costs, debts = (tuple(line.line() for line in lines) for lines in (self.income, self.costs, self.debts))
        return Budget(income, costs, debts)
