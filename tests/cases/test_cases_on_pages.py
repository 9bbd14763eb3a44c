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
from report.build import Report, build_report, paper_report
from report.case_format import parse_case
from report.library import Library
from report.rows import plan_of
from report.step import Step
from tests.cases.test_cases import LIBRARY, LIVES, SETTING, report_of
from tests.conftest import Visit
from tests.lives import Life
from tests.visitor import HOME, Visitor

QUICK = {"001", "004", "118", "165", "216"}
"""Those that are met also in a hurry: households, a crisis, someone unsafe, four letters, a check that is not done."""
FIRST_EDITION = "150"
"""Up to this life those without a day are typed in page after page; the others are opened as a file."""
TODAYS_LETTERS = "eviction"
"""An option of older files, which the pages no longer offer."""
APPS_DAY = "2026-11-23"
LIVES_CHECKED = [life for life in LIVES if life.case["answers"] and life.case["day"] == APPS_DAY]
"""Without an answer there is no result; a life of another day than the app's has other days on its pages."""
GROUPS = ((26, 26), (18, 18), (16, 16))
"""The pages ask for an age group, and take its lowest age."""


PAPER_OF = 5
"""A sheet takes seconds to make: those of `QUICK` and of every fifth other life are read on paper too."""


def on_paper(life: Life) -> bool:
    return life.id[:3] in QUICK or int(life.id[:3]) % PAPER_OF == 0


def walked(life: Life) -> Any:
    return pytest.param(life, id=life.id, marks=() if life.id[:3] in QUICK else pytest.mark.slow)


def alike(words: Text | str) -> str:
    """Words as they are read: spaces of every kind are one space."""
    return " ".join((words.swedish if isinstance(words, Text) else words).split())


def by_hand(life: Life) -> bool:
    """Whether the life can be typed in as it stands: the pages ask everything of the rest, and days elsewhere."""
    older = TODAYS_LETTERS in life.case["answers"].get("letters", ())
    return life.id < FIRST_EDITION and not report_of(life).partial and "letters_dates" not in life.case and not older


@functools.cache
def reports_on_pages(life_id: str) -> tuple[Report, Report]:
    """The reports of the screen and of the paper, as the pages know the age."""
    case = next(life.case for life in LIVES if life.id == life_id)
    if "age" in case:
        case = case | {"age": next(lowest for lowest, age in GROUPS if case["age"] >= age)}
    asked = parse_case(case, SETTING)
    return build_report(LIBRARY, asked.case, asked.day), paper_report(LIBRARY, asked.case, asked.day)


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


def headline(report: Report) -> str:
    assert report.headline is not None
    at_least = report.headline.at_least if report.partial else None
    return alike(at_least or report.headline.title)


def in_one_line(step: Step, report: Report) -> bool:
    """B08 stands without its title where there are many calls, and B30 as a line over the plan."""
    return step.block.id in ("B08", "B30") and any(one.urgent for one in report.steps)


@pytest.mark.parametrize("life", [walked(life) for life in LIVES_CHECKED])
def test_a_life_through_the_pages_and_on_paper(life: Life, visit: Visit, library: Library) -> None:
    visitor, (report, paper) = visit(), reports_on_pages(life.id)
    answer(visitor, life)
    page = alike(visitor.page.text)
    _check_heading(visitor, page, report)
    assert not [reason.rule for reason in report.reasons if alike(reason.text) not in page]
    for step in report.steps:
        assert alike(step.title) in page or in_one_line(step, report), step.block.id
        assert alike(step.text) in page, step.block.id
    # What the browser prints of the page stands in it too: the plan of the paper.
    mine = {alike(step.text) for step in (*report.steps, *paper.steps)}
    others = {block.id: alike(block.text) for block in library.advice.blocks}
    assert not [block for block, text in others.items() if text in page and text not in mine]
    if on_paper(life):
        _check_paper(life, visitor, report, paper)


def _check_heading(visitor: Visitor, page: str, report: Report) -> None:
    """The heading is the first act, or that we know too little; how it stands is said beside it, save in a crisis."""
    assert report.headline is not None
    h1 = alike(visitor.page.h1)
    if "CRISIS" in report.flags:
        assert h1 == alike(report.steps[0].title)
        return
    assert headline(report) in page
    if report.headline.id == "too_little_known":
        assert h1 == headline(report)
        return
    act = next(row for _, rows in plan_of(report).groups for row in rows)
    letters = {step.letter for step in act.steps}
    if act.together and (None in letters or len(letters) > 1):
        who = act.steps[0].contacts[0]
        assert h1.startswith(f"Ring {alike(who.short or who.name)}: {act.letters or len(act.steps)} ")
    else:
        assert h1 == alike(act.steps[0].title)


def _check_paper(life: Life, visitor: Visitor, report: Report, paper: Report) -> None:
    """Every urgent step is printed whole, with its day; nothing that is hidden; the headline is that of the paper.

    How it stands is said with its reasons, and gives way with them where the steps need the room.
    """
    sheet = visitor.sheet_text()
    why = [headline(paper), *(alike(reason.text) for reason in paper.reasons)]
    assert len({words in sheet for words in why}) == 1, why
    for step in paper.first_steps:
        if step.urgent:
            assert alike(step.title) in sheet and alike(step.text) in sheet, step.block.id
    assert alike(paper.steps[0].title) in sheet
    shown = {alike(step.text) for step in paper.steps}
    hidden = [step for step in report.steps if step.block.id in life.hidden and alike(step.text) not in shown]
    assert not [step.block.id for step in hidden if alike(step.text) in sheet]
    own = [reason for reason in report.reasons if reason.rule in life.hidden]
    assert not [reason.rule for reason in own if alike(reason.text) in sheet]
    assert alike(paper.directory.by_id["contact_centre"].phone or "") in sheet
    assert "112" in sheet
    read_out = alike(visitor.open("/sv/resultat/las").text)
    unsaid = [step for step in paper.first_steps if step.urgent and alike(step.text) not in read_out]
    assert not [step.block.id for step in unsaid], "every urgent step is read out"


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
