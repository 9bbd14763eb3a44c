"""The browser's own printing: nothing on it that would not stand on our paper, and a word on where that is."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser

from report.build import Report, build_report, paper_report
from report.case import Case
from report.case_format import Setting, parse_case
from report.library import Library
from tests.browser.kiosk_screen import KEY
from tests.browser.serving import serving
from tests.browser.walk import Places, Walk, walking
from tests.conftest import TODAY
from tests.lives import Life, every_life
from web.cookie import PURPOSE
from web.saved_file import as_visit
from web.seal import Seal

WHERE = "Pappret att ta med finns på sidan med ditt resultat"
MANY = 20
ONLY_HERE = "visas bara här på skärmen"
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true })"


def case_of(life: Life, library: Library) -> Case:
    return parse_case(life.case, Setting(library, TODAY, "0127", ("sv",))).case


def is_sensitive(life: Life, library: Library) -> bool:
    case = case_of(life, library)
    public = case.answers.public(library.questions.questionnaires[case.questionnaire])
    return bool(case.answers.chosen != public.chosen)


@pytest.fixture(scope="module")
def places(elsewhere: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    with serving("served()", tmp_path_factory.mktemp("printing"), SECRET_KEY=KEY, ELSEWHERE=elsewhere) as running:
        yield running.address, elsewhere


@pytest.fixture(scope="module")
def visit(browser: Browser, places: Places) -> Iterator[Walk]:
    """One browser for all lives: a visit is put into its cookie."""
    with walking(browser, places) as made:
        yield made


def live(visit: Walk, app: Flask, life: Life) -> None:
    """Put everything that this life has answered into the browser."""
    with app.test_request_context("/sv/"):
        answered = {name: value for name, value in asdict(as_visit(life.case)).items() if value}
    sealed = Seal([KEY], 7200, 43200, PURPOSE).close({"visit": answered}, time.time())
    cookie: Any = {
        "name": "__Host-itid",
        "value": sealed,
        "url": visit.origin.replace("http:", "https:"),
        "secure": True,
    }
    visit.page.context.clear_cookies()
    visit.page.context.add_cookies([cookie])


def printed(visit: Walk, place: str, *, unfolded: bool = False) -> str:
    """The words on the paper that the browser prints, with single spaces."""
    visit.open(place)
    if unfolded:
        visit.page.evaluate(UNFOLD)
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=visit.page.pdf(), capture_output=True, check=True)
    return " ".join(read.stdout.decode().replace("\u00ad", "").split())


def told(report: Report) -> set[str]:
    """Every sentence that the report holds."""
    words = [text.swedish for reason in report.reasons for text in [reason.text]]
    words += [text.swedish for text in report.works] + [myth.fact.swedish for myth in report.myths]
    if report.words:
        words += [report.words.title.swedish, report.words.sentence.swedish]
    for step in report.steps:
        block = step.block
        words += [one.swedish for one in (block.title, block.text, block.say, block.more, *step.added) if one]
    return {" ".join(one.split()) for one in words}


def answers_told(report: Report) -> set[str]:
    """What was asked and chosen, as *Dina svar* says it."""
    return {f"{asked.short.swedish}: {chosen[0].label.swedish}" for asked, chosen in report.questions if chosen}


def faults(visit: Walk, life: Life, library: Library) -> list[str]:
    """What stands on the paper of this life and should not, or does not and should."""
    case = case_of(life, library)
    report, paper = build_report(library, case, TODAY), paper_report(library, case, TODAY)
    public = " ".join(told(paper))
    secret = {one for one in told(report) - told(paper) if one not in public} | answers_told(report) | {ONLY_HERE}
    found = []
    for place, unfolded in PRINTED:
        text = printed(visit, place, unfolded=unfolded)
        found += [f"{life.id}, {place}: {one!r}" for one in secret if one in text]
        if WHERE not in text:
            found.append(f"{life.id}, {place}: not where the paper is")
    return found


PRINTED = (("resultat", True), ("resultat", False), ("resultat/las", True))
"""A page, and whether everything folded on it has been opened before it is printed."""


def test_nothing_sensitive_stands_on_the_paper(visit: Walk, app: Flask, library: Library) -> None:
    """Every life whose screen says more than its paper."""
    lives = [life for life in every_life() if life.hidden]
    assert len(lives) > MANY and all(is_sensitive(life, library) for life in lives)
    found = []
    for life in lives:
        live(visit, app, life)
        found += faults(visit, life, library)
    assert found == []


def test_a_calm_life_is_printed_with_all_its_steps(visit: Walk, app: Flask, library: Library) -> None:
    """What may stand on paper does: printing is not made safe by printing nothing."""
    life = next(one for one in every_life() if one.id.startswith("005-"))
    assert not life.hidden
    live(visit, app, life)
    text = printed(visit, "resultat")
    report = build_report(library, case_of(life, library), TODAY)
    for step in report.first_steps:
        assert step.block.title.swedish in text
    assert report.words and report.words.title.swedish in text
    assert "Dina svar" not in text and WHERE in text


def test_what_was_chosen_on_a_question_is_not_printed(visit: Walk, app: Flask, library: Library) -> None:
    life = next(one for one in every_life() if "happened" in one.case["answers"] and is_sensitive(one, library))
    live(visit, app, life)
    for place in ("koll/svar", "koll/happened?change=1"):
        text = printed(visit, place)
        chosen = dict(build_report(library, case_of(life, library), TODAY).questions)
        labels = [option.label.swedish for options in chosen.values() for option in options]
        assert not [one for one in labels if len(one) > 12 and one in text]
        assert WHERE in text
