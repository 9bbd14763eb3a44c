"""The law of order (instrument, 5), checked on a plan from outside: no sorting, only what must hold of neighbours."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from calculator.letter_days import next_working_day
from report.build import Report, Step

RANK = {"now": 0, "today": 0, "this_week": 1, "later": 2}
CLASSES = (
    "B22 B21 B19 B20",
    "B23",
    "B14 B32 B13 B35 B36",
    "B26",
    "B18 B10 B28 B15 B12 B33 B34",
    "B25",
)
"""Danger class by danger class; the fourth line is what comes after class 3, the fifth is class 4."""
DANGER = {block: (number, place) for number, row in enumerate(CLASSES) for place, block in enumerate(row.split())}
LAST_DAY_RUNS, BY_DAY = 4, (4, 5)
CALM = (
    "B30 B26 B19 B24 B09:M1 B05 B15 B12 B43 B25 B08 B16 B17 B39 B38 B27 B44 B06 B29 B09 B40 B37 B41 B04 B03 B22b B42 "
    "B20 B31 B07 B02 B01"
).split()
LATER = set("B17 B20 B31 B07 B02 B01".split())
TODAY = set("B30 B26 B19 B24 B05 B15 B12 B25 B39".split())
LETTER_OF = {"payment_order": "B10", "court": "B28", "state_debt": "B12", "decided_debt": "B33"}
THREE_DAYS = datetime.timedelta(days=3)


def order_faults(report: Report) -> Iterator[str]:
    """Everything in a plan that is against the law of order; nothing where all is well."""
    steps = report.steps
    urgent = [step for step in steps if step.urgent]
    calm = [step for step in steps if not step.urgent]
    if steps != (*urgent, *calm):
        yield "law 1: a step that is not urgent stands before one that is"
    for half in (urgent, calm):
        ranks = [RANK[step.when] for step in half]
        if ranks != sorted(ranks):
            yield f"law 2: {[step.when for step in half]}"
    if urgent and any(RANK[step.when] == 0 for step in calm):
        yield "law 2: something that is not urgent is for today beside an urgent step"
    if [place for place, step in enumerate(steps) if step.when == "now"] != ([0] if steps else []):
        yield "law 5: exactly one step, the first, is now"
    if any(step.when == "later" for step in urgent[1:]):
        yield "an urgent step is never later"
    yield from _whens(report, urgent, calm)
    yield from _dangers(report, urgent)
    yield from _calm_order(report, calm)


def _near(step: Step, today: datetime.date) -> bool:
    return step.last_day is not None and step.last_day <= max(today + THREE_DAYS, next_working_day(today))


def _whens(report: Report, urgent: Sequence[Step], calm: Sequence[Step]) -> Iterator[str]:
    """The first is now; every other has its own when, but for a near or far day."""
    for before, step in zip(report.steps, report.steps[1:], strict=False):
        if step.urgent and step.block.id in ("B11", "B30"):
            wanted = "today" if before.when == "now" else before.when
        elif step.urgent:
            far = step.last_day is not None and not _near(step, report.day)
            wanted = "this_week" if far and DANGER[step.block.id][0] == LAST_DAY_RUNS else "today"
        else:
            wanted = _calm_when(step, report)
            wanted = "this_week" if urgent and wanted == "today" else wanted
        if step.when != wanted:
            yield f"{step.block.id} is {step.when} and should be {wanted}"


def _calm_when(step: Step, report: Report) -> str:
    block = step.block.id
    if _near(step, report.day) or block in TODAY or (block == "B09" and "income_too_low" in report.rules):
        return "today"
    return "later" if block in LATER else "this_week"


def _dangers(report: Report, urgent: Sequence[Step]) -> Iterator[str]:
    ids = [step.block.id for step in urgent]
    moved = _moved(report, urgent)
    keys = [_key(step, report) for step in urgent if step.block.id not in ("B11", "B30", *moved)]
    if keys != sorted(keys):
        yield f"law 3 or 4: {ids}"
    if "B30" in ids and ids[-1] != "B30":
        yield "B30 is the last of the urgent steps"
    yield from _contested(report, ids)
    yield from _moved_in_place(urgent, moved, report)


def _key(step: Step, report: Report) -> tuple[int, int, datetime.date, int]:
    number, place = DANGER[step.block.id]
    running = number in BY_DAY and step.last_day is not None
    day = max(step.last_day or report.day, report.day) if running else report.day
    first = RANK[step.when]
    if step.when == "now" and number == LAST_DAY_RUNS and running and not _near(step, report.day):
        first = RANK["this_week"]
    return first, number, day, place


def _contested(report: Report, ids: Sequence[str]) -> Iterator[str]:
    """ "B11 right after the block of its (first) letter": the first in the plan of those that are to be answered."""
    if "B11" not in ids:
        return
    ticked = {option.id for question, chosen in report.questions if question.id == "letters" for option in chosen}
    answering = {block for letter, block in LETTER_OF.items() if letter in ticked}
    first = next(block for block in ids if block in answering)
    if ids[ids.index("B11") - 1] != first:
        yield f"B11 stands behind {ids[ids.index('B11') - 1]} and not behind {first}"


def _runs_out(step: Step, today: datetime.date) -> bool:
    """Class 4, and its known last day is no later than the next working day; a holiday before it is sooner still."""
    if DANGER.get(step.block.id, (0,))[0] != LAST_DAY_RUNS or step.last_day is None:
        return False
    return step.last_day <= next_working_day(today)


def _moved(report: Report, urgent: Sequence[Step]) -> set[str]:
    """The steps of the home that stand behind a day that runs out."""
    if any(step.block.id == "B26" for step in report.steps):
        return set()
    if not any(_runs_out(step, report.day) for step in urgent):
        return set()
    ticked = {option.id for question, chosen in report.questions if question.id == "letters" for option in chosen}
    rent_alone = not ticked & {"lease_notice", "eviction_claim"}
    may = {"B36"} | ({"B13"} if rent_alone else set())
    return may & {step.block.id for step in urgent}


def _moved_in_place(urgent: Sequence[Step], moved: set[str], report: Report) -> Iterator[str]:
    if not moved:
        return
    ids = [step.block.id for step in urgent]
    place = max(place for place, step in enumerate(urgent) if _runs_out(step, report.day)) + 1
    place += ids[place : place + 1] == ["B11"]
    wanted = [block for block in ("B13", "B36") if block in moved]
    if ids[place : place + len(wanted)] != wanted:
        yield f"one day left before the rent: {ids}"


def _calm_order(report: Report, calm: Sequence[Step]) -> Iterator[str]:
    leads = "income_too_low" in report.rules
    places = [CALM.index("B09:M1" if leads and step.block.id == "B09" else step.block.id) for step in calm]
    ranks = [_rank_of_calm(step, report) for step in calm]
    if [*zip(ranks, places, strict=True)] != sorted(zip(ranks, places, strict=True)):
        yield f"the others by the table: {[step.block.id for step in calm]}"


def _rank_of_calm(step: Step, report: Report) -> int:
    """The first of the plan is now, whatever its own when is."""
    return RANK[_calm_when(step, report)] if step.when == "now" else RANK[step.when]
