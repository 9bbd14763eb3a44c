"""A handful of field kinds, with our own words for every fault: no English message of a library reaches a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.form import _Auto
from werkzeug.datastructures import CombinedMultiDict
from wtforms import FieldList, RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined] # newer than its types
from wtforms.validators import StopValidation

from web.forms.reading import without_untyped
from web.forms.switching import switching

Choices = Sequence[tuple[str, Any]]


class TokenForm(FlaskForm):  # type: ignore[misc] # Flask-WTF has no types
    """A form without fields: it only proves that the button was pressed on our own page."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc] # Flask-WTF has no types
        """A form is read from a form that was sent, and never from JSON."""

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """What was sent, with the files; None where nothing was."""
            if formdata is not _Auto:
                return formdata
            if request.method != "POST" or not (request.files or request.form):
                return None
            return CombinedMultiDict((request.files, request.form)) if request.files else request.form

    def is_submitted(self) -> bool:
        """Whether the form was sent to be answered, and not only to be shown in another language."""
        return bool(super().is_submitted()) and not switching()

    @property
    def page_was_open_too_long(self) -> bool:
        """Whether the fault is the token's: the visit ended while the page was open, or the page is not ours."""
        return "csrf_token" in self and bool(self.csrf_token.errors)

    @property
    def leaves(self) -> Iterator[Any]:
        """Every field in the order of the page, those of the rows too; not the token."""
        for part in self:
            if isinstance(part, FieldList):
                for row in part:
                    yield from row.form
            elif part.name != "csrf_token":
                yield part

    @property
    def fault(self) -> str:
        """The first thing that is wrong, for a page that tells one; empty where nothing is."""
        if self.page_was_open_too_long:
            return str(_("Sidan var öppen länge. Tryck på knappen en gång till."))
        return next((str(message) for field in self.leaves for message in field.errors), "")


class ChoiceField(RadioField):
    """One of a few, each on a line of its own. `missing` is what is said where none was chosen; None lets it be."""

    def __init__(self, choices: Choices, missing: Any = None, **more: Any) -> None:
        required = [_required(missing)] if missing is not None else []
        super().__init__("", choices=_choices(choices), validators=required, validate_choice=False, **more)
        self.missing, self.values = missing, {value for value, _label in choices}

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not among the choices, in our own words."""
        if self.data and self.data not in self.values:
            raise StopValidation(_l("Det svaret finns inte. Välj ett av svaren på sidan."))


class ManyField(SelectMultipleField):
    """Several of a few, as tick boxes. `alone` is an option that cannot stand beside others.

    Without words for a `missing` answer none is needed.
    """

    def __init__(self, choices: Choices, missing: Any = None, alone: str = "", **more: Any) -> None:
        needed = [_required(missing)] if missing else []
        super().__init__("", choices=_choices(choices), validators=needed, validate_choice=False, **more)
        self.alone, self.values = alone, {value for value, _label in choices}

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not among the choices, and contradictions."""
        if not self.values.issuperset(self.data or ()):
            raise StopValidation(_l("Det svaret finns inte. Välj bland svaren på sidan."))
        if self.alone and self.alone in (self.data or ()) and len(self.data or ()) > 1:
            raise StopValidation(_l("Du har valt både ett svar och ”inget av det här”. Ta bort ett av dem."))


class TextField(StringField):
    """A short text, such as a code; so much of it is read and shown again as `longest` says."""

    def __init__(self, longest: int, missing: Any = None, **more: Any) -> None:
        super().__init__("", validators=[_required(missing)] if missing is not None else [], **more)
        self.longest = longest

    def process_formdata(self, valuelist: list[Any]) -> None:
        """The first that was sent under this name."""
        self.data = without_untyped(str(valuelist[0]))[: self.longest].strip() if valuelist else ""


def _choices(choices: Choices) -> list[SelectChoice]:
    return [SelectChoice(value, label) for value, label in choices]


def _required(message: Any) -> Callable[[Any, Any], None]:
    def check(form: Any, field: Any) -> None:
        if not field.data:
            raise StopValidation(message)

    return check
