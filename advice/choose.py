"""Rules, answers and facts into advice blocks in the order they are given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advice.model import Addition, Block, Flag, Trigger

FACTS = (
    "left_before_debts_negative",
    "left_after_debts_negative",
    "level_1",
    "level_2",
    "level_3",
    "level_4",
    "points_high",
    "under_18",
    "has_debt",
    "helping",
    "child_in_household",
)
"""What advice may ask for besides rules and answers."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What advice is chosen from: the names of the rules that fired, the answers that count, the facts that hold."""

    rules: frozenset[str]
    given: Mapping[str, frozenset[str]]
    facts: frozenset[str]
    urgent_rules: frozenset[str] = frozenset()

    def meet(self, trigger: Trigger) -> bool:
        """Whether one trigger holds."""
        by_rule = not trigger.rules or not self.rules.isdisjoint(trigger.rules)
        by_answer = all(
            not self.given.get(question, frozenset()).isdisjoint(options)
            for question, options in trigger.answers.items()
        )
        return by_rule and by_answer and self.facts.issuperset(trigger.facts)

    def urgently(self, trigger: Trigger) -> bool:
        """Whether a trigger that holds does so because of an urgent rule."""
        return not self.urgent_rules.isdisjoint(trigger.rules)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A block that fits, with the sentences added for this person."""

    block: Block
    urgent: bool
    added: tuple[Addition, ...]


def choose(blocks: Iterable[Block], grounds: Grounds) -> tuple[Chosen, ...]:
    """The blocks that fit, in the order they are to be read; `blocks` come in the order of their files."""
    fitting = [one for one in (_fit(block, grounds) for block in blocks) if one is not None]
    replaced = {other for one in fitting for other in one.block.instead_of}
    kept = [one for one in fitting if one.block.id not in replaced]
    return tuple(_lead(kept, grounds))


def raised_flags(flags: Iterable[Flag], chosen: Iterable[Chosen], grounds: Grounds) -> tuple[str, ...]:
    """The ids of the flags that hold, in the order of their file."""
    given = {one.block.id for one in chosen}
    return tuple(
        flag.id
        for flag in flags
        if any(grounds.meet(when) and (not when.blocks or given.intersection(when.blocks)) for when in flag.when)
    )


def _fit(block: Block, grounds: Grounds) -> Chosen | None:
    holding = [trigger for trigger in block.when if grounds.meet(trigger)]
    if not holding:
        return None
    urgent = not block.never_urgent and any(grounds.urgently(trigger) for trigger in holding)
    return Chosen(block, urgent, tuple(addition for addition in block.also if grounds.meet(addition.when)))


def _lead(chosen: list[Chosen], grounds: Grounds) -> list[Chosen]:
    """Move each block that leads for this person to its place."""
    for leader in [one for one in chosen if one.block.lead and grounds.meet(one.block.lead.when)]:
        rest = [one for one in chosen if one is not leader]
        if leader.block.lead and leader.block.lead.after == "safety":
            before = [one for one in rest if one.block.safety]
        else:
            before = [one for one in rest if one.urgent]
        chosen = [*before, leader, *(one for one in rest if one not in before)]
    return chosen
