"""The letter door: drawings to choose from, a page for each kind of letter, its paper, and the form letters."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from advice.letter_reader import QUESTION
from advice.letters import FormLetter, Letter
from questionnaire.model import NOTHING, SKIP
from web import cookie
from web.cookie import Visit
from web.forms import TokenForm
from web.letter_sheet import form_letter_html, letter_sheet_html
from web.letter_view import IN_CHECK, LetterView, asks_of, known_of, letter_view, plain_view
from web.paper_answer import paper_answer
from web.sums.form import SumForm, texts_of
from web.switching import sent
from web.visit import answers_of, journey_of, library, renderers, today, with_answers

room = Blueprint("letters", __name__)


@room.get("/brev/")
def every() -> str:
    """All kinds of letters by their drawings."""
    renderers().warm()
    return render_template("letters/every.html", letters=library().door.letters)


@room.route("/brev/<letter>", methods=["GET", "POST"])
def one(letter: str) -> str | Answer | tuple[str, int]:
    """One kind of letter. The days that are typed are kept in the visit, as everything else."""
    found = _letter(letter)
    if request.method == "POST":
        return _take(found)
    known = known_of(cookie.read().letters, found)
    form = SumForm(asks_of(found), known)
    view = letter_view(found, form, library(), today())
    return _page(found, SumForm(asks_of(found), {}) if view is None else form, view)


@room.post("/brev/<letter>/koll")
def add_to_check(letter: str) -> Answer | tuple[str, int]:
    """Tick this letter in the check: at once where its question is answered, otherwise when it is asked."""
    found = _letter(letter)
    if found.option is None:
        abort(404)
    visit = cookie.read()
    if not TokenForm().validate_on_submit():
        return _page(found, SumForm(asks_of(found), known_of(visit.letters, found)), None), 422
    visit = replace(visit, letters={**visit.letters, found.id: {**known_of(visit.letters, found), IN_CHECK: "1"}})
    if visit.questionnaire and QUESTION in visit.answers:
        visit = _answered(visit, found.option)
    cookie.write(visit)
    if not visit.questionnaire:
        return redirect(url_for("check.who"), 303)
    step = journey_of(visit).first_open
    return redirect(url_for("check.question", step=step) if step else url_for("check.answers"), 303)


@room.get("/brev/<letter>.pdf")
def sheet(letter: str) -> Response:
    """One page of paper about this letter alone. Nothing is written to disk."""
    found = _letter(letter)
    form = SumForm(asks_of(found), known_of(cookie.read().letters, found))
    view = letter_view(found, form, library(), today()) or plain_view(found, library(), today())
    return paper_answer(renderers().render(letter_sheet_html(view, beside="beside" in request.args)))


@room.get("/brev/svar/<form_letter>.pdf")
def form_letter(form_letter: str) -> Response:
    """A form letter to fill in by hand, in Swedish, with the page's language beside it."""
    found: FormLetter | None = library().door.forms_by_id.get(form_letter)
    if found is None:
        abort(404)
    return paper_answer(renderers().render(form_letter_html(found)))


def picked(visit: Visit) -> list[str]:
    """The options of the question about letters that were chosen at the letter door."""
    letters = library().door.letters
    return [one.option for one in letters if one.option and IN_CHECK in known_of(visit.letters, one)]


def _letter(name: str) -> Letter:
    found = library().door.by_id.get(name)
    if found is None:
        abort(404)
    return found


def _take(letter: Letter) -> Answer | tuple[str, int]:
    asks, visit = asks_of(letter), cookie.read()
    form = SumForm(asks, texts_of(request.form, asks), submitted=sent())
    if not sent():
        return _page(letter, form, None)
    if not TokenForm().validate_on_submit():
        form.page_was_open_too_long = True
        return _page(letter, form, None), 422
    if letter_view(letter, form, library(), today()) is None:
        return _page(letter, form, None), 422
    kept = {name: text for name, text in known_of(visit.letters, letter).items() if name == IN_CHECK}
    cookie.write(replace(visit, letters={**visit.letters, letter.id: {**kept, **form.typed}}))
    return redirect(url_for(".one", letter=letter.id, _anchor="by-when"), 303)


def _answered(visit: Visit, option: str) -> Visit:
    answers = answers_of(visit)
    before = [one for one in answers.chosen.get(QUESTION, ()) if one not in (NOTHING, SKIP)]
    return with_answers(visit, answers.with_(QUESTION, tuple(dict.fromkeys([*before, option]))))


def _page(letter: Letter, form: SumForm, view: LetterView | None) -> str:
    door = library().door
    return render_template(
        "letters/letter.html",
        letter=letter,
        form=form,
        faulty=form.is_submitted(),
        view=view or plain_view(letter, library(), today()),
        next_letter=door.after(letter),
        form_letters=[door.forms_by_id[name] for name in letter.form_letters],
        authorities=[door.authorities_by_id[name] for name in letter.authorities],
        in_check=letter.option in picked(cookie.read()),
    )
