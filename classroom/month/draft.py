"""The game of a group as forty signs, for a cookie. What they do not say rightly was never done; nothing is a fault.

| signs | what |
|---|---|
| 1 | the form, `1` |
| 2–3 | of which household, and as its file is written now: another file's draft is nobody's |
| 4–6, 7–9, 10–12 | where each letter lies, where it lay at "Kolla", how often it lay wrong |
| 13 | the answer to what is left |
| 14–19, 20 | each measure on or off, and the locked one that was pressed |
| 21, 22 | the card, and whom to call |
| 23–26 | what the order of measures and contacts is drawn from |
| 27–40 | kept for later |
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from classroom.model import ClassHousehold
from classroom.month.model import CARDS, PILES, Pile
from classroom.month.state import GUESSES, LETTERS, State, press

LENGTH = 40
FORM = "1"
NOTHING = "-"
SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
SEED_SIGNS = 4
SEEDS = len(SIGNS) ** SEED_SIGNS
"""How many orders there are to draw from."""
OF_PILE: Mapping[str, Pile] = dict(zip("dfsb", PILES, strict=True))
"""As the buttons begin: Gör i dag, före sista dagen, Spara, lägg Bort."""
ON, OFF = "1", "0"
Value = TypeVar("Value")


def encode(state: State, household: ClassHousehold) -> str:
    """The state as forty signs."""
    signs = [
        FORM,
        _mark(household),
        *(_sign_of(OF_PILE, pile) for pile in (*state.piles, *state.checked)),
        *map(str, state.tries),
        _place(GUESSES, state.guess),
        *(ON if one.id in state.chosen else OFF for one in household.measures),
        _place([one.id for one in household.measures], state.refused),
        state.card or NOTHING,
        _place([one.id for one in household.contact.options], state.contact),
        _seed_signs(state.seed),
    ]
    return "".join(signs).ljust(LENGTH, NOTHING)


def decode(signs: str, household: ClassHousehold) -> State | None:
    """The state of this household; None where the signs are no draft of it. A sign that says nothing is left out."""
    if len(signs) != LENGTH or signs[:3] != FORM + _mark(household):
        return None
    piles = [OF_PILE.get(sign) for sign in signs[3:9]]
    measures = [one.id for one in household.measures]
    state = State(
        piles=tuple(piles[:LETTERS]),
        checked=tuple(piles[LETTERS:]),
        tries=tuple(SIGNS.index(sign) if sign in SIGNS[:10] else 0 for sign in signs[9:12]),
        guess=_at(GUESSES, signs[12]),
        card=next((card for card in CARDS if card == signs[20]), None),
        contact=_at([one.id for one in household.contact.options], signs[21]),
        seed=_seed(signs[22:26]),
    )
    # pressed one by one, so that no draft has what cannot be chosen: a locked one, or two that shut each other off
    for name, sign in zip(measures, signs[13:19], strict=True):
        state = press(state, household, name) if sign == ON else state
    refused = _at(measures, signs[19])
    locked = {one.id for one in household.measures if one.kind == "locked"}
    return replace(state, refused=refused if refused in locked else None)


def _mark(household: ClassHousehold) -> str:
    """Two signs of everything that the places of a draft stand for."""
    lists = (household.letters, household.measures, household.contact.options)
    names = " ".join([household.id, *(one.id for parts in lists for one in parts)])
    number = int.from_bytes(hashlib.sha256(names.encode()).digest()[:4], "big")
    return SIGNS[number % 36] + SIGNS[number // 36 % 36]


def _sign_of(signs: Mapping[str, Pile], pile: Pile | None) -> str:
    return next((sign for sign, one in signs.items() if one == pile), NOTHING)


def _place(values: Sequence[str], value: str | None) -> str:
    return SIGNS[values.index(value)] if value in values else NOTHING


def _at(values: Sequence[Value], sign: str) -> Value | None:
    place = SIGNS.find(sign)
    return values[place] if 0 <= place < len(values) else None


def _seed_signs(seed: int) -> str:
    left, signs = seed % SEEDS, ""
    for _ in range(SEED_SIGNS):
        left, place = divmod(left, len(SIGNS))
        signs = SIGNS[place] + signs
    return signs


def _seed(signs: str) -> int:
    return int(signs, 36) if set(signs) <= set(SIGNS) else 0
