"""The shapes of a question, a rule and a level, as they are written in the TOML files of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from content.dated import Dated
from content.files import Content
from content.ids import Id
from content.text import Text
from questionnaire.conditions import Condition

SKIP = "skip"
NOT_ASKED = "not_asked"
"""A question of the rest that is neither answered nor skipped; what a rule may ask for, and never an answer."""
NOTHING = "nothing"

Part = Literal["quick", "rest"]
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
    """How this answer is named as a reason: "Du svarade att …"."""
    picture: str | None = None
    sensitive: bool = False
    """Shown on the screen only, even where the question as a whole is not sensitive."""
    adults_only: bool = False
    """Not offered under 18."""


class DrawingChoice(Content):
    """One answer to a drawing's follow-up, and the options that it stores."""

    id: Id
    label: Text
    options: Annotated[tuple[Id, ...], Field(min_length=1)]


class Drawing(Content):
    """A drawing that stands for one option, or for several that a follow-up tells apart. It is never stored itself."""

    id: Id
    label: Text
    hint: Text | None = None
    picture: str | None = None
    options: Annotated[tuple[Id, ...], Field(min_length=1)]
    follow_up: Text | None = None
    choices: tuple[DrawingChoice, ...] = ()
    unknown: Id | None = None
    """The option stored by "I do not know"."""


class Question(Content):
    """One page of the self-check."""

    id: Id
    kind: Literal["one", "many"]
    part: Part
    """The quick part decides every urgent rule; the plan can be seen before the rest is answered."""
    title: Text
    short: Text
    """A few words for "check your answers"."""
    why: Text
    """Why we ask, and what the answer is not used for."""
    hint: Text | None = None
    helping: Text | None = None
    """Stands first where somebody is helped."""
    skipped_because: Text | None = None
    """How skipping it is named as a reason."""
    when: Condition | None = None
    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    drawings: tuple[Drawing, ...] = ()
    alone: Id = NOTHING
    """In a question that takes many: the option that cannot be chosen together with another."""
    sensitive: bool = False
    """What comes of it is shown on the screen only, never on paper, in a file or in a link."""

    @cached_property
    def by_id(self) -> dict[str, Option]:
        """The options by their ids."""
        return {option.id: option for option in self.options}

    @cached_property
    def best(self) -> Option:
        """The answer that tells of no trouble: the one that stands alone, else the first without points."""
        if self.kind == "many":
            return self.by_id[self.alone]
        return next(option for option in self.options if not option.points)

    def offered(self, under_18: bool) -> tuple[Option, ...]:
        """The options for this age."""
        return tuple(option for option in self.options if not (under_18 and option.adults_only))


class Rule(Dated):
    """A published sign of over-indebtedness, or a danger, and the answers that show it."""

    id: Id
    part: Id | None = None
    """Two rules may share an id and differ in this, where one sign has two places in the order."""
    code: str
    tier: Tier
    level: Level
    """The level is never lower than this when the rule fires."""
    name: Text
    because: Text | None = None
    """The reason where the budget fires the rule, and no answer; otherwise the chosen option's sentence is said."""
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


HeadlineId = Literal["urgent", "too_little_known", "nothing_urgent", "get_help", "one_step", "stable", "under_16"]


class Headline(Content):
    """The title and the sentence that sum up a result. The level itself is never shown as a heading."""

    id: HeadlineId
    title: Text
    at_least: Text | None = None
    """The title of a report where not everything has been asked."""
    sentence: Text | None = None


class RuleBook(Content):
    """`rules.toml`: the rules in the order they are reported, the cuts, the headlines, the sources."""

    cuts: dict[Literal["adult", "youth"], Cuts]
    cuts_note: Text
    headlines: tuple[Headline, ...]
    rules: tuple[Rule, ...]
    sources: tuple[Source, ...]

    @cached_property
    def headline_of(self) -> dict[HeadlineId, Headline]:
        """The headlines by their ids."""
        return {headline.id: headline for headline in self.headlines}


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
