"""A visit in the browser as a case of the report, and back."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from flask import current_app

from calculator.budget import Budget, Line
from calculator.quick import giving_way
from calculator.reader import CalculatorContent
from questionnaire.answers import Answers
from questionnaire.journey import Journey
from questionnaire.model import Questionnaire
from report.case import Case
from report.situation import walk
from web.extensions import library
from web.session.reader import answers_in, name_of
from web.session.visit import AGES, SOMEONE, Visit
from web.settings import Settings


def questionnaire_of(visit: Visit) -> Questionnaire:
    """The questionnaire that this visit answers."""
    return library().questions.questionnaires[name_of(visit)]


def journey_of(visit: Visit) -> Journey:
    """The questions on this visit's path."""
    return walk(questionnaire_of(visit), case_of(visit))


def case_of(visit: Visit) -> Case:
    """Everything that a report is built from."""
    settings: Settings = current_app.extensions["itid_settings"]
    answers = answers_of(visit)
    letters = answers.chosen.get("letters", ())
    return Case(
        municipality=settings.municipality,
        questionnaire=name_of(visit),
        age=AGES.get(visit.age_group),
        answers=answers,
        household=visit.household,
        budget=budget_of(visit, library().calculator),
        letters_dates={letter: given for letter, given in visit.letters_dates.items() if letter in letters},
        debts=visit.debts,
        helping=visit.role == SOMEONE,
        checked=bool(visit.answers),
    )


def answers_of(visit: Visit) -> Answers:
    """The answers that the visit's questionnaire knows."""
    return Answers(MappingProxyType(dict(answers_in(questionnaire_of(visit), visit.answers))))


def with_answers(visit: Visit, answers: Answers) -> Visit:
    """The visit with these answers on its path; what is no longer on the path falls away."""
    questionnaire = questionnaire_of(visit)
    case = replace(case_of(visit), answers=answers)
    kept = answers.only(walk(questionnaire, case).given)
    return replace(visit, answers=kept.plain(questionnaire))


def picked_letters(visit: Visit) -> list[str]:
    """The options of the question about letters that were chosen at the letter door."""
    ticked = {name for name, note in visit.letters.items() if note.in_check}
    return [one.option for one in library().door.letters if one.option and one.id in ticked]


def budget_of(visit: Visit, calculator: CalculatorContent) -> Budget | None:
    """The budget, where an amount was given; a sum of lines that are given themselves is not counted."""
    lines: dict[str, list[Line]] = {"income": [], "costs": [], "debts": []}
    uncounted = giving_way(visit.budget, calculator.quick.rows, calculator.group_of)
    for line_id, entry in visit.budget.items():
        if line_id not in uncounted:
            lines[calculator.kind_of(line_id)].append(entry.as_line)
    return Budget(*(tuple(lines[kind]) for kind in ("income", "costs", "debts"))) if visit.budget else None
