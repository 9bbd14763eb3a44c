"""What a submission is counted as: outcomes and groups, never an answer as it was given, and nothing left open."""

from __future__ import annotations

import pytest

from classroom import households, quiz
from classroom.reader import Classroom
from report.library import Library


@pytest.fixture
def classroom(library: Library) -> Classroom:
    return library.classroom


@pytest.mark.parametrize(
    ("wave", "statement", "answer", "outcome"),
    [
        ("before", "neutral", "true", "right"),
        ("before", "neutral", "false", "wrong"),
        ("before", "neutral", "unsure", "unsure"),
        ("before", "prison", "true", "wrong"),
        ("before", "prison", "false", "right"),
        # the second form says the opposite
        ("after", "neutral", "true", "wrong"),
        ("after", "neutral", "false", "right"),
        ("after", "prison", "true", "right"),
        ("after", "prison", "unsure", "unsure"),
        ("after", "prison", "a postcard", "unsure"),
    ],
)
def test_an_answer_counts_as_right_wrong_or_unsure(
    classroom: Classroom, wave: quiz.Wave, statement: str, answer: str, outcome: str
) -> None:
    counted = list(quiz.choices(classroom.quiz, wave, {statement: answer}, None))

    assert counted == [(f"{wave}.{statement}", outcome)]


@pytest.mark.parametrize(("group", "numbers"), [("low", (0, 1, 2, 3)), ("mid", (4, 5, 6)), ("high", (7, 8, 9, 10))])
def test_a_number_from_0_to_10_counts_in_one_of_three_groups(
    classroom: Classroom, group: str, numbers: tuple[int, ...]
) -> None:
    for number in numbers:
        assert list(quiz.choices(classroom.quiz, "after", {}, number)) == [("after.trust", group)]


def test_what_was_left_open_counts_as_nothing(classroom: Classroom) -> None:
    assert list(quiz.choices(classroom.quiz, "before", {}, None)) == []
    given = {"receipt": "false", "neutral": "", "a_statement_of_nobody": "true"}
    assert list(quiz.choices(classroom.quiz, "before", given, 0)) == [
        ("before.receipt", "right"),
        ("before.trust", "low"),
    ]


def test_a_whole_form_counts_each_statement_and_the_trust(classroom: Classroom) -> None:
    answers = {one.id: "true" for one in classroom.quiz.statements}

    counted = list(quiz.choices(classroom.quiz, "before", answers, 7))

    true = [one.answer for one in classroom.quiz.statements].count("true")
    assert [option for _, option in counted].count("right") == true
    assert [option for _, option in counted].count("wrong") == len(answers) - true
    assert len({question for question, _ in counted}) == len(answers) + 1


def test_of_a_household_the_three_choices_are_counted_and_no_amount(classroom: Classroom) -> None:
    maria = classroom.by_id["maria"]
    chosen = {"first_step": "call_landlord", "contact": "social_services", "clock": "none", "clothes": "200"}

    assert list(households.choices(maria, chosen)) == [
        ("maria.first_step", "call_landlord"),
        ("maria.contact", "social_services"),
        ("maria.clock", "none"),
    ]


def test_an_option_of_another_household_is_not_counted(classroom: Classroom) -> None:
    maria = classroom.by_id["maria"]

    assert list(households.choices(maria, {"first_step": "contest", "contact": "", "clock": "rent_reminder"})) == [
        ("maria.clock", "rent_reminder")
    ]
    assert list(households.choices(maria, {})) == []
