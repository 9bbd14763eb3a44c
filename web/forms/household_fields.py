"""The fields of the household's form: how many adults of an age band, a child, and an amount a month."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.utils import unset_value
from wtforms.validators import StopValidation

from calculator.household import MOST_ADULTS
from content.money import AmountError, Ore, parse_amount
from web.forms.amounts import AMOUNT_FAULTS, UNTYPED, as_typed

BANDS = {
    16: _l("16–17 år, utan föräldrar"),
    18: _l("18–24 år"),
    25: _l("25–50 år"),
    51: _l("51–70 år"),
    71: _l("71 år eller äldre"),
}
"""Konsumentverket's age bands by their lowest age, which stands for the whole band."""
LONGEST_TYPED = 40


class CountField(Field):
    """How many adults there are of one age band."""

    def __init__(self, age: int, **more: Any) -> None:
        super().__init__("", **more)
        self.age = age
        self.band = BANDS[age]

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """A number from 0 to the most; what is not one is asked for again."""
        self.process_errors: list[Any] = []
        self.data = data if isinstance(data, int) else 0
        if formdata is None or self.name not in formdata:
            return
        posted = small_number(formdata.get(self.name), MOST_ADULTS)
        self.data = posted or 0
        if posted is None:
            self.process_errors.append(_l("Välj hur många vuxna det är."))


class ChildField(Field):
    """One child: age, whether lunch is eaten at school, and whether the child lives here half of the time."""

    def __init__(self, number: int, **more: Any) -> None:
        super().__init__("", **more)
        self.number = number

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Show the child that is given; which children those are is read by `posted_children`."""
        self.process_errors: list[Any] = []
        self.data: dict[str, Any] = data if isinstance(data, dict) else {}

    def pre_validate(self, form: Any) -> None:
        """A row needs an age."""
        if self.data.get("age") is None:
            raise StopValidation(_l("Välj hur gammalt barnet är, eller ta bort raden."))


class KronorField(Field):
    """An amount in kronor a month: öre, or None where nothing was typed. What cannot be read is shown as it was."""

    def __init__(self, said: Any, hint: Any, **more: Any) -> None:
        super().__init__("", **more)
        self.said, self.hint = said, hint

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Take what is kept, and over it what was posted."""
        self.process_errors: list[Any] = []
        self.data: Ore | None = data if isinstance(data, int) else None
        self.typed = "" if self.data is None else as_typed(self.data)
        if formdata is None or self.name not in formdata:
            return
        self.typed = UNTYPED.sub("", formdata.get(self.name, ""))[:LONGEST_TYPED]
        try:
            self.data = parse_amount(self.typed) if self.typed.strip() else None
        except AmountError as error:
            self.process_errors.append(_("%(line)s: %(fault)s", line=self.said, fault=AMOUNT_FAULTS[error.kind]))


def small_number(text: Any, most: int) -> int | None:
    """A small whole number from 0 to `most`, or None for anything else."""
    if not isinstance(text, str) or not (text.isascii() and text.isdecimal()) or len(text) > len(str(most)):
        return None
    return int(text) if int(text) <= most else None
