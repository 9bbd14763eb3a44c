"""Where long words may be parted: on pages, by the lists, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest
from flask import Flask

from tests.conftest import Visit
from web.i18n.hyphens import LONG, SOFT_HYPHEN, WORD, hyphens_of, parted, soften

CATALOGUE = Path(__file__).resolve().parents[3] / "translations" / "en" / "LC_MESSAGES" / "messages.po"
SHORTEST_PART = 2
URLS = re.compile(r"\S+\.(?:se|eu|pdf|json|xlsx|ics)\b\S*")


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("betalningsföreläggandet", "betalnings|före|läggandet"),
        ("Betalningsföreläggande", "Betalnings|före|läggande"),
        ("föreläggande", "före|läggande"),
        ("skuldrådgivningen", "skuld|rådgiv|ningen"),
        ("BOSTADSBIDRAG", "BOSTADS|BIDRAG"),
        ("okändlångtord", "okändlångtord"),
    ],
)
def test_a_word_is_parted_by_its_longest_beginning(word: str, shown: str) -> None:
    assert parted(word, "sv").replace(SOFT_HYPHEN, "|") == shown


def test_swedish_words_are_parted_on_pages_in_any_language() -> None:
    assert parted("Konsumentverket", "en").replace(SOFT_HYPHEN, "|") == "Konsument|verket"
    assert SOFT_HYPHEN not in parted("responsibility", "sv")
    assert parted("responsibility", "en").replace(SOFT_HYPHEN, "|") == "responsi|bility"


def test_only_running_words_are_parted(app: Flask) -> None:
    page = (
        '<title>Skuldrådgivningen</title><a href="/skuldrådgivningen" title="skuldrådgivningen">Skuldrådgivningen</a>'
        "<option>Skuldrådgivningen</option><svg><text>Skuldrådgivningen</text></svg><cite>Skuldrådgivningen</cite>"
    )
    with app.test_request_context("/sv/"):
        made = soften(page)

    assert made.replace(SOFT_HYPHEN, "") == page
    assert re.findall(r"\w*\u00ad[\w\u00ad]*", made) == [f"Skuld{SOFT_HYPHEN}rådgiv{SOFT_HYPHEN}ningen"]


@pytest.mark.parametrize("code", ["sv", "en"])
def test_every_long_word_has_its_place_in_the_list(code: str) -> None:
    """A word that no list knows would be broken anywhere on a narrow screen."""
    said = [entry.msgid for entry in polib.pofile(str(CATALOGUE))] if code == "sv" else _english()
    words = {word for text in said for word in WORD.findall(URLS.sub(" ", text))}
    unknown = sorted(word for word in words if SOFT_HYPHEN not in parted(word, code))

    assert len(words) > 50, "the catalogue was not read"
    assert unknown == [], (
        f"write where these of {LONG} letters and more may be parted, in translations/{code}/hyphens.txt"
    )


def _english() -> list[str]:
    entries = [entry for entry in polib.pofile(str(CATALOGUE)) if not entry.obsolete]
    return [text for entry in entries for text in (entry.msgstr, *entry.msgstr_plural.values())]


@pytest.mark.parametrize("code", ["sv", "en"])
def test_no_part_is_a_single_letter(code: str) -> None:
    short = [line for line in hyphens_of(code).values() if min(map(len, line.split("-"))) < SHORTEST_PART]
    assert short == []


@pytest.mark.parametrize("line", ["Stor-bokstav", "två ord", "streck--streck", "siffra-1"])
def test_a_line_that_is_no_word_stops_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    (tmp_path / "fi").mkdir()
    (tmp_path / "fi" / "hyphens.txt").write_text(f"# words\n{line}\n", encoding="utf-8")
    monkeypatch.setattr("web.i18n.hyphens.ROOT", tmp_path)
    hyphens_of.cache_clear()
    try:
        with pytest.raises(ValueError, match=re.escape(line)):
            hyphens_of("fi")
    finally:
        hyphens_of.cache_clear()


def test_neither_content_nor_what_is_taken_along_has_soft_hyphens(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("/sv/brev/payment_order")
    assert SOFT_HYPHEN in page.response.get_data(as_text=True)
    visitor.answer(letters=["payment_order"])
    for address in ("/sv/spara/min-manad.json", "/sv/resultat/skriv-ut"):
        answer = visitor.client.get(address, base_url="https://localhost")
        assert answer.status_code == 200, address
        assert SOFT_HYPHEN not in answer.text and "\\u00ad" not in answer.text, address
