"""Writes the pages of docs/ that come from the content and the code: `PAGES` lists them.

Run as `python -m docs.generate`; with `--check` nothing is written and the exit code tells whether a page is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docs.architecture_page import architecture_page
from docs.figures_page import figures_page
from docs.instrument_page import instrument_page
from docs.languages_page import languages_page
from docs.sums_page import case_format_page, sums_page
from report.library import Library, load_library

FOLDER = Path(__file__).parent
PAGES = {
    "instrument.md": instrument_page,
    "figures.md": figures_page,
    "sums.md": sums_page,
    "case-format.md": case_format_page,
    "architecture.md": architecture_page,
    "languages.md": languages_page,
}


def stale(library: Library, folder: Path = FOLDER) -> dict[str, str]:
    """The pages that are not as the content says: file name → what it should be."""
    wanted = {name: written(library) for name, written in PAGES.items()}
    return {name: text for name, text in wanted.items() if _kept(folder / name) != text}


def main() -> int:
    """The command line's entry; 1 when `--check` finds a stale page."""
    check = "--check" in sys.argv[1:]
    found = stale(load_library())
    for name, text in found.items():
        if not check:
            (FOLDER / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{'stale' if check else 'wrote'}: docs/{name}\n")
    return 1 if check and found else 0


def _kept(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
