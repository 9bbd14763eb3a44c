"""What if: the budget as it is, and as it would be with some lines changed, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from calculator.budget import Budget, Line, summarise
from content.money import Ore, rounded
from web.extensions import library
from web.forms.amounts import as_typed
from web.forms.fields import TokenForm
from web.forms.switching import sent
from web.i18n.languages import spoken
from web.session import cookie
from web.session.as_case import budget_of
from web.session.visit import Visit
from web.sums.ask import PER_MONTH, Ask
from web.sums.form import SumForm, texts_of

bp = Blueprint("what_if", __name__)


@dataclass(frozen=True, slots=True)
class Scenario:
    """Something that happens: the lines that become nought, and those that may come instead or be changed."""

    id: str
    name: Any
    to_nought: tuple[str, ...] = ()
    only_largest: bool = False
    """Of `to_nought` only the one that costs most."""
    also: tuple[str, ...] = ()


SCENARIOS: tuple[Scenario, ...] = (
    Scenario("job", _l("Jobbet försvinner"), ("pay", "extra_job"), also=("unemployment_benefit", "income_support")),
    Scenario("rent", _l("Hyran blir en annan"), also=("rent", "housing_allowance")),
    Scenario(
        "subscription", _l("Ett abonnemang mindre"), ("subscriptions", "games_and_apps", "gym"), only_largest=True
    ),
    Scenario("sick", _l("Jag blir sjuk länge"), ("pay",), also=("sickness_benefit",)),
)
SUMS = (
    ("income", _l("Pengar in")),
    ("costs", _l("Alla kostnader")),
    ("debts", _l("Alla lån och skulder")),
    ("left_before_debts", _l("Kvar före skulder")),
    ("left_after_debts", _l("Kvar efter skulder")),
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One sum as it is and as it would be, öre a month."""

    name: Any
    now: Ore
    then: Ore

    @property
    def change(self) -> Ore:
        """How much more, below zero for less."""
        return self.then - self.now


@bp.route("/budget/tank-om", methods=["GET", "POST"])
def what_if() -> str | Response | tuple[str, int]:
    """Two budgets side by side. Nothing of the budget itself is changed."""
    visit = cookie.read()
    now = budget_of(visit, library().calculator)
    if now is None:
        return redirect(url_for("budget.summary"))
    if request.method != "POST":
        return _page(visit, now, _form(visit, now))
    asks = _asks(visit, now)
    form = SumForm(asks, texts_of(request.form, asks), submitted=sent())
    if not sent():
        return _page(visit, now, form)
    if not TokenForm().validate_on_submit():
        form.page_was_open_too_long = True
        return _page(visit, now, form), 422
    values = form.read()
    if values is None and not {"scenario", "undo"} & request.form.keys():
        return _page(visit, now, form), 422
    changed = replace(visit, what_if=_changed(visit, now, values or {}))
    cookie.write(changed, replace(changed, sums={}))
    return redirect(url_for(".what_if", _anchor="side-by-side"), 303)


def _changed(visit: Visit, now: Budget, values: dict[str, Any]) -> dict[str, Ore]:
    """The lines that differ, by what was pressed: a scenario, "as it is now", or what was typed."""
    if "undo" in request.form:
        return {}
    scenario = next((one for one in SCENARIOS if one.id == request.form.get("scenario")), None)
    if scenario is not None:
        return _of_scenario(scenario, now)
    before = {line.id: rounded(line.monthly) for line in now}
    typed = {name: amount for name, amount in values.items() if amount is not None}
    differing = {name: amount for name, amount in typed.items() if amount != before.get(name, 0)}
    shown = {name: amount for name, amount in visit.what_if.items() if name not in before and name in typed}
    return {**shown, **differing}


def _of_scenario(scenario: Scenario, now: Budget) -> dict[str, Ore]:
    amounts = {line.id: rounded(line.monthly) for line in now}
    there = [name for name in scenario.to_nought if name in amounts]
    if scenario.only_largest:
        there = sorted(there, key=lambda name: amounts[name])[-1:]
    changed = dict.fromkeys(there, 0)
    return changed | {name: amounts.get(name, 0) for name in scenario.also}


def _lines(visit: Visit, now: Budget) -> Sequence[str]:
    """The changed lines first, and then all others of the budget."""
    return list(dict.fromkeys([*visit.what_if, *(line.id for line in now)]))


def _asks(visit: Visit, now: Budget) -> tuple[Ask, ...]:
    content = library().calculator
    return tuple(
        Ask(name, "amount", spoken(content.line(name).label), required=False, after=PER_MONTH)
        for name in _lines(visit, now)
    )


def _form(visit: Visit, now: Budget) -> SumForm:
    texts = {line.id: as_typed(rounded(line.monthly)) for line in now}
    texts |= {name: as_typed(amount) for name, amount in visit.what_if.items()}
    return SumForm(_asks(visit, now), texts)


def _then(visit: Visit, now: Budget) -> Budget:
    content = library().calculator
    changed = {name: Line(name, amount, "month") for name, amount in visit.what_if.items()}
    kinds = {"income": now.income, "costs": now.costs, "debts": now.debts}
    parts = {kind: {line.id: line for line in lines} for kind, lines in kinds.items()}
    for name, line in changed.items():
        parts[content.kind_of(name)][name] = line
    return Budget(*(tuple(parts[kind].values()) for kind in ("income", "costs", "debts")))


def _compared(now: Budget, then: Budget) -> Iterator[Compared]:
    before, after = summarise(now), summarise(then)
    for name, words in SUMS:
        yield Compared(words, getattr(before, name), getattr(after, name))


def _page(visit: Visit, now: Budget, form: SumForm) -> str:
    return render_template(
        "budget/what_if.html",
        form=form,
        faulty=form.is_submitted(),
        now={line.id: rounded(line.monthly) for line in now},
        changed=list(visit.what_if),
        lines=library().calculator.line,
        compared=tuple(_compared(now, _then(visit, now))),
        scenarios=SCENARIOS,
    )
