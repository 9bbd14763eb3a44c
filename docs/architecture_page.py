"""The list of files in docs/architecture.md: each file of code in one line, as its own first line says it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from docs.markdown import cell
from report.library import Library

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
FLOORS = ("content", "questionnaire", "calculator", "advice", "classroom", "report", "web", "translations", "docs")
BEGINS, ENDS = "<!-- files: written by `python -m docs.generate` -->", "<!-- end of files -->"


def architecture_page(_library: Library) -> str:
    """The page as it stands, with its list of files as the tree has them. Raises `ValueError` without the marks."""
    before, begins, rest = PAGE.read_text(encoding="utf-8").partition(BEGINS)
    _old, ends, after = rest.partition(ENDS)
    if not (begins and ends):
        raise ValueError(f"{PAGE.name}: the list of files stands between {BEGINS} and {ENDS}")
    listed = "\n\n".join(_folders())
    return f"{before}{BEGINS}\n\n{listed}\n\n{ENDS}{after}"


def _folders() -> Iterator[str]:
    for floor in FLOORS:
        for folder in [ROOT / floor, *sorted(path for path in (ROOT / floor).rglob("*") if path.is_dir())]:
            files = sorted(path for path in folder.glob("*.py") if path.stem != "__init__")
            if files:
                rows = (f"| `{path.name}` | {cell(first_line(path))} |" for path in files)
                yield "\n".join(
                    [f"**`{folder.relative_to(ROOT)}/`** {_about(folder)}", "", "| | |", "|---|---|", *rows]
                )


def _about(folder: Path) -> str:
    path = folder / "__init__.py"
    return first_line(path) if path.exists() else ""


def first_line(path: Path) -> str:
    """What a file says it is. Raises `ValueError` for one that says nothing."""
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    if not said:
        raise ValueError(f"{path.relative_to(ROOT)} does not say what it is for")
    return said.splitlines()[0]
