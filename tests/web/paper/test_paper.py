"""Paper for when nothing works: every sheet in every language, with all that it must hold, and the print job."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pikepdf
import pytest
from click.testing import Result
from flask import Flask

from questionnaire.assess import BY_LEVEL
from report.library import Library
from report.paper_form import paper_form
from tests.conftest import Visit
from tests.lives import every_life
from tests.visitor import HOME, Visitor, paper_text
from tests.web.paper.test_letter_sheets import pages

MOST_PAGES = {"fragor": 7, "fragor-ung": 7, "budget": 2, "brev": 8, "affisch": 1}
"""For a language as long as English; the invented ones are longer than any."""


def pdf(visitor: Visitor, sheet: str, query: str = "") -> bytes:
    answer = visitor.client.get(f"/{visitor.language}/papper/{sheet}.pdf{query}", base_url=HOME)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert not re.search("skuld|debt|budget", answer.headers["Content-Disposition"])
    return answer.data


def squeezed(words: str) -> str:
    return " ".join(words.split())


def test_the_page_leads_to_every_sheet_in_every_language(visit: Visit) -> None:
    visitor = visit("en")
    visitor.open("/en/papper/")
    for sheet in MOST_PAGES:
        for code in ("sv", "en"):
            assert f"/{code}/papper/{sheet}.pdf" in visitor.page.links()
    assert visitor.client.get("/en/papper/nothing.pdf", base_url=HOME).status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize("code", ["sv", "en", "xr"])
@pytest.mark.parametrize("sheet", MOST_PAGES)
def test_every_sheet_is_made_in_every_language(visit: Visit, code: str, sheet: str) -> None:
    # The invitations of the invented languages take room on the poster, too.
    more = 6 if code == "xr" else int(sheet == "affisch")
    assert pages(pdf(visit(code), sheet)) <= MOST_PAGES[sheet] + more


@pytest.mark.slow
@pytest.mark.parametrize(("sheet", "name"), [("fragor", "adult"), ("fragor-ung", "youth")])
def test_the_form_asks_everything_and_names_every_tick(
    visitor: Visitor, library: Library, sheet: str, name: str
) -> None:
    text = paper_text(pdf(visitor, sheet))
    form = paper_form(library.questions.questionnaires[name], library.questions.book)
    for one in form.questions:
        assert f"{one.number}. {squeezed(one.question.title.swedish)}" in text
        for tick in one.ticks:
            assert tick.option is None or f"{tick.name} {squeezed(tick.option.label.swedish)}" in text
    key = text[text.index("Läs av ditt svar") :]
    for headline in BY_LEVEL.values():
        said = library.questions.book.headline_of[headline]
        assert said.title.swedish in key and said.sentence is not None and squeezed(said.sentence.swedish) in key
    for ticks in (*form.alone.values(), *form.strokes.values()):
        assert all(re.search(rf"\b{tick.number}{tick.letter or '☐'}", key) for tick in ticks)
    for phone in ("112", "90101", "08-530 610 00"):
        assert phone in key.replace("\u00a0", " ")


@pytest.mark.slow
def test_nothing_beside_an_option_says_what_it_weighs(visitor: Visitor) -> None:
    text = paper_text(pdf(visitor, "fragor"))
    asked = text[: text.index("Läs av ditt svar")]
    assert "|" not in asked
    assert not re.search("poäng|streck", asked)


@pytest.mark.slow
def test_the_swedish_stands_beside(visit: Visit, library: Library) -> None:
    text = paper_text(pdf(visit("en"), "fragor", "?beside=sv"))
    for question in library.questions.questionnaires["adult"].questions:
        assert squeezed(question.title.swedish) in text


@pytest.mark.slow
def test_the_budget_has_every_line(visitor: Visitor, library: Library) -> None:
    text = paper_text(pdf(visitor, "budget"))
    for group in library.calculator.groups:
        assert all(squeezed(line.label.swedish) in text for line in group.lines)


@pytest.mark.slow
def test_the_guide_has_every_letter(visitor: Visitor, library: Library) -> None:
    text = paper_text(pdf(visitor, "brev"))
    for letter in library.door.letters:
        for words in (letter.name, letter.what, letter.by_when, letter.say, *(one.text for one in letter.do)):
            assert squeezed(words.swedish) in text


def test_the_poster_invites_in_every_language(visitor: Visitor) -> None:
    text = paper_text(pdf(visitor, "affisch"))
    assert "Oro för pengar?" in text and "Worried about money?" in text
    assert "localhost" in text


def run(app: Flask, *arguments: str | Path) -> Result:
    return app.test_cli_runner().invoke(args=["print-set", *map(str, arguments)])


@pytest.mark.slow
def test_a_print_job_joins_everything_in_order(app: Flask, tmp_path: Path) -> None:
    out, cases = tmp_path / "job.pdf", tmp_path / "cases.jsonl"
    lives = [life.case for life in every_life()][:3]
    cases.write_text("".join(json.dumps(one) + "\n\n" for one in lives), encoding="utf-8")
    makes = ("--make", "poster=2", "--make", "budget=3", "--address", "https://itid.example/")
    answer = run(app, out, *makes, "--language", "sv", "--language", "en", "--cases", cases, "--two-sided")
    assert answer.exit_code == 0, answer.output
    text = paper_text(out.read_bytes())
    with pikepdf.open(io.BytesIO(out.read_bytes())) as job:
        number = len(job.pages)
    # Two posters with a blank page each and three budgets of two pages, in both languages; then three sheets.
    assert number >= 2 * (2 * 2 + 3 * 2) + 3 * 2 and number % 2 == 0
    assert text.count("itid.example") == 4
    assert answer.output == f"wrote: {number} pages\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "nothing to make"),
        (("--make", "cake"), "'cake' is not one of"),
        (("--make", "budget=0"), "1 to 1000 times"),
        (("--make", "budget=many"), "1 to 1000 times"),
        (("--make", "poster"), "--address"),
        (("--make", "budget", "--language", "tlh"), "'tlh' is not one of"),
    ],
)
def test_a_faulty_order_says_what_is_wrong_and_writes_nothing(
    app: Flask, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    answer = run(app, tmp_path / "job.pdf", *arguments)
    assert answer.exit_code == 2
    assert says in answer.output
    assert list(tmp_path.iterdir()) == []


def test_every_faulty_case_is_named_by_its_line(app: Flask, tmp_path: Path) -> None:
    cases, out = tmp_path / "cases.jsonl", tmp_path / "job.pdf"
    cases.write_text('{"age": 30}\n{"age": 1000}\nnot json\n', encoding="utf-8")
    answer = run(app, out, "--cases", cases)
    assert answer.exit_code == 1
    assert "line 2: age" in answer.output and "line 3" in answer.output
    assert not out.exists()
