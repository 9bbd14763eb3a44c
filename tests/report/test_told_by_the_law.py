"""What a step says and whom it names where the law is another for one letter, one person or one home."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from report.build import Step, build_report
from report.case_format import Setting, parse_case
from report.library import Library
from report.rows import plan_of

CALM: dict[str, Any] = {
    "money_lasts": "always", "months_late": "none", "happened": ["nothing"], "feeling": "ok", "unpaid_now": ["nothing"],
}  # fmt: skip
YOUNG: dict[str, Any] = {
    "money_lasts": "always", "months_late": "none", "asked_account": ["no"], "name_used": ["no"], "burden": "some",
    "unpaid_now": ["nothing"],
}  # fmt: skip
NO = {"answered": "no", "claim_right": "wrong"}


def steps(library: Library, answers: dict[str, Any], age: int = 40, **more: Any) -> dict[str, Step]:
    """Block → its step, of somebody in Botkyrka in the middle of December."""
    basis, name = (YOUNG, "youth") if age < 18 else (CALM, "adult")
    case = {"day": "2026-12-14", "questionnaire": name, "age": age, "answers": {**basis, **answers}} | more
    asked = parse_case(case, Setting(library, datetime.date(2026, 12, 14), "0127", ("sv",)))
    return {step.block.id: step for step in build_report(library, asked.case, asked.day).steps}


def said(step: Step) -> str:
    return step.text.swedish


def called(step: Step) -> list[str]:
    return [contact.id for contact in step.contacts]


@pytest.mark.parametrize(
    ("letters", "first", "form", "words"),
    [
        # Only an application for återvinning helps against what is decided (1990:746, 52–53 §§).
        (["decided_debt"], "kronofogden", "ask_reopening", "Ett nej räcker inte."),
        (["decided_debt", "payment_order"], "kronofogden", "ask_reopening", "Ett nej räcker inte."),
        # A court may rule by default (rättegångsbalken 42 and 44 kap.): the answer has to be with the court.
        (["court"], "court", "answer_court", "inte hos Kronofogden"),
        # A state's debt is enforced while it is reviewed.
        (["state_debt"], "the_sender", "ask_reconsideration", "fast du har sagt nej"),
    ],
)
def test_a_no_is_not_the_end_everywhere(
    library: Library, letters: list[str], first: str, form: str, words: str
) -> None:
    step = steps(library, {"letters": letters, "answered": "contested", "claim_right": "wrong"})["B29"]
    assert called(step)[0] == first and form in step.form_letters
    assert words in said(step)


def test_a_no_to_a_decided_debt_has_a_month(library: Library) -> None:
    answers = {"letters": ["decided_debt"], "answered": "contested", "claim_right": "wrong"}
    step = steps(library, answers, letters_dates={"decided_debt": "2026-11-17"})["B29"]
    assert step.last_day == datetime.date(2026, 12, 17) and step.when == "now"


@pytest.mark.parametrize(("answered", "words"), [("paid", "fast du har betalat"), ("cannot_pay", "Domstolen kan döma")])
def test_a_court_can_rule_against_somebody_who_has_paid(library: Library, answered: str, words: str) -> None:
    step = steps(library, {"letters": ["court"], "answered": answered, "claim_right": "right"})["B29"]
    assert words in said(step) and "kronofogden" not in called(step)


@pytest.mark.parametrize(
    ("answers", "block"),
    [
        ({"letters": ["state_debt"], "answered": "no", "claim_right": "right"}, "B12"),
        ({"letters": ["payment_order"], "answered": "cannot_pay", "claim_right": "right"}, "B29"),
        ({"letters": ["reminder"], "unpaid_now": ["phone"]}, "B06"),
    ],
)
def test_nobody_is_told_to_pay_the_bills_of_the_dead(library: Library, answers: dict[str, Any], block: str) -> None:
    """Ärvdabalken 21 kap. 1 §: the estate pays, and not those who live on."""
    step = steps(library, {**answers, "special": ["deceased"]})[block]
    assert said(step).startswith("Läs först steget om den som har dött")
    assert "estate_reply" in step.form_letters


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"letters": ["nothing"], "unpaid_now": ["rent"], "months_late": "two"}, "kan gälla också den som är under 18"),
        ({"letters": ["nothing"], "unpaid_now": ["phone"]}, "Betala inget köp på kredit innan dess."),
        ({"letters": ["reminder"]}, "Betala inget köp på kredit innan dess."),
    ],
)
def test_the_young_wait_with_credit_and_not_with_the_rent(
    library: Library, answers: dict[str, Any], words: str
) -> None:
    step = steps(library, answers, 17)["B06"]
    assert words in said(step)


@pytest.mark.parametrize(
    ("answers", "age", "words"),
    [
        ({"letters": ["payment_order"], **NO, "name_used": ["close"]}, 17, "Säg att du är under 18."),
        ({"letters": ["payment_order"], **NO, "happened": ["close_decides"], "special": ["guardian"]}, 40, "Ring över"),
        ({"letters": ["payment_order"], **NO, "happened": ["close_decides"], "special": ["deceased"]}, 40, "som har"),
    ],
)
def test_where_home_is_not_safe_the_letter_is_confirmed_by_phone(
    library: Library, answers: dict[str, Any], age: int, words: str
) -> None:
    step = steps(library, answers, age)["B10"]
    assert "när det är säkert" in said(step) and words in said(step)
    assert "guardian" not in called(step)


@pytest.mark.parametrize("safe", [True, False])
@pytest.mark.parametrize(
    ("letter", "first", "never"),
    [
        ("payment_order", "kronofogden", "court"),
        ("court", "court", "kronofogden"),
        ("state_debt", "the_sender", "court"),
        ("decided_debt", "kronofogden", "court"),
    ],
)
def test_no_is_said_to_whoever_wrote(library: Library, letter: str, first: str, never: str, safe: bool) -> None:
    happened = {"happened": ["close_borrowed"]} if safe else {}
    step = steps(library, {"letters": [letter], **NO, **happened})["B11"]
    assert called(step)[0] == first and never not in called(step)
    assert ("när det är säkert" in said(step)) == safe


def test_a_day_on_the_sunday_between_is_sooner_than_monday(library: Library) -> None:
    """On Saturday 28 November the rent without a notice waits behind a letter to be answered on Sunday."""
    answers = {"letters": ["payment_order"], **NO, "unpaid_now": ["rent"]}
    dates = {"payment_order": {"day": "2026-11-19", "last": "2026-11-29"}}
    found = list(steps(library, answers, day="2026-11-28", letters_dates=dates))
    assert found.index("B10") < found.index("B11") < found.index("B13")


def test_a_day_within_a_week_is_not_folded_for_steps_that_can_wait(library: Library) -> None:
    """The month to have a decided debt tried again ends on 17 December; three steps without a day stand before it."""
    answers = {
        "letters": ["decided_debt"], "answered": "contested", "claim_right": "wrong", "gambling": "affects",
        "unpaid_now": ["home_loan", "power"], "special": ["someone_gambles", "joint_or_guarantor"],
    }  # fmt: skip
    case = {
        "day": "2026-12-14", "questionnaire": "adult", "age": 40, "answers": CALM | answers,
        "letters_dates": {"decided_debt": "2026-11-17"},
    }  # fmt: skip
    asked = parse_case(case, Setting(library, datetime.date(2026, 12, 14), "0127", ("sv",)))
    report = build_report(library, asked.case, asked.day)
    assert "B29" in [step.block.id for step in report.more_steps], "three come before it in the list"
    plan = plan_of(report)
    shown = [step for _when, rows in plan.groups for row in rows for step in row.steps]
    assert "B29" in [step.block.id for step in shown]
    assert "B29" not in [step.block.id for row in plan.more for step in row.steps]
    assert {step.block.id for row in plan.more for step in row.steps} | {step.block.id for step in shown} == {
        step.block.id for step in report.steps
    }
