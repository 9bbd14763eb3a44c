"""The pages that tell how to add something are followed to the letter, one after the other, in one copy."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest

from content.problems import ContentError
from report.library import load_library
from tests.docs.in_copy import flask, linked_venv, opened, run, translate, typed
from tests.docs.pages_read import ROOT, blocks, copied, follow

pytestmark = pytest.mark.slow
DOCS = ROOT / "docs"
FOLLOWED = (
    "add-a-question",
    "change-a-rule",
    "add-a-letter",
    "add-a-sum",
    "renew-a-figure",
    "add-a-municipality",
    "add-a-language",
    "teach",
)
"""The pages that show what to write, in the order they are followed."""
ROOMS = (
    "tests/questionnaire/test_instrument.py",
    "tests/questionnaire/test_monotone.py::test_every_question_has_its_place_in_the_order",
    "tests/laws/test_laws.py",
    "tests/cases/test_cases.py",
    "tests/advice/test_words.py",
    "tests/calculator/test_per_week.py",
    "tests/calculator/test_calendar_of_figures.py",
    "tests/web/check/test_journey.py::test_every_question_is_asked_one_a_page",
    "tests/web/letters/test_letter_door.py",
    "tests/web/sums/test_sum_pages.py",
    "tests/classroom/test_content.py",
    "tests/web/i18n/test_hyphens.py",
    "tests/web/i18n/test_languages.py::test_every_offered_language_is_whole_where_somebody_needs_it",
    "tests/real_content/test_another_municipality.py",
)
"""The quick tests of the rooms that the pages are about."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project when all the pages have been followed, with the commands that they end with."""
    folder = copied(tmp_path_factory.mktemp("followed"))
    for page in FOLLOWED:
        follow(DOCS / f"{page}.md", folder)
    languages = "from babel.messages.frontend import main; import sys; sys.exit(main())"  # what pybabel is
    template = ("--input-file", "translations/messages.pot", "--output-dir", "translations", "--locale", "es")
    run(folder, "-c", languages, "init", *template)
    run(folder, "-m", "translations.extract")
    translate(folder / "translations" / "en", lambda words: f"In English ({words})")
    translate(
        folder / "translations" / "es", lambda words: "¿Te preocupa el dinero?" if words == "Oro för pengar?" else ""
    )
    run(folder, "-m", "translations.extract")
    run(folder, "-m", "docs.generate")
    return folder


def test_the_check_is_green_when_all_pages_are_followed(copy: Path) -> None:
    linked_venv(copy)
    if (ROOT / ".mypy_cache").exists():  # then only what the pages changed is looked at anew
        shutil.copytree(ROOT / ".mypy_cache", copy / ".mypy_cache")
    assert typed(copy, "script/check").endswith("script/check: all is well.\n")


def test_the_quick_tests_of_the_rooms_concerned_are_green(copy: Path) -> None:
    told = run(copy, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-m", "not slow and not browser", *ROOMS)
    assert " passed" in told


def test_add_a_question(copy: Path) -> None:
    assert "content:" in flask(copy, "content-check")
    case = {"age": 30, "answers": {"shock": "one", "unemployment_fund": "no"}}
    assert json.loads(flask(copy, "advise", "-", given=case))["level"] is not None
    schema = json.loads(flask(copy, "advise", "--schema"))["questionnaires"]["adult"]
    asked = list(schema)
    assert asked.index("unemployment_fund") == asked.index("shock") + 1
    assert schema["unemployment_fund"] == ["yes", "no", "unknown", "skip"]
    (flow,) = opened(copy, "/sv/flode")
    assert "Är du med i en a-kassa?" in flow
    assert "adult.unemployment_fund.title" in (copy / "translations" / "messages.pot").read_text("utf-8")
    assert "`unemployment_fund`" in (copy / "docs" / "instrument.md").read_text("utf-8")


def test_add_a_municipality(copy: Path) -> None:
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


def test_a_municipality_in_a_folder_of_its_own(copy: Path, tmp_path: Path) -> None:
    shutil.copy(copy / "advice" / "municipalities" / "0126-exempelby.toml", tmp_path)

    (page,) = opened(ROOT, "/sv/kontakter", ITID_MUNICIPALITY="0126", ITID_MUNICIPALITIES=str(tmp_path))
    assert "Exempelby" in page
    assert "Botkyrka" not in page


def test_renew_a_figure(copy: Path) -> None:
    household = {"people": [{"age": 40}, {"age": 8}, {"age": 10}], "tenant": False}
    days = ("2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01")
    lines = "\n".join(json.dumps({"day": day, **household}) for day in days)
    told = run(copy, "-m", "flask", "--app", "app", "calculate", "reference_costs", "--jsonl", "-", given=lines)
    last, first, until, after = (
        next(one for one in json.loads(line)["figures"] if one["id"] == "shared_water") for line in told.splitlines()
    )
    assert (last["value"], first["value"]) == ("650", "692")
    assert first["until"] == "2027-12-31"
    assert "state" not in until
    assert after["state"] == "ended"
    assert "From 2027-01-01 until 2027-12-31" in (copy / "docs" / "figures.md").read_text("utf-8")


def test_change_a_rule(copy: Path) -> None:
    calm = {"months_late": "none", "unpaid_now": ["nothing"], "letters": ["nothing"], "money_lasts": "always"}
    case = {"age": 40, "answers": {**calm, "credits": "3", "buffer": "no"}}

    told = json.loads(flask(copy, "advise", "-", given=case))
    assert (told["level"], told["rules"]) == (2, ["three_credits_no_buffer"])
    assert json.loads(flask(ROOT, "advise", "-", given=case))["rules"] == []


def test_add_a_language(copy: Path) -> None:
    (page, swedish) = opened(copy, "/es/", "/sv/", ITID_LANGUAGES="sv es")
    assert 'lang="es"' in page
    assert "¿Te preocupa el dinero?" in page
    assert "Español" in swedish


def test_add_a_letter(copy: Path) -> None:
    door, letter = opened(copy, "/sv/brev/", "/sv/brev/parking")
    assert "Felparkering" in door
    assert "Den som äger bilen ska betala eller säga emot." in letter
    assert "letters.parking.what" in (copy / "translations" / "messages.pot").read_text("utf-8")


def test_add_a_statement_to_the_quiz(copy: Path) -> None:
    (lesson,) = opened(copy, "/sv/klass/lektion")
    assert "svarar på frågor om köp, och det är gratis." in lesson
    assert "quiz.free_questions.after" in (copy / "translations" / "messages.pot").read_text("utf-8")


def test_add_a_sum(copy: Path) -> None:
    given = {"amount": "1400", "days": 14}
    assert json.loads(flask(copy, "calculate", "per_week", "-", given=given)) == {"per_week": "700.00"}
    every, page = opened(copy, "/sv/rakna/", "/sv/rakna/per-vecka")
    assert "Hur mycket finns det i veckan?" in every
    assert "Dagar till nästa lön" in page
    assert "Så mycket räcker det till i veckan" in (copy / "translations" / "messages.pot").read_text("utf-8")
    assert "| `per_week` | `/rakna/per-vecka` |" in (copy / "docs" / "sums.md").read_text("utf-8")
    assert "`amount`, `days`" in (copy / "docs" / "case-format.md").read_text("utf-8")
