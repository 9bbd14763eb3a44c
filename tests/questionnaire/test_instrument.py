"""Points, cuts and the order of the rules are what the instrument says, and are read from the data."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from questionnaire.answers import Answers, InvalidAnswer
from questionnaire.assess import assess, most_points
from questionnaire.journey import journey
from questionnaire.model import Cuts
from report.library import Library

ROOT = Path(__file__).resolve().parents[2]
ORDER = (
    "O9 O8 O7 O10 O2 O1 O5 O4 O3 O7 O6 F1 F2 F3 F4 F5 F6 F7 F8 G1 G2 G3 G4 G5 G6 G7 G8 G9 M1 M2"  # as they are shown
)
ADULT = (
    "money_lasts months_late unpaid_now letters answered claim_right mail essentials_on_credit new_debt_for_old "
    "credits repay_share burden buffer shock overview feeling happened gambling"
)
SENSITIVE = {
    "adult": {"feeling", "happened", "gambling"},
    "youth": {"gambling", "asked_account", "name_used"},
}
"""With `burden = hopeless`, which is one sensitive option of a question that is not."""


def test_the_most_points(library: Library) -> None:
    most = {name: most_points(one.questions) for name, one in library.questions.questionnaires.items()}
    assert most == {"adult": 34, "youth": 25}


def test_the_cuts(library: Library) -> None:
    cuts = library.questions.book.cuts
    assert cuts == {"adult": Cuts(two=5, three=12), "youth": Cuts(two=4, three=9)}
    assert library.questions.book.cuts_note.swedish, "that they are provisional stands with them"


def test_the_rules_stand_in_the_order_they_are_shown(library: Library) -> None:
    assert [rule.code for rule in library.questions.book.rules] == ORDER.split()


def test_every_rule_has_the_level_of_its_letter(library: Library) -> None:
    levels = {"O": 4, "F": 3, "G": 2}
    for rule in library.questions.book.rules:
        expected = {"M1": 3, "M2": 2}.get(rule.code) or levels[rule.code[0]]
        assert rule.level == expected, rule.key


def test_the_adult_questions_stand_in_order(library: Library) -> None:
    assert [question.id for question in library.questions.questionnaires["adult"].questions] == ADULT.split()


@pytest.mark.parametrize("name", ["adult", "youth"])
def test_what_stays_on_the_screen_is_marked(library: Library, name: str) -> None:
    questionnaire = library.questions.questionnaires[name]
    assert set(questionnaire.sensitive) == SENSITIVE[name]
    options = {(q.id, o.id) for q in questionnaire.questions for o in q.options if o.sensitive and not q.sensitive}
    assert options == ({("burden", "hopeless")} if name == "youth" else set())


def test_the_cuts_are_read_from_the_data(library: Library) -> None:
    """Other cuts in the data give another level: no number stands in the code."""
    questionnaire = library.questions.questionnaires["adult"]
    best = {question.id: question.options[0].id for question in questionnaire.questions if question.kind == "one"}
    raw = best | {"unpaid_now": ["nothing"], "letters": ["nothing"], "happened": ["nothing"], "answered": "paid"}
    walked = journey(questionnaire, Answers.parse(questionnaire, raw | {"burden": "some"}))
    book = library.questions.book
    assert assess(book, walked).level == 1
    for cuts, level in ((Cuts(two=1, three=2), 2), (Cuts(two=0, three=1), 3)):
        assert assess(book.model_copy(update={"cuts": {**book.cuts, "adult": cuts}}), walked).level == level


def test_no_threshold_stands_in_the_code() -> None:
    for name in ("assess.py", "journey.py", "answers.py", "conditions.py"):
        code = re.sub(r'"""[\s\S]*?"""|#.*', "", (ROOT / "questionnaire" / name).read_text(encoding="utf-8"))
        numbers = set(re.findall(r"(?<![\w.])\d+", code)) - {"0", "1", "2", "3"}
        assert not numbers, f"{name}: {numbers}"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("money_lasts", "sometimes"),
        ("money_lasts", ["always"]),
        ("money_lasts", None),
        ("money_lasts", 1),
        ("letters", "reminder"),
        ("letters", []),
        ("letters", ["reminder", 1]),
        ("letters", ["nothing", "reminder"]),
        ("letters", ["skip"]),
        ("salary", "high"),
    ],
)
def test_an_answer_that_the_questionnaire_does_not_know_is_refused(
    library: Library, question: str, value: object
) -> None:
    with pytest.raises(InvalidAnswer) as refused:
        Answers.parse(library.questions.questionnaires["adult"], {question: value})
    assert refused.value.question == question


def test_answers_come_back_as_they_were_given(library: Library) -> None:
    questionnaire = library.questions.questionnaires["adult"]
    raw = {"money_lasts": "always", "letters": ["court", "reminder"], "unpaid_now": "skip", "burden": "skip"}
    answers = Answers.parse(questionnaire, raw)
    assert answers.plain(questionnaire) == raw | {"letters": ["reminder", "court"]}
    assert set(answers.only(["burden"])) == {"burden"}


def test_the_next_question_is_found_also_from_one_that_fell_away(library: Library) -> None:
    questionnaire = library.questions.questionnaires["adult"]
    with_letter = journey(questionnaire, Answers.parse(questionnaire, {"letters": ["court"]}))
    without = journey(questionnaire, Answers.parse(questionnaire, {"letters": ["reminder"]}))
    assert (with_letter.after("letters"), with_letter.before("mail")) == ("answered", "claim_right")
    assert (without.after("answered"), without.before("mail"), without.position("answered")) == (
        "mail",
        "letters",
        None,
    )
    assert (without.before("money_lasts"), without.after("gambling")) == (None, None)
    assert replace(without, steps=()).first_open is None
