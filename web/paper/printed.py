"""What of a report is printed, and the words that the sheet has of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advice.place import Contact
from report.build import Report
from report.rows import ADVISER_STEP, GROUPS, HELPING, MANY_ROWS, Caller, Numbers, Row, rows_of, unfolded
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
BANDS = {"today": N_("I dag"), "this_week": N_("Den här veckan"), "later": N_("Sedan")}
FIRST_BAND = "today"
SAME_NUMBER = N_("samma nummer som ovan")
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
SAY = N_("Säg så här:")
INTERPRETER, ASKED = N_("Vill du ha tolk? Säg så här:"), "”Jag behöver tolk. Jag talar nordkurdiska.”"
RING, LETTERS = N_("Ring"), N_("brev")
WAS, ANYWAY = N_("Sista dagen var %(day)s"), N_("Ring ändå i dag")
MEET = N_("Träffa oss:")
DRAFT = N_("Översättningen är inte granskad. Svenskan gäller.")
WRONG = N_("Om ett råd är fel, berätta det för:")


@dataclass(frozen=True, slots=True)
class Called:
    """Whom a row is called by: one number that stands large at its edge, and the others, named in its text."""

    own: Caller | None
    """Whom to call first where the number is the person's own, such as a landlord's."""
    first: Caller | None
    others: tuple[Caller, ...]

    @property
    def rest(self) -> tuple[Caller, ...]:
        """All but the one with the large number."""
        return (self.own, *self.others) if self.own else self.others


@dataclass(frozen=True, slots=True)
class OnPaper:
    """The plan as it is printed: the act, its rows under when they are done, and each number once.

    `contacts` are those that no row has named, `helplines` those whose number does not stand yet, and `titles` the
    steps of which only the title is printed. `line` is said over the plan to whoever helps somebody.
    """

    act: Row | None
    bands: tuple[tuple[str, tuple[Row, ...]], ...]
    contacts: tuple[Caller, ...]
    helplines: tuple[Contact, ...]
    titles: tuple[Step, ...]
    line: Step | None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows below the act, without their bands."""
        return tuple(row for _name, rows in self.bands for row in rows)


def on_paper(report: Report, *, others: bool = True) -> OnPaper:
    """The plan of a report; without `others` only urgent steps are rows, or the first step where none is urgent."""
    line = next((step for step in unfolded(report) if _is_line(step)), None)
    rows = _with_adviser(rows_of(_steps(report, others)), report)
    numbers = Numbers(report.directory)
    rows = [numbers.said_in(row) for row in rows]
    contacts = tuple(one for one in numbers.not_listed(report.contacts) if one.contact not in report.helplines)
    helplines = tuple(contact for contact in report.helplines if numbers.is_new(contact))
    printed = {step.block.id for row in rows for step in row.steps}
    titles = tuple(step for step in report.steps if step.block.id not in printed and not _is_line(step))
    below = [*_rest_of(rows[0]), *rows[1:]] if rows else []
    return OnPaper(rows[0] if rows else None, tuple(_bands(below)), contacts, helplines, titles, line)


def called(row: Row) -> Called:
    """The first caller with a number of its own, and everybody else that the row names."""
    first = next((one for one in row.callers if one.phone), None)
    own = row.callers[0] if row.callers and row.callers[0].contact.where and row.callers[0].at is None else None
    own = None if own is first else own
    return Called(own, first, tuple(one for one in row.callers if one not in (first, own)))


def with_number(callers: tuple[Caller, ...]) -> tuple[Caller, ...]:
    """Those whose number stands here for the first time; else the first of them, so that no row is without."""
    return tuple(one for one in callers if one.phone) or callers[:1]


def tells_of_kronofogden(report: Report) -> bool:
    """Whether it is said what Kronofogden does: only to somebody with a letter, or near one."""
    letters = next((options for question, options in report.questions if question.id == "letters"), ())
    return any(option.id != "nothing" for option in letters) or not ABOUT_KRONOFOGDEN.isdisjoint(report.rules)


def _steps(report: Report, others: bool) -> list[Step]:
    steps = [step for step in unfolded(report) if not _is_line(step)]
    urgent = [step for step in steps if step.urgent] or steps[:1]
    return steps if others else urgent


def _with_adviser(rows: list[Row], report: Report) -> list[Row]:
    """Whoever has many urgent rows need not do all of it alone: the adviser stands second."""
    adviser = next((step for step in report.steps if step.block.id == ADVISER_STEP and not step.urgent), None)
    if adviser is None or sum(row.urgent for row in rows) <= MANY_ROWS:
        return rows
    left = [row for row in rows if row.steps != (adviser,)]
    return [*left[:1], Row(0, (replace(adviser, when=left[0].steps[0].when),)), *left[1:]]


def _rest_of(act: Row) -> list[Row]:
    """The act is one step. The others of the same call stand below it, without the number again."""
    return [Row(act.number, act.steps[1:])] if act.together else []


def _bands(rows: Sequence[Row]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    for name, when in GROUPS:
        found = tuple(row for row in rows if row.steps[0].when in when)
        if found:
            yield BANDS[name], found


def _is_line(step: Step) -> bool:
    return step.urgent and step.block.id == HELPING
