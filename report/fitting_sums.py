"""The sums that a case calls for, worked out from its household and its budget."""

from __future__ import annotations

import datetime

from calculator.figure import FigureMissing
from calculator.minimum_standard import MinimumStandard, minimum_standard
from questionnaire.journey import Journey
from report.case import Case
from report.library import Library
from report.situation import standard_from_household
from report.whose_debt import KeptOfDebt, kept_of_debt

LETTERS = "letters"
TAKES = frozenset({"attachment", "seizure", "decided_debt"})
"""Letters of a debt that is decided: Kronofogden takes of the income, or is the next to do it."""
ESSENTIALS = frozenset({"income_too_low", "no_food", "home_at_risk"})
"""The rules by which what is needed to live is missing, or soon will be: then income support may be near at hand."""


def protected_that_fits(library: Library, case: Case, walked: Journey, day: datetime.date) -> KeptOfDebt | None:
    """About how much may be kept where Kronofogden takes of the income or soon may, or why it is not known."""
    if not case.assessed or TAKES.isdisjoint(walked.given.get(LETTERS, ())):
        return None
    return kept_of_debt(case.household, case.budget, day, library.calculator.figures)


def standard_that_fits(
    library: Library, case: Case, rules: frozenset[str], day: datetime.date
) -> MinimumStandard | None:
    """The national standard for the household, as a yardstick for its budget, where essentials are at stake.

    None on a day after its last value: the rules of income support are new from 2027, so an old one is not carried on.
    """
    given = standard_from_household(case.household, day)
    if given is None or case.budget is None or ESSENTIALS.isdisjoint(rules):
        return None
    try:
        standard = minimum_standard(given, library.calculator.figures)
    except FigureMissing:
        return None
    ended = any(used.dated.state == "ended" for used in standard.figures_used)
    return None if ended else standard
