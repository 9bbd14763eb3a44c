"""What may be told of a quiz, made of its counts once, when it is sealed; and how that is written down.

Facts plainly: how many were right of how many. How easy it would feel, which asks about a feeling, only in cells that
point at nobody, not even to somebody who knows four of the answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from classroom.counts import MOST_STATEMENTS, TRUSTS, Counts

FEWEST = 5
"""Nothing is told of a statement that fewer have answered, nor of a quiz that fewer have given."""
SMALLEST_CELL = 6
"""No group of the trust question is told of fewer, for an open cell of five has five who know each other's answers."""
FEWEST_TRUSTING = 12
MOST_HIDDEN = 5
"""Where all but so many chose one group, that alone is told: "at least"."""

Cut = Literal["none", "three", "low_and_mid", "mid_and_high", "least_low", "least_mid", "least_high"]
CUTS: tuple[Cut, ...] = ("none", "three", "low_and_mid", "mid_and_high", "least_low", "least_mid", "least_high")
UNSEALED, TOLD, TOO_FEW = range(3)
WAVE_BYTES = 2 + 2 * MOST_STATEMENTS + 5
TOLD_BYTES = 256
NOTHING_TOLD = bytes(TOLD_BYTES)


@dataclass(frozen=True, slots=True)
class Trust:
    """How easy it would feel, as it may be told: how many answered, how they are cut, and the cells of that cut."""

    n: int = 0
    cut: Cut = "none"
    cells: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """How many were right, of how many who answered. Both are 0 where it is not told."""

    right: int = 0
    answered: int = 0

    @property
    def told(self) -> bool:
        """Whether enough have answered."""
        return self.answered > 0


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed quiz: how many gave it, each statement in the order of the content, and the trust question.

    Where too few gave it `given` is 0, and nothing else is told.
    """

    given: int
    facts: tuple[Fact, ...]
    trust: Trust

    @property
    def too_few(self) -> bool:
        """Whether too few gave the quiz for anything to be told."""
        return self.given == 0


def floor(joined: int) -> int:
    """How many must have given a quiz: five, and half of those who have joined, rounded up."""
    return max(FEWEST, -(-joined // 2))


def seal(counts: Counts, given: int, joined: int) -> Sealed:
    """What may be told of these counts."""
    if given < floor(joined):
        return Sealed(0, (), Trust())
    pairs = zip(counts.right, counts.answered, strict=True)
    facts = tuple(Fact(right, answered) if answered >= FEWEST else Fact() for right, answered in pairs)
    return Sealed(given, facts, trust(*counts.trust))


def trust(low: int, mid: int, high: int) -> Trust:
    """How many chose 0–3, 4–6 and 7–10, cut so that nobody can be singled out."""
    n = low + mid + high
    if n < FEWEST_TRUSTING:
        return Trust(n)
    if min(low, mid, high) >= SMALLEST_CELL:
        return Trust(n, "three", (low, mid, high))
    first = low >= SMALLEST_CELL and mid + high >= SMALLEST_CELL
    if low + mid >= SMALLEST_CELL and high >= SMALLEST_CELL and (low <= high or not first):
        return Trust(n, "low_and_mid", (low + mid, high))
    if first:
        return Trust(n, "mid_and_high", (low, mid + high))
    for cut, count in zip(CUTS[4:], (low, mid, high), strict=True):
        if count >= n - MOST_HIDDEN:
            return Trust(n, cut, (n - MOST_HIDDEN,))
    return Trust(n)


def written(waves: Sequence[Sealed | None]) -> bytes:
    """Both quizzes as they are stored: always as long, zeros for what is not sealed or not told."""
    return b"".join(_wave(one) for one in waves).ljust(TOLD_BYTES, b"\0")


def with_wave(stored: bytes, number: int, sealed: Sealed) -> bytes:
    """What is stored, with quiz `number` (0 or 1) sealed as well."""
    start = number * WAVE_BYTES
    return stored[:start] + _wave(sealed) + stored[start + WAVE_BYTES :]


def read(stored: bytes, number: int, statements: int) -> Sealed | None:
    """Quiz `number` (0 or 1) as it was sealed; None where it is not."""
    wave = stored[number * WAVE_BYTES : (number + 1) * WAVE_BYTES]
    if len(wave) < WAVE_BYTES or wave[0] == UNSEALED:
        return None
    if wave[0] == TOO_FEW:
        return Sealed(0, (), Trust())
    facts = tuple(Fact(wave[2 + 2 * one], wave[3 + 2 * one]) for one in range(statements))
    n, cut, *cells = wave[-5:]
    name = CUTS[cut] if cut < len(CUTS) else "none"
    return Sealed(wave[1], facts, Trust(n, name, tuple(cells[: _cells(name)])))


def _cells(cut: Cut) -> int:
    return {"none": 0, "three": TRUSTS, "low_and_mid": 2, "mid_and_high": 2}.get(cut, 1)


def _wave(sealed: Sealed | None) -> bytes:
    if sealed is None:
        return bytes(WAVE_BYTES)
    if sealed.too_few:
        return bytes([TOO_FEW]).ljust(WAVE_BYTES, b"\0")
    facts = b"".join(bytes((fact.right, fact.answered)) for fact in sealed.facts).ljust(2 * MOST_STATEMENTS, b"\0")
    cells = bytes(sealed.trust.cells).ljust(3, b"\0")
    return bytes((TOLD, sealed.given)) + facts + bytes((sealed.trust.n, CUTS.index(sealed.trust.cut))) + cells
