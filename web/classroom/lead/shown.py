"""What is told of a class, from the bytes that were stored at the seal: page, wall and paper read the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import segno
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup

from classroom.board import groups
from classroom.live_room import LiveRoom
from classroom.model import Statement
from classroom.sealing import Cut, Fact, Sealed, Trust
from web.classroom.household import chosen_options
from web.classroom.rooms import content, rooms
from web.extensions import now

WAVE_NAMES = (_l("Före"), _l("Efter"))
CELLS: dict[Cut, tuple[str, ...]] = {
    "none": (),
    "three": ("0–3", "4–6", "7–10"),
    "low_and_mid": ("0–6", "7–10"),
    "mid_and_high": ("0–3", "4–10"),
    "least_low": ("0–3",),
    "least_mid": ("4–6",),
    "least_high": ("7–10",),
}
WHOLE = 1000
"""The width of a whole bar, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Wave:
    """One quiz of a statement: its name, what may be told, and how wide the bar of right ones is."""

    name: Any
    fact: Fact
    width: int

    @property
    def words(self) -> str:
        """In one sentence."""
        right, answered = self.fact.right, self.fact.answered
        if not self.fact.told:
            said = _("För få har svarat. Därför visas bara det rätta svaret.")
        elif not right:
            said = _("Det här visste ingen än.")
        elif right == answered:
            said = _("Alla %(answered)s visste det.", answered=answered)
        else:
            said = _("%(right)s av %(answered)s svarade rätt.", right=right, answered=answered)
        return str(said)


@dataclass(frozen=True, slots=True)
class Line:
    """A statement with each quiz that is sealed."""

    statement: Statement
    waves: tuple[Wave, ...]


@dataclass(frozen=True, slots=True)
class TrustShown:
    """How easy it would feel in one quiz, in sentences."""

    name: Any
    words: tuple[str, ...]


def told_of(room: LiveRoom) -> dict[str, Any]:
    """Everything that may be told of a room, for the page, the wall and the paper."""
    return told_by(rooms().told(room.id, now())) | {"boards": _boards(room)}


def told_by(sealed: Sequence[Sealed | None]) -> dict[str, Any]:
    """The same of two quizzes, wherever they were counted; None for one that is not."""
    waves = [(name, one) for name, one in zip(WAVE_NAMES, sealed, strict=True) if one is not None]
    lines = tuple(
        Line(one, tuple(_wave(name, told, number) for name, told in waves))
        for number, one in enumerate(content().quiz.statements)
    )
    return {
        "sealed": sealed,
        "quiz": content().quiz,
        "lines": lines,
        "trust": tuple(TrustShown(name, tuple(_trust(told.trust))) for name, told in waves),
    }


def drawn(address: str) -> Markup:
    """A link as a picture to point a phone at."""
    code = segno.make(address, error="m", micro=False)
    picture = code.svg_inline(
        scale=4, border=2, dark="#1c2b2e", light="#ffffff", svgclass="qr", lineclass=None, omitsize=True
    )
    return Markup(picture)  # noqa: S704 - drawn from our own address


def _wave(name: Any, sealed: Sealed, number: int) -> Wave:
    fact = sealed.facts[number] if number < len(sealed.facts) else Fact()
    return Wave(name, fact, WHOLE * fact.right // fact.answered if fact.told else 0)


def _trust(trust: Trust) -> Sequence[str]:
    """What is told of a feeling: cells that point at nobody, or only how many answered."""
    if trust.cut == "none":
        return [_("%(n)s har svarat.", n=trust.n)]
    names = CELLS[trust.cut]
    if trust.cut.startswith("least"):
        least = _("Minst %(n)s av %(all)s svarade %(which)s.", n=trust.cells[0], all=trust.n, which=names[0])
        return [least]
    return [
        _("%(n)s av %(all)s svarade %(which)s.", n=n, all=trust.n, which=name)
        for name, n in zip(names, trust.cells, strict=True)
    ]


def _boards(room: LiveRoom) -> list[dict[str, Any]]:
    """What groups have put on the wall."""
    found = []
    for one in groups(room.groups):
        if one.household < len(content().households):
            household = content().households[one.household]
            options = chosen_options(household, one.chosen)
            found.append({"household": household, "letter": one.letter, "options": options, "place": one.place})
    return found
