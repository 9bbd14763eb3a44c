"""The longest visit that the real content allows fits into the cookie of any browser."""

from __future__ import annotations

import random

import pytest
from flask import Flask

from calculator.household import MOST_ADULTS, MOST_CHILDREN
from calculator.money import MOST_TYPED
from report.library import Library
from tests.conftest import KEY
from tests.visitor import Visitor
from web.session import cookie
from web.session.cookie import LARGEST, PURPOSE
from web.session.encryption import Seal

LARGEST_ALLOWED = 3800
IN_A_BROWSER = 4096


def longest_answers(library: Library, name: str) -> dict[str, str | list[str]]:
    """Every question answered with the longest ids; those that take many, with everything."""
    answers: dict[str, str | list[str]] = {}
    for question in library.questions.questionnaires[name].questions:
        options = [option for option in question.by_id if option != "nothing"]
        answers[question.id] = max(options, key=len) if question.kind == "one" else options
    return answers


def longest_visit(library: Library, seed: int) -> dict[str, object]:
    """Every line with a large amount that packs badly, all own lines that may be chosen, and a full house."""
    draw, calculator = random.Random(seed), library.calculator  # noqa: S311 - nothing is kept secret by it
    own = sorted(calculator.own_lines, key=len)[-calculator.own.most :]
    periods = ("two_weeks", "four_weeks", "half_year", "quarter")
    budget = {
        line: [MOST_TYPED - draw.randrange(MOST_TYPED // 10), draw.choice(periods), draw.random() < 0.5]
        for line in [*calculator.lines, *own]
    }
    children = [
        {"age": draw.randrange(18), **{tick: True for tick in ("lunch_away", "part_time") if draw.random() < 0.5}}
        for _ in range(MOST_CHILDREN)
    ]
    household = {"adults": [{"age": 71}] * MOST_ADULTS, "children": children, "tenant": False}
    return {
        "role": "someone", "age_group": "26plus", "questionnaire": "adult", "own_lines": own, "budget": budget,
        "answers": longest_answers(library, "adult"), "household": household,
    }  # fmt: skip


def test_the_bound_leaves_room_for_name_and_attributes() -> None:
    assert LARGEST == LARGEST_ALLOWED
    assert len("__Host-itid=; Secure; HttpOnly; Path=/; SameSite=Lax") + LARGEST_ALLOWED < IN_A_BROWSER


@pytest.mark.parametrize("seed", range(12))
def test_the_longest_visit_fits(library: Library, seed: int) -> None:
    seal = Seal([KEY], 7200, 43200, PURPOSE)
    token = "f" * 40  # what proves that a form is ours lies in the same cookie
    size = len(seal.close({"csrf_token": token, "visit": longest_visit(library, seed)}, 1_795_000_000))
    assert size <= LARGEST_ALLOWED, f"{size} bytes"


def test_the_longest_visit_leaves_room_for_the_largest_sum(library: Library) -> None:
    """Fifteen events of a month, each as long as it may be; older sums give way to it, answers never do."""
    events = {
        f"events-{number}-{name}": text
        for number in range(15)
        for name, text in (
            ("kind", "child_benefit"),
            ("amount", f"{9_876_543 - 7 * number},{10 + number}"),
            ("day", "31"),
        )
    }
    made = {"month_calendar": {"month": "2026-11", "opening": "1234567,89", "below": "1", **events}}
    seal = Seal([KEY], 7200, 43200, PURPOSE)
    visit = {**longest_visit(library, 1), "sums": made}
    assert len(seal.close({"csrf_token": "f" * 40, "visit": visit}, 1_795_000_000)) <= LARGEST_ALLOWED


def test_sums_give_way_to_answers(app: Flask, library: Library) -> None:
    longest = longest_visit(library, 2)
    draw = random.Random(3)  # noqa: S311 - nothing is kept secret by it
    noise = {f"sum_{number}": {"a": "".join(draw.choices("0123456789", k=80))} for number in range(60)}
    with app.test_request_context("/sv/"):
        app.preprocess_request()
        cookie.write(cookie.Visit(**{**longest, "sums": noise}))  # type: ignore[arg-type]
        kept = cookie.read()
    assert kept.sums == {} and kept.answers == longest["answers"] and kept.budget == longest["budget"]


@pytest.mark.slow
def test_a_full_visit_can_be_typed_in_and_printed(visitor: Visitor, library: Library) -> None:
    """Not only the size: every line on its own page, every child, every own line, and then the sheet."""
    longest = longest_visit(library, 1)
    visitor.answer("adult", 40, "someone", **longest["answers"])  # type: ignore[arg-type]
    budget: dict[str, list[dict[str, str]]] = {"income": [], "costs": [], "debts": []}
    for line in longest["budget"]:  # type: ignore[attr-defined]
        given = {"id": line, "amount": "98 765,43", "period": "four_weeks"}
        budget[library.calculator.kind_of(line)].append(given)
    visitor.budget(longest["household"], budget)  # type: ignore[arg-type]
    kept = visitor.client.get_cookie("__Host-itid", domain="localhost")
    assert kept is not None and len(kept.value) <= LARGEST_ALLOWED
    visitor.result()
    text = visitor.sheet_text()
    assert "Ring hit" in text and "Min månad i siffror" in text
