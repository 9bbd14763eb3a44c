"""The quiz on a phone: a statement a page, a number from 0 to 10, "your answers", and handing in.

Every press is kept in the phone at once and leads to the next page, and is answered alike whatever was pressed. Nothing
is told of right and wrong before the wall tells it.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for

from classroom.live_room import LiveRoom
from classroom.quiz import WAVES, Asked, asked
from web.classroom.forms import SayForm
from web.classroom.rooms import content
from web.classroom.seat import FALSE, NO_NUMBER, OPEN, TRUE, UNSURE, Pupil, hand_in, keep, seated
from web.forms.fields import TokenForm
from web.forms.posts import Answer, counts, form_page

bp = Blueprint("quiz", __name__)

WHEN = ("fore", "efter")
ANSWERS = (TRUE, FALSE, UNSURE)
SKIPPED = OPEN
PATH = "/klass/quiz/<any(fore, efter):when>"


@bp.get(f"{PATH}/")
@seated
def begin(one: Pupil, room: LiveRoom, when: str) -> Answer:
    """The first statement that has no answer; where all have one, the list of them."""
    quiz = WHEN.index(when)
    statements = _statements(quiz)
    left = (place for place, each in enumerate(statements, 1) if one.draft(quiz)[each.number] == OPEN)
    if one.draft(quiz).strip(OPEN):
        return redirect(url_for(".review", when=when), 303)
    return redirect(url_for(".statement", when=when, number=next(left, 1)), 303)


@bp.route(f"{PATH}/<int:number>", methods=["GET", "POST"])
@seated
def statement(one: Pupil, room: LiveRoom, when: str, number: int) -> Answer:
    """One statement, with four buttons."""
    quiz = WHEN.index(when)
    statements = _statements(quiz)
    if not 1 <= number <= len(statements):
        abort(404)
    if (elsewhere := _not_open(one, room, quiz)) is not None:
        return elsewhere
    shown, form = statements[number - 1], SayForm()
    said = form.says.data or ""
    if not counts(form) or said not in (*ANSWERS, SKIPPED):
        values: dict[str, Any] = {"when": when, "number": number, "many": len(statements), "shown": shown}
        now_says = one.draft(quiz)[shown.number]
        return form_page("classroom/statement.html", form, fault=form.fault, says=now_says, room=room, **values)
    draft = one.draft(quiz)
    keep(one.with_quiz(quiz, draft=draft[: shown.number] + said + draft[shown.number + 1 :]))
    last = number == len(statements)
    return redirect(url_for(".number", when=when) if last else url_for(".statement", when=when, number=number + 1), 303)


@bp.route(f"{PATH}/siffra", methods=["GET", "POST"])
@seated
def number(one: Pupil, room: LiveRoom, when: str) -> Answer:
    """How easy it would feel, from 0 to 10."""
    quiz = WHEN.index(when)
    if (elsewhere := _not_open(one, room, quiz)) is not None:
        return elsewhere
    form = SayForm()
    said = form.says.data or ""
    if not counts(form) or said not in (NO_NUMBER, *(f"{one:02}" for one in range(11))):
        chosen = one.number(quiz)
        return form_page(
            "classroom/number.html", form, fault=form.fault, when=when, quiz=content().quiz, says=chosen, room=room
        )
    keep(one.with_quiz(quiz, number=said))
    return redirect(url_for(".review", when=when), 303)


@bp.route(f"{PATH}/svar", methods=["GET", "POST"])
@seated
def review(one: Pupil, room: LiveRoom, when: str) -> Answer:
    """Everything that was answered, to change or to hand in."""
    quiz = WHEN.index(when)
    if (elsewhere := _not_open(one, room, quiz)) is not None:
        return elsewhere
    form = TokenForm()
    if counts(form):
        hand_in(one, room, quiz)
        return redirect(url_for(".wait"), 303)
    again = bool(one.given(quiz)) and one.given(quiz) != room.round(quiz)
    lines = [(place, each, one.draft(quiz)[each.number]) for place, each in enumerate(_statements(quiz), 1)]
    values: dict[str, Any] = {
        "when": when,
        "lines": lines,
        "number": one.number(quiz),
        "again": again,
        "quiz": content().quiz,
    }
    return form_page("classroom/review.html", form, fault=form.fault, room=room, **values)


@bp.get("/klass/vanta")
@seated
def wait(one: Pupil, room: LiveRoom) -> Answer:
    """Look at the wall: what was handed in is kept, or the quiz closed before it was."""
    quiz = room.at.quiz
    given = quiz is not None and one.given(quiz) == room.round(quiz)
    late = quiz is not None and not given and room.open_quiz is None and bool(one.draft(quiz).strip(OPEN))
    return render_template("classroom/wait.html", room=room, given=given, late=late)


def _statements(quiz: int) -> tuple[Asked, ...]:
    return asked(content().quiz, WAVES[quiz])


def _not_open(one: Pupil, room: LiveRoom, quiz: int) -> Answer | None:
    """Where somebody is led whose quiz is not open, or who has handed it in; None where it can be answered."""
    if room.open_quiz == quiz and one.given(quiz) != room.round(quiz):
        return None
    return redirect(url_for(".wait") if room.at.quiz == quiz else url_for("follow.onward"), 303)
