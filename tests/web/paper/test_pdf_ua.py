"""The sheet for somebody who cannot see it: tags, languages, titles and letters, read back by other programs."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import weasyprint
from flask import Flask

from report.build import paper_report
from report.case_format import Setting, parse_case
from report.library import Library
from tests.web.paper.read_back import CHECKER, checked
from web.i18n.languages import use_language
from web.paper.press import render_process
from web.paper.press.pdf import Renderers
from web.paper.sheet import debt_sheet_html, sheet_html

DAY = datetime.date(2026, 11, 23)
CASE = {
    "municipality": "0127",
    "answers": {"months_late": "two", "unpaid_now": ["rent"], "letters": ["payment_order"], "answered": "no"},
    "household": {"adults": [{"age": 38}], "children": [{"age": 6}], "tenant": True},
    "budget": {
        "income": [{"id": "pay", "amount": "19400", "period": "month"}],
        "costs": [{"id": "rent", "amount": "10900", "period": "month"}],
        "debts": [{"id": "pay_later", "amount": "1150", "period": "month"}],
    },
    "debts": [
        {"kind": "rent", "amount": "12000", "about": True, "last_day": "2026-12-04", "letter": "lease_notice"},
        {"kind": "unsure", "letter": "payment_order", "letter_at": "mailbox", "wrong": True},
    ],
}
Make = Callable[..., bytes]


@pytest.fixture(scope="module")
def make(app: Flask, library: Library) -> Make:
    renderers: Renderers = app.extensions["itid_renderers"]

    def of(language: str = "sv", debts_alone: bool = False, **options: bool) -> bytes:
        case = parse_case(CASE, Setting(library, DAY, "0127", ("sv",))).case
        with app.test_request_context(), use_language(language, app.extensions["languages"]):
            html = debt_sheet_html if debts_alone else sheet_html
            return renderers.render(html(paper_report(library, case, DAY), **options))

    return of


@pytest.fixture
def pdf(make: Make, tmp_path: Path) -> Iterator[Callable[..., pikepdf.Pdf]]:
    opened = []

    def of(language: str = "sv", **options: bool) -> pikepdf.Pdf:
        path = tmp_path / f"{language}.pdf"
        path.write_bytes(make(language, **options))
        opened.append(pikepdf.open(path))
        return opened[-1]

    yield of
    for one in opened:
        one.close()


def tags(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the tag tree, in the order it is read."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        tag = waiting.pop(0)
        if isinstance(tag, pikepdf.Array):
            waiting = [*tag, *waiting]
        elif isinstance(tag, pikepdf.Dictionary) and "/S" in tag:
            yield tag
            waiting = [tag.get("/K", pikepdf.Array()), *waiting]


def kinds(pdf: pikepdf.Pdf) -> list[str]:
    return [str(tag.S) for tag in tags(pdf)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "options"),
    [
        ("sv", {}),
        ("sv", {"with_answers": True}),
        ("en", {}),
        ("en", {"beside": True}),
        ("xr", {}),
        ("xr", {"beside": True}),
        ("sv", {"debts_alone": True}),
        ("en", {"debts_alone": True, "beside": True}),
        ("xr", {"debts_alone": True}),
    ],
)
def test_the_checker_finds_nothing(make: Make, tmp_path: Path, language: str, options: dict[str, bool]) -> None:
    assert CHECKER.exists(), "script/test installs the PDF/UA checker"
    path = tmp_path / "budget.pdf"
    path.write_bytes(make(language, **options))
    assert not (found := checked(path)), found


@pytest.mark.parametrize(
    ("language", "lang", "title"),
    [("sv", "sv", "I tid"), ("en", "en", "I tid")],
)
def test_language_and_title(pdf: Callable[..., pikepdf.Pdf], language: str, lang: str, title: str) -> None:
    read = pdf(language)
    assert str(read.Root.Lang) == lang
    assert str(read.docinfo["/Title"]) == title
    assert read.Root.ViewerPreferences.DisplayDocTitle == True  # noqa: E712 - it is no Python bool
    with read.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == title


def test_it_is_tagged_and_read_in_the_tags_order(pdf: Callable[..., pikepdf.Pdf]) -> None:
    read = pdf()
    assert read.Root.MarkInfo.Marked == True  # noqa: E712 - it is no Python bool
    assert all(str(page.Tabs) == "/S" for page in read.pages)
    found = kinds(read)
    assert found.count("/H1") == 1 and found.index("/H1") < found.index("/H2") < found.index("/H3")
    assert {"/L", "/LI", "/Table", "/TH", "/TD", "/P", "/Link"} <= set(found)


def test_no_heading_is_skipped(pdf: Callable[..., pikepdf.Pdf]) -> None:
    levels = [int(kind[2]) for kind in kinds(pdf()) if kind[1:2] == "H" and kind[2:].isdigit()]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))


def test_every_head_of_a_table_says_what_it_heads(pdf: Callable[..., pikepdf.Pdf]) -> None:
    scopes = [str(tag.A.Scope) for tag in tags(pdf()) if tag.S == "/TH"]
    assert scopes.count("/Column") == 4 and scopes.count("/Row") >= 9


def test_the_parts_in_swedish_say_so(pdf: Callable[..., pikepdf.Pdf]) -> None:
    swedish = [tag for tag in tags(pdf("en", beside=True)) if str(tag.get("/Lang", "")) == "sv"]
    assert len(swedish) > 40
    assert not [tag for tag in tags(pdf("sv")) if "/Lang" in tag]


def test_every_letter_travels_with_the_sheet(pdf: Callable[..., pikepdf.Pdf]) -> None:
    for language in ("sv", "xr"):
        names = set()
        for thing in pdf(language).objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                names.add(str(thing.FontName))
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(thing.keys()), thing.FontName
        expected = {"NotoSans"} if language == "sv" else {"NotoSans", "NotoNaskhArabic"}
        assert all(any(wanted.lower() in name.lower().replace("-", "") for name in names) for wanted in expected)
        assert not [name for name in names if "noto" not in name.lower()], "letters of the machine's own"


def test_the_numbers_can_be_called(pdf: Callable[..., pikepdf.Pdf]) -> None:
    links = [note for page in pdf().pages for note in page.get("/Annots", ())]
    assert "tel:0853061000" in {str(link.A.URI) for link in links}
    assert all(link.F == 4 and str(link.A.URI).startswith("tel:") for link in links)


def test_the_file_names_nobody_and_no_hour(pdf: Callable[..., pikepdf.Pdf], make: Make) -> None:
    assert not {"/Author", "/CreationDate", "/ModDate", "/Keywords"} & set(pdf().docinfo.keys())
    assert make() == make()


def test_the_tags_were_written_for_this_weasyprint() -> None:
    """The patch leans on a private function: with another version, read the tags of a sheet before changing this."""
    assert weasyprint.__version__ == render_process.WRITTEN_FOR
