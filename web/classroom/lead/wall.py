"""The wall: what the whole class sees. Its browser has a right to look, and to nothing else of the room."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, redirect, render_template, url_for
from flask_babel import gettext as _

from classroom import codes
from classroom.board import Group, groups
from classroom.live_room import LiveRoom
from classroom.places import Place, hardest_first, revealed
from classroom.quiz import asked
from web import limits
from web.classroom.forms import NumberForm, whole
from web.classroom.household import chosen_options
from web.classroom.lead.shown import drawn, told_of
from web.classroom.rooms import content, keep_wall, room_of_wall, rooms, ticket_of
from web.extensions import now as now_
from web.forms.posts import Answer, counts, form_page

bp = Blueprint("wall", __name__)


@bp.route("/tavla", methods=["GET", "POST"])
def show() -> Answer:
    """The wall of a room; without the right to see one, the number that gives it is asked for."""
    form = NumberForm()
    if counts(form):
        limits.try_once(limits.WALL_NUMBERS)
        number = whole(form.number.data)
        room = rooms().live.of_wall(number, now_()) if number is not None else None
        if room is None:
            fault = _("Talet stämmer inte, eller så har tiden gått ut. Ta ett nytt på lärarens telefon.")
            return form_page("classroom/wall_number.html", form, fault=fault)
        limits.take_back(limits.WALL_NUMBERS)
        keep_wall(room.id)
        return redirect(url_for(".show"), 303)
    room = room_of_wall()
    if room is None or room.dropped or form.is_submitted():
        return form_page("classroom/wall_number.html", form, fault=form.fault)
    return render_template("classroom/wall.html", **_beat(room))


@bp.get("/tavla/nu")
def now() -> Response:
    """Turn, place, joined and done, as the wall asks for them."""
    room = room_of_wall()
    if room is None or room.dropped:
        return Response(status=204, mimetype="text/plain")
    quiz = room.at.quiz
    done = room.given(quiz).bit_count() if quiz is not None else 0
    return Response(f"{room.turn} {room.place} {room.joined} {done}\n", mimetype="text/plain")


def _beat(room: LiveRoom) -> dict[str, Any]:
    """What the wall shows at the room's place."""
    values: dict[str, Any] = {"room": room, "phase": room.at.phase, "quiz": content().quiz}
    if room.at.phase == "join" and not room.locked:
        return values | _to_join(room)
    if room.at.quiz is not None:
        return values | {"given": room.given(room.at.quiz).bit_count()}
    if room.at.phase == "reveal":
        return values | _revealed(room, room.at)
    if room.at.phase == "compare":
        return values | _on_board(room)
    return values | (told_of(room) if room.at.after("quiz2") else {})


def _to_join(room: LiveRoom) -> dict[str, Any]:
    """The code and its picture. After a restart of the machine they are there when the remote has been heard of."""
    code = room.code
    if not code:
        return {"code": "", "short": "", "drawn": ""}
    address = url_for("pupil.front", kod=code, biljett=ticket_of(code), _external=True)
    return {"code": codes.spoken(code), "short": url_for("pupil.front", _external=True), "drawn": drawn(address)}


def _revealed(room: LiveRoom, place: Place) -> dict[str, Any]:
    told = told_of(room)
    statements = asked(content().quiz, "before")
    up, sealed = revealed(place, len(statements)), told["sealed"][0]
    if up is None or sealed is None:
        return told | {"shown": None, "beat": 0, "line": None}
    number = hardest_first(sealed, len(statements))[up[0]]
    return told | {"shown": statements[number], "beat": up[1], "line": told["lines"][number].waves[0]}


def _on_board(room: LiveRoom) -> dict[str, Any]:
    boards = groups(room.groups)
    up: Group | None = boards[room.at.beat] if room.at.beat < len(boards) else None
    household = content().households[up.household] if up is not None else None
    options = chosen_options(household, up.chosen) if up is not None and household is not None else []
    return {"group": up, "household": household, "options": options}
