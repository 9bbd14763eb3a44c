"""Every figure with its law or publication, and every line of the budget, from the loaded content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from calculator.figure import DatedValue, Figure
from calculator.lines import BudgetLine
from docs.markdown import bullets, cell, page, said, table
from report.library import Library

CONFIDENCE = {
    "law": "read in the law",
    "seen_page": "read on a page of the authority that decides it",
    "seen_news": "read in a news article",
    "second_hand": "read on others' pages",
    "inferred": "worked out from other published values",
    "known": "general knowledge, not looked up",
}


def figures_page(library: Library) -> str:
    """The whole page."""
    calculator = library.calculator
    return page(
        [
            "# Figures and budget lines",
            "Every number that the sums rest on, each with where it was read and how sure that is. On a day without "
            "a value the last one is used and said to be old. How to give a figure its value for a new year stands in "
            "`docs/renew-a-figure.md`.",
            "## Figures",
            *(part for figure in calculator.figures.values() for part in _figure(figure)),
            "## What is said beside the figures",
            bullets(
                f"`{note.id}`: {said(note.text)} ({cell(note.source)}, {note.link}, looked at {note.checked}, "
                f"{CONFIDENCE[note.confidence]})"
                for note in calculator.notes
            ),
            "## Lines of the budget",
            "The ids are those of the case format. The period is the one proposed; another may always be chosen.",
            *(
                part
                for group in calculator.groups
                for part in (f"### {said(group.title)} (`{group.id}`, {group.kind})", _lines(group.lines))
            ),
            f"### {said(calculator.own.title)} (at most {calculator.own.most})",
            _lines(calculator.own.lines, {line.id: line.group for line in calculator.own.lines}),
        ]
    )


def _figure(figure: Figure) -> Iterator[str]:
    yield f"### {said(figure.name)} (`{figure.id}`)"
    yield bullets([f"Unit: {figure.unit}", said(figure.note), "A new value comes each year." if figure.yearly else ""])
    for value in figure.values:
        yield _validity(figure, value)
        if value.table is not None:
            yield table(["for", figure.unit], [[cell(key), str(number)] for key, number in value.table.items()])


def _validity(figure: Figure, value: DatedValue) -> str:
    until = figure.on(value.from_).until
    amount = "" if value.amount is None else f" **{value.amount}**"
    last = f"until {until}" if until else "until further notice"
    return (
        f"From {value.from_} {last}:{amount} {cell(value.source)}, {value.link}, looked at {value.checked}, "
        f"{CONFIDENCE[value.confidence]}."
    )


def _lines(lines: Iterable[BudgetLine], group_of: dict[str, str] | None = None) -> str:
    return table(
        ["id", "line", "explained", "period", "about", "reference cost", "group"],
        [
            [
                f"`{line.id}`",
                said(line.label),
                said(line.hint),
                line.period,
                "yes" if line.varies else "",
                line.reference or "",
                (group_of or {}).get(line.id, ""),
            ]
            for line in lines
        ],
    )
