"""When a question is asked or a rule fires: all of these answers, any of those, and named facts.

There is no rule language. What "all of these, any of those, none of the others" cannot say becomes a named fact in
Python.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from content.files import Content

Given = Mapping[str, frozenset[str]]
"""Question id → the options that count for it; `skip` where it was skipped, `not_asked` where it was not asked yet."""

OptionsByQuestion = dict[str, Annotated[tuple[str, ...], Field(min_length=1)]]


class Condition(Content):
    """Holds when every question of `all`, at least one of `any`, none of `unless`, and every fact of `facts` is met.

    A question is met when at least one of the options named for it was given. Empty parts are met.
    """

    all: OptionsByQuestion = Field(default_factory=dict)
    any: OptionsByQuestion = Field(default_factory=dict)
    unless: OptionsByQuestion = Field(default_factory=dict)
    facts: tuple[str, ...] = ()

    def holds(self, given: Given, facts: frozenset[str] = frozenset()) -> bool:
        """Whether the answers that count, and the facts that are known, meet this condition."""
        every = all(_met(question, options, given) for question, options in self.all.items())
        some = not self.any or any(_met(question, options, given) for question, options in self.any.items())
        none = not any(_met(question, options, given) for question, options in self.unless.items())
        return every and some and none and facts.issuperset(self.facts)

    def mentions(self) -> Iterator[tuple[str, str]]:
        """Every question and option named here, for the checks at start."""
        for named in (self.all, self.any, self.unless):
            for question, options in named.items():
                for option in options:
                    yield question, option

    def grounds(self, given: Given) -> Iterator[tuple[str, str]]:
        """The question and option of each answer that was given and helps this condition to hold, in written order."""
        for named in (self.all, self.any):
            for question, options in named.items():
                for option in options:
                    if option in given.get(question, ()):
                        yield question, option


def _met(question: str, options: tuple[str, ...], given: Given) -> bool:
    return not given.get(question, frozenset()).isdisjoint(options)
