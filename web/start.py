"""The start page, clearing, leaving quickly, and staying."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, url_for
from werkzeug.wrappers import Response

from web import cookie, kiosk
from web.cookie import Visit
from web.forms import TokenForm

room = Blueprint("start", __name__)

CLEAR = {"Clear-Site-Data": '"cache", "cookies", "storage"'}


@room.get("/")
def start() -> str:
    """What this is, that it is anonymous, and the doors. An open visit is asked whether it goes on."""
    return render_template("start/start.html", goes_on=_goes_on(cookie.read()))


def _goes_on(visit: Visit) -> str:
    """Where somebody who comes back goes on: at the result, the letter, the sum or the question that was begun."""
    if visit.answers or visit.budget:
        return url_for("results.result")
    if visit.letters:
        return url_for("letters.one", letter=next(reversed(visit.letters)))
    if visit.sums:
        return url_for("sums.every")
    return url_for("budget.household") if visit.household else url_for("check.who")


@room.get("/rensa")
def ask_to_clear() -> str:
    """The question before clearing, for those who came here by its address."""
    return render_template("start/clear.html")


@room.post("/rensa")
def clear() -> Response | tuple[str, int]:
    """Forget everything in this browser, and start anew."""
    if not TokenForm().validate_on_submit() and cookie.read().open:
        return render_template("start/clear.html", again=True), 400
    if kiosk.this_kiosk() is not None:
        return kiosk.forget()
    cookie.clear()
    response = redirect(url_for(".start"), 303)
    response.headers.update(CLEAR)
    return response


@room.get("/lamna")
def leave() -> Response:
    """Forget everything and leave for a page that says nothing. A change that a link makes: it must be fast."""
    if kiosk.this_kiosk() is not None:
        return kiosk.forget()
    cookie.clear()
    response = redirect(current_app.extensions["itid_settings"].exit_url, 303)
    response.headers.update(CLEAR)
    return response


@room.post("/kvar")
def stay() -> tuple[str, int]:
    """ "I am still here": every answer moves the end of the visit, and this one does nothing else."""
    if not cookie.read().open:
        return "", 410
    return "", 204


@room.get("/kvar")
def still_here() -> str:
    """The same for a browser without scripts."""
    return render_template("start/stay.html")
