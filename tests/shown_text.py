"""The words of a page, as they are shown or read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

UNSHOWN = {"script", "style", "template", "head"}


def words(element: Element | None) -> str:
    """The words inside an element with single spaces."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def visible(tree: Element) -> Iterator[tuple[Element, str]]:
    """Every piece of text that is shown or read aloud, with the element it stands directly in."""
    if tree.tag in UNSHOWN or not isinstance(tree.tag, str):
        return
    if tree.text and tree.text.strip():
        yield tree, tree.text
    for child in tree:
        yield from visible(child)
        if child.tail and child.tail.strip():
            yield tree, child.tail


def running(tree: Element) -> Iterator[str]:
    """What is shown, with a space around every element; none around a name that a browser leaves in Swedish."""
    if tree.tag in UNSHOWN or not isinstance(tree.tag, str):
        return
    apart = "" if tree.tag == "span" and tree.get("translate") == "no" else " "
    yield apart
    yield tree.text or ""
    for child in tree:
        yield from running(child)
        yield child.tail or ""
    yield apart
