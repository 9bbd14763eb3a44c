"""The shapes of a contact and of a municipality with its partners and days, as they are written in TOML files."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from content.confidence import Confidence
from content.files import Content
from content.ids import Id
from content.text import Text

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Opening(Content):
    """When a contact answers, as far as its hours are plain enough to be worked with. Times are Swedish time.

    Without `opens` and `closes` it is the whole day; `closes` no later than `opens` is on the day after. `confidence`
    is that of the hours alone: only hours seen on a page of the contact's own are said to be "now".
    """

    days: tuple[Weekday, ...] = WEEKDAYS
    opens: datetime.time | None = None
    closes: datetime.time | None = None
    holidays: bool = False
    """Whether it answers on public holidays as well."""
    confidence: Confidence

    @model_validator(mode="after")
    def _both_or_none(self) -> Opening:
        if (self.opens is None) is not (self.closes is None) or not self.days:
            raise ValueError("write both `opens` and `closes`, or neither, and at least one day")
        return self


class Spoken(Content):
    """Which languages somebody there speaks, as far as they have said so themselves."""

    speaks: tuple[str, ...] = ()
    """Codes of `language_codes.toml`, such as `["so", "ar"]`: what lets a reader of that language come first."""
    speaks_source: str = ""
    """Who at the contact has confirmed it, and how."""
    speaks_checked: datetime.date | None = None
    """The day it was confirmed."""

    @property
    def speaks_now(self) -> tuple[str, ...]:
        """The languages that may be told of: none that nobody has confirmed."""
        return self.speaks if self.speaks_source and self.speaks_checked else ()


class Contact(Spoken):
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
    opening: Opening | None = None
    """The same hours in a form that can be compared with a time."""
    channel: Text | None = None
    languages: Text | None = None
    bring: Text | None = None
    helpline: bool = False
    """Shown on every result."""
    county: bool = False
    """Whether it is one of the whole county's, in a municipality's file."""
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


class LanguageCodes(Content):
    """`language_codes.toml`: the codes that `speaks` may name, parted by white space."""

    source: str
    codes: str


class Partner(Content):
    """One who works together with the municipality on this."""

    id: Id
    name: Text
    what: Text


class Event(Spoken):
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
