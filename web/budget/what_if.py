"""What if: the budget as it is, and as it would be with some lines changed, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, redirect, request, url_for
from flask_babel import lazy_gettext as _l

from calculator.benefit_guess import benefit_guess
from calculator.budget import Budget, Line, summarise
from content.money import Ore, rounded
from web.extensions import library, today
from web.forms.fields import TokenForm
from web.forms.posts import Answer, counts, form_page, pressed, pressed_any
from web.forms.reading import as_typed
from web.forms.rows import TypedForm, filled
from web.forms.typed import MonthlyField
from web.i18n.words import spoken
from web.session import cookie
from web.session.as_case import budget_of
from web.session.visit import Visit

bp = Blueprint("what_if", __name__)


FUND, ILLNESS = "unemployment_benefit", "sickness_benefit"


class GuessForm(TypedForm):
    """What would come instead, a month; a nought has to be written."""

    guess = MonthlyField(_l("I månaden, ungefär"))


@dataclass(frozen=True, slots=True)
class Scenario:
    """Something that happens: the lines that become nought, and those that may come instead or be changed."""

    id: str
    name: Any
    to_nought: tuple[str, ...] = ()
    only_largest: bool = False
    """Of `to_nought` only the one that costs most."""
    also: tuple[str, ...] = ()
    guess: str = ""
    """What mostly comes instead, and is asked for before anything is shown: no income becomes nought by itself."""


SCENARIOS: tuple[Scenario, ...] = (
    Scenario("job", _l("Jobbet försvinner"), ("pay", "extra_job"), also=(FUND, "income_support"), guess=FUND),
    Scenario("rent", _l("Hyran ändras"), also=("rent", "housing_allowance")),
    Scenario(
        "subscription", _l("Ett abonnemang mindre"), ("subscriptions", "games_and_apps", "gym"), only_largest=True
    ),
    Scenario("sick", _l("Jag blir sjuk länge"), ("pay",), also=(ILLNESS,), guess=ILLNESS),
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
def what_if() -> Answer:
    """Two budgets side by side. Nothing of the budget itself is changed."""
    visit = cookie.read()
    now = budget_of(visit, library().calculator)
    if now is None:
        return redirect(url_for("budget.summary"))
    if request.method != "POST":
        return _page(visit, now, filled(_form(visit, now), _texts(visit, now)))
    asked = _named(pressed("scenario"))
    if asked is not None and asked.guess and counts(TokenForm()):
        return _with_guess(visit, now, asked)
    form = _form(visit, now)()
    if not counts(form, fields=not pressed_any("scenario", "undo")):
        return _page(visit, now, form)
    changed = replace(visit, what_if=_changed(visit, now, form))
    cookie.write(changed, replace(changed, sums={}))
    return redirect(url_for(".what_if", _anchor="side-by-side"), 303)


def _named(scenario: str | None) -> Scenario | None:
    return next((one for one in SCENARIOS if one.id == scenario), None)


def _with_guess(visit: Visit, now: Budget, asked: Scenario) -> Answer:
    """Two budgets with what was guessed; the question, where it was not asked yet or the guess cannot be read."""
    form = GuessForm() if pressed_any("guess") else None
    if form is None or not counts(form):
        shown = filled(_form(visit, now), _texts(visit, now))
        return _page(visit, now, shown, asking=asked, guess=form)
    changed = replace(visit, what_if={**_of_scenario(asked, now), asked.guess: form.values["guess"]})
    cookie.write(changed, replace(changed, sums={}))
    return redirect(url_for(".what_if", _anchor="side-by-side"), 303)


def _lost(scenario: Scenario, now: Budget) -> Ore:
    """The pay that goes, öre a month."""
    return sum(rounded(line.monthly) for line in now.income if line.id in scenario.to_nought)


def _changed(visit: Visit, now: Budget, form: TypedForm) -> dict[str, Ore]:
    """The lines that differ, by what was pressed: a scenario, "as it is now", or what was typed."""
    if pressed_any("undo"):
        return {}
    scenario = _named(pressed("scenario"))
    if scenario is not None:
        return _of_scenario(scenario, now)
    before = {line.id: rounded(line.monthly) for line in now}
    typed = {name: amount for name, amount in form.values.items() if amount is not None}
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


def _form(visit: Visit, now: Budget) -> type[TypedForm]:
    content = library().calculator
    fields = {name: MonthlyField(spoken(content.line(name).label), required=False) for name in _lines(visit, now)}
    return type("WhatIfForm", (TypedForm,), fields)


def _texts(visit: Visit, now: Budget) -> dict[str, str]:
    texts = {line.id: as_typed(rounded(line.monthly)) for line in now}
    texts |= {name: as_typed(amount) for name, amount in visit.what_if.items()}
    return texts


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


def _page(
    visit: Visit, now: Budget, form: TypedForm, asking: Scenario | None = None, guess: GuessForm | None = None
) -> Answer:
    thumb = None
    if asking is not None and asking.guess == FUND:
        thumb = benefit_guess(_lost(asking, now), today(), library().calculator.figures)
    if asking is not None and guess is None:
        guess = filled(GuessForm, {"guess": as_typed(thumb.month)} if thumb and thumb.month else {})
    return form_page(
        "budget/what_if.html",
        form,
        sent=guess if asking is not None else None,
        now={line.id: rounded(line.monthly) for line in now},
        changed=list(visit.what_if),
        lines=library().calculator.line,
        compared=tuple(_compared(now, _then(visit, now))),
        scenarios=SCENARIOS,
        asking=asking,
        guess=guess,
        thumb=thumb,
        fund=FUND,
    )
