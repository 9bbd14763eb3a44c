"""The budget on one page: about ten amounts a month, each of which can be divided into the lines of its group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flask import Blueprint, redirect, url_for

from calculator.budget import Budget, Line, summarise, total
from calculator.child_benefit import child_benefit
from calculator.quick import QuickLine
from content.money import MOST_TYPED, Ore, rounded
from content.text import Text
from web.budget.rows import RowSum, row_sums
from web.extensions import library, today
from web.forms.amounts import PARTS, AmountField, AmountsForm, in_parts
from web.forms.posts import Answer, counts, form_page, pressed, pressed_any
from web.forms.quick import month_form
from web.forms.reading import as_typed
from web.session import cookie
from web.session.as_case import budget_of
from web.session.cookie import VisitTooLarge
from web.session.visit import Visit

bp = Blueprint("quick", __name__)
bp.add_app_template_filter(as_typed, "typed")

ALWAYS_OPEN = ("pay",)
"""Kinds of income whose field is open before anything is chosen."""
WITH_CHILDREN = "children"
CHILD_BENEFIT = "child_benefit"
BAR = 1000


@dataclass(frozen=True, slots=True)
class Chip:
    """A kind of income: its field, and whether it is open."""

    income: QuickLine
    field: AmountField
    hint: Text | None
    benefit: Ore | None
    """What it usually is, öre a month, where the law says it."""

    @property
    def open(self) -> bool:
        """Whether the field is to be seen before anybody presses its name."""
        return bool(self.field.typed or self.field.errors) or self.income.id in ALWAYS_OPEN


@bp.route("/budget/manad", methods=["GET", "POST"])
def quick() -> Answer:
    """One amount a row. Every button keeps what was typed."""
    visit = cookie.read()
    rows = _shown(visit)
    form = _form(visit, rows)
    return _take(visit, rows, form) if form.is_submitted() else _page(visit, rows, form)


def _take(visit: Visit, rows: tuple[RowSum, ...], form: AmountsForm) -> Answer:
    if not counts(form, fields=False):
        return _page(visit, rows, form)
    kept = replace(visit, budget=form.budget(visit.budget))
    try:
        cookie.write(kept)
    except VisitTooLarge:
        return _page(visit, rows, form, too_large=True)
    if form.errors:
        return _page(kept, rows, form)
    return redirect(_goes_to(), 303)


def _goes_to() -> str:
    """To the result, to a group that is to be divided, or back to the same page where it was only counted."""
    asked = next((row for row in library().calculator.quick.rows if row.id == pressed("split")), None)
    if asked is not None:
        return url_for("budget.group", group=_group_of(asked.line), change="quick")
    if pressed("split") == "income":
        return url_for("budget.group", group="income", change="quick")
    return url_for(".quick", _anchor="balance") if pressed_any("update") else url_for("budget.summary")


def _group_of(line: str) -> str:
    return library().calculator.group_of[line]


def _shown(visit: Visit) -> tuple[RowSum, ...]:
    """The rows of the page; a home without children has no row for them, unless something stands there."""
    budget = budget_of(visit, library().calculator) or Budget()
    childless = visit.household is not None and not visit.household.children
    return tuple(
        row
        for row in row_sums(budget, visit.household, today())
        if row.row.id != WITH_CHILDREN or not childless or row.month is not None
    )


def _form(visit: Visit, rows: tuple[RowSum, ...]) -> AmountsForm:
    content = library().calculator
    income = {one.id: (content.line(one.id), one.label) for one in content.quick.income}
    asked = [one for row in rows if not row.divided for one in row.asks]
    typed = {one.id: (content.line(one.id), one.label) for one in asked}
    return month_form(income | typed, {name: entry.as_line for name, entry in visit.budget.items()})


def _page(visit: Visit, rows: tuple[RowSum, ...], form: AmountsForm, *, too_large: bool = False) -> Answer:
    budget = budget_of(visit, library().calculator) or Budget()
    came = [line for line in budget.income if line.id not in form.by_line]
    went = [line for line in (*budget.costs, *budget.debts) if line.id not in form.by_line]
    return form_page(
        "budget/quick.html",
        form,
        chips=tuple(_chips(visit, form)),
        rows=rows,
        fields=form.by_line,
        people=len(visit.household.people) if visit.household else 0,
        more_income=rounded(total(came)),
        sums=summarise(budget),
        came=in_parts(_signed(came, 1)),
        went=in_parts(_signed(went, 1)),
        parts=PARTS,
        most=MOST_TYPED,
        bar=BAR,
        too_large=too_large,
    )


def _signed(lines: list[Line], sign: int) -> Iterator[tuple[int, Line]]:
    return ((sign, line) for line in lines)


def _chips(visit: Visit, form: AmountsForm) -> Iterator[Chip]:
    figures = library().calculator.figures
    for one in library().calculator.quick.income:
        children = visit.household.children if visit.household and one.id == CHILD_BENEFIT else ()
        benefit = child_benefit(children, today(), figures)
        yield Chip(one, form.by_line[one.id], one.hint, benefit)
