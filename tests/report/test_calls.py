"""Whom to call, as the sheet prints it: each contact once, each number once, and somebody behind every line."""

from __future__ import annotations

import datetime
from collections import Counter

import pytest

from report.build import Report, build_report
from report.calls import grouped
from report.case_format import Setting, parse_case
from report.library import Library
from tests.lives import Life, every_life

DAY = datetime.date(2026, 11, 23)
SOME = [life for life in every_life() if life.expect.get("steps")][::9]


def report_of(life: Life, library: Library) -> Report:
    asked = parse_case(life.case, Setting(library, DAY, "0127", ("sv",)))
    return build_report(library, asked.case, asked.day)


@pytest.mark.parametrize("life", SOME, ids=lambda life: life.id)
def test_nothing_is_printed_with_nobody_behind_it(life: Life, library: Library) -> None:
    for call in grouped(report_of(life, library)):
        assert call.contacts
        assert call.through not in call.contacts


@pytest.mark.parametrize("life", SOME, ids=lambda life: life.id)
def test_each_contact_is_reached_once_and_each_number_stands_once(life: Life, library: Library) -> None:
    report = report_of(life, library)
    calls = list(grouped(report))
    numbers = Counter(call.phone for call in calls if call.phone)
    reached = Counter(contact.id for call in calls for contact in call.contacts)
    assert not [number for number, times in numbers.items() if times > 1]
    assert not [name for name, times in reached.items() if times > 1]
    answering = {call.through.id for call in calls if call.through}
    asked = {contact.id for contact in report.contacts} - {one.id for one in report.helplines}
    assert asked <= set(reached) | answering


def test_who_has_a_number_alone_is_named_and_answers_for_nobody(library: Library) -> None:
    (life,) = (one for one in every_life() if one.id.startswith("031-"))
    calls = {call.phone: call for call in grouped(report_of(life, library))}
    alone = calls["0771-73 73 00"]
    assert ([one.id for one in alone.contacts], alone.through) == (["kronofogden"], None)


def test_who_is_reached_through_somebody_stands_under_that_number(library: Library) -> None:
    (life,) = (one for one in every_life() if one.id.startswith("025-"))
    report = report_of(life, library)
    through = [call for call in grouped(report) if call.through]
    assert through
    for call in through:
        assert all(report.directory.phone_of(one) == call.phone == call.through.phone for one in call.contacts)


@pytest.mark.parametrize("life", SOME, ids=lambda life: life.id)
def test_the_calls_of_the_first_step_are_marked(life: Life, library: Library) -> None:
    report = report_of(life, library)
    wanted = {one.id for step in report.first_steps[:1] for one in step.contacts}
    for call in grouped(report):
        there = {one.id for one in (*call.contacts, *([call.through] if call.through else []))}
        assert call.first is bool(there & wanted), there
