"""The sheet as somebody takes it home: what stands on it, and in which languages."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest
from flask import Flask
from lxml import html as lxml_html

from report.build import Report, paper_report
from report.case_format import Setting, parse_case
from report.library import Library
from tests.eight_lives import EIGHT
from tests.lives import every_life
from tests.visitor import paper_text
from tests.web.paper.read_back import HARD, Sheet, first_page, joined, pages
from web.i18n.languages import use_language
from web.paper.sheet import sheet_html

HUNGRY = {"answers": {"money_lasts": "no_food"}}
LIVES = {life.id: life for life in every_life()}


def test_what_stands_on_the_first_page(printed: Callable[..., bytes], report: Callable[..., Report]) -> None:
    said, first = report(HARD), joined(first_page(printed(HARD)))
    assert len(said.urgent_steps) > 1
    for step in said.urgent_steps:
        for words in (step.title, step.text, *step.added):
            assert words.swedish in first
    assert first.count("☐") >= len(said.urgent_steps)
    for number in ("08-530 610 00", "0771-73 73 00", "112", "90101", "1177", "020-50 50 50"):
        assert number in first
    assert "23 november 2026" in first


def test_why_stands_small_below_the_plan_where_there_is_room(printed: Callable[..., bytes]) -> None:
    case = EIGHT["payment order, confirmed"]
    first = joined(pages(printed(case))[0])
    headline = "Det här är bråttom. Börja med steg 1."
    assert first.index("Säg så här") < first.index(headline) < first.index("Mina anteckningar")


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


@pytest.mark.slow
def test_the_title_says_nothing_of_debts(sheet: Sheet) -> None:
    for life in LIVES.values():
        assert "<title>I tid</title>" in sheet(life.case)


def test_answers_are_printed_when_ticked_without_the_sensitive_ones(sheet: Sheet, library: Library) -> None:
    case = {"answers": {**HARD["answers"], "gambling": "affects", "happened": ["stranger"], "feeling": "daily"}}
    ticked = sheet(case, with_answers=True)
    assert "Mina svar" in ticked and "Mina svar" not in sheet(case)
    for question in library.questions.questionnaires["adult"].questions:
        assert (question.short.swedish in ticked) is (question.id in case["answers"] and not question.sensitive)


def test_beside_the_language_of_the_page_stands_the_swedish(sheet: Sheet, report: Callable[..., Report]) -> None:
    case = EIGHT["payment order, confirmed"]
    root = lxml_html.fromstring(sheet(case, "en", beside=True))
    columns = [joined(part.text_content()) for part in root.xpath("//div[@lang='sv'][@dir='ltr']")]
    mine = [joined(part.getprevious().text_content()) for part in root.xpath("//div[@lang='sv'][@dir='ltr']")]
    act, *rows = report(case).first_steps
    assert act.title.swedish in columns[0] and "Confirm" in mine[0]
    assert "måndag 30 november" in columns[1] and "Monday 30 November" in mine[1]
    assert act.say is not None and act.say.swedish in columns[2] and act.text.swedish in columns[2]
    for step, column in zip(rows, columns[3:], strict=True):
        assert step.title.swedish in column
    assert "I dag" not in mine and not [one for one in mine if "Säg så här" in one]
    assert "Sedan" in [joined(part.text_content()) for part in root.xpath("//h2/span[@lang='sv'][@dir='ltr']")]


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
    for words in ("Botkyrkakommun", "KonsumentverketBeräknadehushållskostnader", "Jagbehövertolk", "Jagtalaresperanto"):
        left = left.replace(words, "")
    assert left == ""


def test_every_number_reads_from_left_to_right(sheet: Sheet) -> None:
    root = lxml_html.fromstring(sheet(HARD, "xr", with_answers=True))
    assert root.get("dir") == "rtl"
    for part in root.xpath("//body//text()[normalize-space()]"):
        if re.search(r"\d", part):
            parent = part.getparent() if part.is_text else part.getparent().getparent()
            assert parent.xpath("ancestor-or-self::*[@dir][1]/@dir") == ["ltr"], part


def test_every_step_of_the_plan_is_printed_at_least_by_its_title(sheet: Sheet, report: Callable[..., Report]) -> None:
    """Before there is room for notes: a number without its step says nothing."""
    for life in LIVES.values():
        made, page = report(life.case), joined(sheet(life.case))
        lost = [step.block.id for step in made.first_steps if joined(step.title.swedish) not in page]
        assert not lost, (life.id, lost)


def test_how_it_stands_is_printed_with_its_reasons_where_there_is_room(sheet: Sheet) -> None:
    page = joined(sheet({"answers": {"letters": ["payment_order"], "answered": "no", "claim_right": "right"}}))
    assert "Det här är bråttom. Börja med steg 1." in page
    assert "Du svarade att du har fått ett betalningsföreläggande." in page


def test_every_urgent_step_is_printed_with_its_words(sheet: Sheet, report: Callable[..., Report]) -> None:
    """Also where page one has room for the titles only: then on the next one."""
    for life in LIVES.values():
        page = joined(sheet(life.case))
        lost = [step.block.id for step in report(life.case).urgent_steps if joined(step.text.swedish) not in page]
        assert not lost, (life.id, lost)
