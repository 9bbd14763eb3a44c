"""The calendar file of the plan: days, and nothing that tells what they are about or whose they are."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import icalendar
import pytest
from flask import Flask

from tests.conftest import Visit, make_app
from tests.visitor import HOME, Visitor
from tests.web.letters.test_letter_door import form_of, tell

NOON = int(datetime.datetime(2026, 11, 23, 11, tzinfo=datetime.UTC).timestamp())
"""Noon in Sweden on the tests' day, a Monday."""
ANSWERS: dict[str, str | list[str]] = {
    "letters": ["payment_order"], "answered": "no", "claim_right": "unknown", "unpaid_now": ["nothing"],
    "money_lasts": "always",
}  # fmt: skip
SENSITIVE: tuple[dict[str, str | list[str]], ...] = (
    {"happened": ["close_decides"]},
    {"happened": ["threatened", "pressed"], "feeling": "hopeless"},
    {"gambling": "affects", "feeling": "daily"},
)
ALLOWED = {"UID", "DTSTAMP", "SUMMARY", "CLASS", "TRANSP", "DTSTART", "DTEND"}


@pytest.fixture(scope="module")
def at_noon() -> Iterator[Flask]:
    """An app whose clock stands at noon."""
    made = make_app()
    made.config["NOW"] = NOON
    yield made
    made.extensions["itid_renderers"].close()


@pytest.fixture
def resident(visit: Visit, at_noon: Flask) -> Visitor:
    return visit("sv", at_noon)


def with_a_letter(visitor: Visitor, **more: str | list[str]) -> Visitor:
    tell(visitor, "payment_order", day="2026-11-20")
    visitor.answer(**{**ANSWERS, **more})
    return visitor


def sent(visitor: Visitor) -> bytes:
    answer = visitor.client.get(f"/{visitor.language}/resultat/kalender.ics", base_url=HOME)
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="kalender.ics"'
    return answer.data


def bare(file: bytes) -> bytes:
    """The file without what is another in each: the number of an event, and when it was made."""
    return re.sub(rb"(?m)^(UID|DTSTAMP):.*\r?\n", b"", file)


def test_a_calendar_takes_it_in(resident: Visitor) -> None:
    call, last = icalendar.Calendar.from_ical(sent(with_a_letter(resident))).walk("VEVENT")
    assert (call["SUMMARY"], last["SUMMARY"]) == ("Ring kl. 9", "Sista dag")
    # nine in the morning of Tuesday in Sweden is eight in universal time
    assert call["DTSTART"].dt == datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC)
    assert last["DTSTART"].dt == datetime.date(2026, 11, 30)


def test_nothing_tells_what_it_is_about(resident: Visitor) -> None:
    file = sent(with_a_letter(resident))
    made = icalendar.Calendar.from_ical(file)
    assert {name for name, _value in made.property_items(recursive=False)} - {"BEGIN", "END"} == {"PRODID", "VERSION"}
    events = made.walk("VEVENT")
    assert events and not made.walk("VALARM")
    for event in events:
        assert set(event) <= ALLOWED and event["CLASS"] == "PRIVATE"
        assert re.fullmatch(r"[0-9a-f]{32}", event["UID"])
    for word in (b"i-tid", b"I tid", b"skuld", b"Kronofogd", b"http", b"0771", b"localhost", b"Botkyrka"):
        assert word.lower() not in file.lower()


def test_no_mark_is_the_same_in_two_files(resident: Visitor) -> None:
    with_a_letter(resident)
    first, second = sent(resident), sent(resident)
    marks = [set(re.findall(rb"UID:(\w+)", one)) for one in (first, second)]
    assert marks[0] and not marks[0] & marks[1]
    assert bare(first) == bare(second)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("sensitive", SENSITIVE, ids="+".join)
def test_what_is_sensitive_changes_no_byte(visit: Visit, at_noon: Flask, sensitive: dict[str, str | list[str]]) -> None:
    usual, watched = (with_a_letter(visit("sv", at_noon), **more) for more in ({}, sensitive))
    assert bare(sent(usual)) == bare(sent(watched))
    said = [re.search("I din kalender.*Hämta", one.open("/sv/resultat/ta-med").main) for one in (usual, watched)]
    assert said[0] and said[1] and said[0][0] == said[1][0]


@pytest.mark.parametrize(("code", "words"), [("sv", {"Ring kl. 9", "Sista dag"}), ("en", {"Call at 9", "Last day"})])
def test_the_words_are_those_of_the_language(visit: Visit, at_noon: Flask, code: str, words: set[str]) -> None:
    visitor = with_a_letter(visit(code, at_noon))
    found = icalendar.Calendar.from_ical(sent(visitor)).walk("VEVENT")
    assert {str(one["SUMMARY"]) for one in found} == words


def test_the_plan_leads_to_it_over_the_question_who_may_see(resident: Visitor) -> None:
    with_a_letter(resident)
    resident.open("/sv/resultat")
    links = [one.get("href", "") for one in resident.page.tree.iter("a")]
    assert "/sv/resultat/ta-med#calendar" in links
    page = resident.open("/sv/resultat/ta-med")
    assert "Kan någon annan se papperet?" in page.main
    assert any(one.get("id") == "calendar" for one in page.tree.iter())
    page.link("/resultat/kalender.ics")


def test_a_letter_from_the_door_is_in_the_calendar_at_once(resident: Visitor) -> None:
    resident.open("/sv/brev/lease_notice")
    resident.press(form_of(resident, "/brev/lease_notice"), button="plan", day="2026-11-20")
    found = icalendar.Calendar.from_ical(sent(resident)).walk("VEVENT")
    assert [str(one["SUMMARY"]) for one in found].count("Sista dag") == 1
    # three weeks from Friday 20 November is Friday 11 December
    assert datetime.date(2026, 12, 11) in [one["DTSTART"].dt for one in found]


def test_without_a_day_there_is_no_file(resident: Visitor) -> None:
    resident.open("/sv/")
    resident.budget(None, {"income": [{"id": "child_benefit", "amount": "9000", "period": "month"}]})  # type: ignore[arg-type]
    answer = resident.client.get("/sv/resultat/kalender.ics", base_url=HOME)
    assert answer.status_code == 302 and answer.location.endswith("/resultat/ta-med#calendar")
    assert "ingen dag att skriva" in resident.open("/sv/resultat/ta-med").main


def test_without_answers_there_is_nothing_to_tell(resident: Visitor) -> None:
    assert resident.client.get("/sv/resultat/kalender.ics", base_url=HOME).status_code == 404


@pytest.mark.parametrize(("line", "told"), [("pay", True), ("child_benefit", False)])
def test_a_pay_day_that_was_not_asked_for_is_told(resident: Visitor, line: str, told: bool) -> None:
    """Nobody has said which day pay comes: the page says what the calendar counts on."""
    with_a_letter(resident)
    resident.budget(None, {"income": [{"id": line, "amount": "19000", "period": "month"}]})  # type: ignore[arg-type]
    page = resident.open("/sv/resultat/ta-med").main.replace("\u00a0", " ")
    assert ("Vi räknar med den 25." in page) is told
    assert (b"SUMMARY:L\xc3\xb6n" in sent(resident)) is told
