"""The days of a plan for a calendar: when to call, last days and pay, each once, and none that has gone by."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from report.build import paper_report
from report.calendar_days import calendar_days
from report.case_format import Setting, parse_case
from report.library import Library

MONDAY = datetime.date(2026, 11, 23)


def days(library: Library, noon: datetime.date = MONDAY, **case: Any) -> list[tuple[str, str]]:
    """What the calendar has, for a case looked at on a day at noon."""
    asked = parse_case({"age": 38, **case}, Setting(library, noon, "0127", ("sv",)))
    report = paper_report(library, asked.case, noon)
    found = calendar_days(report, datetime.datetime.combine(noon, datetime.time(12)))
    return [(one.kind, one.day.isoformat()) for one in found]


def test_a_letter_gives_its_last_day(library: Library) -> None:
    found = days(
        library, answers={"letters": ["payment_order"], "answered": "no", "claim_right": "unknown"},
        letters_dates={"payment_order": {"day": "2026-11-20"}},
    )  # fmt: skip
    # ten days from Friday 20 November is Monday 30; Kronofogden answers on Tuesday
    assert found == [("call", "2026-11-24"), ("last_day", "2026-11-30")]


def test_a_day_that_has_gone_by_makes_none(library: Library) -> None:
    found = days(
        library, answers={"letters": ["payment_order"], "answered": "no", "claim_right": "unknown"},
        letters_dates={"payment_order": {"day": "2026-11-02"}},
    )  # fmt: skip
    assert found == [("call", "2026-11-24")]


def test_no_call_is_set_after_a_day_that_is_to_come(library: Library) -> None:
    """A Friday's last day is today: a call on Monday would say that there is time."""
    friday = datetime.date(2026, 11, 27)
    found = days(
        library, friday, answers={"letters": ["payment_order"], "answered": "no", "claim_right": "unknown"},
        letters_dates={"payment_order": {"day": "2026-11-17"}},
    )  # fmt: skip
    assert found == [("last_day", "2026-11-27")]


def test_two_letters_with_one_day_are_one_day(library: Library) -> None:
    found = days(
        library, answers={"letters": ["state_debt", "collection"], "answered": "no", "claim_right": "right"},
        letters_dates={"state_debt": {"last": "2026-12-02"}, "collection": {"last": "2026-12-02"}},
    )  # fmt: skip
    assert found.count(("last_day", "2026-12-02")) == 1


@pytest.mark.parametrize(
    ("day", "pay"),
    [
        ((2026, 11, 23), "2026-11-25"),
        ((2026, 11, 25), "2026-11-25"),
        ((2026, 11, 26), "2026-12-23"),  # the 25th and Christmas Eve are no banking days
        ((2026, 4, 1), "2026-04-24"),  # the 25th is a Saturday
    ],
)
def test_the_next_pay_of_a_budget(library: Library, day: tuple[int, int, int], pay: str) -> None:
    income = [{"id": "pay", "amount": "21400", "period": "month"}]
    found = days(library, datetime.date(*day), budget={"income": income})
    assert [one for one in found if one[0] == "pay"] == [("pay", pay)]


def test_a_budget_without_pay_has_no_day(library: Library) -> None:
    income = [{"id": "child_benefit", "amount": "1250", "period": "month"}]
    assert "pay" not in dict(days(library, budget={"income": income}))
