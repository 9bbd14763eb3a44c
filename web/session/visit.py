"""A visit in the browser as a case of the report, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flask import current_app
from pydantic import ValidationError

from calculator.budget import Budget, Line
from calculator.household import Household
from calculator.reader import CalculatorContent
from questionnaire.answers import Answers, InvalidAnswer, checked
from questionnaire.journey import Journey
from questionnaire.model import Questionnaire
from report.case import Case, QuestionnaireName, fitting_questionnaire
from report.situation import walk
from web.extensions import library
from web.session.cookie import Visit
from web.session.letter_dates import dates_of
from web.settings import Settings

AGES = {"u16": 15, "16_17": 16, "18_25": 18, "26plus": 26}
"""Age group → the lowest age in it that the rules tell apart (under 16 stands for all below)."""
SOMEONE = "someone"


def questionnaire_of(visit: Visit) -> Questionnaire:
    """The questionnaire that this visit answers."""
    return library().questions.questionnaires[_name(visit)]


def journey_of(visit: Visit) -> Journey:
    """The questions on this visit's path."""
    return walk(questionnaire_of(visit), case_of(visit))


def case_of(visit: Visit) -> Case:
    """The case; what no longer fits the content, after an update in the middle of a visit, falls away."""
    settings: Settings = current_app.extensions["itid_settings"]
    answers = answers_of(visit)
    letters = answers.chosen.get("letters", ())
    return Case(
        municipality=settings.municipality,
        questionnaire=_name(visit),
        age=AGES.get(visit.age_group),
        answers=answers,
        household=household_of(visit),
        budget=budget_of(visit, library().calculator),
        letters_dates={letter: given for letter, given in dates_of(visit).items() if letter in letters},
        helping=visit.role == SOMEONE,
        checked=bool(visit.answers),
    )


def answers_of(visit: Visit) -> Answers:
    """The answers that the questionnaire still knows."""
    questionnaire, answers = library().questions.questionnaires[_name(visit)], Answers()
    for question_id, value in visit.answers.items():
        question = questionnaire.by_id.get(question_id)
        try:
            answers = answers.with_(question_id, checked(question, value)) if question else answers
        except InvalidAnswer:
            continue
    return answers


def with_answers(visit: Visit, answers: Answers) -> Visit:
    """The visit with these answers on its path; what is no longer on the path falls away."""
    questionnaire = questionnaire_of(visit)
    case = replace(case_of(visit), answers=answers)
    kept = answers.only(walk(questionnaire, case).given)
    return replace(visit, answers=kept.plain(questionnaire))


def household_of(visit: Visit) -> Household | None:
    """The household, where one was given."""
    try:
        return Household.model_validate(visit.household) if visit.household else None
    except ValidationError:
        return None


def budget_of(visit: Visit, calculator: CalculatorContent) -> Budget | None:
    """The budget, where an amount was given."""
    lines: dict[str, list[Line]] = {"income": [], "costs": [], "debts": []}
    for line_id, (amount, period, about) in visit.budget.items():
        if line_id in calculator.group_of:
            lines[calculator.kind_of(line_id)].append(Line(line_id, amount, period, bool(about)))
    return Budget(*(tuple(lines[kind]) for kind in ("income", "costs", "debts"))) if visit.budget else None


def _name(visit: Visit) -> QuestionnaireName:
    named: Mapping[str, QuestionnaireName] = {"adult": "adult", "youth": "youth"}
    return named.get(visit.questionnaire) or fitting_questionnaire(AGES.get(visit.age_group))
