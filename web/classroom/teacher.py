"""The teacher's pages: a room in one click, the code and its picture on the wall, and what the class knows together."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import segno
from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from classroom import codes
from classroom.disclosure import said_while_open
from classroom.quiz import WAVES
from classroom.store import Room
from web.classroom import shown
from web.classroom.rooms import code_of, content, keep_teacher, open_room, room_of_key, store, teacher_key
from web.forms.fields import TokenForm
from web.forms.posts import Answer, counts
from web.paper.class_sheets import class_sheet_html
from web.paper.press.pdf import paper_answer

bp = Blueprint("teacher", __name__)

FILE_NAME = "klassen.pdf"


def teaching(view: Callable[..., Answer]) -> Callable[..., Answer]:
    """A page for the browser that holds a room's key: it gets the key and the room."""

    @wraps(view)
    def seen(**values: Any) -> Answer:
        key = teacher_key()
        found = room_of_key(key)
        if found is None:
            keep_teacher("")
            return render_template("classroom/no_room.html"), 404
        return view(key=key, found=found, **values)

    return seen


@bp.post("/klass/oppna")
def open_one() -> Answer:
    """Open a room, and show its code: the projector may already be on. No account, no name."""
    if not counts(TokenForm()):
        return render_template("classroom/lesson_door.html", again=True), 400
    keep_teacher(open_room())
    return redirect(url_for(".wall"), 303)


@bp.get("/klass/larare/")
def wall() -> Answer:
    """The page for the wall. A teacher's link leads here, and its key is at once taken out of the address."""
    if key := request.args.get("nyckel", ""):
        if room_of_key(key) is None:
            return render_template("classroom/no_room.html"), 404
        keep_teacher(key)
        return redirect(url_for(".wall"), 303)
    return _wall()


@bp.get("/klass/larare/lank")
@teaching
def link(key: str, found: Room) -> Answer:
    """The secret link, to print or keep: not for the wall, and folded until the teacher asks for it."""
    address = url_for(".wall", nyckel=key, _external=True)
    return render_template("classroom/link.html", address=address, drawn=drawn(address), room=found)


@bp.get("/klass/larare/antal")
@teaching
def given(key: str, found: Room) -> Answer:
    """How many have given each part, as the page on the wall asks for now and then: fewer than five, or a number."""
    return render_template("classroom/said.html", said=_said(found), closed=found.closed)


@bp.post("/klass/larare/stang")
@teaching
def close(key: str, found: Room) -> Answer:
    """Take no more answers; from now on the results are told."""
    if counts(TokenForm()):
        store().close(found)
    return redirect(url_for(".results"), 303)


@bp.post("/klass/larare/radera")
@teaching
def erase(key: str, found: Room) -> Answer:
    """Erase the room and all its counts now."""
    if not counts(TokenForm()):
        return redirect(url_for(".results"), 303)
    store().erase(found)
    keep_teacher("")
    return render_template("classroom/erased.html")


@bp.get("/klass/larare/resultat")
@teaching
def results(key: str, found: Room) -> Answer:
    """What the class knows together, large; sealed while the room is open."""
    if not found.closed:
        return redirect(url_for(".wall"))
    counts = store().counts(found)
    return render_template("classroom/results.html", room=found, **told(counts))


@bp.get("/klass/larare/resultat.pdf")
@teaching
def results_sheet(key: str, found: Room) -> Answer:
    """The same on one page of paper."""
    if not found.closed:
        return redirect(url_for(".wall"))
    return paper_answer(class_sheet_html(told(store().counts(found))), FILE_NAME)


def told(counts: shown.Counts) -> dict[str, Any]:
    """Everything that is told of a class, for the page and for the paper."""
    return {
        "quiz": content().quiz,
        "statements": shown.statements(content(), counts),
        "trust": shown.trust(counts),
        "households": tuple(shown.households(content(), counts)),
    }


def drawn(address: str) -> Markup:
    """A link as a picture to point a phone at."""
    code = segno.make(address, error="m", micro=False)
    picture = code.svg_inline(
        scale=4, border=2, dark="#1c2b2e", light="#ffffff", svgclass="qr", lineclass=None, omitsize=True
    )
    return Markup(picture)  # noqa: S704 - drawn from our own address


@teaching
def _wall(key: str, found: Room) -> Answer:
    if found.closed:
        return redirect(url_for(".results"))
    code = code_of(key)
    address = url_for("pupil.front", kod=code, _external=True)
    return render_template(
        "classroom/wall.html",
        code=codes.spoken(code),
        short=url_for("pupil.front", _external=True),
        drawn=drawn(address),
        said=_said(found),
        households=content().households,
    )


def _said(found: Room) -> list[str]:
    numbers = store().given(found)
    words = {"before": _("Quiz före: %(how_many)s"), "after": _("Quiz efter: %(how_many)s")}
    lines = [words[wave] % {"how_many": _how_many(numbers.get(wave, 0))} for wave in WAVES]
    worked = sum(number for part, number in numbers.items() if part.startswith("household."))
    return [*lines, _("Hushåll: %(how_many)s", how_many=_how_many(worked))]


def _how_many(number: int) -> str:
    told = said_while_open(number)
    words = _("färre än 5 har svarat") if told is None else ngettext("%(num)s har svarat", "%(num)s har svarat", told)
    return str(words)
