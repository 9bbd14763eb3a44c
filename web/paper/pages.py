"""The page of printed things, and each of them as a PDF in the language of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, abort, render_template, request, url_for

from web.paper.answer import paper_answer
from web.paper.forms_on_paper import budget_form_html, check_html, letter_guide_html, poster_html
from web.paper.pdf import renderers

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
