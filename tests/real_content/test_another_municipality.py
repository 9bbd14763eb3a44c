"""Another municipality is another file: nothing of Botkyrka is in code, in pages or on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from report.library import Library, load_library
from tests.conftest import KEY, Visit, make_app
from tests.visitor import Visitor, paper_text
from web.settings import Settings, SettingsError

ROOT = Path(__file__).resolve().parents[2]
# The name and all numbers are made up; only the code must be one that exists.
PLACE = """
code = "0114"
name = "Sagolunda kommun"
short = "Sagolunda"
url = "https://sagolunda.example"
contact_centre = "contact_centre"

[[contacts]]
id = "contact_centre"
name = "Sagolunda servicecenter"
what = "Kopplar dig vidare till rätt person."
phone = "0999-10 20 30"
confidence = "seen_page"
source = "påhittad"
checked = 2026-11-01

[[contacts]]
id = "debt_adviser"
name = "Skuldrådgivaren i Sagolunda"
what = "Gratis hjälp."
phone = "0999-11 22 33"
confidence = "seen_page"
source = "påhittad"
checked = 2026-11-01

[[contacts]]
id = "social_services"
name = "Socialtjänsten i Sagolunda"
what = "Hjälp till det viktigaste."
via = "contact_centre"
confidence = "unverified"
source = "påhittad"
checked = 2026-11-01

[[contacts]]
id = "social_emergency"
name = "Socialjouren i Sagolunda"
what = "Hjälp när det är stängt."
phone = "0999-99 99 99"
confidence = "seen_page"
source = "påhittad"
checked = 2026-11-01

[[contacts]]
id = "housing_company"
name = "Sagolundahem"
what = "Frågor om hyran."
where = "Numret står på hyresavin."
confidence = "unverified"
source = "påhittad"
checked = 2026-11-01
"""
OF_BOTKYRKA = re.compile(r"botkyrka|0127|530\s?610|tullinge|alby|fittja|hallunda|tumba", re.IGNORECASE)
CODE = ("app.py", "content", "questionnaire", "calculator", "advice", "report", "web", "templates", "static")


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("municipalities")
    (folder / "0114-sagolunda.toml").write_text(PLACE, encoding="utf-8")
    made = make_app(Settings(secret_key=KEY, municipality="0114", municipalities=folder))
    yield made
    made.extensions["itid_renderers"].close()


@pytest.fixture
def there(visit: Visit, elsewhere: Flask) -> Visitor:
    return visit(of=elsewhere)


def words_of_botkyrka(library: Library) -> list[str]:
    place = library.advice.municipalities["0127"]
    said = [place.name, *(contact.name.swedish for contact in place.contacts)]
    return [*said, *(contact.phone for contact in place.contacts if contact.phone)]


@pytest.mark.slow
def test_every_page_and_the_sheet_are_the_other_places(there: Visitor, library: Library) -> None:
    there.answer(unpaid_now=["rent"], money_lasts="no_food", letters=["payment_order"], answered="no", burden="heavy")
    there.budget(
        {"adults": [{"age": 38}], "tenant": True}, {"costs": [{"id": "rent", "amount": "1", "period": "month"}]}
    )
    there.result()
    assert "Skuldrådgivaren i Sagolunda" in there.page.main and "0999-11 22 33" in there.page.text.replace(
        "\u00a0", " "
    )
    pages = [there.page]
    for address in (
        "",
        "kontakter",
        "om",
        "sa-raknar-vi",
        "integritet",
        "tillganglighet",
        "flode",
        "nowhere",
        "koll/svar",
    ):
        pages.append(there.open(f"/sv/{address}", expect=404 if address == "nowhere" else 200))
    for page in pages:
        assert not OF_BOTKYRKA.findall(page.html), page.address
        assert not [
            words for words in words_of_botkyrka(library)[1:] if words in page.text and "Socialjouren" not in words
        ]
    there.open("/sv/resultat")
    text = there.sheet_text()
    assert "Sagolunda" in text and "0999-10 20 30" in text
    assert not OF_BOTKYRKA.findall(text)


def test_the_command_line_is_the_other_places_too(elsewhere: Flask, tmp_path: Path) -> None:
    case = json.dumps({"day": "2026-11-23", "answers": {"burden": "heavy"}})
    sheet = tmp_path / "sheet.pdf"
    with elsewhere.app_context():
        told = elsewhere.test_cli_runner().invoke(args=["advise", "-", "--pdf", str(sheet)], input=case)
        refused = elsewhere.test_cli_runner().invoke(
            args=["advise", "-"], input='{"municipality": "0127", "answers": {}}'
        )
    assert told.exit_code == 0 and "Sagolunda" in told.stdout and not OF_BOTKYRKA.findall(told.stdout)
    assert not OF_BOTKYRKA.findall(paper_text(sheet.read_bytes()))
    assert refused.exit_code == 2 and json.loads(refused.stderr)["error"][0]["at"] == "municipality"


def test_a_municipality_that_is_not_there_stops_the_start() -> None:
    with pytest.raises(SettingsError, match=r"'9999'.*0127"):
        make_app(Settings(secret_key=KEY, municipality="9999"))


def test_both_can_stand_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "0114-sagolunda.toml").write_text(PLACE, encoding="utf-8")
    own = ROOT / "advice" / "municipalities" / "0127-botkyrka.toml"
    (tmp_path / own.name).write_text(own.read_text(encoding="utf-8"), encoding="utf-8")
    directories = load_library(tmp_path).advice.directories
    assert {code: directory.by_id["contact_centre"].phone for code, directory in directories.items()} == {
        "0114": "0999-10 20 30",
        "0127": "08-530 610 00",
    }


@pytest.mark.parametrize("name", CODE)
def test_nothing_of_botkyrka_is_in_code(name: str) -> None:
    """Words for everybody, templates, styles and code; the one setting that says which municipality is the default."""
    paths = [ROOT / name] if (ROOT / name).is_file() else sorted((ROOT / name).rglob("*"))
    for path in paths:
        if path.suffix not in {".py", ".html", ".css", ".js", ".svg", ".toml"} or "municipalities" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        if path.name == "settings.py":
            text = text.replace('municipality: str = Field("0127"', "", 1)
        if path.name == "municipality_codes.toml":
            continue  # every municipality of Sweden stands there
        assert not OF_BOTKYRKA.findall(text), path.relative_to(ROOT)
