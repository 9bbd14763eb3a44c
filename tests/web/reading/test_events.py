"""Days when people can be met: a list, a calendar file, the result and the sheet; what has passed disappears."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import icalendar
import pytest
from flask import Flask

from report.build import paper_report
from report.case_format import Setting, parse_case
from tests.conftest import Visit
from tests.lives import every_life
from tests.visitor import HOME, Visitor, paper_text
from tests.web.reading.events import app_with_events
from web.i18n.languages import use_language
from web.paper.press.pdf import render_here
from web.paper.sheet import sheet_html

GIVES_WAY = ("256-eight-urgent-steps", "Biblioteket, Hallunda")


@pytest.fixture(scope="module")
def town() -> Iterator[Flask]:
    made = app_with_events()
    yield made
    made.extensions["itid_renderers"].close()


@pytest.fixture
def resident(visit: Visit, town: Flask) -> Visitor:
    town.config["TODAY"] = datetime.date(2026, 11, 23)
    return visit("sv", town)


def calendar(visitor: Visitor, name: str) -> icalendar.Calendar:
    answer = visitor.client.get(f"/sv/traffa-oss{name}.ics", base_url=HOME)
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    assert "skuld" not in answer.headers["Content-Disposition"]
    return icalendar.Calendar.from_ical(answer.data)


def test_the_next_one_stands_first_and_what_passed_is_gone(resident: Visitor) -> None:
    said = resident.open("/sv/traffa-oss").main
    places = [said.index(words) for words in ("Dagens träff", "Öppet hus", "112-dagen", "Vårdagen")]
    assert places == sorted(places)
    assert "Gårdagen" not in said
    for words in ("Biblioteket", "Torget 1", "13:00–17:00", "Kronofogden och kommunens rådgivare", "somaliska"):
        assert words in said


def test_a_day_disappears_by_itself(resident: Visitor, town: Flask) -> None:
    town.config["TODAY"] = datetime.date(2026, 11, 24)
    assert "Dagens träff" not in resident.open("/sv/traffa-oss").main
    assert resident.client.get("/sv/traffa-oss/today.ics", base_url=HOME).status_code == 404
    town.config["TODAY"] = datetime.date(2028, 1, 1)
    resident.open("/sv/traffa-oss")
    resident.page.link("/kontakter")


def test_a_calendar_takes_it_in(resident: Visitor) -> None:
    (found,) = calendar(resident, "/coming").walk("VEVENT")
    assert found["SUMMARY"] == "Öppet hus"
    assert found["LOCATION"] == "Biblioteket, Torget 1, Hallunda"
    assert found["DTSTART"].dt.isoformat() == "2026-12-03T13:00:00+01:00"
    assert found["DTEND"].dt.isoformat() == "2026-12-03T17:00:00+01:00"
    (whole,) = calendar(resident, "/whole_day").walk("VEVENT")
    assert whole["DTSTART"].dt == datetime.date(2027, 2, 11)
    assert len({one["UID"] for one in calendar(resident, "").walk("VEVENT")}) == 4


def test_the_result_and_the_contacts_name_the_next_ones(resident: Visitor) -> None:
    resident.answer(money_lasts="often_not")
    said = resident.result().main
    assert "Dagens träff" in said
    assert "Öppet hus" in said
    assert "112-dagen" not in said
    assert "Öppet hus" in resident.open("/sv/kontakter").main


@pytest.mark.slow
@pytest.mark.parametrize("code", ["sv", "en"])
def test_what_a_sheet_says_of_them_is_printed(town: Flask, code: str) -> None:
    """What does not fit into a column is lost without a word: so each life is laid out.

    In Swedish all find room; only the second day gives way where eight urgent steps need page one.
    """
    library, languages = town.extensions["itid_library"], town.extensions["languages"]
    setting = Setting(library, datetime.date(2026, 11, 23), "0127", ("sv",))
    lost = []
    for life in every_life():
        asked = parse_case(life.case, setting)
        with town.test_request_context(), use_language(code, languages):
            page = sheet_html(paper_report(library, asked.case, datetime.date(2026, 11, 23)))
        text = paper_text(render_here(page))
        lost += [
            f"{life.id}: {place}"
            for place in ("Skolan, Alby", "Biblioteket, Hallunda")
            if place not in text and (place in page or (code == "sv" and (life.id, place) != GIVES_WAY))
        ]
    assert not lost


def test_without_days_nothing_is_promised(visitor: Visitor) -> None:
    said = visitor.open("/sv/traffa-oss").main
    visitor.page.link("/kontakter")
    assert "Så får du veta när nästa dag är" in said and "När kan man träffa er nästa gång?" in said
    assert "08-530 610 00" in said.replace("\u00a0", " "), "whom to ask when the next day is"
    assert calendar(visitor, "").walk("VEVENT") == []
