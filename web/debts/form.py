"""What the page of one debt asks, and the debt as somebody would type it."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from calculator.debts import LETTERS, Owed
from content.money import MOST_TYPED
from report.case_debts import MOST_PARTS
from web.extensions import library
from web.forms.amounts import ABOUT
from web.forms.reading import as_typed
from web.forms.rows import TypedForm, filled
from web.forms.typed import DayField, KronorField, MonthlyField, NumberField, PercentField, PickField, TickField
from web.i18n.words import spoken

MORE = ("a_month", "payments", "rate", "place", "wrong")
"""What is folded: it helps, and few know it by heart."""
NAMES = {"parts": "payments"}
NO_CHOICES: tuple[tuple[str, Any], ...] = ()


class DebtForm(TypedForm):
    """One debt. Only its kind has to be said."""

    kind = PickField(_l("Vad är det?"), choices=NO_CHOICES, required=True)
    amount = KronorField(_l("Hur mycket ungefär?"), _l("Lämna tomt om du inte vet."), required=False)
    last = DayField(_l("Sista dag att betala eller svara"), _l("Den står i brevet."), required=False)
    letter = PickField(_l("Vilket brev har du fått?"), choices=NO_CHOICES, empty="")
    a_month = MonthlyField(_l("Så mycket betalar du på skulden"), required=False)
    payments = NumberField(_l("Hur många betalningar är kvar?"), required=False, low=1, high=MOST_PARTS)
    rate = PercentField(_l("Ränta"), _l("Skriv 0 om det inte är någon ränta."), required=False)
    place = PickField(_l("Var är brevet?"), choices=NO_CHOICES, empty="")
    wrong = TickField(_l("Kravet är fel, eller skulden är inte min"))

    @property
    def owed(self) -> Owed:
        """The debt of a form that is valid. An amount with `ca`, `~` or `500–1000` is about right."""
        typed = self.amount.amount
        values = self.values
        return Owed(about=bool(typed and typed.about), parts=values.pop("payments"), **values)


def debt_form(debt: Owed | None = None) -> DebtForm:
    """The form as it was sent, or with this debt in it, with all choices in the language of the page."""
    form = DebtForm() if debt is None else filled(DebtForm, _texts(debt))
    words, letters = library().calculator.debts, {one.id: one for one in library().door.letters}
    form.kind.choices = [("", _("Välj")), *((one.id, spoken(one.label)) for one in words.kinds)]
    form.letter.choices = [
        ("", _("Inget brev, eller vet inte")),
        *((one, spoken(letters[one].name)) for one in LETTERS),
    ]
    form.place.choices = [("", _("Vet inte")), *((one.id, spoken(one.label)) for one in words.places)]
    return form


def too_large(form: DebtForm) -> bool:
    """Whether an amount is more than anybody owes: the field then says so."""
    for field in (form.amount, form.a_month):
        if field.data is not None and field.data > MOST_TYPED:
            field.refuse(_("Beloppet är för stort. Kan det ha blivit en siffra för mycket?"))
            return True
    return False


def _texts(debt: Owed) -> dict[str, str]:
    # A form has parts of its own, so that the number of parts has another name in it.
    written = {NAMES.get(field.name, field.name): getattr(debt, field.name) for field in fields(debt)}
    texts = {name: str(value) for name, value in written.items() if isinstance(value, str | int) and value}
    for name in ("amount", "a_month"):
        if written[name] is not None:
            texts[name] = as_typed(written[name])
    if debt.about and debt.amount is not None:
        texts["amount"] = f"{ABOUT}{texts['amount']}"
    if debt.rate is not None:
        texts["rate"] = f"{debt.rate.normalize():f}".replace(".", ",")
    if debt.last is not None:
        texts["last"] = debt.last.isoformat()
    return texts | {"wrong": "1"} if debt.wrong else {key: text for key, text in texts.items() if key != "wrong"}
