"""The result on the screen, and the same on paper."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, render_template, request

from report.build import Report, build_reports, paper_report
from web.check.forms import minutes_to_answer
from web.extensions import library, today
from web.paper.answer import paper_answer
from web.paper.pdf import Renderers, renderers
from web.paper.sheet import sheet_html
from web.plan.rows import crisis_of, plan_of
from web.session import cookie
from web.session.as_case import case_of
from web.sums.registry import BY_RULE, both_of
from web.sums.spec import Sum

bp = Blueprint("results", __name__)

MOST_USEFUL = ("letters", "unpaid_now", "money_lasts", "months_late", "mail")
"""The questions that say most, where too little is known; so many of them are named."""
MOST_ASKED = 3


@bp.get("/resultat")
def result() -> str | tuple[str, int]:
    """The headline, the plan with whom to call, what is not known yet, why; the rest folded."""
    visit = cookie.read()
    if not (visit.answers or visit.budget):
        return render_template("plan/empty.html"), 404
    renderers().warm()
    known = library()
    report, paper = build_reports(known, case_of(visit), today())
    return render_template(
        "plan/result.html",
        report=report,
        plan=plan_of(report),
        crisis=crisis_of(report, known.advice.order),
        paper=paper,
        paper_plan=plan_of(paper),
        door=known.door,
        made=both_of(report, visit),
        count_on=_count_on(report),
        **_still_to_ask(report),
    )


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
