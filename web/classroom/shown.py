"""What is told of a class when its room is closed: before and after side by side, with small cells put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from classroom.disclosure import Told, folded
from classroom.households import CHOICES
from classroom.model import ClassHousehold, Option, Statement
from classroom.quiz import OUTCOMES, TRUST, TRUST_GROUPS, WAVES
from classroom.reader import Classroom
from classroom.store import GIVEN

OUTCOME_NAMES = {"right": _l("rätt"), "wrong": _l("fel"), "unsure": _l("vet inte")}
TRUST_NAMES = {"low": _l("svårt (0–3)"), "mid": _l("mitt emellan (4–6)"), "high": _l("lätt (7–10)")}
WAVE_NAMES = {"before": _l("Före"), "after": _l("Efter")}
WHOLE = 1000
"""The width of a whole bar, in units of the drawing."""
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar: its options in words, how many, where it begins and how wide it is, and its shade."""

    names: tuple[Any, ...]
    n: int
    start: int
    width: int
    shade: str


@dataclass(frozen=True, slots=True)
class Wave:
    """One wave of a question: what is told, as the parts of one bar; none where too few have answered."""

    name: Any
    told: Told
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class StatementShown:
    """A statement with both its waves."""

    statement: Statement
    waves: tuple[Wave, ...]


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """What a household's choice came to: each option with its count, or that it is told with others."""

    question: Any
    told: Told
    options: tuple[tuple[Option, int | None], ...]


@dataclass(frozen=True, slots=True)
class HouseholdShown:
    """A household that at least one group has worked with."""

    household: ClassHousehold
    given: int
    choices: tuple[ChoiceShown, ...]


def statements(content: Classroom, counts: Counts) -> tuple[StatementShown, ...]:
    """Every statement, in the order of the first form."""
    return tuple(
        StatementShown(one, tuple(_wave(wave, f"{wave}.{one.id}", OUTCOMES, OUTCOME_NAMES, counts) for wave in WAVES))
        for one in content.quiz.statements
    )


def trust(counts: Counts) -> tuple[Wave, ...]:
    """How easy it would feel, before and after."""
    return tuple(_wave(wave, f"{wave}.{TRUST}", tuple(TRUST_GROUPS), TRUST_NAMES, counts) for wave in WAVES)


def households(content: Classroom, counts: Counts) -> Iterator[HouseholdShown]:
    """The households that anybody has given; what too few have chosen is not told."""
    given = counts.get(GIVEN, {})
    for one in content.households:
        if number := given.get(f"household.{one.id}", 0):
            yield HouseholdShown(one, number, tuple(_choice(one, name, counts) for name in CHOICES))


def _choice(household: ClassHousehold, name: str, counts: Counts) -> ChoiceShown:
    choice = getattr(household, name)
    told = folded([option.id for option in choice.options], counts.get(f"{household.id}.{name}", {}))
    return ChoiceShown(choice.question, told, tuple((option, told.alone(option.id)) for option in choice.options))


def _wave(wave: str, question: str, options: tuple[str, ...], names: Mapping[str, Any], counts: Counts) -> Wave:
    told = folded(options, counts.get(question, {}))
    parts: list[Part] = []
    start = 0
    for cell in told.cells or ():
        width = WHOLE * cell.n // told.total
        shade = cell.options[0] if len(cell.options) == 1 else "mixed"
        parts.append(Part(tuple(names[option] for option in cell.options), cell.n, start, width, shade))
        start += width
    return Wave(WAVE_NAMES[wave], told, tuple(parts))
