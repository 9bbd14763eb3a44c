"""Gathers every word a reader can meet into messages.pot, and carries changes over into each messages.po.

Run as `python -m translations.extract`; with `--check` nothing is written and the exit code tells whether a file is
stale. Words of templates and Python files are found by Babel; words of TOML files come from the loaded library, each
with its id path as context, so that a translator sees where it stands and a sentence may differ from place to place.
"""

from __future__ import annotations

import datetime
import io
import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from content.text import Text, words_of
from report.library import load_library
from web.reading.statement import read_statement

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "translations" / "messages.pot"
METHODS = [("web/**.py", "python"), ("templates/**.html", "jinja2")]
KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None, "lazy_gettext": None, "both": None, "own": None, "N_": None}
NO_DATE = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
"""A catalogue that carries the hour of its making changes with every run."""


def gather(words: Iterable[Text]) -> Catalog:
    """The template of all catalogues."""
    catalog = _empty()
    options = {"templates/**.html": {"silent": "false", "trimmed": "true"}}
    for found in extract_from_dir(ROOT, METHODS, options, KEYWORDS, comment_tags=("translators:",)):
        file, _, message, comments, context = found
        place = [(Path(file).as_posix(), None)]  # without a line, which would change with every edit
        catalog.add(message, None, place, auto_comments=comments, context=context)  # type: ignore[arg-type]
    for text in words:
        catalog.add(text.swedish, None, context=text.context)
    return catalog


def gather_all() -> Catalog:
    """The template, from every word that the app has today."""
    return gather([*load_library().words(), *words_of(read_statement())])


def main() -> int:
    """The command line's entry; 1 when `--check` finds a stale file."""
    check = "--check" in sys.argv[1:]
    template = gather_all()
    stale = [TEMPLATE.name] if _differs(TEMPLATE, _as_bytes(template, None), write=not check) else []
    for path in sorted(TEMPLATE.parent.glob("*/LC_MESSAGES/messages.po")):
        if _differs(path, _carried_over(path, template), write=not check):
            stale.append(f"{path.parent.parent.name}/{path.name}")
    for name in stale:
        print(f"{'stale' if check else 'wrote'}: {name}")
    return 1 if check and stale else 0


def _empty() -> Catalog:
    return Catalog(project="I tid", charset="utf-8", creation_date=NO_DATE, revision_date=NO_DATE, fuzzy=False)


def _carried_over(path: Path, template: Catalog) -> bytes:
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.parent.parent.name)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.creation_date = catalog.revision_date = NO_DATE
    return _as_bytes(catalog, path)


def _as_bytes(catalog: Catalog, path: Path | None) -> bytes:
    out = io.BytesIO()
    write_po(out, catalog, width=0, sort_output=True, ignore_obsolete=path is not None, include_lineno=False)
    return out.getvalue()


def _differs(path: Path, content: bytes, *, write: bool) -> bool:
    if path.exists() and path.read_bytes() == content:
        return False
    if write:
        path.write_bytes(content)
    return True


if __name__ == "__main__":
    sys.exit(main())
