"""Answers into a level: rules decide it; points only catch piles of weak signs.

Every published definition of over-indebtedness is a threshold on a single fact, so one unanswered
payment order in an otherwise calm economy is enough. It is guidance and not a diagnosis.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from content.text import Text
from questionnaire.journey import Journey
from questionnaire.model import SKIP, HeadlineId, Level, Option, Question, Rule, RuleBook

FACTS = ("left_before_debts_negative", "left_after_debts_negative")
"""What a rule may know besides the answers; both come from the budget."""
TOO_LITTLE_KNOWN = "too_little_known"
"""The rule that says only that something was not answered."""
ASKED_FIRST = ("letters", "unpaid_now")
"""The two questions without which nothing can be said."""
BY_LEVEL: dict[Level, HeadlineId] = {4: "urgent", 3: "get_help", 2: "one_step", 1: "stable"}


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a rule fired: the question and the option that was chosen (or `skip`), with its own sentence.

    A rule that the budget decides has neither question nor option.
    """

    rule: str
    text: Text
    question: str | None = None
    option: str | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """The level, the headline, the rules that fired in the order they are reported, and the points behind them.

    The level of a partial journey is the least it can be. `heaviest` are the answers with most points, most first;
    `by_points` says that the points alone set the level. `grounds` are the reasons, the most urgent rule's first.
    """

    level: Level
    headline: HeadlineId
    rules: tuple[Rule, ...]
    points: int
    points_high: bool
    cut_reached: bool
    by_points: bool
    heaviest: tuple[tuple[Question, Option], ...]
    grounds: tuple[Ground, ...]

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """The ids of the rules that fired, each once, most urgent first."""
        return tuple(dict.fromkeys(rule.id for rule in self.rules))

    @property
    def names(self) -> frozenset[str]:
        """Every name by which advice may ask for a rule that fired: its id, and its id with its part."""
        return frozenset(rule.id for rule in self.rules) | frozenset(rule.key for rule in self.rules)

    @property
    def urgent_rule_ids(self) -> tuple[str, ...]:
        """The ids of the urgent rules that fired, each once."""
        return tuple(dict.fromkeys(rule.id for rule in self.rules if rule.tier == "urgent"))

    @property
    def only_too_little(self) -> bool:
        """Whether the points are under the first cut, and no rule fired but `TOO_LITTLE_KNOWN`."""
        return set(self.rule_ids) <= {TOO_LITTLE_KNOWN} and not self.cut_reached


def assess(
    book: RuleBook, walked: Journey, facts: frozenset[str] = frozenset(), day: datetime.date | None = None
) -> Assessment:
    """The level of one journey on one day (rules outside their dates do not fire; without a day all do).

    `facts` is a subset of `FACTS`; a budget can raise a level and never lowers it.
    """
    fired = tuple(
        rule for rule in book.rules if (day is None or rule.holds_on(day)) and rule.when.holds(walked.given, facts)
    )
    weights = [_heaviest(question, walked) for question in walked.steps]
    weighed = [pair for pair in weights if pair is not None and pair[1].points]
    points = sum(option.points for _, option in weighed)
    by_rules: Level = max((rule.level for rule in fired), default=1)
    cuts = book.cuts[walked.questionnaire.id]
    by_points: Level = 3 if points >= cuts.three else 2 if points >= cuts.two else 1
    level: Level = max(by_rules, by_points)
    heaviest = tuple(sorted(weighed, key=lambda pair: -pair[1].points))
    return Assessment(
        level=_never_the_lowest(level, walked),
        headline=_headline(level, fired, by_points > 1, walked),
        rules=fired,
        points=points,
        points_high=points >= cuts.three,
        cut_reached=by_points > 1,
        by_points=by_points > by_rules,
        heaviest=heaviest,
        grounds=_by_weight(heaviest) if by_points > by_rules else _by_rule(fired, walked),
    )


def _never_the_lowest(level: Level, walked: Journey) -> Level:
    """What has not been asked may be a sign: the lowest level is said only when everything was asked."""
    return max(level, 2) if walked.partial else level


def _headline(level: Level, fired: tuple[Rule, ...], cut_reached: bool, walked: Journey) -> HeadlineId:
    """The first headline that fits."""
    only_too_little = {rule.id for rule in fired} <= {TOO_LITTLE_KNOWN} and not cut_reached
    if level == max(BY_LEVEL) or not only_too_little:
        return BY_LEVEL[level]
    skipped = any(SKIP in walked.given.get(question, ()) for question in ASKED_FIRST)
    if skipped or (fired and not walked.partial):
        return "too_little_known"
    return "nothing_urgent" if walked.partial else BY_LEVEL[level]


def _by_weight(heaviest: tuple[tuple[Question, Option], ...]) -> tuple[Ground, ...]:
    return tuple(
        Ground("points", option.because, question.id, option.id) for question, option in heaviest if option.because
    )


def _by_rule(fired: tuple[Rule, ...], walked: Journey) -> tuple[Ground, ...]:
    """One reason for each rule that fired; the same sentence is never said twice."""
    found: dict[str, Ground] = {}
    for rule in fired:
        ground = _ground(rule, walked)
        if ground and rule.id not in found and ground.text not in [other.text for other in found.values()]:
            found[rule.id] = ground
    return tuple(found.values())


def _ground(rule: Rule, walked: Journey) -> Ground | None:
    """The first answer of the rule's condition that was given and has a sentence of its own."""
    if rule.because:
        return Ground(rule.id, rule.because)
    for asked, option in rule.when.grounds(walked.given):
        question = walked.questionnaire.by_id.get(asked)
        if question is None:
            continue
        text = question.skipped_because if option == SKIP else _because(question, option)
        if text:
            return Ground(rule.id, text, asked, option)
    return None


def _because(question: Question, option: str) -> Text | None:
    chosen = question.by_id.get(option)
    return chosen.because if chosen else None


def most_points(questions: tuple[Question, ...]) -> int:
    """The most points that these questions can give together."""
    return sum(max(option.points for option in question.options) for question in questions)


def _heaviest(question: Question, walked: Journey) -> tuple[Question, Option] | None:
    """A question counts with the one chosen option that weighs most, never with their sum."""
    chosen = walked.chosen(question)
    return (question, max(chosen, key=lambda option: option.points)) if chosen else None
