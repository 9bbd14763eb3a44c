"""The case format: a case as JSON in, a report as JSON out; `docs/case-format.md` describes it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from calculator.given import Given
from calculator.household import Household
from calculator.inputs import BudgetInput, Day, Fault, InputError, faults_of
from calculator.reader import CalculatorContent
from calculator.rules import budget_sums, figure_used, protected_sums, standard_sums
from content.money import MOST_TYPED, plain
from content.text import Text
from questionnaire.answers import Answers, InvalidAnswer, checked
from questionnaire.assess import Ground
from questionnaire.model import Questionnaire
from report.build import Report
from report.case import Case, QuestionnaireName, fitting_questionnaire, may_answer
from report.case_debts import DebtInputs, debts_given, debts_json
from report.case_letters import LetterDates, letter_dates
from report.library import Library
from report.step import Step

Json = dict[str, Any]
Spoken = Callable[[Text], str]


class CaseInput(Given):
    """One case. Everything but `answers` may be left out, and so may any answer."""

    day: Day | None = None
    language: str = "sv"
    municipality: str | None = None
    questionnaire: Literal["adult", "youth"] | None = None
    age: Annotated[int, Field(ge=0, le=120)] | None = None
    for_: Annotated[Literal["self", "someone", "trying"], Field(alias="for")] = "self"
    answers: dict[str, Any] = Field(default_factory=dict)
    letters_dates: LetterDates = Field(default_factory=dict)
    household: Household | None = None
    budget: BudgetInput | None = None
    debts: DebtInputs = ()


RENAMED = {("letters", "eviction"): "eviction_claim"}
"""Options of earlier editions, and what they are read as: the one that costs least to be wrong about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A case with the day and the language it is asked for; `read_as` names what was read as something else."""

    case: Case
    day: datetime.date
    language: str
    read_as: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """The day and municipality of a case that names none, and the content and languages that it may name."""

    library: Library
    today: datetime.date
    municipality: str
    languages: Collection[str]


def parse_case(raw: object, setting: Setting) -> Asked:
    """The case that a JSON object describes; `InputError` lists everything that is wrong with it."""
    try:
        given = CaseInput.model_validate(raw)
    except ValidationError as error:
        raise InputError(faults_of(error)) from error
    name = given.questionnaire or fitting_questionnaire(given.age)
    municipality = given.municipality or setting.municipality
    questionnaire = setting.library.questions.questionnaires[name]
    raw, read_as = _renamed(given.answers)
    answers, faults = _answers(questionnaire, raw)
    day = given.day or setting.today
    dates, unfit = letter_dates(given.letters_dates, answers, day)
    debts, wrong = debts_given(given.debts, setting.library.calculator.debts)
    faults += unfit + wrong
    faults += _lines(given.budget, setting.library.calculator)
    faults += _place(given, municipality, name, setting)
    if faults:
        raise InputError(tuple(faults))
    case = Case(
        municipality=municipality,
        questionnaire=name,
        age=given.age,
        answers=answers,
        household=given.household,
        budget=given.budget.budget() if given.budget else None,
        letters_dates=dates,
        debts=debts,
        helping=given.for_ == "someone",
    )
    return Asked(case, day, given.language, read_as)


def as_json(report: Report, asked: Asked, spoken: Spoken) -> Json:
    """A report as a JSON object; `spoken` says a word in the language asked for."""
    return {
        "level": report.level,
        "partial": report.partial,
        "headline": report.headline.id if report.headline else None,
        "rules": list(report.rules),
        "flags": list(report.flags),
        "reasons": [_reason(reason, spoken) for reason in report.reasons],
        "first_steps": [_step(step, spoken) for step in report.first_steps],
        "more_steps": [_step(step, spoken) for step in report.more_steps],
        "not_asked": list(report.not_asked),
        "contacts": [
            {
                "id": contact.id,
                "name": spoken(contact.name),
                "phone": report.directory.phone_of(contact),
                "url": contact.url,
            }
            for contact in report.contacts
        ],
        "sums": _sums(report) | debts_json(report.debts),
        "figures": [figure_used(used) for used in report.figures],
        "language": asked.language,
        "day": report.day.isoformat(),
    } | ({"read_as": dict(asked.read_as)} if asked.read_as else {})


def _sums(report: Report) -> Json:
    """Every sum that the report holds, in kronor."""
    sums: Json = {"budget": budget_sums(report.sums)} if report.sums else {}
    if report.reference:
        parts = ("food", "individual", "shared", "total")
        sums["reference_costs"] = {part: plain(getattr(report.reference, part)) for part in parts}
    if report.protected and report.protected.parts:
        kept = [protected_sums(part.amount) | {"whose": part.whose} for part in report.protected.parts]
        sums["protected_amount"] = kept if len(kept) > 1 else kept[0]
    if report.standard:
        sums["minimum_standard"] = standard_sums(report.standard)
    return sums


def faults_as_json(faults: Iterable[Fault]) -> Json:
    """What is wrong with a case, as the answer on its line."""
    return {"error": [{"at": fault.at, "says": fault.says} for fault in faults]}


def case_schema(library: Library) -> Json:
    """The JSON schema of a case, with the questions, their options and the budget's lines of the app's own content."""
    schema = CaseInput.model_json_schema(by_alias=True)
    schema["questionnaires"] = {
        name: {question.id: [*question.by_id, "skip"] for question in questionnaire.questions}
        for name, questionnaire in library.questions.questionnaires.items()
    }
    schema["budget_lines"] = {kind: list(ids) for kind, ids in _ids_by_kind(library.calculator).items()}
    schema["municipalities"] = {code: place.name for code, place in library.advice.municipalities.items()}
    return schema


def _answers(questionnaire: Questionnaire, raw: Mapping[str, object]) -> tuple[Answers, list[Fault]]:
    answers, faults = Answers(), []
    for question_id, value in raw.items():
        question = questionnaire.by_id.get(question_id)
        try:
            if question is None:
                raise InvalidAnswer(question_id, f"is not a question of the questionnaire {questionnaire.id!r}")
            answers = answers.with_(question_id, checked(question, value))
        except InvalidAnswer as error:
            faults.append(Fault(f"answers.{question_id}", str(error)))
    return answers, faults


def _renamed(raw: Mapping[str, object]) -> tuple[dict[str, object], dict[str, str]]:
    """The answers with the options of earlier editions as they are called now, and what was read as what."""
    answers, read_as = dict(raw), {}
    for (question, old), new in RENAMED.items():
        value = answers.get(question)
        options = [value] if isinstance(value, str) else value
        if isinstance(options, list) and old in options:
            answers[question] = [new if option == old else option for option in options]
            read_as[f"{question}.{old}"] = new
    return answers, read_as


def _lines(budget: BudgetInput | None, calculator: CalculatorContent) -> list[Fault]:
    if budget is None:
        return []
    known = _ids_by_kind(calculator)
    faults = []
    for kind, lines in {"income": budget.income, "costs": budget.costs, "debts": budget.debts}.items():
        for place, line in enumerate(lines):
            if line.id not in known[kind]:
                says = f"{line.id!r} is not one of the lines; advise --schema lists them"
                faults.append(Fault(f"budget.{kind}.{place}.id", says))
            if line.amount > MOST_TYPED:
                faults.append(Fault(f"budget.{kind}.{place}.amount", "is more than any month holds"))
    return faults


def _place(given: CaseInput, municipality: str, name: QuestionnaireName, setting: Setting) -> list[Fault]:
    faults = []
    if municipality not in setting.library.advice.municipalities:
        known = ", ".join(setting.library.advice.municipalities)
        faults.append(Fault("municipality", f"there is no file for {municipality!r}; there is {known}"))
    if given.language not in setting.languages:
        faults.append(Fault("language", f"{given.language!r} is not one of {', '.join(setting.languages)}"))
    if not may_answer(name, given.age):
        ages = "18 and older" if name == "adult" else "16 to 25"
        faults.append(Fault("questionnaire", f"the questionnaire {name!r} is for those who are {ages}"))
    return faults


def _ids_by_kind(calculator: CalculatorContent) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {"income": [], "costs": [], "debts": []}
    for line in calculator.group_of:
        kinds[calculator.kind_of(line)].append(line)
    return kinds


def _reason(reason: Ground, spoken: Spoken) -> Json:
    said: Json = {"rule": reason.rule, "text": spoken(reason.text)}
    found = {"answer": reason.question, "option": reason.option}
    return said | {key: value for key, value in found.items() if value}


def _step(step: Step, spoken: Spoken) -> Json:
    said: Json = {"block": step.block.id, "when": step.when, "urgent": step.urgent}
    if step.last_day:
        said["last_day"] = step.last_day.isoformat()
    if step.gone_by:
        said["gone_by"] = True
    said["title"] = spoken(step.title)
    said["text"] = " ".join(spoken(word) for word in (step.text, *step.added))
    if step.say:
        said["say"] = spoken(step.say)
    said["contacts"] = [contact.id for contact in step.contacts]
    if step.letter:
        said["letter"] = step.letter
    if step.form_letters:
        said["form_letters"] = list(step.form_letters)
    return said
