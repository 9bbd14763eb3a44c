"""The shapes of a question, a rule and a level, as they are written in the TOML files of this room."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from content.files import Content
from content.text import Text
from questionnaire.conditions import Condition

SKIP = "skip"
NOTHING = "nothing"

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_]*$", max_length=40)]
Tier = Literal["urgent", "help", "early", "budget"]
Level = Literal[1, 2, 3, 4]


class Option(Content):
    """One answer that can be chosen."""

    id: Id
    label: Text
    hint: Text | None = None
    points: Annotated[int, Field(ge=0, le=3)] = 0
    """Weak signs add up; points are never shown."""
    works: Text | None = None
    """What works already, said to the one who chose this."""
    because: Text | None = None
    """How this answer is named as a reason when points alone set the level."""
    picture: str | None = None
    sensitive: bool = False
    """Shown on the screen only, even where the question as a whole is not sensitive."""


class Question(Content):
    """One page of the self-check."""

    id: Id
    kind: Literal["one", "many"]
    title: Text
    short: Text
    """A few words for "check your answers"."""
    why: Text
    """Why we ask, and what the answer is not used for."""
    hint: Text | None = None
    when: Condition | None = None
    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    sensitive: bool = False
    """What comes of it is shown on the screen only, never on paper, in a file or in a link."""

    @cached_property
    def by_id(self) -> dict[str, Option]:
        """The options by their ids."""
        return {option.id: option for option in self.options}


class Rule(Content):
    """A published sign, or a danger, and when it shows in the answers."""

    id: Id
    part: Id | None = None
    """Two rules may share an id and differ in this, where one sign has two places in the order."""
    code: str
    tier: Tier
    level: Level
    """The level is never lower than this when the rule fires."""
    name: Text
    because: Text
    """Said as a reason: "because …"."""
    when: Condition
    sources: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells this rule from every other: its id, and its part where it has one."""
        return f"{self.id}_{self.part}" if self.part else self.id


class Source(Content):
    """A publication that a threshold comes from."""

    id: Id
    citation: str
    url: str = ""


class Cuts(Content):
    """From how many points weak signs together make level 2 and level 3."""

    two: int
    three: int


class LevelWords(Content):
    """What is said about a level."""

    id: Id
    title: Text
    sentence: Text


class RuleBook(Content):
    """`rules.toml`: the rules in the order they are reported, the cuts, the levels' words, the sources."""

    cuts: dict[Literal["adult", "youth"], Cuts]
    cuts_note: Text
    levels: Annotated[tuple[LevelWords, ...], Field(min_length=4, max_length=4)]
    rules: tuple[Rule, ...]
    sources: tuple[Source, ...]


class Questionnaire(Content):
    """One of the two questionnaires: its questions in the order they are asked."""

    id: Literal["adult", "youth"]
    questions: tuple[Question, ...]

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """The questions by their ids."""
        return {question.id: question for question in self.questions}

    @property
    def sensitive(self) -> Iterator[str]:
        """The ids of the questions whose answers stay on the screen."""
        return (question.id for question in self.questions if question.sensitive)
