"""Reads and cross-checks the letter door, the pages about those who send letters, and the myths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from advice.choose import Grounds
from advice.contacts import Directory
from advice.letters import Authority, FormLetter, Letter, Myth, MythFile
from advice.reader import FOLDER, Known, check_trigger
from content.files import read, read_folder
from content.problems import Problems

MOST_SENTENCES = 2
MOST_MYTHS = 3
QUESTION = "letters"
"""The question whose options the letters of the door tick."""


@dataclass(frozen=True)
class LetterDoor:
    """The kinds of letters in the order of the door, the form letters, the authorities, and the myths."""

    letters: tuple[Letter, ...]
    form_letters: tuple[FormLetter, ...]
    authorities: tuple[Authority, ...]
    myths: tuple[Myth, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Letter]:
        """The letters by their ids."""
        return {letter.id: letter for letter in self.letters}

    @cached_property
    def forms_by_id(self) -> Mapping[str, FormLetter]:
        """The form letters by their ids."""
        return {form.id: form for form in self.form_letters}

    @cached_property
    def authorities_by_id(self) -> Mapping[str, Authority]:
        """The authorities by their ids."""
        return {authority.id: authority for authority in self.authorities}

    def after(self, letter: Letter) -> Letter:
        """The next letter of the door; after the last one, the first."""
        place = self.letters.index(letter)
        return self.letters[(place + 1) % len(self.letters)]

    def fitting_myths(self, grounds: Grounds) -> tuple[Myth, ...]:
        """At most three myths whose triggers hold, in the order of the file."""
        holding = (myth for myth in self.myths if any(grounds.meet(when) for when in myth.when))
        return tuple(holding)[:MOST_MYTHS]


def read_letter_door(
    known: Known, directories: Iterable[Directory], problems: Problems, folder: Path = FOLDER
) -> LetterDoor:
    """All of it. Every fault is added to `problems`."""
    letters = read_folder(folder / "letters", Letter, "letters", problems)
    forms = read_folder(folder / "form_letters", FormLetter, "form_letters", problems)
    authorities = read_folder(folder / "authorities", Authority, "authorities", problems)
    myths = read(folder / "myths.toml", MythFile, "myths", problems)
    door = LetterDoor(
        tuple(letter for _, letter in letters),
        tuple(form for _, form in forms),
        tuple(authority for _, authority in authorities),
        myths.myths if myths else (),
    )
    for path, letter in letters:
        _check_letter(path, letter, door, known, problems)
    for myth in door.myths:
        _names(folder / "myths.toml", f"{myth.id}.authority", (myth.authority,), door.authorities_by_id, problems)
        for when in myth.when:
            check_trigger(folder / "myths.toml", f"{myth.id}.when", when, known, problems)
    contacts = [(path, letter.contacts) for path, letter in letters]
    contacts += [(path, authority.contacts) for path, authority in authorities]
    for directory in directories:
        for path, named in contacts:
            _names(path, "contacts", named, directory.by_id, problems)
    return door


def _check_letter(path: Path, letter: Letter, door: LetterDoor, known: Known, problems: Problems) -> None:
    _names(path, "form_letters", letter.form_letters, door.forms_by_id, problems)
    _names(path, "authorities", letter.authorities, door.authorities_by_id, problems)
    if letter.option is not None:
        _names(path, "option", (letter.option,), known.options_of(QUESTION), problems)
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", letter.what.swedish.strip())
    if len(sentences) > MOST_SENTENCES:
        problems.add(path, "what", f"has more than {MOST_SENTENCES} sentences", "say the rest in `is_not` or `do`")


def _names(path: Path, key: str, names: Iterable[str], known: Iterable[str], problems: Problems) -> None:
    for name in sorted(set(names) - set(known)):
        problems.add(path, key, f"{name!r} is unknown", "add it, or mend the id")
