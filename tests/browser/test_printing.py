"""The browser's own printing: nothing on it that would not stand on our paper, and a word on where that is."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from flask import Flask
from playwright.sync_api import Browser

from report.build import build_report, paper_report
from report.case import Case
from report.case_format import Setting, parse_case
from report.library import Library
from tests.browser.kiosk_screen import KEY
from tests.browser.living import live as put_in
from tests.browser.serving import serving
from tests.browser.walk import Places, Walk, walking
from tests.conftest import TODAY
from tests.eight_lives import EIGHT
from tests.lives import Life, every_life

WHERE = "Papperet att ta med finns på sidan med ditt resultat"
MANY = 20
ONLY_HERE = "visas bara på skärmen"
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
    put_in(visit.page, visit.origin, app, life.case)


def printed(visit: Walk, place: str, *, unfolded: bool = False) -> str:
    """The words on the paper that the browser prints, with single spaces."""
    visit.open(place)
    if unfolded:
        visit.page.evaluate(UNFOLD)
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=visit.page.pdf(), capture_output=True, check=True)
    return " ".join(re.sub(r"\u00ad\s*", "", read.stdout.decode()).split())


def without_sensitive(life: Life, library: Library) -> Life:
    """The life of somebody who gave the best answer wherever an answer is for the screen only."""
    case = case_of(life, library)
    questionnaire = library.questions.questionnaires[case.questionnaire]
    best = case.answers.public(questionnaire).plain(questionnaire)
    return replace(life, case={**life.case, "answers": best})


PRINTED = (("resultat", True), ("resultat", False), ("resultat/las", True))
"""A page, and whether everything folded on it has been opened before it is printed."""


def test_what_is_printed_is_the_paper_of_somebody_without_the_sensitive_answers(
    visit: Walk, app: Flask, library: Library
) -> None:
    """Every life whose screen says more than its paper: word for word, with the folds closed and opened."""
    lives = [life for life in every_life() if life.hidden][:MANY]
    assert len(lives) == MANY and all(is_sensitive(life, library) for life in lives)
    for life in lives:
        papers = []
        for one in (life, without_sensitive(life, library)):
            live(visit, app, one)
            papers.append([printed(visit, place, unfolded=unfolded) for place, unfolded in PRINTED])
        assert papers[0] == papers[1], life.id
        assert ONLY_HERE not in papers[0][0]


def test_the_plan_is_printed_with_all_its_steps_and_numbers(visit: Walk, app: Flask, library: Library) -> None:
    """What may stand on paper does: printing is not made safe by printing nothing."""
    life = next(one for one in every_life() if one.id.startswith("005-"))
    live(visit, app, life)
    text = printed(visit, "resultat")
    report = paper_report(library, case_of(life, library), TODAY)
    for step in report.first_steps:
        assert step.title.swedish in text and step.text.swedish in text
    assert "0771-73" in text.replace("\u00a0", " ")
    assert "Dina svar" not in text and "Ta med" in text


def test_what_was_chosen_on_a_question_is_not_printed(visit: Walk, app: Flask, library: Library) -> None:
    life = next(one for one in every_life() if "happened" in one.case["answers"] and is_sensitive(one, library))
    live(visit, app, life)
    for place in ("koll/svar", "koll/happened?change=1"):
        text = printed(visit, place)
        asked = build_report(library, case_of(life, library), TODAY).questions
        labels = [option.label.swedish for _question, options in asked for option in options]
        assert not [one for one in labels if len(one) > 12 and one in text]
        assert WHERE in text


@pytest.mark.parametrize("name", EIGHT)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_plan_is_one_page(visit: Walk, app: Flask, name: str, language: str) -> None:
    put_in(visit.page, visit.origin, app, EIGHT[name])
    visit.page.goto(f"{visit.origin}/{language}/resultat")
    with pikepdf.open(io.BytesIO(visit.page.pdf(format="A4"))) as paper:
        assert len(paper.pages) == 1
