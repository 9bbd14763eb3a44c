"""What groups have put on the wall by pressing twice: a household, and what they chose for it. No group has a seat."""

from __future__ import annotations

from dataclasses import dataclass

MOST_GROUPS = 12
ENTRY = 32
BOARD_BYTES = MOST_GROUPS * ENTRY
NO_GROUPS = bytes(BOARD_BYTES)
LETTERS = "ABCDEFGHIJKL"
CHOSEN = 3
"""How many choices a group has made for its household."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group on the board: where it stands, the number of its household, and its choices by their numbers."""

    place: int
    household: int
    letter: str
    chosen: tuple[int, ...]


def groups(board: bytes) -> tuple[Group, ...]:
    """Every group that is on the board."""
    found = []
    for place in range(MOST_GROUPS):
        shown, household, letter, *chosen = board[place * ENTRY : place * ENTRY + 3 + CHOSEN]
        if shown:
            found.append(Group(place, household, LETTERS[letter], tuple(chosen)))
    return tuple(found)


def most_groups(joined: int) -> int:
    """One group for two seats, and never more than twelve."""
    return min(MOST_GROUPS, max(1, joined // 2))


def put(board: bytes, household: int, chosen: tuple[int, ...], joined: int) -> tuple[bytes, Group | None]:
    """The board with one group more, named by the first letter that is free; None where there are enough."""
    there = groups(board)
    taken, used = {one.place for one in there}, {one.letter for one in there if one.household == household}
    place = next((one for one in range(MOST_GROUPS) if one not in taken), None)
    if place is None or len(there) >= most_groups(joined):
        return board, None
    letter = next(one for one in LETTERS if one not in used)
    return _with(board, place, bytes((1, household, LETTERS.index(letter), *chosen))), Group(
        place, household, letter, chosen
    )


def take_off(board: bytes, place: int) -> bytes:
    """The board without the group at that place."""
    return _with(board, place, b"") if 0 <= place < MOST_GROUPS else board


def _with(board: bytes, place: int, entry: bytes) -> bytes:
    return board[: place * ENTRY] + entry.ljust(ENTRY, b"\0") + board[(place + 1) * ENTRY :]
