"""A report is built from answers, budget and household; each part also stands alone."""

from __future__ import annotations

import datetime

import pytest

from calculator.budget import Budget, Line
from calculator.household import Adult, Child, Household
from questionnaire.answers import Answers
from report.build import Report, build_report
from report.case import Case, fitting_questionnaire, may_answer
from report.library import Library

DAY = datetime.date(2026, 11, 23)


def report(library: Library, case: Case) -> Report:
    return build_report(library, case, DAY)


def budget(income: int, costs: int, debts: int) -> Budget:
    lines = zip(("pay", "rent", "card"), (income, costs, debts), strict=True)
    return Budget(*((Line(name, kronor * 100, "month"),) for name, kronor in lines))


@pytest.mark.parametrize(("age", "name"), [(None, "adult"), (16, "youth"), (25, "youth"), (26, "adult"), (90, "adult")])
def test_which_questionnaire_an_age_gets(age: int | None, name: str) -> None:
    assert fitting_questionnaire(age) == name


@pytest.mark.parametrize(
    ("name", "age", "may"),
    [("adult", 17, False), ("adult", 18, True), ("youth", 16, True), ("youth", 25, True), ("youth", 26, False)],
)
def test_who_may_answer_which(name: str, age: int, may: bool) -> None:
    assert may_answer(name, age) is may  # type: ignore[arg-type]


def test_under_16_there_is_no_level_but_there_is_somebody_to_talk_to(library: Library) -> None:
    answers = Answers.parse(library.questions.questionnaires["youth"], {"money_lasts": "no_food"})
    made = report(library, Case("0127", "youth", 15, answers))
    assert (made.level, made.rules, made.reasons, made.steps) == (None, (), (), ())
    assert made.headline is not None and made.headline.id == "under_16"
    assert "bris" in {contact.id for contact in made.contacts}


def test_a_budget_alone_gives_sums_and_no_level(library: Library) -> None:
    made = report(library, Case("0127", checked=False, budget=budget(20_000, 15_000, 1_000)))
    assert (made.level, made.headline, made.partial, made.rules, made.questions) == (None, None, False, (), ())
    assert made.sums is not None and made.sums.left_after_debts == 4_000_00


@pytest.mark.parametrize(
    ("debts", "answered", "counts"),
    [
        (999, "unknown", "unknown"),
        (1_000, "none", "10to25"),
        (2_500, "none", "25to50"),
        (5_000, "none", "25to50"),
        (5_001, "none", "gt50"),
        (5_001, "skip", "gt50"),
        (100, "gt50", "gt50"),
        (100, "unknown", "unknown"),
        (2_500, "unknown", "25to50"),
    ],
)
def test_the_worse_of_answer_and_budget_counts(library: Library, debts: int, answered: str, counts: str) -> None:
    answers = Answers.parse(library.questions.questionnaires["adult"], {"repay_share": answered})
    made = report(library, Case("0127", answers=answers, budget=budget(10_000, 1_000, debts)))
    chosen = {question.id: [option.id for option in options] for question, options in made.questions}
    assert chosen["repay_share"] == [counts]


def test_a_report_names_the_figures_it_rests_on(library: Library) -> None:
    household = Household(adults=(Adult(age=38),), children=(Child(age=6, lunch_away=True),), tenant=True)
    made = report(library, Case("0127", household=household, checked=False))
    assert made.reference is not None and made.figures
    assert all(used.dated.value.source and used.dated.state == "valid" for used in made.figures)


def test_a_day_without_values_says_so(library: Library) -> None:
    household = Household(adults=(Adult(age=38),), tenant=True)
    case = Case("0127", household=household, checked=False)
    assert {used.dated.state for used in build_report(library, case, datetime.date(2035, 1, 1)).figures} == {"ended"}
    assert build_report(library, case, datetime.date(1990, 1, 1)).reference is None


def test_a_report_is_the_same_each_time(library: Library) -> None:
    answers = Answers.parse(library.questions.questionnaires["adult"], {"letters": ["court"], "burden": "heavy"})
    case = Case("0127", answers=answers, budget=budget(10_000, 11_000, 500))
    assert report(library, case) == report(library, case)
    assert hash(report(library, case).rules)


@pytest.mark.parametrize(("day", "shown"), [("2026-12-31", True), ("2027-01-01", False)])
def test_a_national_standard_that_has_ended_is_not_carried_on(library: Library, day: str, shown: bool) -> None:
    """The rules of income support are new from 2027: an old standard would be no yardstick."""
    household = Household(adults=(Adult(age=38),), tenant=True)
    answers = Answers.parse(library.questions.questionnaires["adult"], {"money_lasts": "no_food"})
    case = Case("0127", answers=answers, household=household, budget=budget(5_000, 6_000, 0))
    made = build_report(library, case, datetime.date.fromisoformat(day))
    assert (made.standard is not None) is shown


def test_the_age_of_the_one_it_is_about_may_come_from_the_household() -> None:
    couple = Household(adults=(Adult(age=40, role="partner"), Adult(age=68, role="me")), tenant=True)
    assert Case("0127", age=26, household=couple).age_of_me == 68
    assert Case("0127", age=26).age_of_me == 26


def test_help_with_income_is_never_urgent_even_beside_an_unpaid_rent(library: Library) -> None:
    answers = Answers.parse(library.questions.questionnaires["adult"], {"unpaid_now": ["rent"], "letters": ["nothing"]})
    steps = {step.block.id: step for step in report(library, Case("0127", answers=answers)).steps}
    assert steps["B13"].urgent and not steps["B09"].urgent
