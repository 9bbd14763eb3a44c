"""The order of the steps and when each is to be done, worked out by hand for lives with letters and days."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from calculator.letter_days import LetterDate
from questionnaire.answers import Answers
from report.build import Report, build_report
from report.case import Case
from report.library import Library

MONDAY = datetime.date(2026, 11, 23)


def report(library: Library, dates: dict[str, LetterDate] | None = None, **answers: Any) -> Report:
    helping = answers.pop("helping", False)
    age = answers.pop("age", 38)
    parsed = Answers.parse(library.questions.questionnaires["adult"], {"letters": ["nothing"], **answers})
    return build_report(library, Case("0127", "adult", age, parsed, letters_dates=dates or {}, helping=helping), MONDAY)


def urgent(made: Report) -> list[str]:
    return [step.block.id for step in made.first_steps if step.urgent]


def when(made: Report) -> dict[str, str]:
    return {step.block.id: step.when for step in made.steps}


def day(number: int) -> datetime.date:
    return datetime.date(2026, 11, number)


def test_letters_without_days_count_as_today_and_go_by_the_table(library: Library) -> None:
    made = report(library, letters=["lease_notice", "payment_order", "court", "power_cut"], answered="no")
    assert urgent(made) == ["B13", "B10", "B28", "B15"]
    assert [step.when for step in made.first_steps[:4]] == ["now", "today", "today", "today"]


def test_letters_with_days_go_by_their_last_day(library: Library) -> None:
    dates = {
        "payment_order": LetterDate(day=day(20)),  # + 10 days is Monday the 30th
        "court": LetterDate(last=day(27)),
        "power_cut": LetterDate(day=day(6)),  # + 21 days is Friday the 27th
    }
    made = report(library, dates, letters=["payment_order", "court", "power_cut"], answered="no")
    assert urgent(made) == ["B28", "B15", "B10"]
    assert {step.block.id: step.last_day for step in made.first_steps if step.urgent} == {
        "B28": day(27), "B15": day(27), "B10": day(30),
    }  # fmt: skip
    assert when(made)["B15"] == "this_week" and when(made)["B28"] == "now"


def test_unpaid_rent_waits_for_the_one_day_that_is_left(library: Library) -> None:
    dates = {"payment_order": LetterDate(day=day(14))}  # + 10 days is Tuesday the 24th, tomorrow
    made = report(library, dates, letters=["payment_order"], answered="no", unpaid_now=["rent"])
    assert urgent(made) == ["B10", "B13"]
    later = {"payment_order": LetterDate(day=day(15))}  # Wednesday the 25th: near, and not the next working day
    assert urgent(report(library, later, letters=["payment_order"], answered="no", unpaid_now=["rent"])) == [
        "B13",
        "B10",
    ]


def test_a_notice_does_not_wait(library: Library) -> None:
    dates = {"payment_order": LetterDate(day=day(14)), "lease_notice": LetterDate(day=day(10))}
    made = report(library, dates, letters=["payment_order", "lease_notice"], answered="no", unpaid_now=["rent"])
    assert urgent(made) == ["B13", "B10"]
    assert made.first_steps[0].last_day == datetime.date(2026, 12, 1)


def test_saying_no_stands_behind_its_letter_with_its_own_day(library: Library) -> None:
    dates = {
        "decided_debt": LetterDate(day=datetime.date(2026, 11, 2), last=day(20)),
        "court": LetterDate(last=day(25)),
    }
    made = report(library, dates, letters=["decided_debt", "court"], answered="no", claim_right="wrong")
    assert urgent(made) == ["B33", "B11", "B28"]
    decided, contest, _ = made.first_steps[:3]
    assert (decided.last_day, decided.gone_by) == (day(20), True)
    assert (contest.last_day, contest.gone_by, contest.when) == (datetime.date(2026, 12, 2), False, "today")


def test_what_is_not_urgent_is_for_this_week_at_the_earliest(library: Library) -> None:
    made = report(library, letters=["unopened"], gambling="affects")
    assert urgent(made) == ["B25"]
    assert when(made)["B24"] == "this_week"
    assert when(report(library, gambling="affects"))["B24"] == "now"


@pytest.mark.parametrize("letters", [["unopened"], ["power_cut"]])
def test_helping_somebody_is_the_last_urgent_step(library: Library, letters: list[str]) -> None:
    made = report(library, letters=letters, helping=True)
    assert urgent(made)[-1] == "B30"
    assert [step.when for step in made.first_steps[:2]] == ["now", "today"]


def test_helping_somebody_without_danger_comes_first(library: Library) -> None:
    made = report(library, helping=True, months_late="none")
    assert (made.first_steps[0].block.id, made.first_steps[0].when) == ("B30", "now")


def test_all_urgent_steps_and_three_others_are_shown(library: Library) -> None:
    letters = [
        "eviction_claim",
        "lease_notice",
        "payment_order",
        "court",
        "power_cut",
        "state_debt",
        "seizure",
        "collection",
    ]
    made = report(
        library, letters=letters, answered="no", claim_right="wrong", unpaid_now=["rent", "phone"], mail="avoid"
    )
    assert urgent(made) == ["B32", "B13", "B10", "B11", "B28", "B15", "B12", "B34"]
    assert len(made.first_steps) == len(urgent(made)) + 3
    assert not any(step.urgent for step in made.more_steps)
