"""What of a report is printed, and the words that the sheet has of its own."""

from __future__ import annotations

from report.build import Report
from report.rows import HELPING, Row, rows_of
from report.step import Step
from web.i18n.markers import N_

FACTS = (
    N_("De tar inte parti för någon. Du får ringa och fråga utan att säga vem du är."),
    N_("Du kan bekräfta ett brev. Det betyder inte att du godkänner skulden."),
    N_("Om Kronofogden tar av din lön får du behålla pengar till hyra, mat och annat du behöver."),
    N_("De tar inte dina kläder eller vanliga möbler. De tar inte barn."),
    N_("De tar inte ett hyreskontrakt. Men obetald hyra kan leda till vräkning."),
    N_("Hjälpen är gratis."),
)
"""What Kronofogden does and does not do, said of them as "they"."""
FIRST, CALL, LATER = N_("Gör det här först"), N_("Ring hit"), N_("Sedan, när du orkar")
LAST_DAY, GONE_BY = N_("Sista dag:"), N_("Sista dagen har gått. Ring ändå i dag.")
ABOUT_KRONOFOGDEN = frozenset(
    {
        "late_three_months",
        "priority_bill_unpaid",
        "attachment_or_cannot_pay",
        "over_half_to_debt",
        "borrowing_spiral",
        "essentials_every_month",
    }
)
"""The rules with which it is said what Kronofogden does; else only where there is a letter. It frightens others."""
TALK, ABOUT, NOTES = N_("Vill du prata med någon?"), N_("Om Kronofogden"), N_("Mina anteckningar")
SAY, ASK, BRING = N_("Säg så här:"), N_("Fråga efter:"), N_("Ha med:")
MEET = N_("Träffa oss:")
WRONG = N_("Om ett råd är fel, berätta det för:")


def printed_rows(report: Report, *, others: bool = True) -> list[Row]:
    """The first steps as rows; without `others` only the urgent ones, or the first step where none is urgent."""
    steps = [step for step in report.first_steps if not (step.urgent and step.block.id == HELPING)]
    urgent = [step for step in steps if step.urgent] or steps[:1]
    return rows_of(steps if others else urgent)


def titles_only(report: Report, *, others: bool) -> tuple[Step, ...]:
    """The steps of which only the title is printed."""
    printed = {step.block.id for row in printed_rows(report, others=others) for step in row.steps}
    return tuple(step for step in report.steps if step.block.id not in printed and not _is_line(step))


def helping_line(report: Report) -> Step | None:
    """What is said over the plan to whoever helps somebody."""
    return next((step for step in report.first_steps if _is_line(step)), None)


def tells_of_kronofogden(report: Report) -> bool:
    """Whether it is said what Kronofogden does: only to somebody with a letter, or near one."""
    letters = next((options for question, options in report.questions if question.id == "letters"), ())
    return any(option.id != "nothing" for option in letters) or not ABOUT_KRONOFOGDEN.isdisjoint(report.rules)


def _is_line(step: Step) -> bool:
    return step.urgent and step.block.id == HELPING
