"""The one place where question ids meet calculator inputs."""

from __future__ import annotations

import datetime

from calculator.budget import Budget, BudgetSums, share_band, summarise, total
from calculator.household import Household
from calculator.minimum_standard import ChildAtHome, MinimumStandardInput
from calculator.money import rounded
from calculator.protected_amount import ChildWithBenefits, ProtectedAmountInput
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


FOR_A_CHILD = ("child_benefit", "maintenance_received")
"""Income that comes for the children: it lowers their own normal amounts, and is not the adults'."""
FOR_THE_HOME = ("housing_allowance", "pension_housing")
NOT_TAKEN = ("income_support", "help_from_relatives", "care_allowance")
"""Income that is left out: it is given for a purpose, or by somebody who need not."""
COSTS_OF_THE_HOME = ("rent", "home_fee", "home_loan_interest", "heating", "water", "municipal_charges")
"""What is added to the normal amount; electricity in the home is already in it."""
A_COUPLE = 2


def protected_from_budget(
    household: Household | None, budget: Budget | None, day: datetime.date
) -> ProtectedAmountInput | None:
    """What the budget tells of the amount that is kept at attachment; None where it tells too little.

    Two adults are taken to be a couple. What comes for the children is parted equally between them.
    """
    if household is None or budget is None or not 1 <= len(household.adults) <= A_COUPLE:
        return None
    income = {line.id: line for line in budget.income}
    own = [line for line in budget.income if line.id not in (*FOR_A_CHILD, *FOR_THE_HOME, *NOT_TAKEN)]
    home = [line for line in budget.costs if line.id in COSTS_OF_THE_HOME]
    if not own or not home:
        return None
    benefits = rounded(total(income[name] for name in FOR_A_CHILD if name in income))
    share, over = divmod(benefits, len(household.children) or 1)
    children = tuple(
        ChildWithBenefits.model_construct(age=child.age, benefits=share + (over if number == 0 else 0))
        for number, child in enumerate(household.children)
    )
    return ProtectedAmountInput.model_construct(
        day=day,
        adults=len(household.adults),
        children=children,
        net_income=rounded(total(own)),
        housing=rounded(total(home)),
        housing_allowance=rounded(total(income[name] for name in FOR_THE_HOME if name in income)),
        extras=0,
    )


def standard_from_household(household: Household | None, day: datetime.date) -> MinimumStandardInput | None:
    """The household as the national standard takes it; None where it is larger than one adult or a couple."""
    if household is None or not 1 <= len(household.adults) <= A_COUPLE:
        return None
    children = (ChildAtHome(age=child.age, lunch_away=child.lunch_away) for child in household.children)
    return MinimumStandardInput.model_construct(day=day, adults=len(household.adults), children=tuple(children))
