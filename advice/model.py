"""The shapes of an advice block, a contact and a municipality, as they are written in this room's TOML files."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from content.confidence import Confidence
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


class Contact(Content):
    """Somebody to call, write to or visit. At least one of phone, url, where and via is needed."""

    id: Id
    name: Text
    short: Text | None = None
    """The name in a word or two, for a button and a row's title."""
    what: Text
    """What they help with, in one sentence."""
    phone: str | None = None
    url: str | None = None
    email: str | None = None
    where: Text | None = None
    """How the number is found when there is no one number, such as "Numret står på räkningen"."""
    via: str | None = None
    """The contact whose phone is shown because this one's own number was not seen at its source."""
    hours: Text | None = None
    channel: Text | None = None
    languages: Text | None = None
    bring: Text | None = None
    helpline: bool = False
    """Shown on every result."""
    for_ages: tuple[Literal["under_18", "adult"], ...] = ("under_18", "adult")
    from_age: int | None = None
    to_age: int | None = None
    """The youngest and the oldest it is for, where the age is known."""
    needs: tuple[str, ...] = ()
    """Facts without which it is not named in a step; any one of them is enough."""
    not_with: tuple[str, ...] = ()
    """Facts with which it is not named in a step."""
    first_from_age: int | None = None
    """From this age it stands first in its step."""
    confidence: Confidence
    source: str
    checked: datetime.date


class ContactFile(Content):
    """`contacts/national.toml`: the ones that are the same everywhere in Sweden."""

    contacts: tuple[Contact, ...]


class MunicipalityCodes(Content):
    """`municipality_codes.toml`: the official codes, parted by white space."""

    source: str
    codes: str


class Partner(Content):
    """One who works together with the municipality on this."""

    id: Id
    name: Text
    what: Text


class Event(Content):
    """A day when people from the municipality and its partners can be met. A past one is kept and no longer shown."""

    id: Id
    title: Text
    place: str
    area: str
    address: str | None = None
    day: datetime.date
    starts: datetime.time | None = None
    ends: datetime.time | None = None
    who: Text
    languages: Text | None = None
    """Which languages are spoken there."""
    confidence: Confidence
    source: str

    @model_validator(mode="after")
    def _in_order(self) -> Event:
        if self.ends is not None and (self.starts is None or self.ends <= self.starts):
            raise ValueError("`ends` must come after `starts` on the same day")
        return self

    @property
    def hours(self) -> str | None:
        """`13:00–17:00`, or when it begins; None where that is not known."""
        if self.starts is None:
            return None
        return f"{self.starts:%H:%M}–{self.ends:%H:%M}" if self.ends else f"{self.starts:%H:%M}"


class Municipality(Content):
    """`municipalities/CODE-name.toml`: everything that is local, in one file."""

    code: Annotated[str, Field(pattern=r"^\d{4}$")]
    name: str
    short: str
    """The name without "kommun", as one says it."""
    url: str
    contact_centre: str
    """Id of the contact that stands in where a direct number is not known."""
    feedback: str | None = None
    """Id of the contact that wants to hear when a piece of advice is wrong; the contact centre where none is named."""
    greeting: Text | None = None
    contacts: tuple[Contact, ...]
    partners: tuple[Partner, ...] = ()
    events: tuple[Event, ...] = ()

    def coming(self, day: datetime.date) -> tuple[Event, ...]:
        """The events of that day and later, the next one first."""
        coming = (event for event in self.events if event.day >= day)
        return tuple(sorted(coming, key=lambda event: (event.day, event.starts or datetime.time.max)))


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
