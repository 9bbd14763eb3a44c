"""The paper of a letter is one page; a form letter is what an authority can read, with the translation beside it."""

from __future__ import annotations

import subprocess

import pytest

from report.library import Library, load_library
from tests.conftest import Visit
from tests.visitor import HOME, Visitor, paper_text

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
    # the invented right-to-left language is wider than any real one
    assert pages(content) == 1 or (code == "xr" and pages(content) == 2)
    if code == "sv":
        text, known = paper_text(content), library.door.by_id[letter]
        for words in (known.what, known.by_when, known.if_nothing, *(one.text for one in known.do)):
            assert " ".join(words.swedish.split()) in text
        directory = library.advice.directories["0127"]
        phones = [directory.phone_of(contact) for contact in directory.pick(known.contacts)]
        assert all(phone.replace(" ", "") in text.replace("\u00a0", "").replace(" ", "") for phone in phones if phone)


@pytest.mark.slow
@pytest.mark.parametrize("letter", LETTERS)
def test_with_the_swedish_beside_nothing_is_lost(visit: Visit, library: Library, letter: str) -> None:
    content = pdf(visit("en"), f"{letter}.pdf?beside=1")
    text, known = paper_text(content), library.door.by_id[letter]
    assert pages(content) <= 2
    for words in (known.what, known.by_when, known.say, *(one.text for one in known.do)):
        assert " ".join(words.swedish.split()) in text


def test_the_day_and_the_amount_stand_on_the_paper(visitor: Visitor) -> None:
    visitor.open("/sv/brev/payment_order")
    form = next(one for one in visitor.page.forms() if one.address.endswith("/brev/payment_order"))
    visitor.press(form, came="2026-11-16", amount="800")
    text = paper_text(pdf(visitor, "payment_order.pdf")).replace("\u00a0", " ")
    assert "Räkna med senast: 26 november 2026" in text and "2 920 kr" in text


@pytest.mark.slow
@pytest.mark.parametrize("code", ["sv", "en", "xr"])
@pytest.mark.parametrize("form", FORMS)
def test_a_form_letter_is_one_page_in_swedish(visit: Visit, library: Library, code: str, form: str) -> None:
    content = pdf(visit(code), f"svar/{form}.pdf")
    text, known = paper_text(content), library.door.forms_by_id[form]
    assert pages(content) == 1 or (code == "xr" and pages(content) == 2)
    squeezed = text.replace(" ", "")
    for words in (known.to, known.title, known.sentence, *(one.text for one in (*known.reasons, *known.asks))):
        assert "".join(words.swedish.split()) in squeezed, words.swedish
    assert all(f"{label}:" in text for label in ("Namn", "Adress", "Ort och datum", "Namnteckning"))


def test_the_translation_stands_beside(visit: Visit, library: Library) -> None:
    text = paper_text(pdf(visit("xx"), "svar/contest_payment_order.pdf"))
    assert text.count("⟦") > 15


@pytest.mark.parametrize("path", ["payment_order.pdf", "svar/contest_payment_order.pdf"])
def test_the_paper_is_tagged_and_named(visit: Visit, path: str) -> None:
    import io  # noqa: PLC0415

    import pikepdf  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(pdf(visit("en"), path))) as read:
        assert read.Root.MarkInfo.Marked and str(read.Root.Lang)[:2] in ("en", "sv")
        assert str(read.docinfo["/Title"])
