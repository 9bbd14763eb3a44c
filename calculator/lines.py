"""The budget's lines in their groups, as they are written in `lines/` and `own_lines.toml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from calculator.period import Period
from content.files import Content
from content.ids import Id
from content.text import Text

Kind = Literal["income", "costs", "debts"]
Item = Literal[
    "food",
    "individual",
    "consumables",
    "home_equipment",
    "internet_mobile",
    "media",
    "electricity",
    "water",
    "home_insurance",
]
"""What there is a reference cost for."""


class BudgetLine(Content):
    """One line of the budget: an amount and how often it comes."""

    id: Id
    label: Text
    hint: Text | None = None
    period: Period = "month"
    """How often it comes for most people; everybody may choose another."""
    varies: bool = False
    """Offers "about" beside the amount."""
    reference: Item | None = None
    """The reference cost that helps to guess."""


class OwnLine(BudgetLine):
    """A line that is added by choosing its name from a list, since nothing is written freely here."""

    group: Id
    """The group it is summed in."""


class Group(Content):
    """Lines that belong together: one file of `lines/`."""

    id: Id
    kind: Kind
    title: Text
    intro: Text | None = None
    lines: Annotated[tuple[BudgetLine, ...], Field(min_length=1)]


class OwnLines(Content):
    """`own_lines.toml`: the names that can be chosen, and how many of them at once."""

    title: Text
    intro: Text
    most: Annotated[int, Field(ge=1, le=20)]
    lines: tuple[OwnLine, ...]
