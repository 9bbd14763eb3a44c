"""The result on the screen, and the same on paper."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from report.build import Report, paper_report
from web import cookie
from web.paper_answer import paper_answer
from web.pdf import Renderers
from web.printed import on_paper
from web.sheet import sheet_html
from web.sums.every import BY_RULE, both_of
from web.sums.spec import Sum
from web.visit import case_of, journey_of, library, renderers, today

room = Blueprint("results", __name__)


@room.get("/resultat")
def result() -> str | tuple[str, int]:
    """What works, the level, why, the first steps, whom to call; the rest folded."""
    visit = cookie.read()
    if not (visit.answers or visit.budget):
        return render_template("result/empty.html"), 404
    renderers().warm()
    case = case_of(visit)
    open_step = journey_of(visit).first_open if visit.answers else None
    printing = on_paper(case)
    report = printing.report
    return render_template(
        "result/result.html",
        report=report,
        printing=printing,
        open_step=open_step,
        made=both_of(report, visit),
        count_on=_count_on(report),
    )


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


@room.get("/resultat.pdf")
def sheet() -> Response | tuple[str, int]:
    """The sheet: the same report without anything sensitive. Nothing is written to disk."""
    visit = cookie.read()
    if not (visit.answers or visit.budget):
        return render_template("result/empty.html"), 404
    report = paper_report(library(), case_of(visit), today())
    asked = {"beside": "beside" in request.args, "with_answers": "answers" in request.args}
    page = sheet_html(report, made=both_of(report, visit), **asked)
    pool: Renderers = renderers()
    return paper_answer(pool.render(page))
