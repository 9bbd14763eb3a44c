"""A pupil's way: the code, the quiz before, a household, the quiz after. Nothing about the pupil is asked or kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from classroom import codes, quiz
from classroom.quiz import Wave
from classroom.store import Room
from web.classroom.rooms import Pupil, content, count, join, keep_pupil, pupil, room_of_code
from web.forms.fields import TokenForm
from web.forms.switching import switching

bp = Blueprint("pupil", __name__)

Answer = str | Response | tuple[str, int]
WAVE_OF: dict[str, Wave] = {"fore": "before", "efter": "after"}
TRUST = {str(number): number for number in range(11)}
"""What the page sends for 0 to 10; any other spelling of a number is none of its buttons."""


@bp.route("/klass/", methods=["GET", "POST"])
def front() -> Answer:
    """The door for pupils, with the code; and the one for teachers."""
    typed = request.values.get("kod", "")
    if switching():
        return _front(typed, "")
    if not typed:
        return _front("", "") if request.method != "POST" else (_front("", _("Skriv koden som står på tavlan.")), 422)
    if request.method == "POST" and not TokenForm().validate_on_submit():
        return _front(typed, _("Sidan var öppen länge. Tryck på knappen en gång till.")), 422
    code = codes.normalised(typed)
    if code is None:
        return _front(typed, _("En kod har åtta bokstäver, som LIMA TOSA. Titta på tavlan en gång till.")), 422
    found = room_of_code(code)
    if found is None:
        return _front(
            typed, _("Det finns inget rum med den koden. Titta på tavlan en gång till, eller fråga läraren.")
        ), 422
    if found.closed:
        return render_template("classroom/closed.html")
    join(code)
    return redirect(url_for(".welcome"), 303)


def joined(view: Callable[..., Answer]) -> Callable[..., Answer]:
    """A page for those who have joined a room: it gets the pupil and the room. Others are asked for the code."""

    @wraps(view)
    def seen(**values: Any) -> Answer:
        one = pupil()
        found = room_of_code(one.code) if one.code else None
        if found is None:
            return render_template("classroom/gone.html") if one.code else redirect(url_for("pupil.front"))
        return view(one=one, found=found, **values)

    return seen


@bp.get("/klass/med")
@joined
def welcome(one: Pupil, found: Room) -> Answer:
    """What will happen, what is done already, and that nothing is asked about oneself."""
    worked = any(part.startswith("household.") for part in one.done)
    return render_template("classroom/welcome.html", pupil=one, closed=found.closed, worked=worked)


@bp.route("/klass/quiz/<any(fore, efter):when>", methods=["GET", "POST"])
@joined
def questions(one: Pupil, found: Room, when: str) -> Answer:
    """The quiz in the form of this wave, and how easy it would feel."""
    wave = WAVE_OF[when]
    if wave in one.done:
        return redirect(url_for(".told", when=when))
    asked = quiz.asked(content().quiz, wave)
    if request.method != "POST":
        if found.closed:
            return render_template("classroom/closed.html")
        return _questions(when, asked, {}, "", "")
    answers = {one_.statement.id: request.form.get(one_.statement.id, "") for one_ in asked}
    trust = TRUST.get(request.form.get("trust", ""))
    if switching():
        return _questions(when, asked, answers, request.form.get("trust", ""), "")
    if not TokenForm().validate_on_submit():
        fault = _("Sidan var öppen länge. Tryck på knappen en gång till.")
        return _questions(when, asked, answers, request.form.get("trust", ""), fault), 422
    if not any(answers.values()) and trust is None:
        fault = _("Svara på minst en fråga. ”Vet inte” är också ett svar.")
        return _questions(when, asked, answers, "", fault), 422
    counted = count(one, found, wave, quiz.choices(content().quiz, wave, answers, trust))
    keep_pupil(replace(one, done=[*one.done, wave]))
    return redirect(url_for(".told", when=when, stangt=1 if counted == "closed" else None), 303)


@bp.get("/klass/quiz/<any(fore, efter):when>/klart")
@joined
def told(one: Pupil, found: Room, when: str) -> Answer:
    """Thanks; after the second quiz the key with its reasons."""
    wave = WAVE_OF[when]
    if wave not in one.done:
        return redirect(url_for(".questions", when=when))
    return render_template(
        "classroom/told.html",
        wave=wave,
        asked=quiz.asked(content().quiz, wave),
        not_counted="stangt" in request.args,
    )


def _front(typed: str, fault: str) -> str:
    return render_template("classroom/front.html", typed=typed, fault=fault, faulty=bool(fault))


def _questions(when: str, asked: tuple[quiz.Asked, ...], answers: dict[str, str], trust: str, fault: str) -> str:
    return render_template(
        "classroom/quiz.html",
        when=when,
        quiz=content().quiz,
        asked=asked,
        answers=answers,
        trust=trust,
        fault=fault,
        faulty=bool(fault),
    )
