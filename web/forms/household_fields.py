"""The fields of the household's form: how many adults of an age band, and a row for each child."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form
from wtforms.utils import unset_value

from calculator.household import MOST_ADULTS
from web.forms.reading import Unreadable
from web.forms.typed import TickField, TypedField

BANDS = {
    16: _l("16–17 år, utan föräldrar"),
    18: _l("18–24 år"),
    25: _l("25–50 år"),
    51: _l("51–70 år"),
    71: _l("71 år eller äldre"),
}
"""Konsumentverket's age bands by their lowest age, which stands for the whole band."""
OLDEST_CHILD = 17


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


class AgeField(TypedField):
    """A child's age, from a list; a row needs one."""

    kind = "choice"

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """What is chosen stands in the list at once, whatever else is wrong."""
        super().process(formdata, data, extra_filters)
        if self.typed:
            self.data = small_number(self.typed, OLDEST_CHILD)

    def nothing(self) -> int:
        """A row without an age is taken away or filled in."""
        return self.meaning()

    def meaning(self) -> int:
        """Whole years."""
        age = small_number(self.typed, OLDEST_CHILD)
        if age is None:
            raise Unreadable(_("Välj hur gammalt barnet är eller ta bort raden."))
        return age

    def named(self, fault: str) -> str:
        """The fault says what it is about."""
        return fault


class ChildRow(Form):
    """One child: age, whether lunch is eaten at school, and whether the child lives here half of the time."""

    age = AgeField(_l("Ålder i år"))
    lunch_away = TickField(_l("Äter lunch i skolan eller förskolan"))
    part_time = TickField(_l("Bor här halva tiden"))


def small_number(text: Any, most: int) -> int | None:
    """A small whole number from 0 to `most`, or None for anything else."""
    if not isinstance(text, str) or not (text.isascii() and text.isdecimal()) or len(text) > len(str(most)):
        return None
    return int(text) if int(text) <= most else None
