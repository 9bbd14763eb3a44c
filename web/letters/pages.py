"""The letter door: drawings to choose from, a page for each kind of letter, its paper, and the form letters."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for

from advice.letter_reader import QUESTION
from advice.letters import Letter
from questionnaire.model import NOTHING, SKIP
from web.extensions import library, today, warm_renderers, whom_to_call
from web.forms.posts import Answer, counts, form_page, pressed_any
from web.forms.rows import TypedForm, filled
from web.letters.view import (
    SELDOM,
    Known,
    find_letter,
    known_of,
    letter_form,
    letter_view,
    note_of,
    read_dates,
    texts_of_known,
)
from web.session import cookie
from web.session.as_case import answers_of, with_answers
from web.session.letter_dates import with_date
from web.session.visit import LetterNote, Visit

bp = Blueprint("letters", __name__)

PLAN = "plan"
"""The button that puts a letter into the plan."""
BACK = "back"
"""The button of the check, where the same day can be typed: it goes on there."""
YOUNGEST = "u16"
"""The age group without a check."""


@bp.get("/brev/")
def every() -> str:
    """All kinds of letters by their drawings."""
    warm_renderers()
    return render_template("letters/every.html", letters=library().door.letters)


@bp.route("/brev/<letter>", methods=["GET", "POST"])
def one(letter: str) -> Answer:
    """One kind of letter. The days that are typed are kept in the visit; one button leads on to the plan with them."""
    found = find_letter(letter)
    if request.method == "POST":
        return _take(found, plan=pressed_any(PLAN))
    return _page(found, _known_form(found))


@bp.post("/brev/<letter>/koll")
def add_to_check(letter: str) -> Answer:
    """The button of a page that was open before an update: the letter goes into the plan."""
    return _take(find_letter(letter), plan=True)


def _known_form(letter: Letter) -> TypedForm:
    known = known_of(cookie.read(), letter)
    return filled(letter_form(letter, known.given), texts_of_known(letter, known))


def _take(letter: Letter, *, plan: bool) -> Answer:
    visit = cookie.read()
    form = letter_form(letter, known_of(visit, letter).given)()
    given = read_dates(letter, form, today()) if counts(form) else None
    if given is None:
        return _page(letter, form)
    noted = replace(note_of(visit, letter), amount=form.typed.get("amount", ""))
    visit = with_date(_noted(visit, letter, noted), letter.id, given)
    if letter.option and plan:
        return _to_plan(visit, letter, letter.option)
    cookie.write(visit)
    if pressed_any(BACK):
        return redirect(url_for("check.onward"), 303)
    return redirect(url_for(".one", letter=letter.id, _anchor="by-when"), 303)


def _to_plan(visit: Visit, letter: Letter, option: str) -> Answer:
    """Tick the letter and show the plan at once, whatever else was answered; the youngest have a page of theirs."""
    visit = _noted(visit, letter, replace(note_of(visit, letter), in_check=True))
    if visit.age_group == YOUNGEST:
        cookie.write(visit)
        return redirect(url_for("check.too_young"), 303)
    cookie.write(_answered(visit, option))
    return redirect(url_for("results.result"), 303)


def _noted(visit: Visit, letter: Letter, note: LetterNote) -> Visit:
    """The letter that was used last stands last: there somebody who comes back goes on."""
    others = {name: one for name, one in visit.letters.items() if name != letter.id}
    return replace(visit, letters={**others, letter.id: note})


def _answered(visit: Visit, option: str) -> Visit:
    answers = answers_of(visit)
    before = [one for one in answers.chosen.get(QUESTION, ()) if one not in (NOTHING, SKIP)]
    return with_answers(visit, answers.with_(QUESTION, tuple(dict.fromkeys([*before, option]))))


def _page(letter: Letter, form: TypedForm) -> Answer:
    door, visit = library().door, cookie.read()
    known = Known() if form.is_submitted() else known_of(visit, letter)
    directory = whom_to_call()
    return form_page(
        "letters/letter.html",
        form,
        letter=letter,
        seldom=SELDOM,
        view=letter_view(letter, known, library(), today()),
        next_letter=door.after(letter),
        form_letters=[door.forms_by_id[name] for name in letter.form_letters],
        authorities=[door.authorities_by_id[name] for name in letter.authorities],
        first=next((one for one in directory.pick(letter.contacts) if directory.phone_of(one)), None),
        in_plan=letter.option in visit.answers.get(QUESTION, ()),
    )
