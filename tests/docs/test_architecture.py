"""docs/architecture.md names every file of code once, and the tree has every file that it names."""

from __future__ import annotations

import re

from docs.architecture_page import BEGINS, ENDS, FLOORS, PAGE, ROOT, architecture_page
from report.library import Library


def named() -> list[str]:
    """The files of the list, as seen from the root."""
    listed = PAGE.read_text(encoding="utf-8").partition(BEGINS)[2].partition(ENDS)[0]
    folder, found = "", []
    for line in listed.splitlines():
        if heading := re.match(r"\*\*`(.+)/`\*\*", line):
            folder = heading[1]
        elif row := re.match(r"\| `(.+\.py)` \| .+ \|", line):
            found.append(f"{folder}/{row[1]}")
    return found


def test_the_page_names_the_files_of_the_tree() -> None:
    there = {str(path.relative_to(ROOT)) for floor in FLOORS for path in (ROOT / floor).rglob("*.py")}
    files = {name for name in there if not name.endswith("/__init__.py")}
    assert sorted(named()) == sorted(files), "run python -m docs.generate"


def test_the_page_says_what_the_files_say(library: Library) -> None:
    assert PAGE.read_text(encoding="utf-8") == architecture_page(library)
