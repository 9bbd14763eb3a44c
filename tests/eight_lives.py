"""Eight lives that the pages are measured by: what is typed is read as a saved file is."""

from __future__ import annotations

from typing import Any, Final

from tests.conftest import TODAY

BUDGET: Final[dict[str, Any]] = {
    "income": [{"id": "pay", "amount": "21400", "period": "month"}],
    "costs": [{"id": "rent", "amount": "9900", "period": "month"}],
}
QUICK: Final[dict[str, Any]] = {"happened": ["nothing"], "feeling": "worried"}
"""The last two of the quick part, where nothing is wrong with them."""


def _life(age: int, answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"questionnaire": "adult", "age": age, "answers": answers, **more}


CALM: Final[dict[str, Any]] = {
    "letters": ["nothing"],
    "unpaid_now": ["nothing"],
    "money_lasts": "always",
    "happened": ["nothing"],
    "feeling": "ok",
    "months_late": "none",
    "mail": "open",
    "essentials_on_credit": "no",
    "new_debt_for_old": "no",
    "credits": "0",
    "repay_share": "none",
    "burden": "none",
    "buffer": "partly",
    "shock": "none",
    "overview": "no_debts",
    "gambling": "no",
    "special": ["nothing"],
}
EIGHT: Final[dict[str, dict[str, Any]]] = {
    "rent and unopened letters": _life(
        38, {"letters": ["unopened"], "unpaid_now": ["rent"], "money_lasts": "often_not", **QUICK}, budget=BUDGET
    ),
    "payment order, confirmed": _life(
        44,
        {
            "letters": ["payment_order"],
            "answered": "no",
            "claim_right": "unknown",
            "unpaid_now": ["nothing"],
            "money_lasts": "sometimes_not",
            **QUICK,
        },
        letters_dates={"payment_order": {"day": "2026-11-20", "days": 10}},
    ),
    "22 years, pay-later and inkasso": _life(
        22,
        {
            "letters": ["collection"],
            "unpaid_now": ["credit"],
            "money_lasts": "sometimes_not",
            **QUICK,
            "credits": "4_plus",
            "new_debt_for_old": "once",
            "burden": "heavy",
        },
        letters_dates={"collection": {"last": "2026-11-29"}},
    ),
    "four clocks": _life(
        51,
        {
            "letters": ["payment_order", "decided_debt", "court", "power_cut"],
            "answered": "no",
            "claim_right": "wrong",
            "unpaid_now": ["power"],
            "money_lasts": "often_not",
            **QUICK,
        },
        letters_dates={
            "payment_order": {"day": "2026-11-19", "days": 10},
            "decided_debt": {"day": "2026-11-02"},
            "court": {"last": "2026-12-04"},
            "power_cut": {"day": "2026-11-16"},
        },
    ),
    "crisis": _life(
        47,
        {
            "letters": ["payment_order"],
            "answered": "no",
            "claim_right": "unknown",
            "unpaid_now": ["rent"],
            "money_lasts": "no_food",
            "happened": ["nothing"],
            "feeling": "hopeless",
        },
        letters_dates={"payment_order": {"last": "2026-11-24"}},
    ),
    "abuse": _life(
        33,
        {
            "letters": ["collection"],
            "unpaid_now": ["phone"],
            "money_lasts": "sometimes_not",
            "happened": ["close_decides", "close_borrowed"],
            "feeling": "worried",
        },
    ),
    "calm": _life(36, CALM, budget=BUDGET),
    "nothing known": _life(
        40, {one: "skip" for one in ("letters", "unpaid_now", "money_lasts", "happened", "feeling")}
    ),
}
"""Name → the case; the day is that of the tests."""
DAY: Final = TODAY
MANY_URGENT: Final = ("four clocks",)
"""Lives with so many urgent rows that the page may be longer."""
