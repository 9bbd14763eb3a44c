"""The sheet as somebody takes it home: what stands on it, on how many pages, and in which languages."""

from __future__ import annotations

import datetime
import re
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from lxml import html as lxml_html

from report.build import Report, paper_report
from report.case_format import Setting, parse_case
from report.library import Library
from report.rows import HELPING
from tests.lives import Life, every_life
from tests.visitor import paper_text
from web.i18n.languages import use_language
from web.paper.pdf import Renderers
from web.paper.sheet import sheet_html

DAY = datetime.date(2026, 11, 23)
LIVES = {life.id: life for life in every_life()}
HARD = {
    "answers": {
        "money_lasts": "often_not",
        "months_late": "three_plus",
        "unpaid_now": ["rent", "power", "state", "credit"],
        "letters": ["reminder", "collection", "payment_order", "lease_notice"],
        "answered": "no",
        "burden": "heavy",
        "overview": "no",
        "buffer": "no",
    },
    "household": {"adults": [{"age": 38}], "children": [{"age": 6}, {"age": 11}], "tenant": True},
    "budget": {
        "income": [{"id": "pay", "amount": "19400", "period": "month"}],
        "costs": [{"id": "rent", "amount": "10900", "period": "month"}],
        "debts": [{"id": "pay_later", "amount": "1150", "period": "month"}],
    },
}
HUNGRY = {"answers": {"money_lasts": "no_food"}}
Sheet = Callable[..., str]
MOST_WITH_CONTACTS = 6
"""With more urgent steps than these the contacts may go on to a second page; eight steps still stand on the first."""


@pytest.fixture(scope="module")
def report(library: Library) -> Callable[[dict[str, Any]], Report]:
    setting = Setting(library, DAY, "0127", ("sv", "en"))

    def of(case: dict[str, Any]) -> Report:
        return paper_report(library, parse_case({"municipality": "0127", **case}, setting).case, DAY)

    return of


@pytest.fixture
def sheet(app: Flask, report: Callable[[dict[str, Any]], Report]) -> Sheet:
    """The HTML of a case's sheet."""

    def of(case: dict[str, Any], language: str = "sv", **options: bool) -> str:
        with app.test_request_context(), use_language(language, app.extensions["languages"]):
            return sheet_html(report(case), **options)

    return of


@pytest.fixture
def printed(app: Flask, sheet: Sheet) -> Callable[..., bytes]:
    """The PDF of a case's sheet."""
    renderers: Renderers = app.extensions["itid_renderers"]

    def of(case: dict[str, Any], language: str = "sv", **options: bool) -> bytes:
        return renderers.render(sheet(case, language, **options))

    return of


def pages(pdf: bytes) -> list[str]:
    """The words of each page."""
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return read.stdout.decode().split("\f")[:-1]


def joined(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_every_life_has_one_page_and_one_more_for_its_budget(
    printed: Callable[..., bytes], report: Callable[..., Report], life: Life, language: str
) -> None:
    found = pages(printed(life.case, language))
    urgent = [step for step in report(life.case).urgent_steps if step.block.id != HELPING]
    crowded = len(urgent) > MOST_WITH_CONTACTS
    assert len(found) - ("budget" in life.case) <= 1 + crowded
    assert crowded or "020-50 50 50" in found[0], "page one ends on page one"
    assert found[0].count("☐") >= min(len(urgent), 8)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_hardest_life_has_one_page_and_one_for_its_budget(printed: Callable[..., bytes], language: str) -> None:
    assert len(pages(printed(HARD, language))) == 2


def test_what_stands_on_the_first_page(printed: Callable[..., bytes], report: Callable[..., Report]) -> None:
    said, first = report(HARD), joined(paper_text(printed(HARD)))
    assert said.headline is not None and said.headline.title.swedish in first
    assert len(said.urgent_steps) > 1
    for step in said.urgent_steps:
        for words in (step.title, step.text, *step.added):
            assert words.swedish in first
    assert first.count("☐") >= len(said.urgent_steps)
    for number in ("08-530 610 00", "0771-73 73 00", "112", "90101", "1177", "020-50 50 50"):
        assert number in first
    assert "23 november 2026" in first


MANY = ["lease_notice", "payment_order", "court", "power_cut", "decided_debt", "seizure", "unopened", "bank_notice"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_eight_urgent_steps_stand_on_page_one(
    printed: Callable[..., bytes], report: Callable[..., Report], language: str
) -> None:
    case = {"answers": {"letters": MANY, "answered": "no", "claim_right": "right"}}
    urgent = report(case).urgent_steps
    first = joined(pages(printed(case, language))[0])
    assert len(urgent) == 8 and first.count("☐") >= 8
    if language == "sv":
        assert not [step.title.swedish for step in urgent if step.title.swedish not in first]


def test_what_kronofogden_does_is_told_only_to_whom_it_concerns(sheet: Sheet) -> None:
    calm = {"letters": ["nothing"], "unpaid_now": ["nothing"], "money_lasts": "always", "months_late": "none"}
    assert "Om Kronofogden" not in sheet({"answers": {**calm, "burden": "heavy"}})
    assert "Om Kronofogden" in sheet({"answers": {**calm, "letters": ["reminder"]}})
    assert "Om Kronofogden" in sheet({"answers": {**calm, "months_late": "three_plus"}})


def test_what_is_for_the_screen_is_not_printed(printed: Callable[..., bytes], report: Callable[..., Report]) -> None:
    text = joined(paper_text(printed(HARD)))
    folded = [step.more.swedish[:60] for step in report(HARD).first_steps if step.more]
    words = ("Hoppa till innehållet", "Lämna snabbt", "Rensa och börja om", "Skriv ut", "https://", "Mina svar")
    assert folded and not [one for one in (*folded, *words) if one in text]


def test_a_folded_sentence_is_not_printed(sheet: Sheet, report: Callable[..., Report]) -> None:
    folded = [one.swedish for step in report(HUNGRY).urgent_steps for one in step.folded]
    assert folded and not [words for words in folded if words in sheet(HUNGRY)]


def test_the_budget_stands_on_the_second_page(printed: Callable[..., bytes]) -> None:
    second = joined(pages(printed(HARD))[1])
    # 19 400 − 10 900 = 8 500, less 1 150 to debts = 7 350
    for words in ("8 500 kr", "7 350 kr", "Hyra 10 900 kr", "Så här fördelas pengarna", "Konsumentverket", "2026"):
        assert words in second
    for words in ("läst i andra hand", "Den säger inte hur du ska leva"):
        assert words in second


def test_a_figure_that_has_ended_says_so(app: Flask, library: Library) -> None:
    later = datetime.date(2027, 2, 1)
    case = parse_case({"municipality": "0127", **HARD}, Setting(library, later, "0127", ("sv",))).case
    with app.test_request_context(), use_language("sv", app.extensions["languages"]):
        sheet = sheet_html(paper_report(library, case, later))
    assert "Siffrorna gällde till och med" in sheet and "31 december 2026" in sheet


def test_without_a_budget_there_is_no_table_of_money(sheet: Sheet) -> None:
    assert "<table" not in sheet({"answers": HARD["answers"]})


def test_a_longest_budget_loses_nothing(printed: Callable[..., bytes], library: Library) -> None:
    lines: dict[str, list[dict[str, str]]] = {"income": [], "costs": [], "debts": []}
    for number, line in enumerate(library.calculator.lines):
        lines[library.calculator.kind_of(line)].append({"id": line, "amount": str(1001 + number), "period": "month"})
    text = joined(paper_text(printed({**HARD, "budget": lines})))
    for number, line in enumerate(library.calculator.lines.values()):
        assert f"1 {1 + number:03} kr" in text, line.id


def test_the_title_says_nothing_of_debts(sheet: Sheet) -> None:
    for life in LIVES.values():
        assert "<title>I tid</title>" in sheet(life.case)


def test_nothing_is_printed_smaller_than_eleven_points(printed: Callable[..., bytes]) -> None:
    for language, options in (("sv", {}), ("en", {"beside": True}), ("xr", {})):
        made = printed(HARD, language, **options)
        read = subprocess.run(["pdftotext", "-bbox-layout", "-", "-"], input=made, capture_output=True, check=True)
        word = re.compile(r'<word xMin="\S+" yMin="(\S+)" xMax="\S+" yMax="(\S+)">')
        # Noto Sans stands 1.362 times its size high, Naskh more
        heights = [float(found[2]) - float(found[1]) for found in word.finditer(read.stdout.decode())]
        assert heights and min(heights) >= 11 * 1.36


def test_answers_are_printed_when_ticked_without_the_sensitive_ones(sheet: Sheet, library: Library) -> None:
    case = {"answers": {**HARD["answers"], "gambling": "affects", "happened": ["stranger"], "feeling": "daily"}}
    ticked = sheet(case, with_answers=True)
    assert "Mina svar" in ticked and "Mina svar" not in sheet(case)
    for question in library.questions.questionnaires["adult"].questions:
        assert (question.short.swedish in ticked) is (question.id in case["answers"] and not question.sensitive)


def test_beside_the_language_of_the_page_stands_the_swedish(sheet: Sheet, report: Callable[..., Report]) -> None:
    root = lxml_html.fromstring(sheet(HARD, "en", beside=True))
    swedish = [joined(part.text_content()) for part in root.xpath("//span[@lang='sv'][@dir='ltr']")]
    said = report(HARD)
    for step in said.first_steps:
        assert step.title.swedish in swedish and step.text.swedish in swedish
    assert len(swedish) > 40


def test_swedish_is_not_doubled(sheet: Sheet) -> None:
    assert sheet(HARD, "sv", beside=True) == sheet(HARD, "sv")


def test_every_word_can_be_translated(sheet: Sheet) -> None:
    """In the bracketed language whatever has no brackets was never given to a translator."""
    root = lxml_html.fromstring(re.sub("⟦.*?⟧", "", sheet(HARD, "xx", with_answers=True), flags=re.DOTALL))
    for day in root.xpath("//time"):
        day.drop_tree()  # months are Babel's words
    left = re.sub(r"[\d\s.,:;·☐()−–+“”…§-]|\b(kr|kap)+\b", "", "".join(root.xpath("//body//text()")))
    # The municipality's and the publication's names, and the sentence to say in Swedish, are not translated.
    left = re.sub("Socialtjänstförordning|ilydelseenligtförordning", "", left)
    for words in ("Botkyrkakommun", "KonsumentverketBeräknadehushållskostnader", "Jagbehövertolk", "Jagtalar"):
        left = left.replace(words, "")
    assert left == ""


def test_every_number_reads_from_left_to_right(sheet: Sheet) -> None:
    root = lxml_html.fromstring(sheet(HARD, "xr", with_answers=True))
    assert root.get("dir") == "rtl"
    for part in root.xpath("//body//text()[normalize-space()]"):
        if re.search(r"\d", part):
            parent = part.getparent() if part.is_text else part.getparent().getparent()
            assert parent.xpath("ancestor-or-self::*[@dir][1]/@dir") == ["ltr"], part
