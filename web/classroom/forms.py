"""The forms of a class: the code, what a pupil says, the size of a class, a remote's press, and a household's lines."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from classroom.households import CHOICES, changeable
from classroom.model import ClassHousehold
from classroom.places import LENGTHS
from classroom.seats import LARGEST, SMALLEST
from web.forms.fields import ChoiceField, TextField, TokenForm
from web.forms.rows import TypedForm
from web.forms.typed import MonthlyField
from web.i18n.words import spoken

LONGEST_CODE, LONGEST_GAP, LONGEST_SIGN, LONGEST_NUMBER = 40, 20, 10, 12
USUAL_SIZE, USUAL_LENGTH = 28, 60


class CodeForm(TokenForm):
    """The code of a room."""

    kod = TextField(LONGEST_CODE, _l("Skriv koden som står på tavlan."))


class SayForm(TokenForm):
    """The button that was pressed: a letter or two digits, or nothing."""

    says = TextField(2, _l("Tryck på ett av svaren."))


class OpenForm(TokenForm):
    """How many pupils there are, and how long the lesson is."""

    size = TextField(LONGEST_NUMBER, _l("Skriv hur många elever ni är."))
    length = ChoiceField([(str(one), str(one)) for one in LENGTHS])

    def validate(self, extra_validators: Any = None) -> bool:
        """A class has so many pupils as seats can be given to."""
        valid = bool(super().validate(extra_validators))
        if valid and not SMALLEST <= (whole(self.size.data) or 0) <= LARGEST:
            self.size.errors = [_l("Skriv ett tal från 5 till 60.")]
            return False
        return valid


class PressForm(TokenForm):
    """A press on the remote: the turn it saw, whether it was asked about, and a number where one is needed."""

    turn = TextField(LONGEST_NUMBER)
    number = TextField(LONGEST_NUMBER)
    sure = TextField(1)


class NumberForm(TokenForm):
    """The number that leads to a wall."""

    number = TextField(LONGEST_NUMBER, _l("Skriv talet som står på lärarens telefon."))


class GapForm(TokenForm):
    """What is left when everything is paid, as a pupil has worked it out; it may be wrong."""

    gap = TextField(LONGEST_GAP, _l("Skriv hur mycket du tror. Det gör inget om det blir fel."))
    sign = TextField(LONGEST_SIGN)


def whole(typed: str | None) -> int | None:
    """A whole number as somebody typed it, in any script's digits; None where it is none."""
    digits = "".join((typed or "").split())
    return int(digits) if digits.isdecimal() else None


def change_form(household: ClassHousehold) -> type[TypedForm]:
    """The lines of a household that may be changed."""
    fields = {line.id: MonthlyField(spoken(line.label), required=False) for line in changeable(household)}
    return type("ChangeForm", (TypedForm,), fields)


def choose_form(household: ClassHousehold, chosen: dict[str, Any]) -> TokenForm:
    """The clock, the first step and whom to call; all three are needed."""
    missing = _l("Välj ett svar på varje fråga.")
    options = {name: [(one.id, one.id) for one in getattr(household, name).options] for name in CHOICES}
    fields = {name: ChoiceField(choices, missing) for name, choices in options.items()}
    form: TokenForm = type("ChooseForm", (TokenForm,), fields)(data={name: chosen.get(name) for name in CHOICES})
    return form
