"""A pupil's way: the code, the quiz before, a household, the quiz after. Nothing about the pupil is asked or kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _

from classroom import codes, quiz
from classroom.quiz import Wave
from classroom.store import Room
from web.classroom.forms import LONGEST_CODE, CodeForm, quiz_form
from web.classroom.rooms import Pupil, content, count, join, keep_pupil, pupil, room_of_code
from web.forms.posts import Answer, counts, form_page

bp = Blueprint("pupil", __name__)

WAVE_OF: dict[str, Wave] = {"fore": "before", "efter": "after"}


@bp.route("/klass/", methods=["GET", "POST"])
def front() -> Answer:
    """Where pupils join with the code, and where teachers begin."""
    linked = request.args.get("kod", "") if request.method == "GET" else ""
    form = CodeForm(data={"kod": linked[:LONGEST_CODE]})
    if not linked and not counts(form):
        return form_page("classroom/front.html", form, fault=form.fault)
    code = codes.normalised(form.kod.data or "")
    if code is None:
        fault = _("En kod har åtta bokstäver, som LIMA TOSA. Titta på tavlan en gång till.")
        return form_page("classroom/front.html", form, fault=fault)
    found = room_of_code(code)
    if found is None:
        fault = _("Det finns inget rum med den koden. Titta på tavlan en gång till, eller fråga läraren.")
        return form_page("classroom/front.html", form, fault=fault)
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
    if request.method != "POST" and found.closed:
        return render_template("classroom/closed.html")
    form = quiz_form(asked)
    if not counts(form):
        page = "classroom/quiz.html"
        return form_page(page, form, fault=form.fault, when=when, quiz=content().quiz, asked=asked)
    counted = count(one, found, wave, quiz.choices(content().quiz, wave, form.answers, form.trust_number))
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
