"""An amount and how often it comes, as one form field a line of the budget; what was typed is never lost."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.utils import unset_value
from wtforms.validators import StopValidation

from calculator.budget import Line
from calculator.lines import BudgetLine, OwnLine
from calculator.period import PERIODS, TIMES_A_MONTH, Period
from web.forms.fields import TokenForm
from web.forms.reading import Unreadable, amount_of, as_typed, without_untyped
from web.i18n.words import spoken
from web.session.visit import BudgetEntry, Visit

PERIOD_NAMES: dict[Period, Any] = {
    "day": _l("om dagen"),
    "week": _l("i veckan"),
    "two_weeks": _l("varannan vecka"),
    "four_weeks": _l("var fjärde vecka"),
    "month": _l("i månaden"),
    "quarter": _l("var tredje månad"),
    "half_year": _l("varje halvår"),
    "year": _l("om året"),
}
ABOUT = "~"
"""Before an amount that is not exact; it reads the same in every language."""
UNKNOWN_PERIOD = _l("Välj hur ofta det är.")
CHOOSE_A_NAME = _l("Välj först ett namn i listan ”Lägg till en rad”.")

PARTS = math.lcm(*(times.denominator for times in TIMES_A_MONTH.values()))
"""So many parts make one öre a month; in these parts every period is a whole number, and the script in the page can sum
exactly as the server does."""
PARTS_OF: dict[Period, int] = {period: int(times * PARTS) for period, times in TIMES_A_MONTH.items()}


class AmountField(Field):
    """One line: `amount-<id>`, `period-<id>` and `about-<id>`.

    `data` is a budget line, or None where nothing was given: an empty amount is missing, while a zero is a zero.
    `typed`, `period` and `about` are what the page shows, also where it cannot be read.
    """

    def __init__(self, line: BudgetLine, **more: Any) -> None:
        super().__init__("", **more)
        self.line = line
        self.own = isinstance(line, OwnLine)

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Take the line that is kept, and over it what was posted. A line that was not on the page is left alone."""
        self.process_errors: list[Any] = []
        self.show(data if isinstance(data, Line) else None)
        if formdata is not None and self.name in formdata:
            self._read(formdata)

    def show(self, kept: Line | None) -> None:
        """Hold this line, and show it as it would be typed."""
        self.process_errors, self.data = [], kept
        self.typed = as_typed(kept.amount) if kept else ""
        self.period: str = kept.period if kept else self.line.period
        self.about = bool(kept and kept.about)
        if self.about and not self.line.varies:
            # There is no box to tick here: the mark stands with the amount, as it was typed.
            self.typed = f"{ABOUT}{self.typed}"

    def _read(self, formdata: Any) -> None:
        self.typed = without_untyped(formdata.get(self.name, ""))
        self.period = formdata.get(f"period-{self.line.id}", self.line.period)
        self.about = self.line.varies and f"about-{self.line.id}" in formdata
        self.data = None
        if not self.typed.strip():
            self.period = self.period if self.period in PERIODS else self.line.period
        elif self.period not in PERIODS:
            self._fault(UNKNOWN_PERIOD)
        else:
            self._parse(self.period)

    def _parse(self, period: Period) -> None:
        """What is typed beside the amount stands over the list and the box: `8000/mån`, `ca 800`."""
        try:
            read = amount_of(self.typed)
        except Unreadable as error:
            self._fault(error)
            return
        if read is not None:
            self.about = self.about or read.about
            self.period = read.period or period
            self.data = Line(self.line.id, read.amount, self.period, self.about)

    def _fault(self, says: Any) -> None:
        self.process_errors.append(_("%(line)s: %(fault)s", line=spoken(self.line.label), fault=says))


class AddField(Field):
    """The name of a line of one's own, chosen from a list; `wanted` only counts where the button for it was pressed."""

    def __init__(self, **more: Any) -> None:
        super().__init__("", **more)
        self.choices: tuple[OwnLine, ...] = ()
        self.wanted = False

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """The id that was chosen, whatever it is."""
        self.process_errors: list[Any] = []
        self.data = formdata.get(self.name, "") if formdata is not None else ""

    @property
    def line_id(self) -> str | None:
        """The chosen line, where it can be added."""
        return self.data if self.data in {line.id for line in self.choices} else None

    def pre_validate(self, form: Any) -> None:
        """Adding needs a name from the list."""
        if self.wanted and self.line_id is None:
            raise StopValidation(CHOOSE_A_NAME)


class AmountsForm(TokenForm):
    """The lines of one group; `amounts_form` makes one for the lines at hand."""

    own = AddField()

    @property
    def amounts(self) -> list[AmountField]:
        """The lines, in the order of the page."""
        return [field for field in self if isinstance(field, AmountField)]

    @property
    def by_line(self) -> dict[str, AmountField]:
        """The lines by their ids."""
        return {field.line.id: field for field in self.amounts}

    def budget(self, before: Mapping[str, BudgetEntry]) -> dict[str, BudgetEntry]:
        """The visit's budget with the lines of this page; a line that cannot be read keeps what it had."""
        kept = dict(before)
        for field in self.amounts:
            if field.errors:
                continue
            kept.pop(field.line.id, None)
            if field.data is not None:
                line: Line = field.data
                kept[line.id] = BudgetEntry(line.id, line.amount, line.period, line.about)
        return kept


def amounts_form(lines: Sequence[BudgetLine], kept: dict[str, Line]) -> AmountsForm:
    """The form for these lines, showing what is kept of them, or what was just posted."""
    fields = {f"amount-{line.id}": AmountField(line) for line in lines}
    data = {f"amount-{line.id}": kept[line.id] for line in lines if line.id in kept}
    form: AmountsForm = type("GroupForm", (AmountsForm,), fields)(data=data)
    return form


def without(visit: Visit, line_id: str) -> Visit:
    """The visit without that line of one's own."""
    own = tuple(kept for kept in visit.own_lines if kept != line_id)
    return replace(visit, own_lines=own, budget={key: kept for key, kept in visit.budget.items() if key != line_id})


def in_parts(lines: Iterable[tuple[int, Line]]) -> int:
    """The exact sum a month of lines with their signs, in parts of an öre (see `PARTS`)."""
    exact = sum((sign * line.monthly for sign, line in lines), Fraction(0))
    return int(exact * PARTS)


def period_options() -> dict[Period, tuple[str, int]]:
    """Every period's name in the language of the page, and what the script multiplies by; made once a page."""
    return {period: (str(PERIOD_NAMES[period]), PARTS_OF[period]) for period in PERIODS}
