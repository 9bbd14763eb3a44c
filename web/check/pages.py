"""The self-check: who it is about, one question a page, and "check your answers"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from advice.letter_reader import QUESTION
from advice.letters import Letter
from calculator.letter_days import PRINTED_ONLY
from questionnaire.answers import Answers
from questionnaire.journey import Journey
from questionnaire.model import SKIP, Question
from report.case import may_answer
from report.contacts import FOR_THE_YOUNGEST
from web.check.forms import WhichForm, WhoForm, question_form, shown, stored, told_apart
from web.drawings import BILLS
from web.extensions import library
from web.forms.posts import Answer, counts, form_page, pressed_any
from web.i18n.reading_time import minutes_to_answer
from web.i18n.words import translate
from web.session import cookie
from web.session.as_case import answers_of, case_of, journey_of, picked_letters, questionnaire_of, with_answers
from web.session.visit import AGES, SOMEONE, Visit

bp = Blueprint("check", __name__)

EMERGENCY = "emergency"


@bp.route("/koll/", methods=["GET", "POST"])
def who() -> Answer:
    """The first page: for me, for someone else, or just trying; and the age group."""
    visit = cookie.read()
    form = WhoForm(data={"role": visit.role or "self", "age": visit.age_group})
    if counts(form):
        return _begin(visit, form.role.data, form.age.data)
    return form_page("check/who.html", form)


@bp.route("/koll/fragor", methods=["GET", "POST"])
def which() -> Answer:
    """The choice between the two questionnaires, for those whom both fit."""
    visit = cookie.read()
    if visit.age_group != "18_25":
        return redirect(url_for(".who"))
    form = WhichForm(data={"questionnaire": visit.questionnaire or "youth"})
    if counts(form):
        return _begun(with_answers(*_other_questions(visit, form.questionnaire.data)))
    return form_page("check/which.html", form)


@bp.get("/koll/under-16")
def too_young() -> str:
    """Facts and whom to talk to, for the youngest; no check."""
    directory = library().advice.directories[case_of(cookie.read()).municipality]
    contacts = directory.pick((EMERGENCY, *FOR_THE_YOUNGEST))
    headline = library().questions.book.headline_of["under_16"]
    return render_template("check/under_16.html", contacts=contacts, headline=headline)


@bp.route("/koll/<step>", methods=["GET", "POST"])
def question(step: str) -> Answer:
    """One question."""
    visit = cookie.read()
    asked = _asked(visit, step)
    if asked is None:
        abort(404)
    walked = journey_of(visit)
    chosen = walked.answers.chosen.get(asked.id) or _from_the_letter_door(visit, asked)
    form = question_form(asked, under_18=case_of(visit).under_18)(data=shown(asked, chosen))
    skipping = pressed_any("skip")
    if counts(form, fields=not skipping):
        return _keep(visit, asked, (SKIP,) if skipping else stored(asked, form))
    if not form.is_submitted() and (walked.position(step) is None or not visit.age_group):
        return redirect(url_for(".who") if not visit.age_group else url_for(".answers"))
    same_part = [one.id for one in walked.steps if one.part == asked.part]
    return form_page(
        "check/question.html",
        form,
        question=asked,
        hints={one.id: translate(one.hint) for one in asked.drawings or asked.options if one.hint},
        pictures={one.id: one.picture for one in asked.drawings or asked.options if one.picture},
        bills=asked.id == BILLS,
        follow_ups={one.id: one for one in told_apart(asked)},
        helping=asked.helping if visit.role == SOMEONE else None,
        number=same_part.index(step) + 1 if step in same_part else 1,
        total=len(same_part),
        before=walked.before(step),
        from_budget=walked.answers.chosen.get(asked.id) != answers_of(visit).chosen.get(asked.id),
    )


@bp.get("/koll/vidare")
def onward() -> Answer:
    """After the quick part: see the plan at once, or answer more; both say how long it takes."""
    visit = cookie.read()
    walked = journey_of(visit)
    if not visit.answers or not walked.quick_is_done:
        return _go_on(walked) if visit.age_group else redirect(url_for(".who"))
    left = [one for one in walked.steps if one.id in walked.not_asked]
    if not left:
        return redirect(url_for(".answers"))
    to_date = _letters_without_a_day(visit)
    return render_template("check/onward.html", left=left, minutes=minutes_to_answer(left), to_date=to_date)


@bp.get("/koll/svar")
def answers() -> Answer:
    """Check your answers: each with a link to change it; and what has not been asked."""
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
    return _begun(with_answers(*_other_questions(changed, fitting)))


def _begun(visit: Visit) -> Answer:
    """To the first question. Letters that only the letter door has told of are shown ticked: there may be more."""
    cookie.write(visit)
    told = visit.answers.get(QUESTION, ())
    from_door = bool(told) and set(visit.answers) == {QUESTION} and set(told) <= set(picked_letters(visit))
    return _to(QUESTION) if from_door else _go_on(journey_of(visit))


def _other_questions(visit: Visit, questionnaire: str) -> tuple[Visit, Answers]:
    """The visit with another questionnaire, and the answers that it knows too."""
    changed = replace(visit, questionnaire=questionnaire)
    return changed, answers_of(changed)


def _asked(visit: Visit, step: str) -> Question | None:
    """The question of this id; without a visit, as after its end, from any questionnaire that has it."""
    found = questionnaire_of(visit).by_id.get(step)
    if found or visit.age_group:
        return found
    return next((one.by_id[step] for one in library().questions.questionnaires.values() if step in one.by_id), None)


def _from_the_letter_door(visit: Visit, question: Question) -> tuple[str, ...]:
    """The letters that were chosen at the letter door are ticked before the question is answered."""
    chosen = picked_letters(visit) if question.id == QUESTION and question.id not in visit.answers else []
    return tuple(option for option in chosen if option in question.by_id)


def _letters_without_a_day(visit: Visit) -> list[tuple[Letter, str]]:
    """The ticked letters whose last day can be told once a day is known, each with the field that takes the day."""
    ticked = set(answers_of(visit).chosen.get(QUESTION, ())) - set(visit.letters_dates)
    asked = [letter for letter in library().door.letters if letter.clock and letter.option in ticked]
    return [(letter, "last" if letter.id in PRINTED_ONLY else "day") for letter in asked]


def _keep(visit: Visit, question: Question, chosen: tuple[str, ...]) -> Response:
    if question.id not in questionnaire_of(visit).by_id:
        visit = replace(visit, questionnaire="youth")
    kept = with_answers(visit, answers_of(visit).with_(question.id, chosen))
    cookie.write(kept)
    return _after(journey_of(kept), question)


def _after(walked: Journey, question: Question) -> Response:
    """Where an answer leads: on, or back to where a change or a single question was asked for."""
    if "change" in request.args:
        branch = next((one.id for one in walked.steps if one.when and one.id not in walked.answers), None)
        return _to(branch, change=1) if branch else _to(None)
    if "open" in request.args:
        left = [one for one in walked.not_asked if walked.questionnaire.by_id[one].part == question.part]
        return _to(left[0], open=1) if left else redirect(url_for("results.result"), 303)
    following = walked.after(question.id)
    if question.part == "quick" and (following is None or walked.questionnaire.by_id[following].part == "rest"):
        return redirect(url_for(".onward"), 303)
    return _to(following)


def _go_on(walked: Journey) -> Response:
    """To the first question without an answer; before the rest begins, to the choice."""
    first = walked.first_open
    begun = any(one.part == "rest" and one.id in walked.answers for one in walked.steps)
    if first and walked.quick_is_done and not begun:
        return redirect(url_for(".onward"), 303)
    return _to(first)


def _to(step: str | None, **query: Any) -> Response:
    return redirect(url_for(".question", step=step, **query) if step else url_for(".answers"), 303)
