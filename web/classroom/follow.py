"""Phones follow the lesson: a few bytes that say where it is, and the page of that place."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, url_for

from classroom.live_room import LiveRoom
from classroom.places import Place
from web import limits
from web.classroom.rooms import rooms
from web.classroom.seat import Pupil, pupil, room_has, seated
from web.extensions import now as now_
from web.forms.posts import Answer

bp = Blueprint("follow", __name__)

SEEN = ("reveal", "compare", "pause", "the_call", "change", "who_to_call", "ended")
"""Phases in which a phone shows what the wall talks about."""


@bp.get("/klass/nu")
def now() -> Response:
    """Turn, place and how many have joined, the same for every phone of the room. Without a seat: nothing."""
    one = pupil()
    room = rooms().find(one.room, now_()) if one.joined else None
    if room is None or room.generation != one.generation or not room_has(one, room):
        limits.try_once(limits.STRANGERS_ASKING)
        return Response(status=204, mimetype="text/plain")
    return Response(f"{room.turn} {room.place} {room.joined}\n", mimetype="text/plain")


@bp.get("/klass/vidare")
@seated
def onward(one: Pupil, room: LiveRoom) -> Answer:
    """To the page of the place where the lesson is."""
    return redirect(page_of(room.at, one, room), 303)


def page_of(place: Place, one: Pupil, room: LiveRoom) -> str:
    """The address of a phone's page at a place."""
    quiz = place.quiz
    if quiz is not None:
        given = one.given(quiz) == room.round(quiz)
        return url_for("quiz.wait") if given or room.open_quiz is None else url_for("quiz.begin", when=_when(quiz))
    if place.phase == "game":
        return url_for("household.every")
    return url_for("pupil.seen") if place.phase in SEEN else url_for("pupil.welcome")


def _when(quiz: int) -> str:
    return ("fore", "efter")[quiz]
