"""The letter door: drawings to choose from, a page for each kind of letter, its paper, and the form letters."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for

from advice.letter_reader import QUESTION
from advice.letters import FormLetter, Letter
from calculator.letter_days import LetterDate
from questionnaire.model import NOTHING, SKIP
from web.extensions import library, today
from web.forms.fields import TokenForm
from web.forms.posts import Answer, counts, form_page
from web.forms.rows import TypedForm, filled
from web.letters.view import (
    NOTICE,
    SELDOM,
    Known,
    letter_form,
    letter_view,
    ore_of,
    read_dates,
    texts_of_known,
)
from web.paper.answer import FORM_NAME, paper_answer
from web.paper.letter_sheet import form_letter_html, letter_sheet_html
from web.paper.pdf import renderers
from web.session import cookie
from web.session.as_case import answers_of, journey_of, with_answers
from web.session.letter_dates import with_date
from web.session.reader import RENAMED_LETTERS
from web.session.visit import LetterNote, Visit

bp = Blueprint("letters", __name__)


@bp.get("/brev/")
def every() -> str:
    """All kinds of letters by their drawings."""
    renderers().warm()
    return render_template("letters/every.html", letters=library().door.letters)


@bp.route("/brev/<letter>", methods=["GET", "POST"])
def one(letter: str) -> Answer:
    """One kind of letter. The days that are typed are kept in the visit, as everything else."""
    found = _letter(letter)
    if request.method == "POST":
        return _take(found)
    return _page(found, _known_form(found))


@bp.post("/brev/<letter>/koll")
def add_to_check(letter: str) -> Answer:
    """Tick this letter in the check: at once where its question is answered, otherwise when it is asked."""
    found = _letter(letter)
    if found.option is None:
        abort(404)
    visit = cookie.read()
    if not counts(token := TokenForm()):
        return _page(found, _known_form(found), token)
    visit = _noted(visit, found, replace(_noted_of(visit, found), in_check=True))
    if visit.questionnaire and QUESTION in visit.answers:
        visit = _answered(visit, found.option)
    cookie.write(visit)
    if not visit.questionnaire:
        return redirect(url_for("check.who"), 303)
    step = journey_of(visit).first_open
    return redirect(url_for("check.question", step=step) if step else url_for("check.answers"), 303)


@bp.get("/brev/<letter>.pdf")
def sheet(letter: str) -> Response:
    """One page of paper about this letter alone. Nothing is written to disk."""
    found = _letter(letter)
    view = letter_view(found, _known(cookie.read(), found), library(), today())
    return paper_answer(letter_sheet_html(view, beside="beside" in request.args))


@bp.get("/brev/svar/<form_letter>.pdf")
def form_letter(form_letter: str) -> Response:
    """A form letter to fill in by hand, in Swedish, with the page's language beside it."""
    found: FormLetter | None = library().door.forms_by_id.get(form_letter)
    if found is None:
        abort(404)
    return paper_answer(form_letter_html(found), FORM_NAME)


def picked(visit: Visit) -> list[str]:
    """The options of the question about letters that were chosen at the letter door."""
    ticked = {name for name, note in visit.letters.items() if note.in_check}
    return [one.option for one in library().door.letters if one.option and one.id in ticked]


def _letter(name: str) -> Letter:
    if name in RENAMED_LETTERS:
        # An address in a bookmark or on a paper still leads to the page that comes nearest.
        abort(redirect(url_for(request.endpoint or ".one", letter=RENAMED_LETTERS[name]), 301))
    found = library().door.by_id.get(name)
    if found is None:
        abort(404)
    return found


def _known(visit: Visit, letter: Letter) -> Known:
    dates = visit.letters_dates
    amount = _noted_of(visit, letter).amount if letter.at_step else ""
    amount = amount if ore_of(amount) is not None else ""
    came = NOTICE in (*visit.answers.get(QUESTION, ()), *picked(visit))
    return Known(dates.get(letter.id, LetterDate()), amount, dates.get(NOTICE), came)


def _known_form(letter: Letter) -> TypedForm:
    known = _known(cookie.read(), letter)
    return filled(letter_form(letter, known.given), texts_of_known(letter, known))


def _take(letter: Letter) -> Answer:
    visit = cookie.read()
    form = letter_form(letter, _known(visit, letter).given)()
    given = read_dates(letter, form, today()) if counts(form) else None
    if given is None:
        return _page(letter, form)
    noted = replace(_noted_of(visit, letter), amount=form.typed.get("amount", ""))
    cookie.write(with_date(_noted(visit, letter, noted), letter.id, given))
    return redirect(url_for(".one", letter=letter.id, _anchor="by-when"), 303)


def _noted_of(visit: Visit, letter: Letter) -> LetterNote:
    return visit.letters.get(letter.id, LetterNote())


def _noted(visit: Visit, letter: Letter, note: LetterNote) -> Visit:
    """The letter that was used last stands last: there somebody who comes back goes on."""
    others = {name: one for name, one in visit.letters.items() if name != letter.id}
    return replace(visit, letters={**others, letter.id: note})


def _answered(visit: Visit, option: str) -> Visit:
    answers = answers_of(visit)
    before = [one for one in answers.chosen.get(QUESTION, ()) if one not in (NOTHING, SKIP)]
    return with_answers(visit, answers.with_(QUESTION, tuple(dict.fromkeys([*before, option]))))


def _page(letter: Letter, form: TypedForm, sent: TokenForm | None = None) -> Answer:
    door, visit = library().door, cookie.read()
    known = Known() if form.is_submitted() else _known(visit, letter)
    return form_page(
        "letters/letter.html",
        form,
        sent=sent,
        letter=letter,
        seldom=SELDOM,
        view=letter_view(letter, known, library(), today()),
        next_letter=door.after(letter),
        form_letters=[door.forms_by_id[name] for name in letter.form_letters],
        authorities=[door.authorities_by_id[name] for name in letter.authorities],
        in_check=letter.option in picked(visit),
    )
