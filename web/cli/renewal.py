"""What has ended or ends soon, of figures and of dated words, in sentences for whoever keeps the content."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from calculator.calendar_of_figures import Standing, overdue, states
from content.endings import SOON, Ending, endings
from report.library import Library

HOW = "docs/renew-a-figure.md tells how to renew it"


def to_renew(library: Library, day: datetime.date) -> Iterator[str]:
    """Whatever had ended that day or ends within 60 days of it: time to look for what comes next."""
    for one in states(library.calculator.figures.values(), day):
        if one.state in ("ended", "ends_soon"):
            yield f"{one.figure.id}: {standing_in_words(one)}; {HOW}"
    for ending in dated_words(library):
        left = ending.days_left(day)
        if left <= SOON:
            when = "ended" if left < 0 else f"ends in {left} days"
            yield f"{ending.place}: {when} ({ending.until}), and nothing follows"


def ended_before(library: Library, release: datetime.date) -> Iterator[str]:
    """What had ended on the day of a release: dated words with no follower, and figures that do not say why."""
    for one in overdue(states(library.calculator.figures.values(), release)):
        yield f"{one.figure.id}: {standing_in_words(one)}, and `no_newer` does not say why; {HOW}"
    for ending in dated_words(library):
        if ending.days_left(release) < 0:
            yield f"{ending.place}: ended {ending.until}, before the release of {release}, and nothing follows"


def dated_words(library: Library) -> Iterator[Ending]:
    """Every text and rule with a last day and no follower."""
    yield from endings(library.advice.blocks)
    yield from endings(library.questions.book.rules)


def standing_in_words(one: Standing) -> str:
    """Such as `ends in 35 days`."""
    if one.dated is None:
        return f"coming {one.figure.values[0].from_}"
    until = f" until {one.dated.until}" if one.dated.until else ""
    if one.state == "ended":
        return f"ended{until}, shown with its year"
    return f"ends in {one.days_left} days" if one.state == "ends_soon" else f"valid{until}"
