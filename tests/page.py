"""A page as a reader meets it: its words, its links and its forms, read from the HTML that was sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urldefrag, urlsplit
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from tests.audit import faults_of, parsed
from tests.shown_text import running, words

TOKEN = re.compile(r'((?:name="csrf_token"[^>]*value|data-token)=")([^"]*)"')


@lru_cache(maxsize=4096)
def _parsed(html: str) -> tuple[Element, list[str]]:
    return parsed(html)


@lru_cache(maxsize=4096)
def page_faults(html: str, code: str, direction: str) -> tuple[str, ...]:
    tree, errors = _parsed(html)
    return (*errors, *faults_of(tree, code, direction))


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it stands on a page: where it leads, and what would be sent if nothing were changed."""

    address: str
    method: str
    element: Element
    token: str

    def sent(self) -> dict[str, list[str]]:
        """Name → values, as a browser would send them without a button."""
        values: dict[str, list[str]] = {}
        for field in self.element.iter():
            name = field.get("name")
            if name and field.tag in ("input", "select", "textarea"):
                values.setdefault(name, []).extend(_value(field, self.token))
        return {name: value for name, value in values.items() if value}

    def names(self) -> set[str]:
        """The names of all fields and buttons."""
        return {name for field in self.element.iter() if (name := field.get("name"))}

    def options(self, name: str) -> list[str]:
        """The values that a field offers, in order."""
        fields = [field for field in self.element.iter() if field.get("name") == name]
        shown = [option for field in fields for option in (field.iter("option") if field.tag == "select" else [field])]
        return [option.get("value", "") for option in shown]


def _value(field: Element, token: str) -> list[str]:
    if field.tag == "select":
        options = list(field.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None] or options[:1]
        return [option.get("value", words(option)) for option in chosen]
    if field.get("type") in ("radio", "checkbox"):
        return [field.get("value", "on")] if field.get("checked") is not None else []
    if field.get("type") in ("submit", "button"):
        return []
    return [token] if field.get("name") == "csrf_token" else [field.get("value", "")]


class Page:
    """One answer of the app that is a page."""

    def __init__(self, response: TestResponse) -> None:
        self.response = response
        self.status = response.status_code
        self.address = response.request.path
        # Where words may be parted is no part of what they say.
        self.html = response.get_data(as_text=True).replace("\u00ad", "")
        token = TOKEN.search(self.html)
        self.token = token[2] if token else ""
        # The same page with another token is the same page: it need not be read and audited anew.
        self.plain = TOKEN.sub(r'\1TOKEN"', self.html)
        self.tree = _parsed(self.plain)[0]

    @property
    def text(self) -> str:
        """Everything that is shown, with single spaces."""
        return " ".join("".join(running(self.tree.find("body"))).split())

    @property
    def main(self) -> str:
        """What is shown in the main part, with single spaces."""
        return " ".join("".join(self.tree.find(".//main").itertext()).split())

    @property
    def title(self) -> str:
        return words(self.tree.find("head/title"))

    @property
    def h1(self) -> str:
        return words(next(self.tree.iter("h1")))

    def links(self) -> list[str]:
        """Every address that a link on the page leads to, inside the app."""
        found = (urldefrag(link.get("href", ""))[0] for link in self.tree.iter("a"))
        return [address for address in dict.fromkeys(found) if address.startswith("/")]

    def link(self, ending: str) -> str:
        """The one address on the page that ends like this, a query aside."""
        found = {address for address in self.links() if urlsplit(address).path.endswith(ending)}
        assert len(found) == 1, f"{len(found)} links to {ending} on {self.address}: {found}"
        return found.pop()

    def forms(self) -> list[Form]:
        """Every form, the one for clearing too."""
        return [
            Form(
                form.get("action") or self.response.request.full_path.rstrip("?"),
                form.get("method", "get").lower(),
                form,
                self.token,
            )
            for form in self.tree.iter("form")
        ]

    def form(self, field: str) -> Form:
        """The first form that has a field or a button of this name."""
        for form in self.forms():
            if field in form.names():
                return form
        raise AssertionError(f"no form with {field!r} on {self.address}")

    def marked(self, name: str) -> list[str]:
        """The values of the buttons of this name that are marked as chosen before."""
        buttons = (one for one in self.tree.iter("button") if one.get("name") == name)
        return [one.get("value", "") for one in buttons if one.get("aria-pressed") == "true"]

    def has(self, field: str) -> bool:
        """Whether a form has a field or a button of this name."""
        return any(field in form.names() for form in self.forms())
