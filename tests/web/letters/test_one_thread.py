"""One thread: letter, step, day, sheet and calendar. The same day is met everywhere, whichever way it was typed."""

from __future__ import annotations

import re

import pytest

from report.build import build_report
from report.case_format import Setting, parse_case
from report.library import Library
from tests.conftest import TODAY, Visit
from tests.visitor import HOME, Visitor
from tests.web.letters.test_letter_door import OPTIONS, form_of, tell

WITH_AN_ANSWER = {"letters": ["payment_order"], "answered": "no", "claim_right": "unknown"}


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize("questionnaire", ["adult", "youth"])
@pytest.mark.parametrize("option", OPTIONS)
def test_a_ticked_letter_is_a_step_that_opens_its_page(library: Library, option: str, questionnaire: str) -> None:
    case = {"questionnaire": questionnaire, "age": 20, "answers": {"letters": [option]}}
    asked = parse_case(case, Setting(library, TODAY, "0127", ("sv",)))
    steps = build_report(library, asked.case, TODAY).first_steps
    assert option in [step.letter for step in steps]
    assert option in library.door.by_id


@pytest.mark.parametrize("option", OPTIONS)
def test_the_plan_leads_back_to_the_letter_that_gave_it(visitor: Visitor, option: str) -> None:
    visitor.open(f"/sv/brev/{option}")
    visitor.press(form_of(visitor, f"/brev/{option}"), button="plan")
    assert visitor.page.address.endswith("/resultat")
    visitor.follow(f"/brev/{option}")
    visitor.follow("/resultat")


def test_the_day_typed_on_the_way_to_the_plan_is_kept(visitor: Visitor) -> None:
    visitor.open("/sv/brev/payment_order")
    page = visitor.press(form_of(visitor, "/brev/payment_order"), button="plan", day="2026-11-20")
    assert "30 november" in plain(page.main)
    assert "Räkna med senast 30 november 2026." in plain(visitor.open("/sv/brev/payment_order").main)


def test_a_day_that_cannot_be_is_said_before_the_plan(visitor: Visitor) -> None:
    visitor.open("/sv/brev/payment_order")
    form = form_of(visitor, "/brev/payment_order")
    visitor.press(form, button="plan", day="2026-11-24", expect=422)
    assert "har inte varit än" in visitor.page.main
    visitor.open("/sv/resultat", expect=404)


def test_the_plan_of_a_letter_asks_the_quick_questions_first(visitor: Visitor) -> None:
    visitor.open("/sv/brev/payment_order")
    visitor.press(form_of(visitor, "/brev/payment_order"), button="plan")
    asked = [link for link in visitor.page.links() if re.search(r"/koll/\w+\?open=1$", link)]
    quick = ["answered", "claim_right", "unpaid_now", "money_lasts", "happened", "feeling"]
    assert [re.search(r"/koll/(\w+)", link)[1] for link in asked][:6] == quick  # type: ignore[index]
    fold = next(
        one
        for one in visitor.page.tree.iter("details")
        if any("unpaid_now" in a.get("href", "") for a in one.iter("a"))
    )
    assert fold.get("open") is not None
    page = visitor.open(asked[0])
    assert page.has("age"), "whom it is about is asked before the first question"


@pytest.mark.parametrize("wrong", ["", "2026-13-40"])
def test_the_day_can_be_typed_in_the_check_and_the_check_goes_on(visitor: Visitor, wrong: str) -> None:
    visitor.open("/sv/koll/")
    visitor.press(visitor.page.form("role"), role="self", age="26plus")
    while not visitor.page.address.endswith("/vidare"):
        given = WITH_AN_ANSWER.get(visitor.page.address.rpartition("/")[2])
        form = visitor.page.form("answer")
        visitor.tick(form, given) if given else visitor.press(form, button="skip")
    form = form_of(visitor, "/brev/payment_order")
    if wrong:  # it is told on the page of the letter, beside the field
        visitor.press(form, day=wrong, button="back", expect=422)
        assert wrong in visitor.page.html
        visitor.open("/sv/koll/vidare")
        form = form_of(visitor, "/brev/payment_order")
    visitor.press(form, day="2026-11-20", button="back")
    assert visitor.page.address == "/sv/koll/vidare"
    assert not [one for one in visitor.page.forms() if one.address.endswith("/brev/payment_order")]
    assert "30 november" in plain(visitor.open("/sv/resultat").main)
    visitor.open("/sv/brev/payment_order")
    assert "2026-11-20" in visitor.page.html


def test_the_same_day_stands_on_page_paper_and_calendar(visitor: Visitor, visit: Visit) -> None:
    """Typed on the letter page before the check, or after it: everything that is taken along is the same."""
    before, after = visitor, visit()
    tell(before, "lease_notice", day="2026-11-20")
    before.answer(letters=["lease_notice"], months_late="none")
    after.answer(letters=["lease_notice"], months_late="none")
    tell(after, "lease_notice", day="2026-11-20")
    for one in (before, after):
        one.open("/sv/resultat")
        assert "Senast fredag 11 december" in plain(one.page.main)
        file = one.client.get("/sv/resultat/kalender.ics", base_url=HOME).data
        assert b"DTSTART;VALUE=DATE:20261211" in file
        assert "11 december" in one.sheet_text()


def test_a_second_letter_joins_the_first(visitor: Visitor) -> None:
    for letter in ("payment_order", "power_cut"):
        visitor.open(f"/sv/brev/{letter}")
        visitor.press(form_of(visitor, f"/brev/{letter}"), button="plan")
    links = visitor.page.links()
    assert {"/sv/brev/payment_order", "/sv/brev/power_cut"} <= set(links)
    visitor.open("/sv/brev/power_cut")
    assert not [one for one in visitor.page.tree.iter("button") if one.get("name") == "plan"], "it is there already"


def test_the_youngest_are_led_to_their_own_page(visitor: Visitor) -> None:
    visitor.open("/sv/koll/")
    visitor.press(visitor.page.form("role"), role="self", age="u16")
    visitor.open("/sv/brev/reminder")
    page = visitor.press(form_of(visitor, "/brev/reminder"), button="plan")
    assert page.address.endswith("/koll/under-16")
