"""The sheet without names: days, numbers and boxes, and no word of what they are about."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest
from flask import Flask

from report.build import paper_report
from report.case_format import Setting, parse_case
from report.library import Library
from tests.conftest import TODAY, Visit
from tests.eight_lives import EIGHT
from tests.visitor import HOME, Visitor, paper_text
from tests.web.paper.read_back import A4, CHECKER, checked, words_at
from web.i18n.languages import use_language
from web.paper.printed import called, on_paper
from web.paper.quiet_sheet import quiet_sheet_html

TELLING = "skuld|debt|kronofogd|brev|letter|inkasso|hyra|hyres|rent|bank|budget|social|domstol|court"


@pytest.fixture
def resident(visit: Visit) -> Visitor:
    visitor = visit()
    visitor.answer(letters=["payment_order"], answered="no", claim_right="unknown", unpaid_now=["rent"])
    return visitor


def quiet(visitor: Visitor) -> bytes:
    answer = visitor.client.get(f"/{visitor.language}/resultat/utan-namn.pdf", base_url=HOME)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert "budget.pdf" in answer.headers["Content-Disposition"]
    return answer.data


def test_it_holds_boxes_days_and_numbers_and_nothing_that_tells(resident: Visitor, library: Library) -> None:
    text = paper_text(quiet(resident))
    assert "Min månad Gör det här först ☐ I dag" in text
    assert "0771-73 73 00" in text and "08-530 610 00" in text
    assert not re.search(TELLING, text, re.IGNORECASE)
    names = [
        word for one in library.advice.directories["0127"].by_id.values() for word in (one.name, one.short) if word
    ]
    assert not [name.swedish for name in names if name.swedish in text]


@pytest.mark.parametrize("code", ["sv", "en"])
@pytest.mark.parametrize("life", [name for name in EIGHT if name != "calm"])
def test_the_day_and_the_number_stand_large_in_the_first_third_and_no_letter_is_named(
    app: Flask, library: Library, life: str, code: str
) -> None:
    report = paper_report(library, parse_case(EIGHT[life], Setting(library, TODAY, "0127", ("sv", "en"))).case, TODAY)
    with app.test_request_context(), use_language(code, app.extensions["languages"]):
        html = quiet_sheet_html(report)
    content = app.extensions["itid_renderers"].render(html)
    text = paper_text(content)
    assert not re.search(TELLING, text, re.IGNORECASE)
    names = [letter.name for letter in library.door.by_id.values()]
    assert not [name.swedish for name in names if name.swedish.lower() in text.lower()]
    act = on_paper(report).act
    assert act is not None
    step, first = act.steps[0], called(act).first
    large = [
        word for _left, top, _right, bottom, word in words_at(content) if bottom - top >= 16 * 1.36 and bottom <= A4 / 3
    ]
    assert first is None or (first.phone or "").split()[0] in large
    assert not step.last_day or step.gone_by or str(step.last_day.day) in large
    boxes = sum(len(row.steps) for row in on_paper(report).rows) + 1
    assert text.count("☐") == boxes


@pytest.mark.slow
@pytest.mark.parametrize("code", ["sv", "xr"])
def test_the_checker_finds_nothing(app: Flask, library: Library, tmp_path: Path, code: str) -> None:
    assert CHECKER.exists(), "script/test installs the PDF/UA checker"
    case = parse_case(EIGHT["four clocks"], Setting(library, TODAY, "0127", ("sv",))).case
    with app.test_request_context(), use_language(code, app.extensions["languages"]):
        html = quiet_sheet_html(paper_report(library, case, TODAY))
    path = tmp_path / "budget.pdf"
    path.write_bytes(app.extensions["itid_renderers"].render(html))
    assert not (found := checked(path)), found


def test_its_title_says_nothing(resident: Visitor) -> None:
    with pikepdf.open(io.BytesIO(quiet(resident))) as read:
        assert str(read.docinfo["/Title"]) == "Min månad"
        assert read.Root.MarkInfo.Marked


def test_a_last_day_stands_in_words(resident: Visitor) -> None:
    resident.open("/sv/brev/payment_order")
    form = next(one for one in resident.page.forms() if one.address.endswith("/brev/payment_order"))
    resident.press(form, day="2026-11-20", days="10")
    # ten days from a Friday are a Monday
    assert "måndag 30 november" in paper_text(quiet(resident))


def test_the_result_leads_to_it_for_everybody(resident: Visitor) -> None:
    resident.open("/sv/resultat/ta-med")
    resident.page.link("/resultat/utan-namn.pdf")
