"""Whoever speaks the language of the page comes first and says so; to the others there is one Swedish line to say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from content.problems import ContentError
from report.library import Library, load_library
from tests.audit import words
from tests.conftest import Visit, make_app, settings_of
from tests.page import Page
from web.i18n.languages import LANGUAGES, Language

BOTKYRKA = Path(__file__).resolve().parents[3] / "advice" / "municipalities" / "0127-botkyrka.toml"
CONFIRMED = 'speaks_source = "Telefonsamtal med en rådgivare"\nspeaks_checked = 2026-11-20\n'
HERE, IN_ENGLISH = "Här talar någon ditt språk", "Somebody here speaks your language"
DAYS = """
[[events]]
id = "plain_day"
title = "En vanlig dag"
place = "Torget"
area = "Alby"
day = 2026-12-01
who = "Polisen"
confidence = "known"
source = "påhittad"

[[events]]
id = "speaking_day"
title = "En dag på flera språk"
place = "Biblioteket"
area = "Fittja"
day = 2026-12-09
who = "Rådgivarna"
confidence = "known"
source = "påhittad"
speaks = ["en", "so"]
speaks_source = "Rådgivarna själva"
speaks_checked = 2026-11-19
"""


def town(folder: Path, speaks: str, confirmed: str = CONFIRMED) -> Path:
    """Botkyrka where the debt advisers speak these languages, and two days to come."""
    text, mark = BOTKYRKA.read_text(encoding="utf-8"), 'id = "debt_adviser"\nname'
    assert text.count(mark) == 2
    said = text.replace(mark, f'id = "debt_adviser"\nspeaks = {speaks}\n{confirmed}name', 1)
    (folder / BOTKYRKA.name).write_text(said + DAYS, encoding="utf-8")
    return folder


Towns = Callable[..., Flask]


@pytest.fixture
def made(tmp_path: Path) -> Towns:
    return lambda speaks, confirmed=CONFIRMED: make_app(settings_of(municipalities=town(tmp_path, speaks, confirmed)))


def groups(page: Page) -> list[str]:
    return [words(one) for one in page.tree.iter("h2") if one.get("id")]


def cards(page: Page) -> dict[str, Element]:
    """Name → the card of a contact."""
    found = [one for one in page.tree.iter("li") if one.get("class") == "contact"]
    return {words(next(card.iter("h3"))): card for card in found}


def test_on_a_page_in_their_language_they_come_first_and_say_so(visit: Visit, made: Towns) -> None:
    page = visit("en", of=made('["so", "en"]')).open("/en/kontakter")
    assert groups(page)[0] == IN_ENGLISH
    name, first = next(iter(cards(page).items()))
    assert "ebt" in name and f"{IN_ENGLISH}." in words(first) and "Kan ni ringa med tolk" not in words(first)
    assert [one for one, card in cards(page).items() if f"{IN_ENGLISH}." in words(card)] == [name], "each once"


def test_on_a_swedish_page_nothing_is_said_of_it(visit: Visit, made: Towns) -> None:
    page = visit(of=made('["so", "en"]')).open("/sv/kontakter")
    assert HERE not in page.text and "Kan ni ringa med tolk" not in page.text


@pytest.mark.parametrize(
    ("speaks", "confirmed"),
    [
        ('["so", "ar"]', CONFIRMED),
        ('["en"]', ""),
        ('["en"]', 'speaks_source = "Ett rykte"\n'),
        ('["en"]', "speaks_checked = 2026-11-20\n"),
        ("[]", CONFIRMED),
    ],
    ids=["other languages", "nobody confirmed it", "no day", "no source", "none"],
)
def test_what_nobody_confirmed_or_another_language_changes_nothing(
    visit: Visit, made: Towns, speaks: str, confirmed: str
) -> None:
    page = visit("en", of=made(speaks, confirmed)).open("/en/kontakter")
    said = [one for one, card in cards(page).items() if IN_ENGLISH in words(card)]
    assert not said and groups(page)[0] != IN_ENGLISH


def test_days_in_the_language_come_before_earlier_ones(visit: Visit, made: Towns) -> None:
    app = made("[]")
    titles = {}
    for code in ("sv", "en"):
        page = visit(code, of=app).open(f"/{code}/traffa-oss")
        days = [one for one in page.tree.iter("li") if one.get("class") == "event"]
        titles[code] = [next(one.iter("time")).get("datetime") for one in days]
        assert [IN_ENGLISH in words(one) for one in days] == ([True, False] if code == "en" else [False, False])
    assert titles == {"sv": ["2026-12-01", "2026-12-09"], "en": ["2026-12-09", "2026-12-01"]}


def test_everybody_else_has_one_swedish_line_and_how_it_sounds(visit: Visit, made: Towns, library: Library) -> None:
    page = visit("en", of=made('["en"]')).open("/en/kontakter")
    said = {name: [one for one in card.iter("q") if one.get("lang") == "sv"] for name, card in cards(page).items()}
    asked = {name: found for name, found in said.items() if found}
    assert len(asked) > 20
    for name, found in asked.items():
        assert [words(one) for one in found] == ["Jag talar engelska. Kan ni ringa med tolk?"], name
        assert found[0].get("translate") == "no" and found[0].get("dir") == "ltr"
        assert "(yahg TAH-lar ENG-el-ska. kan nee RING-a med tolk?)" in words(cards(page)[name])
    emergency = [card for card in cards(page).values() if any(one.get("href") == "tel:112" for one in card.iter("a"))]
    assert emergency and not [one for card in emergency for one in card.iter("q")]


def test_where_nobody_wrote_how_it_sounds_there_are_no_brackets(tmp_path: Path) -> None:
    (tmp_path / "cs" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "cs" / "LC_MESSAGES" / "messages.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    )
    one = Language("cs", "cs", "Čeština", state="offered")
    app = make_app(extra_languages=(one,), extra_catalogues=[tmp_path])
    html = app.test_client().get("/cs/kontakter", base_url="https://localhost").text
    line = '<q lang="sv" dir="ltr" translate="no">Jag talar tjeckiska. Kan ni ringa med tolk?</q></p>'
    assert line in html


@pytest.mark.parametrize(
    ("code", "locale", "name"),
    [
        ("so", "so", "somaliska"),
        ("ar", "ar", "arabiska"),
        ("prs", "fa_AF", "dari"),
        ("fa", "fa", "persiska"),
        ("kmr", "ku", "kurdiska (kurmanji)"),
        ("ckb", "ckb", "kurdiska (sorani)"),
        ("ti", "ti", "tigrinja"),
    ],
)
def test_the_language_has_the_name_that_one_asks_for_an_interpreter_by(code: str, locale: str, name: str) -> None:
    assert Language(code, locale, "x").swedish_name == name


@pytest.mark.parametrize("code", ["xx", "SO", "somaliska", "ku", "sv", ""])
def test_a_code_that_no_page_could_have_stops_the_start(tmp_path: Path, code: str) -> None:
    with pytest.raises(ContentError, match="is no known language"):
        load_library(town(tmp_path, f'["{code}"]'))


def test_every_language_there_is_may_be_named(tmp_path: Path) -> None:
    codes = [one.code for one in LANGUAGES if one.code != "sv"]
    known = load_library(town(tmp_path, f'["{codes[0]}", "ti", "prs", "kmr", "ckb", "tru"]'))
    assert known.advice.directories["0127"].by_id["debt_adviser"].speaks_now


def test_nothing_is_claimed_today_that_nobody_has_confirmed(library: Library) -> None:
    place = library.advice.municipalities["0127"]
    said = [one for one in (*library.advice.directories["0127"].by_id.values(), *place.events) if one.speaks]
    assert all(one.speaks_now for one in said), "codes without a source and a day are no help to anybody"
