"""Which advice, in which order, with which contacts, and what stands instead of what."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from advice.choose import Chosen, Grounds, choose, raised_flags
from advice.model import Block, FlagTrigger, Trigger
from report.library import Library, load_library

LIBRARY = load_library()
BLOCKS, ORDER = LIBRARY.advice.blocks, LIBRARY.advice.order
QUESTIONS = LIBRARY.questions
DAY = datetime.date(2026, 11, 23)
EVERY = [f"B{number:02}" for number in range(1, 45)] + ["B22b"]


def grounds(*rules: str, facts: tuple[str, ...] = (), urgent: tuple[str, ...] = (), **given_: list[str]) -> Grounds:
    answers = {question: frozenset(options) for question, options in given_.items()}
    return Grounds(frozenset(rules), answers, frozenset(facts), frozenset(urgent))


def chosen(*rules: str, **more: Any) -> list[str]:
    return [one.block.id for one in choose(BLOCKS, grounds(*rules, **more), DAY)]


def test_every_block_is_there_and_no_other() -> None:
    assert sorted(block.id for block in BLOCKS) == sorted(EVERY)


def test_the_urgent_blocks_stand_by_danger() -> None:
    assert [part.danger for part in ORDER.urgent] == [
        "life", "food", "home", "after_home", "last_day", "soon", "after_all",
    ]  # fmt: skip
    assert [block for part in ORDER.urgent for block in part.blocks if block != "B11"] == (
        "B22 B21 B19 B20 B23 B14 B32 B13 B35 B36 B26 B18 B10 B28 B15 B12 B33 B34 B25 B30"
    ).split()


def test_the_others_stand_by_their_list() -> None:
    assert [entry.partition(":")[0] for entry in ORDER.calm] == (
        "B30 B26 B19 B24 B09 B05 B15 B12 B43 B25 B08 B16 B17 B39 B38 B27 B44 B06 B29 B09 B40 B37 B41 B04 B03 B22b B42 "
        "B20 B31 B07 B02 B01"
    ).split()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_no_block_is_hollow(block: Block, library: Library) -> None:
    """Who, what, when, and the very words to say; somebody to call wherever somebody can be called."""
    assert block.title.swedish and len(block.text.swedish) > 40
    assert block.contacts or block.id == "B02"
    assert block.say or not block.contacts
    assert block.more
    assert "?" in (block.say.swedish if block.say else "?") or len(block.say.swedish) > 20  # type: ignore[union-attr]
    for directory in library.advice.directories.values():
        assert all(directory.by_id[contact] for contact in block.contacts)


def test_a_decided_eviction_replaces_the_advice_about_rent_alone() -> None:
    assert "B13" in chosen("home_at_risk", unpaid_now=["rent"])
    decided = chosen("home_at_risk", unpaid_now=["rent"], letters=["eviction_decided"])
    assert "B14" in decided and "B13" not in decided


@pytest.mark.parametrize("letter", ["lease_notice", "eviction_claim"])
def test_three_weeks_that_may_be_running_are_never_hidden_by_it(letter: str) -> None:
    both = chosen("home_at_risk", unpaid_now=["rent"], letters=["eviction_decided", letter])
    assert {"B13", "B14"} <= set(both)


def test_a_childs_debt_is_urgent_only_beside_something_urgent() -> None:
    facts = ("under_18", "minor_with_debt")
    by_id = {one.block.id: one.urgent for one in choose(BLOCKS, grounds("reminder_or_collection", facts=facts), DAY)}
    assert by_id["B26"] is False
    urgent = grounds("unopened_mail", urgent=("unopened_mail",), facts=(*facts, "urgent"))
    assert {one.block.id: one.urgent for one in choose(BLOCKS, urgent, DAY)}["B26"] is True


def test_money_controlled_is_urgent_beside_a_threat() -> None:
    for others, urgent in (((), False), (("threat_or_lent_account",), True)):
        found = choose(BLOCKS, grounds("money_controlled", *others, urgent=others), DAY)
        assert {one.block.id: one.urgent for one in found}["B19"] is urgent


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_free_advice_is_offered_at_every_level_that_needs_it(level: int) -> None:
    steps = chosen(facts=(f"level_{level}", "something_said"))
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
    given_ = (Chosen(block, block, False, ()),)
    assert "BENEFITS" in raised_flags(library.advice.flags, given_, grounds())
    assert "BENEFITS" not in raised_flags(library.advice.flags, (), grounds())
    assert FlagTrigger(blocks=("B09",)).blocks


def test_the_flags_stand_in_the_order_of_the_instrument(library: Library) -> None:
    order = (
        "SHOCK BENEFITS MULE_INFO MULE CONTESTED UNCERTAIN DEBT_RELIEF CHILDREN ID_FRAUD ABUSE SAFE_MODE GAMBLING "
        "UNDER18 THREAT CRISIS"
    )
    assert [flag.id for flag in library.advice.flags] == order.split()
