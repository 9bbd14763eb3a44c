"""One answer made worse, all else equal: what may never lower the level nor take an urgent step away."""

from __future__ import annotations

import random
from typing import Any

from tests.laws.draw import Case
from tests.laws.reading import ALONE
from tests.questionnaire.severity import MANY, ORDERS


def worse(seed: int, case: Case) -> Case | None:
    """The case with one answer worse, or one thing more; None where chance found nothing that can be."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    name, answers = case["questionnaire"], case["answers"]
    question = chance.choice(sorted({*ORDERS[name], *MANY[name]} & set(answers)) or [None])  # type: ignore[list-item]
    if question is None or answers[question] == "skip":
        return None
    better = answers[question]
    changed = _more(chance, better, MANY[name][question], question) if question in MANY[name] else None
    if question in ORDERS[name]:
        order = ORDERS[name][question]
        options = order[order.index(better) + 1 :] if better in order else ()
        changed = chance.choice(options) if options else None
    return None if changed is None else {**case, "answers": {**answers, question: changed}}


def _more(chance: random.Random, chosen: list[str], every: tuple[str, ...], question: str) -> Any:
    """One thing more; what stands alone goes."""
    left = [option for option in every if option not in chosen and option != ALONE[question]]
    kept = [option for option in chosen if option != ALONE[question]]
    return [*kept, chance.choice(left)] if left else None
