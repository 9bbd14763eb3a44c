"""The words chosen for Swedish terms are kept to, and words that mislead are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from translations.catalogues import Entry, folders
from translations.terms import Term, comparable, faults_of_terms, names_lost, read_terms
from web.i18n.languages import LANGUAGES

DEBT = Term("skuld", ("skuld", "skulder"), "what you owe", "velka", ("velk", "vela"), (), "", "A", "")
OFFICE = Term("Kronofogden", ("Kronofogden*",), "the office", "Kruununvouti", ("kruununvou",), ("ulosot",), "", "A", "")
ARABIC = Term("ränta", ("ränta*",), "price of a loan", "فائدة", ("فائدة",), ("ربا",), "", "A", "")


def told(swedish: str, said: str, *terms: Term) -> list[str]:
    return list(faults_of_terms([Entry("a.b", (swedish,), (said,))], terms))


@pytest.mark.parametrize(
    ("swedish", "said"),
    [
        ("Du har en skuld.", "Sinulla on velka."),
        ("Du har en skuld.", "Sinulla on VELKOJA."),
        ("Hur stor är din skuld?", "Kuinka iso velan määrä on?"),
        ("Du har skuldkänslor.", "Häpeät."),
        ("F-skuld är annat", "Muuta"),
        ("Se skuld.se", "Katso skuld.se"),
        ("Du har en skuld.", ""),
    ],
)
def test_the_chosen_word_or_a_form_of_it_is_there(swedish: str, said: str) -> None:
    assert told(swedish, said, DEBT) == []


def test_another_word_is_a_fault() -> None:
    [fault] = told("Du har en skuld.", "Sinulla on lasku.", DEBT)
    assert fault == "a.b: 'Du har en skuld.' has the term 'skuld', but the translation not 'velka' or a form of it"


def test_a_beginning_finds_every_form() -> None:
    assert told("Kronofogdens brev", "Kirje", OFFICE)
    assert not told("Kronofogdens brev", "Kruununvoudin kirje", OFFICE)


def test_a_word_that_misleads_is_found_wherever_it_stands() -> None:
    [fault] = told("Ring.", "Soita ulosottoon.", OFFICE)
    assert "'ulosot', which misleads" in fault
    assert not told("Ring.", "Palkanulosotto", OFFICE), "only the beginning of a word"


def test_arabic_words_are_whole_and_may_have_vowel_signs() -> None:
    assert told("Ring.", "ربا", ARABIC)
    assert not told("Ring.", "رباط", ARABIC)
    assert not told("Vad är ränta?", "ما هي الفَائِدَة؟", ARABIC)
    assert comparable("مُؤجِّر") == comparable("مؤجر")
    assert comparable("دـين") == comparable("دين")


def test_each_plural_form_is_looked_at() -> None:
    entry = Entry("", ("%(num)s skuld", "%(num)s skulder"), ("%(num)s velka", "%(num)s laskua"))
    assert len(list(faults_of_terms([entry], [DEBT]))) == 1


def test_a_name_may_not_be_translated_away_altogether() -> None:
    lost = [Entry("", ("Ring Kronofogden",), ("Soita sinne",))]
    kept = [*lost, Entry("", ("Kronofogden",), ("Vouti (Kronofogden)",))]
    assert len(list(names_lost(lost, ["Kronofogden", "utslag"]))) == 1
    assert not list(names_lost(kept, ["Kronofogden"]))


WHOLE = """[[term]]
swedish = "skuld"
meaning = "what you owe"
chosen = "velka"
forms = ["velk"]
source = ""
confidence = "A"
"""


@pytest.mark.parametrize(
    ("instead", "by", "fault"),
    [
        ('chosen = "velka"\n', "", "missing ['chosen']"),
        ('chosen = "velka"', 'chosen = ""', "chosen is a text"),
        ('forms = ["velk"]', "forms = []", "forms is a list of words"),
        ('forms = ["velk"]', 'forms = "velk"', "forms is a list of words"),
        ('confidence = "A"', 'confidence = "D"', "confidence is one of A, B, C"),
        ('confidence = "A"', 'confidence = "A"\nnevver = []', "not known ['nevver']"),
        ('swedish = "skuld"', 'swedish = ["*"]', "swedish is a list of words"),
    ],
)
def test_a_faulty_entry_is_told_with_its_place(tmp_path: Path, instead: str, by: str, fault: str) -> None:
    path = tmp_path / "terms.toml"
    path.write_text(WHOLE + WHOLE.replace(instead, by), encoding="utf-8")
    with pytest.raises(ValueError, match=r"entry 2") as raised:
        read_terms(path)
    assert fault in str(raised.value)


def test_no_file_is_no_terms(tmp_path: Path) -> None:
    assert read_terms(tmp_path / "terms.toml") == ()


OFFERED = {one.locale.partition("_")[0] for one in LANGUAGES if one.state != "drafted"}


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_the_real_terms_can_be_read(folder: Path) -> None:
    terms = read_terms(folder / "terms.toml")
    assert len(terms) > (30 if folder.name in OFFERED else 20)
    assert len({term.patterns for term in terms}) == len(terms), "a term is listed once"
