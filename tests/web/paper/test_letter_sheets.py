"""The paper of a letter is one page; a form letter is what an authority can read, with the translation beside it."""

from __future__ import annotations

import datetime
import re
import subprocess
from pathlib import Path

import pytest
from flask import Flask

from calculator.letter_days import LetterDate
from content.text import words_of
from report.library import Library, load_library
from tests.conftest import TODAY, Visit
from tests.visitor import HOME, Visitor, paper_text
from tests.web.paper.read_back import A4, CHECKER, checked, words_at
from web.i18n.languages import use_language
from web.letters.view import Known, letter_view
from web.paper.letter_sheet import letter_sheet_html
from web.settings import ROOT

LETTERS = tuple(load_library().door.by_id)
FORMS = tuple(load_library().door.forms_by_id)


def pdf(visitor: Visitor, path: str) -> bytes:
    answer = visitor.client.get(f"/{visitor.language}/brev/{path}", base_url=HOME)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert "skuld" not in answer.headers["Content-Disposition"]
    return answer.data


def pages(content: bytes) -> int:
    read = subprocess.run(["pdfinfo", "-"], input=content, capture_output=True, check=True)
    return int(next(line.split()[1] for line in read.stdout.decode().splitlines() if line.startswith("Pages")))


@pytest.mark.slow
@pytest.mark.parametrize("code", ["sv", "en", "xr"])
@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_is_one_page_with_what_to_do(visit: Visit, library: Library, code: str, letter: str) -> None:
    visitor = visit(code)
    content = pdf(visitor, f"{letter}.pdf")
    assert pages(content) == 1
    if code == "sv":
        text, known = paper_text(content), library.door.by_id[letter]
        for words in (known.what, known.by_when, known.if_nothing, *(one.text for one in known.do)):
            assert " ".join(words.swedish.split()) in text
        directory = library.advice.directories["0127"]
        phones = [directory.phone_of(contact) for contact in directory.pick(known.contacts)]
        assert all(phone.replace(" ", "") in text.replace("\u00a0", "").replace(" ", "") for phone in phones if phone)


@pytest.mark.slow
@pytest.mark.parametrize("code", ["en", "xr"])
@pytest.mark.parametrize("letter", LETTERS)
def test_with_the_swedish_beside_nothing_is_lost(visit: Visit, library: Library, letter: str, code: str) -> None:
    content = pdf(visit(code), f"{letter}.pdf?beside=1")
    known, squeezed = library.door.by_id[letter], "".join(paper_text(content).split())
    assert pages(content) == 1
    said = (known.what, known.by_when, known.say, known.if_nothing, *(one.text for one in known.do))
    # beside a column from right to left another program reads a line's brackets and ends in another order
    parts = [part for words in said for part in (words.swedish.split() if code == "xr" else [words.swedish])]
    assert not [part for part in parts if "".join(part.split()).strip("().") not in squeezed]
    directory = library.advice.directories["0127"]
    phones = {directory.phone_of(contact) for contact in directory.pick(known.contacts)} - {None}
    assert [squeezed.count("".join(phone.split())) for phone in phones if phone] == [1] * len(phones)


@pytest.mark.parametrize("letter", LETTERS)
def test_what_to_do_its_day_and_its_number_stand_large_in_the_first_third(
    visit: Visit, library: Library, letter: str
) -> None:
    visitor, known, typed = visit(), library.door.by_id[letter], {}
    visitor.open(f"/sv/brev/{letter}")
    form = next((one for one in visitor.page.forms() if one.address.endswith(f"/brev/{letter}")), None)
    if known.clock and form:
        typed = {"last": "2026-12-03"} if "last" in form.names() else {"day": "2026-11-16"}
        visitor.press(form, **typed)
    found = list(words_at(pdf(visitor, f"{letter}.pdf")))
    large = [word for _left, top, _right, bottom, word in found if bottom - top >= 16 * 1.36 and bottom <= A4 / 3]
    directory = library.advice.directories["0127"]
    phone = next(phone for one in directory.pick(known.contacts) if (phone := directory.phone_of(one)))
    assert known.do[0].text.swedish.split()[0] in large and phone.split()[0] in large
    assert not typed or any(word.isdecimal() and len(word) < 3 for word in large), "the day of the month"
    if "last" in typed:
        assert "3" in large and "torsdag" in large


@pytest.mark.slow
@pytest.mark.parametrize(("letter", "code"), [("collection", "sv"), ("payment_order", "en"), ("eviction_claim", "xr")])
def test_the_checker_finds_nothing_in_a_letter(visit: Visit, tmp_path: Path, letter: str, code: str) -> None:
    assert CHECKER.exists(), "script/test installs the PDF/UA checker"
    path = tmp_path / "budget.pdf"
    path.write_bytes(pdf(visit(code), f"{letter}.pdf?beside=1"))
    assert not (found := checked(path)), found


@pytest.mark.parametrize(("last", "urgent"), [("2026-11-24", True), ("2027-02-15", False), ("2026-11-02", True)])
def test_urgent_is_told_by_shape(app: Flask, library: Library, last: str, urgent: bool) -> None:
    """A day that is near has a thick frame; one that is far off a thin one, for a printer without colours."""
    day, letter = datetime.date.fromisoformat(last), library.door.by_id["court"]
    with app.test_request_context(), use_language("sv", app.extensions["languages"]):
        view = letter_view(letter, Known(LetterDate(None, None, day)), library, TODAY)
        assert ('class="act calm' in letter_sheet_html(view)) is not urgent
    style = (ROOT / "static" / "sheet.css").read_text(encoding="utf-8")
    widths = [float(width) for width in re.findall(r"^\.act(?:\.calm)? \{ border: ([\d.]+)pt", style, re.MULTILINE)]
    assert widths[0] >= 2 * widths[1]


def test_the_day_and_the_amount_stand_on_the_paper(visitor: Visitor) -> None:
    visitor.open("/sv/brev/payment_order")
    form = next(one for one in visitor.page.forms() if one.address.endswith("/brev/payment_order"))
    visitor.press(form, day="2026-11-16", amount="800")
    text = paper_text(pdf(visitor, "payment_order.pdf")).replace("\u00a0", " ")
    # ten days after a Monday
    assert "Räkna med senast: torsdag 26 november" in text and "2 920 kr" in text
    assert "Är du under 18, är det någon som har dött, eller har du god man?" in text


def test_both_days_of_a_decided_debt_stand_on_the_paper(visitor: Visitor) -> None:
    visitor.open("/sv/brev/decided_debt")
    form = next(one for one in visitor.page.forms() if one.address.endswith("/brev/decided_debt"))
    visitor.press(form, day="2026-11-13", last="2026-11-30")
    text = paper_text(pdf(visitor, "decided_debt.pdf")).replace("\u00a0", " ")
    assert "Sista dagen: måndag 30 november" in text
    assert "Återvinning ska vara framme senast: 11 december 2026" in text


@pytest.mark.parametrize(("letter", "line"), [("unopened", False), ("attachment", False), ("court", True)])
def test_a_letter_with_a_clock_has_a_line_for_its_day(visitor: Visitor, letter: str, line: bool) -> None:
    assert ("Sista dagen: ____" in paper_text(pdf(visitor, f"{letter}.pdf"))) is line


@pytest.mark.slow
@pytest.mark.parametrize("code", ["sv", "en", "xr"])
@pytest.mark.parametrize("form", FORMS)
def test_a_form_letter_is_one_page_in_swedish(visit: Visit, library: Library, code: str, form: str) -> None:
    content = pdf(visit(code), f"svar/{form}.pdf")
    text, known = paper_text(content), library.door.forms_by_id[form]
    assert pages(content) == 1 or (code == "xr" and pages(content) == 2)
    squeezed = text.replace(" ", "")
    for words in (known.to, known.title, known.sentence, *(one.text for one in known.asks)):
        assert "".join(words.swedish.split()) in squeezed, words.swedish
    assert all(f"{label}:" in text for label in ("Namn", "Adress", "Ort och datum", "Namnteckning"))


def test_the_translation_stands_beside(visit: Visit, library: Library) -> None:
    text = paper_text(pdf(visit("xx"), "svar/contest_payment_order.pdf"))
    assert text.count("⟦") > 10


def test_the_form_letters_are_those_of_the_instrument_under_a_name_that_says_nothing(visitor: Visitor) -> None:
    assert set(FORMS) == {
        "contest_payment_order", "contest_eviction", "ask_reopening", "answer_court", "ask_reconsideration",
        "object_to_claim", "appeal_decision", "ask_respite", "ask_balance", "estate_reply",
    }  # fmt: skip
    for form in FORMS:
        answer = visitor.client.get(f"/sv/brev/svar/{form}.pdf", base_url=HOME)
        assert answer.headers["Content-Disposition"] == 'inline; filename="brev.pdf"'


@pytest.mark.parametrize("form", FORMS)
def test_why_is_written_by_hand_and_nothing_of_it_is_printed(library: Library, form: str) -> None:
    """The same text for everybody: nothing on the paper tells of somebody close, of a crime, or of an age."""
    known = library.door.forms_by_id[form]
    assert max(blank.lines for blank in known.blanks) >= 4, "empty lines to say why"
    said = " ".join(text.swedish.lower() for text in words_of(known))
    for word in ("någon nära", "närstående", "utan lov", "mitt namn utan", "polisanmälan", "under 18", "kryssa", "hot"):
        assert word not in said


def test_nothing_typed_stands_on_a_form_letter(visitor: Visitor) -> None:
    before = pdf(visitor, "svar/contest_payment_order.pdf")
    visitor.open("/sv/brev/payment_order")
    form = next(one for one in visitor.page.forms() if one.address.endswith("/brev/payment_order"))
    visitor.press(form, day="2026-11-16", amount="800")
    assert paper_text(pdf(visitor, "svar/contest_payment_order.pdf")) == paper_text(before)


@pytest.mark.parametrize("path", ["payment_order.pdf", "svar/contest_payment_order.pdf"])
def test_the_paper_is_tagged_and_named(visit: Visit, path: str) -> None:
    import io  # noqa: PLC0415

    import pikepdf  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(pdf(visit("en"), path))) as read:
        assert read.Root.MarkInfo.Marked and str(read.Root.Lang)[:2] in ("en", "sv")
        assert str(read.docinfo["/Title"])
