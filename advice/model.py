"""The shapes of an advice block, a contact and a municipality, as they are written in this room's TOML files."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from content.files import Content
from content.text import Text

Id = Annotated[str, Field(pattern=r"^[a-zA-Z0-9][a-zA-Z0-9_]*$", max_length=40)]
Confidence = Literal["law", "seen_page", "seen_news", "second_hand", "known", "unverified"]
OptionsByQuestion = dict[str, Annotated[tuple[str, ...], Field(min_length=1)]]


class Trigger(Content):
    """Holds when any rule of `rules` fired (if named), every answer of `answers` was given, and every fact holds."""

    rules: tuple[str, ...] = ()
    answers: OptionsByQuestion = Field(default_factory=dict)
    facts: tuple[str, ...] = ()


class Addition(Content):
    """A sentence that is added to a block for those whom its trigger fits."""

    id: Id
    when: Trigger
    text: Text


class Lead(Content):
    """Directly after the steps of safety, or after all urgent steps, when the trigger holds."""

    after: Literal["safety", "urgent"]
    when: Trigger


class Block(Content):
    """One thing to do: who does what, when, and the very words to say."""

    id: Id
    title: Text
    by: Text
    """When: "I dag", "Den här veckan" …"""
    text: Text
    """At most three sentences: who does what, and where a deadline is to be found."""
    say: Text | None = None
    """The very words to say on the phone, without quotation marks."""
    more: Text | None = None
    """What is folded away until it is asked for."""
    contacts: tuple[str, ...] = ()
    when: Annotated[tuple[Trigger, ...], Field(min_length=1)]
    instead_of: tuple[str, ...] = ()
    """Blocks that fall away where this one is given."""
    also: tuple[Addition, ...] = ()
    sources: tuple[str, ...] = ()
    """Law or page that the advice rests on, as plain citations."""
    never_urgent: bool = False
    """Lasting help that never counts as an urgent step, even where an urgent rule calls for it."""
    safety: bool = False
    """Somebody may be in danger: stands before everything else."""
    lead: Lead | None = None
    """Moves up in the order for those whom it fits."""


class Contact(Content):
    """Somebody to call, write to or visit. At least one of phone, url, where and via is needed."""

    id: Id
    name: Text
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
