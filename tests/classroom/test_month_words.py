"""The words of the game and of the wall are short, and no condition begins with its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from classroom.model import Phase
from content.text import Text
from report.library import load_library
from tests.advice.test_words import LONGEST_SENTENCE, VERBS, counted

CLASSROOM = load_library().classroom
MOST_SAID = 40
AS_WRITTEN = {"Är avtalet uppsagt räcker det inte."}
"""The one sentence of the game's own table that begins with its verb and asks nothing."""


def words() -> Iterator[Text]:
    for one in CLASSROOM.households:
        yield from (one.story, one.contact.question, one.contact.say)
        yield from (option.feedback for option in one.contact.options)
        yield from (part for measure in one.measures for part in (measure.text, measure.feedback))
        yield from (part for letter in one.letters for part in (letter.text, letter.more))
    for statement in CLASSROOM.quiz.statements:
        yield statement.wall
    yield from (word.text for word in CLASSROOM.quiz.words)


def sentences(text: Text) -> list[str]:
    """Each sentence, an amount such as `13 440` as one word."""
    words = re.sub(r"(?<=\d) (?=\d{3})", "", text.swedish)
    return [part for part in re.split(r"(?<=[.!?])\s+", words) if part]


WORDS = list(words())


def test_no_sentence_is_long_and_most_are_short() -> None:
    lengths = {part: counted(part) for text in WORDS for part in sentences(text)}

    assert len(lengths) > 150
    assert {part: length for part, length in lengths.items() if length > LONGEST_SENTENCE} == {}
    assert sum(lengths.values()) / len(lengths) < 10


def test_no_condition_begins_with_its_verb() -> None:
    parts = [part for text in WORDS for part in sentences(text)]

    begun = {part for part in parts if part.split()[0] in VERBS and not part.endswith("?")}
    assert begun == AS_WRITTEN


@pytest.mark.parametrize("phase", CLASSROOM.lesson.phases, ids=lambda phase: phase.id)
def test_what_the_teacher_says_can_be_said_in_one_breath(phase: Phase) -> None:
    assert phase.say is None or len(phase.say.swedish.split()) <= MOST_SAID


def test_the_wall_has_one_sentence_a_statement() -> None:
    for one in CLASSROOM.quiz.statements:
        assert counted(one.wall.swedish) <= LONGEST_SENTENCE, one.id
