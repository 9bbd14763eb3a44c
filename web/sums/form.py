"""The form of a sum: its fields with what was typed in them, read the same way from a post and from the visit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flask_babel import gettext as _

from web.forms.amounts import UNTYPED
from web.sums.ask import LONGEST_TYPED, Ask, Entry, Row, Rows, Texts, Values

ROW = re.compile(r"(?P<rows>[a-z_]+)-(?P<number>\d{1,2})-(?P<field>[a-z_]+)")
LONGEST_KEPT = LONGEST_TYPED * 4
"""Of what cannot be read so much is shown again."""


class SumForm:
    """What stands on the page. `typed` are the texts of its fields and no others."""

    def __init__(self, asks: Iterable[Ask | Rows], texts: Texts, *, add: str = "", submitted: bool = False) -> None:
        asks = tuple(asks)
        self._submitted = submitted
        self.parts: list[Entry | Rows] = []
        self.rows: dict[str, list[Row]] = {}
        self.page_was_open_too_long = False
        for ask in asks:
            if isinstance(ask, Ask):
                self.parts.append(Entry(ask, ask.name, _shown(texts, ask.name)))
            else:
                self.parts.append(ask)
                self.rows[ask.name] = _rows(ask, texts, one_more=add == ask.name)

    def __iter__(self) -> Iterator[Entry]:
        for part in self.parts:
            if isinstance(part, Entry):
                yield part
            else:
                for row in self.rows[part.name]:
                    yield from row.entries

    def __getitem__(self, name: str) -> Entry:
        return next(entry for entry in self if entry.name == name)

    @property
    def typed(self) -> dict[str, str]:
        """Name of a field → what was typed; what is empty is left out."""
        return {entry.name: entry.typed for entry in self if entry.typed}

    @property
    def errors(self) -> dict[str, list[str]]:
        """Name of a field → what is wrong with it."""
        found = {entry.name: entry.errors for entry in self if entry.errors}
        return {**found, "csrf_token": ["token"]} if self.page_was_open_too_long else found

    def is_submitted(self) -> bool:
        """Whether the button was pressed, as for any form."""
        return self._submitted

    def read(self) -> Values | None:
        """Field → value, rows as lists; None where anything cannot be read, and then the entries say what."""
        counted = {name: _counted(rows) for name, rows in self.rows.items()}
        for entry in self._counting(counted):
            entry.read()
        if any(entry.fault for entry in self):
            return None
        values: Values = {part.ask.name: part.value for part in self.parts if isinstance(part, Entry)}
        return values | {name: [row.values for row in rows] for name, rows in counted.items()}

    def refuse(self, name: str, says: str) -> None:
        """Note that a value is readable and still cannot be used."""
        self[name].fault = says

    def _counting(self, counted: Mapping[str, list[Row]]) -> Iterator[Entry]:
        yield from (part for part in self.parts if isinstance(part, Entry))
        for rows in counted.values():
            for row in rows:
                yield from row.entries


def texts_of(posted: Mapping[str, Any], asks: Iterable[Ask | Rows]) -> dict[str, str]:
    """What was posted of these fields, without the row that a button takes away."""
    names = {ask.name for ask in asks}
    rows = {ask.name: {one.name for one in ask.asks} for ask in asks if isinstance(ask, Rows)}
    taken, _dash, gone = str(posted.get("remove", "")).rpartition("-")
    texts = {}
    for name, value in posted.items():
        found = ROW.fullmatch(name)
        if found and found["field"] in rows.get(found["rows"], ()):
            number = int(found["number"])
            if found["rows"] == taken and gone.isdecimal() and number >= int(gone):
                if number == int(gone):
                    continue
                name = f"{found['rows']}-{number - 1}-{found['field']}"  # noqa: PLW2901 - moves up one row
            texts[name] = str(value)
        elif name in names and name not in rows:
            texts[name] = str(value)
    return texts


def _rows(rows: Rows, texts: Texts, *, one_more: bool) -> list[Row]:
    numbers = [int(found["number"]) for name in texts if (found := ROW.fullmatch(name)) and found["rows"] == rows.name]
    count = max([rows.least if texts else rows.shown, *(number + 1 for number in numbers)]) + one_more
    return [_row(rows, number, texts) for number in range(min(count, rows.most))]


def _row(rows: Rows, number: int, texts: Texts) -> Row:
    row = Row(rows, number)
    title = _("%(what)s %(number)s", what=rows.title, number=number + 1)
    for ask in rows.asks:
        name = f"{rows.name}-{number}-{ask.name}"
        row.entries.append(Entry(ask, name, _shown(texts, name), title))
    return row


def _counted(rows: list[Row]) -> list[Row]:
    """The rows in which something was typed; where there are too few, the first ones: what is missing is then said."""
    touched = [row for row in rows if not row.untouched]
    least = rows[0].rows.least if rows else 0
    return touched if len(touched) >= least else rows[:least]


def _shown(texts: Texts, name: str) -> str:
    return UNTYPED.sub("", texts.get(name, ""))[:LONGEST_KEPT]
