"""How the questions hang together, in words: conditions, triggers, and what leads to what, all from the content itself.

For those who check the content and write about it with others; ids stand beside the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from advice.model import Block
from content.text import Text
from questionnaire.model import NOT_ASKED, SKIP, Question, Rule
from questionnaire.reader import Questions

FACTS = {
    "left_before_debts_negative": _l("Budgeten visar att pengarna inte räcker, redan innan lån och skulder är betalda"),
    "left_after_debts_negative": _l("Budgeten visar att pengarna inte räcker när lån och skulder är betalda"),
    "level_1": _l("Svaren ger nivå ett"),
    "level_2": _l("Svaren ger nivå två"),
    "level_3": _l("Svaren ger nivå tre"),
    "level_4": _l("Svaren ger nivå fyra"),
    "points_high": _l("De svaga tecknen väger tillsammans så mycket att de ensamma ger nivå tre"),
    "urgent": _l("Minst en brådskande regel stämmer"),
    "two_urgent_rules": _l("Minst två brådskande regler stämmer"),
    "money_lasts": _l("Varken svaren eller budgeten visar att pengarna tar slut"),
    "nothing_said": _l("Rubriken är att inget brådskar, eller att vi vet för lite"),
    "something_said": _l("Rubriken är någon annan än att inget brådskar, eller att vi vet för lite"),
    "only_too_little": _l("Allt är inte frågat, och det är det enda tecknet"),
    "nothing_to_keep": _l("Räkningarna betalas i tid, och det finns sparade pengar eller är okänt"),
    "safe_mode": _l("Någon i närheten kan se vad som står här"),
    "win_back_day_known": _l("Sista dagen att betala hyran och få bo kvar är känd"),
    "win_back_day_gone": _l("Den dagen har gått"),
    "under_18": _l("Den det gäller är under 18 år"),
    "minor_with_debt": _l("Den det gäller är under 18 år och har en skuld som barn oftast inte är bundna av"),
    "helping": _l("Den som svarar hjälper någon annan"),
    "child_in_household": _l("Det bor barn i hushållet"),
    "tenant": _l("Bostaden hyrs, eller så är det okänt"),
    "owns_home": _l("Bostaden är egen, eller en bostadsrätt"),
    "own_firm": _l("Den det gäller har ett eget företag"),
    "study_support": _l("Budgeten har studiestöd"),
    "up_to_20": _l("Högst 20 år"),
    "up_to_28": _l("Högst 28 år"),
    "up_to_30": _l("Högst 30 år"),
    "from_66": _l("66 år eller äldre"),
    "ill": _l("Budgeten har sjukpenning"),
}
"""Every named fact in words."""
NO_ANSWER = {SKIP: _l("inget svar"), NOT_ASKED: _l("inte frågat än")}
"""What a condition may name besides options."""


@dataclass(frozen=True, slots=True)
class Said:
    """A question and the answers that are meant, as `asked_in` these questionnaires."""

    asked_in: tuple[str, ...]
    question: Text
    options: tuple[Text | LazyString, ...]


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


def _labels(question: Question, options: tuple[str, ...]) -> tuple[Text | LazyString, ...]:
    known = (one for one in options if one in NO_ANSWER or one in question.by_id)
    return tuple(NO_ANSWER[one] if one in NO_ANSWER else question.by_id[one].label for one in known)
