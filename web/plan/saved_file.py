"""Saving what was answered as a small file, only when asked for, and going on from it later; and the spreadsheet.

The file is a page that can be read anywhere, with the case (docs/case-format.md) as one block in it, without the
sensitive answers, under a name that says nothing. The case alone, as files were before, can be had and loaded too.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_wtf.file import FileField
from werkzeug.wrappers import Response as Redirect
from wtforms import BooleanField

from calculator.inputs import InputError, parse_json
from content.money import plain
from report.build import paper_report
from report.case import Case
from report.case_debts import as_input
from report.case_format import Setting, parse_case
from web.extensions import library, today
from web.forms.fields import TokenForm
from web.forms.posts import Answer, counts, form_page
from web.plan.places import known_place
from web.plan.saved_page import block_of, saved_page
from web.session import cookie
from web.session.as_case import case_of, questionnaire_of
from web.session.cookie import VisitTooLarge
from web.session.letter_dates import plain as plain_date
from web.session.visit import Visit, entries

bp = Blueprint("saved", __name__)

FILE_NAME, CASE_NAME = "min-manad.html", "min-manad.json"
LARGEST_FILE = 64 * 1024
AROUND_FILE = 4 * 1024
"""What a browser sends beside the file."""
MOST_PLACES = 8
"""So many places in a file that cannot be read are named."""
GROUPS = ((26, "26plus"), (18, "18_25"), (16, "16_17"), (0, "u16"))
"""The lowest age of each group, the oldest first."""


class FileForm(TokenForm):
    """The file that was saved."""

    file = FileField()
    replace = BooleanField()
    """Whether what is in the browser may be replaced."""


@bp.before_request
def take_a_larger_file() -> None:
    """A page is larger than anything else that is sent here: it may be, at this address alone."""
    if request.endpoint == "saved.take_back":
        request.max_content_length = LARGEST_FILE + AROUND_FILE
        request.max_form_memory_size = LARGEST_FILE + AROUND_FILE


@bp.get("/spara")
def save() -> str:
    """What can be saved, and what to think of first."""
    visit = cookie.read()
    return render_template("plan/save.html", budget=bool(visit.budget), answers=visit.answers)


@bp.get(f"/spara/{FILE_NAME}")
def file() -> Response | Redirect:
    """The page that is saved: the report for paper to read, and the case to load again."""
    visit = cookie.read()
    if not _has_something(visit):
        return redirect(url_for(".save"))
    report = paper_report(library(), case_of(visit), today())
    return _download(saved_page(report, as_case(visit)).encode(), "text/html", FILE_NAME)


@bp.get(f"/spara/{CASE_NAME}")
def case_alone() -> Response | Redirect:
    """The visit in the case format, without the sensitive answers."""
    visit = cookie.read()
    if not _has_something(visit):
        return redirect(url_for(".save"))
    written = json.dumps(as_case(visit), ensure_ascii=False, indent=1)
    return _download(written.encode(), "application/json", CASE_NAME)


def _has_something(visit: Visit) -> bool:
    return bool(visit.answers or visit.budget or visit.household or visit.debts)


@bp.route("/oppna", methods=["GET", "POST"])
def take_back() -> Answer:
    """Go on from a file that was saved here. A file that cannot be read changes nothing."""
    form = FileForm()
    if not counts(form):
        too_long = form.page_was_open_too_long
        return _page(form, _("Sidan var öppen länge. Välj filen en gång till.") if too_long else "")
    if cookie.read().open and not form.replace.data:
        return _page(form, _("Här finns redan något. Kryssa i rutan om det får bytas ut. Välj sedan filen igen."))
    written = form.file.data.read(LARGEST_FILE + 1) if form.file.data else b""
    if not written:
        return _page(form, _("Välj filen som du har sparat. Den heter något med min-manad."))
    if len(written) > LARGEST_FILE:
        return _page(form, _("Filen är för stor för att vara sparad härifrån."))
    try:
        visit = as_visit(parse_json(block_of(written)))
        cookie.write(visit)
    except InputError as error:
        if [fault.at for fault in error.faults] == ["(input)"]:
            return _page(form, _("Det går inte att läsa filen. Välj en fil som du har sparat härifrån."))
        places = tuple(dict.fromkeys(filter(None, (known_place(fault.at) for fault in error.faults))))
        return _page(
            form, _("Något i filen går inte att läsa. Det du har här i webbläsaren är kvar som det var."), places
        )
    except VisitTooLarge:
        return _page(form, _("Filen har fler rader än vad som får plats i webbläsaren."))
    return redirect(url_for(_page_of(visit)), 303)


def _page_of(visit: Visit) -> str:
    """Where to go on: the result of the answers, the budget alone, or the debts alone."""
    if not visit.answers and visit.budget:
        return "budget.summary"
    return "debts.every" if visit.debts and not visit.answers else "results.result"


def as_case(visit: Visit) -> dict[str, Any]:
    """The visit in the case format. What never leaves the screen is not in it."""
    case: Case = case_of(visit)
    questionnaire = questionnaire_of(visit)
    kept: dict[str, Any] = {"municipality": case.municipality}
    if visit.role:
        kept["for"] = visit.role
    if case.age is not None:
        kept["age"] = case.age
    if visit.answers:
        kept |= {
            "questionnaire": case.questionnaire,
            "answers": case.answers.without_sensitive(questionnaire).plain(questionnaire),
        }
    if case.letters_dates:
        kept["letters_dates"] = {letter: plain_date(given) for letter, given in case.letters_dates.items()}
    if visit.household is not None:
        kept["household"] = visit.household.model_dump(mode="json", exclude_defaults=True)
    if case.budget is not None:
        kept["budget"] = {
            kind: [_line(line) for line in getattr(case.budget, kind)] for kind in ("income", "costs", "debts")
        }
    if case.debts:
        kept["debts"] = [as_input(debt) for debt in case.debts]
    return kept


def as_visit(raw: object) -> Visit:
    """The visit that a file describes. Raises `InputError` with every fault."""
    if isinstance(raw, dict):
        # The figures are those of today, the language that of the page, and the place is the one that is served.
        raw = {key: value for key, value in raw.items() if key not in ("day", "language", "municipality")}
    settings = current_app.extensions["itid_settings"]
    asked = parse_case(raw, Setting(library(), today(), settings.municipality, ("sv",)))
    case, known = asked.case, library().calculator
    questionnaire = library().questions.questionnaires[case.questionnaire]
    answers = case.answers.plain(questionnaire)
    visit = Visit(
        role=_role(raw),
        age_group="" if case.age is None else next(group for lowest, group in GROUPS if case.age >= lowest),
        questionnaire=case.questionnaire if answers else "",
        answers=answers,
        household=case.household,
        budget=entries(case.budget or ()),
        letters_dates=case.letters_dates,
        debts=case.debts,
    )
    own = [name for name in visit.budget if name in known.own_lines]
    return replace(visit, own_lines=tuple(own[: known.own.most]))


def _role(raw: object) -> str:
    return str(raw.get("for", "")) if isinstance(raw, dict) else ""


def _line(line: Any) -> dict[str, Any]:
    described = {"id": line.id, "amount": plain(line.amount), "period": line.period}
    return described | ({"about": True} if line.about else {})


def _page(form: TokenForm, fault: str, places: tuple[str, ...] = ()) -> Answer:
    return form_page("plan/open.html", form, fault=fault, places=places[:MOST_PLACES])


def _download(content: bytes, kind: str, name: str) -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
