"""How the questions hang together: a drawing's boxes and lines, and conditions as words, all from the content itself.

Four columns: questions in the order they are asked, their options, the rules, the blocks of advice. Ids are labels,
since this is for those who check the content and write about it with others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from advice.model import Block
from content.text import Text
from questionnaire.model import Question, Questionnaire, Rule
from questionnaire.reader import Questions
from report.library import Library
from web.rule_words import FACTS, UNANSWERED

FROM_BUDGET = ("left_before_debts_negative", "left_after_debts_negative")

WIDTH, MARGIN = 1120, 8
ROW, TALL, APART = 30, 26, 16
INDENT = 24
"""How far a question that only some are asked stands to the right of those that all are asked."""
COLUMNS = {"question": (24, 190), "option": (296, 176), "rule": (590, 268), "block": (1030, 82)}
"""Where each column begins, and how wide its boxes are."""


@dataclass(frozen=True, slots=True)
class Said:
    """A question and the answers that are meant, as `asked_in` these questionnaires."""

    asked_in: tuple[str, ...]
    question: Text
    options: tuple[Any, ...]


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
            same = (question.title.swedish, *(str(getattr(label, "swedish", label)) for label in labels))
            before = found[same].asked_in if same in found else ()
            found[same] = Said((*before, name), question.title, labels)
        yield from found.values()


@dataclass(frozen=True, slots=True)
class Box:
    """One box: a link to the text below the drawing. `more` follows the label: what it weighs, or its level."""

    kind: str
    label: str
    anchor: str
    x: int
    y: int
    width: int
    more: str = ""
    sensitive: bool = False

    @property
    def middle(self) -> int:
        """Where lines meet the box."""
        return self.y + TALL // 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line, as an SVG path; `kind` is `next`, `branch`, `own`, `any`, `all` or `advice`."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn of one questionnaire."""

    name: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    tall: int = TALL


def draw(questionnaire: Questionnaire, library: Library) -> Drawing:
    """The drawing of one questionnaire with the rules and blocks it can lead to."""
    artist = _Artist(questionnaire.id)
    artist.put_questions(questionnaire.questions, _silence_that_matters(questionnaire, library))
    artist.put_facts(FROM_BUDGET)
    artist.put_rules(library.questions.book.rules)
    artist.put_facts([one for one in FACTS if one not in FROM_BUDGET], column="rule")
    artist.put_blocks(library.advice.blocks)
    height = max(artist.free.values()) + MARGIN
    return Drawing(questionnaire.id, WIDTH, height, tuple(artist.boxes.values()), tuple(artist.lines))


def _labels(question: Question, options: tuple[str, ...]) -> tuple[Any, ...]:
    known = (one for one in options if one in UNANSWERED or one in question.by_id)
    return tuple(UNANSWERED.get(one) or question.by_id[one].label for one in known)


def _silence_that_matters(questionnaire: Questionnaire, library: Library) -> set[tuple[str, str]]:
    """The questions where it means something that they were skipped, or not asked."""
    conditions = [question.when for question in questionnaire.questions if question.when]
    conditions += [rule.when for rule in library.questions.book.rules]
    named = {pair for condition in conditions for pair in condition.mentions()}
    triggers = [trigger for block in library.advice.blocks for trigger in block.when]
    named |= {pair for trigger in triggers for pair in _pairs(trigger.answers)}
    return {(asked, option) for asked, option in named if option in UNANSWERED}


class _Artist:
    """Puts boxes in columns from the left, each as near the boxes that lead to it as there is room."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.boxes: dict[str, Box] = {}
        """By their anchors."""
        self.rules: dict[str, list[Box]] = {}
        """By the names that advice asks for them with."""
        self.lines: list[Line] = []
        self.free = dict.fromkeys(COLUMNS, MARGIN)

    def put_questions(self, questions: Iterable[Question], silence: set[tuple[str, str]]) -> None:
        """The first two columns: questions and their options, with the order and the branches."""
        before: Box | None = None
        for question in questions:
            options = [(option.id, option.points, option.sensitive) for option in question.options]
            options += [(one, 0, False) for one in UNANSWERED if (question.id, one) in silence]
            box = self._put_question(question, self.free["option"] + (len(options) - 1) * ROW // 2)
            for option, points, sensitive in options:
                anchor, weight = f"{self.name}-{question.id}-{option}", f"+{points}" if points else ""
                put = self._put("option", option, anchor, self.free["option"], more=weight, sensitive=sensitive)
                self._join(box, put, "own")
            self.free["option"] += APART
            if question.when is None:
                self._down(before, box)
                before = box
            for opener in self._named(question.when.mentions() if question.when else ()):
                self._back(opener, box)

    def put_facts(self, facts: Iterable[str], column: str = "option") -> None:
        """What is known besides the answers."""
        for fact in facts:
            self._put(column, fact, f"fact-{fact}", self.free[column], kind="fact")

    def put_rules(self, rules: Iterable[Rule]) -> None:
        """The third column: the rules that this questionnaire, or a budget, can make hold."""
        led = [(rule, tuple(self._leading_to_rule(rule))) for rule in rules]
        for rule, sources in sorted((pair for pair in led if pair[1]), key=lambda pair: _height(pair[1])):
            label, anchor = f"{rule.code} {rule.key}", f"rule-{rule.key}"
            put = self._put("rule", label, anchor, _height(sources), more=str(rule.level))
            for name in {rule.id, rule.key}:
                self.rules.setdefault(name, []).append(put)
            for source, kind in sources:
                self._join(source, put, kind)
        self.free["rule"] += APART

    def put_blocks(self, blocks: Iterable[Block]) -> None:
        """The last column: advice, joined to what it is given for."""
        led = [(block, tuple(dict.fromkeys(self._leading_to_block(block)))) for block in blocks]
        for block, sources in sorted((pair for pair in led if pair[1]), key=lambda pair: _height(pair[1])):
            put = self._put("block", block.id, f"block-{block.id}", _height(sources))
            for source, kind in sources:
                self._join(source, put, kind)

    def _put(self, column: str, label: str, anchor: str, wanted: int, kind: str = "", **more: Any) -> Box:
        x, width = COLUMNS[column]
        y = max(wanted, self.free[column])
        self.free[column] = y + ROW
        return self.boxes.setdefault(anchor, Box(kind or column, label, anchor, x, y, width, **more))

    def _put_question(self, question: Question, y: int) -> Box:
        x, width = COLUMNS["question"]
        x, width = (x, width) if question.when is None else (x + INDENT, width - INDENT)
        box = Box("question", question.id, f"{self.name}-{question.id}", x, y, width, sensitive=question.sensitive)
        return self.boxes.setdefault(box.anchor, box)

    def _named(self, pairs: Iterable[tuple[str, str]]) -> Iterator[Box]:
        """The boxes of these options, as far as this questionnaire has them."""
        anchors = (f"{self.name}-{asked}-{option}" for asked, option in pairs)
        return (self.boxes[anchor] for anchor in anchors if anchor in self.boxes)

    def _leading_to_rule(self, rule: Rule) -> Iterator[tuple[Box, str]]:
        yield from ((box, "all") for box in self._named(_pairs(rule.when.all)))
        yield from ((box, "any") for box in self._named(_pairs(rule.when.any)))
        yield from ((self.boxes[f"fact-{fact}"], "all") for fact in rule.when.facts)

    def _leading_to_block(self, block: Block) -> Iterator[tuple[Box, str]]:
        for trigger in block.when:
            for rule in (*trigger.rules, *trigger.and_rules):
                yield from ((box, "advice") for box in self.rules.get(rule, ()))
            yield from ((box, "advice") for box in self._named(_pairs(trigger.answers)))
            yield from ((self.boxes[f"fact-{fact}"], "advice") for fact in trigger.facts)

    def _join(self, start: Box, end: Box, kind: str) -> None:
        self._curve(start.x + start.width, start.middle, end.x, end.middle, kind)

    def _back(self, start: Box, end: Box) -> None:
        """From an option to a question further down that it opens."""
        self._curve(start.x, start.middle, end.x + end.width, end.middle, "branch")

    def _curve(self, x: int, y: int, to_x: int, to_y: int, kind: str) -> None:
        half = (x + to_x) // 2
        self.lines.append(Line(kind, f"M{x} {y}C{half} {y} {half} {to_y} {to_x} {to_y}"))

    def _down(self, start: Box | None, end: Box) -> None:
        if start is not None:
            x = end.x + INDENT // 2
            self.lines.append(Line("next", f"M{x} {start.y + TALL}V{end.y}"))


def _pairs(named: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((asked, option) for asked, options in named.items() for option in options)


def _height(sources: tuple[tuple[Box, str], ...]) -> int:
    """The mean height of what leads here."""
    return sum(box.y for box, _ in sources) // len(sources)
