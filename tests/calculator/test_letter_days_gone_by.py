"""A last day that was only moved back, or printed too early, has not gone by while the law still counts."""

from __future__ import annotations

import datetime

import pytest

from calculator.letter_days import REOPENING, LetterDate, last_day, win_back_day

D = datetime.date


@pytest.mark.parametrize(
    ("letter", "day", "today", "expected"),
    [
        # a month from 26 November ends on Boxing Day: Wednesday 23 December is told while it can be met
        (REOPENING, D(2026, 11, 26), D(2026, 12, 23), D(2026, 12, 23)),
        (REOPENING, D(2026, 11, 26), D(2026, 12, 24), D(2026, 12, 26)),
        (REOPENING, D(2026, 11, 26), D(2026, 12, 26), D(2026, 12, 26)),
        (REOPENING, D(2026, 11, 26), D(2026, 12, 27), D(2026, 12, 23)),
        # ten days from 16 December, three weeks from 5 December: Boxing Day as well
        ("payment_order", D(2026, 12, 16), D(2026, 12, 24), D(2026, 12, 26)),
        ("seizure", D(2026, 12, 5), D(2026, 12, 25), D(2026, 12, 26)),
        # Friday 4 December is no holiday: on the Saturday it has gone by
        ("payment_order", D(2026, 11, 24), D(2026, 12, 5), D(2026, 12, 4)),
    ],
)
def test_a_day_that_was_only_moved_back_has_not_gone_by(letter: str, day: D, today: D, expected: D) -> None:
    assert last_day(letter, LetterDate(day), today) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (D(2026, 12, 11), D(2026, 12, 11)),  # the day printed in the notice, the earlier one
        (D(2026, 12, 14), D(2026, 12, 23)),  # it has gone; three weeks from 3 December end on Christmas Eve
        (D(2026, 12, 24), D(2026, 12, 24)),
        (D(2026, 12, 25), D(2026, 12, 23)),
    ],
)
def test_a_printed_day_does_not_shorten_the_three_weeks(today: D, expected: D) -> None:
    assert win_back_day(LetterDate(D(2026, 12, 3), None, D(2026, 12, 11)), True, None, today) == expected
