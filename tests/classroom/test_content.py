"""The households, the quiz and the lesson as they are written: the sums that are told to a class, and what is whole."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from classroom import households, quiz
from classroom.model import Choice, ClassHousehold, Statement
from classroom.reader import Classroom
from content.text import words_of
from report.library import Library, load_library

CLASSROOM: Classroom = load_library().classroom
HOUSEHOLDS = CLASSROOM.households
CHOICES = [
    pytest.param(choice, id=f"{one.id}-{choice.id}")
    for one in HOUSEHOLDS
    for choice in (one.first_step, one.contact, one.clock)
]
MUST_KEEP = {
    *("rent", "home_loan", "electricity", "heating_and_electricity", "home_insurance", "house_insurance"),
    *("food", "medicine", "dentist", "unemployment_fund", "unemployment_fund_and_union"),
}
"""Home, power, food, medicine, the home's insurance, the unemployment fund."""
TRUE = {
    "neutral", "remark_who", "keep_amount", "eviction_who", "advice_free", "loan_in_my_name",
}  # fmt: skip
FALSE = {"receipt", "remark_at_once", "furniture", "prison", "police_collect", "lend_account"}


@pytest.mark.parametrize(
    ("name", "income_costs_debts", "left_before_and_after", "share"),
    [
        ("samira", (16800, 14400, 0), (2400, 2400), "0"),
        ("elias", (3150, 2288, 760), (862, 102), "24.1"),
        ("lena_johan", (56950, 48850, 8950), (8100, -850), "15.7"),
        ("maria", (28050, 25160, 2550), (2890, 340), "9.1"),
        ("ahmed", (15900, 14200, 600), (1700, 1100), "3.8"),
        ("goran", (17600, 16620, 0), (980, 980), "0"),
    ],
)
def test_the_sums_are_those_told_to_the_class(
    name: str, income_costs_debts: tuple[int, int, int], left_before_and_after: tuple[int, int], share: str
) -> None:
    month = households.month(CLASSROOM.by_id[name])

    assert (month.income, month.costs, month.debts) == income_costs_debts
    assert (month.left_before_debts, month.left_after_debts) == left_before_and_after
    assert month.debt_share_percent == Decimal(share)


@pytest.mark.parametrize(
    ("name", "tried", "left_before", "left_after", "share"),
    [
        ("elias", {"gym": 0, "eating_out": 200}, 862 + 299 + 400, 102 + 299 + 400, "24.1"),
        ("elias", {"pay_later_shoes": 100}, 862, 102 + 150, "19.4"),
        ("lena_johan", {"car": Decimal("2349.50")}, Decimal("8950.50"), Decimal("0.50"), "15.7"),
        ("maria", {"housing_allowance": 2000, "clothes": 3000}, 2890 - 400 - 1500, 340 - 400 - 1500, "9.2"),
        ("goran", {"a_line_of_nobody": 5000}, 980, 980, "0"),
    ],
)
def test_another_amount_that_is_tried_changes_the_month(
    name: str, tried: dict[str, Decimal], left_before: Decimal, left_after: Decimal, share: str
) -> None:
    month = households.month(CLASSROOM.by_id[name], tried)

    assert (month.left_before_debts, month.left_after_debts) == (left_before, left_after)
    assert month.debt_share_percent == Decimal(share)


def test_the_six_households_stand_in_the_order_of_the_groups() -> None:
    assert [one.id for one in HOUSEHOLDS] == ["samira", "elias", "lena_johan", "maria", "ahmed", "goran"]


@pytest.mark.parametrize("one", HOUSEHOLDS, ids=lambda one: one.id)
def test_what_a_home_cannot_do_without_must_be_kept_and_other_things_can_be_tried(one: ClassHousehold) -> None:
    kept = {line.id for line in households.must_keep(one)}
    tried = {line.id for line in households.changeable(one)}

    assert MUST_KEEP & {line.id for line in one.costs} <= kept
    assert len(tried) >= 3
    assert not tried & kept


@pytest.mark.parametrize("choice", CHOICES)
def test_every_choice_has_one_best_answer_and_a_reason_for_each(choice: Choice) -> None:
    assert len([option for option in choice.options if option.best]) == 1
    feedback = [option.feedback.swedish for option in choice.options]
    # a word and its reason, not "right" or "wrong"
    assert all(len(words.split()) >= 8 for words in feedback), feedback
    assert len(set(feedback)) == len({option.text.swedish for option in choice.options}) == len(choice.options)
    assert not any("fel svar" in words.lower() for words in feedback)


@pytest.mark.parametrize(
    ("name", "best"),
    [
        ("samira", ("carry_on", "landlord", "none")),
        ("elias", ("call_company", "shop", "reminder")),
        ("lena_johan", ("plan_three_months", "debt_adviser", "none")),
        ("maria", ("call_landlord", "landlord", "rent_reminder")),
        ("ahmed", ("book_adviser", "debt_adviser", "none_but_tell")),
        ("goran", ("contest", "kronofogden", "payment_order")),
    ],
)
def test_the_key_of_the_households(name: str, best: tuple[str, str, str]) -> None:
    one = CLASSROOM.by_id[name]
    choices = (one.first_step, one.contact, one.clock)

    assert tuple(option.id for choice in choices for option in choice.options if option.best) == best


def test_the_letters_that_have_come_are_letters_of_the_guide(library: Library) -> None:
    come = {one.id: [letter.letter for letter in one.on_table] for one in HOUSEHOLDS if one.on_table}

    assert come == {
        "elias": ["reminder"],
        "maria": ["reminder"],
        "ahmed": ["attachment"],
        "goran": ["payment_order"],
    }
    assert {letter for letters in come.values() for letter in letters} <= {one.id for one in library.door.letters}


@pytest.mark.parametrize("one", CLASSROOM.quiz.statements, ids=lambda one: one.id)
def test_a_statement_has_two_forms_with_opposite_answers(one: Statement) -> None:
    forms = {wave: {asked.statement.id: asked for asked in quiz.asked(CLASSROOM.quiz, wave)} for wave in quiz.WAVES}
    before, after = forms["before"][one.id], forms["after"][one.id]

    assert before.true is (one.id in TRUE)
    assert after.true is (one.id in FALSE)
    assert before.text.swedish != after.text.swedish


@pytest.mark.parametrize("wave", quiz.WAVES)
def test_each_form_asks_all_of_which_half_are_true(wave: quiz.Wave) -> None:
    asked = quiz.asked(CLASSROOM.quiz, wave)
    count = Counter(one.true for one in asked)

    assert sorted(one.statement.id for one in asked) == sorted(TRUE | FALSE)
    assert count == {wave == "before": len(TRUE), wave == "after": len(FALSE)}
    assert abs(count[True] - count[False]) <= 1, "who always says the same is as often right as wrong"


def test_in_the_second_form_no_statement_stands_where_it_stood() -> None:
    before, after = ([one.statement.id for one in quiz.asked(CLASSROOM.quiz, wave)] for wave in quiz.WAVES)

    assert not [one for one, other in zip(before, after, strict=True) if one == other]


@pytest.mark.parametrize("length", [45, 60, 90])
def test_the_phases_fill_the_lesson(length: int) -> None:
    assert sum(getattr(phase, f"minutes_{length}") for phase in CLASSROOM.lesson.phases) == length


def test_the_lesson_of_an_hour() -> None:
    plan = {phase.id: phase.minutes_60 for phase in CLASSROOM.lesson.phases if phase.minutes_60}

    assert list(plan.items()) == [
        ("welcome", 5),
        ("quiz_before", 7),
        ("reveal", 8),
        ("households", 18),
        ("compare", 7),
        ("quiz_after", 5),
        ("change", 5),
        ("who_to_call", 5),
    ]


def test_every_phase_says_how_it_is_done_without_devices() -> None:
    for phase in CLASSROOM.lesson.phases:
        alike = phase.without_devices.swedish.startswith("Gör likadant")
        assert alike or len(phase.without_devices.swedish.split()) >= 8, phase.id
    on_devices = {"quiz_before", "reveal", "households", "compare", "quiz_after", "change"}
    for phase in CLASSROOM.lesson.phases:
        assert phase.id not in on_devices or not phase.without_devices.swedish.startswith("Gör likadant"), phase.id


@pytest.mark.parametrize("one", HOUSEHOLDS, ids=lambda one: one.id)
def test_no_two_lines_and_no_two_options_have_one_id(one: ClassHousehold) -> None:
    lines = [line.id for line in (*one.income, *one.costs, *one.debts)]

    assert len(set(lines)) == len(lines)
    for choice in (one.first_step, one.contact, one.clock):
        options = [option.id for option in choice.options]
        assert len(set(options)) == len(options), choice.id
    assert [one.first_step.id, one.contact.id, one.clock.id] == ["first_step", "contact", "clock"]


def test_no_two_parts_of_the_lesson_have_one_id() -> None:
    lesson = CLASSROOM.lesson
    ids = [part.id for parts in (lesson.rules, lesson.phases, lesson.hooks, lesson.told) for part in parts]

    assert [name for name, times in Counter(ids).items() if times > 1] == []
    for phase in lesson.phases:
        assert len({point.id for point in phase.questions}) == len(phase.questions), phase.id


def test_every_word_has_a_place_of_its_own_in_the_catalogues() -> None:
    contexts = [text.context for whole in (CLASSROOM.quiz, CLASSROOM.lesson, HOUSEHOLDS) for text in words_of(whole)]

    assert len(contexts) > 300
    assert [context for context, times in Counter(contexts).items() if times > 1 or not context] == []
