"""No page is more words than a tired reader can take: what is seen before anything is unfolded."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest

from tests.visitor import Visitor

UNREAD = {"script", "style", "svg", "template"}
UNSEEN = {"unseen", "print-only"}
MOST = {
    "": 90,
    "kontakter": 400,
    "myndigheter/": 180,
    "rensa": 90,
    "traffa-oss": 90,
    "kiosk": 90,
}
"""Words of each page at most. A plan and a letter are counted with the tests of their own."""


def seen(element: Element) -> list[str]:
    """The words of an element that are shown: of a folded row its summary, nothing for screen readers only."""
    folded = element.tag == "details" and element.get("open") is None
    parts = [element.text or ""] if not folded else []
    for child in element:
        if child.tag not in UNREAD and not UNSEEN & set((child.get("class") or "").split()):
            parts += seen(child) if not folded or child.tag == "summary" else []
        parts.append("" if folded else child.tail or "")
    return [word for part in parts for word in part.split() if re.search(r"\w", word)]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("place", MOST)
def test_a_page_is_few_words(visitor: Visitor, place: str) -> None:
    main = visitor.open(f"/sv/{place}").tree.find(".//main")
    assert main is not None
    words = seen(main)
    assert 0 < len(words) <= MOST[place], f"{len(words)}: {' '.join(words)}"


def test_what_is_folded_is_not_counted_but_its_summary_is() -> None:
    """Counted at all: a page that hides everything would say too little, and one that folds nothing too much."""
    tree = Element("main")
    tree.text = "Ring i dag."
    row = Element("details")
    summary, inside = Element("summary"), Element("p")
    summary.text, inside.text, row.tail = "Mer att läsa", "Fyra ord till här", "efter"
    row.extend([summary, inside])
    tree.append(row)
    assert seen(tree) == ["Ring", "i", "dag.", "Mer", "att", "läsa", "efter"]
    row.set("open", "")
    assert len(seen(tree)) == 11
