"""`/flode`: every text of the content stands there, and what leads to what."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from advice.choose import FACTS as ADVICE_FACTS
from content.text import words_of
from questionnaire.assess import FACTS as RULE_FACTS
from report.library import Library
from tests.conftest import Visit
from tests.shown_text import words
from tests.visitor import Visitor
from web.reading.rule_words import FACTS


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


@pytest.mark.slow
def test_the_texts_are_in_the_language_of_the_page(visit: Visit, library: Library) -> None:
    shown = flat(visit("xx").open("/xx/flode").main)
    title = library.questions.questionnaires["youth"].by_id["living"].title
    assert f"⟦{flat(title.swedish)}⟧" in shown


def test_each_answer_names_every_rule_that_asks_for_it(visitor: Visitor, library: Library) -> None:
    tree = visitor.open("/sv/flode").tree
    for name, questionnaire in library.questions.questionnaires.items():
        for rule in library.questions.book.rules:
            for asked, option in rule.when.mentions():
                question = questionnaire.by_id.get(asked)
                if question and option in question.by_id:
                    links = _by_id(tree, f"{name}-{asked}-{option}").iter("a")
                    assert f"#rule-{rule.key}" in [link.get("href") for link in links], (asked, option, rule.key)


def test_each_rule_names_the_advice_it_leads_to(visitor: Visitor, library: Library) -> None:
    tree, led = visitor.open("/sv/flode").tree, 0
    for rule in library.questions.book.rules:
        shown = {link.get("href") for link in _by_id(tree, f"rule-{rule.key}").iter("a")}
        asking = {
            f"#block-{block.id}"
            for block in library.advice.blocks
            for trigger in block.when
            if {rule.id, rule.key} & {*trigger.rules, *trigger.and_rules}
        }
        assert {link for link in shown if link and link.startswith("#block-")} == asking, rule.key
        led += len(asking)
    assert led > len(library.questions.book.rules)


def test_what_must_not_hold_is_told_apart_from_what_must(visitor: Visitor, library: Library) -> None:
    tree = visitor.open("/sv/flode").tree
    excepted = [rule for rule in library.questions.book.rules if rule.when.unless]
    excepted_blocks = [one for one in library.advice.blocks if any(trigger.unless for trigger in one.when)]
    assert excepted or excepted_blocks
    for anchor in [f"rule-{rule.key}" for rule in excepted] + [f"block-{one.id}" for one in excepted_blocks]:
        assert "Men inte:" in words(_by_id(tree, anchor)), anchor


def test_the_order_of_the_steps_is_that_of_the_file(visitor: Visitor, library: Library) -> None:
    page = visitor.open("/sv/flode")
    part = next(one for one in page.tree.iter("section") if one.get("aria-labelledby") == "order")
    shown = [link.get("href", "").removeprefix("#block-") for link in part.iter("a")]
    order = library.advice.order
    wanted = [*(block for one in order.urgent for block in one.blocks), *order.calm]
    assert shown == [one.partition(":")[0] for one in wanted]


def test_every_named_fact_has_words() -> None:
    assert set(FACTS) == {*ADVICE_FACTS, *RULE_FACTS}


def _by_id(tree: Element, name: str) -> Element:
    return next(element for element in tree.iter() if element.get("id") == name)
