"""The list of debts: add, change and take away, in which order they are paid, and a page for the adviser."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from calculator.debts import MOST_DEBTS, Owed
from report.debts import debts_of, offered
from report.situation import budget_sums
from web.debts.form import MORE, debt_form, too_large
from web.extensions import library, today
from web.forms.fields import TokenForm
from web.forms.posts import Answer, counts, form_page, pressed
from web.i18n.markers import N_
from web.session import cookie
from web.session.as_case import case_of
from web.session.cookie import VisitTooLarge
from web.session.visit import Visit

bp = Blueprint("debts", __name__)

ADVISER = ("debt_adviser",)
BRING = (
    N_("Breven, också de som du inte har öppnat"),
    N_("Legitimation, om du har"),
    N_("Papper på lön eller bidrag"),
    N_("Hyresavin eller hyreskontraktet"),
    N_("Din budget"),
)
"""What helps an adviser; somebody who has none of it is helped as well."""


@bp.get("/skulder")
def every() -> str:
    """The list in the order of payment, what is contested, the way out, and what may be added from elsewhere."""
    return _list(cookie.read())


def _list(visit: Visit, fault: str = "") -> str:
    case = case_of(visit)
    return render_template(
        "debts/every.html",
        found=debts_of(case, budget_sums(case), library(), today()),
        offers=offered(case, library(), today()) if len(visit.debts) < MOST_DEBTS else (),
        kinds=library().calculator.debts,
        full=len(visit.debts) >= MOST_DEBTS,
        most=MOST_DEBTS,
        adviser=ADVISER,
        fault=fault,
        faulty=bool(fault),
    )


@bp.post("/skulder")
def take_offered() -> Answer:
    """Put a debt that is known from the check or the budget into the list, and ask what is not known of it."""
    visit = cookie.read()
    offers = offered(case_of(visit), library(), today())
    asked = next((debt for debt in offers if f"{debt.kind}-{debt.letter}" == pressed("offer")), None)
    if not counts(TokenForm()) or asked is None or len(visit.debts) >= MOST_DEBTS:
        return redirect(url_for(".every"), 303)
    try:
        cookie.write(replace(visit, debts=(*visit.debts, asked)))
    except VisitTooLarge:
        return _list(visit, _no_room()), 422
    return redirect(url_for(".one", number=len(visit.debts) + 1), 303)


@bp.route("/skulder/ny", methods=["GET", "POST"])
def new() -> Answer:
    """One more debt."""
    visit = cookie.read()
    if len(visit.debts) >= MOST_DEBTS:
        return redirect(url_for(".every"))
    return _one(visit, None)


@bp.route("/skulder/<int:number>", methods=["GET", "POST"])
def one(number: int) -> Answer:
    """Change a debt by its place in the list as it was written."""
    visit = cookie.read()
    if not 1 <= number <= len(visit.debts):
        return redirect(url_for(".every"))
    return _one(visit, number)


@bp.post("/skulder/<int:number>/ta-bort")
def remove(number: int) -> Response:
    """Take a debt out of the list."""
    visit = cookie.read()
    if counts(TokenForm()) and 1 <= number <= len(visit.debts):
        cookie.write(replace(visit, debts=(*visit.debts[: number - 1], *visit.debts[number:])))
    return redirect(url_for(".every"), 303)


@bp.get("/skulder/till-radgivaren")
def for_adviser() -> Answer:
    """What an adviser asks first, to be shown or read aloud; nothing that never leaves the screen is in it."""
    case = case_of(cookie.read())
    found = debts_of(case, budget_sums(case), library(), today())
    if found is None:
        return redirect(url_for(".every"))
    return render_template("debts/adviser.html", found=found, bring=BRING, adviser=ADVISER, budget=case.budget)


def _one(visit: Visit, number: int | None) -> Answer:
    form = debt_form()
    kept = visit.debts[number - 1] if number else None
    show = partial(form_page, "debts/one.html", number=number, more=MORE)
    if not form.is_submitted():
        # A page that is only shown in another language keeps what was typed in it.
        return show(form if request.method == "POST" or kept is None else debt_form(kept))
    if not counts(form) or too_large(form):
        return show(form)
    try:
        cookie.write(replace(visit, debts=_with(visit.debts, number, form.owed)))
    except VisitTooLarge:
        return show(form, fault=_no_room())
    return redirect(url_for(".every"), 303)


def _with(debts: tuple[Owed, ...], number: int | None, debt: Owed) -> tuple[Owed, ...]:
    if number is None:
        return (*debts, debt)
    return (*debts[: number - 1], debt, *debts[number:])


def _no_room() -> str:
    return str(_("Skulden fick inte plats. Det du hade sparat är kvar. Skriv skulden på papper i stället."))
