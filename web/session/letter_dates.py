"""The days of letters as the visit keeps them: letter → `{"day": "2026-11-20", "days": 14, "last": "2026-12-03"}`.

The same days are typed on the page of a letter and in the check. What each number is, `calculator.letter_days` says.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from calculator.letter_days import GIVES_DAYS, NO_DATE, PRINTED_ONLY, LetterDate
from calculator.typed_day import parse_day
from web.session.visit import Visit

FEWEST_DAYS, MOST_DAYS = 1, 365
"""How many days a letter may give."""
CAME, STANDS = "came", "stands"
"""What an older visit called the day a letter came and the day printed in it, both as they were typed."""
CAME_IS_DAY = frozenset({"payment_order", "power_cut", "lease_notice"})
"""Letters whose count may begin with the day they came."""


def with_date(visit: Visit, letter: str, given: LetterDate) -> Visit:
    """The visit with these days of a letter, or without any where none is given."""
    dates = {**visit.letters_dates, letter: given}
    return replace(visit, letters_dates={name: one for name, one in dates.items() if one != NO_DATE})


def plain(given: LetterDate) -> dict[str, Any]:
    """The days as the case format writes them."""
    day, last = given.day, given.last
    written = {"day": day.isoformat() if day else None, "days": given.days, "last": last.isoformat() if last else None}
    return {name: value for name, value in written.items() if value is not None}


def read(letter: str, known: Mapping[str, Any]) -> LetterDate:
    """The days that `plain` wrote; `NO_DATE` where nothing can be read."""
    day, last, days = _day(known.get("day")), _day(known.get("last")), known.get("days")
    if letter in PRINTED_ONLY:
        return LetterDate(last=min((one for one in (day, last) if one), default=None))
    counted = letter in GIVES_DAYS and type(days) is int and FEWEST_DAYS <= days <= MOST_DAYS
    return LetterDate(day, days if counted else None, last)


def read_older(letter: str, known: Mapping[str, Any]) -> LetterDate:
    """The days as they were typed in an older visit.

    A printed day of a notice may have been the day to have moved, which is no last day to pay.
    """
    day = _day(known.get(CAME)) if letter in CAME_IS_DAY else None
    return LetterDate(day, None, None if letter == "lease_notice" else _day(known.get(STANDS)))


def _day(typed: object) -> datetime.date | None:
    try:
        return parse_day(typed) if isinstance(typed, str) else None
    except ValueError:
        return None
