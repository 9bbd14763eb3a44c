"""The words that a language has chosen for Swedish terms, from `translations/<folder>/terms.toml`.

One entry a term: `swedish` (its name, or a list of how it stands in sentences), `stems` (how it stands, where `swedish`
is one name), `meaning`, `chosen`, `forms` (beginnings that also count), `never` (words that mislead), `source`,
`confidence` and `doubt`. In a list a word is whole, or with `*` behind it a beginning.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from translations.catalogues import Entry
from translations.faults import URL

NEEDED = {"swedish", "meaning", "chosen", "forms", "source", "confidence"}
KNOWN = NEEDED | {"stems", "never", "doubt"}
CONFIDENCE = ("A", "B", "C")
STRETCH = "\u0640"


@dataclass(frozen=True, slots=True)
class Term:
    """A Swedish term and what stands for it. `patterns` are how it stands in Swedish sentences."""

    name: str
    patterns: tuple[str, ...]
    meaning: str
    chosen: str
    forms: tuple[str, ...]
    never: tuple[str, ...]
    source: str
    confidence: str
    doubt: str


def read_terms(path: Path) -> tuple[Term, ...]:
    """The terms of a language; none where it has no file. Raises `ValueError` with the first entry that is at fault."""
    if not path.is_file():
        return ()
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_term(path, number, raw) for number, raw in enumerate(given.get("term", ()), start=1))


def faults_of_terms(said: Iterable[Entry], terms: Iterable[Term]) -> Iterator[str]:
    """Messages whose Swedish has a term, without the word that was chosen for it; and words that mislead."""
    known = tuple(terms)
    for entry in said:
        for swedish, text in entry.pairs():
            yield from _faults(entry, swedish, text, known)


def names_lost(said: Iterable[Entry], names: Iterable[str]) -> Iterator[str]:
    """Names of authorities and letters that stand in no translation at all, though the Swedish has them."""
    pairs = [pair for entry in said for pair in entry.pairs()]
    for name in names:
        lower = name.casefold()
        those = [text for swedish, text in pairs if lower in swedish.casefold()]
        if those and not any(lower in text.casefold() for text in those):
            yield f"{name!r} stands in no translation: keep the Swedish in brackets, it is what stands on the letter"


def _faults(entry: Entry, swedish: str, text: str, terms: tuple[Term, ...]) -> Iterator[str]:
    plain, swedish = comparable(text), URL.sub(" ", swedish)
    for term in terms:
        if _stands(term.patterns, swedish) and not any(
            comparable(form) in plain for form in (term.chosen, *term.forms)
        ):
            yield f"{entry.name} has the term {term.name!r}, but the translation not {term.chosen!r} or a form of it"
        for trap in term.never:
            if _word(comparable(trap)).search(plain):
                yield f"{entry.name} has {trap!r}, which misleads: {term.name!r} is {term.chosen!r}"


def comparable(text: str) -> str:
    """The words in small letters, without vowel signs and the stretching line, which are written or not."""
    parted = unicodedata.normalize("NFKD", text.replace(STRETCH, ""))
    bare = "".join(sign for sign in parted if not ("\u064b" <= sign <= "\u0652" or sign == "\u0670"))
    return unicodedata.normalize("NFKC", bare).casefold()


def _stands(patterns: Iterable[str], swedish: str) -> bool:
    return any(_swedish(pattern).search(swedish) for pattern in patterns)


@lru_cache(maxsize=2048)
def _swedish(pattern: str) -> re.Pattern[str]:
    """A whole word, or with `*` behind it a beginning; a hyphen joins, so `skuld` is not in `F-skuld`."""
    end = "" if pattern.endswith("*") else r"(?![\w-])"
    return re.compile(rf"(?<![\w-]){re.escape(pattern.rstrip('*'))}{end}", re.IGNORECASE)


@lru_cache(maxsize=2048)
def _word(trap: str) -> re.Pattern[str]:
    """A beginning where words are written with Latin letters, which are inflected at their end; else a whole word."""
    end = "" if trap.endswith("*") or max(trap) < "\u0300" else r"(?!\w)"
    return re.compile(rf"(?<!\w){re.escape(trap.rstrip('*'))}{end}")


def _term(path: Path, number: int, raw: dict[str, Any]) -> Term:
    where = f"{path.parent.name}/{path.name}, entry {number} ({raw.get('swedish', '?')})"
    missing, strange = NEEDED - set(raw), set(raw) - KNOWN
    if missing or strange:
        raise ValueError(f"{where}: missing {sorted(missing)}, not known {sorted(strange)}")
    names = [raw["swedish"]] if isinstance(raw["swedish"], str) else raw["swedish"]
    given = {**raw, "swedish": names, "stems": raw.get("stems", names), "never": raw.get("never", [])}
    for key in ("swedish", "stems", "forms", "never"):
        listed = isinstance(given[key], list) and all(isinstance(one, str) and one.strip("* ") for one in given[key])
        if not listed or (not given[key] and key != "never"):
            raise ValueError(f"{where}: {key} is a list of words")
    for key in ("meaning", "chosen", "source", "doubt"):
        if not isinstance(given.get(key, ""), str) or (key in ("meaning", "chosen") and not given[key]):
            raise ValueError(f"{where}: {key} is a text")
    if given["confidence"] not in CONFIDENCE:
        raise ValueError(f"{where}: confidence is one of {', '.join(CONFIDENCE)}")
    return Term(
        name=names[0].rstrip("*"),
        patterns=tuple(given["stems"]),
        meaning=given["meaning"],
        chosen=given["chosen"],
        forms=tuple(given["forms"]),
        never=tuple(given["never"]),
        source=given["source"],
        confidence=given["confidence"],
        doubt=given.get("doubt", ""),
    )
