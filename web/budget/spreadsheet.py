"""The budget as a spreadsheet whose sums are formulas, so that it can be worked on further at home."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import xlsxwriter

from calculator.budget import Budget, Line, summarise
from calculator.lines import BudgetLine, Group
from calculator.period import PERIODS, TIMES_A_MONTH, Period
from calculator.reader import CalculatorContent
from content.money import Ore
from web.forms.amounts import PERIOD_NAMES
from web.i18n.fallback import unmarked
from web.i18n.languages import current
from web.i18n.words import as_text as _
from web.i18n.words import spoken

MONTH_FORMULAS: dict[Period, str] = {
    "day": "365/12",
    "week": "365/12/7",
    "two_weeks": "365/12/14",
    "four_weeks": "365/12/28",
    "month": "1",
    "quarter": "1/3",
    "half_year": "1/6",
    "year": "1/12",
}
"""How many times a month, as the sheet writes it: the same as `calculator.period`, and can be followed in a cell."""
NAME, AMOUNT, PERIOD, MONTH = 0, 1, 2, 3
KRONOR = '#,##0.00 "kr"'
SHEET_OF_PERIODS = "P"


def spreadsheet(budget: Budget, own_lines: Sequence[str], content: CalculatorContent) -> bytes:
    """Every line there is, with what was given, as an .xlsx file in the language of the page."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    _Sheet(book, budget, content).fill(own_lines)
    book.close()
    return out.getvalue()


class _Sheet:
    """The sheet while it is filled, from the top down."""

    def __init__(self, book: Any, budget: Budget, content: CalculatorContent) -> None:
        self.content, self.given = content, {line.id: line for line in budget}
        self.sums = summarise(budget)
        self.sheet = book.add_worksheet(_("Min månad"))
        self.periods = book.add_worksheet(SHEET_OF_PERIODS)
        self.periods.hide()
        self.money = book.add_format({"num_format": KRONOR})
        self.input = book.add_format({"num_format": KRONOR, "bg_color": "#F7EFE1", "locked": False})
        self.choice = book.add_format({"bg_color": "#F7EFE1", "locked": False})
        self.bold = book.add_format({"bold": True, "top": 1})
        self.bold_money = book.add_format({"bold": True, "top": 1, "num_format": KRONOR})
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.row = 0
        self.group_rows: dict[str, list[int]] = {"income": [], "costs": [], "debts": []}

    def fill(self, own_lines: Sequence[str]) -> None:
        """Write everything."""
        if current().direction == "rtl":
            self.sheet.right_to_left()
        self.sheet.set_column(NAME, NAME, 46)
        self.sheet.set_column(AMOUNT, MONTH, 18)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self._names_of_periods()
        self._words(_("Min månad"), self.title)
        self._words(_("Ändra i de färgade rutorna. Summorna räknas om av sig själva."), None)
        self.row += 1
        heads = (_("Rad"), _("Belopp"), _("Hur ofta"), _("I månaden"))
        for column, words in enumerate(heads):
            self.sheet.write_string(self.row, column, words, self.bold)
        self.row += 1
        for group in self.content.groups:
            self._group(group, own_lines)
        self._sums()

    def _names_of_periods(self) -> None:
        for row, period in enumerate(PERIODS):
            self.periods.write_string(row, 0, unmarked(str(PERIOD_NAMES[period])))
            self.periods.write_formula(row, 1, f"={MONTH_FORMULAS[period]}", None, _number(TIMES_A_MONTH[period]))

    def _words(self, words: str, form: Any) -> None:
        self.sheet.write_string(self.row, NAME, words, form)
        self.row += 1

    def _group(self, group: Group, own_lines: Sequence[str]) -> None:
        first = self.row + 1
        for line in self._lines(group, own_lines):
            self._line(line)
        months = [self.given[one.id].monthly for one in self._lines(group, own_lines) if one.id in self.given]
        self.sheet.write_string(self.row, NAME, spoken(group.title), self.bold)
        for column in (AMOUNT, PERIOD):
            self.sheet.write_blank(self.row, column, None, self.bold)
        formula = f"=SUM(D{first}:D{self.row})"
        self.sheet.write_formula(self.row, MONTH, formula, self.bold_money, _number(sum(months, Fraction(0)) / 100))
        self.group_rows[group.kind].append(self.row + 1)
        self.row += 2

    def _lines(self, group: Group, own_lines: Sequence[str]) -> Iterator[BudgetLine]:
        yield from group.lines
        yield from (self.content.line(name) for name in own_lines if self.content.group_of.get(name) == group.id)
        sums = (name for name in self.given if name in self.content.sum_lines)
        yield from (self.content.line(name) for name in sums if self.content.group_of[name] == group.id)

    def _line(self, line: BudgetLine) -> None:
        given: Line | None = self.given.get(line.id)
        period = given.period if given else line.period
        self.sheet.write_string(self.row, NAME, spoken(line.label))
        if given:
            self.sheet.write_number(self.row, AMOUNT, Decimal(given.amount) / 100, self.input)
        else:
            self.sheet.write_blank(self.row, AMOUNT, None, self.input)
        self.sheet.write_string(self.row, PERIOD, unmarked(str(PERIOD_NAMES[period])), self.choice)
        source = f"={SHEET_OF_PERIODS}!$A$1:$A${len(PERIODS)}"
        self.sheet.data_validation(self.row, PERIOD, self.row, PERIOD, {"validate": "list", "source": source})
        cell = self.row + 1
        formula = f"=B{cell}*VLOOKUP(C{cell},{SHEET_OF_PERIODS}!$A$1:$B${len(PERIODS)},2,FALSE)"
        worth = given.monthly / 100 if given else Fraction(0)
        self.sheet.write_formula(self.row, MONTH, formula, self.money, _number(worth))
        self.row += 1

    def _sums(self) -> None:
        totals = {}
        for kind, words, ore in (
            ("income", _("Alla inkomster"), self.sums.income),
            ("costs", _("Alla kostnader"), self.sums.costs),
            ("debts", _("Alla lån och skulder"), self.sums.debts),
        ):
            cells = ",".join(f"D{row}" for row in self.group_rows[kind])
            totals[kind] = self._sum(words, f"=SUM({cells})", ore)
        left = f"=D{totals['income']}-D{totals['costs']}"
        self._sum(_("Kvar före skulder"), left, self.sums.left_before_debts)
        self._sum(_("Kvar efter skulder"), f"{left}-D{totals['debts']}", self.sums.left_after_debts)

    def _sum(self, words: str, formula: str, ore: Ore) -> int:
        self.sheet.write_string(self.row, NAME, words, self.bold)
        for column in (AMOUNT, PERIOD):
            self.sheet.write_blank(self.row, column, None, self.bold)
        self.sheet.write_formula(self.row, MONTH, formula, self.bold_money, str(Decimal(ore) / 100))
        self.row += 1
        return self.row


def _number(exact: Fraction) -> str:
    """The result of the formula, for programs that show what is stored and calculate nothing."""
    return str(Decimal(exact.numerator) / Decimal(exact.denominator))
