"""Where a group plays: what keeps its draft, and how far its class has come. Without a room one plays alone."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Protocol

from flask import current_app

from classroom.model import ClassHousehold
from classroom.month import draft
from classroom.month.model import CARDS, Card
from classroom.month.state import State
from web.session import class_cookie

PART = "game"
STEPS = ("letters", "month", "card", "call", "february")
"""In the order in which a class opens them."""
EXTENSION = "itid_game_place"


class Draft(Protocol):
    """What a game needs of the place it is played in."""

    def read(self, household: str) -> str:
        """The forty signs that were kept for this household; empty where there are none."""

    def keep(self, household: str, signs: str) -> None:
        """Keep them, and nothing else."""

    def is_open(self, step: str) -> bool:
        """Whether the class has come to this step; one of `STEPS`."""

    def card(self) -> Card | None:
        """The card that was drawn for everybody; None while there is none, or where each draws for itself."""

    def draws(self) -> bool:
        """Whether a card is drawn on this page, and not on the wall."""


@dataclass(frozen=True, slots=True)
class Alone:
    """Without a room: a pedagogue who looks, or one pupil. Everything is open, and the draft lies in the cookie."""

    def read(self, household: str) -> str:
        """From the class's own cookie."""
        return str(class_cookie.part(PART).get(household, ""))

    def keep(self, household: str, signs: str) -> None:
        """All households that fit, and else this one alone."""
        try:
            class_cookie.write_part(PART, {**class_cookie.part(PART), household: signs})
        except class_cookie.ClassTooLarge:
            class_cookie.write_part(PART, {household: signs})

    def is_open(self, step: str) -> bool:
        """All of it."""
        return step in STEPS

    def card(self) -> Card | None:
        """None: it is drawn here."""
        return None

    def draws(self) -> bool:
        """It does."""
        return True


def place() -> Draft:
    """Where this browser plays."""
    found: Draft = current_app.extensions.get(EXTENSION, Alone())
    return found


def state_of(household: ClassHousehold) -> State:
    """What the group has done, with the card of its class. Who has not begun gets an order of their own."""
    where = place()
    found = draft.decode(where.read(household.id), household) or State(seed=secrets.randbelow(draft.SEEDS))
    return found if where.card() is None else replace(found, card=where.card())


def keep_state(household: ClassHousehold, state: State) -> None:
    """Keep what was pressed."""
    place().keep(household.id, draft.encode(state, household))


def drawn_card() -> Card:
    """A or B, with equal chance."""
    return secrets.choice(CARDS)
