"""Reads and cross-checks everything this room says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from advice.choose import FACTS
from advice.contacts import Directory
from advice.model import Block, Contact, ContactFile, Flag, FlagFile, Municipality, MunicipalityCodes, Trigger
from content.files import read, read_folder
from content.problems import Problems

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Advice:
    """The blocks in the order they are given, the flags, the contacts, and the municipalities by code."""

    blocks: tuple[Block, ...]
    flags: tuple[Flag, ...]
    national: tuple[Contact, ...]
    municipalities: Mapping[str, Municipality]
    directories: Mapping[str, Directory]


@dataclass(frozen=True, slots=True)
class Known:
    """What triggers may name: the rules' names, and which options a question has (none where nobody asks it)."""

    rules: frozenset[str]
    options_of: Callable[[str], set[str]]


def read_advice(known: Known, problems: Problems, folder: Path = FOLDER, municipalities: Path | None = None) -> Advice:
    """All blocks, flags, contacts and municipalities. Every fault is added to `problems`."""
    blocks = read_folder(folder / "blocks", Block, "advice", problems)
    flags = read(folder / "flags.toml", FlagFile, "flags", problems)
    contacts = read(folder / "contacts" / "national.toml", ContactFile, "contacts", problems)
    national = contacts.contacts if contacts else ()
    codes = read(folder / "municipality_codes.toml", MunicipalityCodes, "codes", problems)
    official = set(codes.codes.split()) if codes else set()
    places = _municipalities(municipalities or folder / "municipalities", official, problems)
    directories = {code: Directory.of(national, place) for code, place in places.items()}
    for path, block in blocks:
        _check_block(path, block, known, problems)
        _check_block_contacts(path, block, directories.values(), problems)
    for flag in flags.flags if flags else ():
        for when in flag.when:
            check_trigger(folder / "flags.toml", flag.id, when, known, problems)
    for directory in directories.values():
        _check_directory(directory, problems)
    for contact in national:
        for directory in list(directories.values())[:1]:
            _check_contact(contact, directory, "contacts/national.toml", problems)
    return Advice(tuple(block for _, block in blocks), flags.flags if flags else (), national, places, directories)


def _municipalities(folder: Path, official: set[str], problems: Problems) -> dict[str, Municipality]:
    found = {}
    for path in sorted(folder.glob("*.toml")):
        code = path.stem.split("-", 1)[0]
        place = read(path, Municipality, f"municipality_{code}", problems)
        if place is None:
            continue
        if place.code != code:
            problems.add(path, "code", f"is {place.code!r}, the file is named {code!r}", "give both the official code")
        if place.code not in official:
            problems.add(
                path, "code", f"{place.code!r} is not a municipality", "write the official code of four digits"
            )
        found[place.code] = place
    return found


def _check_block(path: Path, block: Block, known: Known, problems: Problems) -> None:
    for trigger in [
        *block.when,
        *(addition.when for addition in block.also),
        *([block.lead.when] if block.lead else []),
    ]:
        check_trigger(path, "when", trigger, known, problems)
    if len(_sentences(block.text.swedish)) > MOST_SENTENCES:
        problems.add(path, "text", f"has more than {MOST_SENTENCES} sentences", "move what can wait to `more`")


def check_trigger(path: Path, key: str, trigger: Trigger, known: Known, problems: Problems) -> None:
    """Note whatever the trigger names that does not exist."""
    if not (trigger.rules or trigger.answers or trigger.facts or getattr(trigger, "blocks", ())):
        problems.add(path, key, "an empty trigger fits everybody", "name a rule, an answer or a fact")
    for rule in set(trigger.rules) - known.rules:
        problems.add(path, key, f"{rule!r} is not a rule", "name a rule of questionnaire/rules.toml")
    for question, options in trigger.answers.items():
        for option in set(options) - known.options_of(question):
            problems.add(path, key, f"no question {question!r} has the option {option!r}", "mend the id")
    if sum(fact.startswith("level_") for fact in trigger.facts) > 1:
        problems.add(path, key, "asks for two levels at once, which nobody has", "write two triggers")
    for fact in set(trigger.facts) - set(FACTS):
        problems.add(path, key, f"{fact!r} is not a known fact", f"one of {', '.join(FACTS)}")


def _check_block_contacts(path: Path, block: Block, directories: Iterable[Directory], problems: Problems) -> None:
    for directory in directories:
        for contact in block.contacts:
            if contact not in directory.by_id:
                code = directory.municipality.code
                problems.add(
                    path, "contacts", f"{contact!r} is unknown in municipality {code}", "add it, or mend the id"
                )


def _check_directory(directory: Directory, problems: Problems) -> None:
    file = f"municipalities/{directory.municipality.code}"
    centre = directory.by_id.get(directory.municipality.contact_centre)
    if centre is None or not centre.phone:
        mend = "every page shows its number: name one that has"
        problems.add(file, "contact_centre", "is not a contact with a phone", mend)
    for contact in directory.municipality.contacts:
        _check_contact(contact, directory, file, problems)


def _check_contact(contact: Contact, directory: Directory, file: str, problems: Problems) -> None:
    if not (contact.phone or contact.url or contact.where or contact.via or contact.email):
        problems.add(file, contact.id, "has no way to reach it", "give phone, url, where or via")
    if contact.via and (contact.via not in directory.by_id or not directory.by_id[contact.via].phone):
        problems.add(file, f"{contact.id}.via", f"{contact.via!r} has no number", "name a contact with a phone")


MOST_SENTENCES = 3


def _sentences(words: str) -> list[str]:
    """Rough, but enough to hold a text to three sentences: what ends in . ! ? before a capital or the end."""
    return [part for part in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", words.strip()) if part]
