"""On which pile a letter belongs, what to look at again, and whether a payment number is a real one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Literal

from classroom.model import ClassHousehold
from classroom.month.model import PILES, TODAY, GameLetter, Pile

WITHIN_DAYS = 5
"""A last day as near as this is for today."""
TEN = 10
LookAt = Literal["sender", "last", "amount"]


def pile_by_rule(letter: GameLetter) -> Pile:
    """The pile that the rule of the game gives, from what stands in the letter."""
    if letter.forged or letter.signs:
        return "away"
    if letter.last is None:
        return "keep"
    return "today" if letter.last <= TODAY + datetime.timedelta(days=WITHIN_DAYS) else "in_time"


def in_right_order(letters: Iterable[GameLetter]) -> tuple[GameLetter, ...]:
    """The letters in the order in which they are dealt with: by pile, and in a pile by the last day."""
    return tuple(sorted(letters, key=lambda one: (PILES.index(one.pile), one.last or datetime.date.max)))


def look_again(letter: GameLetter, pile: Pile) -> LookAt | None:
    """What to look at again where a letter lies wrong; None where it lies right.

    A letter that is to be put away tells it by its sender. A real one that was put away is known by its amount, which
    is in the month. Everything else is a matter of days.
    """
    if pile == letter.pile:
        return None
    if letter.pile == "away":
        return "sender"
    return "amount" if pile == "away" and letter.amount else "last"


def amount_is_known(household: ClassHousehold, amount: int) -> bool:
    """Whether an amount is a line of the household, or two of them together."""
    budget = [int(line.amount) for line in (*household.income, *household.costs, *household.debts)]
    amounts = [*budget, *(abs(line.amount) for line in household.month)]
    pairs = (one + other for place, one in enumerate(amounts) for other in amounts[place + 1 :])
    return amount in amounts or amount in pairs


def passes_luhn(number: str) -> bool:
    """Whether the last digit of a payment number (OCR) fits the others, by the method of Luhn (modulus 10)."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return sum(one - 9 if one >= TEN else one for one in doubled) % TEN == 0
