"""Which dated words end, so that somebody writes what comes after them in time."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from content.dated import Dated

SOON = 60
"""Days before the end from which somebody should look for what comes after."""
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ending:
    """Words that end with nothing beside them that begins the day after."""

    place: str
    """The ids that lead to it, such as `B35 bank_notice`."""
    until: datetime.date

    def days_left(self, day: datetime.date) -> int:
        """Until the last day: 0 on it, below zero after it."""
        return (self.until - day).days


def endings(models: Iterable[BaseModel], place: str = "") -> Iterator[Ending]:
    """Every `Dated` in these models or below them that ends and has no follower among its own siblings."""
    siblings = tuple(models)
    begun = {one.from_ for one in siblings if isinstance(one, Dated)}
    for one in siblings:
        here = f"{place} {getattr(one, 'id', None) or getattr(one, 'key', '')}".strip()
        if isinstance(one, Dated) and one.until and one.until + DAY not in begun:
            yield Ending(here, one.until)
        for name in type(one).model_fields:
            below = getattr(one, name)
            parts = below if isinstance(below, tuple) else (below,)
            yield from endings((part for part in parts if isinstance(part, BaseModel)), here)
