"""The shapes of an advice block, its order and its flags, as they are written in this folder's TOML files."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from content.dated import Dated
from content.files import Content
from content.ids import Code, Id
from content.text import Text

OptionsByQuestion = dict[str, Annotated[tuple[str, ...], Field(min_length=1)]]
When = Literal["now", "today", "this_week", "later"]
Danger = Literal["life", "food", "home", "after_home", "last_day", "soon", "after_all"]


class Trigger(Content):
    """Holds when any rule of `rules` and any of `and_rules` fired (where named), every question of `answers` was
    answered by one of its options and none of `unless` was, and every fact holds.
    """

    rules: tuple[str, ...] = ()
    and_rules: tuple[str, ...] = ()
    answers: OptionsByQuestion = Field(default_factory=dict)
    unless: OptionsByQuestion = Field(default_factory=dict)
    facts: tuple[str, ...] = ()


class Call(Trigger):
    """What calls for a block; where it says `by`, the block is to be done by then."""

    by: When | None = None


class Addition(Dated):
    """A sentence that is added to a block for those whom its trigger fits."""

    id: Id
    when: Trigger | None = None
    """Without it, everybody."""
    text: Text
    folded: bool = False
    """Stands among what is folded away."""


class Said(Content):
    """What a step says and leads to; in a variant, what is left out is as in the block."""

    title: Text | None = None
    """The act."""
    short: Text | None = None
    """The act in two to four words, for its row in the plan; as long as it is not written, the act itself."""
    by: When | None = None
    text: Text | None = None
    """At most 45 words: what to do, by when, whom to call."""
    say: Text | None = None
    """The very words to say on the phone, without quotation marks."""
    more: Text | None = None
    """What is folded away until it is asked for."""
    contacts: tuple[str, ...] | None = None
    """Whom to call, the first one first."""
    letters: tuple[str, ...] | None = None
    """Options of the question `letters`: the step opens the page of the first that was ticked, else of the first."""
    form_letters: tuple[str, ...] | None = None
    own_letter_forms: dict[str, str] | None = None
    """Form letters that are offered where that letter was ticked."""
    clock: tuple[str, ...] | None = None
    """The letters whose last day is the step's."""


class Variant(Said, Dated):
    """The block's words for those whom its trigger fits."""

    id: Id
    when: Trigger


class Block(Said, Dated):
    """One thing to do, and who needs to do it. The order of the blocks stands in `order.toml`."""

    id: Code
    title: Text
    by: When
    text: Text
    contacts: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    form_letters: tuple[str, ...] = ()
    own_letter_forms: dict[str, str] = Field(default_factory=dict)
    clock: tuple[str, ...] = ()
    when: Annotated[tuple[Call, ...], Field(min_length=1)]
    variants: tuple[Variant, ...] = ()
    """The first that fits is said instead."""
    instead_of: tuple[str, ...] = ()
    """Blocks that fall away where this one is given."""
    instead_unless: Trigger | None = None
    """Where this holds they do not fall away."""
    also: tuple[Addition, ...] = ()
    sources: tuple[str, ...] = ()
    """Law or page that the advice rests on, as plain citations."""
    never_urgent: bool = False
    """Lasting help that never counts as an urgent step, even where an urgent rule calls for it."""


class DangerClass(Content):
    """Urgent blocks that stand together, in their order."""

    danger: Danger
    blocks: tuple[str, ...]


class Order(Content):
    """`order.toml`: in which order steps stand, those that are urgent and those that are not.

    `calm` holds the id of a block, or `ID:rule` for a block's place where that rule fired; the first that fits counts.
    """

    urgent: tuple[DangerClass, ...]
    calm: tuple[str, ...]


class FlagTrigger(Trigger):
    """A trigger that may also ask for a block that was given."""

    blocks: tuple[str, ...] = ()


class Flag(Content):
    """A mark in the report for those who handle it further, such as SAFE_MODE; never shown as a word on a page."""

    id: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$")]
    when: Annotated[tuple[FlagTrigger, ...], Field(min_length=1)]


class FlagFile(Content):
    """`flags.toml`: the flags in the order they are reported."""

    flags: tuple[Flag, ...]
