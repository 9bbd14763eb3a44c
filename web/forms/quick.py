"""One amount a month for each row of the quick budget, typed as people write it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calculator.budget import Line
from calculator.lines import BudgetLine
from content.money import rounded
from content.text import Text
from web.forms.amounts import AmountField, AmountsForm
from web.forms.reading import without_untyped


class MonthField(AmountField):
    """An amount a month of a line that may be kept in another period.

    What is sent as it was shown leaves the line as it was, so that a yearly amount stays one.
    """

    def show(self, kept: Line | None) -> None:
        """Show the line as a month; `data` is the line itself."""
        self.kept = kept
        super().show(Line(kept.id, rounded(kept.monthly), "month", kept.about) if kept else None)
        self.data = kept

    def _read(self, formdata: Any) -> None:
        if self.kept is None or without_untyped(formdata.get(self.name, "")) != self.typed:
            super()._read(formdata)


def month_form(lines: Mapping[str, tuple[BudgetLine, Text]], kept: Mapping[str, Line]) -> AmountsForm:
    """The form for these lines under the names that the page gives them."""
    named = [
        line.model_copy(update={"label": label, "hint": None, "period": "month", "varies": False})
        for line, label in lines.values()
    ]
    fields = {f"amount-{line.id}": MonthField(line) for line in named}
    data = {f"amount-{line.id}": kept[line.id] for line in named if line.id in kept}
    form: AmountsForm = type("MonthsForm", (AmountsForm,), fields)(data=data)
    return form
