"""The quiz in its two forms: which statements in which order, and what an answer counts as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from classroom.model import Quiz, Statement
from content.text import Text

Wave = Literal["before", "after"]
Answer = Literal["true", "false", "unsure"]
Outcome = Literal["right", "wrong", "unsure"]

WAVES: tuple[Wave, ...] = ("before", "after")
ANSWERS: tuple[Answer, ...] = ("true", "false", "unsure")
OUTCOMES: tuple[Outcome, ...] = ("right", "wrong", "unsure")
TRUST = "trust"
TRUST_GROUPS = {"low": range(4), "mid": range(4, 7), "high": range(7, 11)}
"""From 0 to 10, counted in three groups: 0–3, 4–6 and 7–10. The number itself is never kept."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement as one form has it, and whether it is true there."""

    statement: Statement
    text: Text
    true: bool


def asked(quiz: Quiz, wave: Wave) -> tuple[Asked, ...]:
    """The statements of a form in its order. In the second form every key is the other way round."""
    by_id = {one.id: one for one in quiz.statements}
    if wave == "before":
        return tuple(Asked(one, one.before, one.answer == "true") for one in quiz.statements)
    return tuple(Asked(by_id[name], by_id[name].after, by_id[name].answer == "false") for name in quiz.after_order)


def outcome(one: Asked, answer: str) -> Outcome:
    """What an answer counts as."""
    if answer not in ("true", "false"):
        return "unsure"
    return "right" if (answer == "true") is one.true else "wrong"


def trust_group(number: int) -> str:
    """The group that a number from 0 to 10 is counted in."""
    return next(name for name, numbers in TRUST_GROUPS.items() if number in numbers)


def choices(quiz: Quiz, wave: Wave, answers: Mapping[str, str], trust: int | None) -> Iterator[tuple[str, str]]:
    """What a submission adds one to: a question and an option each. What was left open adds nothing."""
    for one in asked(quiz, wave):
        if answers.get(one.statement.id):
            yield f"{wave}.{one.statement.id}", outcome(one, answers[one.statement.id])
    if trust is not None:
        yield f"{wave}.{TRUST}", trust_group(trust)
