"""Which answer is worse than which, as the instrument says, and answers of every kind to try it on."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from questionnaire.model import SKIP, Questionnaire

ADULT: dict[str, tuple[str, ...]] = {
    "money_lasts": ("always", "mostly", "sometimes_not", "often_not", "no_food"),
    "months_late": ("none", "one", "two", "three_plus"),
    "answered": ("paid", "contested", "cannot_pay", "no"),
    "mail": ("open", "late", "avoid"),
    "essentials_on_credit": ("no", "once", "monthly"),
    "new_debt_for_old": ("no", "once", "several"),
    "credits": ("0", "1", "2", "3", "4_plus"),
    "repay_share": ("none", "lt10", "10to25", "25to50", "gt50"),
    "burden": ("none", "some", "heavy"),
    "buffer": ("yes", "partly", "no"),
    "shock": ("none", "one", "several"),
    "overview": ("no_debts", "yes", "roughly", "no"),
    "feeling": ("ok", "worried", "daily", "hopeless"),
    "gambling": ("no", "some", "affects"),
}
YOUTH = {name: ADULT[name] for name in ADULT if name not in ("repay_share", "buffer", "shock", "feeling")} | {
    "burden": ("none", "some", "heavy", "hopeless"),
    "support": ("yes", "unsure", "no"),
}
ORDERS = {"adult": ADULT, "youth": YOUTH}
NO_ORDER = {
    "adult": {
        "claim_right",
    },
    "youth": {"claim_right", "living"},
}
"""They choose advice or the way, and weigh nothing; but where somebody cannot pay, a claim that is right is better."""
EQUALS = {"answered": (("no", "unknown"),)}
_LETTERS = (
    "unopened payment_order state_debt decided_debt attachment seizure lease_notice other_notice eviction_claim "
    "eviction_decided bank_notice court power_cut collection reminder nothing"
)
_UNPAID = "nothing rent home_loan power state parking_fine parking_charge phone credit care"
_SPECIAL = "own_firm guardian deceased joint_or_guarantor abroad someone_gambles nothing"
_BOTH = {
    name: tuple(ids.split()) for name, ids in (("letters", _LETTERS), ("unpaid_now", _UNPAID), ("special", _SPECIAL))
}
_HAPPENED = "nothing close_decides close_borrowed stranger pressed lent_account threatened as_child"
MANY: dict[str, dict[str, tuple[str, ...]]] = {
    "adult": _BOTH | {"happened": tuple(_HAPPENED.split())},
    "youth": _BOTH
    | {
        "asked_account": ("no", "asked", "pressed", "lent_account", "threatened"),
        "name_used": ("no", "close", "stranger", "as_child"),
    },
}
"""Questions that take many: one thing more is never better. Every option, as the instrument has them."""
ALONE = {"asked_account": "no", "name_used": "no"}
"""What stands alone in a question that takes many, where it is not `nothing`."""

Raw = dict[str, Any]


def alone_in(question: str) -> str:
    """The option that says that there is nothing."""
    return ALONE.get(question, "nothing")


@st.composite
def answers(draw: st.DrawFn, questionnaire: Questionnaire) -> Raw:
    """Any answers: some questions skipped, some left out, some that will turn out not to be asked."""
    raw: Raw = {}
    for question in questionnaire.questions:
        options = [option.id for option in question.options]
        if question.kind == "one":
            raw[question.id] = draw(st.sampled_from([*options, SKIP]))
        else:
            none = alone_in(question.id)
            some = draw(st.sets(st.sampled_from([one for one in options if one != none])))
            raw[question.id] = draw(st.sampled_from([SKIP, sorted(some)])) if some else [none]
    left_out = draw(st.sets(st.sampled_from(sorted(raw)), max_size=4))
    return {name: value for name, value in raw.items() if name not in left_out}
