"""What must hold for every page, whichever it is: the Visitor asks it of each page that any test opens."""

from __future__ import annotations

import gettext
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
import wtforms

from tests.shown_text import visible, words

SAME_ORIGIN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": SAME_ORIGIN_POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
FLASK_WTF = (
    "The CSRF token is missing.",
    "The CSRF session token is missing.",
    "The CSRF token has expired.",
    "The CSRF token is invalid.",
    "The CSRF tokens do not match.",
)
TYPED_IN = {"input", "select", "textarea"}
NEEDS_NO_LABEL = {"hidden", "submit", "button", "image", "reset"}
REFERS = ("for", "aria-describedby", "aria-labelledby", "aria-controls")
LINKS_OUT = ("https", "tel", "mailto")
DIGIT = re.compile(r"\d")
PROTECTED = Path(__file__).resolve().parents[1] / "translations" / "sv" / "protected.txt"
IN_A_ROW = {"button", "row-line", "chip"}
"""Classes of elements whose children are laid beside each other, each as a thing of its own."""
NOT_MARKED = ("option", "textarea", "text")
"""Elements that take no mark-up: a browser's own list, what is typed, and the words of a drawing."""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")


def parsed(html: str) -> tuple[Element, list[str]]:
    """The tree of a page, and what the HTML standard calls a parse error."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = parser.parse(html)
    return tree, [f"line {place[0]}: {code} {about}" for place, code, about in parser.errors]


def headers_at_fault(headers: dict[str, str]) -> Iterator[str]:
    """The headers that every page carries."""
    for name, wanted in HEADERS.items():
        if headers.get(name) != wanted:
            yield f"header {name}: {headers.get(name)!r}"
    if "max-age" not in headers.get("Strict-Transport-Security", ""):
        yield "header Strict-Transport-Security is missing"


def faults_of(tree: Element, code: str, direction: str) -> Iterator[str]:
    """Everything wrong with the page of this language."""
    parents = {child: parent for parent in tree.iter() for child in parent}
    if (tree.get("lang"), tree.get("dir")) != (code, direction):
        yield f"html has lang {tree.get('lang')!r} and dir {tree.get('dir')!r}"
    headings = [element for element in tree.iter("h1")]
    if len(headings) != 1 or not words(headings[0]):
        yield f"{len(headings)} h1: {[words(one) for one in headings]}"
    if not words(tree.find("head/title")):
        yield "no title"
    yield from _ids(tree)
    yield from _labels(tree, parents)
    yield from _forms(tree)
    yield from _addresses(tree)
    yield from _inline(tree)
    yield from _messages(tree)
    yield from _headings(tree)
    yield from _translated_away(tree, parents)
    if direction == "rtl":
        yield from _digits(tree, parents)


def _ids(tree: Element) -> Iterator[str]:
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id") is not None)
    yield from (f"id {name!r} stands {times} times" for name, times in ids.items() if times > 1)
    for element in tree.iter():
        for attribute in REFERS:
            if element.get(attribute) is not None and not (element.get(attribute) or "").split():
                yield f"{element.tag} has an empty {attribute}"
            for name in (element.get(attribute) or "").split():
                if name not in ids:
                    yield f"{element.tag} {attribute} names {name!r}, which is not on the page"
        inside = element.get("href", "")
        if element.tag == "a" and inside.startswith("#") and inside[1:] not in ids:
            yield f"a link leads to {inside!r}, which is not on the page"


def _labels(tree: Element, parents: dict[Element, Element]) -> Iterator[str]:
    labelled = {element.get("for"): words(element) for element in tree.iter("label")}
    for element in tree.iter():
        if element.tag == "button" and not (words(element) or element.get("aria-label")):
            yield "a button without words"
        if element.tag not in TYPED_IN or element.get("type") in NEEDS_NO_LABEL:
            continue
        own = labelled.get(element.get("id")) or element.get("aria-label") or element.get("aria-labelledby")
        if not own and not words(_around(element, "label", parents)):
            yield f"{element.tag} {element.get('name')!r} has no label"
    yield from ("an image without alt" for image in tree.iter("img") if image.get("alt") is None)


def _around(element: Element, tag: str, parents: dict[Element, Element]) -> Element | None:
    above = parents.get(element)
    while above is not None and above.tag != tag:
        above = parents.get(above)
    return above


def _forms(tree: Element) -> Iterator[str]:
    for form in tree.iter("form"):
        names = {field.get("name") for field in form.iter("input")}
        if form.get("method", "get").lower() == "post" and "csrf_token" not in names:
            yield f"the form to {form.get('action')!r} has no token"
        if form.get("method", "get").lower() == "get" and "csrf_token" in names:
            yield f"the form to {form.get('action')!r} would put its token into an address"


def _addresses(tree: Element) -> Iterator[str]:
    for element in tree.iter():
        for attribute in ("src", "href", "action", "formaction", "data", "poster", "srcset"):
            address = element.get(attribute)
            if address is None:
                continue
            parts = urlsplit(address)
            foreign = bool(parts.scheme or parts.netloc)
            if foreign and not (element.tag == "a" and parts.scheme in LINKS_OUT):
                yield f"{element.tag} {attribute} is a foreign address: {address}"


def _inline(tree: Element) -> Iterator[str]:
    for element in tree.iter():
        if element.tag == "style" or (element.tag == "script" and (words(element) or not element.get("src"))):
            yield f"{element.tag} inside the page"
        for name in element.attrib:
            if name == "style" or name.startswith("on"):
                yield f"{element.tag} has the attribute {name!r}"


def _messages(tree: Element) -> Iterator[str]:
    shown = " ".join(text for _, text in visible(tree.find("body")))
    yield from (f"a library's own message is shown: {message!r}" for message in library_messages() if message in shown)


@cache
def library_messages() -> tuple[str, ...]:
    """What WTForms and Flask-WTF say in English when they are not given other words."""
    folder = Path(wtforms.__file__).parent / "locale" / "sv" / "LC_MESSAGES"
    with (folder / "wtforms.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    messages: list[str] = []
    for key in catalogue._catalog:  # type: ignore[attr-defined]
        messages += [part.strip() for part in PLACEHOLDER.split(key[0] if isinstance(key, tuple) else key)]
    return (*FLASK_WTF, *(message for message in messages if len(message.split()) > 1))


def _headings(tree: Element) -> Iterator[str]:
    """A heading never skips a step down, so that a screen reader's list of them is a table of contents."""
    before = 0
    for element in tree.iter():
        if isinstance(element.tag, str) and re.fullmatch("h[1-6]", element.tag):
            level = int(element.tag[1])
            if level > before + 1 and before:
                yield f"{element.tag} {words(element)!r} comes after an h{before}"
            before = level


def _translated_away(tree: Element, parents: dict[Element, Element]) -> Iterator[str]:
    """What stands on the letter in the hand is left alone by a browser that translates the page."""
    for element, text in visible(tree.find("body")):
        found = protected_word().search(text.replace("\u00ad", ""))
        if found and element.tag not in NOT_MARKED and not _left_alone(element, parents):
            yield f"{found[0]!r} may be translated away in {element.tag}: {text.strip()[:80]!r}"
    for span in tree.iter("span"):
        around = parents.get(span)
        if around is not None and _is_marked(span) and (around.tag == "button" or _classes(around) & IN_A_ROW):
            yield f"{words(around)!r} falls apart: what is laid in a row has its words in one element"


def _is_marked(span: Element) -> bool:
    return (span.get("lang"), span.get("translate")) == ("sv", "no")


def _classes(element: Element) -> set[str]:
    return set((element.get("class") or "").split())


def _left_alone(element: Element, parents: dict[Element, Element]) -> bool:
    above: Element | None = element
    while above is not None and above.tag != "html":
        if above.get("translate") == "no":
            return True
        above = parents.get(above)
    return False


@cache
def protected_word() -> re.Pattern[str]:
    """A name as it is written, or a word that begins as one of the list does."""
    lines = (line.partition("#")[0].strip() for line in PROTECTED.read_text("utf-8").splitlines())
    words_ = [rf"{line}s?\b" if line[0].isupper() else rf"(?i:{line})\w*" for line in lines if line]
    return re.compile(rf"\b(?:{'|'.join(words_)})")


def _digits(tree: Element, parents: dict[Element, Element]) -> Iterator[str]:
    """Every group of digits reads from left to right; alone in an option it cannot be read in another way."""
    for element, text in visible(tree.find("body")):
        if not DIGIT.search(text) or (element.tag == "option" and text.strip().isdigit()):
            continue
        above: Element | None = element
        while above is not None and above.get("dir") is None:
            above = parents.get(above)
        if above is None or above.get("dir") != "ltr":
            yield f"digits that may be turned around: {text.strip()!r} in {element.tag}"
