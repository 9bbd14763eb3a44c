"""Nobody can be told by a title, an address or the name of a file: they are the same for all, whatever was answered."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from flask import Flask

from report.library import Library
from tests.conftest import Visit
from tests.visitor import HOME, Visitor
from web.i18n.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[3]
QUIET = ("check", "plan")
NAME = "I tid"
PLAIN = {"money_lasts": "often_not", "unpaid_now": ["rent"], "letters": ["payment_order"], "answered": "no"}
LIVES: dict[str, dict[str, str | list[str]]] = {
    "nobody watches": PLAIN,
    "somebody close decides": {**PLAIN, "happened": ["close_decides"]},
    "somebody close borrowed": {**PLAIN, "happened": ["close_borrowed"]},
    "threatened": {**PLAIN, "happened": ["threatened"]},
    "pressed, and no hope": {**PLAIN, "happened": ["pressed"], "feeling": "hopeless"},
    "gambling": {**PLAIN, "gambling": "affects", "feeling": "daily"},
}
TAKING = ("resultat", "resultat/ta-med", "resultat/las")


@pytest.mark.parametrize(
    "template",
    [one for room in QUIET for one in sorted((ROOT / "templates" / room).glob("*.html")) if one.name != "saved.html"],
)
def test_every_page_of_check_and_result_is_quiet(template: Path) -> None:
    words = template.read_text("utf-8")
    if "<main" in words or "{% extends" in words:
        assert '{% extends "quiet.html" %}' in words and "block title" not in words


@pytest.mark.parametrize("code", ["sv", "en"])
def test_the_tab_and_the_history_say_one_name(visit: Visit, code: str, library: Library) -> None:
    visitor = visit(code)
    seen = []
    visitor.answer(happened=["close_decides"], letters=["court"], answered="no")  # audits and passes every question
    letters = [f"brev/{one.id}" for one in library.door.letters]
    for place in (
        "koll/",
        "koll/svar",
        "koll/happened?change=1",
        "koll/under-16",
        *TAKING,
        "brev/",
        *letters,
        "spara",
        "oppna",
        "med",
    ):
        seen.append(visitor.open(f"/{code}/{place}").title)
    seen.append(visit(code).open(f"/{code}/resultat", expect=404).title)
    assert set(seen) == {NAME}


def test_a_fault_in_a_form_says_so_and_no_more(visitor: Visitor) -> None:
    visitor.open("/sv/koll/")
    assert visitor.press(visitor.page.form("role"), age=None, expect=422).title == f"Fel: {NAME}"


@pytest.fixture(scope="module")
def usual(app: Flask) -> dict[str, set[str]]:
    """Where a life is led to that nobody watches."""
    return led_to(Visitor(app.test_client()), "nobody watches")


def led_to(visitor: Visitor, life: str) -> dict[str, set[str]]:
    """Every address that a link or a form of the pages to take along leads to."""
    visitor.answer(**LIVES[life])  # type: ignore[arg-type]
    pages = {place: visitor.open(f"/sv/{place}") for place in TAKING}
    return {place: {*page.links(), *(form.address for form in page.forms())} for place, page in pages.items()}


@pytest.mark.parametrize("life", list(LIVES)[1:])
def test_every_life_is_led_to_the_same_addresses(visitor: Visitor, usual: dict[str, set[str]], life: str) -> None:
    """A log, a proxy or a history with an address that one life only is led to tells which life it was."""
    assert led_to(visitor, life) == usual


def test_the_page_to_save_is_where_the_address_of_old_does_not_lead(visitor: Visitor) -> None:
    visitor.answer(happened=["close_decides"])
    visitor.open("/sv/resultat/spara", expect=404)
    assert "Kan någon annan se papperet?" in visitor.open("/sv/resultat/ta-med").main
    assert visitor.sheet().startswith(b"%PDF")


@pytest.mark.slow
def test_every_paper_has_the_same_name_inside_and_outside(visitor: Visitor, library: Library) -> None:
    visitor.answer(happened=["close_decides"], letters=["court"])
    letters = [f"brev/{one.id}.pdf" for one in library.door.letters]
    forms = [f"brev/svar/{one}.pdf" for one in library.door.forms_by_id]
    names, titles = set(), set()
    to_send: set[str] = set()
    for place in ("resultat.pdf", letters[0], letters[-1], *forms):
        answer = visitor.client.get(f"/sv/{place}", base_url=HOME)
        (to_send if place in forms else names).add(answer.headers["Content-Disposition"])
        with pikepdf.open(io.BytesIO(answer.data)) as pdf:
            titles.add(str(pdf.docinfo["/Title"]))
    assert names == {'inline; filename="budget.pdf"'}
    assert to_send == {'inline; filename="brev.pdf"'}
    assert titles == {NAME}


def test_the_name_is_the_same_in_every_language(visit: Visit) -> None:
    for language in (one for one in LANGUAGES if one.state != "drafted"):
        assert visit(language.code).open(f"/{language.code}/koll/").title == NAME
