"""Which advice, and in which words: the table of the instrument. The order is tested with the plan."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advice.choose import FACTS, Chosen, Grounds, choose
from advice.model import Addition, Block, Trigger
from report.library import load_library

TABLE = (
    "B22 B21 B20 B19 B23 B14 B32 B13 B35 B36 B10 B11 B28 B15 B12 B33 B34 B18 B25 B24 B05 B43 B08 B16 B17 B39 B38 B27 "
    "B44 B06 B29 B09 B40 B37 B41 B04 B03 B22b B42 B26 B30 B31 B07 B02 B01"
).split()
DAY = datetime.date(2026, 11, 23)
BLOCKS = load_library().advice.blocks
QUESTIONS = load_library().questions
URGENT = frozenset(name for rule in QUESTIONS.book.rules if rule.tier == "urgent" for name in (rule.id, rule.key))


def grounds(*rules: str, facts: tuple[str, ...] = (), **given_: list[str]) -> Grounds:
    answers = {question: frozenset(options) for question, options in given_.items()}
    return Grounds(frozenset(rules), answers, frozenset(facts), URGENT.intersection(rules))


def given_to(*rules: str, day: datetime.date = DAY, **more: Any) -> dict[str, Chosen]:
    return {one.block.id: one for one in choose(BLOCKS, grounds(*rules, **more), day)}


def words(block: str, *rules: str, **more: Any) -> str:
    """What the block says to somebody; a fault where it is not given."""
    text = given_to(*rules, **more)[block].said.text
    assert text is not None
    return text.swedish


def test_the_blocks_are_those_of_the_table_in_its_order() -> None:
    assert [block.id for block in BLOCKS] == TABLE


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_no_block_is_hollow(block: Block) -> None:
    """What, the very words to say, what to know besides; somebody to call wherever somebody can be called."""
    assert len(block.text.swedish) > 40 and block.more and block.sources
    assert block.contacts or block.id == "B02"
    assert block.say or not block.contacts


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_every_variant_says_something_of_its_own(block: Block) -> None:
    for variant in block.variants:
        own = [name for name in ("text", "say", "contacts", "by") if getattr(variant, name) is not None]
        assert any(getattr(variant, name) != getattr(block, name) for name in own), variant.id


def test_an_eviction_stands_instead_of_the_rent_unless_three_weeks_may_be_running() -> None:
    rent = {"unpaid_now": ["rent"]}
    assert "B13" in given_to("home_at_risk", **rent)
    decided = given_to("home_at_risk", letters=["eviction_decided"], **rent)
    assert "B14" in decided and "B13" not in decided
    for running in ("lease_notice", "eviction_claim"):
        both = given_to("home_at_risk", letters=["eviction_decided", running], **rent)
        assert {"B13", "B14"} <= set(both)


def test_an_application_asks_for_the_rent_unless_another_bill_was_named() -> None:
    assert "B13" in given_to("home_at_risk", letters=["eviction_claim"], unpaid_now=["skip"])
    assert "B13" not in given_to("home_at_risk", letters=["eviction_claim"], unpaid_now=["nothing"])
    assert "B13" in given_to("home_at_risk", letters=["eviction_claim", "lease_notice"], unpaid_now=["nothing"])


def test_the_three_weeks_are_told_with_and_without_their_day() -> None:
    notice: dict[str, Any] = {"letters": ["lease_notice"]}
    assert "tre veckor" in words("B13", "home_at_risk", **notice)
    assert "den dag som står här" in words("B13", "home_at_risk", facts=("win_back_day_known",), **notice)
    gone = words("B13", "home_at_risk", facts=("win_back_day_known", "win_back_day_gone"), **notice)
    assert "har gått" in gone and "ändå i dag" in gone
    assert "föreningen" in words("B13", "home_at_risk", facts=("owns_home",), **notice)
    assert "tre veckor" not in words("B13", "home_at_risk", unpaid_now=["rent"])


@pytest.mark.parametrize(
    ("right", "is_said"),
    [("right", "Betala allt"), ("wrong", "Betala inte det"), ("partly", "Betala inte det"), ("unknown", "Fråga vad")],
)
def test_a_payment_order_is_answered_as_the_claim_is_seen(right: str, is_said: str) -> None:
    assert is_said in words("B10", "payment_order_unanswered", claim_right=[right])
    assert words("B10", "payment_order_unanswered", claim_right=["skip"]) == words("B10", "payment_order_unanswered")


@pytest.mark.parametrize("right", ["right", "wrong", "unknown"])
def test_nobody_who_need_not_pay_is_told_to_pay_a_payment_order(right: str) -> None:
    more: dict[str, Any] = {"claim_right": [right], "letters": ["payment_order"]}
    for own in ({"facts": ("under_18",)}, {"special": ["deceased"]}, {"special": ["guardian"]}):
        assert "Betala allt" not in words("B10", "payment_order_unanswered", **more, **own)
    assert "Ring Kronofogden när det är säkert" in words(
        "B10", "payment_order_unanswered", facts=("safe_mode",), **more
    )


@pytest.mark.parametrize(
    ("letter", "rule", "to"),
    [
        ("payment_order", "payment_order_unanswered", "Mina sidor"),
        ("court", "court_unanswered", "domstolen"),
        ("state_debt", "state_debt_unanswered", "myndigheten"),
        ("decided_debt", "decided_debt_unanswered", "återvinning"),
    ],
)
def test_a_no_is_sent_to_the_one_who_wrote(letter: str, rule: str, to: str) -> None:
    assert to in words("B11", rule, claim_right=["wrong"], letters=[letter])
    assert "B11" not in given_to(rule, claim_right=["right"], letters=[letter])


def test_money_that_somebody_controls_is_urgent_beside_a_threat() -> None:
    assert not given_to("money_controlled")["B19"].urgent
    assert given_to("money_controlled", "threat_or_lent_account")["B19"].urgent
    assert given_to("name_misused_close")["B19"].urgent


def test_who_was_asked_for_the_account_and_who_lent_it_are_told_different_things() -> None:
    asked = given_to(asked_account=["asked"])["B20"]
    assert not asked.urgent and asked.said.by == "later"
    rule = "threat_or_lent_account"
    assert "försvarare" in words("B20", rule, asked_account=["asked", "lent_account"])
    assert "behöver inte svara" in words("B20", rule, happened=["pressed", "lent_account"])
    lent, pressed = (given_to(rule, happened=[option])["B20"].said.contacts for option in ("lent_account", "pressed"))
    both = given_to(rule, happened=["pressed", "lent_account"])["B20"].said.contacts
    assert lent and pressed and both
    assert "bank" in lent and "bank" not in pressed and set(both) == {*pressed, "bank"}


def test_a_stranger_and_somebody_close_give_each_their_step() -> None:
    both = given_to("name_misused_close", "name_misused_stranger", happened=["close_borrowed", "stranger"])
    assert both["B18"].urgent and both["B19"].urgent
    assert "B18" not in given_to("name_misused_close", happened=["close_borrowed"])


def test_help_with_a_low_income_is_for_today_and_never_urgent() -> None:
    low = given_to("income_too_low", facts=("level_3", "left_before_debts_negative"))["B09"]
    assert low.said.by == "today" and not low.urgent
    assert given_to(shock=["one"])["B09"].said.by == "this_week"
    assert not given_to("no_food")["B09"].urgent
    assert "bostadstillägg" in words("B09", "often_short", facts=("from_66",))


def test_a_childs_debt_is_urgent_where_anything_is() -> None:
    assert not given_to(facts=("under_18", "minor_with_debt"))["B26"].urgent
    assert given_to("unopened_mail", facts=("under_18", "minor_with_debt", "urgent"))["B26"].urgent
    assert "B26" not in given_to("unopened_mail", facts=("under_18", "urgent"))
    grown = words("B26", "debts_from_childhood", happened=["as_child"])
    assert "skolkuratorn" not in grown


def test_nothing_about_a_loudspeaker_where_somebody_close_may_listen() -> None:
    assert "högtalare" in words("B30", facts=("helping",))
    assert "högtalare" not in words("B30", "money_controlled", facts=("helping",))


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_free_advice_is_offered_at_every_level_that_needs_it(level: int) -> None:
    steps = given_to(facts=(f"level_{level}", "something_said", "nothing_to_keep"))
    assert ("B08" in steps) is (level == 3)
    assert ("B07" in steps) is (level in (1, 2))
    assert "B08" in given_to(facts=("level_4", "two_urgent_rules"))


@pytest.mark.parametrize("mail", ["open", "late"])
@pytest.mark.parametrize("buffer", ["yes", "partly", "no"])
def test_level_one_has_exactly_one_keeping_step(mail: str, buffer: str) -> None:
    keeps = ("nothing_to_keep",) if mail == "open" and buffer == "yes" else ()
    facts = ("level_1", "money_lasts", "something_said", *keeps)
    steps = given_to(facts=facts, mail=[mail], buffer=[buffer])
    assert set(steps) == {"B01" if mail == "late" else "B02" if buffer != "yes" else "B07"}


def test_where_nothing_is_known_more_questions_stand_instead_of_keeping_steps() -> None:
    steps = given_to("too_little_known", facts=("level_2", "nothing_said"), mail=["late"], buffer=["no"])
    assert set(steps) == {"B31"}


@pytest.mark.parametrize(
    ("block", "rule", "before", "after"),
    [
        ("B35", "home_loan_called", datetime.date(2026, 11, 19), datetime.date(2026, 11, 20)),
        ("B09", "often_short", datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)),
    ],
)
def test_what_ends_on_a_day_is_followed_by_something_neutral(
    block: str, rule: str, before: datetime.date, after: datetime.date
) -> None:
    first, then = (given_to(rule, day=day)[block].added for day in (before, after))
    assert first != then
    assert "kan ha ändrats" in " ".join(one.text.swedish for one in then)
    assert "kan ha ändrats" not in " ".join(one.text.swedish for one in first)


def test_sentences_with_a_day_are_folded() -> None:
    dated: list[Addition] = [one for block in BLOCKS for one in block.also if one.from_ or one.until]
    assert dated and all(one.folded for one in dated)


def test_a_trigger_holds_when_each_of_its_parts_does() -> None:
    answers = {"shock": ("one", "several")}
    trigger = Trigger(rules=("no_food", "hopeless"), answers=answers, unless={"mail": ("open",)}, facts=("under_18",))
    whole: dict[str, Any] = {"facts": ("under_18",), "shock": ["several"]}
    assert grounds("no_food", **whole).meet(trigger)
    assert not grounds(**whole).meet(trigger)
    assert not grounds("no_food", facts=("under_18",)).meet(trigger)
    assert not grounds("no_food", shock=["one"]).meet(trigger)
    assert not grounds("no_food", facts=("under_18",), shock=["none"]).meet(trigger)
    assert not grounds("no_food", mail=["open"], **whole).meet(trigger)


RULES = sorted({name for rule in QUESTIONS.book.rules for name in (rule.id, rule.key)})
OPTIONS = {
    question.id: sorted(question.by_id) for one in QUESTIONS.questionnaires.values() for question in one.questions
}


@given(st.data())
def test_no_step_comes_twice_and_only_urgent_rules_make_steps_urgent(data: st.DataObject) -> None:
    rules = data.draw(st.sets(st.sampled_from(RULES)))
    facts = data.draw(st.sets(st.sampled_from([fact for fact in FACTS if fact != "urgent"])))
    some = data.draw(st.dictionaries(st.sampled_from(sorted(OPTIONS)), st.just(None), max_size=6))
    answers = {name: data.draw(st.lists(st.sampled_from(OPTIONS[name]), min_size=1, max_size=3)) for name in some}
    steps = choose(BLOCKS, grounds(*rules, facts=tuple(facts), **answers), DAY)
    assert len(steps) == len({step.block.id for step in steps})
    assert URGENT.intersection(rules) or not any(step.urgent for step in steps)
    assert all(step.said.title and step.said.text for step in steps)
