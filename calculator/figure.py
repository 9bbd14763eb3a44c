"""A figure is a file: a unit and dated values, each with its source and how sure we are of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator

from content.confidence import Confidence
from content.dated import Dated as Validity
from content.files import Content
from content.ids import Id
from content.text import Text

Unit = Literal["kr", "kr/month", "kr/year", "percent", "percent/year", "days", "months", "years", "index"]
By = Literal["age", "persons", "children"]
State = Literal["valid", "ended"]
Number = int | Decimal
Key = Annotated[str, Field(pattern=r"^(\d+|\d+-\d+|\d+\+|[a-z][a-z0-9_]*)$")]


class FigureMissing(LookupError):
    """No value is known for this day or for any day before it."""

    def __init__(self, figure: str, day: datetime.date, first: datetime.date) -> None:
        self.figure, self.day, self.first = figure, day, first
        super().__init__(f"{figure}: no value is known for {day}; the first one is from {first}")


class DatedValue(Validity):
    """What the figure is from one day until another, both included; without `until`, until further notice.

    `amount` is one number, `table` many: by age (`0`, `1-3`, `71+`), by how many people (`1` … `7`) or by name.
    """

    from_: datetime.date = Field(alias="from")
    amount: Number | None = None
    table: dict[Key, Number] | None = None
    source: Annotated[str, Field(min_length=1)]
    """The law or the publication, as a plain citation."""
    link: Annotated[str, Field(pattern=r"^https://")]
    checked: datetime.date
    """When somebody last compared the value with what `confidence` names."""
    confidence: Confidence

    @model_validator(mode="after")
    def _whole(self) -> DatedValue:
        if (self.amount is None) == (self.table is None):
            raise ValueError("give either `amount` or `table`")
        if self.table is not None and not self.table:
            raise ValueError("the table is empty")
        if self.confidence == "unverified":
            raise ValueError("sums rest on a figure: it has to be found before it is used")
        return self


class Figure(Content):
    """A number that is decided or worked out by somebody else, and that our sums rest on."""

    id: Id
    name: Text
    unit: Unit
    note: Text | None = None
    yearly: bool = False
    """A new value comes each year: one that says nothing else ends on 31 December by itself."""
    no_newer: Annotated[str, Field(min_length=1)] | None = None
    """Why there is no newer value. A figure that has ended and does not say why stops a release."""
    by: By = "age"
    """What the keys of a table count, such as years of age or persons."""
    values: Annotated[tuple[DatedValue, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _in_order(self) -> Figure:
        for earlier, later in zip(self.values, self.values[1:], strict=False):
            if later.from_ <= (earlier.until or earlier.from_):
                raise ValueError(f"the value from {later.from_} begins before the one from {earlier.from_} has ended")
        return self

    def on(self, day: datetime.date) -> Dated:
        """The value of that day; where it has none, the last one before, in the state `ended`."""
        begun = [index for index, value in enumerate(self.values) if value.from_ <= day]
        if not begun:
            raise FigureMissing(self.id, day, self.values[0].from_)
        value = self.values[begun[-1]]
        until = self._until(begun[-1])
        state: State = "ended" if until is not None and until < day else "valid"
        return Dated(self, value, until, state)

    def _end(self, value: DatedValue) -> datetime.date | None:
        if value.until is None and self.yearly:
            return datetime.date(value.from_.year, 12, 31)
        return value.until

    def _until(self, index: int) -> datetime.date | None:
        """The last day: as written, the year's last, or the day before the next value begins."""
        own = self._end(self.values[index])
        if index + 1 == len(self.values):
            return own
        before_next = self.values[index + 1].from_ - datetime.timedelta(days=1)
        return before_next if own is None else min(own, before_next)


@dataclass(frozen=True)
class Dated:
    """A figure's value on a day, with all that must be said beside it."""

    figure: Figure
    value: DatedValue
    until: datetime.date | None
    state: State

    @property
    def from_(self) -> datetime.date:
        """The first day of the value."""
        return self.value.from_

    @property
    def amount(self) -> Number:
        """The one number of a figure that has one."""
        if self.value.amount is None:
            raise TypeError(f"{self.figure.id} is a table")
        return self.value.amount

    @cached_property
    def table(self) -> dict[str, Number]:
        """The numbers of a figure that has many."""
        if self.value.table is None:
            raise TypeError(f"{self.figure.id} is one number")
        return self.value.table

    def key_for(self, number: int) -> str:
        """The table's key that an age or a count falls under: `4` → `4-6`."""
        for key in self.table:
            low, high = _span(key)
            if low <= number and (high is None or number <= high):
                return key
        raise LookupError(f"{self.figure.id} has nothing for {number}")

    def keys_for_persons(self, persons: int) -> tuple[str, ...]:
        """The table's keys that a household of that size is read from: its own, or the two largest if it is larger."""
        largest = max(int(key) for key in self.table)
        return (str(persons),) if persons <= largest else (str(largest - 1), str(largest))

    def for_persons(self, persons: int) -> Number:
        """The number for a household of so many; above the table, the last step is added for each one more."""
        if len(keys := self.keys_for_persons(persons)) == 1:
            return self.table[keys[0]]
        before, last = (self.table[key] for key in keys)
        return last + (last - before) * (persons - int(keys[-1]))


def _span(key: str) -> tuple[int, int | None]:
    """`4-6` → (4, 6), `71+` → (71, None), `0` → (0, 0)."""
    low, dash, high = key.partition("-")
    if dash:
        return int(low), int(high)
    return (int(key[:-1]), None) if key.endswith("+") else (int(key), int(key))
