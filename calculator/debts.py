"""A list of debts: what is known of each, in which order they are paid and why, and which are contested instead.

Paying comes after living: home, power and children first; then letters that wait for an answer, debts to the state, and
those that collectors ask for; at last the dearest interest. `debts.toml` has the words and the source of each place.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from calculator.letter_days import next_working_day
from content.confidence import Confidence
from content.files import Content
from content.ids import Id
from content.money import Ore
from content.text import Text

Place = Literal["home", "power", "children", "state", "parking", "other"]
"""Where a kind of debt stands in the order, whatever letter has come."""
ReasonId = Literal[
    "answer_now", "home", "home_wrong", "power", "children", "answer", "state", "state_wrong", "parking",
    "parking_wrong", "taken", "collection", "costly", "ask_rate", "no_interest", "contest",
]  # fmt: skip

MOST_DEBTS = 15
"""So many debts a list takes; the longest visit has room for them."""
AT_HOME = frozenset({"lease_notice", "eviction_claim", "eviction_decided", "bank_notice"})
TO_ANSWER = frozenset({"payment_order", "decided_debt", "court", "seizure"})
"""Letters of Kronofogden or a court that something is decided without, unless they are answered in time."""
LETTERS = (
    "reminder", "collection", "payment_order", "decided_debt", "state_debt", "court", "attachment", "seizure",
    "lease_notice", "eviction_claim", "eviction_decided", "power_cut", "bank_notice",
)  # fmt: skip
"""The letters that a debt may have brought; `advice/letters/` describes them."""
ORDER: tuple[ReasonId, ...] = (
    "answer_now", "home", "home_wrong", "power", "children", "answer", "state", "state_wrong", "parking",
    "parking_wrong", "taken", "collection", "costly", "ask_rate", "no_interest",
)  # fmt: skip
SAME_PLACE: Mapping[ReasonId, ReasonId] = {
    "home_wrong": "home", "state_wrong": "state", "parking": "state", "parking_wrong": "state",
}  # fmt: skip
BEFORE_LETTERS: Mapping[Place, ReasonId] = {"home": "home", "power": "power", "children": "children"}
CONTESTED_WHILE_UNPAID = frozenset({"power", "other"})
"""Kinds that are not paid while they are contested: undisputed power alone is cut off. A home can be lost meanwhile, a
child's maintenance holds until it is changed, and the state is paid, or asked first."""
LATEST = datetime.date.max
LARGEST_DEBT = 10**15


class DebtKind(Content):
    """A kind of debt, and from where one may be known already."""

    id: Id
    label: Text
    group: Place
    bills: tuple[Id, ...] = ()
    letters: tuple[Id, ...] = ()
    lines: tuple[Id, ...] = ()


class LetterPlace(Content):
    """Where the letter of a debt may be."""

    id: Id
    label: Text


class Reason(Content):
    """Why a debt has its place in the order."""

    id: ReasonId
    text: Text
    source: str
    confidence: Confidence
    checked: datetime.date


class DebtWords(Content):
    """`debts.toml`."""

    kinds: Annotated[tuple[DebtKind, ...], Field(min_length=1)]
    places: tuple[LetterPlace, ...]
    reasons: tuple[Reason, ...]

    def kind(self, name: str) -> DebtKind:
        """The kind of that id; `KeyError` for one that is not in the file."""
        return {one.id: one for one in self.kinds}[name]

    def reason(self, name: str) -> Reason:
        """The reason of that id; `KeyError` for one that is not in the file."""
        return {str(one.id): one for one in self.reasons}[name]

    def place(self, name: str) -> LetterPlace | None:
        """Where a letter is; None where that is not known."""
        return {one.id: one for one in self.places}.get(name)


@dataclass(frozen=True, slots=True)
class Owed:
    """One debt as it is known, amounts in öre: what is left to pay, what is paid a month, or in how many parts.

    `rate` is percent a year; None where it is not known. `wrong` says that all of it is contested.
    """

    kind: str
    amount: Ore | None = None
    about: bool = False
    last: datetime.date | None = None
    letter: str = ""
    a_month: Ore | None = None
    parts: int | None = None
    rate: Decimal | None = None
    place: str = ""
    wrong: bool = False

    @property
    def owed(self) -> Ore | None:
        """What is left to pay: the amount, or what the parts come to."""
        if self.amount is None and self.a_month is not None and self.parts is not None:
            return self.a_month * self.parts
        return self.amount

    @property
    def minimum(self) -> Ore:
        """The least that is paid a month, up to a whole öre where an amount is paid in parts; 0 where none is known."""
        if self.a_month is None and self.amount is not None and self.parts:
            return -(-self.amount // self.parts)
        return self.a_month or 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A debt with the reason for its place; `number` is its place in the list as it was given, the first being 0."""

    number: int
    debt: Owed
    reason: ReasonId


def in_order(debts: Sequence[Owed], words: DebtWords, today: datetime.date) -> tuple[tuple[Placed, ...], ...]:
    """Those to pay, the first one first, and those to contest, the one with the earliest last day first."""
    placed = [Placed(number, debt, reason_of(debt, words, today)) for number, debt in enumerate(debts)]
    contest = sorted((one for one in placed if one.reason == "contest"), key=_by_day)
    return tuple(sorted((one for one in placed if one.reason != "contest"), key=_key)), tuple(contest)


def reason_of(debt: Owed, words: DebtWords, today: datetime.date) -> ReasonId:
    """Why a debt stands where it stands. What its letter says goes before its kind."""
    group = _group_of(debt, words)
    if debt.wrong and group in CONTESTED_WHILE_UNPAID:
        return "contest"
    urgent = debt.letter in TO_ANSWER | {"eviction_claim"}
    if urgent and debt.last is not None and today <= debt.last <= next_working_day(today):
        return "answer_now"
    if group == "home" and debt.wrong:
        return "home_wrong"
    return BEFORE_LETTERS.get(group) or _after_living(debt, group)


def _group_of(debt: Owed, words: DebtWords) -> Place:
    if debt.letter in AT_HOME:
        return "home"
    if debt.letter == "power_cut":
        return "power"
    group = words.kind(debt.kind).group
    return "state" if debt.letter == "state_debt" and group == "other" else group


def _after_living(debt: Owed, group: Place) -> ReasonId:
    if debt.letter == "attachment":
        return "taken"
    if debt.letter in TO_ANSWER:
        return "answer"
    if group == "state":
        return "state_wrong" if debt.wrong else "state"
    if group == "parking":
        return "parking_wrong" if debt.wrong else "parking"
    if debt.letter == "collection":
        return "collection"
    if debt.rate is None:
        return "no_interest" if debt.kind == "family" else "ask_rate"
    return "costly" if debt.rate else "no_interest"


def _key(one: Placed) -> tuple[int, Decimal, datetime.date, Ore, int]:
    """Place, then the dearest interest where that is the reason, then the last day, the smallest, as it was written."""
    place = ORDER.index(SAME_PLACE.get(one.reason, one.reason))
    rate = -(one.debt.rate or Decimal(0)) if one.reason == "costly" else Decimal(0)
    return (place, rate, *_by_day(one))


def _by_day(one: Placed) -> tuple[datetime.date, Ore, int]:
    owed = one.debt.owed
    return (one.debt.last or LATEST, LARGEST_DEBT if owed is None else owed, one.number)


def total_of(debts: Iterable[Owed]) -> tuple[Ore, int]:
    """What the debts come to, in öre, and how many of them have no amount."""
    known = list(_known(debts))
    return sum(known), sum(1 for debt in debts if debt.owed is None)


def _known(debts: Iterable[Owed]) -> Iterator[Ore]:
    yield from (debt.owed for debt in debts if debt.owed is not None)
