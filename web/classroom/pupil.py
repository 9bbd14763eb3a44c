"""A pupil's way in and through: the code, a seat, and what the phone shows beside the wall."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _

from classroom import codes, seats
from classroom.live_room import LiveRoom, Seat
from classroom.places import Place, hardest_first, revealed
from classroom.quiz import WAVES, asked
from web import limits
from web.classroom.forms import LONGEST_CODE, CodeForm
from web.classroom.rooms import content, is_ticket, room_of_code, rooms
from web.classroom.seat import Pupil, join, pupil, seated
from web.extensions import now, whom_to_call
from web.forms.posts import Answer, counts, form_page

bp = Blueprint("pupil", __name__)

TO_CALL = ("school_counsellor", "debt_adviser", "kronofogden")


@bp.route("/klass/", methods=["GET", "POST"])
def front() -> Answer:
    """Where pupils join with the code, and where teachers begin."""
    linked = request.args.get("kod", "") if request.method == "GET" else ""
    form = CodeForm(data={"kod": linked[:LONGEST_CODE]})
    if not linked and not counts(form):
        return _front(form, form.fault)
    code = codes.normalised(form.kod.data or "")
    if code is None:
        return _front(form, _("En kod har åtta bokstäver, som LIMA TOSA. Titta på tavlan en gång till."))
    room = _looked_up(code, request.args.get("biljett", "") if linked else "")
    if room is None:
        return _front(form, _("Det finns inget rum med den koden. Titta på tavlan en gång till, eller fråga läraren."))
    return _join(room)


@bp.get("/klass/med")
@seated
def welcome(one: Pupil, room: LiveRoom) -> Answer:
    """That nothing is asked about oneself, and in which language to go on."""
    return render_template("classroom/welcome.html", room=room)


@bp.get("/klass/visas")
@seated
def seen(one: Pupil, room: LiveRoom) -> Answer:
    """What the wall talks about: never more than the wall has told."""
    place = room.at
    if place.quiz is not None:
        return redirect(url_for("follow.onward"), 303)
    values = {"room": room, "phase": place.phase, "quiz": content().quiz}
    if place.phase == "reveal":
        return render_template("classroom/revealed.html", **values, **_revealed(one, room, place))
    numbers = whom_to_call().pick(TO_CALL)
    answers = _answers(one) if place.after("quiz2") else []
    return render_template("classroom/seen.html", **values, answers=answers, numbers=numbers)


def _front(form: CodeForm, fault: str) -> Answer:
    return form_page("classroom/front.html", form, fault=fault, joined=pupil().joined)


def _looked_up(code: str, ticket: str) -> LiveRoom | None:
    """The room of a code. Guesses are bounded, and the picture on the wall is none."""
    if ticket and is_ticket(ticket[: codes.TICKET], code):
        return room_of_code(code)
    limits.try_once(limits.WRONG_CODES)
    room = room_of_code(code)
    if room is None:
        limits.happened("wrong codes")
    else:
        limits.take_back(limits.WRONG_CODES)
    return room


def _join(room: LiveRoom) -> Answer:
    """A seat in this room; whoever has one already goes on where the lesson is."""
    one = pupil()
    mine = one.room == room.id and one.generation == room.generation
    if not mine or not room.taken >> one.seat & 1:
        limits.try_once(limits.JOINS)
        seat = rooms().live.change(room.id, lambda there: seats.take(there, now()))
        if not isinstance(seat, Seat):
            return render_template("classroom/no_seat.html", why=seat, room=room)
        join(room, seat)
    return redirect(url_for("follow.onward"), 303)


def _revealed(one: Pupil, room: LiveRoom, place: Place) -> dict[str, object]:
    """The statement of this beat, what this phone answered, and from the second beat on what is right."""
    statements = asked(content().quiz, "before")
    up = revealed(place, len(statements))
    before, _after = rooms().told(room.id, now())
    if up is None or before is None:
        return {"shown": None, "says": "", "told": False, "fact": None}
    number = hardest_first(before, len(statements))[up[0]]
    fact = before.facts[number] if number < len(before.facts) else None
    return {"shown": statements[number], "says": one.draft(0)[number], "told": up[1] > 0, "fact": fact}


def _answers(one: Pupil) -> list[tuple[object, str, str]]:
    """Every statement with both answers of this phone, once the second quiz is over."""
    return [(each, one.draft(0)[each.number], one.draft(1)[each.number]) for each in asked(content().quiz, WAVES[0])]
