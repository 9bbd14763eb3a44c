"""A class in the tests: a teacher with a room, and pupils who join it, each in a browser of their own."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask

from tests.conftest import Visit
from tests.page import Form
from tests.visitor import HOME, Visitor

TRUE, FALSE, UNSURE = "true", "false", "unsure"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A room as its teacher sees it, and how others come into it."""

    teacher: Visitor
    code: str
    link: str
    visit: Visit
    app: Flask

    def pupil(self, code: str = "sv") -> Visitor:
        """Somebody who has joined with the code."""
        one = self.visit(code, self.app)
        one.open(f"/{code}/klass/")
        one.press(form_to(one, "/klass/"), kod=self.code)
        return one

    def said(self) -> str:
        """What the wall tells while the room is open."""
        return self.teacher.open("/sv/klass/larare/").main

    def close(self) -> str:
        """Close the room and read the results."""
        self.teacher.open("/sv/klass/larare/")
        return self.teacher.press(form_to(self.teacher, "/stang")).main


def open_room(visit: Visit, app: Flask) -> Lesson:
    """A teacher opens a room in one click."""
    teacher = visit("sv", app)
    teacher.open("/sv/klass/")
    teacher.press(form_to(teacher, "/klass/oppna"))
    teacher.follow("/klass/larare/lank")
    link = next(one.text or "" for one in teacher.page.tree.iter("p") if one.get("class") == "keep-secret")
    teacher.open("/sv/klass/larare/")
    code = next(one.text or "" for one in teacher.page.tree.iter("p") if one.get("class") == "wall-code")
    return Lesson(teacher, code.strip(), link.removeprefix(HOME), visit, app)


def form_to(visitor: Visitor, ending: str) -> Form:
    """The form on this page that is sent to an address with this ending."""
    return next(form for form in visitor.page.forms() if form.address.partition("?")[0].endswith(ending))


def answer_quiz(pupil: Visitor, when: str, says: str, trust: int | None = None) -> None:
    """Say the same to every statement."""
    pupil.open(f"/{pupil.language}/klass/quiz/{when}")
    form = form_to(pupil, f"/quiz/{when}")
    given = {name: says for name in form.names() if says in form.options(name)}
    assert given
    pupil.press_with(form, given | ({"trust": str(trust)} if trust is not None else {}))
