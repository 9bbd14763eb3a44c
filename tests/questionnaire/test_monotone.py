"""A worse answer, with all else equal, never gives a lower level: over every option of every question."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.answers import Answers
from questionnaire.assess import FACTS, Assessment, assess
from questionnaire.journey import journey
from questionnaire.model import SKIP
from questionnaire.reader import Questions
from report.library import load_library
from tests.questionnaire.severity import EQUALS, MANY, NO_ORDER, ORDERS, Raw, alone_in, answers

QUESTIONS: Questions = load_library().questions
NAMES = ("adult", "youth")
FEW = settings(max_examples=40)
ASKS_AN_ANSWER = {"payment_order", "state_debt", "decided_debt", "court", "eviction_claim"}


def assessed(name: str, raw: Raw, facts: frozenset[str] = frozenset()) -> Assessment:
    questionnaire = QUESTIONS.questionnaires[name]
    return assess(QUESTIONS.book, journey(questionnaire, Answers.parse(questionnaire, raw)), facts)


def level(name: str, raw: Raw, facts: frozenset[str] = frozenset()) -> int:
    return assessed(name, raw, facts).level


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_its_place_in_the_order(name: str) -> None:
    questionnaire = QUESTIONS.questionnaires[name]
    assert set(questionnaire.by_id) == {*ORDERS[name], *NO_ORDER[name], *MANY[name]}
    for question in questionnaire.questions:
        if question.id in ORDERS[name]:
            assert set(question.by_id) - {"unknown"} == set(ORDERS[name][question.id])
        if question.id in MANY[name]:
            assert question.kind == "many" and set(question.by_id) == set(MANY[name][question.id])
            assert question.alone == alone_in(question.id) == question.best.id


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_a_worse_answer_never_lowers(name: str, data: st.DataObject) -> None:
    raw = data.draw(answers(QUESTIONS.questionnaires[name]))
    for question, order in ORDERS[name].items():
        levels = [level(name, {**raw, question: option}) for option in order]
        assert all(better <= worse for better, worse in pairwise(levels)), (question, order, levels)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@FEW
@given(data=st.data())
def test_nothing_is_better_than_the_best_answer(name: str, data: st.DataObject) -> None:
    """Skipping, leaving out and "I do not know" never give less than the best answer."""
    raw = data.draw(answers(QUESTIONS.questionnaires[name]))
    best = {question: order[0] for question, order in ORDERS[name].items()}
    best |= {question: [alone_in(question)] for question in MANY[name]}
    for question in QUESTIONS.questionnaires[name].questions:
        if question.id not in best:
            continue
        lowest = level(name, {**raw, question.id: best[question.id]})
        others = [*question.by_id, SKIP] if question.kind == "one" else [SKIP]
        assert all(lowest <= level(name, {**raw, question.id: other}) for other in others), question.id
        assert lowest <= level(name, {key: value for key, value in raw.items() if key != question.id}), question.id


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_one_thing_more_never_lowers(name: str, data: st.DataObject) -> None:
    raw = data.draw(answers(QUESTIONS.questionnaires[name]))
    for question_id in MANY[name]:
        question = QUESTIONS.questionnaires[name].by_id[question_id]
        none, given_ = alone_in(question_id), raw.get(question_id, SKIP)
        chosen = [] if given_ in (SKIP, [none]) else list(given_)
        before = level(name, {**raw, question_id: chosen or [none]})
        for more in question.by_id:
            if more != none:
                assert before <= level(name, {**raw, question_id: sorted({*chosen, more})}), (question_id, more)


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(data=st.data())
def test_not_knowing_whether_one_answered_counts_as_no(name: str, data: st.DataObject) -> None:
    raw = data.draw(answers(QUESTIONS.questionnaires[name]))
    for question, pairs in EQUALS.items():
        for one, other in pairs:
            first, second = (assessed(name, {**raw, question: option}) for option in (one, other))
            assert (first.level, first.rule_ids) == (second.level, second.rule_ids)


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(data=st.data())
def test_what_weighs_nothing_changes_no_level(name: str, data: st.DataObject) -> None:
    """But for a claim that is not right where one cannot pay: then the letter's own rule stands."""
    raw = data.draw(answers(QUESTIONS.questionnaires[name]))
    for question_id in NO_ORDER[name]:
        raw_here = {**raw, "answered": "no"} if raw.get("answered") == "cannot_pay" else raw
        question = QUESTIONS.questionnaires[name].by_id[question_id]
        assert len({level(name, {**raw_here, question_id: option}) for option in (*question.by_id, SKIP)}) == 1


@pytest.mark.parametrize("letter", ["payment_order", "state_debt", "decided_debt", "court"])
def test_who_cannot_pay_a_claim_that_is_not_right_must_still_answer(letter: str) -> None:
    raw = {"letters": [letter], "answered": "cannot_pay"}
    levels = {
        right: level("adult", {**raw, "claim_right": right}) for right in ("right", "wrong", "partly", "unknown", SKIP)
    }
    assert levels == {"right": 3, "wrong": 4, "partly": 4, "unknown": 4, SKIP: 4}


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(data=st.data())
def test_a_budget_never_lowers(name: str, data: st.DataObject) -> None:
    raw = data.draw(answers(QUESTIONS.questionnaires[name]))
    facts = frozenset(data.draw(st.sets(st.sampled_from(FACTS))))
    with_budget = level(name, raw, facts)
    assert with_budget >= level(name, raw)
    assert with_budget >= (3 if "left_before_debts_negative" in facts else 2 if facts else 1)


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(data=st.data())
def test_an_answer_off_the_path_falls_away(name: str, data: st.DataObject) -> None:
    questionnaire = QUESTIONS.questionnaires[name]
    raw = data.draw(answers(questionnaire))
    walked = journey(questionnaire, Answers.parse(questionnaire, raw))
    on_path = {question.id for question in walked.steps}
    kept = {key: value for key, value in raw.items() if key in on_path}
    assert set(walked.answers) == set(kept)
    assert assessed(name, kept) == assessed(name, raw)
    assert ("answered" in on_path) is bool(ASKS_AN_ANSWER & walked.given["letters"])
