"""A letter page is so few words that a tired reader gets through it: the rest is folded, and nothing is lost."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest

from calculator.letter_days import PRINTED_ONLY, WITH_A_CLOCK
from report.library import Library
from tests.conftest import Visit
from tests.visitor import Visitor
from tests.web.letters.test_letter_door import KINDS, READ_FIRST, tell
from tests.web.reading.test_words_a_page import UNREAD, UNSEEN

MOST = {"sv": 180, "en": 200}
"""Words of the reader's own language. The Swedish to say on the phone, which stands below it, is not counted."""
ORDER = ("is-not", "by-when", "do", "call", "write")
INSIDE = ("span", "b", "strong", "bdi", "a", "q")
"""Elements that stand inside a word's sentence: no space comes with them."""


def words_seen(element: Element, language: str) -> list[str]:
    """The words that are shown in that language: of a folded row its summary, nothing for screen readers only."""
    return [word for word in "".join(_parts_seen(element, language)).split() if re.search(r"\w", word)]


def _parts_seen(element: Element, language: str) -> list[str]:
    folded = element.tag == "details" and element.get("open") is None
    parts = [] if folded else [element.text or ""]
    for child in element:
        skipped = child.tag in UNREAD or UNSEEN & set((child.get("class") or "").split())
        other = child.get("lang") not in (None, language) and (child.tag, child.get("translate")) != ("span", "no")
        if not (skipped or other or (folded and child.tag != "summary")):
            parts += _parts_seen(child, language) if child.tag in INSIDE else [" ", *_parts_seen(child, language), " "]
        parts.append("" if folded else child.tail or "")
    return parts


def main_of(visitor: Visitor) -> Element:
    main = visitor.page.tree.find(".//main")
    assert main is not None
    return main


@pytest.mark.parametrize("code", MOST)
@pytest.mark.parametrize("letter", KINDS)
def test_a_letter_page_is_few_words(visit: Visit, letter: str, code: str) -> None:
    visitor = visit(code)
    visitor.open(f"/{code}/brev/{letter}")
    words = words_seen(main_of(visitor), code)
    assert 90 < len(words) <= MOST[code], f"{len(words)}: {' '.join(words)}"


@pytest.mark.parametrize("letter", sorted(WITH_A_CLOCK))
def test_it_is_no_more_with_the_day_that_was_typed(visitor: Visitor, letter: str) -> None:
    tell(visitor, letter, **{"last" if letter in PRINTED_ONLY | {"court"} else "day": "2026-11-16"})
    words = words_seen(main_of(visitor), "sv")
    assert len(words) <= MOST["sv"], f"{len(words)}: {' '.join(words)}"


@pytest.mark.parametrize("letter", KINDS)
def test_the_parts_stand_in_the_order_one_needs_them(visitor: Visitor, letter: str) -> None:
    visitor.open(f"/sv/brev/{letter}")
    found = [one.get("id") for one in main_of(visitor).iter() if one.get("id") in ORDER]
    assert found == [one for one in ORDER if one in found]
    assert {"is-not", "by-when", "do", "call"} <= set(found)


@pytest.mark.parametrize("letter", KINDS)
def test_every_line_to_do_is_seen_and_the_rest_of_it_folded(visitor: Visitor, library: Library, letter: str) -> None:
    visitor.open(f"/sv/brev/{letter}")
    seen = " ".join(words_seen(main_of(visitor), "sv"))
    known = library.door.by_id[letter]
    assert known.do and len(known.do) <= 3
    for line in known.do:
        assert line.text.swedish in seen
        if line.more:
            assert line.more.swedish in visitor.page.main and line.more.swedish not in seen


@pytest.mark.parametrize("letter", sorted(READ_FIRST))
def test_whom_it_is_another_matter_for_is_asked_above_the_day(visitor: Visitor, letter: str) -> None:
    visitor.open(f"/sv/brev/{letter}")
    order = [one.get("id") for one in main_of(visitor).iter() if one.get("id") in ("first", "by-when")]
    assert order == ["first", "by-when"]


def test_closed_letters_stand_first_with_the_envelopes_of_those_who_send_them(
    visitor: Visitor, library: Library
) -> None:
    senders = library.door.by_id["unopened"].envelopes
    assert [one.id for one in senders] == ["kronofogden", "court", "landlord", "bank", "power", "collection"]
    for page in ("brev/", "brev/unopened"):
        visitor.open(f"/sv/{page}")
        pictures = [image.get("src", "") for image in main_of(visitor).iter("img")]
        found = [one for one in pictures if "/envelope_" in one]
        assert [one.rpartition("/")[2].split(".")[0] for one in found] == [one.picture for one in senders]
    doors = [
        one.get("href", "")
        for one in visitor.open("/sv/brev/").tree.iter("a")
        if re.search("/brev/.", one.get("href", ""))
    ]
    assert doors[0].endswith("/brev/unopened")
