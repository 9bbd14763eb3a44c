"""Counted on paper: the tally form typed in, and the same results and the same paper as a room has. Nothing is kept."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request
from flask_babel import gettext as _

from classroom.counts import MOST_SEATS
from classroom.from_paper import TRUSTS, Counted, counted, sealed
from classroom.quiz import WAVES, asked
from web.classroom.lead.shown import told_by
from web.classroom.lesson import in_an_open_room
from web.classroom.rooms import content
from web.forms.fields import TextField, TokenForm
from web.forms.posts import Answer, counts, form_page, pressed_any
from web.forms.reading import Unreadable, number_of
from web.paper.class_sheets import class_sheet_html
from web.paper.press.pdf import paper_answer

bp = Blueprint("from_paper", __name__)

FILE_NAME = "klassen.pdf"
LONGEST = 10


@bp.route("/klass/raknat", methods=["GET", "POST"])
def typed() -> Answer:
    """The form; or what came of it, on the page or on paper. The numbers travel in each post and stand nowhere else."""
    if in_an_open_room():
        return render_template("classroom/after_lesson.html")
    form = _form()
    if not counts(form) or pressed_any("change"):
        return _page(form, {})
    numbers, faults = _read(form)
    waves = [_wave(numbers, wave, faults) for wave in WAVES]
    if not faults and all(one.empty for one in waves):
        faults[f"{WAVES[0]}-{content().quiz.statements[0].id}-right"] = _("Skriv minst en rad.")
    if faults:
        return _page(form, faults)
    told = told_by([sealed(one) for one in waves])
    if pressed_any("pdf"):
        return paper_answer(class_sheet_html(told), FILE_NAME)
    return render_template("classroom/counted.html", form=form, **told)


def _form() -> TokenForm:
    """A box for each number of the tally form, in both waves."""
    ids = [one.id for one in content().quiz.statements]
    boxes = (*(f"{one}-{what}" for one in ids for what in ("right", "answered")), *TRUSTS)
    form: TokenForm = type(
        "TallyForm", (TokenForm,), {f"{wave}-{box}": TextField(LONGEST) for wave in WAVES for box in boxes}
    )()
    return form


def _read(form: TokenForm) -> tuple[dict[str, int | None], dict[str, str]]:
    """The numbers by their boxes, None for an empty one; and what is wrong, by its box."""
    numbers: dict[str, int | None] = {}
    faults: dict[str, str] = {}
    for field in form.leaves:
        try:
            numbers[field.name] = number_of(field.data, 0, MOST_SEATS) if field.data else None
        except Unreadable as fault:
            faults[field.name] = str(fault)
    return numbers, faults


def _wave(numbers: dict[str, int | None], wave: str, faults: dict[str, str]) -> Counted:
    """One wave; a row that cannot be is added to the faults."""
    ids = [one.id for one in content().quiz.statements]
    start = f"{wave}-"
    of_wave = {name.removeprefix(start): number for name, number in numbers.items() if name.startswith(start)}
    found = counted(of_wave, ids)
    for name, row in zip(ids, found.rows, strict=True):
        if row.more_right_than_answered:
            faults[f"{wave}-{name}-right"] = _("Rätt kan inte vara fler än svarade.")
    return found


def _page(form: TokenForm, faults: dict[str, str]) -> Answer:
    quiz = content().quiz
    values: dict[str, Any] = {
        "waves": [(wave, asked(quiz, wave)) for wave in WAVES],
        "quiz": quiz,
        "faults": faults,
        "fault": form.fault or next(iter(faults.values()), ""),
        "sent_back": request.method == "POST" and not faults and not form.fault,
    }
    if values["sent_back"]:
        return render_template("classroom/count.html", form=form, **values)
    return form_page("classroom/count.html", form, **values)
