"""Every life typed in by hand, page after page, and read back from the result, from the paper and from the terminal."""

from __future__ import annotations

import functools
import json
from typing import Any

import pytest
from flask import Flask

from content.text import Text
from report.library import Library
from tests.conftest import Visit
from tests.lives import Life, every_life
from tests.visitor import Visitor

LIVES = every_life()
QUICK = {"001", "002", "004", "006", "012", "118", "124"}
"""Those that are walked also in a hurry: households, a crisis, someone unsafe, a month that does not add up."""
FROM_CODE = {"O": 4, "F": 3, "G": 2}
FROM_BUDGET = {"M1": 3, "M2": 2}


def walked(life: Life) -> Any:
    return pytest.param(life, id=life.id, marks=() if life.id[:3] in QUICK else pytest.mark.slow)


def alike(words: Text | str) -> str:
    """Words as they are read: spaces of every kind are one space."""
    return " ".join((words.swedish if isinstance(words, Text) else words).split())


def answer(visitor: Visitor, life: Life) -> None:
    """Type the whole life in, and open the result."""
    case = life.case
    role = case.get("for", "self")
    visitor.answer(case["questionnaire"], case.get("age"), role, **case["answers"])
    if "budget" in case or "household" in case:
        visitor.budget(case.get("household"), case.get("budget"))
    visitor.result()


def reason_words(life: Life, library: Library) -> list[str]:
    by_id = {rule.id: rule for rule in library.questions.book.rules}
    return [alike(by_id[rule].because) for rule in life.expect["reasons"] if rule in by_id and rule != "name_misused"]


def level_without_hidden(life: Life, library: Library) -> int:
    """What the rules that may be seen on paper come to."""
    levels = [1]
    for rule in library.questions.book.rules:
        if rule.id in life.expect["rules"] and rule.id not in life.hidden:
            levels.append(FROM_BUDGET.get(rule.code) or FROM_CODE[rule.code[0]])
    return max(levels)


@pytest.mark.parametrize("life", [walked(life) for life in LIVES])
def test_a_life_through_the_pages_and_on_paper(life: Life, visit: Visit, library: Library) -> None:
    visitor = visit()
    answer(visitor, life)
    levels = library.questions.book.levels
    page, own = alike(visitor.page.text), levels[life.expect["level"] - 1]
    assert visitor.page.h1 == alike(own.title)
    assert (alike(own.sentence) in page) is ("CRISIS" not in life.expect["flags"])
    others = [other for other in levels if other is not own]
    assert not [other.id for other in others if alike(other.sentence) in page]
    assert not [reason for reason in reason_words(life, library) if reason not in page]
    titles = {block.id: alike(block.title) for block in library.advice.blocks}
    assert [block for block in titles if titles[block] in page] == sorted(life.expect["steps"], key=list(titles).index)
    _check_paper(life, visitor, library, titles)


def _check_paper(life: Life, visitor: Visitor, library: Library, titles: dict[str, str]) -> None:
    paper, levels = visitor.sheet_text(), library.questions.book.levels
    said = [level for level in levels if alike(level.sentence) in paper]
    own = levels[life.expect["level"] - 1]
    assert said in ([own], []), "paper says the level of the screen, or none"
    if not life.hidden or level_without_hidden(life, library) == life.expect["level"]:
        assert said == [own]
    may = [block for block in life.expect["steps"] if block not in life.hidden]
    assert not [block for block in may[:3] if titles[block] not in paper]
    assert not [block for block in life.hidden & set(titles) if titles[block] in paper]
    hidden = [alike(rule.because) for rule in library.questions.book.rules if rule.id in life.hidden]
    assert not [reason for reason in hidden if reason in paper]
    seen = [reason for reason in reason_words(life, library) if reason not in hidden]
    assert not said or not [reason for reason in seen if reason not in paper]
    assert alike(library.advice.directories["0127"].by_id["contact_centre"].phone or "") in paper
    assert "112" in paper


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
    said, expect = told[number], LIVES[number].expect
    assert (said["level"], said["rules"], said["flags"]) == (expect["level"], expect["rules"], expect["flags"])
    assert [reason["rule"] for reason in said["reasons"]] == expect["reasons"]
    assert [step["block"] for step in said["first_steps"]] == expect["steps"][:3]
    assert [step["block"] for step in said["more_steps"]] == expect["steps"][3:]
    assert said["sums"].get("budget") == expect.get("budget")
    assert (said["day"], said["language"]) == (LIVES[number].case["day"], "sv")
