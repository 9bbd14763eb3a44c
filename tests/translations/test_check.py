"""Every fault of a catalogue is told, with the message it is in; and the real catalogues have none."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from translations import check
from translations.catalogues import FILE, Entry, entries, folders, plural_fault, read_catalogue
from translations.compile import compile_catalogues
from translations.core import Core, read_core, unused
from translations.extract import gather_all
from translations.faults import broken, doubtful

PAGE = ("templates/parts/frame.html",)
CORE = Core(("letters.*",), ("letters.*.more",), ("templates/check/*",), ("Kronofogden",))


def entry(swedish: str, said: str, places: tuple[str, ...] = PAGE) -> Entry:
    return Entry("", (swedish,), (said,), places)


@pytest.mark.parametrize(
    ("swedish", "said", "fault"),
    [
        ("Ring %(who)s", "Soita", "lacks %(who)s"),
        ("Ring", "Soita %(who)s", "%(who)s, which the Swedish has not"),
        ("Ring %(who)s", "Soita %(hwo)s", "%(hwo)s, which the Swedish has not"),
        ("Ring %(who)s", "Soita %(who)s 5 %", "a bare %"),
        ("Ring nu", "Soita <b>nyt</b>", "mark-up, '<b>'"),
        ("Ring nu", "Soita **nyt**", "mark-up"),
        ("Ring nu", "Soita&nbsp;nyt", "mark-up"),
    ],
)
def test_what_would_break_a_page(swedish: str, said: str, fault: str) -> None:
    told = list(broken(entry(swedish, said), 2))
    assert any(fault in one for one in told), told
    assert all(repr(swedish) in one for one in told)


@pytest.mark.parametrize(
    ("swedish", "said", "fault"),
    [
        ("Ring 112 nu.", "Soita 113 nyt.", "numbers as the Swedish: 112, 113"),
        ("Du har 10 dagar.", "Sinulla on päiviä.", "numbers as the Swedish: 10"),
        ("Ring 08-530 610 00.", "Soita 08-530 601 00.", "numbers"),
        ("Se kronofogden.se.", "Katso kruununvouti.se.", "addresses as the Swedish: kronofogden.se, kruununvouti.se"),
        ("Ring 112 nu.", "اتصل ١١٢ الآن.", "other digits than 0–9"),
        ("Du ska inte betala pengar till någon.", "Du ska inte maksa.", "is Swedish still: du, ska, inte"),
        ("Spara", "Tallenna tämä kaikki omalle laitteellesi nyt heti", "may be a button: 49 letters, 24 fit"),
    ],
)
def test_what_a_reader_would_stumble_over(swedish: str, said: str, fault: str) -> None:
    told = list(doubtful(entry(swedish, said), "fi"))
    assert any(fault in one for one in told), told


@pytest.mark.parametrize(
    ("swedish", "said"),
    [
        ("Ungefär 100 000 personer", "About 100,000 people"),
        ("Dygnet runt", "24 hours a day"),
        ("Ring %(who)s", "Soita %(who)s"),
        ("Brevet Skuld att betala", "Kirje (Skuld att betala, det är inte en dom)"),
        ("Spara", "Tallenna tämä"),
        ("Se Kronofogden.se", "katso kronofogden.se"),
        ("", ""),
    ],
)
def test_what_is_no_fault(swedish: str, said: str) -> None:
    one = entry(swedish, said)
    assert not list(broken(one, 2))
    assert not list(doubtful(one, "fi"))


def test_names_may_hold_common_swedish_words() -> None:
    one = entry("Du får Skuld att betala och det är något", "Saat Skuld att betala och det", ())
    assert not list(doubtful(one, "fi", ["Skuld att betala"]))


def test_a_paper_has_no_buttons() -> None:
    long = "Tallenna tämä kaikki omalle laitteellesi nyt heti"
    assert not list(doubtful(entry("Spara", long, ("templates/paper/sheet.html",)), "fi"))


def test_plurals_may_leave_the_number_out_and_nothing_else() -> None:
    days = ("%(num)s dag kvar till %(day)s", "%(num)s dagar kvar till %(day)s")
    fine = Entry("", days, ("yksi päivä, %(day)s", "%(num)s päivää, %(day)s"))
    assert not list(broken(fine, 2))
    [told] = broken(Entry("", days, ("yksi päivä", "%(num)s päivää, %(day)s")), 2)
    assert "lacks %(day)s" in told
    [told] = broken(Entry("", days, fine.said), 6)
    assert "2 plural forms, the language has 6" in told


def written(folder: Path, locale: str, said: dict[tuple[str, str], str], *, forms: str = "") -> Path:
    """A small catalogue in a folder of its own."""
    catalogue = Catalog(locale=locale, fuzzy=False)
    for (context, swedish), text in said.items():
        catalogue.add(swedish, text, context=context or None, locations=[("templates/check/who.html", 1)])
    path = folder / locale / FILE
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=0)
    if forms:
        path.write_text(path.read_text(encoding="utf-8").replace(str(catalogue.plural_forms), forms), encoding="utf-8")
    return path.parent.parent


@pytest.mark.parametrize(
    ("locale", "forms"),
    [("fi", "nplurals=1; plural=0;"), ("tr", "nplurals=2; plural=(n != 1);"), ("ar", "nplurals=2; plural=(n != 1);")],
)
def test_a_catalogue_that_counts_otherwise_than_its_language_is_refused(
    tmp_path: Path, locale: str, forms: str
) -> None:
    folder = written(tmp_path, locale, {("", "Ring nu"): "x"}, forms=forms)
    assert "Plural-Forms" in plural_fault(read_catalogue(folder / FILE, locale), locale)
    with pytest.raises(ValueError, match=f"{locale}/messages.po: Plural-Forms"):
        compile_catalogues(tmp_path)
    assert any("Plural-Forms" in one for one in check.faults(folder, "drafted", CORE))


@pytest.mark.parametrize("locale", ["fi", "tr", "ar", "ar_SY", "so", "ti", "pl", "ku"])
def test_babels_own_forms_are_right(tmp_path: Path, locale: str) -> None:
    folder = written(tmp_path, locale, {("", "Ring nu"): "x"})
    assert not plural_fault(read_catalogue(folder / FILE, locale), locale)


HOLES = {
    ("letters.bill.name", "En räkning"): "",
    ("letters.bill.more", "Mer om en räkning"): "",
    ("lesson.first.title", "Lektion"): "",
    ("", "Nästa"): "",
    ("letters.bill.say", "Hej"): "Hei",
}


def test_a_hole_in_the_core_keeps_a_language_from_being_offered(tmp_path: Path) -> None:
    folder = written(tmp_path, "et", HOLES)
    missing = [one for one in check.faults(folder, "offered", CORE) if "no translation" in one]
    assert sorted(one.partition(":")[0] for one in missing) == ["letters.bill.name", "templates/check/who.html"]


def test_a_changed_sentence_does_not_take_a_language_back(tmp_path: Path) -> None:
    many = {("", f"Sats {number}"): f"Lause {number}" for number in range(99)}
    one = written(tmp_path, "et", {**many, ("", "Ny sats"): ""})
    assert not [told for told in check.faults(one, "offered", CORE) if "no translation" in told]
    assert check.summary(one, CORE) == "core 99 of 100, all 99 of 100"
    holes = {("", f"Ny sats {number}"): "" for number in range(6)}
    six = written(tmp_path / "six", "et", {**many, **holes})
    assert len([told for told in check.faults(six, "offered", CORE) if "no translation" in told]) == 6
    english = written(tmp_path / "english", "en", {**many, ("", "Ny sats"): ""})
    assert [told for told in check.faults(english, "offered", CORE) if "'Ny sats' is of the core" in told]


def test_a_draft_may_have_gaps_and_nothing_that_breaks(tmp_path: Path) -> None:
    folder = written(tmp_path, "et", HOLES)
    assert not list(check.faults(folder, "drafted", CORE))
    assert check.summary(folder, CORE) == "core 1 of 3, all 1 of 5"
    broken_one = written(tmp_path / "other", "et", {("", "Ring %(who)s"): "Helista"})
    assert [one for one in check.faults(broken_one, "drafted", CORE) if "%(who)s" in one]


def test_what_is_offered_has_terms_and_honest_doubts(tmp_path: Path) -> None:
    folder = written(tmp_path, "et", {("", "Hej"): "Tere"})
    told = list(check.faults(folder, "offered", CORE))
    assert any("no terms.toml" in one for one in told)
    assert any("0 doubts" in one for one in told)
    (folder / "doubts.md").write_text("\n".join(f"{number}. A doubt" for number in range(1, 11)), encoding="utf-8")
    assert not any("doubts" in one for one in check.faults(folder, "offered", CORE))


def test_a_fuzzy_message_is_not_said() -> None:
    catalogue = Catalog(locale="fi")
    catalogue.add("Ring", "Soita", flags=["fuzzy"])
    [one] = entries(catalogue)
    assert not one.whole


def test_a_language_that_is_not_listed_is_a_draft() -> None:
    assert check.state_of("xx") == "drafted"
    assert check.state_of("en") == "offered"
    assert check.state_of("sv") == "drafted", "the source has no catalogue"


def test_the_core_lists_what_there_is() -> None:
    every = entries(gather_all())
    assert unused(read_core(), every) == []
    assert unused(Core(("nothing.*",), (), ("templates/gone.html",), ()), every) == ["nothing.*", "templates/gone.html"]


@pytest.mark.parametrize("text", ["contexts = []", 'contexts = ["a"]\nplace = ["b"]', "contexts = 3"])
def test_a_core_that_cannot_be_read_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "core.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"core\.toml"):
        read_core(path)


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_the_real_catalogues_have_no_fault(folder: Path) -> None:
    assert list(check.faults(folder, check.state_of(folder.name), read_core())) == []
