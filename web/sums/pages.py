"""The pages of the sums: a list of them all, and each with its form and what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from web.extensions import today
from web.forms.fields import TokenForm
from web.forms.switching import switching
from web.session import cookie
from web.sums.form import SumForm, texts_of
from web.sums.registry import BY_PATH, SUMS, kept, worked
from web.sums.spec import Sum

bp = Blueprint("sums", __name__)

Answer = str | Response | tuple[str, int]


@bp.get("/rakna/")
def every() -> str:
    """All sums."""
    return render_template("sums/every.html", sums=SUMS)


@bp.route("/rakna/<path>", methods=["GET", "POST"])
def one(path: str) -> Answer:
    """One sum. What was typed is kept in the visit, so that going back never asks to send it again."""
    page = BY_PATH.get(path)
    if page is None:
        abort(404)
    return _take(page) if request.method == "POST" else _show(page)


def _take(page: Sum) -> Answer:
    pressed = request.form
    texts, add = texts_of(pressed, page.asks), pressed.get("add", "")
    if switching() or add or "remove" in pressed:
        return _page(page, SumForm(page.asks, texts, add=add), None)
    form = SumForm(page.asks, texts, submitted=True)
    if not TokenForm().validate_on_submit():
        form.page_was_open_too_long = True
        return _page(page, form, None), 422
    if worked(page, form) is None:
        return _page(page, form, None), 422
    visit, own = cookie.read(), {page.rule: form.typed}
    cookie.write(replace(visit, sums={**visit.sums, **own}), replace(visit, sums=own, what_if={}))
    return redirect(url_for(".one", path=page.path, _anchor="result"), 303)


def _show(page: Sum) -> str:
    visit = cookie.read()
    if page.rule in visit.sums:
        form = SumForm(page.asks, kept(visit, page))
        return _page(page, form, worked(page, form))
    beforehand = dict(page.beforehand(visit, today()))
    form = SumForm(page.asks, beforehand)
    filled = bool(visit.budget and beforehand)
    return _page(page, form, None, filled=filled, unsure="" if beforehand else page.unsure(visit, today()))


def _page(page: Sum, form: SumForm, result: Any, *, filled: bool = False, unsure: str = "") -> str:
    return render_template(
        f"sums/{page.rule}.html",
        sum=page,
        form=form,
        faulty=form.is_submitted(),
        result=result,
        told=tuple(page.told(result)) if result is not None else (),
        used=page.used(result) if result is not None else (),
        filled=filled,
        unsure=unsure,
    )
