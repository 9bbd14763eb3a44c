"""The budget as rows: groups in the order of the pages, each rounded once, and bars that are parts of the longest."""

from __future__ import annotations

from fractions import Fraction

from calculator.budget import Budget, Line
from calculator.budget_table import group_sums
from report.library import Library


def test_a_group_stands_once_in_the_order_of_the_pages_with_its_lines(library: Library) -> None:
    content = library.calculator
    budget = Budget(
        income=(Line("pay", 20_000_00, "month"),),
        costs=(Line("water", 100_00, "month"), Line("food", 4_000_00, "month", about=True), Line("rent", 500, "month")),
    )
    rows = group_sums(budget, content)
    order = [group.id for group in content.groups]
    assert [row.group.id for row in rows] == sorted({content.group_of[line.id] for line in budget}, key=order.index)
    home = next(row for row in rows if row.group.id == "home")
    assert [one.line.id for one in home.lines] == ["rent", "water"], "as on the page, not as they were given"
    assert {one.line.id for row in rows for one in row.lines if one.about} == {"food"}


def test_a_group_is_rounded_once(library: Library) -> None:
    third = [Line(name, 100, "quarter") for name in ("electricity", "heating", "water")]
    (row,) = group_sums(Budget(costs=tuple(third)), library.calculator)
    assert [one.month for one in row.lines] == [33, 33, 33]
    assert row.month == 100


def test_a_bar_is_a_part_of_the_longest(library: Library) -> None:
    budget = Budget(income=(Line("pay", 300_00, "month"),), costs=(Line("rent", 100_00, "month"),))
    assert [row.bar for row in group_sums(budget, library.calculator)] == [1, Fraction(1, 3)]


def test_a_line_with_nothing_stands_there_and_has_no_bar(library: Library) -> None:
    (row,) = group_sums(Budget(costs=(Line("rent", 0, "month"),)), library.calculator)
    assert (row.month, row.bar) == (0, 0)


def test_without_lines_there_is_nothing(library: Library) -> None:
    assert group_sums(Budget(), library.calculator) == ()
