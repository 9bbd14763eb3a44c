"""The project's papers are whole and agree with each other: licence, version, releases, publiccode.yml."""

from __future__ import annotations

import datetime
import hashlib
import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest

from tests.house.publiccode import read_publiccode
from web.i18n.languages import LANGUAGES
from web.version import version

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
RELEASE = re.compile(r"^## (\d+\.\d+\.\d+) – (\d{4}-\d\d-\d\d)$", re.MULTILINE)
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==", re.MULTILINE)
EUPL = "57fb42fbcd0b037ce528ed8f72f1ec095d67bc6825ecf1448ff39be1fe68a4b4"
"""Of the text as the SPDX list has it, with single line ends and no spaces at them."""


def releases() -> list[tuple[str, datetime.date]]:
    """Number and day of every release, the newest first."""
    found = RELEASE.findall((ROOT / "CHANGELOG.md").read_text("utf-8"))
    return [(number, datetime.date.fromisoformat(day)) for number, day in found]


def licences() -> dict[str, str]:
    """What docs/licences.md says of each package."""
    page = (ROOT / "docs" / "licences.md").read_text("utf-8").partition("## Python packages")[2]
    rows = re.findall(r"^\| ([a-z0-9, -]+?) \| ([^|]+?) \|$", page, re.MULTILINE)
    return {name: licence for names, licence in rows for name in names.split(", ") if name != "package"}


def test_the_licence_is_the_whole_of_the_eupl() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert [int(number) for number in re.findall(r"^(\d+)\.[A-Z]", text, re.MULTILINE)] == list(range(1, 16))
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert text.endswith("Appendix require the production of a new EUPL version.\n")
    assert hashlib.sha256(text.encode()).hexdigest() == EUPL
    assert PROJECT["license"] == "EUPL-1.2"
    assert all((ROOT / name).is_file() for name in PROJECT["license-files"])


def test_every_font_stands_beside_its_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (ROOT / "static" / "fonts" / "OFL.txt").read_text("utf-8")
    fonts = [path for kind in ("ttf", "otf", "woff", "woff2") for path in (ROOT / "static").rglob(f"*.{kind}")]
    assert fonts and all(ROOT / "static" / "fonts" in font.parents for font in fonts)


def test_every_package_that_runs_stands_with_its_licence() -> None:
    pinned = set(PINNED.findall((ROOT / "requirements.txt").read_text("utf-8")))
    assert len(pinned) > 40
    assert set(licences()) == pinned


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def test_only_a_package_for_another_platform_is_not_installed() -> None:
    """Its line in requirements.txt says for which; its licence can be read where it is installed."""
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    elsewhere = {line.partition("==")[0] for line in lines if "==" in line and " ; " in line}
    assert {name for name in licences() if not _is_installed(name)} <= elsewhere


@pytest.mark.parametrize(
    ("name", "told"), [(name, told) for name, told in licences().items() if _is_installed(name)], ids=str
)
def test_a_licence_is_the_one_that_the_package_gives(name: str, told: str) -> None:
    given = importlib.metadata.metadata(name)
    expression = given.get("License-Expression")
    if expression is not None:
        assert told == expression
    else:
        # Older packages say it in words of their own: the family must be among them.
        words = " ".join([given.get("License") or "", *(given.get_all("Classifier") or [])])
        assert any(family in words for family in re.findall(r"BSD|MIT|Apache|Mozilla|MPL|GPL|PSF", told)), words


def test_the_newest_release_is_the_version_and_no_release_is_older_than_the_one_below() -> None:
    numbers = [tuple(map(int, number.split("."))) for number, _ in releases()]
    days = [day for _, day in releases()]
    assert len(numbers) >= 2
    assert version() == PROJECT["version"] == releases()[0][0]
    assert numbers == sorted(set(numbers), reverse=True)
    assert days == sorted(days, reverse=True)


def test_all_that_is_told_stands_under_a_release() -> None:
    headings = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    dated = [f"{number} – {day}" for number, day in releases()]
    assert headings in (["Unreleased", *dated], dated)


def test_publiccode_holds_to_its_standard_and_says_what_is_so() -> None:
    told = read_publiccode(ROOT / "publiccode.yml")
    number, day = releases()[0]
    assert (told.softwareVersion, told.releaseDate) == (number, day)
    assert told.legal.license == PROJECT["license"]
    assert told.localisation.availableLanguages == [one.code for one in LANGUAGES if one.state != "drafted"]
    assert all((ROOT / picture).is_file() for one in told.description.values() for picture in one.screenshots)


@pytest.mark.parametrize("words", ["**What.**", "**For whom.**", "**Licence.**", "**Status.**", "to-verify.md"])
def test_the_first_screen_of_the_readme_says(words: str) -> None:
    first = (ROOT / "README.md").read_text("utf-8").splitlines()[:25]
    assert any(words in line for line in first)
    assert "## Two commands" in first


@pytest.mark.parametrize("paper", ["CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "LICENSE", "CHANGELOG.md"])
def test_each_paper_is_led_to(paper: str) -> None:
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md")]
    assert any(f"]({paper})" in page.read_text("utf-8") for page in pages)
