"""Who lives in the household, as a form: how many adults of each age band, a row for each child, rented or owned."""

from __future__ import annotations

from collections import Counter
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.utils import unset_value
from wtforms.validators import StopValidation

from calculator.household import MOST_ADULTS, MOST_CHILDREN, Child, Household
from web.forms import ChoiceField, TokenForm

BANDS = {
    16: _l("16–17 år, utan föräldrar"),
    18: _l("18–24 år"),
    25: _l("25–50 år"),
    51: _l("51–70 år"),
    71: _l("71 år eller äldre"),
}
"""Konsumentverket's age bands by their lowest age, which stands for the whole band."""
USUAL_BAND = {"16_17": 16, "18_25": 18}
"""The band that is filled in beforehand for an age group of the self-check; 25–50 for every other."""
DEFAULT_BAND = 25
OLDEST_CHILD = 17
HOMES = (
    ("rent", _l("Jag hyr")),
    ("own", _l("Jag äger mitt hem")),
)
HOME_HINTS = {
    "rent": _l("Också andra hand, inneboende eller hemma hos dina föräldrar."),
    "own": _l("Bostadsrätt eller eget hus."),
}


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
        posted = _number(formdata.get(self.name), MOST_ADULTS)
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


class HouseholdForm(TokenForm):
    """Adults and home; `household_form` adds the rows of the children."""

    home = ChoiceField(HOMES, _l("Välj hur du bor."))

    @property
    def adults(self) -> list[CountField]:
        """One field for each age band."""
        return [field for field in self if isinstance(field, CountField)]

    @property
    def children(self) -> list[ChildField]:
        """One field for each child."""
        return [field for field in self if isinstance(field, ChildField)]

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field, and that somebody lives there, but not too many for the sums."""
        good = bool(super().validate(extra_validators))
        persons = sum(field.data for field in self.adults)
        if persons > MOST_ADULTS:
            return self._refuse(_l("Det är fler vuxna än vi kan räkna med. Ta bort några."))
        if not persons and not self.children:
            return self._refuse(_l("Välj minst en person."))
        return good

    def _refuse(self, says: Any) -> bool:
        field = self.adults[0]
        field.errors = [*field.errors, says]
        return False

    def household(self) -> dict[str, Any]:
        """The household as the visit keeps it."""
        return {
            "adults": [{"age": field.age} for field in self.adults for _ in range(field.data)],
            "children": [field.data for field in self.children],
            "tenant": self.home.data == "rent",
        }


def household_form(kept: Household | None, age_group: str, posted: Any) -> HouseholdForm:
    """The form that shows what is kept of the household, or what was just posted."""
    children = posted_children(posted) if posted is not None else _children_of(kept)
    fields: dict[str, Any] = {f"adults-{age}": CountField(age) for age in BANDS}
    fields |= {f"child-{number}": ChildField(number) for number in range(len(children))}
    data: dict[str, Any] = {f"child-{number}": child for number, child in enumerate(children)}
    for age, count in _adults_of(kept, age_group).items():
        data[f"adults-{age}"] = count
    if kept:
        data["home"] = "rent" if kept.tenant else "own"
    form: HouseholdForm = type("WholeHouseholdForm", (HouseholdForm,), fields)(data=data)
    return form


def posted_children(posted: Any) -> list[dict[str, Any]]:
    """The rows that were posted, with the changes the buttons ask for: one more, or one less."""
    rows = [_row(posted, number) for number in range(MOST_CHILDREN) if f"child-{number}" in posted]
    removed = _number(posted.get("remove"), MOST_CHILDREN)
    if removed is not None and removed < len(rows):
        del rows[removed]
    if "add" in posted and len(rows) < MOST_CHILDREN:
        rows.append({})
    return rows


def _row(posted: Any, number: int) -> dict[str, Any]:
    age = _number(posted.get(f"child-{number}"), OLDEST_CHILD)
    row: dict[str, Any] = {} if age is None else {"age": age}
    ticks = ("lunch_away", "part_time")
    return row | {tick: True for tick in ticks if f"{tick}-{number}" in posted}


def _children_of(kept: Household | None) -> list[dict[str, Any]]:
    return [_plain(child) for child in kept.children] if kept else []


def _plain(child: Child) -> dict[str, Any]:
    return child.model_dump(exclude_defaults=True)


def _adults_of(kept: Household | None, age_group: str) -> Counter[int]:
    """Band → how many; one adult before anything is given."""
    if kept is None:
        return Counter([USUAL_BAND.get(age_group, DEFAULT_BAND)])
    return Counter(max(band for band in BANDS if band <= max(adult.age, min(BANDS))) for adult in kept.adults)


def _number(text: Any, most: int) -> int | None:
    """A small whole number from 0 to `most`, or None for anything else."""
    if not isinstance(text, str) or not (text.isascii() and text.isdecimal()) or len(text) > len(str(most)):
        return None
    return int(text) if int(text) <= most else None
