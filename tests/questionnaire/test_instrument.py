"""Points, cuts and the order of the rules are what the instrument says, and are read from the data."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from questionnaire.answers import Answers, InvalidAnswer
from questionnaire.assess import assess, most_points
from questionnaire.journey import journey
from questionnaire.model import Cuts
from report.library import Library

ROOT = Path(__file__).resolve().parents[2]
ORDER = """
O9 O8 O7 O10 O2 O11 O14 O7 O1 O5 O4 O3 O12 O13 O6
F1 F2 F3 F4 F5 F6 F7 F8
G1 G2 G3 G4 G5 G6 G7 G8 G9 G10 G11 G12 G13 G14
M1 M2
"""
QUICK = {
    "adult": "letters answered claim_right unpaid_now money_lasts happened feeling",
    "youth": "letters answered claim_right unpaid_now money_lasts asked_account name_used burden",
}
REST = {
    "adult": """
        months_late mail essentials_on_credit new_debt_for_old credits repay_share burden buffer shock
        overview gambling special
    """,
    "youth": "living months_late credits new_debt_for_old essentials_on_credit mail gambling support overview special",
}
SENSITIVE = {
    "adult": {"happened", "feeling", "gambling"},
    "youth": {"asked_account", "name_used", "gambling", "burden"},
}
"""With `special = someone_gambles`, which is one sensitive option of a question that is not."""


def test_the_most_points(library: Library) -> None:
    most = {name: most_points(one.questions) for name, one in library.questions.questionnaires.items()}
    assert most == {"adult": 34, "youth": 25}


def test_the_cuts(library: Library) -> None:
    cuts = library.questions.book.cuts
    assert cuts == {"adult": Cuts(two=5, three=12), "youth": Cuts(two=4, three=9)}
    assert library.questions.book.cuts_note.swedish, "that they are provisional stands with them"


def test_the_rules_stand_in_the_order_they_are_shown(library: Library) -> None:
    """A rule in several parts that stand together is counted once."""
    codes = [code for code, _rules in groupby(rule.code for rule in library.questions.book.rules)]
    assert codes == ORDER.split()


def test_every_rule_has_the_level_of_its_letter(library: Library) -> None:
    levels = {"O": 4, "F": 3, "G": 2}
    for rule in library.questions.book.rules:
        expected = {"M1": 3, "M2": 2}.get(rule.code) or levels[rule.code[0]]
        assert rule.level == expected, rule.key


@pytest.mark.parametrize("name", ["adult", "youth"])
def test_the_questions_stand_in_order_the_quick_part_first(library: Library, name: str) -> None:
    questions = library.questions.questionnaires[name].questions
    assert [(one.id, one.part) for one in questions] == [
        *((one, "quick") for one in QUICK[name].split()),
        *((one, "rest") for one in REST[name].split()),
    ]


def test_eleven_drawings_stand_for_all_letters(library: Library) -> None:
    for questionnaire in library.questions.questionnaires.values():
        letters = questionnaire.by_id["letters"]
        assert [one.id for one in letters.drawings] == (
            "unopened kronofogden_asks kronofogden_demands kronofogden_takes may_have_to_move bank_notice court "
            "power_cut collection reminder nothing"
        ).split()
        unknown = {one.id: one.unknown for one in letters.drawings if one.unknown}
        assert unknown == {
            "kronofogden_demands": "decided_debt", "kronofogden_takes": "seizure", "may_have_to_move": "eviction_claim",
        }  # fmt: skip


@pytest.mark.parametrize("name", ["adult", "youth"])
def test_what_stays_on_the_screen_is_marked(library: Library, name: str) -> None:
    questionnaire = library.questions.questionnaires[name]
    assert set(questionnaire.sensitive) == SENSITIVE[name]
    options = {(q.id, o.id) for q in questionnaire.questions for o in q.options if o.sensitive and not q.sensitive}
    assert options == {("special", "someone_gambles")}


def test_the_cuts_are_read_from_the_data(library: Library) -> None:
    """Other cuts in the data give another level: no number stands in the code."""
    questionnaire = library.questions.questionnaires["adult"]
    questions = questionnaire.questions
    raw = {one.id: [one.best.id] if one.kind == "many" else one.best.id for one in questions}
    walked = journey(questionnaire, Answers.parse(questionnaire, raw | {"burden": "some"}))
    book = library.questions.book
    assert assess(book, walked).level == 1
    for cuts, level in ((Cuts(two=1, three=2), 2), (Cuts(two=0, three=1), 3)):
        assert assess(book.model_copy(update={"cuts": {**book.cuts, "adult": cuts}}), walked).level == level


def test_no_threshold_stands_in_the_code() -> None:
    for name in ("assess.py", "journey.py", "answers.py", "conditions.py"):
        code = re.sub(r'"""[\s\S]*?"""|#.*', "", (ROOT / "questionnaire" / name).read_text(encoding="utf-8"))
        numbers = set(re.findall(r"(?<![\w.])\d+", code)) - {"0", "1", "2", "3", "4"}
        assert not numbers, f"{name}: {numbers}"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("money_lasts", "sometimes"),
        ("money_lasts", ["always"]),
        ("money_lasts", None),
        ("money_lasts", 1),
        ("letters", "letter"),
        ("letters", ["eviction"]),
        ("special", ["nothing", "abroad"]),
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
    assert answers.plain(questionnaire) == raw | {"letters": ["court", "reminder"]}
    assert Answers.parse(questionnaire, {"letters": "court"}).plain(questionnaire) == {"letters": ["court"]}
    assert set(answers.only(["burden"])) == {"burden"}


def test_the_next_question_is_found_also_from_one_that_fell_away(library: Library) -> None:
    questionnaire = library.questions.questionnaires["adult"]
    with_letter = journey(questionnaire, Answers.parse(questionnaire, {"letters": ["court"]}))
    without = journey(questionnaire, Answers.parse(questionnaire, {"letters": ["reminder"]}))
    assert (with_letter.after("letters"), with_letter.before("unpaid_now")) == ("answered", "claim_right")
    assert (without.after("answered"), without.before("unpaid_now"), without.position("answered")) == (
        "unpaid_now",
        "letters",
        None,
    )
    assert (without.before("letters"), without.after("special")) == (None, None)
    assert replace(without, steps=()).first_open is None


def test_a_quick_question_without_an_answer_is_skipped_and_one_of_the_rest_is_not_asked(library: Library) -> None:
    questionnaire = library.questions.questionnaires["adult"]
    walked = journey(questionnaire, Answers.parse(questionnaire, {"letters": ["court"], "mail": "skip"}))
    assert walked.given["unpaid_now"] == {"skip"} and walked.given["months_late"] == {"not_asked"}
    assert walked.partial and not walked.quick_is_done
    asked = [one.id for one in questionnaire.questions if one.when is None or one.id in ("answered", "claim_right")]
    assert list(walked.not_asked) == [one for one in asked if one not in ("letters", "mail")]


def test_the_answers_that_leave_the_screen_are_the_best_ones(library: Library) -> None:
    questionnaire = library.questions.questionnaires["adult"]
    given = {"letters": ["court"], "happened": ["threatened"], "special": ["someone_gambles", "abroad"], "mail": "skip"}
    answers = Answers.parse(questionnaire, given)
    best = {"happened": ["nothing"], "feeling": "ok", "gambling": "no", "special": ["abroad"]}
    assert answers.public(questionnaire).plain(questionnaire) == given | best
    written = answers.without_sensitive(questionnaire).plain(questionnaire)
    assert written == {"letters": ["court"], "mail": "skip", "special": ["abroad"]}
    alone = Answers.parse(questionnaire, {"special": ["someone_gambles"]})
    assert alone.without_sensitive(questionnaire).plain(questionnaire) == {"special": ["nothing"]}
