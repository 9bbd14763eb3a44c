"""A case: what somebody answered, the household, the budget. Nothing here names a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from calculator.budget import Budget
from calculator.debts import Owed
from calculator.household import Household
from calculator.letter_days import LetterDate
from questionnaire.answers import Answers

QuestionnaireName = Literal["adult", "youth"]

YOUNGEST = 16
"""Below this age there is no self-check, only facts and whom to talk to."""
ADULT = 18
OLDEST_YOUTH = 25


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a report is built from.

    `checked` is False where only a budget was made: then no question counts as skipped and there is no level.
    `age` is a number of years, the lowest of the age group where only a group is known, or None.
    """

    municipality: str
    questionnaire: QuestionnaireName = "adult"
    age: int | None = None
    answers: Answers = field(default_factory=Answers)
    household: Household | None = None
    budget: Budget | None = None
    letters_dates: Mapping[str, LetterDate] = field(default_factory=lambda: MappingProxyType({}))
    """Letter (an option of the question `letters`) → what is known of its days."""
    debts: tuple[Owed, ...] = ()
    """The list of debts, in the order in which it was written."""
    helping: bool = False
    checked: bool = True

    @property
    def under_18(self) -> bool:
        """Whether the person the case is about is known to be under 18."""
        return self.age is not None and self.age < ADULT

    @property
    def age_of_me(self) -> int | None:
        """The age of the one it is about: an age group tells the lowest, the household may tell more."""
        if self.household is None or self.household.me is None:
            return self.age
        return max(self.household.me.age, self.age or 0)

    @property
    def too_young(self) -> bool:
        """Whether there is no self-check for this age."""
        return self.age is not None and self.age < YOUNGEST

    @property
    def assessed(self) -> bool:
        """Whether there are answers to give a level to."""
        return self.checked and not self.too_young

    def with_answers(self, answers: Answers) -> Case:
        """The same case with other answers."""
        return replace(self, answers=answers)


def fitting_questionnaire(age: int | None) -> QuestionnaireName:
    """The questionnaire that an age gets unless it chooses otherwise: youth from 16 to 25."""
    return "youth" if age is not None and age <= OLDEST_YOUTH else "adult"


def may_answer(questionnaire: QuestionnaireName, age: int | None) -> bool:
    """Whether this age may answer this questionnaire: adult from 18, youth from 16 to 25."""
    if age is None or age < YOUNGEST:
        return True
    return age >= ADULT if questionnaire == "adult" else age <= OLDEST_YOUTH
