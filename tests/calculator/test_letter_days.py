"""The last day of each letter: counted by hand in an almanac, with Swedish holidays and weekends."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import letter_days
from calculator.banking_day import is_banking_day
from calculator.figure import Figure
from calculator.letter_days import LetterDate, last_day, near, next_working_day, win_back_day

D = datetime.date
DAYS = st.dates(D(2010, 1, 1), D(2090, 1, 1))
REOPENING = letter_days.REOPENING


@pytest.mark.parametrize(
    ("letter", "day", "expected"),
    [
        # ten days from a Friday is a Monday, a working day
        ("payment_order", D(2026, 11, 20), D(2026, 11, 30)),
        # 15 December and ten days is Christmas Day; Christmas Eve is no working day either
        ("payment_order", D(2026, 12, 15), D(2026, 12, 23)),
        # 16 December and ten days is Saturday, Boxing Day: back over Christmas Day and Christmas Eve
        ("payment_order", D(2026, 12, 16), D(2026, 12, 23)),
        # 21 December and ten days is New Year's Eve, a Thursday
        ("payment_order", D(2026, 12, 21), D(2026, 12, 30)),
        # 24 December and ten days is Sunday 3 January: back over the Saturday, New Year's Day and New Year's Eve
        ("payment_order", D(2026, 12, 24), D(2026, 12, 30)),
        # 25 December and ten days is Monday 4 January, a working day
        ("payment_order", D(2026, 12, 25), D(2027, 1, 4)),
        # Good Friday is 26 March 2027; Easter Monday the 29th goes back to Maundy Thursday
        ("payment_order", D(2027, 3, 16), D(2027, 3, 25)),
        ("payment_order", D(2027, 3, 19), D(2027, 3, 25)),
        ("payment_order", D(2027, 3, 20), D(2027, 3, 30)),
        # Ascension Day is Thursday 6 May 2027
        ("payment_order", D(2027, 4, 26), D(2027, 5, 5)),
        # Midsummer Eve is Friday 25 June 2027
        ("payment_order", D(2027, 6, 15), D(2027, 6, 24)),
        ("eviction_claim", D(2027, 6, 17), D(2027, 6, 24)),
        # the sixth of June 2028 is a Tuesday; All Saints' Day 2026 a Saturday
        ("eviction_claim", D(2028, 5, 27), D(2028, 6, 5)),
        ("payment_order", D(2026, 10, 21), D(2026, 10, 30)),
        # three weeks from a Monday is a Monday; from 5 December it is Boxing Day
        ("lease_notice", D(2026, 11, 23), D(2026, 12, 14)),
        ("lease_notice", D(2026, 12, 5), D(2026, 12, 23)),
        ("seizure", D(2026, 12, 11), D(2026, 12, 30)),
        ("power_cut", D(2027, 6, 4), D(2027, 6, 24)),
        # three weeks over the leap day of 2028, from a Tuesday to a Tuesday
        ("power_cut", D(2028, 2, 15), D(2028, 3, 7)),
        # four weeks from a Thursday is a Thursday; the day after the old act there is no day at all
        ("bank_notice", D(2026, 11, 19), D(2026, 12, 17)),
        ("bank_notice", D(2026, 11, 20), None),
        # a month: the same date, or the last one of a shorter month
        ("decided_debt", D(2026, 10, 12), D(2026, 11, 12)),
        ("decided_debt", D(2027, 1, 29), D(2027, 2, 26)),  # 28 February 2027 is a Sunday
        ("decided_debt", D(2028, 1, 31), D(2028, 2, 29)),  # a leap day, a Tuesday
        ("decided_debt", D(2028, 2, 29), D(2028, 3, 29)),
        ("decided_debt", D(2026, 8, 31), D(2026, 9, 30)),
        ("decided_debt", D(2026, 11, 24), D(2026, 12, 23)),  # Christmas Eve
        ("decided_debt", D(2026, 11, 30), D(2026, 12, 30)),
        ("decided_debt", D(2026, 12, 1), D(2026, 12, 30)),  # New Year's Day
        (REOPENING, D(2026, 10, 12), D(2026, 11, 12)),
        (REOPENING, D(2026, 12, 31), D(2027, 1, 29)),  # 31 January 2027 is a Sunday
        # a court gives its own number of days, or none is known
        ("court", D(2026, 11, 20), None),
        # the printed last day, also on a Sunday
        ("reminder", D(2026, 11, 29), D(2026, 11, 29)),
        ("collection", D(2026, 12, 24), D(2026, 12, 24)),
        ("state_debt", D(2026, 12, 12), D(2026, 12, 12)),
        ("eviction_decided", D(2027, 1, 1), D(2027, 1, 1)),
        ("other_notice", D(2026, 12, 31), D(2026, 12, 31)),
        # these have no clock
        ("unopened", D(2026, 11, 20), None),
        ("attachment", D(2026, 11, 20), None),
        ("nothing", D(2026, 11, 20), None),
    ],
)
def test_a_day_counted_from_the_day_that_was_typed(letter: str, day: D, expected: D | None) -> None:
    assert last_day(letter, LetterDate(day=day)) == expected


@pytest.mark.parametrize(
    ("letter", "known", "expected"),
    [
        # the days in the letter
        ("payment_order", LetterDate(D(2026, 11, 20), 14), D(2026, 12, 4)),
        ("payment_order", LetterDate(D(2026, 11, 20), letter_days.EUROPEAN_DAYS), D(2026, 12, 18)),  # 20th: Sunday
        ("eviction_claim", LetterDate(D(2026, 11, 20), 5), D(2026, 11, 25)),
        ("court", LetterDate(D(2026, 11, 20), 14), D(2026, 12, 4)),
        # two days over Christmas: never before the letter came
        ("court", LetterDate(D(2026, 12, 24), 2), D(2026, 12, 24)),
        # where the printed day stands, earlier or later, moved never
        ("payment_order", LetterDate(D(2026, 11, 20), 14, D(2026, 12, 6)), D(2026, 12, 6)),
        ("payment_order", LetterDate(D(2026, 11, 20), None, D(2026, 11, 28)), D(2026, 11, 28)),
        ("payment_order", LetterDate(last=D(2026, 12, 24)), D(2026, 12, 24)),
        ("court", LetterDate(last=D(2026, 12, 13)), D(2026, 12, 13)),
        ("seizure", LetterDate(D(2026, 11, 23), None, D(2026, 12, 20)), D(2026, 12, 20)),
        # where the earlier of the two stands
        ("decided_debt", LetterDate(D(2026, 11, 3), None, D(2026, 11, 15)), D(2026, 11, 15)),
        ("decided_debt", LetterDate(D(2026, 11, 3), None, D(2026, 12, 24)), D(2026, 12, 3)),
        ("decided_debt", LetterDate(last=D(2026, 11, 15)), D(2026, 11, 15)),
        (REOPENING, LetterDate(D(2026, 11, 3), None, D(2026, 11, 15)), D(2026, 12, 3)),
        (REOPENING, LetterDate(last=D(2026, 11, 15)), None),
        ("eviction_claim", LetterDate(D(2026, 11, 20), None, D(2026, 12, 10)), D(2026, 11, 30)),
        ("eviction_claim", LetterDate(D(2026, 11, 20), None, D(2026, 11, 27)), D(2026, 11, 27)),
        ("eviction_claim", LetterDate(last=D(2026, 11, 29)), D(2026, 11, 29)),
        ("power_cut", LetterDate(D(2026, 11, 23), None, D(2026, 12, 6)), D(2026, 12, 6)),
        ("bank_notice", LetterDate(D(2026, 11, 12), None, D(2026, 12, 31)), D(2026, 12, 10)),
        ("bank_notice", LetterDate(D(2026, 11, 27), None, D(2026, 12, 31)), D(2026, 12, 31)),
        # a printed day can only make the lease's earlier, and gives none alone
        ("lease_notice", LetterDate(D(2026, 11, 23), None, D(2026, 12, 6)), D(2026, 12, 6)),
        ("lease_notice", LetterDate(D(2026, 11, 23), None, D(2027, 2, 28)), D(2026, 12, 14)),
        ("lease_notice", LetterDate(last=D(2027, 2, 28)), None),
        # days that a letter does not give are not counted with
        ("lease_notice", LetterDate(D(2026, 11, 23), 5), D(2026, 12, 14)),
        ("reminder", LetterDate(None, None, D(2026, 11, 30)), D(2026, 11, 30)),
        ("reminder", LetterDate(D(2026, 12, 1), None, D(2026, 11, 30)), D(2026, 11, 30)),
    ],
)
def test_printed_and_counted_days(letter: str, known: LetterDate, expected: D | None) -> None:
    assert last_day(letter, known) == expected


@pytest.mark.parametrize("letter", sorted(letter_days.WITH_A_CLOCK | {REOPENING}))
def test_nothing_known_gives_no_day(letter: str) -> None:
    assert last_day(letter, LetterDate()) is None


NOTICE = LetterDate(D(2026, 11, 23))
CLAIM = LetterDate(D(2026, 11, 16), 14, D(2026, 11, 20))


@pytest.mark.parametrize(
    ("lease", "ticked", "eviction", "expected"),
    [
        (NOTICE, True, None, D(2026, 12, 14)),
        # three weeks from Kronofogden's letter, whatever days to answer it gives
        (None, False, CLAIM, D(2026, 12, 7)),
        (NOTICE, True, CLAIM, D(2026, 12, 7)),
        (LetterDate(D(2026, 11, 2)), True, CLAIM, D(2026, 11, 23)),
        # the notice's day is not known: it may be the earlier one
        (None, True, CLAIM, None),
        (LetterDate(last=D(2027, 2, 28)), True, CLAIM, None),
        # a day typed for a notice that was then taken away
        (NOTICE, False, None, None),
        (NOTICE, False, CLAIM, D(2026, 12, 7)),
        (None, False, LetterDate(last=D(2026, 11, 20)), None),
        (None, False, None, None),
    ],
)
def test_the_day_to_win_the_home_back(
    lease: LetterDate | None, ticked: bool, eviction: LetterDate | None, expected: D | None
) -> None:
    assert win_back_day(lease, ticked, eviction) == expected


@given(letter=st.sampled_from(sorted(letter_days.COUNTED_DAYS)), day=DAYS)
def test_a_counted_day_is_a_working_day_and_never_later_than_the_law_says(letter: str, day: D) -> None:
    found = last_day(letter, LetterDate(day))
    if found is None:
        assert letter == "bank_notice" and day > letter_days.BANK_LAST_SENT
        return
    whole = day + datetime.timedelta(days=letter_days.COUNTED_DAYS[letter])
    assert is_banking_day(found) and day < found <= whole
    assert next_working_day(found) > whole or found == whole


@given(letter=st.sampled_from(sorted(letter_days.WITH_A_CLOCK)), day=DAYS, days=st.integers(1, 90), last=DAYS)
def test_a_printed_day_never_makes_the_last_day_later_but_where_it_stands(
    letter: str, day: D, days: int, last: D
) -> None:
    counted, both = (last_day(letter, LetterDate(day, days, printed)) for printed in (None, last))
    assert both is not None
    if letter in letter_days.PRINTED_STANDS:
        assert both == last
    else:
        assert both == min(known for known in (counted, last) if known is not None) or counted is None
        assert both <= last or letter == "lease_notice"


@given(day=DAYS, earlier=st.integers(0, 60))
def test_an_earlier_day_never_gives_a_later_last_day(day: D, earlier: int) -> None:
    before = day - datetime.timedelta(days=earlier)
    for letter in ("payment_order", "lease_notice", "decided_debt", REOPENING):
        first, second = last_day(letter, LetterDate(before)), last_day(letter, LetterDate(day))
        assert first is not None and second is not None and first <= second


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (D(2026, 11, 23), D(2026, 11, 24)),
        (D(2026, 11, 27), D(2026, 11, 30)),
        (D(2026, 12, 23), D(2026, 12, 28)),  # Christmas Eve to the Sunday
        (D(2026, 12, 30), D(2027, 1, 4)),
        (D(2027, 3, 25), D(2027, 3, 30)),  # Easter
        (D(2027, 6, 24), D(2027, 6, 28)),  # Midsummer
    ],
)
def test_the_next_working_day(day: D, expected: D) -> None:
    assert next_working_day(day) == expected


@pytest.mark.parametrize(
    ("last", "today", "expected"),
    [
        (D(2026, 11, 26), D(2026, 11, 23), True),
        (D(2026, 11, 27), D(2026, 11, 23), False),
        (D(2026, 11, 23), D(2026, 11, 23), True),
        (D(2026, 11, 2), D(2026, 11, 23), True),  # gone by
        (D(2026, 12, 28), D(2026, 12, 23), True),  # the next working day after Christmas, five days on
        (D(2026, 12, 29), D(2026, 12, 23), False),
    ],
)
def test_what_is_near(last: D, today: D, expected: bool) -> None:
    assert near(last, today) is expected


def test_the_days_are_those_of_the_figures_that_the_pages_show(figures: dict[str, Figure]) -> None:
    days = {
        "payment_order_time": letter_days.ANSWER_DAYS,
        "rent_recovery_time": letter_days.WIN_BACK_DAYS,
        "power_cut_time": letter_days.POWER_DAYS,
        "reopening_time": 1,
    }
    assert {name: figures[name].on(D(2026, 11, 23)).amount for name in days} == days
