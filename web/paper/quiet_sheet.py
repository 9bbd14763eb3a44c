"""The sheet without names of letters: for a door that others see. It holds days, numbers and tick boxes only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flask import current_app

from report.build import Report
from report.rows import Row
from web.i18n.languages import current
from web.paper.fit.measured import MOST_NOTES, NOTE, PAGE
from web.paper.printed import BANDS, FIRST_BAND, OnPaper, called, on_paper
from web.paper.sheet import NUMBER_SPAN, tel

HEAD, ROW = 105.0, 20.0
"""Millimetres of the act with the heads of page and notes, and of a row with its line, as in static/sheet.css."""


def quiet_sheet_html(report: Report) -> str:
    """The page in the language of the page; `report` is the one for paper."""
    template = current_app.jinja_env.get_template("paper/quiet.html")
    bands = {"now": BANDS[FIRST_BAND], **BANDS}
    rows = tuple(_rows(on_paper(report)))
    page = template.render(rows=rows, bands=bands, called=called, tel=tel, notes=_notes(rows))
    return NUMBER_SPAN.sub(r"\1", page) if current().direction == "ltr" else page


def _notes(rows: tuple[Row, ...]) -> int:
    """How many lines for notes there is room for below the rows."""
    steps = sum(len(row.steps) for row in rows[1:])
    return min(max(int((PAGE - HEAD - ROW * steps) / NOTE), 0), MOST_NOTES)


def _rows(plan: OnPaper) -> Iterator[Row]:
    """The act alone, and the rows below it: among them are the other steps of its call."""
    if plan.act:
        yield replace(plan.act, steps=plan.act.steps[:1])
    yield from plan.rows
