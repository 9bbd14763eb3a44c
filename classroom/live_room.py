"""A room while its lesson goes on, as the live store has it, and what a phone brings to it."""

from __future__ import annotations

from dataclasses import dataclass

from classroom.board import NO_GROUPS
from classroom.counts import NO_COUNTS
from classroom.places import CLOSED, OPEN, Place, place_of


@dataclass(frozen=True, slots=True)
class LiveRoom:
    """One room as the live store has it. Times are seconds since 1970, but for those called minutes; 0 is never.

    `id` is the hash of its key. `taken`, `given1` and `given2` have a bit for each seat. `epoch` tells one live store
    from the next: a phone that was seated in an older one takes its seat again. The wall has
    no key, and has `code` from here.
    """

    id: str
    opened_minute: int
    length: int
    size: int
    generation: int = 1
    place: int = 0
    turn: int = 1
    epoch: int = 0
    restored: bool = False
    locked: bool = False
    seats: int = 0
    taken: int = 0
    admit_until: int = 0
    round1: int = 1
    round2: int = 1
    given1: int = 0
    given2: int = 0
    counts1: bytes = NO_COUNTS
    counts2: bytes = NO_COUNTS
    closed_at: int = 0
    ended_at: int = 0
    ended_from: int = 0
    told: bool = False
    groups: bytes = NO_GROUPS
    wall_number: int = -1
    wall_until: int = 0
    remote_minute: int = 0
    source: str = ""
    browser: str = ""
    code: str = ""
    dropped: bool = False

    @property
    def at(self) -> Place:
        """Where the lesson is."""
        return place_of(self.place)

    @property
    def joined(self) -> int:
        """How many phones have a seat."""
        return self.taken.bit_count()

    def round(self, quiz: int) -> int:
        """Which time this quiz is taken."""
        return (self.round1, self.round2)[quiz]

    def given(self, quiz: int) -> int:
        """Which seats have given it, a bit each."""
        return (self.given1, self.given2)[quiz]

    def counts(self, quiz: int) -> bytes:
        """Its running sums."""
        return (self.counts1, self.counts2)[quiz]

    @property
    def open_quiz(self) -> int | None:
        """The quiz that takes answers now."""
        return self.at.quiz if self.at.beat == OPEN else None

    @property
    def sealed_here(self) -> bool:
        """Whether the lesson is in a quiz that has been sealed."""
        return self.at.quiz is not None and self.at.beat == CLOSED and not self.closed_at

    @property
    def unused(self) -> bool:
        """Whether nobody has joined."""
        return not self.taken


@dataclass(frozen=True, slots=True)
class Seat:
    """What a phone brings: its seat, and in which generation and live store it was given."""

    number: int
    generation: int
    epoch: int
