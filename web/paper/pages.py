"""The page of printed things, and each of them as a PDF in the language of the page."""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Redirect

from report.build import paper_report
from web.extensions import library, today
from web.letters.view import find_letter, known_of, letter_view
from web.paper.letter_sheet import letter_sheet_html
from web.paper.press.pdf import paper_answer, renderers
from web.paper.printables import BY_PAGE, printable_answer
from web.paper.printables import form_letter as printable_of
from web.paper.sheet import debt_sheet_html
from web.session import cookie
from web.session.as_case import case_of

bp = Blueprint("paper", __name__)


@bp.get("/papper/")
def every() -> str:
    """Everything that can be printed beforehand, in every language."""
    renderers().warm()
    return render_template("reading/paper.html")


@bp.get("/papper/<sheet>.pdf")
def printed(sheet: str) -> Response:
    """One of them. Nothing is written to disk."""
    if sheet not in BY_PAGE:
        abort(404)
    return printable_answer(BY_PAGE[sheet])


@bp.get("/brev/<letter>.pdf")
def letter_sheet(letter: str) -> Response:
    """One page of paper about this letter alone. Nothing is written to disk."""
    found = find_letter(letter)
    view = letter_view(found, known_of(cookie.read(), found), library(), today())
    return paper_answer(letter_sheet_html(view, beside="beside" in request.args))


@bp.get("/brev/svar/<form_letter>.pdf")
def form_letter(form_letter: str) -> Response:
    """A form letter to fill in by hand, in Swedish, with the page's language beside it."""
    forms = library().door.forms_by_id
    if form_letter not in forms:
        abort(404)
    return printable_answer(printable_of(forms[form_letter]))


@bp.get("/skulder/min-manad.pdf")
def debts() -> Response | Redirect:
    """The list of debts for an adviser. Nothing is written to disk."""
    report = paper_report(library(), case_of(cookie.read()), today())
    if report.debts is None:
        return redirect(url_for("debts.every"))
    return paper_answer(debt_sheet_html(report, beside="beside" in request.args))
