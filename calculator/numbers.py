"""Numbers in JSON that are no money: percent and years, as plain decimals, and an amount that is more than nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from calculator.inputs import Amount
from content.money import Ore

MOST_DIGITS = 1000
MOST_PERCENT = 1000
MOST_YEARS_BEFORE, MOST_YEARS_AFTER = -100, 200


def _number(decimals: int, example: str) -> Callable[[object], Decimal]:
    """A reader of plain decimal numbers: a string, or a JSON number, which is taken as it is written."""
    form = re.compile(rf"-?[0-9]{{1,{MOST_DIGITS}}}(\.[0-9]{{1,{decimals}}})?")

    def read(value: object) -> Decimal:
        if isinstance(value, int) and not isinstance(value, bool):
            return Decimal(value)
        written = repr(value) if isinstance(value, float) else value
        if isinstance(written, str) and form.fullmatch(written):
            return Decimal(written)
        raise ValueError(f'is not a number; write it as "{example}", with at most {decimals} decimals')

    return read


def _above_nothing(amount: Ore) -> Ore:
    if amount <= 0:
        raise ValueError("must be more than 0")
    return amount


def _schema(pattern: str, about: str) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [{"type": "string", "pattern": pattern}, {"type": "number"}], "description": about})


Percent = Annotated[
    Decimal,
    BeforeValidator(_number(10, "12.5")),
    Field(ge=0, le=MOST_PERCENT),
    _schema(r"^[0-9]+(\.[0-9]{1,10})?$", f"percent a year, from 0 to {MOST_PERCENT}"),
]
Years = Annotated[
    Decimal,
    BeforeValidator(_number(40, "0.5")),
    Field(ge=MOST_YEARS_BEFORE, le=MOST_YEARS_AFTER),
    _schema(r"^-?[0-9]+(\.[0-9]{1,40})?$", "years from the first drawdown; before it, below zero"),
]
PositiveAmount = Annotated[Amount, AfterValidator(_above_nothing)]
