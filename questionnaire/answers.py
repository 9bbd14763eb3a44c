"""Answers: an immutable record of known question ids and known option ids, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from questionnaire.model import SKIP, Question, Questionnaire


class InvalidAnswer(ValueError):
    """An answer that the questionnaire does not know; `question` tells where, the message what."""

    def __init__(self, question: str, says: str) -> None:
        super().__init__(says)
        self.question = question


@dataclass(frozen=True, slots=True)
class Answers:
    """Question id → the ids of the chosen options, in the order of the question; `("skip",)` where it was skipped."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def parse(cls, questionnaire: Questionnaire, raw: Mapping[str, object]) -> Answers:
        """Answers from plain values: a string, or a list of strings for questions that take many.

        Raises `InvalidAnswer` at the first question or option that is not known.
        """
        chosen = {}
        for question_id, value in raw.items():
            question = questionnaire.by_id.get(question_id)
            if question is None:
                raise InvalidAnswer(question_id, f"no question of the questionnaire {questionnaire.id!r} has this id")
            chosen[question_id] = checked(question, value)
        return cls(MappingProxyType(chosen))

    def with_(self, question: str, options: tuple[str, ...]) -> Answers:
        """The same answers with one more, or one changed."""
        return Answers(MappingProxyType({**self.chosen, question: options}))

    def only(self, questions: Iterable[str]) -> Answers:
        """The answers to these questions; all others fall away."""
        kept = set(questions)
        return Answers(MappingProxyType({key: value for key, value in self.chosen.items() if key in kept}))

    def public(self, questionnaire: Questionnaire) -> Answers:
        """The answers from which what leaves the screen is computed anew.

        Every sensitive question gets its best answer, also where it has none, and a sensitive option falls away
        from its question: so nothing tells these answers from those of somebody who never gave them.
        """
        kept = {key: _without_sensitive(questionnaire.by_id[key], value) for key, value in self.chosen.items()}
        best = {question.id: (question.best.id,) for question in questionnaire.questions if question.sensitive}
        return Answers(MappingProxyType({**kept, **best}))

    def without_sensitive(self, questionnaire: Questionnaire) -> Answers:
        """The answers that may be written to a file: none of a sensitive question, no sensitive option."""
        public = self.public(questionnaire).chosen
        kept = {key: value for key, value in public.items() if not questionnaire.by_id[key].sensitive}
        return Answers(MappingProxyType(kept))

    def for_age(self, questionnaire: Questionnaire, *, under_18: bool) -> Answers:
        """Without the options that are not offered at this age."""
        kept = {}
        for key, value in self.chosen.items():
            question = questionnaire.by_id[key]
            offered = {option.id for option in question.offered(under_18)} | {SKIP}
            kept[key] = tuple(option for option in value if option in offered) or (question.best.id,)
        return Answers(MappingProxyType(kept))

    def plain(self, questionnaire: Questionnaire) -> dict[str, str | list[str]]:
        """The answers as `parse` reads them."""
        one = {key for key, question in questionnaire.by_id.items() if question.kind == "one"}
        return {key: value[0] if key in one or value == (SKIP,) else list(value) for key, value in self.chosen.items()}

    def __iter__(self) -> Iterator[str]:
        return iter(self.chosen)

    def __contains__(self, question: str) -> bool:
        return question in self.chosen


def checked(question: Question, value: object) -> tuple[str, ...]:
    """One answer's option ids in the question's order; raises `InvalidAnswer` where they do not fit the question."""
    if value == SKIP:
        return (SKIP,)
    wanted = _as_options(question, value)
    for option in wanted:
        if option not in question.by_id:
            known = ", ".join(question.by_id)
            raise InvalidAnswer(question.id, f"{option!r} is not one of its options: {known}, {SKIP}")
    if question.kind == "many" and question.alone in wanted and len(set(wanted)) > 1:
        raise InvalidAnswer(question.id, f"{question.alone!r} cannot be chosen together with something else")
    return tuple(option.id for option in question.options if option.id in wanted)


def _as_options(question: Question, value: object) -> list[str]:
    if question.kind == "one":
        if not isinstance(value, str):
            raise InvalidAnswer(question.id, "takes one option, written as a string")
        return [value]
    if isinstance(value, str):  # written before the question took many
        return [value]
    if not isinstance(value, list | tuple) or not value or not all(isinstance(part, str) for part in value):
        raise InvalidAnswer(question.id, f"takes a list of at least one option, or the string {SKIP!r}")
    return list(value)


def _without_sensitive(question: Question, value: tuple[str, ...]) -> tuple[str, ...]:
    if value == (SKIP,):
        return value
    return tuple(option for option in value if not question.by_id[option].sensitive) or (question.best.id,)
