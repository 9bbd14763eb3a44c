"""Every life on the pages: typed in or opened from a file, read on the result, on paper and in the terminal.

What must come stands in `test_cases`; here every door is held to the same report.
"""

from __future__ import annotations

import functools
import io
import json
from typing import Any

import pytest
from flask import Flask

from content.text import Text
from report.build import Report
from report.library import Library
from report.step import Step
from tests.cases.test_cases import LIVES, paper_of, report_of
from tests.conftest import Visit
from tests.lives import Life
from tests.visitor import HOME, Visitor

QUICK = {"001", "002", "004", "006", "012", "118", "124", "165", "216"}
"""Those that are met also in a hurry: households, a crisis, someone unsafe, four letters, a check that is not done."""
FIRST_EDITION = "150"
"""Up to this life those without a day are typed in page after page; the others are opened as a file."""
UNDER_16 = "under_16"
APPS_DAY = "2026-11-23"
LIVES_CHECKED = [life for life in LIVES if life.expect["headline"] != UNDER_16 and life.case["day"] == APPS_DAY]
"""A life of another day than the app's has other days on its pages."""


def walked(life: Life) -> Any:
    return pytest.param(life, id=life.id, marks=() if life.id[:3] in QUICK else pytest.mark.slow)


def alike(words: Text | str) -> str:
    """Words as they are read: spaces of every kind are one space."""
    return " ".join((words.swedish if isinstance(words, Text) else words).split())


def by_hand(life: Life) -> bool:
    """Whether the life can be typed in as it stands: the pages ask everything of the rest, and days elsewhere."""
    return life.id < FIRST_EDITION and not report_of(life).partial and "letters_dates" not in life.case


def answer(visitor: Visitor, life: Life) -> None:
    """Type the whole life in, or open it from a file, and go to the result."""
    case = life.case
    if not by_hand(life):
        open_file(visitor, {key: value for key, value in case.items() if key != "day"})
        return
    visitor.answer(case["questionnaire"], case.get("age"), case.get("for", "self"), **case["answers"])
    if "budget" in case or "household" in case:
        visitor.budget(case.get("household"), case.get("budget"))
    visitor.result()


def open_file(visitor: Visitor, case: dict[str, Any]) -> None:
    visitor.open("/sv/oppna")
    form = next(one for one in visitor.page.forms() if one.address.endswith("/oppna"))
    sent = {**form.sent(), "file": (io.BytesIO(json.dumps(case).encode()), "min-manad.json")}
    answered = visitor.client.post(form.address, data=sent, base_url=HOME, content_type="multipart/form-data")
    assert answered.status_code == 303, answered.get_data(as_text=True)[:300]
    visitor.open("/sv/resultat")


def titles(report: Report) -> dict[str, str]:
    return {step.block.id: alike(step.title) for step in report.steps}


def headline(report: Report) -> str:
    assert report.headline is not None
    at_least = report.headline.at_least if report.partial else None
    return alike(at_least or report.headline.title)


def in_one_line(step: Step, report: Report) -> bool:
    """B08 stands without its title where there are many calls, and B30 as a line over the plan."""
    return step.block.id in ("B08", "B30") and any(one.urgent for one in report.steps)


@pytest.mark.parametrize("life", [walked(life) for life in LIVES_CHECKED])
def test_a_life_through_the_pages_and_on_paper(life: Life, visit: Visit, library: Library) -> None:
    visitor, report = visit(), report_of(life)
    answer(visitor, life)
    page = alike(visitor.page.text)
    first = alike(report.steps[0].title)
    assert visitor.page.h1 == (first if "CRISIS" in report.flags else headline(report))
    assert not [reason.rule for reason in report.reasons if alike(reason.text) not in page]
    for step in report.steps:
        assert alike(step.title) in page or in_one_line(step, report), step.block.id
        assert alike(step.text) in page, step.block.id
    mine = set(titles(report).values())
    others = {block.id: alike(block.title) for block in library.advice.blocks if block.id not in titles(report)}
    assert not [block for block, title in others.items() if title in page and title not in mine and len(title) > 20]
    _check_paper(life, visitor, library)


def _check_paper(life: Life, visitor: Visitor, library: Library) -> None:
    """Every urgent step is printed whole, with its day; nothing that is hidden; the headline is that of the paper."""
    paper, sheet = paper_of(life), visitor.sheet_text()
    assert headline(paper) in sheet
    for step in paper.first_steps:
        if step.urgent:
            assert alike(step.title) in sheet and alike(step.text) in sheet, step.block.id
    assert alike(paper.steps[0].title) in sheet
    shown = {alike(step.text) for step in paper.steps}
    hidden = [step for step in report_of(life).steps if step.block.id in life.hidden and alike(step.text) not in shown]
    assert not [step.block.id for step in hidden if alike(step.text) in sheet]
    own = [reason for reason in report_of(life).reasons if reason.rule in life.hidden]
    assert not [reason.rule for reason in own if alike(reason.text) in sheet]
    assert alike(library.advice.directories["0127"].by_id["contact_centre"].phone or "") in sheet
    assert "112" in sheet


@functools.cache
def _told(lines: str, app: Flask) -> tuple[dict[str, Any], ...]:
    with app.app_context():
        told = app.test_cli_runner().invoke(args=["advise", "--jsonl", "-"], input=lines)
    assert told.exit_code == 0, told.output
    return tuple(json.loads(line) for line in told.stdout.splitlines())


@pytest.mark.parametrize("number", range(len(LIVES)), ids=[life.id for life in LIVES])
def test_a_life_on_the_command_line(number: int, app: Flask) -> None:
    told = _told("\n".join(json.dumps(life.case) for life in LIVES), app)
    assert len(told) == len(LIVES)
    said, report = told[number], report_of(LIVES[number])
    keys = ("level", "partial", "rules", "flags", "not_asked")
    assert {key: said[key] for key in keys} == {
        "level": report.level,
        "partial": report.partial,
        "rules": list(report.rules),
        "flags": list(report.flags),
        "not_asked": list(report.not_asked),
    }
    assert said["headline"] == LIVES[number].expect["headline"]
    assert [(one["rule"], one.get("answer"), one.get("option")) for one in said["reasons"]] == [
        (one.rule, one.question, one.option) for one in report.reasons
    ]
    for name, steps in (("first_steps", report.first_steps), ("more_steps", report.more_steps)):
        assert [_said(step) for step in said[name]] == [_meant(step) for step in steps]
    assert said["sums"].get("budget") == LIVES[number].expect.get("budget", said["sums"].get("budget"))
    assert (said["day"], said["language"]) == (LIVES[number].case["day"], "sv")


def _said(step: dict[str, Any]) -> tuple[Any, ...]:
    return (
        *(step[key] for key in ("block", "when", "urgent")),
        step.get("last_day"),
        step.get("gone_by", False),
        step.get("letter"),
    )


def _meant(step: Step) -> tuple[Any, ...]:
    day = step.last_day.isoformat() if step.last_day else None
    return step.block.id, step.when, step.urgent, day, step.gone_by, step.letter
