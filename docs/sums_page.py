"""The rows about the sums in docs/sums.md and docs/case-format.md, from the registries; the words around them stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from calculator.given import schema_of
from calculator.rules import RULES
from docs.markdown import cell, code, table
from report.library import Library
from web.sums.registry import BY_RULE

FOLDER = Path(__file__).parent
ROWS = re.compile(r"(<!-- rows of the sums[^\n]*-->\n).*?(\n<!-- end of the rows -->)", re.DOTALL)
OTHER_PAGES = {"budget": "/budget/"}
"""Sums whose page is none of the list."""


def sums_page(library: Library) -> str:
    """docs/sums.md: each sum with its page, its files, and what it rests on."""
    return _with_rows("sums.md", table(("sum", "page", "function", "law or paper"), _rows()))


def case_format_page(library: Library) -> str:
    """docs/case-format.md: each sum with what it takes and what it is about."""
    rows = ((code([name]), _keys(name), cell(rule.about)) for name, rule in RULES.items())
    return _with_rows("case-format.md", table(("sum", "takes (what may be left out in brackets)", "what"), rows))


def _rows() -> Iterator[tuple[str, ...]]:
    for name, rule in RULES.items():
        page = f"/rakna/{BY_RULE[name].path}" if name in BY_RULE else OTHER_PAGES.get(name, "")
        files = code(f"calculator/{file}.py" for file in (name, *rule.code))
        yield code([name]), code([page]) if page else "", files, cell(rule.rests_on)


def _keys(name: str) -> str:
    described = schema_of(RULES[name].takes)
    needed = described.get("required", ())
    return ", ".join(f"`{key}`" if key in needed else f"(`{key}`)" for key in described["properties"])


def _with_rows(name: str, rows: str) -> str:
    """The page with these rows between its two marks. Raises `ValueError` where the marks are not there."""
    written = (FOLDER / name).read_text(encoding="utf-8")
    if len(ROWS.findall(written)) != 1:
        raise ValueError(f"docs/{name} has no place for the rows of the sums")
    return ROWS.sub(lambda found: f"{found[1]}{rows}{found[2]}", written)
