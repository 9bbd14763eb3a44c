"""Each page that tells how to add something is followed to the letter in a copy of the project; one file is enough."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po, write_po

from content.problems import ContentError
from report.library import load_library
from tests.docs.pages_read import ROOT, blocks, followed

pytestmark = pytest.mark.slow
DOCS = ROOT / "docs"
PAGES = """
import json, sys
from app import create_app
client = create_app().test_client()
opened = [client.get(path, base_url="https://localhost") for path in sys.argv[1:]]
print(json.dumps([[page.status_code, page.text] for page in opened]))
"""


def run(folder: Path, *arguments: str, given: str = "", **settings: str) -> str:
    """Python in the copy, with nothing set but what is named; its output."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", **settings},
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def flask(folder: Path, *arguments: str, given: object = None, **settings: str) -> str:
    return run(folder, "-m", "flask", "--app", "app", *arguments, given=json.dumps(given), **settings)


def opened(folder: Path, *paths: str, **settings: str) -> list[str]:
    """The pages at these addresses, without a visit."""
    answers: list[list[Any]] = json.loads(run(folder, "-c", PAGES, *paths, **settings))
    assert [status for status, _ in answers] == [200] * len(paths)
    return [text for _, text in answers]


def test_add_a_question(tmp_path: Path) -> None:
    copy = followed(DOCS / "add-a-question.md", tmp_path)

    assert "content:" in flask(copy, "content-check")
    case = {"age": 30, "answers": {"shock": "one", "unemployment_fund": "no"}}
    assert json.loads(flask(copy, "advise", "-", given=case))["level"] is not None
    schema = json.loads(flask(copy, "advise", "--schema"))["questionnaires"]["adult"]
    asked = list(schema)
    assert asked.index("unemployment_fund") == asked.index("shock") + 1
    assert schema["unemployment_fund"] == ["yes", "no", "unknown", "skip"]
    (flow,) = opened(copy, "/sv/flode")
    assert "Är du med i en a-kassa?" in flow

    run(copy, "-m", "translations.extract")
    run(copy, "-m", "docs.generate")
    assert "adult.unemployment_fund.title" in (copy / "translations" / "messages.pot").read_text("utf-8")
    assert "`unemployment_fund`" in (copy / "docs" / "instrument.md").read_text("utf-8")


def test_add_a_municipality(tmp_path: Path) -> None:
    copy = followed(DOCS / "add-a-municipality.md", tmp_path)
    naming = ("/sv/kontakter", "/sv/integritet", "/sv/om", "/sv/tillganglighet")
    addresses = (*naming, "/sv/", "/sv/koll/")

    assert "content:" in flask(copy, "content-check", ITID_MUNICIPALITY="0126")
    pages = opened(copy, *addresses, ITID_MUNICIPALITY="0126")
    assert all("Exempelby kontaktcenter" in page for page in pages[:2])
    assert all("Exempelby" in page for page in pages[: len(naming)])
    assert not any("Botkyrka" in page for page in pages)
    assert all("Botkyrka" in page for page in opened(copy, *naming))

    case = {"municipality": "0126", "age": 30, "answers": {"burden": "heavy"}}
    told = json.loads(flask(copy, "advise", "-", given=case))["contacts"]
    assert {one["phone"] for one in told if one["id"] == "debt_adviser"} == {"08-465 004 02"}

    place = load_library(copy / "advice" / "municipalities").advice.municipalities["0126"]
    (event,) = place.coming(datetime.date(2027, 2, 11))
    assert (event.hours, event.area) == ("13:00–17:00", "Centrum")
    assert place.coming(datetime.date(2027, 2, 12)) == ()


@pytest.mark.parametrize("needed", ["contact_centre", "debt_adviser", "social_services", "social_emergency"])
def test_the_four_contacts_of_a_municipality_are_needed(needed: str, tmp_path: Path) -> None:
    shown, _days = (block for block in blocks(DOCS / "add-a-municipality.md") if block.language == "toml")
    contacts = shown.code.split("[[contacts]]")
    left = [part for part in contacts if f'\nid = "{needed}"' not in part.split("[[partners]]")[0]]
    assert len(left) == len(contacts) - 1
    (tmp_path / "0126-exempelby.toml").write_text("[[contacts]]".join(left), encoding="utf-8")

    with pytest.raises(ContentError, match=needed):
        load_library(tmp_path)


def test_a_municipality_in_a_folder_of_its_own(tmp_path: Path) -> None:
    copy = followed(DOCS / "add-a-municipality.md", tmp_path / "copy")
    own = tmp_path / "own"
    own.mkdir()
    (copy / "advice" / "municipalities" / "0126-exempelby.toml").rename(own / "0126-exempelby.toml")

    (page,) = opened(copy, "/sv/kontakter", ITID_MUNICIPALITY="0126", ITID_MUNICIPALITIES=str(own))
    assert "Exempelby" in page
    assert "Botkyrka" not in page


def test_renew_a_figure(tmp_path: Path) -> None:
    copy = followed(DOCS / "renew-a-figure.md", tmp_path)

    def water(day: str) -> dict[str, Any]:
        given = {"day": day, "people": [{"age": 40}, {"age": 8}, {"age": 10}], "tenant": False}
        figures = json.loads(flask(copy, "calculate", "reference_costs", "-", given=given))["figures"]
        return next(one for one in figures if one["id"] == "shared_water")

    assert (water("2026-12-31")["value"], water("2027-01-01")["value"]) == ("650", "692")
    assert water("2027-01-01")["until"] == "2027-12-31"
    assert "state" not in water("2027-12-31")
    assert water("2028-01-01")["state"] == "ended"

    run(copy, "-m", "docs.generate")
    assert "From 2027-01-01 until 2027-12-31" in (copy / "docs" / "figures.md").read_text("utf-8")


def test_change_a_rule(tmp_path: Path) -> None:
    copy = followed(DOCS / "change-a-rule.md", tmp_path)
    calm = {"months_late": "none", "unpaid_now": ["nothing"], "letters": ["nothing"]}
    case = {"age": 40, "answers": {**calm, "shock": "several", "buffer": "no"}}

    told = json.loads(flask(copy, "advise", "-", given=case))
    assert (told["level"], told["rules"]) == (2, ["many_changes_no_buffer"])
    assert json.loads(flask(ROOT, "advise", "-", given=case))["rules"] == []


def test_add_a_language(tmp_path: Path) -> None:
    copy = followed(DOCS / "add-a-language.md", tmp_path)
    # As the page says, pybabel makes the catalogue; then somebody translates one word.
    start = "from babel.messages.frontend import main; import sys; sys.exit(main())"
    run(
        copy,
        "-c",
        start,
        "init",
        "--input-file",
        "translations/messages.pot",
        "--output-dir",
        "translations",
        "--locale",
        "fi",
    )
    path = copy / "translations" / "fi" / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        catalog = read_po(file, locale="fi")
    message = catalog.get("Oro för pengar?")
    assert message is not None
    message.string = "Huolia rahasta?"
    with path.open("wb") as file:
        write_po(file, catalog)

    (page, swedish) = opened(copy, "/fi/", "/sv/", ITID_LANGUAGES="sv fi")
    assert 'lang="fi"' in page
    assert "Huolia rahasta?" in page
    assert "Suomi" in swedish
    run(copy, "-m", "translations.extract")
    run(copy, "-m", "translations.extract", "--check")


def test_add_a_letter(tmp_path: Path) -> None:
    copy = followed(DOCS / "add-a-letter.md", tmp_path)

    assert "content:" in flask(copy, "content-check")
    door, letter = opened(copy, "/sv/brev/", "/sv/brev/parking")
    assert "Felparkering" in door and "Den som äger bilen ska betala eller säga emot." in letter
    run(copy, "-m", "translations.extract")
    assert "letters.parking.what" in (copy / "translations" / "messages.pot").read_text("utf-8")


def test_add_a_sum(tmp_path: Path) -> None:
    copy = followed(DOCS / "add-a-sum.md", tmp_path)

    given = {"amount": "1400", "days": 14}
    assert json.loads(flask(copy, "calculate", "per_week", "-", given=given)) == {"per_week": "700.00"}
    every, page = opened(copy, "/sv/rakna/", "/sv/rakna/per-vecka")
    assert "Hur mycket finns det i veckan?" in every
    assert "Dagar till nästa lön" in page
    run(copy, "-m", "translations.extract")
    assert "Så mycket räcker det till i veckan" in (copy / "translations" / "messages.pot").read_text("utf-8")
    run(copy, "-m", "docs.generate")
    assert "| `per_week` | `/rakna/per-vecka` |" in (copy / "docs" / "sums.md").read_text("utf-8")
    assert "`amount`, `days`" in (copy / "docs" / "case-format.md").read_text("utf-8")
