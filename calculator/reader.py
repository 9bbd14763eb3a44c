"""The figures, lines and notes in this folder's files as one frozen whole, checked against each other."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import Field, PrivateAttr

from calculator import late_bill, minimum_standard, protected_amount, reference_costs
from calculator.debts import ORDER, DebtWords
from calculator.figure import Dated, Figure
from calculator.lines import BudgetLine, Group, Kind, OwnLines
from calculator.quick import Quick, lines_of
from content.confidence import Confidence
from content.files import Content, read, read_folder
from content.ids import Id
from content.problems import Problems
from content.text import Text

HERE = Path(__file__).parent
MOST_PERSONS = 25

NEEDED = tuple(
    name for rule in (reference_costs, protected_amount, minimum_standard, late_bill) for name in rule.FIGURES
)
"""The figures that a sum asks for by name."""
PERSONS = (*reference_costs.SHARED.values(), minimum_standard.SHARED)
"""Those of them that are read by how many live in the household."""
OLDEST = {
    reference_costs.FOOD_AT_HOME: 120,
    reference_costs.FOOD_LUNCH_AWAY: 120,
    reference_costs.INDIVIDUAL: 120,
    protected_amount.CHILDREN: protected_amount.OLDEST_CHILD,
    minimum_standard.CHILDREN: minimum_standard.OLDEST_CHILD,
    minimum_standard.CHILDREN_LUNCH_AWAY: minimum_standard.OLDEST_WITH_LUNCH_ROW,
}
"""Those that are read by age, and the last age that is asked for. All others are one number."""


class Note(Content):
    """What the reference costs mean, said beside the numbers."""

    id: Id
    text: Text
    source: str
    link: Annotated[str, Field(pattern=r"^https://")]
    checked: datetime.date
    confidence: Confidence


class Notes(Content):
    """`notes.toml`."""

    notes: tuple[Note, ...]


class CalculatorContent(Content):
    """Every figure, every line of the budget, and the words that belong to them."""

    figures: dict[str, Figure]
    groups: tuple[Group, ...]
    own: OwnLines
    notes: tuple[Note, ...]
    quick: Quick
    debts: DebtWords

    _lines: dict[str, BudgetLine] = PrivateAttr()
    _own_lines: dict[str, BudgetLine] = PrivateAttr()
    _sum_lines: dict[str, BudgetLine] = PrivateAttr()
    _groups_by_id: dict[str, Group] = PrivateAttr()
    _group_of: dict[str, str] = PrivateAttr()

    def model_post_init(self, context: object, /) -> None:
        """Make the look-up tables once. They are private, so that `words_of` meets each word only once."""
        self._lines = {line.id: line for group in self.groups for line in group.lines}
        self._own_lines = {line.id: line for line in self.own.lines}
        self._sum_lines = {line.id: line for line in self.quick.lines}
        self._groups_by_id = {group.id: group for group in self.groups}
        self._group_of = {
            line: group.id
            for group in self.groups
            for line in [
                *(line.id for line in group.lines),
                *(line.id for line in self.own.lines if line.group == group.id),
                *(line.id for line in self.quick.lines if line.group == group.id),
            ]
        }

    @property
    def lines(self) -> dict[str, BudgetLine]:
        """The lines that stand in the groups, by their ids, in the order of the page."""
        return self._lines

    @property
    def own_lines(self) -> dict[str, BudgetLine]:
        """The lines that can be added by choosing their names."""
        return self._own_lines

    @property
    def sum_lines(self) -> dict[str, BudgetLine]:
        """The lines that hold a whole row of the quick budget in one amount."""
        return self._sum_lines

    @property
    def groups_by_id(self) -> dict[str, Group]:
        """The groups by their ids."""
        return self._groups_by_id

    @property
    def group_of(self) -> dict[str, str]:
        """The group that each line is summed in, own lines too: line id → group id, in the groups' order."""
        return self._group_of

    def line(self, line_id: str) -> BudgetLine:
        """The line of that id, own lines and sums too; `KeyError` for an id that is not in the files."""
        return self._lines.get(line_id) or self._own_lines.get(line_id) or self._sum_lines[line_id]

    def kind_of(self, line_id: str) -> Kind:
        """Whether the line is income, a cost or a debt."""
        return self._groups_by_id[self._group_of[line_id]].kind


def read_calculator(folder: Path, problems: Problems) -> CalculatorContent | None:
    """All of it from the folder that holds `figures/` and `lines/`; None where anything is at fault, which is noted."""
    before = len(problems.found)
    figures = read_folder(folder / "figures", Figure, "figures", problems)
    groups = read_folder(folder / "lines", Group, "lines", problems)
    own = read(folder / "own_lines.toml", OwnLines, "own_lines", problems)
    notes = read(folder / "notes.toml", Notes, "notes", problems)
    quick = read(folder / "quick.toml", Quick, "quick", problems)
    debts = read(folder / "debts.toml", DebtWords, "debts", problems)
    if own is None or notes is None or quick is None or debts is None or len(problems.found) > before:
        return None
    content = CalculatorContent(
        figures={figure.id: figure for _, figure in figures},
        groups=tuple(group for _, group in groups),
        own=own,
        notes=notes.notes,
        quick=quick,
        debts=debts,
    )
    _check(content, folder, problems)
    return content if len(problems.found) == before else None


def _check(content: CalculatorContent, folder: Path, problems: Problems) -> None:
    for name in NEEDED:
        if name not in content.figures:
            problems.add(folder / "figures", name, "a sum needs this figure", f"write figures/{name}.toml")
        else:
            _check_values(content.figures[name], folder / "figures" / f"{name}.toml", problems)
    every = [line for group in content.groups for line in group.lines] + [*content.own.lines, *content.quick.lines]
    for line_id in _twice(line.id for line in every):
        problems.add(folder / "lines", line_id, "two lines have this id", "give one of them another id")
    for item in _twice(line.reference for line in every if line.reference is not None):
        problems.add(
            folder / "lines", item, "two lines have this reference cost", "it would be filled in twice: keep one"
        )
    _check_quick(content, folder / "quick.toml", problems)
    _check_debts(content, folder / "debts.toml", problems)
    for line in content.own.lines:
        if line.group not in content.groups_by_id:
            problems.add(
                folder / "own_lines.toml", line.id, f"there is no group {line.group!r}", "name a file of lines/"
            )


def _check_quick(content: CalculatorContent, file: Path, problems: Problems) -> None:
    """Every row names lines and groups that there are, and each group belongs to one row."""
    rows, known = content.quick.rows, content.group_of
    for line in [*(one.id for one in content.quick.income), *(one.line for one in rows)]:
        if line not in known:
            problems.add(file, line, "there is no such line", "name a line of lines/ or of this file")
    groups = [group for row in rows for group in row.groups]
    costs = [group.id for group in content.groups if group.kind != "income"]
    for group in sorted(set(groups).symmetric_difference(costs)) + _twice(groups):
        problems.add(file, group, "each group but the income belongs to one row", "name it in one row, and one alone")
    for row in rows:
        named = {*row.beside, *row.stands_for, *(one.id for one in row.owner)}
        for line in sorted(named - set(lines_of(row, rows, known))):
            problems.add(file, f"{row.id}.{line}", "is no line of the row", "name a line of its groups")


def _check_debts(content: CalculatorContent, file: Path, problems: Problems) -> None:
    """Every kind names lines of the budget that are for debts, each line once, and every reason has its words."""
    named = [line for kind in content.debts.kinds for line in kind.lines]
    of_debts = {line for line in content.lines if content.kind_of(line) == "debts"}
    for line in sorted(of_debts.symmetric_difference(named)) + _twice(named):
        problems.add(file, line, "each line for debts belongs to one kind", "name it in one kind, and one alone")
    for reason in sorted({*ORDER, "contest"}.symmetric_difference(one.id for one in content.debts.reasons)):
        problems.add(file, reason, "each place in the order has one reason", "write its words, once")


def _check_values(figure: Figure, file: Path, problems: Problems) -> None:
    """A sum reads these for any age, for any number of persons, or as one number: nothing may be missing from them."""
    for value in figure.values:
        try:
            _read_all(figure.on(value.from_))
        except TypeError as error:
            problems.add(file, f"values from {value.from_}", str(error), "write it as the sum reads it")
        except (LookupError, ValueError) as error:
            problems.add(file, f"values from {value.from_}", f"the table has a gap: {error}", "write the missing row")


def _read_all(dated: Dated) -> None:
    """Everything that a sum could ask of the value; raises where it has no answer."""
    if dated.figure.id in PERSONS:
        for persons in range(1, MOST_PERSONS + 1):
            dated.for_persons(persons)
    elif dated.figure.id in OLDEST:
        for age in range(OLDEST[dated.figure.id] + 1):
            dated.key_for(age)
    else:
        _ = dated.amount


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
