"""How long it takes to read what a page asks."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from content.text import Text
from questionnaire.model import Question
from web.i18n.words import spoken

READ_A_MINUTE = 100
"""Words that somebody who reads slowly reads in a minute."""


def minutes_to_answer(questions: Iterable[Question]) -> int:
    """How long it takes to read these questions, in whole minutes and never less than one."""
    texts: list[Text | None] = []
    for one in questions:
        texts += [one.title, one.hint]
        texts += [words for option in one.options for words in (option.label, option.hint)]
    words = sum(len(spoken(text).split()) for text in texts if text)
    return max(1, ceil(words / READ_A_MINUTE))
