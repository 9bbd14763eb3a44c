"""The plan: which steps, in which order, and when.

1. A step that is there because of an urgent rule stands before every step that is not.
2. In each half first what is for today, then this week, then later. A step that is not urgent is at the earliest for
   this week while an urgent step is in the plan.
3. Inside that, urgent steps by danger, the others by their list.
4. Where a last day is running, by last day; a step without a known day, or whose day has gone by, counts as today.
5. Exactly one step, the first, is for now.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from advice.choose import Chosen
from advice.model import Order, When
from calculator.letter_days import near, next_working_day
from questionnaire.assess import Assessment
from questionnaire.journey import Journey
from report.clocks import BLOCK_OF_LETTER, CONTEST, WIN_BACK, Dates, contested_letter, day_to_contest, last_day_of

RANK: dict[When, int] = {"now": 0, "today": 0, "this_week": 1, "later": 2}
BY_DAY = ("last_day", "soon")
"""The dangers inside which steps go by their last day."""
HELPING, CHILDHOOD, SUBLET = "B30", "B26", "B36"
RENT, LETTERS_OF_HOME = "rent", frozenset({"lease_notice", "eviction_claim"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A chosen block in its place: when it is to be done, and its last day where one is known."""

    chosen: Chosen
    when: When
    last_day: datetime.date | None
    danger: str
    """The class of danger of an urgent step; empty for the others."""
    place: tuple[int, int]
    """Class and place in the list."""
    letter: str | None = None
    """The letter whose answer it stands behind, where it does."""

    @property
    def id(self) -> str:
        """The block's id."""
        return self.chosen.block.id

    @property
    def urgent(self) -> bool:
        """Whether it is there because of an urgent rule."""
        return bool(self.danger)


@dataclass(frozen=True, slots=True)
class Situation:
    """What the order depends on besides the blocks."""

    walked: Journey
    assessed: Assessment
    dates: Dates
    day: datetime.date


def plan(chosen: Sequence[Chosen], order: Order, situation: Situation) -> tuple[Placed, ...]:
    """The steps in the order they are to be done."""
    placed = [_placed(one, order, situation) for one in chosen]
    urgent = [one for one in placed if one.urgent]
    calm = [one if not urgent else _not_before_this_week(one) for one in placed if not one.urgent]
    ordered = _urgent_in_order(urgent, situation)
    ordered = _with_contesting(ordered, situation)
    ordered = _one_day_left_before_rent(ordered, situation)
    ordered += sorted(calm, key=lambda one: (RANK[one.when], one.place))
    return _settled(ordered)


def _placed(chosen: Chosen, order: Order, situation: Situation) -> Placed:
    day = last_day_of(chosen, situation.dates, situation.walked, situation.day)
    by: When = chosen.said.by or chosen.block.by
    if not chosen.urgent:
        when: When = "today" if day and near(day, situation.day) else by
        return Placed(chosen, when, day, "", (0, _calm_place(chosen, order, situation)))
    number, part = next((number, part) for number, part in enumerate(order.urgent) if chosen.block.id in part.blocks)
    when = "this_week" if by == "later" else by
    if day is not None and part.danger == "last_day":
        when = "this_week"
    if day is not None and near(day, situation.day):
        when = "today"
    return Placed(chosen, when, day, part.danger, (number, part.blocks.index(chosen.block.id)))


def _calm_place(chosen: Chosen, order: Order, situation: Situation) -> int:
    for place, entry in enumerate(order.calm):
        block, _, rule = entry.partition(":")
        if block == chosen.block.id and (not rule or rule in situation.assessed.names):
            return place
    return len(order.calm)


def _not_before_this_week(one: Placed) -> Placed:
    return replace(one, when="this_week") if RANK[one.when] < RANK["this_week"] else one


def _urgent_in_order(urgent: Sequence[Placed], situation: Situation) -> list[Placed]:
    """By when, danger, and last day where days run; "write no" and "help somebody" find their places after that."""
    rest = [one for one in urgent if one.id not in (CONTEST, HELPING)]
    rest.sort(key=lambda one: (RANK[one.when], one.place[0], _running(one, situation.day), one.place[1]))
    return rest + [one for one in urgent if one.id in (CONTEST, HELPING)]


def _running(one: Placed, today: datetime.date) -> datetime.date:
    if one.danger not in BY_DAY or one.last_day is None:
        return today
    return max(one.last_day, today)


def _with_contesting(ordered: list[Placed], situation: Situation) -> list[Placed]:
    """ "Write no" stands right behind the answer to its letter, with its own last day and the same when."""
    contest = next((one for one in ordered if one.id == CONTEST), None)
    rest = [one for one in ordered if one.id != CONTEST]
    letter = contested_letter([one.id for one in rest], situation.walked)
    if contest is None or letter is None:
        return ordered
    place = next(place for place, one in enumerate(rest) if one.id == BLOCK_OF_LETTER[letter])
    day = day_to_contest(letter, situation.dates, situation.day)
    rest.insert(place + 1, replace(contest, when=rest[place].when, last_day=day, letter=letter))
    return rest


def _one_day_left_before_rent(ordered: list[Placed], situation: Situation) -> list[Placed]:
    """Who has one day left to answer a letter does that first: unpaid rent, or a sublet's end, can wait until then."""
    running_out = [one for one in ordered if _runs_out(one, situation.day)]
    waiting = [one for one in ordered if _can_wait_a_day(one, situation)]
    if not running_out or not waiting or any(one.id == CHILDHOOD for one in ordered):
        return ordered
    place = ordered.index(running_out[-1])
    if ordered[place + 1 : place + 2] and ordered[place + 1].id == CONTEST:
        place += 1
    behind = [one for one in ordered[:place] if one in waiting]
    before = [one for one in ordered[: place + 1] if one not in behind]
    return [*before, *sorted(behind, key=lambda one: one.place), *ordered[place + 1 :]]


def _runs_out(one: Placed, today: datetime.date) -> bool:
    """Whether its last day has gone by, or is no later than the next working day."""
    if one.danger != "last_day" or one.last_day is None or one.id == CONTEST:
        return False
    return one.last_day <= next_working_day(today)


def _can_wait_a_day(one: Placed, situation: Situation) -> bool:
    letters = situation.walked.given.get("letters", frozenset())
    by_rent_alone = letters.isdisjoint(LETTERS_OF_HOME)
    return one.id == SUBLET or (one.id == WIN_BACK and by_rent_alone)


def _settled(ordered: Sequence[Placed]) -> tuple[Placed, ...]:
    """The first is for now; "write no" and "help somebody" follow the step before them."""
    settled: list[Placed] = []
    for one in ordered:
        if not settled:
            one = replace(one, when="now")  # noqa: PLW2901 - the same step, settled
        elif one.urgent and one.id in (CONTEST, HELPING):
            before = settled[-1].when
            one = replace(one, when="today" if before == "now" else before)  # noqa: PLW2901 - the same
        settled.append(one)
    return tuple(settled)
