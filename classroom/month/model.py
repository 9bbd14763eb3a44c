"""The shapes of the month game, as they are written in `households/`: what happens, what helps, and what comes by post.

Every amount is whole kronor. Sums are never written: `sums.py` works them out.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from content.files import Content
from content.ids import Id
from content.text import Text

Pile = Literal["today", "in_time", "keep", "away"]
Card = Literal["A", "B"]
Kind = Literal["ok", "dear", "locked"]

PILES: tuple[Pile, ...] = ("today", "in_time", "keep", "away")
"""In the order in which letters are dealt with."""
CARDS: tuple[Card, ...] = ("A", "B")
YEAR = 2001
"""The game has no year: this one only gives its days an order. It is no leap year, and no page shows it."""


def _day(value: object) -> object:
    return datetime.date.fromisoformat(f"{YEAR}-{value}") if isinstance(value, str) else value


Day = Annotated[datetime.date, BeforeValidator(_day)]
"""Month and day, as in `"11-30"`."""
TODAY = datetime.date(YEAR, 11, 9)


class MonthLine(Content):
    """Something that makes this month another than the ordinary one."""

    id: Id
    text: Text
    amount: int
    lasting: bool = False
    """Whether it is there in February too: a lower pay, a higher rent."""


class Event(Content):
    """What a card does to this household's month."""

    card: Card
    id: Id
    text: Text
    amount: int


class Measure(Content):
    """Something that can be done about the month, and what it has done by February."""

    id: Id
    text: Text
    now: Annotated[int, Field(ge=0)]
    """What it gives this month."""
    february: int
    """What it gives or costs in February."""
    kind: Kind
    """`dear` works, and costs more than it gave; `locked` cannot be chosen, and `feedback` says why."""
    line: Id | None = None
    """The line of the budget or of this month that it takes from; loans, aid and what is saved have none."""
    shuts_off: Id | None = None
    """Another measure that cannot be chosen together with this one."""
    feedback: Text
    """What is said three months later."""


class GameLetter(Content):
    """A letter of the game: invented, with no account number and no year."""

    id: Id
    sender: Text
    subject: Text
    sent: Day
    amount: Annotated[int, Field(gt=0)] | None = None
    ocr: Annotated[str, Field(pattern=r"^[0-9]{9}$")] | None = None
    last: Day | None = None
    """The last day to pay or answer."""
    confirmed: Day | None = None
    """When it was confirmed that it had come: shown instead of `last`, which is then for the pupils to count out."""
    pile: Pile
    forged: bool = False
    text: Text
    more: Text
    """The second line."""
    signs: Text | None = None
    """What gives it away, where it is to be put away and not paid."""


class Ordinary(Content):
    """`ordinary.toml`: household → what is left of its ordinary month, as somebody worked it out by hand."""

    kronor: dict[str, int]
