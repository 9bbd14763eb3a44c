"""Options as long as each other, so that nobody chooses by length: the rule holds in every language."""

from __future__ import annotations

from collections.abc import Callable

from classroom.model import ClassHousehold
from content.text import Text

LONGEST_MEASURE, LONGEST_CONTACT = 1.3, 1
"""In Swedish: times the shortest measure, and letters over the longest other contact."""
LONGEST_TRANSLATED, LONGEST_CONTACT_TRANSLATED = 1.5, 4
"""In other languages."""
Words = Callable[[Text], str]


def swedish(text: Text) -> str:
    """The words as they are written."""
    return text.swedish


def measures_are_equal(household: ClassHousehold, words: Words = swedish, times: float = LONGEST_MEASURE) -> bool:
    """Whether no measure is much longer than another."""
    lengths = [len(words(one.text)) for one in household.measures]
    return max(lengths) <= times * min(lengths)


def best_contact_is_equal(household: ClassHousehold, words: Words = swedish, letters: int = LONGEST_CONTACT) -> bool:
    """Whether the best contact does not stand out by being the longest."""
    options = household.contact.options
    others = max(len(words(one.text)) for one in options if not one.best)
    return all(len(words(one.text)) <= others + letters for one in options if one.best)
