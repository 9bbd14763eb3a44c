"""`/flode`: the drawing is made of the content, and every text stands below it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from advice.choose import FACTS as ADVICE_FACTS
from content.text import words_of
from questionnaire.assess import FACTS as RULE_FACTS
from report.library import Library
from tests.conftest import Visit
from tests.visitor import Visitor
from web.flow import FACTS, draw


def flat(words: str) -> str:
    """Words as `Page.main` gives them: no-break spaces and line ends are single spaces."""
    return " ".join(words.split())


def test_every_word_of_questions_rules_and_advice_stands_there(visitor: Visitor, library: Library) -> None:
    shown = flat(visitor.open("/sv/flode").main)
    book = library.questions.book
    parts = (*library.questions.questionnaires.values(), library.advice.blocks, book.headlines, book.rules)
    missing = [text.context for part in parts for text in words_of(part) if flat(text.swedish) not in shown]
    assert missing == []


def test_every_question_rule_block_and_flag_has_its_place(visitor: Visitor, library: Library) -> None:
    ids = {element.get("id") for element in visitor.open("/sv/flode").tree.iter()}
    for name, questionnaire in library.questions.questionnaires.items():
        assert {f"{name}-{question.id}" for question in questionnaire.questions} <= ids
    assert {f"rule-{rule.key}" for rule in library.questions.book.rules} <= ids
    assert {f"block-{block.id}" for block in library.advice.blocks} <= ids
    assert {f"flag-{flag.id}" for flag in library.advice.flags} <= ids


def test_the_texts_are_in_the_language_of_the_page(visit: Visit, library: Library) -> None:
    shown = flat(visit("xx").open("/xx/flode").main)
    title = library.questions.questionnaires["youth"].by_id["living"].title
    assert f"⟦{flat(title.swedish)}⟧" in shown


def test_both_drawings_together_have_every_rule_and_block(library: Library) -> None:
    drawings = [draw(one, library) for one in library.questions.questionnaires.values()]
    anchors = {box.anchor for drawing in drawings for box in drawing.boxes}
    assert {f"rule-{rule.key}" for rule in library.questions.book.rules} <= anchors
    assert {f"block-{block.id}" for block in library.advice.blocks} <= anchors


@pytest.mark.parametrize("name", ["adult", "youth"])
def test_branches_lead_from_the_answers_that_open_a_question(library: Library, name: str) -> None:
    """Five letters need an answer: each opens both questions about it."""
    drawing = draw(library.questions.questionnaires[name], library)
    boxes = {box.anchor: box for box in drawing.boxes}
    ends = [line.path.rsplit(" ", 2)[1:] for line in drawing.lines if line.kind == "branch"]
    for question in ("answered", "claim_right"):
        box = boxes[f"{name}-{question}"]
        assert ends.count([str(box.x + box.width), str(box.middle)]) == 5
    assert len(ends) == 10


def test_no_two_boxes_lie_on_each_other(library: Library) -> None:
    for questionnaire in library.questions.questionnaires.values():
        drawing = draw(questionnaire, library)
        for box in drawing.boxes:
            assert 0 <= box.y and box.y + drawing.tall <= drawing.height and box.x + box.width <= drawing.width
        places = sorted((box.x, box.y) for box in drawing.boxes if box.kind != "question")
        for (x, y), (next_x, next_y) in pairwise(places):
            assert x != next_x or next_y - y >= drawing.tall


def test_every_named_fact_has_words() -> None:
    assert set(FACTS) == {*ADVICE_FACTS, *RULE_FACTS}
