"""The one place where question ids meet calculator inputs."""

from __future__ import annotations

from calculator.budget import BudgetSums, share_band, summarise
from questionnaire.answers import Answers
from questionnaire.assess import Assessment
from questionnaire.journey import Journey, journey
from questionnaire.model import SKIP, Questionnaire
from report.case import Case

SHARE = "repay_share"
"""The question that asks for the share of income that goes to debts; a budget knows it too."""

SIGNS_OF_DEBT = {
    "letters": {"reminder", "collection", "payment_order", "state_debt", "court", "attachment"},
    "credits": {"1", "2", "3", "4_plus"},
    "new_debt_for_old": {"once", "several"},
}


def walk(questionnaire: Questionnaire, case: Case) -> Journey:
    """The journey of a case; a budget's share of income to debts counts where it is worse than the answer."""
    return journey(questionnaire, _with_budget_share(questionnaire, case))


def budget_sums(case: Case) -> BudgetSums | None:
    """The sums of the budget, öre a month; None where no amount was given."""
    return summarise(case.budget) if case.budget and any(case.budget) else None


def rule_facts(sums: BudgetSums | None) -> frozenset[str]:
    """What the budget tells the rules."""
    facts = set()
    if sums and sums.left_before_debts < 0:
        facts.add("left_before_debts_negative")
    if sums and sums.left_after_debts < 0:
        facts.add("left_after_debts_negative")
    return frozenset(facts)


def advice_facts(case: Case, walked: Journey, assessed: Assessment, sums: BudgetSums | None) -> frozenset[str]:
    """Everything advice may ask for besides rules and answers."""
    holds = {
        f"level_{assessed.level}": case.assessed,
        "points_high": assessed.points_high,
        "under_18": case.under_18,
        "has_debt": _has_debt(walked, sums),
        "helping": case.helping,
        "child_in_household": bool(case.household and case.household.children),
    }
    return rule_facts(sums) | frozenset(fact for fact, true in holds.items() if true)


def _has_debt(walked: Journey, sums: BudgetSums | None) -> bool:
    unpaid = walked.given.get("unpaid_now", frozenset()) - {SKIP, "nothing"}
    signs = any(
        not walked.given.get(question, frozenset()).isdisjoint(some) for question, some in SIGNS_OF_DEBT.items()
    )
    return bool(unpaid) or signs or bool(sums and sums.debts > 0)


def _with_budget_share(questionnaire: Questionnaire, case: Case) -> Answers:
    question = questionnaire.by_id.get(SHARE)
    band = share_band(case.budget) if case.budget else None
    if question is None or band is None or not case.assessed:
        return case.answers
    answered = case.answers.chosen.get(SHARE, (SKIP,))[0]
    weight = question.by_id[answered].points if answered != SKIP else 0
    worse = answered == SKIP or question.by_id[band].points > weight
    return case.answers.with_(SHARE, (band,)) if worse else case.answers
