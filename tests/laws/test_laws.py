"""The laws of the engine, over lives by chance: 2 000 in the quick suite, 20 000 in the whole one.

What is given is compared with a second reading of the instrument (`reading`, `blocks`), the order of the plan with its
law (`order`). A fault is told with the case that has it, as the case format.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator

import pytest

from report.build import Report, _build, _shared, paper_report
from report.case_format import Asked, Setting, parse_case
from report.library import Library, load_library
from tests.laws.blocks import blocks, urgent_blocks
from tests.laws.draw import Case, drawn, life_of
from tests.laws.order import order_faults
from tests.laws.reading import NAMES, Life, headline, level, rules
from tests.laws.worse import worse

LIBRARY: Library = load_library()
SETTING = Setting(LIBRARY, datetime.date(2026, 11, 23), "0127", ("sv",))
MOST_OTHERS, MOST_REASONS = 3, 3
PAPER_OF, WORSE_OF = 8, 3
"""Of one case in so many the report that leaves the screen is looked at too, and one with a worse answer."""
BUDGET_RULES = {"income_too_low", "month_does_not_add_up"}


def laws_hold(seeds: range) -> None:
    for seed in seeds:
        case = drawn(seed, LIBRARY.questions.questionnaires)
        found = [*_faults(seed, case)]
        assert not found, f"{seed}: {found}\n{json.dumps(case)}"


def test_the_laws_hold_for_two_thousand_lives() -> None:
    laws_hold(range(2_000))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_the_laws_hold_for_twenty_thousand_lives(part: int) -> None:
    laws_hold(range(2_000 + part * 4_500, 2_000 + (part + 1) * 4_500))


def _faults(seed: int, case: Case) -> Iterator[str]:
    asked = parse_case(case, SETTING)
    questionnaire = LIBRARY.questions.questionnaires[case["questionnaire"]]
    report = _screen(asked)
    yield from _report_faults(report, life_of(case, questionnaire))
    if seed % PAPER_OF == 0:
        public = life_of(case, questionnaire, public=True)
        paper = paper_report(LIBRARY, asked.case, asked.day)
        yield from (f"paper: {fault}" for fault in _report_faults(paper, public))
    changed = worse(seed, case) if seed % WORSE_OF == 0 else None
    if changed is not None:
        yield from _worse_faults(report, _screen(parse_case(changed, SETTING)), changed)


def _screen(asked: Asked) -> Report:
    """The report of the screen, without what it says of paper: that costs as much again."""
    return _build(_shared(LIBRARY, asked.case, asked.day), asked.case)


def _report_faults(report: Report, life: Life) -> Iterator[str]:
    yield from order_faults(report)
    yield from _level_faults(report, life)
    yield from _step_faults(report, life)
    yield from _reason_faults(report, life)


def _level_faults(report: Report, life: Life) -> Iterator[str]:
    fired = rules(life)
    names = list(dict.fromkeys(NAMES[code] for code in fired))
    told = report.headline.id if report.headline else None
    if list(report.rules) != names:
        yield f"rules {list(report.rules)} and not {names}"
    if report.points != life.points:
        yield f"points {report.points} and not {life.points}"
    if report.partial != life.partial:
        yield f"partial {report.partial}"
    if report.level != max(level(life, fired), 2 if life.partial else 1):
        yield f"level {report.level} and not {level(life, fired)}"
    if told != headline(life, fired):
        yield f"headline {told} and not {headline(life, fired)}"
    if report.partial and (report.level == 1 or told == "stable"):
        yield "partial says level 1"


def _step_faults(report: Report, life: Life) -> Iterator[str]:
    given = {step.block.id for step in report.steps}
    urgent = {step.block.id for step in report.steps if step.urgent}
    if given != blocks(life):
        yield f"more than it should: {sorted(given - blocks(life))}, missing: {sorted(blocks(life) - given)}"
    elif urgent != urgent_blocks(life):
        yield f"urgent by mistake: {sorted(urgent ^ urgent_blocks(life))}"
    if not report.steps:
        yield "nobody is left without a step"
    if any(step.urgent for step in report.more_steps):
        yield "an urgent step is folded"
    if sum(not step.urgent for step in report.first_steps) > MOST_OTHERS:
        yield "more than three others stand first"
    if report.more_steps and sum(not step.urgent for step in report.first_steps) < MOST_OTHERS:
        yield "a step is folded though there is room"
    if len({step.block.id for step in report.steps}) != len(report.steps):
        yield "a step stands twice"


def _reason_faults(report: Report, life: Life) -> Iterator[str]:
    """A reason is the sentence of an option that was chosen, or of a rule that the budget decides."""
    by_id = LIBRARY.questions.questionnaires[life.questionnaire].by_id
    if len(report.reasons) > MOST_REASONS:
        yield "more than three reasons"
    for reason in report.reasons:
        if reason.question is None:
            if reason.rule not in BUDGET_RULES:
                yield f"{reason.rule} has a reason without an answer"
            continue
        question = by_id[reason.question]
        chosen = question.by_id.get(reason.option or "")
        said = chosen.because if chosen else question.skipped_because
        if reason.option not in life.given.get(reason.question, ()) or reason.text != said:
            yield f"{reason.rule}: {reason.question}={reason.option} was not answered"
    listed = [reason.rule for reason in report.reasons]
    if listed != [rule for rule in report.rules if rule in listed] and set(listed) != {"points"}:
        yield f"reasons out of order: {listed}"


def _worse_faults(before: Report, after: Report, changed: Case) -> Iterator[str]:
    gone = {step.block.id for step in before.steps if step.urgent} - {
        step.block.id for step in after.steps if step.urgent
    }
    if "B14" in {step.block.id for step in after.steps}:
        gone -= {"B13"}
    if (after.level or 0) < (before.level or 0):
        yield f"a worse answer lowers the level: {json.dumps(changed)}"
    if gone:
        yield f"a worse answer takes {sorted(gone)} away: {json.dumps(changed)}"
