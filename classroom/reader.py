"""This room's files as one frozen whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from classroom.model import ClassHousehold, Lesson, Quiz
from classroom.month.check import faults
from classroom.month.model import Ordinary
from content.files import read, read_folder
from content.problems import Problems

FOLDER = Path(__file__).parent
FEWEST_TO_CHANGE = 3
"""A class is asked to change three things."""
MOST_SENTENCES = 5


@dataclass(frozen=True)
class Classroom:
    """The quiz, the lesson, and the households in the order of the groups."""

    quiz: Quiz
    lesson: Lesson
    households: tuple[ClassHousehold, ...]

    @cached_property
    def by_id(self) -> Mapping[str, ClassHousehold]:
        """The households by their ids."""
        return {one.id: one for one in self.households}


def read_classroom(problems: Problems, letters: Collection[str], folder: Path = FOLDER) -> Classroom | None:
    """All of it; None where anything is at fault, which is noted. `letters` are the kinds of the letter door."""
    before = len(problems.found)
    quiz = read(folder / "quiz.toml", Quiz, "quiz", problems)
    lesson = read(folder / "lesson.toml", Lesson, "lesson", problems)
    pairs = read_folder(folder / "households", ClassHousehold, "households", problems)
    ordinary = read(folder / "ordinary.toml", Ordinary, "ordinary", problems)
    for path, household in pairs:
        _check(path, household, letters, problems)
        for fault in faults(household, ordinary.kronor.get(household.id)) if ordinary is not None else ():
            problems.add(path, *fault)
    if quiz is None or lesson is None or len(problems.found) > before:
        return None
    return Classroom(quiz, lesson, tuple(household for _, household in pairs))


def _check(path: Path, household: ClassHousehold, letters: Collection[str], problems: Problems) -> None:
    for letter in household.on_table:
        if letter.letter not in letters:
            problems.add(path, "on_table", f"{letter.letter!r} is no kind of letter", "name a file of advice/letters")
    lines = (*household.income, *household.costs, *household.debts)
    if sum(line.can_change for line in lines) < FEWEST_TO_CHANGE:
        problems.add(path, "can_change", f"fewer than {FEWEST_TO_CHANGE} lines can be changed", "let more be tried")
    for line in lines:
        if line.keep and line.can_change:
            problems.add(path, line.id, "must be kept and can be changed", "take one of the two away")
    names = [line.id for line in lines]
    for name in sorted({one for one in names if names.count(one) > 1}):
        problems.add(path, name, "two lines have this id", "give one of them another")
