"""Reads the questions and the rules, and checks them against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from content.files import read, read_folder
from content.problems import Problems
from questionnaire.assess import FACTS
from questionnaire.model import NOT_ASKED, SKIP, Question, Questionnaire, Rule, RuleBook

FOLDER = Path(__file__).parent
RESERVED = ("svar", "fragor")
"""A question's id is the end of its address; these are pages that stand beside the questions."""
NAMES: tuple[Literal["adult", "youth"], ...] = ("adult", "youth")


@dataclass(frozen=True, slots=True)
class Questions:
    """The questionnaires by name, and the book of rules they share."""

    questionnaires: Mapping[str, Questionnaire]
    book: RuleBook

    def options_of(self, question: str) -> set[str]:
        """Every option that any questionnaire has for it, `skip` and `not_asked`; empty where none asks it."""
        asked = [one.by_id[question] for one in self.questionnaires.values() if question in one.by_id]
        return {option for found in asked for option in found.by_id} | ({SKIP, NOT_ASKED} if asked else set())

    def has_reason(self, question: str, option: str) -> bool:
        """Whether the option says how it is named as a reason, wherever it can be chosen."""
        asked = [one.by_id[question] for one in self.questionnaires.values() if question in one.by_id]
        return all(found.by_id[option].because for found in asked if option in found.by_id)


def read_questions(problems: Problems, folder: Path = FOLDER) -> Questions | None:
    """All questions and rules; None when they cannot be read. Every fault is added to `problems`."""
    found: dict[str, Questionnaire] = {name: _questionnaire(name, folder, problems) for name in NAMES}
    book = read(folder / "rules.toml", RuleBook, "rules", problems)
    if book is None:
        return None
    questions = Questions(found, book)
    _check_rules(questions, folder / "rules.toml", problems)
    return questions


def _questionnaire(name: Literal["adult", "youth"], folder: Path, problems: Problems) -> Questionnaire:
    files = read_folder(folder / name, Question, name, problems)
    earlier: dict[str, Question] = {}
    for path, question in files:
        _check_question(question, earlier, path, problems)
        earlier[question.id] = question
    return Questionnaire(id=name, questions=tuple(question for _, question in files))


def _check_question(question: Question, earlier: Mapping[str, Question], path: Path, problems: Problems) -> None:
    if question.id in earlier:
        problems.add(path, "id", f"{question.id!r} is already asked", "give the question an id of its own")
    if question.id in RESERVED:
        problems.add(path, "id", f"{question.id!r} is the address of another page", "give the question another id")
    _check_options(question, path, problems)
    for asked, option_id in question.when.mentions() if question.when else ():
        known = earlier.get(asked)
        if known is None:
            problems.add(path, f"when.{asked}", "no earlier question has this id", "name a question that comes before")
        elif option_id != SKIP and option_id not in known.by_id:
            problems.add(path, f"when.{asked}", f"{option_id!r} is not an option of it", "name one of its options")


def _check_options(question: Question, path: Path, problems: Problems) -> None:
    if SKIP in question.by_id:
        problems.add(path, "options", f"{SKIP!r} belongs to every question already", "take the option away")
    if len(question.by_id) != len(question.options):
        problems.add(path, "options", "two options have the same id", "give each option an id of its own")
    if question.kind == "many" and question.alone not in question.by_id:
        problems.add(path, "alone", f"{question.alone!r} is not an option", "name the option that stands alone")
    for option in question.options:
        if option.points and option.because is None:
            key, mend = f"options.{option.id}.because", "an answer with points needs a reason to show"
            problems.add(path, key, "is missing", mend)
    _check_drawings(question, path, problems)


def _check_drawings(question: Question, path: Path, problems: Problems) -> None:
    """Each option stands behind exactly one drawing, and one with several tells them apart."""
    behind = [option for drawing in question.drawings for option in drawing.options]
    if question.drawings and sorted(behind) != sorted(question.by_id):
        problems.add(path, "drawings", "the options behind them are not those of the question, each once", "mend them")
    for drawing in question.drawings:
        chosen = {option for choice in drawing.choices for option in choice.options}
        known = set(drawing.options)
        if len(known) > 1 and (chosen != known or drawing.unknown not in known or drawing.follow_up is None):
            mend = "give `follow_up`, `choices` that reach every option, and `unknown`"
            problems.add(path, f"drawings.{drawing.id}", "does not tell its options apart", mend)


def _check_rules(questions: Questions, path: Path, problems: Problems) -> None:
    keys: set[str] = set()
    sources = {source.id for source in questions.book.sources}
    for rule in questions.book.rules:
        if rule.key in keys:
            problems.add(path, rule.key, "stands twice", "give the rule an id or a part of its own")
        keys.add(rule.key)
        _check_rule(rule, questions, sources, path, problems)


def _check_rule(rule: Rule, questions: Questions, sources: set[str], path: Path, problems: Problems) -> None:
    for asked, option in rule.when.mentions():
        if option not in questions.options_of(asked):
            problems.add(path, f"{rule.key}.when.{asked}", f"no question has the option {option!r}", "mend the id")
    _check_reasons(rule, questions, path, problems)
    for fact in rule.when.facts:
        if fact not in FACTS:
            problems.add(path, f"{rule.key}.when.facts", f"{fact!r} is not a known fact", f"one of {', '.join(FACTS)}")
    for source in rule.sources:
        if source not in sources:
            problems.add(path, f"{rule.key}.sources", f"{source!r} is not in the list of sources", "add it to the list")


def _check_reasons(rule: Rule, questions: Questions, path: Path, problems: Problems) -> None:
    """A reason is the sentence of the option that was chosen; a rule that the budget fires has one of its own."""
    if rule.when.facts and rule.because is None:
        problems.add(path, rule.key, "has no `because`", "a rule of the budget says its reason itself")
    for asked, option in rule.when.mentions():
        known = option in questions.options_of(asked) and option not in (SKIP, NOT_ASKED)
        if known and not questions.has_reason(asked, option):
            problems.add(path, f"{rule.key}.when.{asked}", f"{option!r} has no `because`", "say how it is a reason")
