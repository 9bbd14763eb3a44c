"""The longest visit that the real content allows fits into the cookie of any browser."""

from __future__ import annotations

import datetime
import random
import re
from dataclasses import replace

import pytest
from flask import Flask

from calculator.household import MOST_ADULTS, MOST_CHILDREN
from calculator.letter_days import WITH_A_CLOCK
from calculator.rules import RULES
from content.money import MOST_TYPED
from report.library import Library
from tests.conftest import KEY
from tests.visitor import Visitor
from web.session import cookie
from web.session.cookie import LARGEST, PURPOSE
from web.session.encryption import Encrypted
from web.session.reader import plain, read_visit
from web.settings import ROOT

LARGEST_ALLOWED = 3800
MOST = 3000
"""Bytes that the longest visit may take; the rest is for sums, which give way."""
A_LITTLE = 60
"""A visit packs a little better or worse by what its numbers are."""
IN_A_BROWSER = 4096


def longest_answers(library: Library, name: str) -> dict[str, str | list[str]]:
    """Every question answered with the longest ids; those that take many, with everything."""
    answers: dict[str, str | list[str]] = {}
    for question in library.questions.questionnaires[name].questions:
        options = [option for option in question.by_id if option != "nothing"]
        answers[question.id] = max(options, key=len) if question.kind == "one" else options
    return answers


def longest_household(draw: random.Random) -> dict[str, object]:
    """As many as there may be, with all that can be said of them and of a debt."""
    children = [
        {"age": draw.randrange(18), **{tick: True for tick in ("lunch_away", "part_time") if draw.random() < 0.5}}
        for _ in range(MOST_CHILDREN)
    ]
    adults = [{"age": 51, "role": "me"}, {"age": 25, "role": "partner"}]
    others = [{"age": 71, "role": "other_adult"}] * (MOST_ADULTS - len(adults))
    of_debt = {"debtor": "both", "partner_income": "98765.43", "own_housing": "12345.67"}
    return {"adults": [*adults, *others], "children": children, "tenant": False, **of_debt}


def longest_dates(draw: random.Random) -> dict[str, object]:
    """Every letter that has a clock, with all of its days."""
    days = [datetime.date(2026, 11, 23) + datetime.timedelta(draw.randrange(-60, 60)) for _ in range(40)]
    return {
        letter: {
            "day": draw.choice(days).isoformat(),
            "days": draw.randrange(1, 366),
            "last": draw.choice(days).isoformat(),
        }
        for letter in WITH_A_CLOCK
    }


def longest_visit(library: Library, seed: int) -> dict[str, object]:
    """Every line with a large amount that packs badly, all own lines that may be chosen, a full house, every letter."""
    draw, calculator = random.Random(seed), library.calculator  # noqa: S311 - nothing is kept secret by it
    own = sorted(calculator.own_lines, key=len)[-calculator.own.most :]
    periods = ("two_weeks", "four_weeks", "half_year", "quarter")
    budget = {
        line: [MOST_TYPED - draw.randrange(MOST_TYPED // 10), draw.choice(periods), draw.random() < 0.5]
        for line in [*calculator.lines, *calculator.sum_lines, *own]
    }
    letters = {
        letter.id: {"amount": f"{draw.randrange(10**6)},{draw.randrange(10, 100)}", "check": "1"}
        if letter.at_step
        else {"check": "1"}
        for letter in library.door.letters
    }
    return {
        "role": "someone", "age_group": "26plus", "questionnaire": "adult", "own_lines": own, "budget": budget,
        "answers": longest_answers(library, "adult"), "household": longest_household(draw),
        "letters": letters, "letters_dates": longest_dates(draw),
    }  # fmt: skip


def size(library: Library, visit: dict[str, object]) -> int:
    """Bytes of the cookie of this visit, which nothing falls away from when it is read."""
    read = read_visit(visit, library)
    assert {name for name, value in visit.items() if value} == plain(read).keys()
    assert len(read.budget) == len(visit["budget"]) and len(read.answers) == len(visit["answers"])  # type: ignore[arg-type]
    token = "f" * 40  # what proves that a form is ours lies in the same cookie
    encrypted = Encrypted([KEY], 7200, 43200, PURPOSE)
    return len(encrypted.encrypt({"csrf_token": token, "visit": plain(read)}, 1_795_000_000))


def test_the_bound_leaves_room_for_name_and_attributes() -> None:
    assert LARGEST == LARGEST_ALLOWED
    assert len("__Host-itid=; Secure; HttpOnly; Path=/; SameSite=Lax") + LARGEST_ALLOWED < IN_A_BROWSER


def test_the_longest_visit_leaves_as_much_as_the_page_says(library: Library) -> None:
    """What can be added to a visit before the dictionary has to be renewed."""
    longest = max(size(library, longest_visit(library, seed)) for seed in range(12))
    assert longest <= MOST, f"{longest} bytes: write a new dictionary with script/dictionary, or keep less"
    page = (ROOT / "docs" / "decisions" / "0003-everything-in-one-cookie.md").read_text(encoding="utf-8")
    told = re.search(r"at most (\d) (\d{3}) bytes; the longest takes (\d) (\d{3}) and leaves (\d+)", page)
    assert told is not None, "the page no longer says how much is left"
    most, takes, left = int(told[1] + told[2]), int(told[3] + told[4]), int(told[5])
    assert (most, left) == (MOST, MOST - takes)
    assert abs(takes - longest) <= A_LITTLE, f"the longest visit takes {longest} bytes and leaves {MOST - longest}"


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
    assert size(library, {**longest_visit(library, 1), "sums": made}) <= LARGEST_ALLOWED


def test_sums_give_way_to_answers(app: Flask, library: Library) -> None:
    longest = read_visit(longest_visit(library, 2), library)
    draw = random.Random(3)  # noqa: S311 - nothing is kept secret by it
    noise = {rule: {f"a_{n}": "".join(draw.choices("0123456789", k=80)) for n in range(8)} for rule in RULES}
    with app.test_request_context("/sv/"):
        app.preprocess_request()
        cookie.write(replace(longest, sums=noise))
        assert cookie.read() == longest


@pytest.mark.slow
def test_a_full_visit_can_be_typed_in_and_printed(visitor: Visitor, library: Library) -> None:
    """Not only the size: every line on its own page, every child, every own line, and then the sheet."""
    longest = longest_visit(library, 1)
    visitor.answer("adult", 40, "someone", **longest["answers"])  # type: ignore[arg-type]
    budget: dict[str, list[dict[str, str]]] = {"income": [], "costs": [], "debts": []}
    for line in set(longest["budget"]) - set(library.calculator.sum_lines):  # type: ignore[call-overload]
        given = {"id": line, "amount": "98 765,43", "period": "four_weeks"}
        budget[library.calculator.kind_of(line)].append(given)
    visitor.budget(longest["household"], budget)  # type: ignore[arg-type]
    kept = visitor.client.get_cookie("__Host-itid", domain="localhost")
    assert kept is not None and len(kept.value) <= LARGEST_ALLOWED
    visitor.result()
    text = visitor.sheet_text()
    assert "Ring hit" in text and "Min månad i siffror" in text
