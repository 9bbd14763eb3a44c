"""The self-check on paper: numbered questions with lettered options, and a key by which one reads off one's own level.

The key is made from the same rules as the level on the screen, and holds nothing else: which ticks alone give a level,
which do so together, and how many strokes each tick counts. `score` reads a filled-in form by the key alone, as
somebody with a pencil does; the tests hold it against `questionnaire.assess` for every case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from calculator.budget import BudgetSums
from questionnaire.model import SKIP, Cuts, Level, Option, Question, Questionnaire, Rule, RuleBook

NOTHING_TICKED = SKIP
"""On paper a question without a tick; the rules call it skipped."""
LEVELS: tuple[Level, ...] = (4, 3, 2)
"""The levels that a tick can give, the highest first; without any the level is 1."""
BEFORE, AFTER = "left_before_debts_negative", "left_after_debts_negative"


@dataclass(frozen=True, slots=True)
class Tick:
    """An option by the name it has on paper, such as `4c`; without an option, "no tick on question 4"."""

    number: int
    letter: str
    option: Option | None

    @property
    def name(self) -> str:
        """`4c`, or `4` for no tick at all."""
        return f"{self.number}{self.letter}"


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question with its number and its ticks, and the earlier ticks without which it is passed over."""

    number: int
    question: Question
    ticks: tuple[Tick, ...]
    only_after: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Ticks on several questions that give a level together: one of each part."""

    parts: tuple[tuple[Tick, ...], ...]


@dataclass(frozen=True, slots=True)
class PaperForm:
    """The whole form. `alone` and `together` say which ticks give a level; `strokes` how much each weighs."""

    questionnaire: str
    questions: tuple[PaperQuestion, ...]
    alone: Mapping[Level, tuple[Tick, ...]]
    together: Mapping[Level, tuple[Together, ...]]
    strokes: Mapping[int, tuple[Tick, ...]]
    cuts: Cuts
    budget: Mapping[str, Level]
    """The level that a line of the budget gives where it is below zero."""


class CannotBeOnPaper(ValueError):
    """A rule that the key has no words for, by its key: it knows one tick, several together, or the budget alone."""


def paper_form(questionnaire: Questionnaire, book: RuleBook) -> PaperForm:
    """The form of one questionnaire."""
    numbers = {question.id: place for place, question in enumerate(questionnaire.questions, start=1)}
    ticks = {question.id: _ticks(numbers[question.id], question) for question in questionnaire.questions}
    alone: dict[Level, list[Tick]] = {4: [], 3: [], 2: []}
    together: dict[Level, list[Together]] = {4: [], 3: [], 2: []}
    budget: dict[str, Level] = {}
    for rule in book.rules:
        if not _can_be_said(rule):
            raise CannotBeOnPaper(rule.key)
        budget |= dict.fromkeys(rule.when.facts, rule.level)
        if rule.when.all and all(name in ticks for name in rule.when.all):
            parts = (_named(ticks[name], options) for name, options in rule.when.all.items())
            together[rule.level].append(Together(tuple(parts)))
        for name, options in rule.when.any.items():
            alone[rule.level] += _named(ticks.get(name, ()), options)
    return PaperForm(
        questionnaire=questionnaire.id,
        questions=tuple(_question(question, numbers, ticks) for question in questionnaire.questions),
        alone=_at_their_highest(alone),
        together={level: tuple(found) for level, found in together.items()},
        strokes={
            weight: tuple(
                tick for one in ticks.values() for tick in one if tick.option and tick.option.points == weight
            )
            for weight in (3, 2, 1)
        },
        cuts=book.cuts[questionnaire.id],
        budget=budget,
    )


def _can_be_said(rule: Rule) -> bool:
    parts = [bool(rule.when.all), bool(rule.when.any), bool(rule.when.facts)]
    one_fact = len(rule.when.facts) <= 1
    return sum(parts) == 1 and len(rule.when.all) != 1 and one_fact and not rule.when.unless


def score(form: PaperForm, ticked: Mapping[str, frozenset[str]], sums: BudgetSums | None = None) -> Level:
    """The level that somebody with a pencil reads off. `ticked` is question id → options; none for no tick."""
    marks: set[str] = set()
    strokes = 0
    for one in form.questions:
        if one.only_after and not marks & {tick.name for tick in one.only_after}:
            continue
        own = {tick.name for tick in one.ticks if tick.option and tick.option.id in ticked.get(one.question.id, ())}
        marks |= own or {str(one.number)}
        weights = (weight for weight, ticks in form.strokes.items() if own & {tick.name for tick in ticks})
        strokes += max(weights, default=0)
    short = {
        BEFORE: sums is not None and sums.left_before_debts < 0,
        AFTER: sums is not None and sums.left_after_debts < 0,
    }
    by_budget: Level = max((level for name, level in form.budget.items() if short.get(name)), default=1)
    by_strokes: Level = 3 if strokes >= form.cuts.three else 2 if strokes >= form.cuts.two else 1
    by_marks: Level = next((level for level in LEVELS if _gives(form, level, marks)), 1)
    return max(by_budget, by_strokes, by_marks)


def _gives(form: PaperForm, level: Level, marks: set[str]) -> bool:
    together = (all(marks & _names(part) for part in one.parts) for one in form.together[level])
    return bool(marks & _names(form.alone[level])) or any(together)


def _names(ticks: tuple[Tick, ...]) -> set[str]:
    return {tick.name for tick in ticks}


def _question(question: Question, numbers: Mapping[str, int], ticks: Mapping[str, tuple[Tick, ...]]) -> PaperQuestion:
    only_after: tuple[Tick, ...] = ()
    if question.when:
        for name, options in {**question.when.all, **question.when.any}.items():
            only_after += _named(ticks[name], options)
    return PaperQuestion(numbers[question.id], question, ticks[question.id], only_after)


def _ticks(number: int, question: Question) -> tuple[Tick, ...]:
    lettered = zip(ascii_lowercase, question.options, strict=False)
    return (*(Tick(number, letter, option) for letter, option in lettered), Tick(number, "", None))


def _named(ticks: tuple[Tick, ...], options: tuple[str, ...]) -> tuple[Tick, ...]:
    return tuple(tick for tick in ticks if (tick.option.id if tick.option else NOTHING_TICKED) in options)


def _at_their_highest(alone: Mapping[Level, list[Tick]]) -> dict[Level, tuple[Tick, ...]]:
    """Each tick once, at the highest level it gives: whoever reads from the top has found it there."""
    seen: set[Tick] = set()
    once: dict[Level, tuple[Tick, ...]] = {}
    for level in sorted(alone, reverse=True):
        new = set(alone[level]) - seen
        once[level] = tuple(sorted(new, key=lambda tick: (tick.number, tick.letter)))
        seen |= new
    return once
