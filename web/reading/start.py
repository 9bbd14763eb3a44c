"""The start page, clearing, leaving quickly, and staying."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from web.forms.fields import TokenForm
from web.forms.posts import counts
from web.session import cookie, kiosk_mode
from web.session.leaving import CLEARED, forget, this_kiosk
from web.session.visit import Visit

bp = Blueprint("start", __name__)

OWN_PAGES = (None, "none", "same-origin")
"""`Sec-Fetch-Site` of a page that was opened from here, by its typed address, or by a browser that does not say."""


@bp.get("/")
def start() -> str:
    """What this is, that it is anonymous, and where to begin. An open visit is asked whether it goes on."""
    return render_template("reading/start.html", goes_on=_goes_on(cookie.read()))


def _goes_on(visit: Visit) -> str:
    """Where somebody who comes back goes on: at the result, the letter, the sum or the question that was begun."""
    if visit.answers or visit.budget:
        return url_for("results.result")
    if visit.letters:
        return url_for("letters.one", letter=list(visit.letters)[-1])
    if visit.sums:
        return url_for("sums.every")
    return url_for("budget.household") if visit.household else url_for("check.who")


@bp.get("/rensa")
def ask_to_clear() -> str:
    """The question before clearing: every link to clear leads here, so that no slip of a finger takes all."""
    return render_template("reading/clear.html")


@bp.post("/rensa")
def clear() -> Response | tuple[str, int]:
    """Forget everything in this browser, and start anew."""
    if not counts(TokenForm()) and cookie.read().open:
        return render_template("reading/clear.html", again=True), 400
    if this_kiosk() is not None:
        return forget()
    return _forgotten(redirect(url_for(".cleared"), 303))


@bp.get("/rensat")
def cleared() -> str:
    """That all is gone, and what else a shared device may remember."""
    return render_template("reading/cleared.html")


@bp.get("/lamna")
def leave() -> Response:
    """Forget everything and leave for a page that says nothing. A change that a link makes: it must be fast.

    A link on somebody else's page only leads away: nobody may empty another's visit.
    """
    ours = request.headers.get("Sec-Fetch-Site") in OWN_PAGES
    if this_kiosk() is not None:
        return forget() if ours else redirect(url_for("kiosk.front"), 303)
    away = redirect(current_app.extensions["itid_settings"].exit_url, 303)
    return _forgotten(away) if ours else away


def _forgotten(response: Response) -> Response:
    """The answer with which the browser drops all that is ours, and nothing of any other service on our domain."""
    cookie.clear()
    kiosk_mode.end(current_app, response)
    response.headers.update(CLEARED)
    return response


@bp.post("/kvar")
def stay() -> tuple[str, int]:
    """ "I am still here": every answer moves the end of the visit, and this one does nothing else."""
    if not cookie.read().open:
        return "", 410
    return "", 204


@bp.get("/kvar")
def still_here() -> str:
    """The same for a browser without scripts."""
    return render_template("reading/stay.html")
