"""The quiz in its two forms: which statements in which order, and what a draft counts as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from classroom.counts import Given
from classroom.model import Quiz, Statement
from content.text import Text

Wave = Literal["before", "after"]

WAVES: tuple[Wave, ...] = ("before", "after")
SAYS = {"t": True, "f": False}
"""The letters of a draft that are a yes or a no; `u` is "don't know", and `-` is nothing."""
UNSURE = "u"
TRUST_GROUPS = (range(4), range(4, 7), range(7, 11))
"""From 0 to 10, counted in three groups: 0–3, 4–6 and 7–10. The number itself is never kept."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement as one form has it, whether it is true there, and its place in the content."""

    statement: Statement
    text: Text
    true: bool
    number: int


def asked(quiz: Quiz, wave: Wave) -> tuple[Asked, ...]:
    """The statements of a form in its order. In the second form every key is the other way round."""
    numbers = {one.id: number for number, one in enumerate(quiz.statements)}
    if wave == "before":
        return tuple(Asked(one, one.before, one.answer == "true", numbers[one.id]) for one in quiz.statements)
    ordered = (quiz.statements[numbers[name]] for name in quiz.after_order)
    return tuple(Asked(one, one.after, one.answer == "false", numbers[one.id]) for one in ordered)


def trust_group(number: int) -> int:
    """The group, 0 to 2, that a number from 0 to 10 is counted in."""
    return next(place for place, numbers in enumerate(TRUST_GROUPS) if number in numbers)


@dataclass(frozen=True, slots=True)
class QuizKey:
    """What is right in each quiz."""

    quiz: Quiz

    def given(self, number: int, draft: str, trust: str) -> Given:
        """What a draft of quiz 0 or 1 counts as: a letter for each statement in the content's order, and two digits."""
        right = tuple(
            _right(letter, (one.answer == "true") is (number == 0))
            for letter, one in zip(draft, self.quiz.statements, strict=True)
        )
        return Given(right, trust_group(int(trust)) if trust.isdecimal() and int(trust) in range(11) else None)


def _right(letter: str, true: bool) -> bool | None:
    if letter in SAYS:
        return SAYS[letter] is true
    return False if letter == UNSURE else None
