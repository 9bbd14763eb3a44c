"""For the teacher before the lesson: the plan in three lengths, the key, and the kit to print."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from classroom.quiz import asked
from web.classroom.rooms import content, teacher_key
from web.paper.class_sheets import LENGTHS
from web.paper.press.pdf import renderers
from web.paper.printables import BY_NAME, printable_answer

bp = Blueprint("lesson", __name__)

USUAL = 60


@bp.get("/klass/lektion")
def plan() -> str:
    """The lesson in the length that is asked for."""
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
    )


@bp.get("/klass/lektion.pdf")
def kit() -> Response:
    """The kit as one print job."""
    return printable_answer(BY_NAME["class-kit"])
