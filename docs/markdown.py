"""Small pieces of Markdown that the generated pages are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from content.text import Text

GENERATED = (
    "<!-- Generated from the content files. Change those, and run `.venv/bin/python -m docs.generate`. -->\n"
    "<!-- The words in Swedish are those that a resident reads. -->"
)


def said(text: Text | None) -> str:
    """The Swedish words, ready to stand in a cell; empty where there are none."""
    return cell(text.swedish) if text else ""


def cell(words: str) -> str:
    """Words in which nothing ends a cell or begins a new line."""
    return " ".join(words.split()).replace("|", "\\|")


def code(names: Iterable[str], between: str = ", ") -> str:
    """Ids, each marked as one."""
    return between.join(f"`{name}`" for name in names)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; columns that are empty in every row are left out."""
    listed = [list(row) for row in rows]
    kept = [place for place in range(len(head)) if any(row[place] for row in listed)]
    lines = [[head[place] for place in kept], ["---"] * len(kept)]
    lines += [[row[place] for place in kept] for row in listed]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def bullets(points: Iterable[str]) -> str:
    """A list; points that say nothing are left out."""
    return "\n".join(f"- {point}" for point in points if point)


def page(parts: Iterable[str]) -> str:
    """The parts of a page under one another."""
    return "\n\n".join([GENERATED, *(part for part in parts if part)]) + "\n"
