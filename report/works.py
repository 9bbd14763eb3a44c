"""What works already: said last, and only where nothing else that is said contradicts it."""

from __future__ import annotations

from content.text import Text
from questionnaire.assess import Assessment
from questionnaire.journey import Journey

MOST = 3
URGENT, HELP = 4, 3
AT_URGENT = frozenset({"mail", "overview", "support", "answered", "new_debt_for_old"})
"""The questions whose praise an urgent answer does not contradict."""


def what_works(walked: Journey, assessed: Assessment) -> tuple[Text, ...]:
    """At most three sentences; of a question that was skipped, not asked, or that a fired rule is about, none."""
    about = {question for rule in assessed.rules for question, _ in rule.when.mentions()}
    found = []
    for question in walked.steps:
        if assessed.level == URGENT and question.id not in AT_URGENT:
            continue
        if assessed.level == HELP and question.id in about:
            continue
        found += [option.works for option in walked.chosen(question) if option.works]
    return tuple(found[:MOST])
