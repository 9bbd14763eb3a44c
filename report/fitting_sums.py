"""The sums that a life calls for, worked out from its household and its budget."""

from __future__ import annotations

import datetime

from calculator.figure import FigureMissing
from calculator.minimum_standard import MinimumStandard, minimum_standard
from calculator.protected_amount import ProtectedAmount, protected_amount
from questionnaire.journey import Journey
from report.case import Case
from report.library import Library
from report.situation import protected_from_budget, standard_from_household

LETTERS, ATTACHMENT = "letters", "attachment"
ESSENTIALS = frozenset({"income_too_low", "no_food", "home_at_risk"})
"""The rules by which what is needed to live is missing, or soon will be: then income support may be near at hand."""


def protected_that_fits(library: Library, case: Case, walked: Journey, day: datetime.date) -> ProtectedAmount | None:
    """About what may be kept, where Kronofogden takes a part of the income and the budget tells enough."""
    if not case.assessed or ATTACHMENT not in walked.given.get(LETTERS, ()):
        return None
    given = protected_from_budget(case.household, case.budget, day)
    if given is None:
        return None
    try:
        return protected_amount(given, library.calculator.figures)
    except FigureMissing:
        return None


def standard_that_fits(
    library: Library, case: Case, rules: frozenset[str], day: datetime.date
) -> MinimumStandard | None:
    """The national standard for the household, as a yardstick for its budget, where essentials are at stake."""
    given = standard_from_household(case.household, day)
    if given is None or case.budget is None or ESSENTIALS.isdisjoint(rules):
        return None
    try:
        return minimum_standard(given, library.calculator.figures)
    except FigureMissing:
        return None
