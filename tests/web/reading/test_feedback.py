"""Whom a reader tells that advice is wrong: the municipality's own contact, on the about page and at a sheet's foot."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from flask import Flask

from report.build import paper_report
from report.case_format import Setting, parse_case
from report.library import Library
from tests.conftest import TODAY, Visit, make_app, settings_of
from tests.lives import every_life
from web.i18n.languages import use_language
from web.paper.sheet import sheet_html

ROOT = Path(__file__).resolve().parents[3]
BOTKYRKA = ROOT / "advice" / "municipalities" / "0127-botkyrka.toml"
CENTRE, NUMBER = "Botkyrka kommuns medborgarcenter", "08-530 610 00"
FOOT = {"sv": "Om ett råd är fel, berätta det för:", "en": "If a piece of advice is wrong, tell:"}
QUALITY = """
[[contacts]]
id = "quality"
name = "Kvalitetsgruppen"
what = "Tar emot rättelser."
email = "ratt@example.se"
confidence = "seen_page"
source = "påhittad"
checked = 2026-11-01
"""


def sheet(app: Flask, case: dict[str, object], language: str = "sv") -> list[str]:
    """The words of each page of the sheet of a case."""
    library: Library = app.extensions["itid_library"]
    asked = parse_case(case, Setting(library, TODAY, "0127", ("sv", "en")))
    with app.test_request_context(), use_language(language, app.extensions["languages"]):
        made = sheet_html(paper_report(library, asked.case, asked.day))
    pdf = app.extensions["itid_renderers"].render(made)
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return read.stdout.decode().split("\f")[:-1]


def with_feedback(folder: Path, written: str) -> Flask:
    """Botkyrka with another line in the place of its `feedback`, and one more contact."""
    text = BOTKYRKA.read_text(encoding="utf-8")
    lines = [written if line.startswith("feedback =") else line for line in text.splitlines()]
    assert written in lines
    (folder / BOTKYRKA.name).write_text("\n".join(lines) + QUALITY, encoding="utf-8")
    return make_app(settings_of(municipalities=folder))


@pytest.mark.sampled(2)
@pytest.mark.parametrize("written", ['feedback = "contact_centre"', "# none"])
def test_it_is_the_contact_centre_where_nobody_else_was_seen(tmp_path: Path, visit: Visit, written: str) -> None:
    made = with_feedback(tmp_path, written)
    part = visit(of=made).open("/sv/om").main.partition("Frågor eller något som är fel?")[2]
    assert CENTRE in part and NUMBER in part
    (page,) = sheet(made, {"age": 30, "answers": {"burden": "some"}})
    assert f"{FOOT['sv']} {CENTRE}, {NUMBER}" in " ".join(page.replace("\u00a0", " ").split())
    made.extensions["itid_renderers"].close()


def test_a_municipality_names_its_own(tmp_path: Path, visit: Visit) -> None:
    made = with_feedback(tmp_path, 'feedback = "quality"')
    part = visit(of=made).open("/sv/om").main.partition("Frågor eller något som är fel?")[2]
    assert "Kvalitetsgruppen" in part and "ratt@example.se" in part
    (page,) = sheet(made, {"age": 30, "answers": {"burden": "some"}})
    assert f"{FOOT['sv']} Kvalitetsgruppen, ratt@example.se" in " ".join(page.split())
    made.extensions["itid_renderers"].close()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_is_the_foot_of_the_plan_in_every_life(app: Flask, language: str) -> None:
    lost = []
    for life in every_life():
        pages = sheet(app, life.case, language)
        runs_on = life.id in ("142-everything-at-once-adult", "256-eight-urgent-steps")
        # Where page one runs on, the words of the steps follow the foot on the same page.
        ends = pages if runs_on else ["\n".join(pages[0].rstrip().splitlines()[-2:])]
        if not any(FOOT[language] in " ".join(end.split()) for end in ends):
            lost.append(life.id)
    assert lost == []
