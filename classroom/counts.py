"""The running sums of an open quiz, in bytes that are always as many. They are kept in memory, and never on a disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST_STATEMENTS = 30
"""So many statements a quiz may have, at most."""
TRUSTS = 3
MOST_SEATS = 63
"""A class of 60 and three more. No count can be higher, so each is one byte."""
COUNT_BYTES = 2 * MOST_STATEMENTS + TRUSTS
NO_COUNTS = bytes(COUNT_BYTES)


@dataclass(frozen=True, slots=True)
class Given:
    """What one phone hands in: for each statement whether it was right, None where it was skipped; and 0–2 for trust.

    "Don't know" is an answer that is not right. Trust is one of the three groups, None where it was skipped.
    """

    right: tuple[bool | None, ...]
    trust: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right and how many answered, statement by statement, and how many chose each group of trust."""

    right: tuple[int, ...]
    answered: tuple[int, ...]
    trust: tuple[int, int, int]


def added(counts: bytes, given: Given) -> bytes:
    """The sums with one more. Nothing else of what was handed in is left."""
    sums = bytearray(counts)
    for place, right in enumerate(given.right):
        sums[2 * place] += right is True
        sums[2 * place + 1] += right is not None
    if given.trust is not None:
        sums[2 * MOST_STATEMENTS + given.trust] += 1
    return bytes(sums)


def read_counts(counts: bytes, statements: int) -> Counts:
    """The sums of so many statements."""
    pairs: Sequence[int] = counts[: 2 * statements]
    low, mid, high = counts[2 * MOST_STATEMENTS :]
    return Counts(tuple(pairs[::2]), tuple(pairs[1::2]), (low, mid, high))
