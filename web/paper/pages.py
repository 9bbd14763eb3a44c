"""The page of printed things, and each of them as a PDF in the language of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, abort, render_template, request, url_for

from advice.letters import FormLetter
from web.extensions import library, today
from web.letters.view import find_letter, known_of, letter_view
from web.paper.answer import FORM_NAME, paper_answer
from web.paper.forms_on_paper import budget_form_html, check_html, letter_guide_html, poster_html
from web.paper.letter_sheet import form_letter_html, letter_sheet_html
from web.paper.pdf import renderers
from web.session import cookie

bp = Blueprint("paper", __name__)

FILE_NAME = "papper.pdf"
"""Says nothing of debts in a list of downloads on a shared device."""
SHEETS: Mapping[str, Callable[[bool], str]] = {
    "fragor": lambda beside: check_html("adult", beside=beside),
    "fragor-ung": lambda beside: check_html("youth", beside=beside),
    "budget": lambda beside: budget_form_html(beside=beside),
    "brev": lambda beside: letter_guide_html(beside=beside),
    "affisch": lambda _beside: poster_html(url_for("front", _external=True)),
}


@bp.get("/papper/")
def every() -> str:
    """Everything that can be printed beforehand, in every language."""
    renderers().warm()
    return render_template("reading/paper.html")


@bp.get("/papper/<sheet>.pdf")
def printed(sheet: str) -> Response:
    """One of them. Nothing is written to disk."""
    made = SHEETS.get(sheet)
    if made is None:
        abort(404)
    return paper_answer(made("beside" in request.args), FILE_NAME)


@bp.get("/brev/<letter>.pdf")
def letter_sheet(letter: str) -> Response:
    """One page of paper about this letter alone. Nothing is written to disk."""
    found = find_letter(letter)
    view = letter_view(found, known_of(cookie.read(), found), library(), today())
    return paper_answer(letter_sheet_html(view, beside="beside" in request.args))


@bp.get("/brev/svar/<form_letter>.pdf")
def form_letter(form_letter: str) -> Response:
    """A form letter to fill in by hand, in Swedish, with the page's language beside it."""
    found: FormLetter | None = library().door.forms_by_id.get(form_letter)
    if found is None:
        abort(404)
    return paper_answer(form_letter_html(found), FORM_NAME)
