"""Lives by chance, the same for the same seed: answers of every kind, skips, gaps, days, households, budgets."""

from __future__ import annotations

import datetime
import random
from typing import Any

from calculator.letter_days import GIVES_DAYS, PRINTED_ONLY, WITH_A_CLOCK
from questionnaire.model import Questionnaire
from tests.laws.reading import ALONE, Life, points_of, public_given
from tests.lives import ABOUT_A_LETTER, BEST

Case = dict[str, Any]
TODAY = (
    datetime.date(2026, 11, 23),
    datetime.date(2026, 11, 27),
    datetime.date(2026, 12, 23),
    datetime.date(2027, 3, 25),
)
"""A Monday, a Friday, the day before Christmas Eve, and Maundy Thursday."""
BUDGETS: dict[str, tuple[int, int, int] | None] = {
    "none": None,
    "even": (20_000, 12_000, 1_000),
    "short_after": (20_000, 19_500, 1_000),
    "short_before": (10_000, 11_000, 0),
}
"""Income, costs and debts a month; debts are never as much as a tenth, so they weigh nothing."""
ASKS_AN_ANSWER = {"payment_order", "state_debt", "decided_debt", "court", "eviction_claim"}
ASKED_IF = {
    "answered": ("letters", ASKS_AN_ANSWER),
    "claim_right": ("letters", ASKS_AN_ANSWER),
}
"""The questions that only some are asked: those who chose one of these options of that question."""


def drawn(seed: int, questionnaires: dict[str, Questionnaire]) -> Case:
    """One case of the public format."""
    chance = random.Random(seed)  # noqa: S311 - the same lives each time
    name = chance.choice(("adult", "adult", "youth"))
    age = chance.choice((None, 16, 17, 17, 19, 25) if name == "youth" else (None, 18, 24, 29, 38, 58, 66, 80))
    day = chance.choice(TODAY)
    answers = _answers(chance, questionnaires[name])
    case: Case = {"day": day.isoformat(), "questionnaire": name, "answers": answers}
    if age is not None:
        case["age"] = age
    if chance.random() < 0.15:
        case["for"] = "someone"
    if chance.random() < 0.4:
        children = [{"age": chance.randint(0, 17)} for _ in range(chance.choice((0, 0, 1, 3)))]
        case["household"] = {"adults": [{"age": age or 40}], "children": children, "tenant": chance.random() < 0.6}
    budget = BUDGETS[chance.choice((*["none"] * 12, *BUDGETS))]
    if budget:
        lines = zip(("income", "costs", "debts"), ("pay", "rent", "card"), budget, strict=True)
        case["budget"] = {kind: [_line(line, amount)] if amount else [] for kind, line, amount in lines}
    if chance.random() < 0.6:
        case["letters_dates"] = _dates(chance, day)
    return case


def _line(line: str, amount: int) -> dict[str, str]:
    return {"id": line, "amount": str(amount), "period": "month"}


def _answers(chance: random.Random, questionnaire: Questionnaire) -> dict[str, Any]:
    """Calm lives, troubled ones, and those of which little is known."""
    trouble = chance.choice((0.02, 0.06, 0.15, 0.3, 0.7))
    gaps = chance.choice((0.0, 0.0, 0.0, 0.0, 0.05, 0.4))
    until = chance.choice((99, 99, 99, 99, 99, chance.randint(1, 20)))
    answers = {}
    for place, question in enumerate(questionnaire.questions):
        options = [option.id for option in question.options]
        if place >= until or chance.random() < gaps:
            continue
        if chance.random() < 0.06:
            answers[question.id] = "skip"
        elif question.kind == "many":
            answers[question.id] = _many(chance, [one for one in options if one != ALONE.get(question.id)], trouble)
            answers[question.id] = answers[question.id] or [ALONE[question.id]]
        elif question.id in ABOUT_A_LETTER or chance.random() < trouble:
            answers[question.id] = chance.choice(options)
        else:
            answers[question.id] = BEST[questionnaire.id][question.id]
    return answers


def _many(chance: random.Random, options: list[str], trouble: float) -> list[str]:
    return [option for option in options if chance.random() < trouble / 2]


def _dates(chance: random.Random, day: datetime.date) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for letter in sorted(WITH_A_CLOCK):
        if chance.random() < 0.35:
            continue
        printed = (day + datetime.timedelta(days=chance.randint(-6, 25))).isoformat()
        if letter in PRINTED_ONLY:
            found[letter] = chance.choice((printed, {"last": printed}))
            continue
        got = {"day": (day - datetime.timedelta(days=chance.randint(0, 35))).isoformat()}
        if letter in GIVES_DAYS and chance.random() < 0.5:
            got["days"] = chance.choice((5, 10, 14, 30))  # type: ignore[assignment]
        found[letter] = chance.choice((got, got | {"last": printed}, {"last": printed}))
    return found


def life_of(case: Case, questionnaire: Questionnaire, *, public: bool = False) -> Life:
    """The same case as the second reading takes it; `public`: with the screen-only questions at their best."""
    age, name = case.get("age"), case["questionnaire"]
    answers = dict(case["answers"])
    if public:
        answers = public_given(name, answers)
    budget = case.get("budget")
    if budget and name == "adult" and answers.get("repay_share", "skip") == "skip":
        answers["repay_share"] = "lt10" if budget["debts"] else "none"
    under_18 = age is not None and age < 18
    given = {}
    for question in questionnaire.questions:
        if question.id in ASKED_IF and not _is_asked(answers, *ASKED_IF[question.id]):
            continue
        given[question.id] = _chosen(answers.get(question.id, ["skip"] if question.part == "quick" else []))
    if under_18 and given["special"]:
        given["special"] = given["special"] - {"own_firm", "joint_or_guarantor"} or frozenset({"nothing"})
    income, costs, debts = (_sum(budget, kind) for kind in ("income", "costs", "debts"))
    return Life(
        name,
        given,
        points_of(name, given),
        short_before_debts=income < costs,
        short_after_debts=income < costs + debts,
        under_18=under_18,
        helping=case.get("for") == "someone",
    )


def _is_asked(answers: dict[str, Any], question: str, options: set[str]) -> bool:
    return not options.isdisjoint(_chosen(answers.get(question, [])))


def _chosen(value: str | list[str]) -> frozenset[str]:
    return frozenset([value] if isinstance(value, str) else value)


def _sum(budget: Any, kind: str) -> int:
    return sum(int(line["amount"]) for line in budget[kind]) if budget else 0
