"""A class in the tests: a teacher with a remote, and pupils who join, each in a browser of their own."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import Flask

from classroom.live_room import LiveRoom
from classroom.rooms import Rooms
from tests.audit import words
from tests.conftest import Visit
from tests.page import Form
from tests.visitor import HOME, Visitor

TRUE, FALSE, UNSURE, SKIPPED = "t", "f", "u", "-"
REMOTE = "/sv/klass/fjarr"


@dataclass(slots=True)
class Lesson:
    """A room as its teacher sees it, and how others come into it."""

    teacher: Visitor
    visit: Visit
    app: Flask
    size: int = 28
    pupils: list[Visitor] = field(default_factory=list)

    @property
    def code(self) -> str:
        """As the remote says it now."""
        self.teacher.open(REMOTE)
        shown = (one.text or "" for one in self.teacher.page.tree.iter("strong") if one.get("id") == "code")
        return next(shown).strip()

    @property
    def link(self) -> str:
        """The secret link, after saying that nobody sees the screen."""
        self.teacher.open(f"{REMOTE}/lank")
        self.teacher.press(form_to(self.teacher, "/fjarr/lank"))
        shown = (one.text or "" for one in self.teacher.page.tree.iter("p") if one.get("class") == "keep-secret")
        return next(shown).removeprefix(HOME)

    @property
    def room(self) -> LiveRoom:
        """The room as the live store has it; there is one."""
        (one,) = (one for one in self.rooms.live.every() if not one.dropped)
        return one

    @property
    def rooms(self) -> Rooms:
        return self.app.extensions["itid_rooms"]

    def pupil(self, code: str = "sv") -> Visitor:
        """Somebody who has joined with the code."""
        one = self.visit(code, self.app)
        one.open(f"/{code}/klass/")
        one.press(form_to(one, "/klass/"), kod=self.code)
        self.pupils.append(one)
        return one

    def press(self, act: str, sure: bool = True, **values: str) -> None:
        """Press a button of the remote, and say yes where it asks."""
        self.teacher.open(REMOTE)
        self.teacher.press(form_to(self.teacher, f"/fjarr/{act}"), **values)
        if sure and self.teacher.page.has("sure"):
            self.teacher.press(self.teacher.page.form("sure"))

    def begin(self, heads: int | None = None) -> None:
        """Lock, and open the first quiz."""
        self.press("las", **({"number": str(heads)} if heads is not None else {}))

    def on_to(self, phase: str) -> None:
        """Press "next" until the lesson is there; a quiz on the way is closed."""
        for _ in range(99):
            if self.room.at.phase == phase:
                return
            self.press(
                "las" if self.room.at.phase == "join" else "stang" if self.room.open_quiz is not None else "vidare"
            )
        raise AssertionError(f"never came to {phase}")

    def results(self) -> str:
        """What the remote's results say."""
        return self.teacher.open(f"{REMOTE}/resultat").main


def open_room(visit: Visit, app: Flask, size: int = 28, length: int = 60) -> Lesson:
    """A teacher opens a room."""
    teacher = visit("sv", app)
    teacher.open("/sv/klass/oppna")
    teacher.press(form_to(teacher, "/klass/oppna"), size=str(size), length=str(length))
    assert teacher.page.address == REMOTE
    return Lesson(teacher, visit, app, size)


def form_to(visitor: Visitor, ending: str) -> Form:
    """The form on this page that is sent to an address with this ending."""
    return next(form for form in visitor.page.forms() if form.address.partition("?")[0].endswith(ending))


def answer_quiz(pupil: Visitor, says: str, trust: int | None = None, when: str = "fore", hand_in: bool = True) -> None:
    """Say the same to every statement, choose a number, and hand in."""
    pupil.open(f"/{pupil.language}/klass/quiz/{when}/1")
    while "/svar" not in pupil.page.address:
        last = pupil.page.address.endswith("/siffra")
        button = ("--" if trust is None else f"{trust:02}") if last else says
        pupil.press(pupil.page.form("says"), button=f"says={button}")
    if hand_in:
        pupil.press(form_to(pupil, f"/quiz/{when}/svar"))


def key_of(lesson: Lesson) -> str:
    """The key of the secret link."""
    return lesson.link.partition("nyckel=")[2]


def counts(lesson: Lesson, quiz: int = 0) -> bytes:
    """The running sums of a quiz."""
    return lesson.room.counts(quiz)


def said(pupil: Visitor) -> list[str]:
    """What "your answers" shows, statement by statement, and last the number."""
    lines = [
        one for one in pupil.page.tree.iter("li") if any(part.get("hidden") is not None for part in one.iter("span"))
    ]
    return [
        next(
            words(part)
            for part in one.iter("span")
            if part.tag == "span" and part.get("hidden") is None and part.get("class") is None
        )
        for one in lines
    ]
