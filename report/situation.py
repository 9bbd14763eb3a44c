"""The one place where question ids meet calculator inputs."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

from calculator.budget import Budget, BudgetSums, share_band, summarise
from calculator.household import Household
from calculator.minimum_standard import MOST_ADULTS, OLDEST_CHILD, ChildAtHome, MinimumStandardInput
from questionnaire.answers import Answers
from questionnaire.assess import Assessment
from questionnaire.journey import Journey, journey
from questionnaire.model import SKIP, Questionnaire
from report.case import Case

SHARE = "repay_share"
"""The question that asks for the share of income that goes to debts; a budget knows it too."""
NOT_ASKED_FOR = ("student_loan_csn",)
"""Debts that the question leaves out."""

OF_A_MINOR: Mapping[str, frozenset[str]] = {
    "letters": frozenset({"payment_order", "decided_debt", "court", "collection", "reminder"}),
    "unpaid_now": frozenset({"phone", "credit"}),
    "credits": frozenset({"1", "2", "3", "4_plus", "unknown"}),
}
"""Answers that tell of a debt that a child can as a rule not be bound by."""
NONE: frozenset[str] = frozenset()
UP_TO = {"school": 20, "housing_allowance": 28, "studies": 30}
"""The oldest age, in years, at which a contact is likely to help."""
PENSION_AGE = 66
NO_ROOM = frozenset({"often_short", "no_food", "income_too_low", "month_does_not_add_up"})
"""Rules with which the money does not last, so that there is nothing to put aside."""
NOT_ALONE = frozenset({"name_misused_close", "money_controlled", "debts_from_childhood", "threat_or_lent_account"})
"""Rules with which somebody may be watching."""
STUDY_SUPPORT = ("study_support", "study_grant")
ILLNESS = ("sickness_benefit",)


def walk(questionnaire: Questionnaire, case: Case) -> Journey:
    """The journey of a case; a budget's share of income to debts counts where it is worse than the answer."""
    answers = _with_budget_share(questionnaire, case)
    return journey(questionnaire, answers.for_age(questionnaire, under_18=case.under_18))


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
    rules = set(assessed.rule_ids)
    given = walked.given if case.assessed else {}
    holds = {
        f"level_{assessed.level}": case.assessed,
        "points_high": assessed.points_high,
        "urgent": bool(assessed.urgent_rule_ids),
        "two_urgent_rules": len(assessed.urgent_rule_ids) > 1,
        "money_lasts": rules.isdisjoint(NO_ROOM),
        "nothing_said": case.assessed and assessed.headline in ("nothing_urgent", "too_little_known"),
        "something_said": case.assessed and assessed.headline not in ("nothing_urgent", "too_little_known"),
        "only_too_little": case.assessed and walked.partial and assessed.only_too_little,
        "nothing_to_keep": given.get("mail", NONE).isdisjoint({"late"})
        and given.get("buffer", NONE).isdisjoint({"partly", "no"}),
        "safe_mode": not assessed.names.isdisjoint(NOT_ALONE),
        "minor_with_debt": case.under_18 and _has_debt_of_a_minor(given),
        "helping": case.helping,
    }
    found = frozenset(fact for fact, true in holds.items() if true)
    return rule_facts(sums) | found | personal_facts(case, walked)


def personal_facts(case: Case, walked: Journey) -> frozenset[str]:
    """Whom it is about, as far as advice and contacts ask."""
    household, age = case.household, case.age_of_me
    income = {line.id for line in case.budget.income} if case.budget else set()
    known = age is not None
    years = age or 0
    holds = {
        "under_18": case.under_18,
        "child_in_household": bool(household and household.children),
        "tenant": household is None or household.tenant,
        "owns_home": household is not None and not household.tenant,
        "own_firm": "own_firm" in walked.given.get("special", NONE),
        "study_support": not income.isdisjoint(STUDY_SUPPORT),
        "ill": not income.isdisjoint(ILLNESS),
        "up_to_20": known and years <= UP_TO["school"],
        "up_to_28": known and years <= UP_TO["housing_allowance"],
        "up_to_30": known and years <= UP_TO["studies"],
        "from_66": known and years >= PENSION_AGE,
    }
    return frozenset(fact for fact, true in holds.items() if true)


def _has_debt_of_a_minor(given: Mapping[str, frozenset[str]]) -> bool:
    return any(not given.get(question, NONE).isdisjoint(options) for question, options in OF_A_MINOR.items())


def _with_budget_share(questionnaire: Questionnaire, case: Case) -> Answers:
    question = questionnaire.by_id.get(SHARE)
    band = share_band(_as_asked(case.budget)) if case.budget else None
    if question is None or band is None or not case.assessed:
        return case.answers
    answered = case.answers.chosen.get(SHARE, (SKIP,))[0]
    weight = question.by_id[answered].points if answered != SKIP else 0
    worse = answered == SKIP or question.by_id[band].points > weight
    return case.answers.with_(SHARE, (band,)) if worse else case.answers


def _as_asked(budget: Budget) -> Budget:
    """The budget with the debts that the question counts: student loan and home loan are told not to.

    A home loan stands among the costs, and is not among the debts to begin with.
    """
    return replace(budget, debts=tuple(line for line in budget.debts if line.id not in NOT_ASKED_FOR))


A_COUPLE = 2


def standard_from_household(household: Household | None, day: datetime.date) -> MinimumStandardInput | None:
    """The household as the national standard takes it, for the one it is about or the couple, with their children.

    Two adults of whom nothing is known are a couple. None where more adults are, and it is not known who they are.
    """
    if household is None or not household.adults:
        return None
    children = [child for child in household.children if child.age <= OLDEST_CHILD]
    grown_up = len(household.children) - len(children)
    adults = len(household.adults) + grown_up
    couple = household.has_partner or (not household.roles_known and len(household.adults) == A_COUPLE)
    if adults > MOST_ADULTS or not (couple or household.roles_known):
        return None
    at_home = (ChildAtHome(age=child.age, lunch_away=child.lunch_away, part_time=child.part_time) for child in children)
    return MinimumStandardInput(day=day, adults=adults, couple=couple, children=tuple(at_home))
