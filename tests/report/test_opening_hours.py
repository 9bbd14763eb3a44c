"""When somebody answers: weekdays, nights, holidays, and nothing said of hours that nobody saw at their source."""

from __future__ import annotations

import datetime

import pytest
from pydantic import ValidationError

from advice.place import Contact, Opening
from content.text import Text
from report.library import Library
from report.opening_hours import answers_at, morning_to_call

WEEK = ("mon", "tue", "wed", "thu", "fri")


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


def contact(**opening: object) -> Contact:
    hours = Opening(**{"confidence": "seen_page", **opening}) if opening else None
    return Contact(
        id="office",
        name=Text("Kontoret", "test.name"),
        what=Text("Hjälper.", "test.what"),
        phone="0999-11 11 11",
        opening=hours,
        confidence="seen_page",
        source="test",
        checked=datetime.date(2026, 1, 1),
    )


def office(**more: object) -> Contact:
    return contact(days=WEEK, opens=datetime.time(9), closes=datetime.time(15), **more)


@pytest.mark.parametrize(
    ("moment", "now", "until"),
    [
        ("2026-11-23 09:00", True, "2026-11-23 15:00"),
        ("2026-11-23 14:59", True, "2026-11-23 15:00"),
        ("2026-11-23 15:00", False, "2026-11-24 09:00"),
        ("2026-11-23 08:59", False, "2026-11-23 09:00"),
        ("2026-11-27 16:00", False, "2026-11-30 09:00"),  # Friday afternoon, until Monday
        ("2026-12-23 16:00", False, "2026-12-28 09:00"),  # Christmas Eve to Sunday are no working days
    ],
)
def test_an_office(moment: str, now: bool, until: str) -> None:
    found = answers_at(office(), at(moment))
    assert found and (found.now, found.until) == (now, at(until))


@pytest.mark.parametrize(
    ("moment", "now", "until"),
    [
        ("2026-11-23 20:59", False, "2026-11-23 21:00"),
        ("2026-11-23 23:00", True, "2026-11-24 06:00"),
        ("2026-11-24 05:59", True, "2026-11-24 06:00"),
        ("2026-11-24 06:00", False, "2026-11-24 21:00"),
        ("2026-12-24 22:00", True, "2026-12-25 06:00"),
    ],
)
def test_a_line_of_the_night(moment: str, now: bool, until: str) -> None:
    line = contact(opens=datetime.time(21), closes=datetime.time(6), holidays=True)
    found = answers_at(line, at(moment))
    assert found and (found.now, found.until) == (now, at(until))


def test_one_that_never_closes() -> None:
    found = answers_at(contact(holidays=True), at("2026-12-25 03:00"))
    assert found and (found.now, found.until) == (True, None)


def test_nothing_is_said_of_hours_that_were_not_seen() -> None:
    assert answers_at(contact(), at("2026-11-23 10:00")) is None
    for doubt in ("second_hand", "seen_news", "known", "unverified"):
        assert answers_at(office(confidence=doubt), at("2026-11-23 10:00")) is None


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-23 08:59", "2026-11-23"),
        ("2026-11-23 09:00", "2026-11-24"),
        ("2026-11-27 12:00", "2026-11-30"),
        ("2026-12-23 12:00", "2026-12-28"),
        ("2026-12-30 12:00", "2027-01-04"),  # New Year's Eve and Day, then Saturday and Sunday
        ("2026-06-18 12:00", "2026-06-22"),  # Midsummer Eve is a Friday
    ],
)
def test_the_next_morning_to_call(moment: str, day: str) -> None:
    for one in (office(), contact()):
        assert morning_to_call(one, at(moment)) == datetime.date.fromisoformat(day)


def test_the_days_and_hours_of_the_contact_count() -> None:
    moment = at("2026-11-23 12:00")  # a Monday
    of_thursday = contact(days=("thu",), opens=datetime.time(8), closes=datetime.time(12))
    assert morning_to_call(of_thursday, moment) == datetime.date(2026, 11, 26)
    assert morning_to_call(contact(holidays=True), at("2026-12-23 12:00")) == datetime.date(2026, 12, 24)
    assert morning_to_call(contact(opens=datetime.time(10), closes=datetime.time(15)), moment) is None
    assert morning_to_call(contact(opens=datetime.time(21), closes=datetime.time(6)), moment) is None


def test_half_of_the_hours_is_a_fault() -> None:
    with pytest.raises(ValidationError):
        Opening(opens=datetime.time(9), confidence="seen_page")
    with pytest.raises(ValidationError):
        Opening(days=(), confidence="seen_page")


def test_who_has_hours_to_count_with_tells_them_in_words(library: Library) -> None:
    told = [one for one in library.advice.national if one.opening]
    assert {one.id for one in told} >= {"kronofogden", "mind", "priest_on_call"}
    assert all(one.hours for one in told)
    kronofogden = next(one for one in told if one.id == "kronofogden")
    assert answers_at(kronofogden, at("2026-11-23 10:00")) is None, "its hours were seen on a copy only"
