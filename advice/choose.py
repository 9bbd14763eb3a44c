"""Rules, answers and facts into advice blocks in the order they are given."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advice.model import Addition, Block, Flag, Said, Trigger, When

URGENT = "urgent"
"""The fact that an urgent rule fired."""
FACTS = (
    "left_before_debts_negative",
    "left_after_debts_negative",
    "level_1",
    "level_2",
    "level_3",
    "level_4",
    "points_high",
    URGENT,
    "two_urgent_rules",
    "money_lasts",
    "nothing_said",
    "something_said",
    "only_too_little",
    "nothing_to_keep",
    "safe_mode",
    "win_back_day_known",
    "win_back_day_gone",
    "under_18",
    "minor_with_debt",
    "helping",
    "child_in_household",
    "tenant",
    "owns_home",
    "own_firm",
    "study_support",
    "up_to_20",
    "up_to_28",
    "up_to_30",
    "from_66",
    "ill",
)
"""What advice may ask for besides rules and answers. `nothing_said`: the headline is that nothing urgent, or too
little, is known; `something_said`: it is another. `only_too_little`: partial, and no sign but that something was not
asked. `nothing_to_keep`: the bills come in time, and the buffer is there or not known of."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What advice is chosen from: the names of the rules that fired, the answers that count, the facts that hold."""

    rules: frozenset[str]
    given: Mapping[str, frozenset[str]]
    facts: frozenset[str]
    urgent_rules: frozenset[str] = frozenset()

    def meet(self, trigger: Trigger) -> bool:
        """Whether one trigger holds."""
        by_rule = all(not named or not self.rules.isdisjoint(named) for named in (trigger.rules, trigger.and_rules))
        by_answer = all(self._given(question, options) for question, options in trigger.answers.items())
        barred = any(self._given(question, options) for question, options in trigger.unless.items())
        return by_rule and by_answer and not barred and self.facts.issuperset(trigger.facts)

    def urgently(self, trigger: Trigger) -> bool:
        """Whether a trigger that holds does so because of an urgent rule."""
        return URGENT in trigger.facts or not self.urgent_rules.isdisjoint((*trigger.rules, *trigger.and_rules))

    def _given(self, question: str, options: tuple[str, ...]) -> bool:
        return not self.given.get(question, frozenset()).isdisjoint(options)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A block that fits, what it says to this person, and the sentences added."""

    block: Block
    said: Said
    urgent: bool
    added: tuple[Addition, ...]


def choose(blocks: Iterable[Block], grounds: Grounds, day: datetime.date) -> tuple[Chosen, ...]:
    """The blocks that fit on that day, in the order of their files; `advice.order` puts them in theirs."""
    fitting = [one for one in (_fit(block, grounds, day) for block in blocks) if one is not None]
    replaced = {
        other
        for one in fitting
        if not (one.block.instead_unless and grounds.meet(one.block.instead_unless))
        for other in one.block.instead_of
    }
    return tuple(one for one in fitting if one.block.id not in replaced)


def raised_flags(flags: Iterable[Flag], chosen: Iterable[Chosen], grounds: Grounds) -> tuple[str, ...]:
    """The ids of the flags that hold, in the order of their file."""
    given = {one.block.id for one in chosen}
    return tuple(
        flag.id
        for flag in flags
        if any(grounds.meet(when) and (not when.blocks or given.intersection(when.blocks)) for when in flag.when)
    )


def _fit(block: Block, grounds: Grounds, day: datetime.date) -> Chosen | None:
    holding = [trigger for trigger in block.when if grounds.meet(trigger)] if block.holds_on(day) else []
    if not holding:
        return None
    urgent = not block.never_urgent and any(grounds.urgently(trigger) for trigger in holding)
    added = tuple(one for one in block.also if one.holds_on(day) and (one.when is None or grounds.meet(one.when)))
    by = next((call.by for call in holding if call.by), block.by)
    return Chosen(block, _said(block, by, grounds, day), urgent, added)


def _said(block: Block, by: When, grounds: Grounds, day: datetime.date) -> Said:
    """The block's words, with those of the first variant that fits in their place."""
    words = {name: getattr(block, name) for name in Said.model_fields} | {"by": by}
    for variant in block.variants:
        if variant.holds_on(day) and grounds.meet(variant.when):
            own = {name: getattr(variant, name) for name in Said.model_fields}
            words |= {name: value for name, value in own.items() if value is not None}
            break
    return Said(**words)
