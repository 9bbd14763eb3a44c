"""`letters_dates` of the case format: what is known of each letter's days, checked against the letters chosen."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from calculator.given import Given
from calculator.inputs import Day, Fault
from calculator.letter_days import GIVES_DAYS, PRINTED_ONLY, WITH_A_CLOCK, LetterDate
from questionnaire.answers import Answers

MOST_DAYS = 365
LETTERS = "letters"
WITHOUT_A_CLOCK = frozenset({"attachment", "unopened"})
"""Letters that may be chosen and have no last day; a date for one of them falls away."""


class LetterDateInput(Given):
    """The day to count from, the days that the letter gives, and its printed last day; each may be left out."""

    day: Day | None = None
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] | None = None
    last: Day | None = None


LetterDates = dict[str, LetterDateInput | Day]


def letter_dates(
    given: Mapping[str, LetterDateInput | datetime.date], answers: Answers, today: datetime.date
) -> tuple[dict[str, LetterDate], list[Fault]]:
    """The dates of the letters that were chosen, and what is wrong with any; a date of another letter falls away."""
    chosen = answers.chosen.get(LETTERS, ())
    found: dict[str, LetterDate] = {}
    faults: list[Fault] = []
    for letter, value in given.items():
        date = LetterDate(day=value) if isinstance(value, datetime.date) else LetterDate(**dict(value))
        wrong = _faults(letter, date, today)
        faults += wrong
        if not wrong and letter in chosen and letter in WITH_A_CLOCK:
            found[letter] = date
    return found, faults


def _faults(letter: str, date: LetterDate, today: datetime.date) -> list[Fault]:
    at = f"letters_dates.{letter}"
    if letter not in WITH_A_CLOCK | WITHOUT_A_CLOCK:
        known = ", ".join(sorted(WITH_A_CLOCK))
        return [Fault(at, f"is not a letter with a last day; those are {known}")]
    faults = []
    if date.day and date.day > today and letter not in PRINTED_ONLY:
        faults.append(Fault(f"{at}.day", f"{date.day.isoformat()} is later than the day of the case, {today}"))
    if date.days is not None and letter not in GIVES_DAYS:
        faults.append(Fault(f"{at}.days", "only payment_order, eviction_claim and court give a number of days"))
    return faults
