"""Reads advice, contacts and municipalities, and checks them against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from advice.choose import FACTS
from advice.contacts import Directory
from advice.model import Block, Flag, FlagFile, Order, Trigger
from advice.place import Contact, ContactFile, Event, LanguageCodes, Municipality, MunicipalityCodes
from content.files import read, read_folder
from content.problems import Problems

FOLDER = Path(__file__).parent
LETTERS = "letters"
REOPENING = "decided_debt_reopening"
"""The clock of a decided debt that is no letter of its own: a month to have it tried again."""
MOST_WORDS = 45
"""Of a step's own sentences: more is not read."""


@dataclass(frozen=True, slots=True)
class Advice:
    """The blocks and the order they stand in, the flags, the contacts, and the municipalities by code."""

    blocks: tuple[Block, ...]
    order: Order
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
    order = read(folder / "order.toml", Order, "order", problems) or Order(urgent=(), calm=())
    _check_order(order, [block for _, block in blocks], known, problems)
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
    languages = read(folder / "language_codes.toml", LanguageCodes, "languages", problems)
    _check_spoken(national, places.values(), set(languages.codes.split()) if languages else set(), problems)
    every = tuple(block for _, block in blocks)
    return Advice(every, order, flags.flags if flags else (), national, places, directories)


def _check_order(order: Order, blocks: Iterable[Block], known: Known, problems: Problems) -> None:
    """Every block has a place among those that are not urgent, or among the urgent ones, or both; none stands twice."""
    ids = {block.id for block in blocks}
    urgent = [one for part in order.urgent for one in part.blocks]
    named = {one.partition(":")[0] for one in order.calm}
    for missing in sorted(ids - set(urgent) - named):
        problems.add("advice/order.toml", missing, "has no place", "write it where it belongs")
    for one in sorted((set(urgent) | named) - ids):
        problems.add("advice/order.toml", one, "is not a block", "mend the id")
    for rule in {rule for _, colon, rule in (one.partition(":") for one in order.calm) if colon} - known.rules:
        problems.add("advice/order.toml", "calm", f"{rule!r} is not a rule", "name a rule of questionnaire/rules.toml")
    for every in (urgent, list(order.calm)):
        for one in sorted({one for one in every if every.count(one) > 1}):
            problems.add("advice/order.toml", one, "stands twice", "take one away")


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
        *(addition.when for addition in block.also if addition.when),
        *(variant.when for variant in block.variants),
        *([block.instead_unless] if block.instead_unless else []),
    ]:
        check_trigger(path, "when", trigger, known, problems)
    for said in (block, *block.variants):
        of_letters = {*(said.letters or ()), *(said.clock or ()), *(said.own_letter_forms or ())}
        for letter in of_letters - {REOPENING}:
            if letter not in known.options_of(LETTERS):
                problems.add(path, "letters", f"{letter!r} is not an option of {LETTERS!r}", "mend the id")
        if said.text is not None and len(said.text.swedish.split()) > MOST_WORDS:
            problems.add(path, "text", f"has more than {MOST_WORDS} words", "move what can wait to `more`")


def check_trigger(path: Path, key: str, trigger: Trigger, known: Known, problems: Problems) -> None:
    """Note whatever the trigger names that does not exist."""
    if not (trigger.rules or trigger.and_rules or trigger.answers or trigger.facts or getattr(trigger, "blocks", ())):
        problems.add(path, key, "an empty trigger fits everybody", "name a rule, an answer or a fact")
    for rule in {*trigger.rules, *trigger.and_rules} - known.rules:
        problems.add(path, key, f"{rule!r} is not a rule", "name a rule of questionnaire/rules.toml")
    for question, options in (*trigger.answers.items(), *trigger.unless.items()):
        for option in set(options) - known.options_of(question):
            problems.add(path, key, f"no question {question!r} has the option {option!r}", "mend the id")
    if sum(fact.startswith("level_") for fact in trigger.facts) > 1:
        problems.add(path, key, "asks for two levels at once, which nobody has", "write two triggers")
    for fact in set(trigger.facts) - set(FACTS):
        problems.add(path, key, f"{fact!r} is not a known fact", f"one of {', '.join(FACTS)}")


def _check_block_contacts(path: Path, block: Block, directories: Iterable[Directory], problems: Problems) -> None:
    named = {contact for said in (block, *block.variants) for contact in said.contacts or ()}
    for directory in directories:
        for contact in sorted(named):
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
    if directory.municipality.feedback not in (None, *directory.by_id):
        problems.add(file, "feedback", f"{directory.municipality.feedback!r} is not a contact", "mend the id")
    for contact in directory.municipality.contacts:
        _check_contact(contact, directory, file, problems)


def _check_spoken(
    national: Iterable[Contact], places: Iterable[Municipality], known: set[str], problems: Problems
) -> None:
    """Every code is one that a page could have; a code that is not would never be found by who reads that language."""
    files: list[tuple[str, Iterable[Contact | Event]]] = [("contacts/national.toml", national)]
    files += [(f"municipalities/{place.code}", (*place.contacts, *place.events)) for place in places]
    for file, spoken in files:
        for one in spoken:
            for code in one.speaks:
                if code not in known:
                    mend = "a code of advice/language_codes.toml, such as so, ar or kmr"
                    problems.add(file, f"{one.id}.speaks", f"{code!r} is no known language", mend)


def _check_contact(contact: Contact, directory: Directory, file: str, problems: Problems) -> None:
    if not (contact.phone or contact.url or contact.where or contact.via or contact.email):
        problems.add(file, contact.id, "has no way to reach it", "give phone, url, where or via")
    if contact.via and (contact.via not in directory.by_id or not directory.by_id[contact.via].phone):
        problems.add(file, f"{contact.id}.via", f"{contact.via!r} has no number", "name a contact with a phone")
