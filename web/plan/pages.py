"""The result on the screen, and the same on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Redirect

from report.build import Report, build_reports, paper_report
from report.case import Case
from report.rows import MANY_ROWS, crisis_of, plan_of
from web.extensions import library, today
from web.forms.fields import TokenForm
from web.forms.posts import counts, pressed
from web.i18n.reading_time import minutes_to_answer
from web.paper.press.pdf import paper_answer, renderers
from web.paper.quiet_sheet import quiet_sheet_html
from web.paper.sheet import sheet_html
from web.plan.empty import with_result
from web.plan.screen import others_of, screen_of
from web.session import cookie
from web.session.as_case import case_of
from web.session.visit import Visit
from web.sums.registry import both_of, near_at_hand, of_steps

bp = Blueprint("results", __name__)

MOST_USEFUL = ("letters", "unpaid_now", "money_lasts", "months_late", "mail")
"""The questions that say most, where too little is known; so many of them are named."""
MOST_ASKED = 3


@bp.get("/resultat")
@with_result
def result(visit: Visit) -> str:
    """The act for now, the plan, and what is folded: the budget, why, what is good to know, the answers."""
    renderers().warm()
    return result_page(case_of(visit), visit)


def result_page(case: Case, visit: Visit) -> str:
    """The page of a case; `visit` holds what is no part of it: sums that were made, and ticks."""
    known = library()
    report, paper = build_reports(known, case, today())
    plan, made = plan_of(report), both_of(report, visit)
    return render_template(
        "plan/result.html",
        report=report,
        plan=plan,
        screen=screen_of(report, plan, known.advice.order, visit.done),
        others_of=others_of,
        crisis=crisis_of(report, known.advice.order),
        paper=paper,
        paper_plan=plan_of(paper),
        MANY_ROWS=MANY_ROWS,
        door=known.door,
        made=made,
        step_sums=of_steps(made),
        count_on=near_at_hand(report),
        **_still_to_ask(report),
    )


@bp.post("/resultat/klart")
def tick() -> Redirect:
    """Tick a step as done, or take the tick away; it is kept in the visit."""
    step = pressed("done")
    visit = cookie.read()
    if counts(TokenForm()) and step in {block.id for block in library().advice.blocks}:
        left = tuple(one for one in visit.done if one != step)
        cookie.write(replace(visit, done=left if step in visit.done else (*left, step)))
    return redirect(url_for(".result", _anchor=f"step-{step}" if step in visit.done else None), 303)


def _still_to_ask(report: Report) -> dict[str, Any]:
    """What has not been asked, the quick part apart; and of what was asked, what would help most to know."""
    asked = [question for question, _options in report.questions]
    left = [question for question in asked if question.id in report.not_asked]
    rest = [question for question in left if question.part == "rest"]
    unknown = [question for question, options in report.questions if not options]
    most_useful = sorted(
        (question for question in unknown if question.id in MOST_USEFUL), key=lambda one: MOST_USEFUL.index(one.id)
    )
    return {
        "quick_left": [question for question in left if question.part == "quick"],
        "rest_left": rest,
        "minutes": minutes_to_answer(rest),
        "most_useful": most_useful[:MOST_ASKED],
    }


@bp.get("/resultat/utan-namn.pdf")
@with_result
def quiet_sheet(visit: Visit) -> Response:
    """The sheet without names of letters, for everybody alike. Nothing is written to disk."""
    return paper_answer(quiet_sheet_html(paper_report(library(), case_of(visit), today())))


@bp.get("/resultat.pdf")
@with_result
def sheet(visit: Visit) -> Response:
    """The sheet: the same report without anything sensitive. Nothing is written to disk."""
    report = paper_report(library(), case_of(visit), today())
    asked = {"beside": "beside" in request.args, "with_answers": "answers" in request.args}
    return paper_answer(sheet_html(report, made=both_of(report, visit), **asked))
