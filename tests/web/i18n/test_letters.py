"""Every letter that a catalogue has can be drawn with the project's own letters, on a page and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.conftest import Visit
from translations.catalogues import FILE, entries, folders, read_catalogue
from web.i18n.languages import LANGUAGES, Language

FONTS = Path(__file__).resolve().parents[3] / "static" / "fonts"
MOST = 60_000
"""Bytes that the letters of one script may be, Regular and Bold together."""
DRAFT = Language("ti", "ti", "ትግርኛ")
NO_GLYPH = {"\n", "\u00ad", "\u200e", "\u200f"}
"""Ends of lines, and marks that nobody sees."""


def letters(paths: list[Path]) -> set[str]:
    return {chr(code) for path in paths for code in TTFont(path).getBestCmap()}


def of_pages(language: Language, weight: str) -> set[str]:
    own = [FONTS / "web" / f"{language.script}-{weight}.woff2"] if language.letters else []
    return letters([FONTS / "web" / f"noto-sans-{weight}.woff2", *own])


def language_of(folder: Path) -> Language:
    listed = {one.locale.partition("_")[0]: one for one in LANGUAGES} | {one.locale: one for one in LANGUAGES}
    return listed.get(folder.name, Language(folder.name, folder.name, folder.name))


def written_in(folder: Path) -> set[str]:
    said = entries(read_catalogue(folder / FILE, folder.name))
    return {letter for entry in said for text in (*entry.said, *entry.swedish) for letter in text} - NO_GLYPH


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_every_letter_of_every_catalogue_has_a_glyph_on_pages(folder: Path, weight: str) -> None:
    language = language_of(folder)
    assert not sorted(written_in(folder) - of_pages(language, weight)), "add it to script/fonts"
    assert not set(language.name) - of_pages(language, weight)


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_letter_of_every_catalogue_has_a_glyph_on_paper(folder: Path, weight: str) -> None:
    assert not sorted(written_in(folder) - letters(sorted((FONTS / "sheet").glob(f"*-{weight}.ttf"))))


@pytest.mark.parametrize("sheet", sorted(FONTS.glob("*.css")), ids=lambda path: path.stem)
def test_the_letters_of_a_script_are_light_and_listed(sheet: Path) -> None:
    files = [FONTS / "web" / f"{sheet.stem}-{weight}.woff2" for weight in ("regular", "bold")]
    assert sum(file.stat().st_size for file in files) < MOST
    said = sheet.read_text(encoding="utf-8")
    assert all(f"web/{file.name}" in said for file in files)
    ranges = said.partition("unicode-range:")[2].partition("}")[0].replace("U+", "").split(",")
    covered = {code for one in ranges for code in range(int(one.split("-")[0], 16), int(one.split("-")[-1], 16) + 1)}
    assert {ord(letter) for letter in letters(files)} - covered <= {0x20, 0xA0, 0x25CC}
    assert not covered & set(range(0x20, 0x180)), "figures and Swedish stay with Noto Sans"


@pytest.mark.parametrize("code", ["sv", "en", "xr"])
def test_a_page_brings_the_letters_of_its_own_script_only(visit: Visit, code: str) -> None:
    page = visit(code).open(f"/{code}/")
    sheets = [one.get("href", "") for one in page.tree.iter("link") if one.get("rel") == "stylesheet"]
    assert [one.partition("?")[0] for one in sheets if "fonts" in one] == (
        ["/static/fonts/Arab.css"] if code == "xr" else []
    )


@pytest.mark.parametrize(
    ("locale", "script"),
    [
        ("sv", "Latn"),
        ("ar_SY", "Arab"),
        ("fa_AF", "Arab"),
        ("ckb", "Arab"),
        ("ku", "Latn"),
        ("ti", "Ethi"),
        ("sr_Latn", "Latn"),
    ],
)
def test_a_language_is_written_as_babel_knows(locale: str, script: str) -> None:
    assert Language("a", locale, "A").script == script
