"""Fields that keep what was typed and speak our words: an amount, a percent, a number, a day, a choice, a tick."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar, Literal

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup
from wtforms import Field
from wtforms.utils import unset_value
from wtforms.validators import StopValidation

from calculator.typed_amount import TypedAmount
from content.money import AmountError, Ore, parse_amount
from web.forms.reading import (
    LONGEST_SHOWN,
    LONGEST_TYPED,
    Unreadable,
    amount_of,
    as_typed,
    day_of,
    month_of,
    number_of,
    percent_of,
    without_untyped,
)
from web.i18n.formats import money

Kind = Literal["amount", "percent", "number", "day", "month", "choice", "tick"]
KRONOR, PER_MONTH, PERCENT_SIGN = _l("kr"), _l("kr i månaden"), _l("procent om året")


class TypedField(Field, ABC):
    """One field: `typed` is what the page shows, `data` what it means, `fault` what is wrong, said beside it.

    What is left empty is `empty`, or has to be given. `errors` name the field (and its row) for the summary on top.
    """

    kind: ClassVar[Kind]
    after: Any = None
    """What stands after the field, such as "kr"."""

    def __init__(self, said: Any, hint: Any = None, *, required: bool = True, empty: Any = None, **more: Any) -> None:
        super().__init__(said, **more)
        self.said, self.hint, self.required, self.empty = said, hint, required, empty
        self.row, self.fault, self.typed = "", "", ""

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """What was typed, or what is kept as somebody would type it."""
        self.process_errors: list[Any] = []
        self.data = self.empty if data is unset_value or data is None else data
        if formdata is not None and self.name in formdata:
            self.typed = without_untyped(str(formdata.get(self.name, "")))[:LONGEST_SHOWN]
        elif data is not unset_value and data is not None:
            self.typed = self.written(data)

    def pre_validate(self, form: Any) -> None:
        """Find out what was typed means."""
        try:
            self.data = self.read()
        except Unreadable as error:
            self.fault = str(error)
            raise StopValidation(self.named(self.fault)) from None

    def read(self) -> Any:
        """The value. Raises `Unreadable`."""
        if not self.typed.strip():
            return self.nothing()
        meaning = self.meaning()
        if len(self.typed) > LONGEST_TYPED:
            raise Unreadable(_("Det är för långt."))
        return meaning

    def nothing(self) -> Any:
        """The value where nothing was typed. Raises `Unreadable` where something is needed."""
        if self.required:
            raise Unreadable(_("Skriv något här."))
        return self.empty

    @abstractmethod
    def meaning(self) -> Any:
        """What was typed as a value. Raises `Unreadable`."""

    def written(self, value: Any) -> str:
        """The value as somebody would type it."""
        return str(value)

    def refuse(self, says: str) -> None:
        """Note that a value is readable and still cannot be used."""
        self.fault = says
        self.errors = [self.named(says)]

    def named(self, fault: str) -> str:
        """The fault with the name of its field and row, for the summary on top of the page."""
        name = f"{self.row}, {self.said}" if self.row else str(self.said)
        return str(_("%(line)s: %(fault)s", line=name, fault=fault))


class KronorField(TypedField):
    """Öre of one amount, as people write it; `low` is the least. One that says how often is refused here."""

    kind = "amount"
    after: Any = KRONOR

    def __init__(self, said: Any, hint: Any = None, *, low: Ore = 0, **more: Any) -> None:
        super().__init__(said, hint, **more)
        self.low = low
        self.amount: TypedAmount | None = None

    def meaning(self) -> Ore | None:
        """Öre; None for a dash alone where nothing is needed."""
        self.amount = amount_of(self.typed)
        if self.amount is None:
            nothing: Ore | None = self.nothing()
            return nothing
        ore = self.in_ore(self.amount)
        if ore < self.low:
            raise Unreadable(_("Skriv ett belopp som är mer än noll."))
        return ore

    def in_ore(self, amount: TypedAmount) -> Ore:
        """The amount in the unit of this field. Raises `Unreadable`."""
        if amount.period is not None:
            raise Unreadable(_("Skriv bara beloppet här. Skriv inte hur ofta det kommer."))
        return amount.amount

    def written(self, value: Any) -> str:
        """`1 234,50`."""
        return as_typed(value)

    @property
    def read_as(self) -> Markup | None:
        """How it was read, where that is not plain to see: `7000–8000` as about 7 500 kr."""
        if self.amount is None or self.fault:
            return None
        try:
            parse_amount(self.typed)
        except AmountError:
            shown = money(self.data, whole=False)
            return Markup("{} {}").format(_("ungefär"), shown) if self.amount.about else shown
        return None


class MonthlyField(KronorField):
    """Öre a month: what comes by the week or the year is worked out to a month."""

    after = PER_MONTH

    def in_ore(self, amount: TypedAmount) -> Ore:
        """Öre a month, rounded once."""
        return amount.monthly


class PercentField(TypedField):
    """Percent a year, as a Decimal."""

    kind = "percent"
    after = PERCENT_SIGN

    def meaning(self) -> Any:
        """The percent."""
        return percent_of(self.typed)


class NumberField(TypedField):
    """A whole number from `low` to `high`."""

    kind = "number"

    def __init__(self, said: Any, hint: Any = None, *, low: int = 0, high: int = 999_999, **more: Any) -> None:
        super().__init__(said, hint, **more)
        self.low, self.high = low, high

    def meaning(self) -> Any:
        """The number."""
        return number_of(self.typed, self.low, self.high)


class DayField(TypedField):
    """A day."""

    kind = "day"

    def meaning(self) -> Any:
        """The day."""
        return day_of(self.typed)


class MonthField(TypedField):
    """A month, as its first day."""

    kind = "month"

    def meaning(self) -> Any:
        """Its first day."""
        return month_of(self.typed)


class PickField(TypedField):
    """One of a few, from a list that drops down; `empty` stands first where nothing was chosen."""

    kind = "choice"

    def __init__(self, said: Any, hint: Any = None, *, choices: Sequence[tuple[str, Any]], **more: Any) -> None:
        super().__init__(said, hint, **{"required": False, **more})
        self.choices = choices

    def nothing(self) -> Any:
        """The option that stands first."""
        if self.required:
            raise Unreadable(_("Välj ett av svaren."))
        return self.empty

    def meaning(self) -> Any:
        """The one that was chosen."""
        if self.typed not in {value for value, _words in self.choices}:
            raise Unreadable(_("Det svaret finns inte. Välj ett av svaren på sidan."))
        return self.typed


class TickField(TypedField):
    """Ticked or not."""

    kind = "tick"

    def __init__(self, said: Any, **more: Any) -> None:
        super().__init__(said, **{"required": False, "empty": False, **more})

    def meaning(self) -> bool:
        """A box that is not ticked is not sent: what is sent is ticked."""
        return True

    def written(self, value: Any) -> str:
        """As the browser sends it."""
        return "1" if value else ""
