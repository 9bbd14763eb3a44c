"""The languages that are offered, on their pages: figures that are not turned around, and the words of the letters."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from tests import pseudo
from tests.conftest import Visit
from tests.visitor import HOME, Visitor
from web.i18n.languages import LANGUAGES, SOURCE

CODES = [one.code for one in LANGUAGES if one is not SOURCE and one.state != "drafted"]
ADDRESSES = (
    "resultat", "brev/payment_order", "budget/manad", "budget/summering", "kontakter", "resultat/ta-med",
    "brev/lease_notice", "koll/letters?change=1", "rakna/", "",
)  # fmt: skip
LETTERS = ("kronofogden", "betalningsföreläggande", "mottagningsbevis", "utmätning", "löneutmätning", "vräkning")
"""What stands on letters: whoever holds one must find the word of it on the page."""
HOUSEHOLD = {"adults": [{"age": 38}], "children": [{"age": 6}], "tenant": True}
BUDGET = {
    "income": [{"id": "pay", "amount": "18000", "period": "month"}],
    "costs": [{"id": "rent", "amount": "9400", "period": "month"}],
    "debts": [{"id": "card", "amount": "800", "period": "month"}],
}


def walked(visit: Visit, code: str) -> Visitor:
    visitor = visit(code)
    visitor.answer(letters=["payment_order"], unpaid_now=["rent"], money_lasts="no_food")
    visitor.budget(HOUSEHOLD, BUDGET)
    return visitor


def words_of(element: Element) -> Iterator[str]:
    if element.tag not in ("script", "style", "svg", "cite"):
        yield element.text or ""
        for child in element:
            yield from words_of(child)
            yield child.tail or ""


def main_of(tree: Element) -> str:
    """The words of the main part, in small letters, without what parts long words, and without its sources."""
    main = tree.find(".//main")
    assert main is not None
    return " ".join("".join(words_of(main)).replace("\u00ad", "").split()).casefold()


@pytest.mark.sampled(10)
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("code", CODES)
def test_every_figure_reads_from_left_to_right(visit: Visit, code: str, address: str) -> None:
    """The Visitor's audit asks that every digit stands where it cannot be turned around; and all are western."""
    page = walked(visit, code).open(f"/{code}/{address}")
    said = "".join(words_of(page.tree))
    assert not [sign for sign in said if sign.isdecimal() and not sign.isascii()]
    assert page.tree.get("dir") == next(one.direction for one in LANGUAGES if one.code == code)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "letter", ["payment_order", "collection", "attachment", "seizure", "state_debt", "lease_notice"]
)
def test_a_term_has_its_swedish_in_brackets_on_the_page_of_its_letter(visit: Visit, code: str, letter: str) -> None:
    """Where the Swedish page says it, the word that stands on the letter stands on the other page too."""
    swedish, said = (main_of(visit(one).open(f"/{one}/brev/{letter}").tree) for one in ("sv", code))
    there = [name for name in LETTERS if re.search(rf"\b{name}", swedish)]
    assert "kronofogden" in there
    assert [name for name in there if not re.search(rf"\b{name}", said)] == []


@pytest.mark.sampled(2)
@pytest.mark.parametrize("code", CODES)
def test_the_sheet_keeps_its_figures_and_says_that_it_is_not_reviewed(visit: Visit, code: str) -> None:
    visitor = walked(visit, code)
    visitor.result()
    text = " ".join(visitor.sheet_text().replace("\u00a0", " ").split())
    for figure in ("08-530 610 00", "0771-73 73 00", "2026", "112", "90101"):
        assert figure in text, figure
    assert "Kronofogden" in text
    assert not [sign for sign in text if sign.isdecimal() and not sign.isascii()]


def test_the_lesson_is_in_swedish_for_whoever_reads_arabic(visit: Visit) -> None:
    answer = visit("ar").client.get("/ar/klass/", base_url=HOME)
    assert (answer.status_code, answer.location) == (302, "/sv/klass/")


@pytest.mark.parametrize(
    ("address", "menu"), [("/en/", ["sv", "en", "ar", "fi", "xx", "xr"]), ("/en/klass/", ["sv", "en", "xx", "xr"])]
)
def test_the_menu_has_own_names_and_in_the_class_those_of_the_lesson(
    visit: Visit, address: str, menu: list[str]
) -> None:
    tree = visit("en").open(address).tree
    langs = next(one for one in tree.iter("ul") if one.get("class") == "langs")
    named = [one for one in langs.iter() if one.get("lang")]
    assert [one.get("lang") for one in named] == menu
    known = {one.code: (one.name, one.direction) for one in (*LANGUAGES, *pseudo.LANGUAGES)}
    assert all((one.text, one.get("dir")) == known[str(one.get("lang"))] for one in named)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("code", CODES)
def test_the_figures_of_the_sheet_stand_from_left_to_right(visit: Visit, code: str) -> None:
    """By where each word is drawn, and not by what a program that reads the PDF makes of it."""
    visitor = walked(visit, code)
    visitor.result()
    command = ["pdftotext", "-bbox", "-f", "1", "-l", "1", "-", "-"]
    drawn = subprocess.run(command, input=visitor.sheet(), capture_output=True, check=True).stdout.decode()
    places = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([\d-]+)</word>', drawn)
    rows: dict[float, list[tuple[float, str]]] = {}
    for x, y, word in places:
        rows.setdefault(round(float(y)), []).append((float(x), word))
    lines = {" ".join(word for _x, word in sorted(row)) for row in rows.values()}
    assert any("08-530 610 00" in line for line in lines), lines
    assert any("0771-73 73 00" in line for line in lines), lines
