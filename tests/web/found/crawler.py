"""A small search engine that keeps the rules: robots.txt, `X-Robots-Tag`, `<meta name="robots">` and canonical."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser
from xml.etree.ElementTree import Element, fromstring

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.audit import parsed
from tests.shown_text import words

NAME = "kind-crawler"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
FOLLOWED = ("canonical", "alternate")
REFUSED = re.compile(r"(?<![a-z])(noindex|none)(?![a-z])")


@dataclass
class Kept:
    """A page in the index, under the address that it calls its own."""

    title: str
    description: str
    language: str
    others: dict[str, str]
    words: str


@dataclass
class Crawler:
    """Starts at the sitemap and the start page, and follows every link of this host that it may follow."""

    client: FlaskClient
    site: str
    kept: dict[str, Kept] = field(default_factory=dict)
    visited: set[str] = field(default_factory=set)
    listed: dict[str, dict[str, str]] = field(default_factory=dict)
    """The sitemap's addresses, each with its address in the other languages."""

    def run(self) -> Crawler:
        rules = RobotFileParser()
        rules.parse(self._get("/robots.txt").text.splitlines())
        for where in rules.site_maps() or ():
            self.listed = dict(_listed(self._get(where).text))
        waiting = deque([*self.listed, self.site + "/"])
        while waiting:
            where = waiting.popleft()
            if where in self.visited or not rules.can_fetch(NAME, where):
                continue
            self.visited.add(where)
            waiting.extend(self._visit(where))
        return self

    def _visit(self, where: str) -> list[str]:
        answer = self._get(where)
        if answer.location:
            return self._ours(where, [answer.location])
        if answer.mimetype != "text/html" or answer.status_code != 200:
            return []
        tree, _ = parsed(answer.text)
        said = [answer.headers.get("X-Robots-Tag", ""), _meta(tree, "robots"), _meta(tree, NAME)]
        links = [one.get("href", "") for one in tree.iter() if one.tag == "a" or one.get("rel") in FOLLOWED]
        if not any(REFUSED.search(one.lower()) for one in said):
            self._keep(where, tree)
        return self._ours(where, links)

    def _keep(self, where: str, tree: Element) -> None:
        own = [one.get("href", "") for one in tree.iter("link") if one.get("rel") == "canonical"]
        assert len(own) == 1, f"{where} may be kept and has {len(own)} canonical addresses"
        alternates = [one for one in tree.iter("link") if one.get("rel") == "alternate"]
        self.kept[own[0]] = Kept(
            title=words(tree.find("head/title")),
            description=_meta(tree, "description"),
            language=tree.get("lang", ""),
            others={one.get("hreflang", ""): one.get("href", "") for one in alternates},
            words=words(tree.find("body")),
        )

    def _ours(self, where: str, links: list[str]) -> list[str]:
        whole = [urldefrag(urljoin(where, one))[0] for one in links]
        return [one for one in whole if one.startswith(self.site + "/")]

    def _get(self, where: str) -> TestResponse:
        parts = urlsplit(where)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        return self.client.get(path, base_url=self.site)


def _meta(tree: Element, name: str) -> str:
    return " ".join(one.get("content", "") for one in tree.iter("meta") if one.get("name") == name)


def _listed(xml: str) -> list[tuple[str, dict[str, str]]]:
    return [
        (
            one.findtext(f"{MAP}loc", ""),
            {other.get("hreflang", ""): other.get("href", "") for other in one.findall(LINK)},
        )
        for one in fromstring(xml)  # noqa: S314 - our own page
    ]
