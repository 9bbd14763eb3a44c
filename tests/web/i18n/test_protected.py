"""A browser that translates a page leaves alone what stands on the letter in the hand, and every figure."""

from __future__ import annotations

import re
from collections import Counter, deque
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from report.library import Library
from tests.audit import NOT_MARKED, protected_word
from tests.conftest import Visit
from tests.page import Page
from tests.shown_text import UNSHOWN, words
from web.i18n.whole_page.protected import marker_of, pattern_of, protect, protected_words

LIFE = {
    "letters": ["payment_order", "eviction_claim", "collection", "power_cut"],
    "answered": "no", "claim_right": "wrong", "unpaid_now": ["rent", "state"], "money_lasts": "no_food",
    "happened": ["close_borrowed"], "gambling": "affects",
}  # fmt: skip
NO_PAGES = ("/lamna", ".pdf", ".json", ".xlsx", ".ics", "min-manad.html")
WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r"\d")
MARK = marker_of(pattern_of(["Kronofogden", "Skuld att betala", "e-faktura", "utmätning", "löneutmätning", "god man"]))
LEFT = '<span lang="sv" dir="ltr" translate="no">'


def translated(element: Element) -> str:
    """What somebody reads whose browser has translated the page: every word is another, but where it may not be."""
    if element.get("translate") == "no" and element.tag != "html":
        return words(element)
    if not isinstance(element.tag, str) or element.tag in (*UNSHOWN, *NOT_MARKED):
        return ""
    parts = [WORD.sub("ord", element.text or "")]
    for child in element:
        parts += [translated(child), WORD.sub("ord", child.tail or "")]
    return " ".join(parts)


def as_it_was(element: Element) -> str:
    """What stands in the same places before."""
    if not isinstance(element.tag, str) or element.tag in (*UNSHOWN, *NOT_MARKED):
        return ""
    return " ".join([element.text or "", *(f"{as_it_was(child)} {child.tail or ''}" for child in element)])


def terms(text: str) -> Counter[str]:
    """Every word of the list that can be read, and how often."""
    return Counter(found[0] for found in protected_word().finditer(" ".join(text.split())))


def walked(visit: Visit, code: str) -> dict[str, Page]:
    """Every page that links lead to, as somebody with many troubles sees it."""
    visitor = visit(code)
    visitor.answer(**LIFE)  # type: ignore[arg-type]
    pages: dict[str, Page] = {}
    waiting = deque([f"/{code}/resultat", f"/{code}/", f"/{code}/spara"])
    while waiting:
        address = waiting.popleft()
        if address in pages or address.partition("?")[0].endswith(NO_PAGES) or not address.startswith(f"/{code}/"):
            continue
        pages[address] = visitor.open(address)  # audits: no such word stands outside a marked span
        waiting.extend(pages[address].links())
    return pages


@pytest.mark.sampled(2)
@pytest.mark.parametrize("code", ["sv", "en"])
def test_a_translated_page_still_has_every_word_of_the_letter(visit: Visit, code: str) -> None:
    seen: Counter[str] = Counter()
    pages = walked(visit, code)
    for address, page in pages.items():
        body = page.tree.find("body")
        assert body is not None
        before, after = terms(as_it_was(body)), terms(translated(body))
        assert before == after, address
        seen += before
    assert len(pages) > 60 and len(seen) > 15, seen
    assert {"Kronofogden", "Spelpaus"} <= set(seen)


@pytest.mark.parametrize("code", ["sv", "en", "xr"])
def test_amounts_and_numbers_to_call_are_left_alone(visit: Visit, code: str) -> None:
    visitor = visit(code)
    for address in (f"/{code}/kontakter", f"/{code}/brev/collection"):
        numbers = [one for one in visitor.open(address).tree.iter() if one.get("class") == "n"]
        assert numbers and all(one.get("translate") == "no" and one.get("dir") == "ltr" for one in numbers)


def test_the_swedish_half_of_what_is_said_is_left_alone(visit: Visit, library: Library) -> None:
    say = library.door.by_id["collection"].say.swedish
    halves = [one for one in visit("en").open("/en/brev/collection").tree.iter("q") if one.get("lang") == "sv"]
    assert [words(one) for one in halves if one.get("translate") == "no"] == [say]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Ring Kronofogden.</p>", f"<p>Ring {LEFT}Kronofogden</span>.</p>"),
        ("<p>Kronofogdens brev, kronofogden.se</p>", f"<p>{LEFT}Kronofogdens</span> brev, kronofogden.se</p>"),
        ("<b>Utmätningen</b>, löneutmätning", f"<b>{LEFT}Utmätningen</span></b>, {LEFT}löneutmätning</span>"),
        ("din gode man, god man", f"din gode man, {LEFT}god man</span>"),
        ("e-fakturor e-faktura", f"e-fakturor {LEFT}e-faktura</span>"),
        ("Skuld att betala. En skuld att betala.", f"{LEFT}Skuld att betala</span>. En skuld att betala."),
        ('<a title="Kronofogden" href="/Kronofogden">x</a>', '<a title="Kronofogden" href="/Kronofogden">x</a>'),
        ("<option>Kronofogden</option>", "<option>Kronofogden</option>"),
        ('<script type="x">Kronofogden</script>', '<script type="x">Kronofogden</script>'),
        ('<q lang="sv" translate="no">Hej Kronofogden</q>', '<q lang="sv" translate="no">Hej Kronofogden</q>'),
        ("avutmätning Kronofogdenx", "avutmätning Kronofogdenx"),
        ("Kronofogden:in (Kronofogden)", f"{LEFT}Kronofogden</span>:in ({LEFT}Kronofogden</span>)"),
        ("هيئة (Kronofogden)", f"هيئة ({LEFT}Kronofogden</span>)"),
        ('<span class="n" dir="ltr">60 kr</span>', '<span class="n" dir="ltr" translate="no">60 kr</span>'),
        ("", ""),
    ],
)
def test_only_running_words_are_marked(html: str, shown: str) -> None:
    assert protect(html, MARK) == shown
    assert protect(shown, MARK) == shown, "what is marked once is not marked again"


@pytest.mark.parametrize("line", ["två, ord", "ord1", "<b>", "ord  ord"])
def test_a_line_that_is_no_word_is_told_at_start(line: str) -> None:
    with pytest.raises(ValueError, match="is no word"):
        protected_words(f"# a list\nord\n{line}\n")


def test_the_municipality_s_own_names_are_left_alone(app: Flask, library: Library) -> None:
    place = library.advice.directories["0127"].municipality
    assert {place.name, *(one.name.swedish for one in place.contacts)} <= set(app.extensions["itid_protected"])


def test_everybody_with_a_page_of_their_own_has_a_name_that_stays(app: Flask, library: Library) -> None:
    """Only the number for emergencies may be translated: who is in danger has to understand it."""
    pattern = pattern_of(app.extensions["itid_protected"])
    own = [one for one in library.advice.directories["0127"].by_id.values() if one.url and one.id != "emergency"]
    assert len(own) > 20 and not [one.name.swedish for one in own if not pattern.search(one.name.swedish)]


def test_words_that_were_read_are_not_written_over(visit: Visit) -> None:
    said = {code: visit(code).open(f"/{code}/om").tree.get("translate") for code in ("sv", "en", "xx", "xr")}
    assert said == {"sv": None, "en": None, "xx": "no", "xr": "no"}
