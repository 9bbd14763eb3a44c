"""How the questions hang together: conditions in the words a resident reads, and what leads to what.

For those who check the content and write about it with others; ids stand beside the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advice.model import Block
from content.text import Text
from questionnaire.model import Question, Rule
from questionnaire.reader import Questions
from web.reading.rule_words import UNANSWERED, Words

Label = Text | Words
"""The words of an option, or those for no answer."""


@dataclass(frozen=True, slots=True)
class Said:
    """A question and the answers that are meant, as `asked_in` these questionnaires."""

    asked_in: tuple[str, ...]
    question: Text
    options: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Sayer:
    """Turns ids of questions and options into the words a resident reads."""

    questions: Questions

    def __call__(self, named: Mapping[str, tuple[str, ...]], only: str = "") -> tuple[tuple[Said, ...], ...]:
        """For each question that is named: its words, once where both questionnaires say the same."""
        each = (tuple(self._of(asked, options, only)) for asked, options in named.items())
        return tuple(one for one in each if one)

    def _of(self, asked: str, options: tuple[str, ...], only: str) -> Iterator[Said]:
        found: dict[tuple[str, ...], Said] = {}
        for name, questionnaire in self.questions.questionnaires.items():
            question = questionnaire.by_id.get(asked)
            labels = _labels(question, options) if question and only in ("", name) else ()
            if not question or not labels:
                continue
            same = (question.title.swedish, *(one.swedish if isinstance(one, Text) else str(one) for one in labels))
            before = found[same].asked_in if same in found else ()
            found[same] = Said((*before, name), question.title, labels)
        yield from found.values()


def leads_to(rule: Rule, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that ask for this rule, by its id or its id with a part."""
    names = {rule.id, rule.key}
    return tuple(
        block for block in blocks if any(names & {*trigger.rules, *trigger.and_rules} for trigger in block.when)
    )


def _labels(question: Question, options: tuple[str, ...]) -> tuple[Label, ...]:
    known = (one for one in options if one in UNANSWERED or one in question.by_id)
    return tuple(UNANSWERED.get(one) or question.by_id[one].label for one in known)
