"""The instrument read a second time, straight from its tables and without the engine: rules, level, headline, blocks.

It knows nothing of the content files. Where it and the engine differ, one of them has read the instrument wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Given = Mapping[str, frozenset[str]]
NOT_ASKED: frozenset[str] = frozenset()
URGENT = tuple("O9 O8 O7c O10 O2 O11 O14 O7s O1 O5 O4 O3 O12 O13 O6".split())
OTHERS = tuple(
    """
    F1 F2 F3 F4 F5 F6 F7 F8
    G1 G2 G3 G4 G5 G6 G7 G8 G9 G10 G11 G12 G13 G14
    M1 M2
    """.split()
)
NAMES = {
    "O9": "hopeless",
    "O8": "threat_or_lent_account",
    "O7c": "name_misused",
    "O7s": "name_misused",
    "O10": "no_food",
    "O2": "home_at_risk",
    "O11": "home_loan_called",
    "O14": "lease_ended_otherwise",
    "O1": "payment_order_unanswered",
    "O5": "court_unanswered",
    "O4": "power_cut_notice",
    "O3": "state_debt_unanswered",
    "O12": "decided_debt_unanswered",
    "O13": "property_seized",
    "O6": "unopened_mail",
    "F1": "late_three_months",
    "F2": "heavy_burden",
    "F3": "priority_bill_unpaid",
    "F4": "attachment_or_cannot_pay",
    "F5": "over_half_to_debt",
    "F6": "borrowing_spiral",
    "F7": "essentials_every_month",
    "F8": "money_controlled",
    "G1": "late_once_or_twice",
    "G2": "other_bill_unpaid",
    "G3": "reminder_or_collection",
    "G4": "essentials_on_credit",
    "G5": "borrowed_for_old_once",
    "G6": "quarter_to_debt",
    "G7": "many_credits",
    "G8": "often_short",
    "G9": "too_little_known",
    "G10": "gambling_takes_money",
    "G11": "mail_avoided",
    "G12": "worried_daily",
    "G13": "change_without_buffer",
    "G14": "debts_from_childhood",
    "M1": "income_too_low",
    "M2": "month_does_not_add_up",
}
LEVEL_OF = {"O": 4, "F": 3, "G": 2, "M1": 3, "M2": 2}
CUTS = {"adult": (5, 12), "youth": (4, 9)}
ALONE = dict.fromkeys(("letters", "unpaid_now", "happened", "special"), "nothing") | dict.fromkeys(
    ("asked_account", "name_used"), "no"
)
SCREEN_ONLY = {
    "adult": {"happened": ["nothing"], "feeling": "ok", "gambling": "no"},
    "youth": {"asked_account": ["no"], "name_used": ["no"], "burden": "none", "gambling": "no"},
}
"""The questions that never leave the screen, with their best answers (instrument, 1)."""
_BOTH = {
    "letters": "collection 2 reminder 1",
    "months_late": "one 1 two 2 three_plus 3",
    "mail": "late 1 avoid 2",
    "essentials_on_credit": "once 1 monthly 3",
    "new_debt_for_old": "once 2 several 3",
    "burden": "some 1 heavy 3",
    "overview": "roughly 1 no 2",
}
POINTS = {
    "adult": _BOTH
    | {
        "unpaid_now": "rent 3 home_loan 3 power 3 state 3 parking_fine 3 parking_charge 1 phone 1 credit 1 care 1",
        "money_lasts": "sometimes_not 1 often_not 2 no_food 3",
        "credits": "2 1 3 1 4_plus 2 unknown 1",
        "repay_share": "10to25 1 25to50 2 gt50 3 unknown 1",
        "buffer": "partly 1 no 2",
        "shock": "one 1 several 2",
        "gambling": "affects 1",
    },
    "youth": _BOTH
    | {
        "money_lasts": "sometimes_not 1 often_not 2 no_food 2",
        "credits": "3 2 4_plus 2 unknown 1",
        "gambling": "some 1 affects 2",
        "support": "unsure 1 no 1",
    },
}
"""Option and points, of every option that has any (instrument, 2 and 3)."""


@dataclass(frozen=True, slots=True)
class Life:
    """What is known of somebody. `given` has every question on the path: its options, `skip`, or nothing if unasked."""

    questionnaire: str
    given: Given
    points: int
    short_before_debts: bool = False
    short_after_debts: bool = False
    under_18: bool = False
    helping: bool = False
    child: bool = False

    def has(self, question: str, *options: str) -> bool:
        """Whether one of these options was chosen."""
        return not self.given.get(question, NOT_ASKED).isdisjoint(options)

    @property
    def partial(self) -> bool:
        """Whether a question of the rest was neither answered nor skipped."""
        return not all(self.given.values())


def points_of(questionnaire: str, given: Given) -> int:
    """The points: of a question that takes many the largest, not the sum."""
    total = 0
    for question, table in POINTS[questionnaire].items():
        words = table.split()
        weights = dict(zip(words[::2], map(int, words[1::2]), strict=True))
        total += max((weights.get(option, 0) for option in given.get(question, NOT_ASKED)), default=0)
    return total


def public_given(questionnaire: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers as they are for what leaves the screen."""
    public = {**answers, **SCREEN_ONLY[questionnaire]}
    special = public.get("special")
    if isinstance(special, list):
        public["special"] = [option for option in special if option != "someone_gambles"] or ["nothing"]
    return public


def rules(life: Life) -> tuple[str, ...]:
    """The codes of the rules that fire, in the order they are listed (instrument, 4)."""
    fires = _urgent(life) | _help(life) | _early(life) | {"M1": life.short_before_debts, "M2": life.short_after_debts}
    if fires["O7c"]:
        fires["O7s"] = False
    return tuple(code for code in (*URGENT, *OTHERS) if fires[code])


def _unanswered(life: Life, letter: str) -> bool:
    if not life.has("letters", letter):
        return False
    wrong = life.has("answered", "cannot_pay") and not life.has("claim_right", "right")
    return wrong or life.has("answered", "no", "unknown", "skip")


def _urgent(life: Life) -> dict[str, bool]:
    has = life.has
    return {
        "O9": has("feeling", "hopeless") or has("burden", "hopeless"),
        "O8": any(has(q, "threatened", "pressed", "lent_account") for q in ("happened", "asked_account")),
        "O7c": has("happened", "close_borrowed") or has("name_used", "close"),
        "O7s": has("happened", "stranger") or has("name_used", "stranger"),
        "O10": has("money_lasts", "no_food"),
        "O2": has("unpaid_now", "rent") or has("letters", "lease_notice", "eviction_claim", "eviction_decided"),
        "O11": has("letters", "bank_notice"),
        "O14": has("letters", "other_notice"),
        "O1": _unanswered(life, "payment_order"),
        "O5": _unanswered(life, "court"),
        "O4": has("letters", "power_cut"),
        "O3": _unanswered(life, "state_debt"),
        "O12": _unanswered(life, "decided_debt"),
        "O13": has("letters", "seizure"),
        "O6": has("letters", "unopened"),
    }


def _help(life: Life) -> dict[str, bool]:
    has = life.has
    return {
        "F1": has("months_late", "three_plus"),
        "F2": has("burden", "heavy"),
        "F3": has("unpaid_now", "rent", "home_loan", "power", "state", "parking_fine"),
        "F4": has("letters", "attachment") or has("answered", "cannot_pay"),
        "F5": has("repay_share", "gt50"),
        "F6": has("new_debt_for_old", "several"),
        "F7": has("essentials_on_credit", "monthly"),
        "F8": has("happened", "close_decides"),
    }


def _early(life: Life) -> dict[str, bool]:
    has = life.has
    return {
        "G1": has("months_late", "one", "two"),
        "G2": has("unpaid_now", "phone", "credit", "care", "parking_charge"),
        "G3": has("letters", "reminder", "collection") or has("answered", "paid", "contested"),
        "G4": has("essentials_on_credit", "once", "monthly"),
        "G5": has("new_debt_for_old", "once"),
        "G6": has("repay_share", "25to50"),
        "G7": has("credits", "4_plus"),
        "G8": has("money_lasts", "often_not"),
        "G9": any(has(q, "skip") for q in ("letters", "unpaid_now", "money_lasts", "months_late"))
        or not life.given["months_late"],
        "G10": has("gambling", "affects"),
        "G11": has("mail", "avoid"),
        "G12": has("feeling", "daily"),
        "G13": has("shock", "several") and has("buffer", "partly", "no", "skip"),
        "G14": has("happened", "as_child") or has("name_used", "as_child"),
    }


def level(life: Life, fired: Iterable[str]) -> int:
    """4 if any O; else 3 if any F or the upper cut; else 2 if any G or the lower cut; else 1."""
    two, three = CUTS[life.questionnaire]
    by_points = 3 if life.points >= three else 2 if life.points >= two else 1
    return max([by_points, *(LEVEL_OF.get(code) or LEVEL_OF[code[0]] for code in fired)])


def headline(life: Life, fired: tuple[str, ...]) -> str:
    """The first of the table that fits (instrument, 1)."""
    found = level(life, fired)
    quiet = set(fired) <= {"G9"} and life.points < CUTS[life.questionnaire][0]
    skipped = life.has("letters", "skip") or life.has("unpaid_now", "skip")
    if found == 4:
        return "urgent"
    if quiet and (skipped or ("G9" in fired and not life.partial)):
        return "too_little_known"
    if quiet and life.partial:
        return "nothing_urgent"
    return {3: "get_help", 2: "one_step", 1: "stable"}[found]
