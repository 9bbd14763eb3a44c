"""What is wrong with one translated message in any language: what is put in, numbers, mark-up, left-over Swedish."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from translations.catalogues import Entry

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%")
PERCENT = re.compile(r"%(?!\(\w+\)[a-z]|%)")
NUMBER = re.compile(r"\d+")
GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f,](?=\d{3}(?!\d))")
URL = re.compile(r"(?:https?://)?(?:[\w-]+\.)+(?:se|com|org|nu|eu|gov|int)\b(?:/[\w./-]*)?", re.IGNORECASE)
MARK_UP = re.compile(r"</?[a-zA-Z][^>]*>|&(?:[a-zA-Z]+|#\d+);|\*\*|\]\(|^#+ |__\w")
WORD = re.compile(r"[^\W\d_]+")
IN_BRACKETS = re.compile(r"\([^)]*\)|”[^”]*”|“[^”]*”|«[^»]*»|\"[^\"]*\"")
LEFT_OVER = frozenset(
    "och är inte att det som för med på har kan ska du dig din ditt dina jag mig vi en ett av om från till när eller"
    " men så hur vad vem var där här nu också bara alla någon något några mycket mer måste vill får blir blev hos"
    " utan under över efter innan mellan inom samma varje sedan redan aldrig alltid pengar hjälp brev betala".split()
)
"""Common Swedish words. Those that are words of another language too are told in `SAME`."""
SAME: dict[str, frozenset[str]] = {
    "en": frozenset("under var men so en hem du om".split()),
    "fi": frozenset("en on se ja no".split()),
}
SWEDISH_WORDS = 3
"""So many common Swedish words in one translation are no name any more."""
BUTTON, LONGER, ROOM = 24, 1.6, 16
"""What is shorter than so many letters may be a button: it may be so many times as long, and so many letters more."""
NO_BUTTONS = ("templates/paper/", "templates/reading/", "templates/sums/", "web/sums/", "web/paper/")
HOURS = Counter(["24", "48"])
"""Hours that the Swedish says as *dygn*."""
PLURALS = {"num", "number", "count"}


def broken(entry: Entry, forms: int) -> Iterator[str]:
    """What makes a page fail or say something else than the Swedish. `forms` is how many plural forms there are."""
    if len(entry.swedish) > 1 and entry.said and len(entry.said) != forms:
        yield f"{entry.name} has {len(entry.said)} plural forms, the language has {forms}"
    for number, (swedish, said) in enumerate(entry.pairs()):
        yield from (f"{entry.name} {fault}" for fault in _put_in(swedish, said, many=len(entry.said) > 1, first=number))
        found = MARK_UP.search(said)
        if found and not MARK_UP.search(swedish):
            yield f"{entry.name} has mark-up, {found[0]!r}: words only"


def doubtful(entry: Entry, code: str, names: Iterable[str] = ()) -> Iterator[str]:
    """What a reader would stumble over: numbers, addresses, left-over Swedish, and words too long for a button.

    `names` are those of authorities and letters, which stay Swedish.
    """
    for swedish, said in entry.pairs():
        yield from (f"{entry.name} {fault}" for fault in _numbers(swedish, said, many=len(entry.said) > 1))
        left = _swedish_in(swedish, said, code, tuple(names))
        if len(left) >= SWEDISH_WORDS:
            yield f"{entry.name} is Swedish still: {', '.join(left[:6])}"
    if _may_be_a_button(entry) and len(entry.said[0]) > _longest(entry.swedish[0]):
        longest = _longest(entry.swedish[0])
        yield f"{entry.name} may be a button: {len(entry.said[0])} letters, {longest} fit. Say it shorter"


def _put_in(swedish: str, said: str, *, many: bool, first: int) -> Iterator[str]:
    wanted, given = Counter(PLACEHOLDER.findall(swedish)), Counter(PLACEHOLDER.findall(said))
    strange, lost = set(given) - set(wanted), set(wanted) - set(given)
    if many:  # "one day" may be said without the number, in each language its own way
        lost = {one for one in lost if one[2 : one.find(")")] not in PLURALS}
    if strange:
        yield f"has {', '.join(sorted(strange))}, which the Swedish has not: the page cannot be made"
    if lost:
        yield f"lacks {', '.join(sorted(lost))}: what stands there is not said"
    if PERCENT.search(said) and wanted:
        yield "has a bare % beside something that is put in: write the word for percent"


def _numbers(swedish: str, said: str, *, many: bool) -> Iterator[str]:
    addresses = [set(URL.findall(text.casefold())) for text in (swedish, said)]
    if addresses[0] != addresses[1]:
        different = sorted(addresses[0] ^ addresses[1])
        yield f"has not the same addresses as the Swedish: {', '.join(different)}"
    if any(sign.isdecimal() and not sign.isascii() for sign in said):
        yield "has other digits than 0–9: bills and telephones have those"
    numbers = [Counter(NUMBER.findall(GROUPED.sub("", PLACEHOLDER.sub("", text)))) for text in (swedish, said)]
    different = sorted(set(numbers[0] - numbers[1]) | set(numbers[1] - numbers[0] - HOURS))
    if different and not many:
        yield f"has not the same numbers as the Swedish: {', '.join(different)}"


def _swedish_in(swedish: str, said: str, code: str, names: tuple[str, ...]) -> list[str]:
    """Common Swedish words outside names, brackets and quotation marks, where the Swedish may stand."""
    outside = IN_BRACKETS.sub(" ", said)
    for name in names:
        outside = re.sub(re.escape(name), " ", outside, flags=re.IGNORECASE)
    words = [word.casefold() for word in WORD.findall(outside)]
    known = LEFT_OVER - SAME.get(code, frozenset())
    return [word for word in words if word in known and word in swedish.casefold()]


def _may_be_a_button(entry: Entry) -> bool:
    """Short words of a page that end without a sign, where buttons and menus are."""
    swedish = entry.swedish[0]
    there = [place for place in entry.places if not place.startswith(NO_BUTTONS)]
    return (
        bool(entry.whole and there and len(entry.swedish) == 1) and len(swedish) < BUTTON and swedish[-1] not in ".:?!"
    )


def _longest(swedish: str) -> int:
    return round(len(swedish) * LONGER) + ROOM
