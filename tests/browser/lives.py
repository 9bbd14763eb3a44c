"""What the walks answer. Each life meets every question of its questionnaire, or leads to one kind of result."""

from __future__ import annotations

from typing import Final

from tests.browser.walk import Answers

CALM: Final[Answers] = {
    "money_lasts": "always",
    "months_late": "none",
    "unpaid_now": ["nothing"],
    "letters": ["nothing"],
    "mail": "open",
    "essentials_on_credit": "no",
    "new_debt_for_old": "no",
    "credits": "0",
    "repay_share": "none",
    "burden": "none",
    "buffer": "yes",
    "shock": "none",
    "overview": "no_debts",
    "feeling": "ok",
    "happened": ["nothing"],
    "gambling": "no",
    "special": ["nothing"],
}
"""Nothing is wrong: the lowest level."""

WHOLE_ADULT: Final[Answers] = {
    **CALM,
    "letters": ["reminder", "payment_order"],
    "answered": "no",
    "claim_right": "partly",
}
"""An unanswered payment order, so that the questions about the letter are asked too."""
ADULT_QUESTIONS = 19

WHOLE_YOUTH: Final[Answers] = {
    "living": "parents",
    "money_lasts": "mostly",
    "months_late": "one",
    "unpaid_now": ["phone"],
    "credits": "2",
    "new_debt_for_old": "no",
    "essentials_on_credit": "no",
    "letters": ["court"],
    "answered": "cannot_pay",
    "claim_right": "wrong",
    "mail": "late",
    "gambling": "some",
    "support": "unsure",
    "overview": "roughly",
    "asked_account": ["asked"],
    "name_used": ["as_child"],
    "burden": "some",
    "special": ["nothing"],
}
YOUTH_QUESTIONS = 18

# From a calm life to each kind of result, by one answer: what to change, and the headline in the source language.
LEVELS: Final = {
    "two": ("months_late", "one", "Bra läge att ta ett steg"),
    "three": ("burden", "heavy", "Ta hjälp, den är gratis"),
    "four": ("unpaid_now", ["rent"], "Det här är bråttom. Börja med steg 1."),
}
