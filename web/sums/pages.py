"""The pages of the sums: a list of them all, and each with its form and what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from web.extensions import today
from web.forms.posts import Answer, counts, form_page
from web.forms.rows import TypedForm, filled
from web.session import cookie
from web.sums.registry import BY_PATH, SUMS, kept, worked
from web.sums.spec import Sum

bp = Blueprint("sums", __name__)


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
    form = page.form()
    if not counts(form) or worked(page, form) is None:
        return _page(page, form, None)
    visit, own = cookie.read(), {page.rule: form.typed}
    cookie.write(replace(visit, sums={**visit.sums, **own}), replace(visit, sums=own, what_if={}))
    return redirect(url_for(".one", path=page.path, _anchor="result"), 303)


def _show(page: Sum) -> Answer:
    visit = cookie.read()
    if page.rule in visit.sums:
        form = kept(visit, page)
        return _page(page, form, worked(page, form))
    beforehand = page.beforehand(visit, today())
    unsure = "" if beforehand else page.unsure(visit, today())
    return _page(
        page,
        filled(page.form, beforehand),
        None,
        filled=bool(getattr(visit, page.filled_from) and beforehand),
        unsure=unsure,
    )


def _page(page: Sum, form: TypedForm, result: Any, **said: Any) -> Answer:
    return form_page(
        (f"sums/{page.rule}.html", "sums/sum.html"),
        form,
        sum=page,
        result=result,
        told=tuple(page.told(result)) if result is not None else (),
        used=page.used(result) if result is not None else (),
        **said,
    )
