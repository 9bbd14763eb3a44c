"""A day as people type it: `2026-11-23`, `20261123`, `23/11 2026`, in any script's digits."""

from __future__ import annotations

import datetime
import re
import unicodedata

from calculator.banking_day import LAST_YEAR

FIRST_YEAR = 2000
LONGEST = 40
DAY = re.compile(r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)")
DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[./ -](?P<month>\d{1,2})[./ -](?P<year>\d{4})")


def parse_day(typed: str) -> datetime.date:
    """The day. Raises `ValueError` for what is none, and outside the years that the sums can count in."""
    western = " ".join("".join(str(unicodedata.decimal(sign, sign)) for sign in typed[: LONGEST + 1]).split())
    found = DAY.fullmatch(western) or DAY_FIRST.fullmatch(western)
    if found is None or len(typed) > LONGEST:
        raise ValueError("no day can be read")
    day = datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    if not FIRST_YEAR <= day.year < LAST_YEAR:
        raise ValueError(f"the year {day.year} is outside those that can be counted in")
    return day
