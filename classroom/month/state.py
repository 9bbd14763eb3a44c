"""Where a group is in its game, and what a press does to it. Nothing here knows a page, a room or a clock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, Protocol, TypeVar, get_args

from classroom.model import ClassHousehold
from classroom.month import sums
from classroom.month.letters import LookAt, look_again
from classroom.month.model import CARDS, PILES, Card, GameLetter, Measure, Pile

Guess = Literal["right", "sign", "first"]
"""Which of the three sums was pressed: the right one, its sign turned, or one that forgot this month's first line."""
GUESSES: tuple[Guess, ...] = get_args(Guess)
LETTERS = 3
MOST_TRIES = 9
REASON_AFTER = 2
"""After so many wrong tries with a letter the reason is told."""


class NotInTheGame(ValueError):
    """A press for something that this household does not have."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Part = TypeVar("Part", bound=_HasId)


@dataclass(frozen=True, slots=True)
class State:
    """What a group has done so far. Everything that is counted from it is worked out anew each time."""

    piles: tuple[Pile | None, ...] = (None,) * LETTERS
    """Where each letter lies, in the order of the file."""
    checked: tuple[Pile | None, ...] = (None,) * LETTERS
    """Where each lay when "Kolla" was last pressed."""
    tries: tuple[int, ...] = (0,) * LETTERS
    """How often each lay wrong then."""
    guess: Guess | None = None
    chosen: frozenset[str] = frozenset()
    """The measures that are switched on."""
    refused: str | None = None
    """The locked measure that was pressed last."""
    card: Card | None = None
    contact: str | None = None
    seed: int = 0
    """What the order of the group's measures and contacts is drawn from."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What "Kolla" says of a letter."""

    letter: GameLetter
    look: LookAt | None
    """What to look at again; None where it lies right."""
    reason: bool
    """Whether the reason is told: it lies right, or it has lain wrong twice."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The three marks of a group."""

    letters: bool
    month: bool
    february: bool


def lay(state: State, household: ClassHousehold, letter: str, pile: str) -> State:
    """Lay a letter on a pile. Raises `NotInTheGame`."""
    if pile not in PILES:
        raise NotInTheGame(pile)
    place = [one.id for one in household.letters].index(_part(household.letters, letter).id)
    return replace(state, piles=(*state.piles[:place], pile, *state.piles[place + 1 :]))


def check(state: State, household: ClassHousehold) -> State:
    """Press "Kolla": every letter that lies wrong has been tried once more."""
    wrong = (pile is not None and pile != one.pile for one, pile in zip(household.letters, state.piles, strict=True))
    tries = tuple(min(MOST_TRIES, before + add) for before, add in zip(state.tries, wrong, strict=True))
    return replace(state, checked=state.piles, tries=tries)


def verdicts(state: State, household: ClassHousehold) -> tuple[Verdict | None, ...]:
    """What is said of each letter; None where it has not been checked as it lies now."""
    return tuple(
        _verdict(letter, pile, tries) if pile is not None and pile == checked else None
        for letter, pile, checked, tries in zip(household.letters, state.piles, state.checked, state.tries, strict=True)
    )


def guess(state: State, which: str) -> State:
    """Say what is left. Raises `NotInTheGame`."""
    found: Guess | None = next((one for one in GUESSES if one == which), None)
    if found is None:
        raise NotInTheGame(which)
    return replace(state, guess=found)


def press(state: State, household: ClassHousehold, measure: str) -> State:
    """Switch a measure on or off. A locked one stays off and is remembered, so that it can be said why.

    What it shuts off is switched off. Raises `NotInTheGame`.
    """
    found = _part(household.measures, measure)
    if found.kind == "locked":
        return replace(state, refused=found.id)
    if found.id in state.chosen:
        return replace(state, chosen=state.chosen - {found.id}, refused=None)
    return replace(state, chosen=(state.chosen | {found.id}) - {found.shuts_off or ""}, refused=None)


def draw(state: State, card: str) -> State:
    """Turn a card. Whoever draws it draws the same for all households. Raises `NotInTheGame`."""
    found: Card | None = next((one for one in CARDS if one == card), None)
    if found is None:
        raise NotInTheGame(card)
    return replace(state, card=found, refused=None)


def call(state: State, household: ClassHousehold, contact: str) -> State:
    """Choose whom to call. Raises `NotInTheGame`."""
    return replace(state, contact=_part(household.contact.options, contact).id)


def left(state: State, household: ClassHousehold) -> int:
    """Kronor left this month, as the group has it now."""
    return sums.left(household, state.chosen, state.card)


def february(state: State, household: ClassHousehold) -> int:
    """Kronor left in February."""
    return sums.february(household, state.chosen)


def switched_on(state: State, household: ClassHousehold) -> tuple[Measure, ...]:
    """The measures of the group, in the order of the file: each has something to say three months later."""
    return tuple(one for one in household.measures if one.id in state.chosen)


def marks(state: State, household: ClassHousehold) -> Marks:
    """All letters right; the month adds up after the card; February adds up and nothing dear was chosen."""
    piles = all(pile == one.pile for one, pile in zip(household.letters, state.piles, strict=True))
    month = state.card is not None and left(state, household) >= 0
    dear = any(one.kind == "dear" for one in switched_on(state, household))
    return Marks(piles, month, february(state, household) >= 0 and not dear)


def in_drawn_order(parts: Iterable[Part], seed: int) -> tuple[Part, ...]:
    """Measures or contacts in the order of this group: the same at each look, and another for another group."""
    return tuple(sorted(parts, key=lambda one: hashlib.sha256(f"{seed} {one.id}".encode()).digest()))


def _verdict(letter: GameLetter, pile: Pile, tries: int) -> Verdict:
    look = look_again(letter, pile)
    return Verdict(letter, look, look is None or tries >= REASON_AFTER)


def _part(parts: Iterable[Part], name: str) -> Part:
    found = next((one for one in parts if one.id == name), None)
    if found is None:
        raise NotInTheGame(name)
    return found
