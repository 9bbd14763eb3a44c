"""What is thought to hold on page one holds there: widths of letters, and sheets of invented lives, read back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from babel.messages.pofile import read_po
from flask import Flask

from report.build import paper_report
from report.case_format import Setting, parse_case
from report.library import Library
from tests.conftest import make_app
from tests.eight_lives import EIGHT
from tests.laws.draw import drawn
from tests.web.paper.read_back import DAY, pages, words_at
from web.i18n.languages import Language, use_language
from web.paper.fit.choose import Fit, fitting
from web.paper.fit.letters import joined
from web.paper.fit.widths import em
from web.paper.press.pdf import Renderers, render_here
from web.paper.sheet import sheet_html
from web.settings import ROOT

ARABIC = Language("ar", "ar_SY", "العربية", "rtl", state="offered")
LIVES_EACH = 30
PRINTS = (("sv", False), ("en", True), ("xr", False), ("xr", True))
FOOT = "08-530 610 00"
"""Whom to tell of a fault: the line that page one ends with."""


def _sheet(app: Flask, library: Library, case: dict[str, Any], language: str, beside: bool) -> tuple[Fit, list[str]]:
    """How the first page was filled, and the words of each page."""
    asked = parse_case({"municipality": "0127", **case}, Setting(library, DAY, "0127", ("sv", "en")))
    with app.test_request_context(), use_language(language, app.extensions["languages"]):
        report = paper_report(library, asked.case, asked.day)
        fit, page = fitting(report, two=beside), sheet_html(report, beside=beside)
    renderers: Renderers = app.extensions["itid_renderers"]
    return fit, pages(renderers.render(page))


def _holds(fit: Fit, found: list[str]) -> bool:
    """Whether page one ends with its foot, unless it was meant to run on; and no page has nothing but the foot."""
    foot = [number for number, page in enumerate(found) if FOOT in page.strip().rpartition("\n")[2]]
    alone = [page for page in found if len(page.strip().splitlines()) <= 2]
    return not alone and (fit.runs_on or 0 in foot)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "beside"), PRINTS)
@pytest.mark.parametrize("part", range(2))
def test_page_one_of_an_invented_life_ends_on_page_one(
    app: Flask, library: Library, language: str, beside: bool, part: int
) -> None:
    """Two hundred and forty sheets, of which those with ever so many urgent steps may run on."""
    for seed in range(part * LIVES_EACH, (part + 1) * LIVES_EACH):
        case = drawn(seed, library.questions.questionnaires)
        fit, found = _sheet(app, library, case, language, beside)
        assert _holds(fit, found), (seed, fit.size, fit.leaves_out, found[0][-400:])


def test_whoever_has_most_to_do_has_no_page_with_only_a_foot(app: Flask, library: Library) -> None:
    letters = ["lease_notice", "payment_order", "court", "power_cut", "decided_debt", "seizure", "unopened"]
    case = {
        "answers": {"letters": letters, "unpaid_now": ["rent", "power"], "money_lasts": "no_food", "answered": "no"}
    }
    for language, beside in PRINTS:
        fit, found = _sheet(app, library, case, language, beside)
        assert _holds(fit, found), language
        assert not fit.text, "a case that is not full shows nothing"


@pytest.mark.sampled(4)
@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("life", EIGHT)
def test_a_sheet_in_real_arabic_ends_on_page_one(library: Library, arabic: Flask, life: str, beside: bool) -> None:
    fit, found = _sheet(arabic, library, EIGHT[life], "ar", beside)
    assert _holds(fit, found)
    assert fit.text or life in ("four clocks", "crisis")
    assert len(found) == 1 + ("budget" in EIGHT[life]) + (not fit.text)


@pytest.fixture(scope="module")
def arabic() -> Any:
    """The app with the real Arabic words, which are offered nowhere yet."""
    made = make_app(extra_languages=[ARABIC])
    yield made
    made.extensions["itid_renderers"].close()


@pytest.mark.parametrize("bold", [False, True])
def test_words_are_as_wide_as_they_are_printed(bold: bool) -> None:
    """Real Arabic, as WeasyPrint sets it: from the right edge of a line's first word to the end of its last."""
    with (ROOT / "translations" / "ar" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        said = [message.string for message in read_po(file)]
    lines = [one for one in said if isinstance(one, str) and 20 < len(one) < 60 and not re.search(r"[%\n«»\d]", one)][
        :40
    ]
    weight = "bold" if bold else "normal"
    style = f"font: {weight} 10pt 'Noto Naskh Arabic', 'Noto Sans'; white-space: nowrap"
    body = "".join(f'<p style="{style}">{line}</p>' for line in lines)
    found = _lines(render_here(f'<html lang="ar" dir="rtl"><title>x</title><body>{body}</body></html>'))
    assert len(lines) == 40 and len(found) == 40
    printed, thought = sum(found), sum(em(line, bold) * 10 for line in lines)
    assert thought == pytest.approx(printed, rel=0.02)


def _lines(pdf: bytes) -> list[float]:
    """The width of each line, in points."""
    edges: dict[float, tuple[float, float]] = {}
    for left, top, right, _bottom, _word in words_at(pdf):
        key = next((known for known in edges if abs(known - top) < 4), top)
        before = edges.get(key, (left, right))
        edges[key] = (min(before[0], left), max(before[1], right))
    return [right - left for left, right in edges.values()]


@pytest.mark.parametrize(
    ("together", "alone"),
    [("بب", ["ب", "ب"]), ("لا", ["ل", "ا"]), ("سسس", ["س", "س", "س"])],
)
def test_letters_that_join_are_narrower_than_alone(together: str, alone: list[str]) -> None:
    assert joined(together, False) < sum(joined(letter, False) for letter in alone)


@pytest.mark.parametrize("words", ["در", "اب", "دو"])
def test_a_letter_after_one_that_does_not_join_stands_alone(words: str) -> None:
    assert joined(words, False) == pytest.approx(sum(joined(letter, False) for letter in words))


def test_marks_take_no_room() -> None:
    """Vowel signs stand above and below, and part no letters that join."""
    assert em("كتب") == pytest.approx(em("كُتِبَ"))


def test_letters_of_another_script_in_arabic_words_keep_their_width() -> None:
    assert em("بkrب") == pytest.approx(2 * em("ب") + em("kr"))
    assert em("kr") > em("k") > 0
