"""Where a lesson is: a phase and a beat in it, together one whole number that only the remote moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from classroom.sealing import Sealed

Phase = Literal[
    "join", "quiz1", "reveal", "game", "compare", "pause", "the_call", "quiz2", "change", "who_to_call", "ended"
]
PHASES: tuple[Phase, ...] = (
    "join", "quiz1", "reveal", "game", "compare", "pause", "the_call", "quiz2", "change", "who_to_call", "ended",
)  # fmt: skip
ONLY_LONG: tuple[Phase, ...] = ("pause", "the_call")
"""Parts of the lesson of 90 minutes; the others go past them."""
QUIZZES: tuple[Phase, ...] = ("quiz1", "quiz2")
LENGTHS = (45, 60, 90)
REVEALED = {45: 4, 60: 8, 90: 1000}
"""How many statements are revealed in a lesson of so many minutes, before the question from 0 to 10."""
BEATS = 1000
OPEN, CLOSED = 0, 1
"""The beats of a quiz: it takes answers, or it is closed and can be undone until it is sealed."""
STATEMENT, ANSWER, REASON = range(3)
"""The beats of a statement in the reveal."""


@dataclass(frozen=True, slots=True)
class Place:
    """A phase, and a beat from 0."""

    phase: Phase
    beat: int = 0

    @property
    def number(self) -> int:
        """As it is kept and told to the phones."""
        return PHASES.index(self.phase) * BEATS + self.beat

    @property
    def quiz(self) -> int | None:
        """0 or 1 in one of the two quizzes; None elsewhere."""
        return QUIZZES.index(self.phase) if self.phase in QUIZZES else None

    def after(self, phase: Phase) -> bool:
        """Whether this is in a later phase than that."""
        return PHASES.index(self.phase) > PHASES.index(phase)


def place_of(number: int) -> Place:
    """The place of a number; the beginning for one that is none."""
    phase, beat = divmod(number, BEATS)
    return Place(PHASES[phase], beat) if 0 <= phase < len(PHASES) else Place("join")


def next_phase(phase: Phase, length: int) -> Phase:
    """The phase after this one in a lesson of so many minutes; the end stays the end."""
    for later in PHASES[PHASES.index(phase) + 1 :]:
        if length == max(LENGTHS) or later not in ONLY_LONG:
            return later
    return phase


def onward(place: Place, length: int, statements: int, boards: int) -> Place:
    """One step on: the next beat, or the next phase where this was the last one."""
    if place.phase == "reveal":
        shown = min(REVEALED[length], statements)
        if place.beat + 1 == 3 * shown < 3 * statements:
            return Place("reveal", 3 * statements)
    if place.beat + 1 < _beats(place.phase, statements, boards):
        return Place(place.phase, place.beat + 1)
    return Place(next_phase(place.phase, length))


def back(place: Place) -> Place:
    """One beat back, and never out of a phase."""
    quiz = place.quiz is not None
    return place if quiz or not place.beat else Place(place.phase, place.beat - 1)


def more_statements(place: Place, length: int, statements: int) -> Place:
    """From the reveal's last question to the statements that there was no time for."""
    shown = min(REVEALED[length], statements)
    return Place("reveal", 3 * shown) if place.phase == "reveal" and shown < statements else place


def revealed(place: Place, statements: int) -> tuple[int, int] | None:
    """Which statement of the reveal is up and how much of it; None for the question from 0 to 10, and elsewhere."""
    if place.phase != "reveal" or place.beat >= 3 * statements:
        return None
    return divmod(place.beat, 3)


def hardest_first(sealed: Sealed, statements: int) -> Sequence[int]:
    """The statements in the order of the reveal: the smallest share of right ones first, what is not told last."""

    def share(number: int) -> tuple[bool, float]:
        fact = sealed.facts[number] if number < len(sealed.facts) else None
        told = fact is not None and fact.told
        return (not told, fact.right / fact.answered if fact is not None and told else 0.0)

    return sorted(range(statements), key=share)


def _beats(phase: Phase, statements: int, boards: int) -> int:
    return {"reveal": 3 * statements + 1, "compare": max(1, boards)}.get(phase, 1)
