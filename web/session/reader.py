"""The one reader of a visit, from a cookie or from a link: what it does not know falls away, and nothing is a fault.

A visit lies in the browser while the app is renewed. What the content no longer knows, a period that was renamed and a
shape of an earlier release never stop a page from opening. `plain` writes what `read_visit` reads.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from calculator.household import Household
from calculator.letter_days import NO_DATE, WITH_A_CLOCK
from calculator.period import PERIODS
from calculator.rules import RULES
from content.money import MOST_IN_SUMS, Ore
from questionnaire.answers import InvalidAnswer, checked
from questionnaire.model import Questionnaire
from report.case import QuestionnaireName, fitting_questionnaire
from report.library import Library
from web.session import debts, letter_dates
from web.session.visit import AGES, ROLES, Answer, BudgetEntry, LetterNote, Visit

RENAMED_LETTERS = {"eviction": "eviction_claim"}
"""Letters that became others. Their days are not taken over: they were counted in another way."""
ABOUT = 2
"""Where a line of the budget says that it is about right; it may be left out."""
CHECK = "check"
"""Marks a letter that the check is to tick."""


def read_visit(kept: object, library: Library) -> Visit:
    """The visit of these plain values, as far as they and the content of today go together."""
    given = _named(kept)
    age_group, lines = _one_of(AGES, given.get("age_group")), library.calculator.group_of
    name = _one_of(library.questions.questionnaires, given.get("questionnaire"))
    questionnaire = library.questions.questionnaires[name or fitting_questionnaire(AGES.get(age_group))]
    letters, dates = _named(given.get("letters")), _named(given.get("letters_dates"))
    older = {letter: letter_dates.read_older(letter, _named(note)) for letter, note in letters.items()}
    days = older | {letter: letter_dates.read(letter, _named(known)) for letter, known in dates.items()}
    return Visit(
        role=_one_of(ROLES, given.get("role")),
        age_group=age_group,
        questionnaire=name,
        answers=dict(_answers(given.get("answers"), questionnaire)),
        household=_household(given.get("household")),
        budget=_every(given.get("budget"), lines, _entry),
        own_lines=tuple(_listed(given.get("own_lines"), library.calculator.own_lines)[: library.calculator.own.most]),
        sums=_every(given.get("sums"), RULES, _texts),
        letters=_every(_renamed(letters), library.door.by_id, _note),
        letters_dates={letter: one for letter, one in days.items() if letter in WITH_A_CLOCK and one != NO_DATE},
        what_if=_every(given.get("what_if"), lines, _what_if),
        done=tuple(_listed(given.get("done"), {block.id for block in library.advice.blocks})),
        debts=debts.read(given.get("debts"), library.calculator.debts),
    )


def plain(visit: Visit) -> dict[str, Any]:
    """The visit as what JSON can hold; what is empty is left out."""
    household = visit.household
    written: dict[str, Any] = {
        "role": visit.role,
        "age_group": visit.age_group,
        "questionnaire": visit.questionnaire,
        "answers": dict(visit.answers),
        "household": household.model_dump(mode="json", exclude_defaults=True) if household else {},
        "budget": {name: _written(entry) for name, entry in visit.budget.items()},
        "own_lines": list(visit.own_lines),
        "sums": {rule: dict(typed) for rule, typed in visit.sums.items()},
        "letters": {letter: _written_note(note) for letter, note in visit.letters.items()},
        "letters_dates": {letter: letter_dates.plain(given) for letter, given in visit.letters_dates.items()},
        "what_if": dict(visit.what_if),
        "done": list(visit.done),
        "debts": debts.plain(visit.debts),
    }
    return {name: value for name, value in written.items() if value}


def name_of(visit: Visit) -> QuestionnaireName:
    """The questionnaire that this visit answers: the chosen one, or the one that fits the age."""
    named: Mapping[str, QuestionnaireName] = {"adult": "adult", "youth": "youth"}
    return named.get(visit.questionnaire) or fitting_questionnaire(AGES.get(visit.age_group))


def answers_in(questionnaire: Questionnaire, given: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Question → the options chosen, of what the questionnaire knows."""
    for name, value in given.items():
        question = questionnaire.by_id.get(name)
        try:
            if question:
                yield name, checked(question, value)
        except InvalidAnswer:
            continue


def _named(kept: object) -> dict[str, Any]:
    return {name: value for name, value in kept.items() if isinstance(name, str)} if isinstance(kept, dict) else {}


def _one_of(known: Container[str], word: object) -> str:
    return word if isinstance(word, str) and word in known else ""


def _every(kept: object, known: Container[str], read: Callable[[str, Any], Any]) -> dict[str, Any]:
    """Each part that is known and can be read, by its name."""
    found = {name: read(name, value) for name, value in _named(kept).items() if name in known}
    return {name: value for name, value in found.items() if value is not None}


def _answers(kept: object, questionnaire: Questionnaire) -> Iterator[tuple[str, Answer]]:
    given = _named(kept)
    for name, _options in answers_in(questionnaire, given):
        value = given[name]
        yield name, value if isinstance(value, str) else list(value)


def _household(kept: object) -> Household | None:
    try:
        return Household.model_validate(kept) if kept else None
    except ValidationError:
        return None


def _entry(line: str, kept: Any) -> BudgetEntry | None:
    """`[amount in öre, period]`, and a third that says whether it is about right."""
    if not isinstance(kept, list) or len(kept) not in (ABOUT, ABOUT + 1):
        return None
    amount, period = _ore(kept[0]), next((one for one in PERIODS if one == kept[1]), None)
    return None if amount is None or period is None else BudgetEntry(line, amount, period, any(kept[ABOUT:]))


def _what_if(line: str, kept: Any) -> Ore | None:
    """Line → öre a month; an older visit has the same shape here as in its budget."""
    return _ore(kept[0]) if isinstance(kept, list) and kept else _ore(kept)


def _ore(kept: object) -> Ore | None:
    return kept if type(kept) is int and 0 <= kept <= MOST_IN_SUMS else None


def _listed(kept: object, known: Container[str]) -> list[str]:
    """The known ones, each once, in the order in which they were kept."""
    named = [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []
    return [one for one in dict.fromkeys(named) if one in known]


def _texts(rule: str, kept: Any) -> dict[str, str] | None:
    """Field → what was typed in it; a field that holds no text falls away."""
    if not isinstance(kept, dict):
        return None
    return {name: text for name, text in _named(kept).items() if isinstance(text, str)}


def _note(letter: str, kept: Any) -> LetterNote | None:
    amount = _named(kept).get("amount")
    return LetterNote(amount if isinstance(amount, str) else "", CHECK in kept) if isinstance(kept, dict) else None


def _renamed(letters: Mapping[str, Any]) -> dict[str, Any]:
    return {RENAMED_LETTERS.get(letter, letter): note for letter, note in letters.items()}


def _written(entry: BudgetEntry) -> list[Any]:
    return [entry.amount, entry.period, True] if entry.about else [entry.amount, entry.period]


def _written_note(note: LetterNote) -> dict[str, str]:
    return ({"amount": note.amount} if note.amount else {}) | ({CHECK: "1"} if note.in_check else {})
