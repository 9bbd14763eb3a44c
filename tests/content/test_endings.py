"""Dated words that end are seen in time, and a release never carries some that had already ended."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from flask import Flask

from content.dated import Dated
from content.endings import Ending, endings
from content.files import Content
from report.library import Library
from web.cli.renewal import dated_words, ended_before, to_renew
from web.version import released

DAY = datetime.date(2027, 3, 1)


class Line(Dated):
    id: str


class Step(Content):
    id: str
    lines: tuple[Line, ...] = ()


def line(name: str, start: str | None = None, end: str | None = None) -> Line:
    return Line.model_validate({"id": name, "from": start, "until": end}, strict=False)


def test_what_ends_is_found_where_it_stands() -> None:
    step = Step(id="B1", lines=(line("always"), line("old", end="2027-02-01")))
    assert list(endings([step])) == [Ending("B1 old", datetime.date(2027, 2, 1))]


def test_what_has_a_follower_the_day_after_does_not_end() -> None:
    followed = Step(id="B1", lines=(line("old", end="2027-02-01"), line("new", "2027-02-02")))
    gap = Step(id="B2", lines=(line("old", end="2027-02-01"), line("new", "2027-02-03")))
    assert [one.place for one in endings([followed, gap])] == ["B2 old"]


def test_a_follower_in_another_step_is_none() -> None:
    steps = Step(id="B1", lines=(line("old", end="2027-02-01"),)), Step(id="B2", lines=(line("new", "2027-02-02"),))
    assert [one.place for one in endings(steps)] == ["B1 old"]


@pytest.mark.parametrize(("end", "left"), [("2027-03-01", 0), ("2027-02-28", -1), ("2027-04-30", 60)])
def test_days_are_counted_to_the_last_one(end: str, left: int) -> None:
    assert Ending("B1", datetime.date.fromisoformat(end)).days_left(DAY) == left


def test_whatever_ends_in_the_content_is_warned_of_from_sixty_days_before(library: Library) -> None:
    spoilt = ending_rule(library, "2027-04-30")
    (ending,) = set(dated_words(spoilt)) - set(dated_words(library))
    warned = [one for one in to_renew(spoilt, DAY) if one.startswith(ending.place)]
    assert warned == [f"{ending.place}: ends in 60 days (2027-04-30), and nothing follows"]
    assert not [one for one in to_renew(spoilt, DAY - datetime.timedelta(days=1)) if one.startswith(ending.place)]


def test_the_newest_release_carries_nothing_that_had_ended(library: Library) -> None:
    release = released()
    assert release is not None
    assert list(ended_before(library, release)) == []


def test_what_had_ended_at_the_release_stops_the_check(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    library = app.extensions["itid_library"]
    assert app.test_cli_runner().invoke(args=["content-check"]).exit_code == 0
    monkeypatch.setitem(app.extensions, "itid_library", ending_rule(library, "2026-11-20"))
    told = app.test_cli_runner().invoke(args=["content-check"])
    assert told.exit_code == 1
    assert "fault:" in told.output and "ended 2026-11-20, before the release of" in told.output


def test_a_figure_that_ended_says_why_there_is_no_newer(library: Library) -> None:
    figures = dict(library.calculator.figures)
    assert figures["reference_rate"].no_newer
    figures["reference_rate"] = figures["reference_rate"].model_copy(update={"no_newer": None})
    spoilt = replace(library, calculator=library.calculator.model_copy(update={"figures": figures}))
    (fault,) = ended_before(spoilt, datetime.date(2026, 11, 26))
    assert fault.startswith("reference_rate: ended until 2026-06-30") and "no_newer" in fault


def ending_rule(library: Library, until: str) -> Library:
    """The library with its first rule ending that day."""
    book = library.questions.book
    rule = book.rules[0].model_copy(update={"until": datetime.date.fromisoformat(until)})
    changed = book.model_copy(update={"rules": (rule, *book.rules[1:])})
    return replace(library, questions=replace(library.questions, book=changed))
