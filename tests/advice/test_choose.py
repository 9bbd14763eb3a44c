"""Which advice, in which order, with which contacts: the order of the instrument's table, and what leads for whom."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advice.choose import Chosen, Grounds, choose, raised_flags
from advice.model import Block, FlagTrigger, Trigger
from report.library import Library, load_library

TABLE = (
    "B22 B21 B20 B18 B19 B23 B13 B14 B10 B11 B28 B12 B15 B25 B16 B17 B08 B06 B29 B31 B09 B04 B27 B05 B03 B22b B24 B26 "
    "B01 B02 B07 B30"
).split()
EARLIER = [("B08", "B25"), ("B08", "B16"), ("B08", "B17")]
"""The instrument's one exception from the order of its table."""
SAFETY = {"B22", "B21", "B20", "B18", "B19", "B23"}
BLOCKS = load_library().advice.blocks
QUESTIONS = load_library().questions


def grounds(*rules: str, facts: tuple[str, ...] = (), urgent: tuple[str, ...] = (), **given_: list[str]) -> Grounds:
    answers = {question: frozenset(options) for question, options in given_.items()}
    return Grounds(frozenset(rules), answers, frozenset(facts), frozenset(urgent))


def chosen(*rules: str, **more: Any) -> list[str]:
    return [one.block.id for one in choose(BLOCKS, grounds(*rules, **more))]


def test_every_block_of_the_table_is_there_and_no_other() -> None:
    assert sorted(block.id for block in BLOCKS) == sorted(TABLE)


def test_the_blocks_stand_in_the_order_of_the_table() -> None:
    order = [block.id for block in BLOCKS]
    for before, after in EARLIER:
        assert order.index(before) < order.index(after)
    moved = {"B08", "B19", "B18"}
    assert [one for one in order if one not in moved] == [one for one in TABLE if one not in moved]


def test_what_is_about_safety_is_marked_so() -> None:
    assert {block.id for block in BLOCKS if block.safety} == SAFETY


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_no_block_is_hollow(block: Block, library: Library) -> None:
    """Who, what, when, and the very words to say; somebody to call wherever somebody can be called."""
    assert block.title.swedish and block.by.swedish and len(block.text.swedish) > 40
    assert block.contacts or block.id == "B02"
    assert block.say or not block.contacts
    assert block.more
    assert "?" in (block.say.swedish if block.say else "?") or len(block.say.swedish) > 20  # type: ignore[union-attr]
    for directory in library.advice.directories.values():
        assert all(directory.by_id[contact] for contact in block.contacts)


def test_an_eviction_replaces_the_advice_about_rent() -> None:
    rent = {"unpaid_now": ["rent"], "letters": ["eviction"]}
    assert "B13" in chosen("home_at_risk", unpaid_now=["rent"])
    assert "B14" in chosen("home_at_risk", **rent) and "B13" not in chosen("home_at_risk", **rent)


def test_too_little_income_puts_its_help_first_after_the_urgent_steps() -> None:
    calm = chosen("income_too_low", facts=("level_3", "left_before_debts_negative"))
    assert calm[0] == "B09"
    danger = chosen("income_too_low", "home_at_risk", urgent=("home_at_risk",), unpaid_now=["rent"], facts=("level_4",))
    assert danger[:2] == ["B13", "B09"]


def test_for_a_child_with_a_debt_the_childs_advice_leads_after_safety() -> None:
    facts = ("under_18", "has_debt", "level_4")
    assert chosen("unopened_mail", urgent=("unopened_mail",), facts=facts)[0] == "B26"
    hopeless = chosen("hopeless", "unopened_mail", urgent=("hopeless", "unopened_mail"), facts=facts)
    assert hopeless[:2] == ["B22", "B26"]
    assert "B26" not in chosen("unopened_mail", facts=("under_18", "level_4"))


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_free_advice_is_offered_at_every_level_that_needs_it(level: int) -> None:
    steps = chosen(facts=(f"level_{level}",))
    assert ("B08" in steps) is (level == 3)
    assert ("B07" in steps) is (level == 2)


def test_a_trigger_holds_when_each_of_its_parts_does() -> None:
    trigger = Trigger(rules=("no_food", "hopeless"), answers={"shock": ("one", "several")}, facts=("under_18",))
    whole = {"facts": ("under_18",), "shock": ["several"]}
    assert grounds("no_food", **whole).meet(trigger)
    assert not grounds(**whole).meet(trigger)
    assert not grounds("no_food", facts=("under_18",)).meet(trigger)
    assert not grounds("no_food", shock=["one"]).meet(trigger)
    assert not grounds("no_food", facts=("under_18",), shock=["none"]).meet(trigger)


def test_a_flag_may_ask_for_a_block(library: Library) -> None:
    block = next(block for block in BLOCKS if block.id == "B09")
    given_ = (Chosen(block, False, ()),)
    assert "BENEFITS" in raised_flags(library.advice.flags, given_, grounds())
    assert "BENEFITS" not in raised_flags(library.advice.flags, (), grounds())
    assert FlagTrigger(blocks=("B09",)).blocks


def test_the_flags_stand_in_the_order_of_the_instrument(library: Library) -> None:
    order = (
        "SHOCK BENEFITS MULE_INFO MULE CONTESTED UNCERTAIN DEBT_RELIEF CHILDREN ID_FRAUD ABUSE SAFE_MODE GAMBLING "
        "UNDER18 THREAT CRISIS"
    )
    assert [flag.id for flag in library.advice.flags] == order.split()


RULES = sorted({name for rule in QUESTIONS.book.rules for name in (rule.id, rule.key)})
OPTIONS = {
    question.id: sorted(question.by_id) for one in QUESTIONS.questionnaires.values() for question in one.questions
}


@given(st.data())
def test_no_step_comes_twice_and_safety_is_always_first(data: st.DataObject) -> None:
    """Only where the income is too low may help with it come before a step of safety that is not urgent."""
    rules = data.draw(st.sets(st.sampled_from([rule for rule in RULES if rule != "income_too_low"])))
    facts = data.draw(st.sets(st.sampled_from(["under_18", "has_debt", "level_2", "level_3", "level_4", "helping"])))
    some = data.draw(st.dictionaries(st.sampled_from(sorted(OPTIONS)), st.just(None), max_size=6))
    answers = {name: data.draw(st.lists(st.sampled_from(OPTIONS[name]), min_size=1, max_size=3)) for name in some}
    urgent = {rule.id for rule in QUESTIONS.book.rules if rule.tier == "urgent"} & rules
    steps = chosen(*rules, facts=tuple(facts), urgent=tuple(urgent), **answers)
    assert len(steps) == len(set(steps))
    safe = [step in SAFETY for step in steps]
    assert safe == sorted(safe, reverse=True), steps
    assert not {"B13", "B14"} <= set(steps)
