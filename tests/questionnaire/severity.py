"""Which answer is worse than which, as the instrument says, and answers of every kind to try it on."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from questionnaire.model import NOTHING, SKIP, Questionnaire

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
    "adult": {"claim_right"},
    "youth": {"claim_right", "living"},
}
"""They choose advice or the way, and weigh nothing."""
BEST_ONLY = {"adult": {}, "youth": {"asked_account": "no", "name_used": "no"}}
"""Different things, none worse than another, but each at least as bad as the best answer."""
EQUALS = {"answered": (("no", "unknown"),)}
MANY = {"adult": {"unpaid_now", "letters", "happened"}, "youth": {"unpaid_now", "letters"}}

Raw = dict[str, Any]


@st.composite
def answers(draw: st.DrawFn, questionnaire: Questionnaire) -> Raw:
    """Any answers: some questions skipped, some left out, some that will turn out not to be asked."""
    raw: Raw = {}
    for question in questionnaire.questions:
        options = [option.id for option in question.options]
        if question.kind == "one":
            raw[question.id] = draw(st.sampled_from([*options, SKIP]))
        else:
            some = draw(st.sets(st.sampled_from([one for one in options if one != NOTHING])))
            raw[question.id] = draw(st.sampled_from([SKIP, sorted(some)])) if some else [NOTHING]
    left_out = draw(st.sets(st.sampled_from(sorted(raw)), max_size=4))
    return {name: value for name, value in raw.items() if name not in left_out}
