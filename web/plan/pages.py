"""The result on the screen, and the same on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Redirect

from report.build import Report, build_report, paper_report
from report.case import Case
from web.check.forms import minutes_to_answer
from web.extensions import library, today
from web.forms.fields import TokenForm
from web.paper.answer import paper_answer
from web.paper.pdf import Renderers, renderers
from web.paper.sheet import sheet_html
from web.plan.rows import crisis_of, plan_of
from web.plan.screen import others_of, screen_of
from web.session import cookie
from web.session.cookie import Visit
from web.session.visit import case_of
from web.sums.registry import BY_RULE, both_of
from web.sums.spec import Sum

bp = Blueprint("results", __name__)

MOST_USEFUL = ("letters", "unpaid_now", "money_lasts", "months_late", "mail")
"""The questions that say most, where too little is known; so many of them are named."""
MOST_ASKED = 3


@bp.get("/resultat")
def result() -> str | tuple[str, int]:
    """The act for now, the plan, and what is folded: the budget, why, what is good to know, the answers."""
    visit = cookie.read()
    if not (visit.answers or visit.budget):
        return render_template("plan/empty.html"), 404
    renderers().warm()
    return result_page(case_of(visit), visit)


def result_page(case: Case, visit: Visit) -> str:
    """The page of a case; `visit` holds what is no part of it: sums that were made, and ticks."""
    known = library()
    report = build_report(known, case, today())
    plan = plan_of(report)
    paper = paper_report(known, case, today())
    return render_template(
        "plan/result.html",
        report=report,
        plan=plan,
        screen=screen_of(report, plan, known.advice.order, visit.done),
        others_of=others_of,
        crisis=crisis_of(report, known.advice.order),
        paper=paper,
        paper_plan=plan_of(paper),
        door=known.door,
        made=both_of(report, visit),
        count_on=_count_on(report),
        **_still_to_ask(report),
    )


@bp.post("/resultat/klart")
def tick() -> Redirect:
    """Tick a step as done, or take the tick away; it is kept in the visit."""
    step = request.form.get("done", "")
    visit = cookie.read()
    if TokenForm().validate_on_submit() and step in {block.id for block in library().advice.blocks}:
        left = [one for one in visit.done if one != step]
        cookie.write(replace(visit, done=left if step in visit.done else [*left, step]))
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


def _count_on(report: Report) -> list[Sum]:
    """The sums that are near at hand in this life and not made yet."""
    given = {f"{question.id}.{option.id}" for question, options in report.questions for option in options}
    wanted = {
        "protected_amount": "letters.attachment" in given,
        "late_bill": not given.isdisjoint({"letters.reminder", "letters.collection", "letters.payment_order"}),
        "month_calendar": report.sums is not None,
        "repayment": bool(report.sums and report.sums.debts),
        "minimum_standard": "BENEFITS" in report.flags,
    }
    return [BY_RULE[rule] for rule, fits in wanted.items() if fits]


@bp.get("/resultat.pdf")
def sheet() -> Response | tuple[str, int]:
    """The sheet: the same report without anything sensitive. Nothing is written to disk."""
    visit = cookie.read()
    if not (visit.answers or visit.budget):
        return render_template("plan/empty.html"), 404
    report = paper_report(library(), case_of(visit), today())
    asked = {"beside": "beside" in request.args, "with_answers": "answers" in request.args}
    page = sheet_html(report, made=both_of(report, visit), **asked)
    pool: Renderers = renderers()
    return paper_answer(pool.render(page))
