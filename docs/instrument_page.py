"""The self-check as a page to read: questions, points, rules, levels, advice and triggers, from the loaded content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advice.model import Block, FlagTrigger, Trigger
from docs.markdown import bullets, cell, code, page, said, table
from questionnaire.assess import most_points
from questionnaire.conditions import Condition
from questionnaire.model import Option, Question, Questionnaire, Rule, RuleBook
from report.library import Library

TIERS = {"urgent": "urgent", "help": "help", "early": "early sign", "budget": "budget"}
LEVEL_RULE = """\
`level = the highest level of any rule that fired, or what the points alone give, whichever is higher; otherwise 1`

A question counts with the one chosen answer that weighs most, never with the sum of several. Every question may be
skipped: a question on the path without an answer has the option `skip`, which carries no points. A question that is
not on the path is not skipped, and an answer to it falls away. Where points alone set the level, the heaviest answers
are given as reasons. A budget can raise a level and never lowers it: where its share of income to debts is worse than
the answer to `repay_share`, it counts in its place."""
FACTS = {
    "left_before_debts_negative": "the budget is short before anything is paid to debts",
    "left_after_debts_negative": "the budget is short when debts are paid",
    "level_1": "the level is 1",
    "level_2": "the level is 2",
    "level_3": "the level is 3",
    "level_4": "the level is 4",
    "points_high": "the points alone would give level 3",
    "under_18": "the person it is about is under 18",
    "has_debt": "an answer or the budget shows a debt or an unpaid bill",
    "helping": "the one who answers helps somebody else",
    "child_in_household": "the household that was given has a child",
}
"""What each named fact of `advice.choose.FACTS` means."""


def instrument_page(library: Library) -> str:
    """The whole page."""
    book = library.questions.book
    questionnaires = library.questions.questionnaires.values()
    return page(
        [
            "# The self-check: questions, rules, levels, advice",
            "Rules decide the level; points only catch piles of weak signs, and are never shown. It is guidance and "
            "no diagnosis. Why it is built like this stands in `docs/decisions/0002-rules-decide.md`.",
            "## From answers to a level",
            LEVEL_RULE,
            table(
                ["questionnaire", "questions", "most points", "level 2 from", "level 3 from"],
                [_cuts(one, book) for one in questionnaires],
            ),
            said(book.cuts_note),
            table(
                ["level", "title", "sentence"], [[one.id, said(one.title), said(one.sentence)] for one in book.levels]
            ),
            *(part for one in questionnaires for part in _questionnaire(one, book)),
            *_rules(book),
            *_blocks(library),
            *_flags(library),
        ]
    )


def _cuts(one: Questionnaire, book: RuleBook) -> list[str]:
    cuts = book.cuts[one.id]
    numbers = (len(one.questions), most_points(one.questions), cuts.two, cuts.three)
    return [f"`{one.id}`", *(str(number) for number in numbers)]


def _questionnaire(one: Questionnaire, book: RuleBook) -> Iterator[str]:
    yield f"## Questionnaire `{one.id}`"
    yield (
        "In the order they are asked. A rule with a star fires only together with another answer. Answers marked "
        "*screen* are shown on the screen only, never on paper or in a file."
    )
    for place, question in enumerate(one.questions, start=1):
        yield f"### {place}. `{question.id}`"
        yield f"**{said(question.title)}**"
        yield bullets(
            [
                said(question.hint),
                f"Why we ask: {said(question.why)}",
                "Several answers may be chosen." if question.kind == "many" else "",
                f"Asked when {_condition(question.when)}." if question.when else "Asked of everybody.",
                "What comes of it is shown on the screen only." if question.sensitive else "",
            ]
        )
        yield table(
            ["id", "answer", "explained", "points", "rules", "shown"],
            [_option(question, option, book) for option in question.options],
        )


def _option(question: Question, option: Option, book: RuleBook) -> list[str]:
    rules = [
        rule.code + ("*" if _needs_more(rule, question.id) else "")
        for rule in book.rules
        if (question.id, option.id) in set(rule.when.mentions())
    ]
    screen = "screen" if option.sensitive else ""
    points = str(option.points) if option.points else ""
    return [f"`{option.id}`", said(option.label), said(option.hint), points, ", ".join(dict.fromkeys(rules)), screen]


def _needs_more(rule: Rule, question: str) -> bool:
    return question in rule.when.all and len(rule.when.all) > 1


def _rules(book: RuleBook) -> Iterator[str]:
    sources = {source.id: source for source in book.sources}
    yield "## Rules"
    yield "In the order they are reported. A rule in two parts has two places in the order; its id is reported once."
    yield table(
        ["code", "id", "part", "kind", "level", "name", "fires when", "said as a reason", "sources"],
        [
            [
                rule.code,
                f"`{rule.id}`",
                f"`{rule.part}`" if rule.part else "",
                TIERS[rule.tier],
                str(rule.level),
                said(rule.name),
                _condition(rule.when),
                said(rule.because),
                code(rule.sources),
            ]
            for rule in book.rules
        ],
    )
    yield "## Where the thresholds come from"
    yield bullets(f"`{one.id}`: {cell(one.citation)} {one.url}".rstrip() for one in sources.values())


def _blocks(library: Library) -> Iterator[str]:
    yield "## Advice blocks"
    yield (
        "In the order they are given; the first three that fit are the first steps. A block is given when any one of "
        "its triggers holds, and a trigger holds when any of its rules fired, every one of its answers was given and "
        "all its facts are true. The facts:"
    )
    yield bullets(f"`{fact}`: {meaning}" for fact, meaning in FACTS.items())
    for block in library.advice.blocks:
        yield f"### {block.id} – {said(block.title)}"
        yield bullets(_about(block))


def _about(block: Block) -> Iterator[str]:
    yield f"When: {said(block.by)}"
    yield said(block.text)
    yield f"Say: ”{said(block.say)}”" if block.say else ""
    yield f"Folded away: {said(block.more)}" if block.more else ""
    yield from (f"Added when {_trigger(one.when)}: {said(one.text)}" for one in block.also)
    yield f"Contacts: {code(block.contacts)}" if block.contacts else ""
    yield "Given when " + "; **or** ".join(_trigger(trigger) for trigger in block.when)
    yield f"In the place of {code(block.instead_of)}" if block.instead_of else ""
    yield "A step of safety: stands before everything else" if block.safety else ""
    yield "Never counts as urgent" if block.never_urgent else ""
    if block.lead:
        yield f"Moves up to directly after the steps that are {_after(block)}, when {_trigger(block.lead.when)}"
    yield f"Rests on: {'; '.join(cell(one) for one in block.sources)}" if block.sources else ""


def _after(block: Block) -> str:
    return "about safety" if block.lead and block.lead.after == "safety" else "urgent"


def _flags(library: Library) -> Iterator[str]:
    yield "## Flags"
    yield "They stand in the report for those who handle it further; a resident never sees these words."
    yield table(
        ["flag", "raised when"],
        [[f"`{flag.id}`", "; **or** ".join(_trigger(one) for one in flag.when)] for flag in library.advice.flags],
    )


def _condition(when: Condition) -> str:
    parts = [_answers(when.all, " and "), _answers(when.any, " or ")]
    parts += [f"`{fact}` is true" for fact in when.facts]
    return ", and ".join(part for part in parts if part)


def _trigger(when: Trigger) -> str:
    parts = [f"rule {code(when.rules, ' or ')}" if when.rules else "", _answers(when.answers, " and ")]
    parts += [f"`{fact}` is true" for fact in when.facts]
    if isinstance(when, FlagTrigger) and when.blocks:
        parts.append(f"block {code(when.blocks, ' or ')} is given")
    return ", and ".join(part for part in parts if part)


def _answers(named: Mapping[str, tuple[str, ...]], between: str) -> str:
    return between.join(f"`{question}` is {code(options, ' or ')}" for question, options in named.items())
