"""`debts` of the case format: the list of debts as JSON, both ways, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from calculator.debts import LETTERS, MOST_DEBTS, DebtWords, Owed
from calculator.given import Given, Whole
from calculator.inputs import Amount, Day, Fault, Label
from calculator.numbers import Percent
from content.money import MOST_TYPED, plain
from report.debts import DebtList

MOST_PARTS = 999
Json = dict[str, Any]


class DebtInput(Given):
    """One debt; all but its kind may be left out."""

    kind: Label
    amount: Amount | None = None
    about: bool = False
    last_day: Day | None = None
    letter: Label | None = None
    a_month: Amount | None = None
    parts: Annotated[Whole, Field(ge=1, le=MOST_PARTS)] | None = None
    rate_percent: Percent | None = None
    letter_at: Label | None = None
    wrong: bool = False


DebtInputs = Annotated[tuple[DebtInput, ...], Field(strict=False, max_length=MOST_DEBTS)]


def debts_given(given: Sequence[DebtInput], words: DebtWords) -> tuple[tuple[Owed, ...], list[Fault]]:
    """The debts, and what is wrong with any."""
    faults = [fault for place, debt in enumerate(given) for fault in _faults(debt, f"debts.{place}", words)]
    return () if faults else tuple(_owed(debt) for debt in given), faults


def as_input(debt: Owed) -> Json:
    """The debt as the case format writes it."""
    written: Json = {
        "kind": debt.kind,
        "amount": None if debt.amount is None else plain(debt.amount),
        "about": debt.about or None,
        "last_day": debt.last.isoformat() if debt.last else None,
        "letter": debt.letter or None,
        "a_month": None if debt.a_month is None else plain(debt.a_month),
        "parts": debt.parts,
        "rate_percent": None if debt.rate is None else f"{debt.rate:f}",
        "letter_at": debt.place or None,
        "wrong": debt.wrong or None,
    }
    return {key: value for key, value in written.items() if value is not None}


def debts_json(found: DebtList | None) -> Json:
    """The order by the number of each debt, what is contested, and the way out; nothing where there is no list."""
    if found is None:
        return {}
    way = found.way
    said: Json = {
        "total": plain(found.total),
        "without_amount": found.without_amount,
        "pay": [{"debt": one.number, "reason": one.reason.id} for one in found.pay],
        "contest": [{"debt": one.number, "reason": one.reason.id} for one in found.contest],
        "way_out": {
            "state": way.state,
            "per_month": None if way.per_month is None else plain(way.per_month),
            "months": way.months,
            "short_by": None if way.short_by is None else plain(way.short_by),
        },
    }
    return {"debts": said}


def _owed(given: DebtInput) -> Owed:
    return Owed(
        kind=given.kind,
        amount=given.amount,
        about=given.about,
        last=given.last_day,
        letter=given.letter or "",
        a_month=given.a_month,
        parts=given.parts,
        rate=given.rate_percent,
        place=given.letter_at or "",
        wrong=given.wrong,
    )


def _faults(given: DebtInput, at: str, words: DebtWords) -> list[Fault]:
    named: Mapping[str, tuple[str | None, Sequence[str]]] = {
        "kind": (given.kind, [kind.id for kind in words.kinds]),
        "letter": (given.letter, LETTERS),
        "letter_at": (given.letter_at, [place.id for place in words.places]),
    }
    faults = [
        Fault(f"{at}.{key}", f"{value!r} is not one of {', '.join(known)}")
        for key, (value, known) in named.items()
        if value is not None and value not in known
    ]
    amounts = {"amount": given.amount, "a_month": given.a_month}
    return faults + [
        Fault(f"{at}.{key}", "is more than any list holds")
        for key, amount in amounts.items()
        if amount is not None and amount > MOST_TYPED
    ]
