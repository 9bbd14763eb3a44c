"""The self-check as a page to read: questions, points, rules, levels, advice and triggers, from the loaded content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advice.model import Block, FlagTrigger, Said, Trigger
from content.dated import Dated
from docs.markdown import bullets, cell, code, page, said, table
from questionnaire.assess import most_points
from questionnaire.conditions import Condition
from questionnaire.model import Drawing, Option, Question, Questionnaire, Rule, RuleBook
from report.library import Library

TIERS = {"urgent": "urgent", "help": "help", "early": "early sign", "budget": "budget"}
LEVEL_RULE = """\
`level = the highest level of any rule that fired, or what the points alone give, whichever is higher; otherwise 1`

A question counts with the one chosen answer that weighs most, never with the sum of several. Every question may be
skipped. In the quick part a question on the path without an answer counts as skipped (`skip`, no points). In the rest
it has not been asked (`not_asked`): the report is then *partial*, its level is the least it can be, and level 1 is
never said. A question that is not on the path is neither, and an answer to it falls away. Where points alone set the
level, the heaviest answers are given as reasons; else each rule's reason is the sentence of the option that was
chosen. A budget can raise a level and never lowers it: where its share of income to debts (without student loan and
home loan) is worse than the answer to `repay_share`, it counts in its place."""
FACTS = {
    "left_before_debts_negative": "the budget is short before anything is paid to debts",
    "left_after_debts_negative": "the budget is short when debts are paid",
    "level_1": "the level is 1",
    "level_2": "the level is 2",
    "level_3": "the level is 3",
    "level_4": "the level is 4",
    "points_high": "the points alone would give level 3",
    "urgent": "an urgent rule fired",
    "two_urgent_rules": "two or more urgent rules fired",
    "money_lasts": "neither the answers nor the budget say that the money does not last",
    "nothing_said": "the headline is that nothing urgent, or too little, is known",
    "something_said": "the headline is another one",
    "only_too_little": "not everything was asked, and nothing but that is a sign",
    "nothing_to_keep": "bills come in time, and the buffer is there or not known of",
    "safe_mode": "somebody close may be watching",
    "win_back_day_known": "the last day to pay the rent and keep the home is known",
    "win_back_day_gone": "that day has gone by",
    "under_18": "the person it is about is under 18",
    "minor_with_debt": "the person is under 18 and has a debt that a child can as a rule not be bound by",
    "helping": "the one who answers helps somebody else",
    "child_in_household": "the household that was given has a child",
    "tenant": "the home is rented, or nothing is known of it",
    "owns_home": "the home is owned, or a bostadsrätt",
    "own_firm": "the person has a firm",
    "study_support": "the budget has study support",
    "up_to_20": "at most 20 years old",
    "up_to_28": "at most 28 years old",
    "up_to_30": "at most 30 years old",
    "from_66": "66 or older",
    "ill": "the budget has sickness benefit",
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
                ["headline", "title", "where not all is asked", "sentence"],
                [[one.id, said(one.title), said(one.at_least), said(one.sentence)] for one in book.headlines],
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
                f"Part: {question.part}",
                said(question.hint),
                f"Why we ask: {said(question.why)}",
                "Several answers may be chosen." if question.kind == "many" else "",
                f"Asked when {_condition(question.when)}." if question.when else "Asked of everybody.",
                "What comes of it is shown on the screen only." if question.sensitive else "",
            ]
        )
        yield table(
            ["id", "answer", "explained", "points", "rules", "as a reason", "shown"],
            [_option(question, option, book) for option in question.options],
        )
        if question.drawings:
            yield table(["drawing", "options", "follow-up", "don't know"], [_drawing(one) for one in question.drawings])


def _drawing(one: Drawing) -> list[str]:
    unknown = f"`{one.unknown}`" if one.unknown else ""
    return [said(one.label), code(one.options), said(one.follow_up), unknown]


def _option(question: Question, option: Option, book: RuleBook) -> list[str]:
    rules = [
        rule.code + ("*" if _needs_more(rule, question.id) else "")
        for rule in book.rules
        if (question.id, option.id) in set(rule.when.mentions())
    ]
    screen = "screen" if option.sensitive else ""
    points = str(option.points) if option.points else ""
    fired = ", ".join(dict.fromkeys(rules))
    return [f"`{option.id}`", said(option.label), said(option.hint), points, fired, said(option.because), screen]


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
    order = library.advice.order
    yield "## The order of the steps"
    yield (
        "Steps that are there because of an urgent rule stand first, by danger, and where a last day is running by "
        "last day; then the others. In each half first what is for today, then this week, then later. The first is "
        "for now."
    )
    yield table(["danger", "blocks"], [[one.danger, code(one.blocks)] for one in order.urgent])
    yield f"Not urgent: {code(order.calm)}"
    yield "## Advice blocks"
    yield (
        "A block is given when any one of its triggers holds, and a trigger holds when any of its rules fired, every "
        "one of its answers was given, none of its exceptions was, and all its facts are true. The facts:"
    )
    yield bullets(f"`{fact}`: {meaning}" for fact, meaning in FACTS.items())
    for block in library.advice.blocks:
        yield f"### {block.id} – {said(block.title)}"
        yield bullets(_about(block))


def _about(block: Block) -> Iterator[str]:
    yield from _said(block)
    for variant in block.variants:
        words = "; ".join(part for part in _said(variant) if part)
        yield f"Instead, when {_trigger(variant.when)}{_days(variant)}: {words}"
    for one in block.also:
        whom = f" when {_trigger(one.when)}" if one.when else ""
        yield f"Added{whom}{_days(one)}{', folded' if one.folded else ''}: {said(one.text)}"
    yield "Given when " + "; **or** ".join(_trigger(trigger) for trigger in block.when)
    if block.instead_of:
        unless = f", unless {_trigger(block.instead_unless)}" if block.instead_unless else ""
        yield f"In the place of {code(block.instead_of)}{unless}"
    yield "Never counts as urgent" if block.never_urgent else ""
    yield f"Rests on: {'; '.join(cell(one) for one in block.sources)}" if block.sources else ""


def _days(dated: Dated) -> str:
    first = f" from {dated.from_}" if dated.from_ else ""
    return first + (f" until {dated.until}" if dated.until else "")


def _said(words: Said) -> Iterator[str]:
    yield said(words.title)
    yield f"When: `{words.by}`" if words.by else ""
    yield said(words.text)
    yield f"Say: ”{said(words.say)}”" if words.say else ""
    yield f"Folded away: {said(words.more)}" if words.more else ""
    yield f"Contacts: {code(words.contacts)}" if words.contacts else ""
    yield f"Letters: {code(words.letters)}" if words.letters else ""
    forms = (*(words.form_letters or ()), *(words.own_letter_forms or {}).values())
    yield f"Form letters: {code(forms)}" if forms else ""
    yield f"Last day of: {code(words.clock)}" if words.clock else ""


def _flags(library: Library) -> Iterator[str]:
    yield "## Flags"
    yield "They stand in the report for those who handle it further; a resident never sees these words."
    yield table(
        ["flag", "raised when"],
        [[f"`{flag.id}`", "; **or** ".join(_trigger(one) for one in flag.when)] for flag in library.advice.flags],
    )


def _condition(when: Condition) -> str:
    parts = [_answers(when.all, " and "), _answers(when.any, " or ")]
    parts += [f"not {_answers(when.unless, ' or ')}" if when.unless else ""]
    parts += [f"`{fact}` is true" for fact in when.facts]
    return ", and ".join(part for part in parts if part)


def _trigger(when: Trigger) -> str:
    named = [f"rule {code(rules, ' or ')}" for rules in (when.rules, when.and_rules) if rules]
    parts = [*named, _answers(when.answers, " and ")]
    parts += [f"not {_answers(when.unless, ' or ')}" if when.unless else ""]
    parts += [f"`{fact}` is true" for fact in when.facts]
    if isinstance(when, FlagTrigger) and when.blocks:
        parts.append(f"block {code(when.blocks, ' or ')} is given")
    return ", and ".join(part for part in parts if part)


def _answers(named: Mapping[str, tuple[str, ...]], between: str) -> str:
    return between.join(f"`{question}` is {code(options, ' or ')}" for question, options in named.items())
