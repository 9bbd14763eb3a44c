"""How every figure stands on a day: valid, ending soon, ended or not begun, and which were read second hand."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from calculator.figure import Dated, Figure, FigureMissing
from content.endings import SOON

StandingState = Literal["valid", "ends_soon", "ended", "coming"]

READ_AT_THE_SOURCE = ("law", "seen_page")
"""Anything else was read in another place than where it is decided, or worked out."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure on a day. `dated` is the value that a sum would use; None before the first one begins."""

    figure: Figure
    dated: Dated | None
    state: StandingState
    days_left: int | None
    """Days until the last one: 0 on it, below zero after it; None where no end is known."""

    @property
    def second_hand(self) -> bool:
        """Whether the value of that day, or the first one to come, was not read where it is decided."""
        value = self.figure.values[0] if self.dated is None else self.dated.value
        return value.confidence not in READ_AT_THE_SOURCE


def states(figures: Iterable[Figure], day: datetime.date) -> tuple[Standing, ...]:
    """Every figure as it stands that day, in the order given."""
    return tuple(_standing(figure, day) for figure in figures)


def ended(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Those whose last value has ended."""
    return tuple(standing for standing in standings if standing.state == "ended")


def overdue(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Those that have ended with nothing said about why there is no newer value."""
    return tuple(standing for standing in ended(standings) if not standing.figure.no_newer)


def _standing(figure: Figure, day: datetime.date) -> Standing:
    try:
        dated = figure.on(day)
    except FigureMissing:
        return Standing(figure, None, "coming", None)
    days_left = None if dated.until is None else (dated.until - day).days
    return Standing(figure, dated, _state(figure, dated, days_left), days_left)


def _state(figure: Figure, dated: Dated, days_left: int | None) -> StandingState:
    if dated.state == "ended":
        return "ended"
    is_last = dated.value is figure.values[-1]
    return "ends_soon" if is_last and days_left is not None and days_left <= SOON else "valid"
