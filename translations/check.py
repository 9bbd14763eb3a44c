"""Holds every catalogue to what a reader needs of it. Run as `python -m translations.check`; folders can follow.

A draft may have gaps, and only what would break a page is a fault. What is offered has its core whole, keeps its terms,
and tells its doubts. Each fault says which message it is about, and what to do.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from translations.catalogues import FILE, Entry, entries, folders, plural_fault, read_catalogue
from translations.core import Core, read_core, unused
from translations.extract import gather_all
from translations.faults import broken, doubtful
from translations.terms import faults_of_terms, names_lost, read_terms
from web.i18n.languages import LANGUAGES, SOURCE, State

MOST_TOLD = 25
DOUBTS = re.compile(r"^\d+\. ", re.MULTILINE)
FEWEST_DOUBTS = 10
KEPT_WHOLE, WHILE_SENTENCES_CHANGE = ("en",), 5


def main() -> int:
    """The command line's entry; 1 when something is to be mended."""
    wanted, core = sys.argv[1:], read_core()
    lost = [f"core.toml: {one!r} fits no message" for one in unused(core, entries(gather_all()))]
    tell("core.toml", lost)
    faulty = bool(lost)
    for folder in folders():
        if wanted and folder.name not in wanted:
            continue
        state = state_of(folder.name)
        found = list(faults(folder, state, core))
        tell(f"{folder.name} ({state})", found, summary(folder, core))
        faulty = faulty or bool(found)
    return 1 if faulty else 0


def may_lack(folder: str) -> int:
    """Percent of the core that may be in Swedish for a while in a language that is offered.

    Sentences change, and whoever changes them seldom knows Arabic: each is marked by itself, and the language is not
    taken back. English is kept by whoever changes the Swedish.
    """
    return 0 if folder in KEPT_WHOLE else WHILE_SENTENCES_CHANGE


def state_of(folder: str) -> State:
    """The state of the language whose words lie in this folder; a draft where no language is listed."""
    for language in LANGUAGES:
        if folder in (language.locale, language.locale.partition("_")[0]) and language is not SOURCE:
            return language.state
    return "drafted"


def faults(folder: Path, state: State, core: Core) -> Iterator[str]:
    """Everything that is to be mended before the language is what its state says."""
    catalogue = read_catalogue(folder / FILE, folder.name)
    said = entries(catalogue)
    wrong = plural_fault(catalogue, folder.name)
    if wrong:
        yield wrong
    for entry in said:
        yield from broken(entry, catalogue.num_plurals)
    if state != "drafted":
        yield from _not_to_be_offered(folder, said, core)


def _not_to_be_offered(folder: Path, said: list[Entry], core: Core) -> Iterator[str]:
    missing, allowed = core.missing(said), sum(core.holds(entry) for entry in said) * may_lack(folder.name) // 100
    if len(missing) > allowed:
        yield from (f"{entry.name} is of the core and has no translation" for entry in missing)
    for entry in said:
        yield from doubtful(entry, folder.name, core.names)
    try:
        terms = read_terms(folder / "terms.toml")
    except ValueError as error:
        yield str(error)
        return
    if not terms:
        yield "there is no terms.toml: write which word stands for each Swedish term"
    yield from faults_of_terms(said, terms)
    yield from names_lost(said, core.names)
    doubts = count_doubts(folder)
    if doubts < FEWEST_DOUBTS:
        yield f"doubts.md has {doubts} doubts; a language with fewer than {FEWEST_DOUBTS} was not looked at closely"


def count_doubts(folder: Path) -> int:
    """How many numbered doubts the file of the language has."""
    path = folder / "doubts.md"
    return len(DOUBTS.findall(path.read_text(encoding="utf-8"))) if path.is_file() else 0


def summary(folder: Path, core: Core) -> str:
    """How much of the core, and of all words, the language has."""
    said = entries(read_catalogue(folder / FILE, folder.name))
    central = [entry for entry in said if core.holds(entry)]
    whole = [sum(one.whole for one in some) for some in (central, said)]
    return f"core {whole[0]} of {len(central)}, all {whole[1]} of {len(said)}"


def tell(name: str, found: list[str], more: str = "") -> None:
    """The faults of one language, the first of them in words."""
    if found or more:
        print(f"{name}: {more}{'; ' if found and more else ''}{f'{len(found)} to mend' if found else ''}")
    for fault in found[:MOST_TOLD]:
        print(f"  {fault}")
    if len(found) > MOST_TOLD:
        print(f"  … and {len(found) - MOST_TOLD} more: python -m translations.check tells more when these are mended")


if __name__ == "__main__":
    sys.exit(main())
