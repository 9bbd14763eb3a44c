"""Answers into a level: rules decide it; points only catch piles of weak signs.

Every published definition of over-indebtedness is a threshold on a single fact, so one unanswered
payment order in an otherwise calm economy is enough. It is guidance and not a diagnosis.
"""

from __future__ import annotations

from dataclasses import dataclass

from questionnaire.journey import Journey
from questionnaire.model import Level, Option, Question, Rule, RuleBook

FACTS = ("left_before_debts_negative", "left_after_debts_negative")
"""What a rule may know besides the answers; both come from the budget."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The level, the rules that fired in the order they are reported, and the points behind them.

    `heaviest` are the answers with most points, most first. `by_points` says that the points alone set the level.
    """

    level: Level
    rules: tuple[Rule, ...]
    points: int
    points_high: bool
    by_points: bool
    heaviest: tuple[tuple[Question, Option], ...]

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """The ids of the rules that fired, each once, most urgent first."""
        return tuple(dict.fromkeys(rule.id for rule in self.rules))

    @property
    def names(self) -> frozenset[str]:
        """Every name by which advice may ask for a rule that fired: its id, and its id with its part."""
        return frozenset(rule.id for rule in self.rules) | frozenset(rule.key for rule in self.rules)


def assess(book: RuleBook, walked: Journey, facts: frozenset[str] = frozenset()) -> Assessment:
    """The level of one journey. `facts` is a subset of `FACTS`; a budget can raise a level and never lowers it."""
    fired = tuple(rule for rule in book.rules if rule.when.holds(walked.given, facts))
    weights = [_heaviest(question, walked) for question in walked.steps]
    weighed = [pair for pair in weights if pair is not None and pair[1].points]
    points = sum(option.points for _, option in weighed)
    by_rules: Level = max((rule.level for rule in fired), default=1)
    cuts = book.cuts[walked.questionnaire.id]
    by_points: Level = 3 if points >= cuts.three else 2 if points >= cuts.two else 1
    return Assessment(
        level=max(by_rules, by_points),
        rules=fired,
        points=points,
        points_high=points >= cuts.three,
        by_points=by_points > by_rules,
        heaviest=tuple(sorted(weighed, key=lambda pair: -pair[1].points)),
    )


def most_points(questions: tuple[Question, ...]) -> int:
    """The most points that these questions can give together."""
    return sum(max(option.points for option in question.options) for question in questions)


def _heaviest(question: Question, walked: Journey) -> tuple[Question, Option] | None:
    """A question counts with the one chosen option that weighs most, never with their sum."""
    chosen = walked.chosen(question)
    return (question, max(chosen, key=lambda option: option.points)) if chosen else None
