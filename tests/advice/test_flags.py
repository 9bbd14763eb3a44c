"""The flags of a report: when each is raised, and their order."""

from __future__ import annotations

import datetime

import pytest

from advice.choose import Grounds, choose, raised_flags
from advice.model import FlagTrigger
from report.library import Library

DAY = datetime.date(2026, 11, 23)


def grounds(*rules: str, facts: tuple[str, ...] = (), **given: list[str]) -> Grounds:
    answers = {question: frozenset(options) for question, options in given.items()}
    return Grounds(frozenset(rules), answers, frozenset(facts))


def test_a_flag_may_ask_for_a_block(library: Library) -> None:
    chosen = choose(library.advice.blocks, grounds("often_short"), DAY)
    assert "BENEFITS" in raised_flags(library.advice.flags, chosen, grounds())
    assert "BENEFITS" not in raised_flags(library.advice.flags, (), grounds())
    assert FlagTrigger(blocks=("B09",)).blocks


@pytest.mark.parametrize(
    "rule", ["home_at_risk", "power_cut_notice", "no_food", "home_loan_called", "lease_ended_otherwise"]
)
def test_children_are_flagged_where_home_power_or_food_is_at_stake(rule: str, library: Library) -> None:
    assert "CHILDREN" in raised_flags(library.advice.flags, (), grounds(rule, facts=("child_in_household",)))
    assert "CHILDREN" not in raised_flags(library.advice.flags, (), grounds(rule))


@pytest.mark.parametrize("rule", ["name_misused_close", "money_controlled", "debts_from_childhood"])
def test_what_somebody_close_does_is_abuse_and_makes_it_safe(rule: str, library: Library) -> None:
    assert {"ABUSE", "SAFE_MODE"} <= set(raised_flags(library.advice.flags, (), grounds(rule)))


def test_the_flags_stand_in_the_order_of_the_instrument(library: Library) -> None:
    order = (
        "SHOCK BENEFITS MULE_INFO MULE CONTESTED UNCERTAIN DEBT_RELIEF CHILDREN ID_FRAUD ABUSE SAFE_MODE GAMBLING "
        "UNDER18 THREAT CRISIS"
    )
    assert [flag.id for flag in library.advice.flags] == order.split()


@pytest.mark.parametrize(
    ("given", "flag"),
    [
        ({"asked_account": ["asked"]}, "MULE_INFO"),
        ({"asked_account": ["pressed"]}, "MULE"),
        ({"happened": ["lent_account"]}, "MULE"),
        ({"answered": ["contested"]}, "CONTESTED"),
        ({"name_used": ["stranger"]}, "ID_FRAUD"),
        ({"happened": ["threatened"]}, "THREAT"),
        ({"gambling": ["affects"]}, "GAMBLING"),
    ],
)
def test_an_answer_raises_its_flag_and_no_other(given: dict[str, list[str]], flag: str, library: Library) -> None:
    assert raised_flags(library.advice.flags, (), grounds(**given)) == (flag,)
