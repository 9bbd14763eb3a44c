"""Forms of typed fields, with several rows of the same, such as debts or children."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from flask import request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import FieldList, Form, FormField
from wtforms.utils import unset_value

from web.forms.fields import TokenForm
from web.forms.typed import TypedField

ADD, REMOVE = "add", "remove"
"""The buttons for one row more (its value is the name of the rows) and for one less (the name and the row's number)."""
MOST_DIGITS = 3
Values = dict[str, Any]
AForm = TypeVar("AForm", bound="TypedForm")


class RowsField(FieldList):  # type: ignore[type-arg] # generic in its types only
    """Several of the same form, `least` to `most` of them; `shown` empty ones stand on the page from the start.

    Names are `debts-0-balance`. A row in which nothing was typed does not count, unless `every` row does.
    """

    def __init__(  # noqa: PLR0913 - words and numbers, all by name
        self,
        row: type[Form],
        title: Any,
        add: Any,
        *,
        least: int = 0,
        most: int,
        shown: int = 0,
        every: bool = False,
        **more: Any,
    ) -> None:
        super().__init__(FormField(row), max_entries=most, **more)
        self.title, self.add, self.least, self.most, self.shown, self.every = title, add, least, most, shown, every

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """The rows that were sent, or those that are kept, with the change that a button asks for."""
        self.min_entries = self.least if formdata else self.shown
        super().process(formdata, data, extra_filters)
        if not formdata:
            return
        name, _dash, number = str(formdata.get(REMOVE, "")).rpartition("-")
        if name == self.name and (place := _small(number)) is not None and place < len(self.entries):
            self.pop_entry(place)  # type: ignore[call-arg] # newer than its types
        if formdata.get(ADD) == self.name and len(self.entries) < self.most:
            self.append_entry()

    def _extract_indices(self, prefix: str, formdata: Any) -> Iterator[int]:
        """The numbers of the rows that were sent; what is no small plain number is none of our rows."""
        for key in formdata:
            name, _dash, rest = key.partition(f"{prefix}-")
            number = _small(rest.partition("-")[0])
            if not name and number is not None and "-" in rest:
                yield number

    @property
    def counted(self) -> list[Any]:
        """The rows in which something was typed; where there are too few, the first ones: what is missing is told."""
        touched = [row for row in self.entries if self.every or not _untouched(row.form)]
        return touched if len(touched) >= self.least else self.entries[: self.least]

    @property
    def data(self) -> list[Values]:
        """Field → value, for each row that counts."""
        return [row.form.data for row in self.counted]

    def validate(self, form: Any, extra_validators: Any = ()) -> bool:
        """Each row that counts."""
        for row in self.entries:
            for field in row.form:
                field.row = self.title_of(row)
        wrong = [row.form.errors for row in self.counted if not row.form.validate()]
        self.errors = wrong
        return not wrong

    def title_of(self, row: Any) -> str:
        """What one row is called: `Skuld 2`."""
        return str(_("%(what)s %(number)s", what=self.title, number=row.index + 1))


class TypedForm(TokenForm):
    """A form of typed fields and rows. It is read the same way from a post and from what a visit keeps."""

    def is_submitted(self) -> bool:
        """Whether it was sent to be answered: not what is kept and shown, nor where a button adds or removes a row."""
        if not self.meta.csrf:
            return False
        rows = any(isinstance(part, RowsField) for part in self.parts)
        return super().is_submitted() and not (rows and {ADD, REMOVE} & request.form.keys())

    @property
    def parts(self) -> list[Any]:
        """Fields and rows in the order of the page."""
        return [field for field in self if field.name != "csrf_token"]

    @property
    def typed(self) -> dict[str, str]:
        """Name of a field → what was typed; what is empty is left out."""
        return {field.name: field.typed for field in self.leaves if isinstance(field, TypedField) and field.typed}

    @property
    def values(self) -> Values:
        """Field → value, and rows as lists, of a form that is valid."""
        return {part.short_name: part.data for part in self.parts}

    def refuse(self, name: str, says: str) -> None:
        """Note that a value is readable and still cannot be used."""
        next(one for one in self.leaves if isinstance(one, TypedField) and one.name == name).refuse(says)


def filled(kind: type[AForm], texts: Mapping[str, Any]) -> AForm:
    """The form with what is kept of it, as it was typed; it proves nothing and is not sent."""
    typed = {name: text for name, text in texts.items() if isinstance(text, str)}
    return kind(formdata=MultiDict(typed) if typed else None, meta={"csrf": False})


def _untouched(row: Form) -> bool:
    """Whether nothing was typed in it: ticks and choices alone are not enough."""
    written = [field for field in row if isinstance(field, TypedField) and field.kind not in ("tick", "choice")]
    return not any(field.typed.strip() for field in written)


def _small(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else None
