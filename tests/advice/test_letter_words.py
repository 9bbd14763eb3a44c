"""The letter pages and the form letters are short and plain: sentences of a few words, one instruction each."""

from __future__ import annotations

import re

import pytest

from content.text import words_of
from report.library import load_library

DOOR = load_library().door
LONGEST, USUAL = 18, 9.5
"""Words of a sentence: the most, and at most so many on average."""
MOST_WORDS = 190
"""Of one letter's own words, with the days it asks for."""
VERB_FIRST = re.compile(
    r"^(Är|Har|Kan|Vill|Ska|Stämmer|Behöver|Hittar|Gäller|Svarar|Betalar|Bor|Säger|Blir|Får|Tycker|Ber|Står) (?!.*\?)"
)
AND_WITH_COMMA = re.compile(r", (och|eller) (inte )?(är|har|kan|ska|vill|tar|ringer|skriver|betalar)\b(?! (jag|ni)\b)")
SAID = [text for part in (DOOR.letters, DOOR.form_letters) for text in words_of(part)]
IN_LETTERS = {letter.id: [text.swedish for text in words_of(letter)] for letter in DOOR.letters}


def sentences(words: str) -> list[str]:
    return [one.strip() for one in re.split(r"(?<=[.!?])\s+|:\s+(?=[a-zåäö])", words) if one.strip()]


def counted(sentence: str) -> int:
    return len(re.findall(r"[\wåäöÅÄÖ§-]+", sentence))


@pytest.mark.parametrize("text", SAID, ids=lambda text: text.context)
def test_no_sentence_is_long_and_none_begins_with_its_verb(text: object) -> None:
    for sentence in sentences(text.swedish):  # type: ignore[attr-defined]
        if not text.context.endswith(".shows"):  # type: ignore[attr-defined]
            assert counted(sentence) <= LONGEST, sentence
        assert not VERB_FIRST.match(sentence), sentence
        assert not AND_WITH_COMMA.search(sentence), sentence


def test_they_are_about_nine_words_on_average() -> None:
    lengths = [
        counted(sentence)
        for text in SAID
        if not text.context.endswith(".shows")
        for sentence in sentences(text.swedish)
    ]
    assert sum(lengths) / len(lengths) <= USUAL


@pytest.mark.parametrize("letter", IN_LETTERS)
def test_a_letter_is_said_in_few_words(letter: str) -> None:
    known = DOOR.by_id[letter]
    shown = (known.name, known.what, known.is_not, known.by_when, known.if_nothing, known.say, *_of_clock(known))
    words = sum(counted(one.swedish) for one in (*shown, *(line.text for line in known.do)))
    assert words <= MOST_WORDS, words


@pytest.mark.parametrize(
    ("never", "instead"),
    [
        ("inkassoföretag", "inkassobolag"), ("den som kräver", "den som vill ha betalt"), ("pappret", "papperet"),
        ("ska ha betalt", "den som vill ha betalt"), ("hyresavtal", "hyreskontrakt"), ("uppskov", "mer tid"),
        ("en plan", "en avbetalningsplan"),
    ],
)  # fmt: skip
def test_one_word_for_one_thing(never: str, instead: str) -> None:
    assert not [text.context for text in SAID if re.search(rf"\b{never}", text.swedish.lower())], instead


def _of_clock(letter: object) -> tuple[object, ...]:
    clock = letter.clock  # type: ignore[attr-defined]
    return tuple(one for one in (clock.label, clock.hint, clock.last_label) if one) if clock else ()
