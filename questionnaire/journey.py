"""The way through: which questions are asked and which answers count, computed anew from the answers each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.answers import Answers
from questionnaire.model import NOT_ASKED, SKIP, Option, Question, Questionnaire


@dataclass(frozen=True, slots=True)
class Journey:
    """The questions on the path in order, and the answers that count.

    `given` has every question on the path: one of the quick part without an answer counts as skipped, one of the rest
    has not been asked. An answer to a question that is no longer on the path has fallen away.
    """

    questionnaire: Questionnaire
    steps: tuple[Question, ...]
    answers: Answers
    given: Mapping[str, frozenset[str]]

    def position(self, step: str) -> int | None:
        """The place of a question on the path, from 0; None when it is not on it."""
        return next((place for place, question in enumerate(self.steps) if question.id == step), None)

    def after(self, step: str) -> str | None:
        """The question after this one; None at the end."""
        place = self._place_even_if_gone(step)
        return self.steps[place + 1].id if place + 1 < len(self.steps) else None

    def before(self, step: str) -> str | None:
        """The question before this one; None at the start."""
        place = self.position(step)
        return self.steps[place - 1].id if place else None

    @property
    def first_open(self) -> str | None:
        """The first question without an answer; None when all have one."""
        return next((question.id for question in self.steps if question.id not in self.answers), None)

    @property
    def not_asked(self) -> tuple[str, ...]:
        """The questions on the path without an answer, those of the quick part first; a skip is an answer."""
        open_steps = [question for question in self.steps if question.id not in self.answers]
        return tuple(question.id for question in sorted(open_steps, key=lambda question: question.part != "quick"))

    @property
    def partial(self) -> bool:
        """Whether a question of the rest is neither answered nor skipped."""
        return any(question.part == "rest" and question.id not in self.answers for question in self.steps)

    @property
    def quick_is_done(self) -> bool:
        """Whether every question of the quick part is answered or skipped."""
        return all(question.id in self.answers for question in self.steps if question.part == "quick")

    def chosen(self, question: Question) -> tuple[Option, ...]:
        """The options that were chosen for a question on the path; empty when it was skipped or not answered."""
        return tuple(option for option in question.options if option.id in self.given[question.id])

    def _place_even_if_gone(self, step: str) -> int:
        """The last place on the path that comes no later than `step` in the questionnaire."""
        order = [question.id for question in self.questionnaire.questions]
        wanted = order.index(step)
        return max(
            (place for place, question in enumerate(self.steps) if order.index(question.id) <= wanted), default=-1
        )


def journey(questionnaire: Questionnaire, answers: Answers) -> Journey:
    """Walk the questionnaire from its first question with these answers."""
    steps: list[Question] = []
    given: dict[str, frozenset[str]] = {}
    for question in questionnaire.questions:
        if question.when is None or question.when.holds(given):
            steps.append(question)
            unanswered = SKIP if question.part == "quick" else NOT_ASKED
            given[question.id] = frozenset(answers.chosen.get(question.id, (unanswered,)))
    return Journey(questionnaire, tuple(steps), answers.only(given), given)
