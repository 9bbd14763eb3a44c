"""The self-check: who it is about, one question a page, and "check your answers"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from advice.letter_reader import QUESTION
from questionnaire.journey import Journey
from questionnaire.model import NOTHING, SKIP, Question
from report.case import may_answer
from report.contacts import FOR_THE_YOUNGEST
from web import cookie
from web.cookie import Visit
from web.forms import ChoiceField, ManyField, TokenForm
from web.languages import translate
from web.letters import picked
from web.visit import AGES, answers_of, case_of, journey_of, library, questionnaire_of, with_answers

room = Blueprint("check", __name__)

ROLES = (
    ("self", _l("Om mig själv")),
    ("someone", _l("Jag hjälper någon")),
    ("trying", _l("Jag vill bara prova")),
)
AGE_GROUPS = (
    ("u16", _l("Under 16 år")),
    ("16_17", _l("16–17 år")),
    ("18_25", _l("18–25 år")),
    ("26plus", _l("26 år eller äldre")),
)
QUESTIONNAIRES = (
    ("youth", _l("Frågor för dig som är ung, till exempel bor hemma eller nyss har flyttat")),
    ("adult", _l("Frågor för vuxna, till exempel med egen hyra och flera räkningar")),
)
Answer = str | Response | tuple[str, int]


class WhoForm(TokenForm):
    """Who it is about, and the age group."""

    role = ChoiceField(ROLES, _l("Välj vem det gäller."))
    age = ChoiceField(AGE_GROUPS, _l("Välj hur gammal personen är."))


class WhichForm(TokenForm):
    """Which questions someone of 18 to 25 wants."""

    questionnaire = ChoiceField(QUESTIONNAIRES, _l("Välj vilka frågor du vill ha."))


@room.route("/koll/", methods=["GET", "POST"])
def who() -> Answer:
    """The first page: for me, for someone else, or just trying; and the age group."""
    visit = cookie.read()
    form = WhoForm(data={"role": visit.role or "self", "age": visit.age_group})
    if form.validate_on_submit():
        return _begin(visit, form.role.data, form.age.data)
    return _page("check/who.html", form)


@room.route("/koll/fragor", methods=["GET", "POST"])
def which() -> Answer:
    """The choice between the two questionnaires, for those whom both fit."""
    visit = cookie.read()
    if visit.age_group != "18_25":
        return redirect(url_for(".who"))
    form = WhichForm(data={"questionnaire": visit.questionnaire or "youth"})
    if form.validate_on_submit():
        cookie.write(with_answers(*_other_questions(visit, form.questionnaire.data)))
        return _to_step(journey_of(cookie.read()).first_open)
    return _page("check/which.html", form)


@room.get("/koll/under-16")
def too_young() -> str:
    """Facts and whom to talk to, for the youngest; no check."""
    directory = library().advice.directories[case_of(cookie.read()).municipality]
    return render_template("check/under_16.html", contacts=directory.pick(FOR_THE_YOUNGEST))


@room.route("/koll/<step>", methods=["GET", "POST"])
def question(step: str) -> Answer:
    """One question."""
    visit = cookie.read()
    asked = _asked(visit, step)
    if asked is None:
        abort(404)
    walked = journey_of(visit)
    form = _form_for(asked)(data={"answer": _given(walked, asked) or _from_the_letter_door(visit, asked)})
    skipping = "skip" in request.form
    if form.is_submitted() and (form.validate() or (skipping and not form.page_was_open_too_long)):
        chosen = (SKIP,) if skipping else _as_options(form.answer.data)
        return _keep(visit, asked, chosen)
    if not form.is_submitted() and (walked.position(step) is None or not visit.age_group):
        return redirect(url_for(".who") if not visit.age_group else url_for(".answers"))
    place = walked.position(step) or 0
    hints = {option.id: translate(option.hint) for option in asked.options if option.hint}
    pictures = {option.id: option.picture for option in asked.options if option.picture}
    from_budget = walked.answers.chosen.get(asked.id) != answers_of(visit).chosen.get(asked.id)
    shown = {
        "from_budget": from_budget,
        "question": asked,
        "place": place,
        "walked": walked,
        "before": walked.before(step),
    }
    return _page("check/question.html", form, hints=hints, pictures=pictures, **shown)


@room.get("/koll/svar")
def answers() -> Answer:
    """Check your answers: each with a link to change it."""
    visit = cookie.read()
    if not visit.answers:
        return redirect(url_for(".who"))
    return render_template("check/answers.html", walked=journey_of(visit))


def _begin(visit: Visit, role: str, age_group: str) -> Answer:
    changed = replace(visit, role=role, age_group=age_group)
    if AGES[age_group] < AGES["16_17"]:
        cookie.write(replace(changed, questionnaire="", answers={}))
        return redirect(url_for(".too_young"), 303)
    if age_group == "18_25":
        cookie.write(changed)
        return redirect(url_for(".which"), 303)
    fitting = "adult" if may_answer("adult", AGES[age_group]) else "youth"
    cookie.write(with_answers(*_other_questions(changed, fitting)))
    return _to_step(journey_of(cookie.read()).first_open)


def _other_questions(visit: Visit, questionnaire: str) -> tuple[Visit, Any]:
    """The visit with another questionnaire, and the answers that it knows too."""
    changed = replace(visit, questionnaire=questionnaire)
    return changed, answers_of(changed)


def _asked(visit: Visit, step: str) -> Question | None:
    """The question of this id; without a visit, as after its end, the one of any questionnaire."""
    found = questionnaire_of(visit).by_id.get(step)
    if found or visit.age_group:
        return found
    return next((one.by_id[step] for one in library().questions.questionnaires.values() if step in one.by_id), None)


def _form_for(question: Question) -> type[TokenForm]:
    choices = [(option.id, translate(option.label)) for option in question.options]
    missing = _l("Välj ett svar, eller tryck på Hoppa över.")
    many = question.kind == "many"
    field = ManyField(choices, missing, alone=NOTHING) if many else ChoiceField(choices, missing)
    return type("QuestionForm", (TokenForm,), {"answer": field})


def _given(walked: Journey, question: Question) -> Any:
    """What the page shows as chosen: the answer, or what the budget already tells."""
    chosen = [option for option in walked.answers.chosen.get(question.id, ()) if option != SKIP]
    if question.kind == "many":
        return chosen
    return chosen[0] if chosen else None


def _from_the_letter_door(visit: Visit, question: Question) -> Any:
    """The letters that were chosen at the letter door are ticked before the question is answered."""
    chosen = picked(visit) if question.id == QUESTION and question.id not in visit.answers else []
    return [option for option in chosen if option in question.by_id] or None


def _as_options(data: Any) -> tuple[str, ...]:
    return tuple(data) if isinstance(data, list) else (data,)


def _keep(visit: Visit, question: Question, chosen: tuple[str, ...]) -> Answer:
    if question.id not in questionnaire_of(visit).by_id:
        visit = replace(visit, questionnaire="youth")
    kept = with_answers(visit, answers_of(visit).with_(question.id, chosen))
    cookie.write(kept)
    if "change" in request.args:
        return _to_step(journey_of(kept).first_open)
    return _to_step(journey_of(kept).after(question.id))


def _to_step(step: str | None) -> Response:
    return redirect(url_for(".question", step=step) if step else url_for(".answers"), 303)


def _page(template: str, form: TokenForm, **values: Any) -> Answer:
    page = render_template(template, form=form, **values)
    return (page, 422) if form.is_submitted() else page
