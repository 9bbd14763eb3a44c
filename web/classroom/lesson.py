"""For the teacher before the lesson: the plan in three lengths, the key, and the kit to print."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from classroom.quiz import asked
from web.classroom.rooms import content, rooms, teacher_key
from web.classroom.seat import pupil
from web.extensions import now
from web.forms.posts import Answer
from web.paper.class_sheets import LENGTHS
from web.paper.lesson_papers import pupils_of
from web.paper.press.pdf import renderers
from web.paper.printables import lesson_paper, printable_answer

bp = Blueprint("lesson", __name__)

USUAL = 60


@bp.get("/klass/lektion")
def plan() -> Answer:
    """The lesson in the length that is asked for."""
    if in_an_open_room():
        return render_template("classroom/after_lesson.html")
    renderers().warm()
    length = next((one for one in LENGTHS if request.args.get("minuter") == str(one)), USUAL)
    known = content()
    return render_template(
        "classroom/lesson.html",
        lesson=known.lesson,
        length=length,
        lengths=LENGTHS,
        before=asked(known.quiz, "before"),
        households=known.households,
        minutes=lambda phase: getattr(phase, f"minutes_{length}"),
        has_room=bool(teacher_key()),
        pupils=pupils_of(request.args.get("elever", "")),
    )


@bp.get("/klass/lektion-<any(larare, grupp, elev):file>.pdf")
def printed(file: str) -> Answer:
    """One of the three files to print, for a class of the size in the address."""
    if in_an_open_room():
        return render_template("classroom/after_lesson.html")
    return printable_answer(lesson_paper(file, pupils_of(request.args.get("elever", ""))))


@bp.get("/klass/lektion.pdf")
def moved() -> BaseResponse:
    """Where everything was one file once."""
    return redirect(url_for(".plan", _anchor="print"), 301)


def in_an_open_room() -> bool:
    """Whether this browser has a seat in a lesson that goes on: the answers stand here, and come later there."""
    one = pupil()
    room = rooms().find(one.room, now()) if one.joined and not teacher_key() else None
    return room is not None and not room.dropped and room.at.phase != "ended"
