"""The budget: who lives here, one page a group of lines, and what the month comes to."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for

from calculator.budget import Budget, Line, summarise
from calculator.budget_table import GroupSum, group_sums
from calculator.household import MOST_ADULTS, MOST_CHILDREN
from calculator.lines import Group, OwnLine
from calculator.reader import CalculatorContent
from calculator.until_pay import next_pay
from content.money import MOST_TYPED
from web.budget.references import Reference, reference_notes, reference_year, references
from web.budget.result import MOST_STEPS, ideas_of, next_steps, result_of
from web.budget.rows import in_one_sum, row_sums
from web.budget.spreadsheet import spreadsheet as written
from web.extensions import library, today
from web.forms.amounts import PARTS, AmountsForm, amounts_form, in_parts, period_options, without
from web.forms.household import HOME_HINTS, HouseholdForm, household_form
from web.forms.household_fields import OLDEST_CHILD
from web.forms.posts import Answer, counts, form_page, pressed, pressed_any
from web.session import cookie
from web.session.as_case import budget_of
from web.session.cookie import VisitTooLarge
from web.session.visit import Visit

bp = Blueprint("budget", __name__)
for part in (reference_notes, reference_year):
    bp.add_app_template_global(part)

SIGNS = {"income": 1, "costs": -1, "debts": -1}
SPREADSHEET_NAME = "min-manad.xlsx"
SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
QUICK = "quick"
"""What the address says where a row of the quick budget is divided: the page then leads back to it."""
STAY = ("add", "fill", "remove", "update")
"""The buttons that show the same page again."""


@bp.app_template_global()
def budget_rows(budget: Budget) -> tuple[GroupSum, ...]:
    """The budget by groups, for a table and a chart."""
    return group_sums(budget, _calculator())


@bp.route("/budget/", methods=["GET", "POST"])
def household() -> Answer:
    """Who lives here: it serves the sums about a household, and may be skipped."""
    visit = cookie.read()
    form = household_form(visit.household, visit)
    if not counts(form):
        return _household_page(form)
    cookie.write(replace(visit, household=form.household(visit)))
    return redirect(url_for("quick.quick"), 303)


@bp.route("/budget/<group>", methods=["GET", "POST"])
def group(group: str) -> Answer:
    """The lines of one group. Every button keeps what was typed."""
    found = _calculator().groups_by_id.get(group)
    if found is None:
        abort(404)
    visit = _with_posted_own_lines(cookie.read(), found)
    form = _form(visit, found)
    return _take(visit, found, form) if form.is_submitted() else _group_page(visit, found, form)


@bp.get("/budget/summering")
def summary() -> str:
    """What each group comes to a month, with links to change it, and what is left."""
    visit = cookie.read()
    budget = budget_of(visit, _calculator()) or Budget()
    found = result_of(summarise(budget), row_sums(budget, visit.household, today())) if any(budget) else None
    steps = next_steps(visit) if found else ()
    return render_template(
        "budget/summary.html",
        groups=_calculator().groups,
        rows={row.group.id: row for row in budget_rows(budget)},
        found=found,
        steps=steps,
        ideas=ideas_of(found)[: MOST_STEPS - len(steps)] if found else (),
        pay=next_pay(today()),
        checked=bool(visit.answers),
    )


@bp.get("/budget/utskrift")
def printed() -> Answer:
    """The whole budget on one page, for the browser's own printing."""
    budget = budget_of(cookie.read(), _calculator())
    if budget is None:
        return redirect(url_for(".summary"))
    return render_template("budget/printed.html", rows=budget_rows(budget), sums=summarise(budget))


@bp.get(f"/spara/{SPREADSHEET_NAME}")
def spreadsheet() -> Answer:
    """The budget as a spreadsheet with live formulas."""
    visit = cookie.read()
    budget = budget_of(visit, _calculator())
    if budget is None:
        return redirect(url_for("saved.save"))
    response = Response(written(budget, visit.own_lines, _calculator()), mimetype=SPREADSHEET_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{SPREADSHEET_NAME}"'
    return response


def _take(visit: Visit, group: Group, form: AmountsForm) -> Answer:
    """Keep all that can be read, do what the pressed button says, and show the page again where something is wrong."""
    _fill_in(visit, form)
    form.own.wanted = pressed_any("add")
    if not counts(form, fields=False):
        return _group_page(visit, group, form)
    kept = _changed(replace(visit, budget=form.budget(visit.budget)), form)
    try:
        cookie.write(kept)
    except VisitTooLarge:
        return _group_page(visit, group, form, too_large=True)
    still_wrong = [name for name in form.errors if name != f"amount-{pressed('remove')}"]
    if not still_wrong:
        return redirect(_goes_to(group, form), 303)
    if kept.own_lines != visit.own_lines:
        form = _form(kept, group)
        form.validate()
    return _group_page(kept, group, form)


def _fill_in(visit: Visit, form: AmountsForm) -> None:
    """Put the reference cost on the line whose button was pressed."""
    line_id = pressed("fill") or ""
    field, reference = form.by_line.get(line_id), _references(visit).get(line_id)
    if field is not None and reference is not None:
        field.show(Line(line_id, reference.amount, reference.period, field.line.varies))


def _changed(visit: Visit, form: AmountsForm) -> Visit:
    """The visit with the line that a button adds or takes away."""
    removed = pressed("remove")
    if removed in visit.own_lines:
        return without(visit, removed)
    if form.own.wanted and form.own.line_id:
        return replace(visit, own_lines=(*visit.own_lines, form.own.line_id))
    return visit


def _goes_to(group: Group, form: AmountsForm) -> str:
    """Where each button leads. One that stays comes back to its own place on the page."""
    groups = [one.id for one in _calculator().groups]
    here, change = groups.index(group.id), _change()
    if pressed_any(*STAY):
        line_id = form.own.line_id if pressed_any("add") else pressed("fill")
        place = f"amount-{line_id}-0" if line_id in _calculator().group_of else "balance"
        return url_for(".group", group=group.id, change=change, _anchor=place)
    if pressed_any("back"):
        return url_for(".group", group=groups[here - 1]) if here else url_for(".household")
    if change == QUICK:
        return url_for("quick.quick")
    if change or group.id == groups[-1]:
        return url_for(".summary")
    return url_for(".group", group=groups[here + 1])


def _change() -> str | None:
    """What the page is open for: nothing, to change one group, or to divide a row of the quick budget."""
    asked = request.args.get("change")
    return asked and (QUICK if asked == QUICK else "1")


def _group_page(visit: Visit, group: Group, form: AmountsForm, *, too_large: bool = False) -> Answer:
    groups, lines = _calculator().groups, list(budget_of(visit, _calculator()) or ())
    row, stood_for, amount = in_one_sum(visit, group)
    elsewhere = [line for line in lines if line.id not in form.by_line and not (row and line.id == row.line)]
    instead = row and row.line not in form.by_line and stood_for.isdisjoint(line.id for line in elsewhere)
    return form_page(
        "budget/group.html",
        form,
        group=group,
        place=groups.index(group),
        total=len(groups),
        periods=period_options(),
        references=_references(visit),
        left=summarise(budget_of(visit, _calculator()) or Budget()).left_after_debts,
        too_large=too_large,
        full=len(visit.own_lines) >= _calculator().own.most,
        parts=PARTS,
        most=MOST_TYPED,
        sign=SIGNS[group.kind],
        change=_change(),
        in_one_sum=row,
        stood_for=stood_for,
        one_sum=amount,
        one_sum_here=row is not None and row.line in form.by_line,
        one_sum_parts=in_parts([(1, visit.budget[row.line].as_line)]) if instead and row else 0,
        others=in_parts((SIGNS[_calculator().kind_of(line.id)], line) for line in elsewhere),
    )


def _household_page(form: HouseholdForm) -> Answer:
    return form_page(
        "budget/household.html",
        form,
        new_row=pressed_any("add"),
        most_adults=MOST_ADULTS,
        most_children=MOST_CHILDREN,
        oldest=OLDEST_CHILD,
        home_hints=HOME_HINTS,
    )


def _form(visit: Visit, group: Group) -> AmountsForm:
    """The form of the group's lines and those of one's own in it."""
    known, kept = _calculator(), [entry.as_line for entry in visit.budget.values()]
    own = [known.line(name) for name in visit.own_lines if known.group_of.get(name) == group.id]
    form = amounts_form([*group.lines, *own], {line.id: line for line in kept})
    form.own.choices = _own_to_choose(visit, group)
    return form


def _own_to_choose(visit: Visit, group: Group) -> tuple[OwnLine, ...]:
    """The names that can still be added here; none when there are as many as there may be."""
    own = _calculator().own
    if len(visit.own_lines) >= own.most:
        return ()
    return tuple(line for line in own.lines if line.group == group.id and line.id not in visit.own_lines)


def _with_posted_own_lines(visit: Visit, group: Group) -> Visit:
    """A page that was posted after the end of a visit still shows the lines of one's own that stood on it."""
    names = [line.id for line in _own_to_choose(visit, group) if pressed_any(f"amount-{line.id}")]
    return replace(visit, own_lines=(*visit.own_lines, *names)[: _calculator().own.most])


def _references(visit: Visit) -> dict[str, Reference]:
    return references(visit.household, today())


def _calculator() -> CalculatorContent:
    return library().calculator
