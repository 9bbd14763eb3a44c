"""All content, loaded and cross-checked once, and frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from advice.choose import URGENT
from advice.letter_reader import LetterDoor, read_letter_door
from advice.model import Trigger
from advice.reader import Advice, Known, read_advice
from calculator.reader import HERE, CalculatorContent, read_calculator
from classroom.reader import Classroom, read_classroom
from content.problems import ContentError, Problems
from content.text import Text, words_of
from questionnaire.reader import Questions, read_questions


@dataclass(frozen=True, slots=True)
class Library:
    """What we ask, what the sums are made of, and what we say."""

    questions: Questions
    calculator: CalculatorContent
    advice: Advice
    door: LetterDoor
    classroom: Classroom

    def words(self) -> Iterator[Text]:
        """Every word a reader can meet that is written in the content files."""
        for questionnaire in self.questions.questionnaires.values():
            yield from words_of(questionnaire)
        yield from words_of(self.questions.book)
        yield from words_of(self.calculator)
        yield from words_of(self.advice.blocks)
        yield from words_of(self.advice.national)
        for municipality in self.advice.municipalities.values():
            yield from words_of(municipality)
        for part in (self.door.letters, self.door.form_letters, self.door.authorities, self.door.myths):
            yield from words_of(part)
        for whole in (self.classroom.quiz, self.classroom.lesson, self.classroom.households):
            yield from words_of(whole)


def load_library(municipalities: Path | None = None) -> Library:
    """Read and check everything. Raises `ContentError` with every fault in every file.

    `municipalities` is another folder of municipality files than the project's own.
    """
    problems = Problems()
    questions = read_questions(problems)
    calculator = read_calculator(HERE, problems)
    if questions is None or calculator is None:
        raise ContentError(tuple(problems))
    known = Known(_rule_names(questions), questions.options_of)
    advice = read_advice(known, problems, municipalities=municipalities)
    door = read_letter_door(known, advice.directories.values(), problems)
    classroom = read_classroom(problems, door.by_id)
    _check_every_rule_leads_somewhere(questions, advice, problems)
    _check_figures_of_letters(door, calculator, problems)
    if classroom is None:
        raise ContentError(tuple(problems))
    problems.raise_if_any()
    return Library(questions, calculator, advice, door, classroom)


def _check_figures_of_letters(door: LetterDoor, calculator: CalculatorContent, problems: Problems) -> None:
    """A letter names figures of the calculator: each must be there."""
    for letter in door.letters:
        for name in sorted(set(letter.figures) - set(calculator.figures)):
            problems.add(f"advice/letters/{letter.id}", "figures", f"there is no figure {name!r}", "mend the id")


def _rule_names(questions: Questions) -> frozenset[str]:
    return frozenset(rule.id for rule in questions.book.rules) | frozenset(rule.key for rule in questions.book.rules)


def _check_every_rule_leads_somewhere(questions: Questions, advice: Advice, problems: Problems) -> None:
    """A rule that no block answers would raise a level and then leave the person alone with it.

    A rule leads to a block when a trigger names it, or when a trigger asks only for answers that fire the rule.
    """
    triggers = [trigger for block in advice.blocks for trigger in block.when]
    named = {rule for trigger in triggers for rule in (*trigger.rules, *trigger.and_rules)}
    asked = {(q, o) for t in triggers if not t.rules and not t.facts for q, os in t.answers.items() for o in os}
    levels = {fact for trigger in triggers if not trigger.answers for fact in trigger.facts}
    for block in advice.blocks:
        for trigger in block.when:
            _check_level(block.id, trigger, questions, problems)
    _check_urgent_places(questions, advice, problems)
    for rule in questions.book.rules:
        through_level = f"level_{rule.level}" in levels
        through_answers = bool(rule.when.any) and all(pair in asked for pair in rule.when.mentions())
        if not ({rule.id, rule.key} & named or through_level or through_answers):
            problems.add("rules.toml", rule.key, "leads to no advice block", "name it in the `when` of a block")


def _check_urgent_places(questions: Questions, advice: Advice, problems: Problems) -> None:
    """A block that an urgent rule may call for needs a place among the urgent ones."""
    urgent = {name for rule in questions.book.rules if rule.tier == "urgent" for name in (rule.id, rule.key)}
    placed = {block for part in advice.order.urgent for block in part.blocks}
    for block in advice.blocks:
        calling = any(
            URGENT in trigger.facts or not urgent.isdisjoint((*trigger.rules, *trigger.and_rules))
            for trigger in block.when
        )
        if calling and not block.never_urgent and block.id not in placed:
            problems.add("advice/order.toml", block.id, "may be urgent and has no place among those", "write it there")


def _check_level(block: str, trigger: Trigger, questions: Questions, problems: Problems) -> None:
    """A trigger that asks for a rule and for a lower level than the rule gives fits nobody."""
    lowest = [rule.level for rule in questions.book.rules if {rule.id, rule.key} & set(trigger.rules)]
    asked = [
        int(level) for start, _, level in (fact.partition("level_") for fact in trigger.facts) if level and not start
    ]
    if lowest and asked and max(asked) < min(lowest):
        problems.add(f"advice/blocks/{block}", "when", "asks for a level below that of its rules", "nobody can meet it")
