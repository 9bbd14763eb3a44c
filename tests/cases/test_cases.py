"""Every life as the floors below the pages see it: path, points, level, rules, flags, steps, reasons and sums."""

from __future__ import annotations

import datetime

import pytest

from calculator.rules import budget_sums
from report.build import Report, build_report, paper_report
from report.case_format import Asked, Setting, parse_case
from report.library import Library
from tests.lives import Life, every_life

LIVES = every_life()
HOUSEHOLDS = {"001": 1, "002": 2, "003": 2, "004": 4, "005": 3, "006": 4}
"""The six households of the lessons, and the level that each is known to have."""


@pytest.fixture(params=LIVES, ids=lambda life: life.id)
def life(request: pytest.FixtureRequest) -> Life:
    return request.param


@pytest.fixture
def asked(life: Life, library: Library) -> Asked:
    return parse_case(life.case, Setting(library, datetime.date(2026, 11, 23), "0127", ("sv",)))


@pytest.fixture
def report(asked: Asked, library: Library) -> Report:
    return build_report(library, asked.case, asked.day)


def test_a_life_gets_what_was_written_for_it(life: Life, report: Report) -> None:
    found = {
        "path": [question.id for question, _ in report.questions],
        "points": report.points,
        "level": report.level,
        "rules": list(report.rules),
        "flags": list(report.flags),
        "steps": [step.block.id for step in report.steps],
        "reasons": [reason.rule for reason in report.reasons],
    }
    assert found == {key: value for key, value in life.expect.items() if key in found}


def test_its_budget_comes_to_what_was_summed_by_hand(life: Life, report: Report) -> None:
    assert (budget_sums(report.sums) if report.sums else None) == life.expect.get("budget")


def test_never_more_than_three_steps_come_first(report: Report) -> None:
    assert len(report.first_steps) == min(3, len(report.steps))


def test_paper_lacks_what_may_not_stand_on_it(life: Life, asked: Asked, report: Report, library: Library) -> None:
    paper = paper_report(library, asked.case, asked.day)
    said = {step.block.id for step in paper.steps} | {reason.rule for reason in paper.reasons} | set(paper.rules)
    assert not said & life.hidden
    assert paper.level in (report.level, None)
    assert life.hidden <= report.screen_only, "the screen says of each that it stays there"


def test_the_lives_are_many_and_the_six_households_are_among_them() -> None:
    assert len(LIVES) >= 40
    levels = {life.id[:3]: life.expect["level"] for life in LIVES}
    assert {number: levels[number] for number in HOUSEHOLDS} == HOUSEHOLDS


def test_every_rule_and_every_block_is_met_in_some_life(library: Library) -> None:
    rules = {rule for life in LIVES for rule in life.expect["rules"]}
    blocks = {block for life in LIVES for block in life.expect["steps"]}
    assert rules == {rule.id for rule in library.questions.book.rules}
    assert blocks == {block.id for block in library.advice.blocks}
