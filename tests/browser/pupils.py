"""Pupils as plain HTTP clients: each with a browser's name and cookies of its own, and no script."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Self
from urllib.parse import urlencode, urljoin, urlsplit

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
FIELD = re.compile(r'<input type="radio"[^>]* name="([^"]+)" value="([^"]*)"')
AMOUNT = re.compile(r'<input type="text" inputmode="decimal"[^>]* name="([^"]+)" value="([^"]*)"')
LONGEST_WAIT = 60


class Pupil:
    """Somebody with a phone. `number` stands in the browser's name, so that a trace of it can be searched for."""

    def __init__(self, origin: str, number: int) -> None:
        self.origin, self.number = origin, number
        self.language = ("sv", "en")[number % 2]
        self.agent = f"PupilsPhone/{number} (a browser of one kind)"
        # As a browser does: what is only for encrypted connections is also taken and sent on this machine itself.
        self.jar = CookieJar(DefaultCookiePolicy(secure_protocols=("http", "https")))
        self.html, self.place, self.status = "", "", 0

    def open(self, place: str) -> Self:
        """The page at this place in the pupil's language."""
        return self._ask(f"{self.origin}/{self.language}/{place}", None)

    def press(self, to: str, values: Mapping[str, str] | None = None) -> Self:
        """Send the form of the page that is open, with its token."""
        found = TOKEN.search(self.html)
        assert found, self.place
        sent = {"csrf_token": unescape(found[1]), **(values or {})}
        return self._ask(f"{self.origin}/{self.language}/{to}", urlencode(sent).encode())

    def tab(self) -> Pupil:
        """Another tab with the same page and the same cookies; what it is given later, the first does not see."""
        other = Pupil(self.origin, self.number)
        for one in self.jar:
            other.jar.set_cookie(one)
        other.html, other.place, other.status = self.html, self.place, self.status
        return other

    def options(self) -> dict[str, list[str]]:
        """Name → values of every choice on the page, in their order."""
        found: dict[str, list[str]] = {}
        for name, value in FIELD.findall(self.html):
            found.setdefault(name, []).append(value)
        return found

    def typed(self) -> dict[str, str]:
        """Name → what stands in it of every field for an amount."""
        return dict(AMOUNT.findall(self.html))

    @property
    def said(self) -> str:
        """The words of the page, with single spaces."""
        found = MAIN.search(self.html)
        return " ".join(unescape(TAG.sub(" ", found[0] if found else self.html)).split())

    def _ask(self, address: str, body: bytes | None) -> Self:
        handlers = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        asked = urllib.request.Request(address, body, {"User-Agent": self.agent})  # noqa: S310 - our own server
        try:
            with handlers.open(asked, timeout=LONGEST_WAIT) as answer:
                self._take(answer.url, answer.status, answer.read())
        except urllib.error.HTTPError as answer:
            with answer:
                self._take(answer.url, answer.code, answer.read())
        assert self.status in (200, 422), f"{self.status} from {address}\n{self.said}"
        return self

    def _take(self, address: str, status: int, body: bytes) -> None:
        path = urlsplit(urljoin(self.origin, address)).path
        self.html, self.place, self.status = body.decode(), path.removeprefix(f"/{self.language}/"), status


def all_at_once(do: Callable[[Pupil], object], pupils: Sequence[Pupil]) -> None:
    """Everybody does it at the same time; what fails for one fails the test."""
    with ThreadPoolExecutor(len(pupils)) as threads:
        list(threads.map(do, pupils))
