"""What is known in a browser, as records. Nothing here names a person, and the server keeps nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType

from calculator.budget import Line
from calculator.debts import Owed
from calculator.household import Household
from calculator.letter_days import LetterDate
from calculator.period import Period
from content.money import Ore

Answer = str | list[str]
"""The id of an option, or a list of them where a question takes many."""
SOMEONE = "someone"
"""The role of somebody who answers for another."""
AGES = {"u16": 15, "16_17": 16, "18_25": 18, "26plus": 26}
"""Age group → the lowest age in it that the rules tell apart (under 16 stands for all below)."""
ROLES = ("self", SOMEONE)


@dataclass(frozen=True, slots=True)
class BudgetEntry:
    """What was given for one line of the budget: an amount in öre, how often it comes, whether it is about right."""

    line: str
    amount: Ore
    period: Period
    about: bool = False

    @property
    def as_line(self) -> Line:
        """The same for the sums."""
        return Line(self.line, self.amount, self.period, self.about)


@dataclass(frozen=True, slots=True)
class LetterNote:
    """What is known of a letter besides its days: the bill's amount as it was typed, whether the check ticks it."""

    amount: str = ""
    in_check: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known in this browser. `questionnaire` and `age_group` are empty until they are chosen.

    `letters` stand in the order in which they were used, the last one last. `sums` is sum → field → what was typed.
    `what_if` is line → öre a month, for the lines that are changed to see what would happen. `done` are the
    blocks of the steps that were ticked in the plan.
    """

    role: str = ""
    age_group: str = ""
    questionnaire: str = ""
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    household: Household | None = None
    budget: Mapping[str, BudgetEntry] = field(default_factory=lambda: MappingProxyType({}))
    own_lines: tuple[str, ...] = ()
    sums: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    letters: Mapping[str, LetterNote] = field(default_factory=lambda: MappingProxyType({}))
    letters_dates: Mapping[str, LetterDate] = field(default_factory=lambda: MappingProxyType({}))
    what_if: Mapping[str, Ore] = field(default_factory=lambda: MappingProxyType({}))
    done: tuple[str, ...] = ()
    debts: tuple[Owed, ...] = ()

    @property
    def open(self) -> bool:
        """Whether anything has been answered or typed yet."""
        return any(bool(getattr(self, part.name)) for part in fields(self))


def entries(lines: Iterable[Line]) -> dict[str, BudgetEntry]:
    """Lines of the sums as the visit keeps them."""
    return {line.id: BudgetEntry(line.id, line.amount, line.period, line.about) for line in lines}
