"""The remote: the teacher's page, whose buttons move the lesson. What cannot be undone is asked about first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _

from classroom import codes, seats
from classroom.board import groups
from classroom.places import back, more_statements, onward
from classroom.seats import LARGEST, MINUTE
from web.classroom.forms import USUAL_LENGTH, USUAL_SIZE, OpenForm, PressForm, whole
from web.classroom.lead.presses import ASKED, PRESSES, question, seconds_left
from web.classroom.lead.shown import drawn, told_of
from web.classroom.rooms import Remote, code_of, content, keep_teacher, open_room, room_of_key, rooms, teacher_key
from web.extensions import now
from web.forms.fields import TokenForm
from web.forms.posts import Answer, counts, form_page, pressed_any
from web.i18n.formats import isolated
from web.paper.class_sheets import class_sheet_html
from web.paper.press.pdf import paper_answer

bp = Blueprint("remote", __name__)

FILE_NAME = "klassen.pdf"


def teaching(view: Callable[..., Answer]) -> Callable[..., Answer]:
    """A page for the browser that holds a room's key: it gets the key and the room. Others get a 404."""

    @wraps(view)
    def seen(**values: Any) -> Answer:
        key = teacher_key()
        room = room_of_key(key)
        if room is None:
            return render_template("classroom/no_room.html", dropped=False), 404
        if room.dropped:
            keep_teacher("")
            return render_template("classroom/no_room.html", dropped=True), 404
        minute, code = now() // MINUTE, code_of(Remote(key, room))
        if (room.remote_minute, room.code) != (minute, code):
            # The wall has no key: after a restart of the machine it has the code from here.
            room = rooms().alter(room, None, lambda one: replace(one, remote_minute=minute, code=code))
        return view(remote=Remote(key, room), **values)

    return seen


@bp.route("/klass/oppna", methods=["GET", "POST"])
def open_one() -> Answer:
    """Open a room: how many you are, and how long. No account, no name."""
    form = OpenForm(data={"size": str(USUAL_SIZE), "length": str(USUAL_LENGTH)})
    has_room = room_of_key(teacher_key()) is not None
    if not counts(form):
        return form_page("classroom/open.html", form, fault=form.fault, has_room=has_room)
    if has_room and not pressed_any("sure"):
        return render_template("classroom/open.html", form=form, fault="", has_room=True, asked=True)
    keep_teacher(open_room(whole(form.size.data) or USUAL_SIZE, int(form.length.data or USUAL_LENGTH)))
    return redirect(url_for(".show"), 303)


@bp.get("/klass/fjarr")
def show() -> Answer:
    """The remote. A teacher's link leads here, and its key is at once taken out of the address."""
    if key := request.args.get("nyckel", ""):
        if room_of_key(key) is None:
            return render_template("classroom/no_room.html", dropped=False), 404
        keep_teacher(key)
        return redirect(url_for(".show"), 303)
    return _shown()


@bp.get("/klass/fjarr/lank")
@teaching
def link(remote: Remote) -> Answer:
    """The secret link: not for the wall, and on no page before it is asked for twice."""
    return render_template("classroom/link.html", address="", drawn="", room=remote.room)


@bp.post("/klass/fjarr/lank")
@teaching
def link_shown(remote: Remote) -> Answer:
    """The link itself, after "yes, nobody else sees the screen"."""
    if not counts(TokenForm()):
        return redirect(url_for(".link"), 303)
    address = url_for(".show", nyckel=remote.key, _external=True)
    return render_template("classroom/link.html", address=address, drawn=drawn(address), room=remote.room)


@bp.post("/klass/fjarr/<act>")
@teaching
def press(remote: Remote, act: str) -> Answer:
    """A button of the remote. One that saw an older turn is answered with the page as it is now."""
    form = PressForm()
    if act not in PRESSES:
        return render_template("classroom/no_room.html", dropped=False), 404
    if not counts(form):
        return redirect(url_for(".show"), 303)
    turn, number = whole(form.turn.data), whole(form.number.data)
    if turn != remote.room.turn:
        return redirect(url_for(".show"), 303)
    if act in ASKED and not form.sure.data and (asks := question(act, remote, number)):
        return render_template("classroom/ask.html", act=act, asks=asks, number=number, room=remote.room)
    return PRESSES[act](remote, turn, number) or redirect(url_for(".show"), 303)


@bp.get("/klass/fjarr/resultat")
@teaching
def results(remote: Remote) -> Answer:
    """What may be told of the class, as it was sealed."""
    return render_template("classroom/results.html", room=remote.room, **told_of(remote.room))


@bp.get("/klass/fjarr/resultat.pdf")
@teaching
def results_sheet(remote: Remote) -> Answer:
    """The same on one page of paper."""
    return paper_answer(class_sheet_html(told_of(remote.room)), FILE_NAME)


@teaching
def _shown(remote: Remote) -> Answer:
    room = remote.room
    here, statements = room.at, len(content().quiz.statements)
    boards = groups(room.groups)
    return render_template(
        "classroom/remote.html",
        room=room,
        code=codes.spoken(code_of(remote)),
        number=f"{room.wall_number:06}" if room.wall_until > now() else "",
        wall=url_for("wall.show", _external=True),
        given=room.given(here.quiz).bit_count() if here.quiz is not None else 0,
        next_place=onward(here, room.length, statements, len(boards)),
        can_go_back=back(here) != here,
        can_take_more=here.beat == 3 * statements and more_statements(here, room.length, statements) != here,
        undo=seconds_left(room, now()),
        can_undo_end=seats.undo_end(room, now()) != room,
        heads=min(room.joined or room.size, LARGEST),
        households=content().households,
        boards=boards,
        admitted=room.admit_until > now(),
        phase_name=_phase_names()[here.phase],
        next_phase=_phase_names()[onward(here, room.length, statements, len(boards)).phase],
        heading=isolated(_phase_names()[here.phase]),
    )


def _phase_names() -> dict[str, str]:
    return {
        "join": _("Gå med"),
        "quiz1": _("Quiz 1"),
        "reveal": _("Svaren"),
        "game": _("Hushållen"),
        "compare": _("Jämför"),
        "pause": _("Paus"),
        "the_call": _("Samtalet"),
        "quiz2": _("Quiz 2"),
        "change": _("Före och efter"),
        "who_to_call": _("Vem ringer man?"),
        "ended": _("Lektionen är slut"),
    }
