"""The list of debts as the visit keeps it: each debt a short list, whose end is left out where nothing is known."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from calculator.debts import LETTERS, MOST_DEBTS, DebtWords, Owed
from calculator.numbers import MOST_PERCENT
from content.money import MOST_TYPED, Ore
from report.case_debts import MOST_PARTS

ABOUT, WRONG = 1, 2
"""Marks of a debt, added together."""
NO_MARKS = (8, 0)
"""The place of the marks, and none of them: a nought anywhere else is a nought that was written."""


def plain(debts: tuple[Owed, ...]) -> list[list[Any]]:
    """What JSON can hold: kind, öre, letter, last day, öre a month, parts, percent, place, marks."""
    return [_short(debt) for debt in debts]


def read(kept: object, words: DebtWords) -> tuple[Owed, ...]:
    """The debts that can be read; what is not known of one falls away, and one of an unknown kind as a whole."""
    rows = kept if isinstance(kept, list) else []
    kinds = {kind.id: kind for kind in words.kinds}
    return tuple(_debts(rows, kinds, words))[:MOST_DEBTS]


def _short(debt: Owed) -> list[Any]:
    row: list[Any] = [
        debt.kind,
        debt.amount,
        debt.letter,
        debt.last.isoformat() if debt.last else "",
        debt.a_month,
        debt.parts,
        "" if debt.rate is None else f"{debt.rate:f}",
        debt.place,
        ABOUT * debt.about + WRONG * debt.wrong,
    ]
    last_known = max(place for place, value in enumerate(row) if value not in (None, "") and (place, value) != NO_MARKS)
    return row[: last_known + 1]


def _debts(rows: list[Any], kinds: Mapping[str, object], words: DebtWords) -> Iterator[Owed]:
    for row in rows:
        if not isinstance(row, list) or not row or not isinstance(row[0], str) or row[0] not in kinds:
            continue
        kind, amount, letter, last, a_month, parts, rate, place, marks = (row + [None] * 9)[:9]
        marked = marks if type(marks) is int else 0
        yield Owed(
            kind=kind,
            amount=_ore(amount),
            about=bool(marked & ABOUT),
            last=_day(last),
            letter=letter if isinstance(letter, str) and letter in LETTERS else "",
            a_month=_ore(a_month),
            parts=parts if type(parts) is int and 1 <= parts <= MOST_PARTS else None,
            rate=_percent(rate),
            place=place if isinstance(place, str) and words.place(place) else "",
            wrong=bool(marked & WRONG),
        )


def _ore(kept: object) -> Ore | None:
    return kept if type(kept) is int and 0 <= kept <= MOST_TYPED else None


def _day(kept: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None


def _percent(kept: object) -> Decimal | None:
    try:
        rate = Decimal(kept) if isinstance(kept, str) and kept else None
    except InvalidOperation:
        return None
    return rate if rate is not None and rate.is_finite() and 0 <= rate <= MOST_PERCENT else None
