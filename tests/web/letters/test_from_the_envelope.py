"""Every letter of the door, followed from the start page to the plan, the sheet and the calendar."""

from __future__ import annotations

import datetime
import re

import icalendar
import pytest
from babel.dates import format_date

from tests.conftest import Visit
from tests.visitor import HOME, Visitor
from tests.web.letters.test_letter_door import OPTIONS, form_of, tell

CAME, PRINTED = "2026-11-20", "2026-12-03"
TYPED: dict[str, tuple[dict[str, str], str]] = {
    "payment_order": ({"day": CAME}, "2026-11-30"),
    "state_debt": ({"last": PRINTED}, PRINTED),
    "decided_debt": ({"day": CAME}, "2026-12-18"),
    "seizure": ({"day": CAME}, "2026-12-11"),
    "lease_notice": ({"day": CAME}, "2026-12-11"),
    "other_notice": ({"last": PRINTED}, PRINTED),
    "eviction_claim": ({"day": CAME}, "2026-11-30"),
    "eviction_decided": ({"last": PRINTED}, PRINTED),
    "bank_notice": ({"last": PRINTED}, PRINTED),
    "court": ({"day": CAME, "days": "14"}, "2026-12-04"),
    "power_cut": ({"day": CAME}, "2026-12-11"),
    "collection": ({"last": PRINTED}, PRINTED),
    "reminder": ({"last": PRINTED}, PRINTED),
}
"""What is typed of a letter, and the last day by hand: ten days, three weeks, a month back to a working day, or as
printed."""
WITHOUT_A_DAY = {"unopened", "attachment"}
QUICK = ("unpaid_now", "money_lasts", "happened", "feeling")


def in_words(day: str) -> str:
    return format_date(datetime.date.fromisoformat(day), "d MMMM", "sv")


def calendar_of(visitor: Visitor) -> list[datetime.date]:
    """The last days in the calendar file."""
    file = visitor.client.get("/sv/resultat/kalender.ics", base_url=HOME).data
    events = icalendar.Calendar.from_ical(file).walk("VEVENT")
    return [event["DTSTART"].dt for event in events if event["SUMMARY"] == "Sista dag"]


def test_every_letter_is_followed() -> None:
    assert set(TYPED) | WITHOUT_A_DAY == set(OPTIONS)


@pytest.mark.parametrize("letter", OPTIONS)
def test_a_letter_gives_a_plan_in_three_taps_that_asks_the_quick_questions_first(visitor: Visitor, letter: str) -> None:
    visitor.start()
    visitor.follow("/brev/")
    visitor.follow(f"/brev/{letter}")
    visitor.press(form_of(visitor, f"/brev/{letter}"), button="plan")
    assert visitor.page.address == "/sv/resultat", "three taps, each of them above"
    asked = [found[1] for link in visitor.page.links() if (found := re.search(r"/koll/(\w+)\?open=1$", link))]
    unanswered = [one for one in asked if one not in ("answered", "claim_right")]
    assert tuple(unanswered[: len(QUICK)]) == QUICK


@pytest.mark.parametrize("letter", TYPED)
def test_the_day_typed_stands_on_plan_sheet_and_calendar(visitor: Visitor, visit: Visit, letter: str) -> None:
    """Typed on the way into the plan, or on the letter's page afterwards: it is the same day everywhere."""
    typed, last = TYPED[letter]
    visitor.open(f"/sv/brev/{letter}")
    visitor.press(form_of(visitor, f"/brev/{letter}"), button="plan", **typed)
    after = visit()
    after.open(f"/sv/brev/{letter}")
    after.press(form_of(after, f"/brev/{letter}"), button="plan")
    tell(after, letter, **typed)
    for one in (visitor, after):
        assert in_words(last) in one.open("/sv/resultat").main.replace("\u00a0", " ")
        assert in_words(last) in one.sheet_text().replace("\u00a0", " ")
        assert datetime.date.fromisoformat(last) in calendar_of(one)


@pytest.mark.parametrize("letter", sorted(WITHOUT_A_DAY))
def test_a_letter_that_has_no_day_makes_none(visitor: Visitor, letter: str) -> None:
    visitor.open(f"/sv/brev/{letter}")
    visitor.press(form_of(visitor, f"/brev/{letter}"), button="plan")
    assert calendar_of(visitor) == []
