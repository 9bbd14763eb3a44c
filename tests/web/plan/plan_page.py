"""The result page as a test reads it."""

from __future__ import annotations

from copy import deepcopy
from xml.etree.ElementTree import Element

from report.library import Library
from tests.visitor import Visitor


def screen_of(visitor: Visitor) -> Element:
    """The main part of the result that is open as it is seen: without what only the browser's own printing shows."""
    main = deepcopy(next(visitor.page.tree.iter("main")))
    for parent in list(main.iter()):
        for child in [one for one in parent if "print-only" in (one.get("class") or "")]:
            parent.remove(child)
    return main


def seen_numbers(visitor: Visitor) -> list[str]:
    """The numbers that can be called on the result while everything that opens is closed."""
    main = screen_of(visitor)
    for fold in list(main.iter("details")):
        for one in [one for one in fold if one.tag != "summary" and "open" not in fold.attrib]:
            fold.remove(one)
    return [href for link in main.iter("a") if (href := link.get("href") or "").startswith("tel:")]


def said(element: Element) -> str:
    """Its words with single spaces."""
    return " ".join("".join(element.itertext()).split())


def titles(visitor: Visitor) -> dict[str, str]:
    """Block → its title."""
    library: Library = visitor.client.application.extensions["itid_library"]
    return {block.id: block.title.swedish for block in library.advice.blocks}


def with_days(visitor: Visitor, **days: dict[str, str]) -> None:
    """Type these days on the letters' own pages."""
    for letter, fields in days.items():
        form = visitor.open(f"/sv/brev/{letter}").form(next(iter(fields)))
        visitor.press_with(form, fields)


def order(page: str, *words: str) -> list[str]:
    """The words in the order they stand on the page; each must be there."""
    missing = [word for word in words if word not in page]
    assert not missing, missing
    return sorted(words, key=page.index)
