"""A lesson on a served app with plain clients: a remote, and pupils of whom it is known what each answers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from tests.browser.pupils import Pupil

ROOT = Path(__file__).resolve().parents[2]
LETTERS = "tfu-"
TRUST_GROUPS = ("0123", "456", "789")
CODE = re.compile(r'id="code">([^<]+)<')
TURN = re.compile(r'name="turn" value="(\d+)"')


@cache
def keys() -> tuple[bool, ...]:
    """Whether each statement is true as it stands in the first quiz."""
    quiz = tomllib.loads((ROOT / "classroom" / "quiz.toml").read_text("utf-8"))
    return tuple(one["answer"] == "true" for one in quiz["statements"])


@cache
def second_order() -> tuple[int, ...]:
    """The statements of the second quiz, by their number in the first."""
    quiz = tomllib.loads((ROOT / "classroom" / "quiz.toml").read_text("utf-8"))
    ids = [one["id"] for one in quiz["statements"]]
    return tuple(ids.index(one) for one in quiz["after_order"])


def letter_of(pupil: int, quiz: int, statement: int) -> str:
    """What a pupil says to a statement."""
    return LETTERS[(pupil * 7 + statement * 5 + pupil * statement + quiz) % 4]


def number_of(pupil: int, quiz: int) -> str:
    """What a pupil chooses from 0 to 10; `--` for nothing."""
    chosen = (pupil * 5 + quiz * 3) % 12
    return "--" if chosen == 11 else f"{chosen:02}"


def facts_of(pupils: Iterable[int], quiz: int) -> list[tuple[int, int]]:
    """How many are right of how many, statement by statement, counted from what these pupils say."""
    found = []
    for statement, true in enumerate(keys()):
        said = [letter_of(pupil, quiz, statement) for pupil in pupils]
        right = "t" if true is (quiz == 0) else "f"
        found.append((said.count(right), sum(one != "-" for one in said)))
    return found


def trust_of(pupils: Iterable[int], quiz: int) -> tuple[int, int, int]:
    """How many choose 0–3, 4–6 and 7–10."""
    chosen = [int(one) for pupil in pupils if (one := number_of(pupil, quiz)) != "--"]
    return sum(one < 4 for one in chosen), sum(4 <= one < 7 for one in chosen), sum(one > 6 for one in chosen)


class Remote(Pupil):
    """The teacher's phone."""

    def __init__(self, origin: str) -> None:
        super().__init__(origin, 0)

    def open_room(self, size: int) -> str:
        """Open a room, and return its code."""
        self.open("klass/oppna").press("klass/oppna", {"size": str(size), "length": "60"})
        assert self.place == "klass/fjarr", self.said
        return self.code

    @property
    def code(self) -> str:
        """As the remote shows it."""
        found = CODE.search(self.open("klass/fjarr").html)
        assert found, self.said
        return found[1]

    def act(self, act: str, **values: str) -> None:
        """Press a button, and say yes where it asks."""
        found = TURN.search(self.open("klass/fjarr").html)
        assert found, self.said
        self.press(f"klass/fjarr/{act}", {"turn": found[1], "sure": "1", **values})


def join(pupil: Pupil, code: str) -> None:
    """Type the code on the wall."""
    pupil.open("klass/").press("klass/", {"kod": code})
    assert pupil.place.startswith(("klass/med", "klass/quiz")), pupil.said


def fill_in(pupil: Pupil, quiz: int) -> None:
    """Answer every statement and choose a number; nothing is handed in yet."""
    when = ("fore", "efter")[quiz]
    order = range(len(keys())) if quiz == 0 else second_order()
    for place, statement in enumerate(order, 1):
        pupil.open(f"klass/quiz/{when}/{place}")
        pupil.press(f"klass/quiz/{when}/{place}", {"says": letter_of(pupil.number, quiz, statement)})
    pupil.press(f"klass/quiz/{when}/siffra", {"says": number_of(pupil.number, quiz)})
    assert pupil.place == f"klass/quiz/{when}/svar", pupil.said


def hand_in(pupil: Pupil, quiz: int) -> None:
    """Hand in what was filled in."""
    when = ("fore", "efter")[quiz]
    if pupil.place != f"klass/quiz/{when}/svar":
        pupil.open(f"klass/quiz/{when}/svar")
    pupil.press(f"klass/quiz/{when}/svar")
    assert pupil.place == "klass/vanta", pupil.said
