"""Taking the result along without the server keeping it: a picture that opens it on one's own phone, or to be read out.

What the picture holds is encrypted, without the sensitive answers, for a day. It stands after the `#` of the link, so
that no server, proxy or log sees it in an address; a small script posts it from there.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Literal

import segno
from flask import Blueprint, current_app, make_response, redirect, render_template, request, url_for
from markupsafe import Markup
from segno import DataOverflowError

from report.build import build_report, paper_report
from report.rows import plan_of
from web.extensions import library, today
from web.forms.fields import TextField, TokenForm
from web.forms.posts import Answer, counts, form_page
from web.paper.sheet import sheet_html
from web.plan.calendar_file import WORDS, days_of
from web.plan.empty import has_result, with_result
from web.session import cookie
from web.session.as_case import answers_of, case_of, questionnaire_of
from web.session.cookie import VisitTooLarge
from web.session.encryption import Encrypted
from web.session.kiosk_mode import KIOSK_ASKS, kiosk_cookie
from web.session.reader import plain, read_visit
from web.session.visit import Visit
from web.settings import Settings

bp = Blueprint("transfer", __name__)

DAY = 24 * 60 * 60
PURPOSE = b"itid carry 1"
LARGEST_CODE = 18
"""The QR version (1 to 40) up to which a picture of a hand's width is read by any phone; 89 × 89 modules."""
LONGEST = 4000
LeftOut = Literal["", "own", "budget", "debts"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A QR code of a visit; `left_out` is what found no room: lines of one's `own`, the whole `budget`,
    the `debts` too, or nothing."""

    svg: Markup
    left_out: LeftOut


class ArriveForm(TokenForm):
    """What the script of the page found after the `#`."""

    carried = TextField(LONGEST)


@bp.get("/resultat/ta-med")
@with_result
def offer(visit: Visit) -> Answer:
    """Paper, the picture where it fits, the calendar, what can be saved, and reading aloud: the same for everybody."""
    report = build_report(library(), case_of(visit), today())
    picture = picture_of(visit)
    return render_template("plan/transfer.html", report=report, picture=picture, days=days_of(visit), words=WORDS)


@bp.route("/med", methods=["GET", "POST"])
def arrive() -> Answer:
    """On one's own phone: what stands after the `#` becomes this browser's visit."""
    form = ArriveForm()
    if not counts(form):
        return form_page("plan/arrive.html", form, fault="long" if form.page_was_open_too_long else "")
    found = _encrypted().decrypt(form.carried.data or "")
    visit = _of_link(read_visit(found.values, library()))
    if not has_result(visit):
        return form_page("plan/arrive.html", form, fault="ended" if found.ended else "unreadable")
    try:
        cookie.write(visit)
    except VisitTooLarge:
        return form_page("plan/arrive.html", form, fault="unreadable")
    return redirect(url_for("results.result"), 303)


@bp.get("/resultat/las")
@with_result
def read_out(visit: Visit) -> Answer:
    """The first steps in large letters, to be read out and then forgotten; as on paper, nothing screen-only."""
    report = paper_report(library(), case_of(visit), today())
    return render_template("plan/read_out.html", report=report, plan=plan_of(report))


@bp.get("/resultat/skriv-ut")
@with_result
def printed(visit: Visit) -> Answer:
    """The sheet as a page that the browser itself prints: for a kiosk with a printer, where no PDF can be opened."""
    response = make_response(sheet_html(paper_report(library(), case_of(visit), today()), on_screen=True))
    if kiosk_cookie(current_app, request):
        # The sheet has no script that asks: it is left for the question after a while, whether somebody reads or not.
        response.headers["Refresh"] = f"{KIOSK_ASKS}; url={url_for('kiosk.still_there', fran=request.path)}"
    return response


def picture_of(visit: Visit) -> Picture | None:
    """The first that can be scanned of: everything, without lines of one's own, without a budget, without debts too.

    The list of debts stays longer than the budget: it is what a letter was looked up for, line by line.
    """
    address = url_for(".arrive", _external=True)
    budget = {name: entry for name, entry in visit.budget.items() if name not in visit.own_lines}
    ways: tuple[tuple[LeftOut, Visit], ...] = (
        ("", visit),
        ("own", replace(visit, budget=budget, own_lines=())),
        ("budget", replace(visit, budget={}, own_lines=())),
        ("debts", replace(visit, budget={}, own_lines=(), debts=())),
    )
    drawings = ((left_out, drawn(address, written(less))) for left_out, less in ways)
    return next((Picture(svg, left_out) for left_out, svg in drawings if svg), None)


def drawn(address: str, text: str) -> Markup | None:
    """The picture of the link; None where it would be too fine to scan."""
    try:
        code = segno.make(f"{address}#{text}", error="l", micro=False, boost_error=False)
    except DataOverflowError:
        return None
    if not isinstance(code.version, int) or code.version > LARGEST_CODE:
        return None
    picture = code.svg_inline(border=4, dark="#000000", light="#ffffff", svgclass="qr carried", omitsize=True)
    return Markup(picture)  # noqa: S704 - drawn from our own address


def written(visit: Visit) -> str:
    """What stands after the `#`: the visit without what never leaves the screen, encrypted for a day."""
    questionnaire = questionnaire_of(visit)
    public = answers_of(visit).without_sensitive(questionnaire).plain(questionnaire)
    return _encrypted().encrypt(plain(replace(_of_link(visit), answers=public)), time.time())


def _of_link(visit: Visit) -> Visit:
    """What a link holds of a visit: no sums, which can be made again, and no marks of the letter door or the plan."""
    return replace(visit, sums={}, letters={}, what_if={}, done=())


def _encrypted() -> Encrypted:
    settings: Settings = current_app.extensions["itid_settings"]
    return Encrypted((settings.secret_key, *settings.secret_key_fallbacks), DAY, DAY, PURPOSE)
