"""The shapes of the quiz, the fictional households and the lesson, as they are written in this room's TOML files."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from classroom.month.model import Event, GameLetter, Measure, MonthLine
from content.files import Content
from content.ids import Id
from content.text import Text

TrueOrFalse = Literal["true", "false"]


class Statement(Content):
    """One statement of the quiz in two forms: the second says the opposite, so that its answer is the other one."""

    id: Id
    before: Text
    after: Text
    answer: TrueOrFalse
    """Whether `before` is true."""
    reason: Text
    """Why, in one or two sentences."""
    act: Text
    """One thing one can do."""
    wall: Text
    """What is shown of it on the wall once it is answered: one sentence."""
    talk: Text
    """What the class can talk about when it is shown large."""
    words: tuple[Id, ...] = ()
    """Hard words in it, which are explained where it stands."""
    sources: tuple[str, ...] = ()


class Point(Content):
    """One thing that is said in class, by an id of its own."""

    id: Id
    text: Text


class Quiz(Content):
    """`quiz.toml`: the statements, and the question about how easy it would feel."""

    title: Text
    intro: Text
    trust: Text
    """The question that is answered from 0 to 10, before and after."""
    trust_low: Text
    """What 0 means."""
    trust_high: Text
    """What 10 means."""
    trust_talk: Text
    after_order: tuple[Id, ...]
    """The order of the second form."""
    words: tuple[Point, ...] = ()
    """What the hard words mean."""
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]

    def explained(self, statement: Statement) -> tuple[Point, ...]:
        """The hard words of a statement."""
        return tuple(one for one in self.words if one.id in statement.words)

    @model_validator(mode="after")
    def _same_statements(self) -> Quiz:
        if sorted(self.after_order) != sorted(one.id for one in self.statements):
            raise ValueError("`after_order` must name every statement once")
        unknown = {word for one in self.statements for word in one.words} - {one.id for one in self.words}
        if unknown:
            raise ValueError(f"`words` explains nothing of {', '.join(sorted(unknown))}")
        return self


class Sum(Content):
    """One line of a fictional budget, in kronor a month."""

    id: Id
    label: Text
    amount: Annotated[int | Decimal, Field(ge=0)]
    keep: bool = False
    """Whether it must not be cut: home, power, food, medicine, insurance of the home, unemployment fund."""
    can_change: bool = False
    """Whether the pupil may try another amount."""


class Option(Content):
    """One answer to choose, and what is said of it."""

    id: Id
    text: Text
    best: bool = False
    feedback: Text


class Choice(Content):
    """A question about a household with one best answer."""

    id: Id
    question: Text
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=6)]

    @model_validator(mode="after")
    def _one_best(self) -> Choice:
        if sum(option.best for option in self.options) != 1:
            raise ValueError("exactly one option must be `best`")
        return self


class Contact(Choice):
    """Whom to call, and the words to say there."""

    say: Text


class LetterIn(Content):
    """A letter on the table while the month is worked out: a kind of letter of the letter door, and what it says."""

    letter: str
    says: Text


class ClassHousehold(Content):
    """One fictional household: who, what has happened, the month in numbers, and what the pupils find out."""

    id: Id
    name: Text
    """First name or names, and age."""
    story: Text
    """At most five sentences: who it is and what has happened."""
    on_table: tuple[LetterIn, ...] = ()
    income: Annotated[tuple[Sum, ...], Field(min_length=1)]
    costs: Annotated[tuple[Sum, ...], Field(min_length=1)]
    debts: tuple[Sum, ...] = ()
    gap: Text
    """What the numbers show, in one or two sentences, as the key says it."""
    ideas: Text
    """What could be changed, and what not, as the key says it."""
    first_step: Choice
    contact: Contact
    """The best one stands first in the file; the order on a page is drawn."""
    clock: Choice
    """Which letter is on a clock, or that none is."""
    month: Annotated[tuple[MonthLine, ...], Field(min_length=1)]
    """What makes this month another than the ordinary one. One of the three answers leaves out the first of them."""
    events: tuple[Event, ...]
    measures: Annotated[tuple[Measure, ...], Field(min_length=6, max_length=6)]
    letters: Annotated[tuple[GameLetter, ...], Field(min_length=3, max_length=3)]
    talk: Text
    """What to compare in class."""


class Phase(Content):
    """A part of the lesson: how long in each variant (0 leaves it out), what the teacher does and says."""

    id: Id
    title: Text
    minutes_45: Annotated[int, Field(ge=0)]
    minutes_60: Annotated[int, Field(ge=0)]
    minutes_90: Annotated[int, Field(ge=0)]
    do: Text
    say: Text | None = None
    questions: tuple[Point, ...] = ()
    """What is talked about, each with what to listen for."""
    without_devices: Text
    """How the same is done with the printed kit."""


class Hook(Content):
    """Where the lesson stands in the curriculum."""

    id: Id
    subject: Text
    how: Text
    source: str


class Lesson(Content):
    """`lesson.toml`: the plan, the rules of the room, the curriculum, and what to do when a pupil tells something."""

    title: Text
    aim: Text
    honest: Text
    """What the lesson can and cannot promise."""
    rules: Annotated[tuple[Point, ...], Field(min_length=1)]
    """What everybody in the room agrees on: said at the start."""
    bring: Text
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    hooks: Annotated[tuple[Hook, ...], Field(min_length=1)]
    told: Annotated[tuple[Point, ...], Field(min_length=1)]
    sources: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _whole_lessons(self) -> Lesson:
        for length in (45, 60, 90):
            minutes = sum(getattr(phase, f"minutes_{length}") for phase in self.phases)
            if minutes != length:
                raise ValueError(f"the phases of the lesson of {length} minutes come to {minutes}")
        return self
