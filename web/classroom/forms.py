"""The forms of a pupil: the code on the wall, the quiz, and what is tried in a household."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l

from classroom.households import CHOICES, changeable
from classroom.model import ClassHousehold
from classroom.quiz import ANSWERS, TRUST, Asked
from web.forms.fields import ChoiceField, TextField, TokenForm
from web.forms.rows import TypedForm
from web.forms.typed import MonthlyField
from web.i18n.words import spoken

LONGEST_CODE, LONGEST_GAP, LONGEST_SIGN = 40, 20, 10
TRUSTS = tuple(str(number) for number in range(11))
"""What the page sends for 0 to 10; any other spelling of a number is none of its buttons."""


class CodeForm(TokenForm):
    """The code of a room."""

    kod = TextField(LONGEST_CODE, _l("Skriv koden som står på tavlan."))


class QuizForm(TokenForm):
    """One form of the quiz; `quiz_form` makes it."""

    def validate(self, extra_validators: Any = None) -> bool:
        """Each answer, and that there is one at all."""
        valid = bool(super().validate(extra_validators))
        fields = list(self.leaves)
        if valid and not any(field.data for field in fields):
            fields[0].errors = [_l("Svara på minst en fråga. ”Vet inte” är också ett svar.")]
            return False
        return valid

    @property
    def answers(self) -> dict[str, str]:
        """Statement → answer; empty where it was left open."""
        return {field.name: field.data or "" for field in self.leaves if field.name != TRUST}

    @property
    def trust_number(self) -> int | None:
        """How easy it would feel, from 0 to 10."""
        chosen = self[TRUST].data
        return int(chosen) if chosen else None


class GapForm(TokenForm):
    """What is left when everything is paid, as a pupil has worked it out; it may be wrong."""

    gap = TextField(LONGEST_GAP, _l("Skriv hur mycket du tror. Det gör inget om det blir fel."))
    sign = TextField(LONGEST_SIGN)


def quiz_form(asked: Iterable[Asked]) -> QuizForm:
    """A choice for each statement, and one for how easy it would feel."""
    fields = {one.statement.id: ChoiceField([(answer, answer) for answer in ANSWERS]) for one in asked}
    fields[TRUST] = ChoiceField([(number, number) for number in TRUSTS])
    form: QuizForm = type("WholeQuizForm", (QuizForm,), fields)()
    return form


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
