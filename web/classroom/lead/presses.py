"""What each button of the remote does, and what is asked before those that cannot be undone."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace

from flask import redirect, render_template, url_for
from flask_babel import gettext as _

from classroom import seats
from classroom.board import groups, take_off
from classroom.live_room import LiveRoom
from classroom.places import Place, back, more_statements, onward
from classroom.seats import LARGEST, UNDO
from web.classroom.rooms import Remote, content, keep_teacher, new_code, rooms
from web.extensions import now
from web.forms.posts import Answer

WALL_NUMBERS = 1_000_000
WALL_LASTS = 10 * 60
Press = Callable[[Remote, int, int | None], Answer | None]


def go_on(remote: Remote, turn: int, number: int | None) -> None:
    """One step on; a quiz that is closed is sealed by it."""
    boards = len(groups(remote.room.groups))
    rooms().move(remote.room, turn, onward(remote.room.at, remote.room.length, _statements(), boards))


def go_back(remote: Remote, turn: int, number: int | None) -> None:
    """One beat back."""
    if (place := back(remote.room.at)) != remote.room.at:
        rooms().move(remote.room, turn, place)


def to_question(remote: Remote, turn: int, number: int | None) -> None:
    """Past the other statements of the reveal, to the question from 0 to 10."""
    if remote.room.at.phase == "reveal":
        rooms().move(remote.room, turn, Place("reveal", 3 * _statements()))


def take_more(remote: Remote, turn: int, number: int | None) -> None:
    """The statements that there was no time for."""
    rooms().move(remote.room, turn, more_statements(remote.room.at, remote.room.length, _statements()))


def lock(remote: Remote, turn: int, number: int | None) -> None:
    """End the joining with so many heads, and begin the first quiz."""
    if remote.room.at.phase != "join" or number is None or not 1 <= number <= LARGEST:
        return
    locked = rooms().alter(remote.room, turn, lambda one: seats.lock(one, number))
    if locked.locked:
        rooms().move(locked, locked.turn, Place("quiz1"))


def close(remote: Remote, turn: int, number: int | None) -> None:
    """Take no more answers."""
    rooms().alter(remote.room, turn, lambda one: seats.close(one, now()))


def undo(remote: Remote, turn: int, number: int | None) -> None:
    """Open the quiz again."""
    rooms().alter(remote.room, turn, lambda one: seats.undo_close(one, now()))


def discard(remote: Remote, turn: int, number: int | None) -> None:
    """Begin the quiz anew."""
    rooms().alter(remote.room, turn, seats.discard)


def code(remote: Remote, turn: int, number: int | None) -> None:
    """Another code for everybody."""
    new_code(remote, turn)


def more_seats(remote: Remote, turn: int, number: int | None) -> None:
    """Three seats more."""
    rooms().alter(remote.room, turn, seats.more_seats)


def admit(remote: Remote, turn: int, number: int | None) -> None:
    """Let one more in."""
    rooms().alter(remote.room, turn, lambda one: seats.admit(one, now()))


def wall(remote: Remote, turn: int, number: int | None) -> None:
    """A number for the wall, for ten minutes and one use."""
    fresh = secrets.randbelow(WALL_NUMBERS)
    rooms().alter(remote.room, turn, lambda one: replace(one, wall_number=fresh, wall_until=now() + WALL_LASTS))


def remove(remote: Remote, turn: int, number: int | None) -> None:
    """Take a group off the wall."""
    if number is not None:
        rooms().alter(remote.room, turn, lambda one: replace(one, groups=take_off(one.groups, number)))


def end(remote: Remote, turn: int, number: int | None) -> None:
    """End the lesson."""
    rooms().end(remote.room, turn, now())


def undo_end(remote: Remote, turn: int, number: int | None) -> None:
    """Go on with the lesson."""
    rooms().undo_end(remote.room, turn, now())


def erase(remote: Remote, turn: int, number: int | None) -> Answer:
    """Erase the room and all that was told of it."""
    rooms().erase(remote.room.id)
    keep_teacher("")
    return render_template("classroom/erased.html")


def forget(remote: Remote, turn: int, number: int | None) -> Answer:
    """Forget the room in this browser."""
    keep_teacher("")
    return redirect(url_for("pupil.front"), 303)


PRESSES: dict[str, Press] = {
    "vidare": go_on,
    "tillbaka": go_back,
    "fragan": to_question,
    "fler": take_more,
    "las": lock,
    "stang": close,
    "angra": undo,
    "om": discard,
    "ny-kod": code,
    "platser": more_seats,
    "slapp-in": admit,
    "tavla": wall,
    "ta-bort": remove,
    "avsluta": end,
    "fortsatt": undo_end,
    "radera": erase,
    "glom": forget,
}
ASKED = ("las", "om", "ny-kod", "platser", "ta-bort", "avsluta", "radera", "glom")


def question(act: str, remote: Remote, number: int | None) -> str:
    """What is asked before; empty where there is nothing to ask."""
    joined = remote.room.joined
    if act == "las":
        if number == joined:
            return ""
        return str(_("%(joined)s har gått med. Vill du låsa för %(heads)s?", joined=joined, heads=number or 0))
    asks: dict[str, str] = {
        "om": _("Vill du börja om quizet? Svaren finns kvar på mobilerna."),
        "ny-kod": _("Vill du ta en ny kod? Då får alla gå med igen. Svaren finns kvar på mobilerna."),
        "platser": _("Vill du ge tre platser till? Räkna eleverna i rummet först."),
        "ta-bort": _("Vill du ta bort gruppen från tavlan?"),
        "avsluta": _("Vill du avsluta lektionen? Du kan ångra dig i tio minuter."),
        "radera": _("Vill du radera rummet och alla summor? Det går inte att ångra."),
        "glom": _("Vill du glömma rummet på den här telefonen? Utan länken kommer du inte tillbaka."),
    }
    return asks[act]


def seconds_left(room: LiveRoom, at: int) -> int:
    """How long the closing of a quiz can be undone; 0 where it cannot."""
    return room.closed_at + UNDO - at if seats.can_undo(room, at) else 0


def _statements() -> int:
    return len(content().quiz.statements)
