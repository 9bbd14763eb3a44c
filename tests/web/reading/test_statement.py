"""The accessibility statement: what the law on digital public service wants said (2018:1937)."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from content.problems import ContentError
from tests.visitor import Visitor
from web.reading.statement import FILE, read_statement


def flat(words: str) -> str:
    """Words as `Page.main` gives them: no-break spaces and line ends are single spaces."""
    return " ".join(words.split())


def test_every_part_that_the_law_demands(visitor: Visitor) -> None:
    page, statement = visitor.open("/sv/tillganglighet"), read_statement()
    shown, links = flat(page.main), {link.get("href") for link in page.tree.iter("a")}
    assert "Botkyrka kommun" in shown and flat(statement.service.swedish) in shown
    assert "delvis förenlig" in shown
    for fault in statement.faults:
        assert flat(fault.what.swedish) in shown and flat(fault.why.swedish) in shown
    for part in (*statement.method, *statement.not_tested):
        assert flat(part.text.swedish) in shown
    assert "12 § i lagen" in shown and "9 § i lagen" in shown
    assert _spelled(statement.assessed) in shown and _spelled(statement.updated) in shown
    assert "mailto:medborgarcenter@botkyrka.se" in links
    assert "https://www.digg.se/tdosanmalan" in links


def test_every_page_leads_to_it(visitor: Visitor) -> None:
    assert visitor.start().link("/tillganglighet") == "/sv/tillganglighet"


def test_it_claims_no_review_that_was_not_made(visitor: Visitor) -> None:
    shown = flat(visitor.open("/sv/tillganglighet").main)
    assert "Ingen utanför projektet har granskat den." in shown
    assert "Personer med funktionsnedsättning har inte prövat" in shown


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("status = .*", 'status = "full"', "status"),
        ("updated = .*", "updated = 2000-01-01", "updated"),
        ("assessed = ", "assesed = ", "assesed"),
        ("https://www.digg.se", "http://www.digg.se", "report_link"),
    ],
)
def test_a_false_statement_stops_the_app(tmp_path: Path, old: str, new: str, key: str) -> None:
    path = tmp_path / "statement.toml"
    path.write_text(re.sub(old, new, FILE.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        read_statement(path)
    assert key in {problem.key for problem in error.value.problems}


def _spelled(day: datetime.date) -> str:
    months = "januari februari mars april maj juni juli augusti september oktober november december".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"
