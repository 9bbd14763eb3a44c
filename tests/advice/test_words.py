"""The words are kind, short and plain: the tone of the instrument, held by a test where a test can hold it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from advice.model import Block
from content.text import Text
from report.library import Library, load_library
from translations.extract import gather

ROOT = Path(__file__).resolve().parents[2]
AVOID = ("gäldenär", "slarv", "borde ha", "riskgrupp", "överskuldsatt", "röd zon", "poäng", "skuldfälla", "prickad")
LEFT = ("inkassoföretag", "hyresavtal", "uppskov", "pappret", "alltså", "inte är att säga ja", "den som kräver")
"""Words that stand for something that has another name here."""
VERBS = frozenset(
    "Behöver Betalar Blir Bor Drar Finns Får Förstår Gäller Går Händer Har Hyr Kan Kommer Känns Måste Räcker Ringer "
    "Saknar Ser Ska Skriver Stämmer Står Studerar Svarar Säger Tar Tycker Vet Vill Är Äger".split()
)
"""A sentence that begins with one of these and asks nothing is a condition: "Är du under 18: ring Bris"."""
MOST_WORDS, LONGEST_SENTENCE, MEAN_SENTENCE = 45, 18, 9.0
LIBRARY = load_library()
WORDS = list(LIBRARY.words())
BLOCKS = LIBRARY.advice.blocks


@pytest.fixture(scope="module")
def said(library: Library) -> list[str]:
    """Every word that is given to the translators, those of the pages too."""
    return [str(message.id) for message in gather(library.words()) if message.id]


def of(*starts: str) -> list[Text]:
    return [text for text in WORDS if text.context.startswith(starts)]


ADVICE = of("advice.", "contacts.", "municipality_")


def counted(words: str) -> int:
    return sum(bool(re.search(r"\w", part)) for part in words.split())


def sentences(words: str) -> list[str]:
    """What ends in . ! ? and what somebody is told to say after a colon."""
    return [part for part in re.split(r"(?<=[.!?])\s+|(?<=:) (?=[A-ZÅÄÖ])", words.strip()) if part]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_a_step_is_at_most_forty_five_words_with_all_that_can_be_added(block: Block) -> None:
    added = sum(counted(one.text.swedish) for one in block.also if not one.folded)
    for said in (block, *block.variants):
        words = counted((said.text or block.text).swedish)
        assert words + added <= MOST_WORDS, f"{said.id}: {words} and {added}"


def test_no_sentence_of_the_advice_is_long_and_most_are_short() -> None:
    lengths = {part: counted(part) for text in ADVICE for part in sentences(text.swedish)}
    assert not {part: words for part, words in lengths.items() if words > LONGEST_SENTENCE}
    assert sum(lengths.values()) / len(lengths) <= MEAN_SENTENCE


def test_no_condition_in_the_advice_begins_with_its_verb() -> None:
    """Who reads little Swedish takes "Är du sjuk: ring" for a question. What a contact does begins with its verb."""
    told = [text for text in ADVICE if not text.context.endswith(".what")]
    begun = [(text.context, part) for text in told for part in sentences(text.swedish) if part.split()[0] in VERBS]
    assert not [(context, part) for context, part in begun if not part.endswith("?")]


@pytest.mark.parametrize("word", LEFT)
def test_one_thing_has_one_name_in_the_advice(word: str) -> None:
    assert not [text for text in ADVICE if word in text.swedish.lower()]


def test_a_colon_in_the_advice_stands_after_say_or_an_if_clause() -> None:
    for text in ADVICE:
        for part in sentences(text.swedish):
            assert ":" not in part or re.match(
                r"Om |Säg\b|Till\b|Ring medborgarcenter och säg:|Så här var det:$", part
            ), text


def test_no_dated_law_stands_in_a_text_without_a_date() -> None:
    """What may change on a known day stands in a sentence of its own, which carries the day."""
    for text in ADVICE:
        assert not re.search(r"\b20(2[5-9]|3\d)\b|ny lag|blivit billigare|preliminär", text.swedish.lower()), text


@pytest.mark.parametrize("word", AVOID)
def test_no_word_puts_shame_on_anybody(word: str, said: list[str]) -> None:
    assert not [text for text in said if word in text.lower()]


def test_typography_is_swedish() -> None:
    for text in WORDS:
        assert not re.search(r"[“„\"]|\.\.\.| - |  |[%{}<>]", text.swedish), text


def test_every_word_has_its_place_and_no_two_share_one() -> None:
    """A municipality's partners have the ids of its contacts, and the drawings of letters those of the options they
    stand for: both are told apart by their words.
    """
    assert all(text.context for text in WORDS)
    apart = re.compile(r"municipality_|(adult|youth)\.letters\.")
    places = [text.context for text in WORDS if not apart.match(text.context)]
    assert len(places) == len(set(places))


def test_no_amount_stands_in_words() -> None:
    """A sum that changes comes from the figures, with its year and its source; the people of the game are invented."""
    real = [text for text in WORDS if not text.context.startswith("households.")]
    assert len(WORDS) > len(real) > 1000
    assert not [text for text in real if re.search(r"\d\s?(kr\b|kronor)", text.swedish)]


def test_questions_and_answers_are_short() -> None:
    for text in [*of("adult."), *of("youth.")]:
        kind = text.context.rpartition(".")[2]
        longest = {
            "title": 120, "short": 40, "label": 100, "hint": 130, "why": 190, "because": 130, "works": 90,
            "skipped_because": 90, "helping": 60, "follow_up": 90,
        }[kind]  # fmt: skip
        assert len(text.swedish) <= longest, f"{text.context}: {len(text.swedish)}"


def test_no_advice_sends_anybody_to_a_new_loan() -> None:
    for text in of("advice."):
        assert not re.search(r"\b(ta|tar|sök|skaffa) (ett |nytt |nya )+(lån|kredit)", text.swedish.lower()), text


def test_what_a_national_number_is_stands_with_it(library: Library) -> None:
    numbers = {contact.id: contact.phone for contact in library.advice.national}
    expected = {
        "emergency": "112", "police": "114 14", "kronofogden": "0771-73 73 00", "hallakonsument": "0771-525 525",
        "mind": "90101", "health_1177": "1177", "bris": "116 111",
    }  # fmt: skip
    assert {name: numbers[name] for name in expected} == expected


def test_every_contact_that_was_not_seen_stands_in_the_list(library: Library) -> None:
    unsure = (ROOT / "docs" / "to-verify.md").read_text(encoding="utf-8")
    place = library.advice.municipalities["0127"]
    for contact in (*library.advice.national, *place.contacts):
        shown = contact.phone or contact.confidence == "unverified"
        if shown and contact.confidence not in ("law", "seen_page"):
            assert contact.name.swedish.split(" (")[0] in unsure or contact.id in unsure, contact.id


def test_a_number_that_was_not_seen_is_replaced_by_one_that_was(library: Library) -> None:
    directory = library.advice.directories["0127"]
    adviser = directory.by_id["debt_adviser"]
    assert adviser.phone is None and directory.phone_of(adviser) == "08-530 610 00"
    through = directory.standing_in(adviser)
    assert through is not None and through.id == "contact_centre"
    assert directory.standing_in(directory.by_id["police"]) is None


@pytest.mark.parametrize("under_18", [True, False])
def test_the_helplines_fit_the_age(library: Library, under_18: bool) -> None:
    lines = {contact.id for contact in library.advice.directories["0127"].helplines(under_18)}
    assert {"emergency", "health_1177"} <= lines
    assert ("bris" in lines) is under_18
