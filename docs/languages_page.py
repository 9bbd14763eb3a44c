"""docs/languages.md: each language as it is today: how it was made, how much of it there is, and what is doubted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from docs.markdown import cell, page, table
from report.library import Library
from translations.catalogues import FILE, FOLDER, entries, read_catalogue
from translations.core import Core, read_core
from translations.terms import Term, read_terms
from web.i18n.languages import LANGUAGES, SOURCE, Language

FIRST = re.compile(r"^\d+\. +(.*?)(?=^\d+\. |^## |\Z)", re.MULTILINE | re.DOTALL)
HOW = re.compile(r"\A# [^\n]*\n+(.*?)\n## ", re.DOTALL)
MEANS = {
    "drafted": "a draft: offered to nobody, and seen only where `ITID_LANGUAGES` names it outside production",
    "offered": "offered: its core is whole, it keeps its terms, and every page and sheet says that nobody reviewed it",
    "reviewed": "reviewed by somebody who has it as their mother tongue",
}
TOLD_FIRST = 5
SURE = {"A": "an authority's own", "B": "one source or usage", "C": "no source"}


def languages_page(_library: Library) -> str:
    """One part a language, in the order of the menu."""
    core = read_core()
    parts = ["# The languages", INTRO]
    rows = [_row(language, core) for language in LANGUAGES if language is not SOURCE]
    parts.append(table(("language", "address", "dates as in", "state", "core", "all words", "terms", "doubts"), rows))
    for language in LANGUAGES:
        if language is not SOURCE:
            parts += _part(language)
    return page(parts)


INTRO = (
    "Swedish is the source. Everything else is made from it, and the Swedish word stands in brackets where it stands "
    "on a letter. What a language lacks is shown in Swedish and marked as Swedish. [How to add one](add-a-language.md)."
)


def _folder(language: Language) -> Path:
    for name in (language.locale, language.locale.partition("_")[0]):
        if (FOLDER / name / FILE).is_file():
            return FOLDER / name
    raise ValueError(f"translations/ has no folder for {language.code}")


def _row(language: Language, core: Core) -> tuple[str, ...]:
    folder = _folder(language)
    said = entries(read_catalogue(folder / FILE, folder.name))
    central = [entry for entry in said if core.holds(entry)]
    return (
        cell(language.name),
        f"`/{language.code}/`",
        f"`{language.locale}`",
        language.state,
        _share(sum(entry.whole for entry in central), len(central)),
        _share(sum(entry.whole for entry in said), len(said)),
        str(len(read_terms(folder / "terms.toml"))),
        str(len(_doubts(folder))),
    )


def _share(whole: int, of: int) -> str:
    return "all" if whole == of else f"{100 * whole // of} %"


def _part(language: Language) -> Iterator[str]:
    folder = _folder(language)
    yield f"## {language.name}"
    read_by = f" ({language.reviewed_by})" if language.reviewed_by else ""
    yield f"It is {MEANS[language.state]}{read_by}."
    made = HOW.search(_text(folder))
    if made:
        yield " ".join(made[1].split())
    terms = read_terms(folder / "terms.toml")
    if terms:
        yield _sureness(terms)
    first = [" ".join(doubt.split()) for doubt in _doubts(folder)[:TOLD_FIRST]]
    if first:
        yield "What a native reader should look at first:"
        yield "\n".join(f"{number}. {doubt}" for number, doubt in enumerate(first, start=1))
        yield f"[All doubts, and the sentences that can hurt](../translations/{folder.name}/doubts.md)."


def _sureness(terms: tuple[Term, ...]) -> str:
    found = Counter(term.confidence for term in terms)
    said = ", ".join(f"{found[mark]} {SURE[mark]}" for mark in SURE if found[mark])
    return f"{len(terms)} terms, where the word is: {said}."


def _doubts(folder: Path) -> list[str]:
    return FIRST.findall(_text(folder))


def _text(folder: Path) -> str:
    path = folder / "doubts.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
