"""Every life as the floors below the pages see it: level, headline, rules, flags, the plan in order, reasons, sums."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from typing import Any

import pytest

from calculator.rules import budget_sums
from report.build import Report, Step, build_report, paper_report
from report.case_format import Setting, parse_case
from report.library import Library, load_library
from tests import lives
from tests.lives import Life, every_life, steps_of

LIVES = every_life()
LIBRARY = load_library()
SETTING = Setting(LIBRARY, datetime.date(2026, 11, 23), "0127", ("sv",))
HOUSEHOLDS = {"001": 1, "002": 2, "003": 2, "004": 4, "005": 3, "006": 4}
"""The six households of the lessons, and the level that each is known to have."""
HEADLINES = {"urgent", "too_little_known", "nothing_urgent", "get_help", "one_step", "stable", "under_16"}


def those_with(key: str) -> pytest.MarkDecorator:
    """Only the lives that say something of this."""
    told = [life for life in LIVES if key in life.expect]
    assert told
    return pytest.mark.parametrize("life", told, ids=[life.id for life in told])


every_one = pytest.mark.parametrize("life", LIVES, ids=[life.id for life in LIVES])


@functools.cache
def _reports(number: int) -> tuple[Report, Report]:
    asked = parse_case(LIVES[number].case, SETTING)
    return build_report(LIBRARY, asked.case, asked.day), paper_report(LIBRARY, asked.case, asked.day)


def report_of(life: Life) -> Report:
    """The report on the screen."""
    return _reports(LIVES.index(life))[0]


def paper_of(life: Life) -> Report:
    """What leaves the screen."""
    return _reports(LIVES.index(life))[1]


def found_in(report: Report) -> dict[str, Any]:
    """What a life may say of a report, under the names of its file."""
    return {
        "path": [question.id for question, _ in report.questions],
        "points": report.points,
        "level": report.level,
        "headline": report.headline and report.headline.id,
        "partial": report.partial,
        "rules": list(report.rules),
        "flags": list(report.flags),
        "urgent": [step.block.id for step in report.steps if step.urgent],
        "not_asked": list(report.not_asked),
        "budget": budget_sums(report.sums) if report.sums else None,
    }


def agrees(report: Report, expect: Mapping[str, Any]) -> None:
    """Everything that a life, or its paper, says of a report."""
    found = found_in(report)
    assert {key: value for key, value in found.items() if key in expect} == {
        key: value for key, value in expect.items() if key in found
    }
    if "steps" in expect:
        assert _written(report.steps, steps_of(dict(expect))) == list(expect["steps"])
    if "reasons" in expect:
        assert _reasons(report, expect["reasons"]) == expect["reasons"]


def _written(steps: tuple[Step, ...], expected: list[lives.Step]) -> list[str]:
    """The steps as a life writes them, with as much of each as it says."""
    written = []
    for place, step in enumerate(steps):
        wanted = expected[place] if place < len(expected) else lives.Step(step.block.id)
        parts = [
            step.block.id,
            step.when,
            step.last_day and step.last_day.isoformat(),
            "gone" if step.gone_by else None,
        ]
        told = parts if wanted.when else parts[:1]
        written.append(" ".join(part for part in told if part))
    return written


def _reasons(report: Report, expected: list[str]) -> list[str]:
    """The reasons as a life writes them: one that the budget gives has no question."""
    return [f"{one.rule} {one.question}={one.option}" if one.question else one.rule for one in report.reasons]


@every_one
def test_a_life_gets_what_was_written_for_it(life: Life) -> None:
    agrees(report_of(life), life.expect)


@those_with("paper")
def test_what_leaves_the_screen_is_what_was_written_for_it(life: Life) -> None:
    agrees(paper_of(life), life.expect["paper"])


@those_with("paper_hides")
def test_paper_lacks_what_may_not_stand_on_it(life: Life) -> None:
    paper, screen = paper_of(life), report_of(life)
    said = {step.block.id for step in paper.steps} | {reason.rule for reason in paper.reasons} | set(paper.rules)
    assert not said & life.hidden
    assert life.hidden <= {step.block.id for step in screen.steps} | set(screen.rules), "hidden is what the screen has"
    assert life.hidden <= screen.screen_only, "the screen says of each that it stays there"


@those_with("first_call")
def test_a_step_calls_whom_it_should_call_first(life: Life) -> None:
    by_block = {step.block.id: [contact.id for contact in step.contacts] for step in report_of(life).steps}
    for block, contact in life.expect["first_call"].items():
        assert by_block[block][:1] == [contact]


@those_with("never_calls")
def test_no_step_calls_whom_it_may_not(life: Life) -> None:
    called = {contact.id for step in report_of(life).steps for contact in step.contacts}
    assert not called & set(life.expect["never_calls"])


@those_with("say")
def test_a_step_says_what_it_must_say(life: Life) -> None:
    said = {step.block.id: step.text.swedish for step in report_of(life).steps}
    for block, words in life.expect["say"].items():
        assert words in said[block]


def test_the_lives_are_many_and_the_six_households_are_among_them() -> None:
    assert len(LIVES) >= 209
    levels = {life.id[:3]: life.expect.get("level") for life in LIVES}
    assert {number: levels[number] for number in HOUSEHOLDS} == HOUSEHOLDS
    assert {life.expect["headline"] for life in LIVES} == HEADLINES


def test_every_rule_and_every_block_is_met_in_some_life(library: Library) -> None:
    rules = {rule for life in LIVES for rule in life.expect["rules"]}
    blocks = {block for life in LIVES for block in life.blocks or ()}
    assert rules == {rule.id for rule in library.questions.book.rules}
    assert blocks == {block.id for block in library.advice.blocks}
