"""The last day of a step: that of the letters it is about, counted from what was said of them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from advice.choose import Chosen
from calculator.letter_days import REOPENING, LetterDate, last_day, win_back_day
from questionnaire.journey import Journey

LETTERS = "letters"
WIN_BACK = "B13"
"""Pay the whole rent debt: its day is counted from two letters."""
CONTEST = "B11"
DEBT = "decided_debt"
"""It has two clocks: the one to pay by, and a month to have it tried again."""
BLOCK_OF_LETTER = {"payment_order": "B10", "court": "B28", "state_debt": "B12", DEBT: "B33"}
"""The letters that may be contested, and the step that answers each."""

Dates = Mapping[str, LetterDate]


def ticked_letters(walked: Journey) -> frozenset[str]:
    """The letters that were chosen."""
    return walked.given.get(LETTERS, frozenset())


def last_day_of(chosen: Chosen, dates: Dates, walked: Journey, today: datetime.date) -> datetime.date | None:
    """The earliest known last day of the ticked letters that the step is about."""
    ticked = ticked_letters(walked)
    if chosen.block.id == WIN_BACK:
        return day_to_win_back(dates, walked, today)
    clocks = {clock: DEBT if clock == REOPENING else clock for clock in chosen.said.clock or ()}
    days = (last_day(clock, dates[of], today) for clock, of in clocks.items() if of in ticked & set(dates))
    return min((day for day in days if day is not None), default=None)


def day_to_win_back(dates: Dates, walked: Journey, today: datetime.date) -> datetime.date | None:
    """The last day to pay the whole rent debt and keep the home, by the letters that were ticked."""
    ticked = ticked_letters(walked)
    claim = dates.get("eviction_claim") if "eviction_claim" in ticked else None
    return win_back_day(dates.get("lease_notice"), "lease_notice" in ticked, claim, today)


def win_back_facts(dates: Dates, walked: Journey, today: datetime.date) -> frozenset[str]:
    """What advice may know of that day."""
    day = day_to_win_back(dates, walked, today)
    holds = {"win_back_day_known": day is not None, "win_back_day_gone": day is not None and day < today}
    return frozenset(fact for fact, true in holds.items() if true)


def contested_letter(order: Sequence[str], walked: Journey) -> str | None:
    """The letter that "write no" stands behind: of those to be answered, the one whose step stands first."""
    ticked = ticked_letters(walked)
    places = {block: place for place, block in enumerate(order)}
    standing = [letter for letter, block in BLOCK_OF_LETTER.items() if letter in ticked and block in places]
    return min(standing, key=lambda letter: places[BLOCK_OF_LETTER[letter]], default=None)


def day_to_contest(letter: str, dates: Dates, today: datetime.date) -> datetime.date | None:
    """The last day to write no: a decided debt's is that of having it tried again."""
    given = dates.get(letter)
    return last_day(REOPENING if letter == DEBT else letter, given, today) if given else None
