"""Whether the page that is being made may be kept by a search engine, and what its head tells one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, current_app, request, url_for

from report.library import Library
from web.found.same_for_all import Described, Found, pages_to_find
from web.i18n.languages import SOURCE, Language, Languages, current
from web.session import class_cookie, cookie
from web.session.leaving import this_kiosk
from web.settings import Settings

ROBOTS = "X-Robots-Tag"
PAGES = "itid_to_find"


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page tells a search engine. `alternates` is the language's code → the address in it."""

    description: str
    canonical: str
    alternates: Mapping[str, str]


def prepare(app: Flask, library: Library, sums: Iterable[Described]) -> None:
    """Let every answer say whether it may be kept, and every page ask for its head."""
    app.extensions[PAGES] = pages_to_find(library, sums)
    app.after_request(_mark)
    app.jinja_env.globals["head_to_find"] = head_to_find


def public() -> bool:
    """Whether this app has an address of its own for everybody: no trial, no demonstration, no other environment."""
    settings: Settings = current_app.extensions["itid_settings"]
    return settings.public


def to_find() -> tuple[Found, ...]:
    """Every page that may be found."""
    pages: tuple[Found, ...] = current_app.extensions[PAGES]
    return pages


def read_by_people() -> tuple[Language, ...]:
    """The languages that may be found: those that somebody has read, and no other."""
    languages: Languages = current_app.extensions["languages"]
    return tuple(one for one in languages.offered if one.reviewed)


def address(page: Found, language: Language) -> str:
    """The whole address of a page, by the public name."""
    settings: Settings = current_app.extensions["itid_settings"]
    return f"https://{settings.hosts[0]}{url_for(page.endpoint, lang=language.code, **page.values)}"


def alternates(page: Found) -> dict[str, str]:
    """The page in each language that may be found, and for everybody else the source."""
    return {**{one.code: address(page, one) for one in read_by_people()}, "x-default": address(page, SOURCE)}


def head_to_find() -> Head | None:
    """What is told of the page that is being made; None where it may not be kept."""
    page = _this_page()
    if page is None:
        return None
    return Head(page.described(), address(page, current()), alternates(page))


def _this_page() -> Found | None:
    """The page that was asked for, as it is for everybody: without a query, in a language that was read."""
    if not public() or request.method not in ("GET", "HEAD") or request.query_string or not current().reviewed:
        return None
    values: dict[str, Any] = dict(request.view_args or {})
    page = next((one for one in to_find() if (one.endpoint, dict(one.values)) == (request.endpoint, values)), None)
    return None if page is None or _somebody_is_here() else page


def _somebody_is_here() -> bool:
    """Whether this browser has anything that a page could show: a visit, the end of one, a kiosk, a class."""
    if this_kiosk() is not None or cookie.read().open or cookie.has_ended():
        return True
    return any(class_cookie.part(name) for name in (class_cookie.PUPIL, class_cookie.TEACHER))


def _mark(response: Response) -> Response:
    """All that is not the page for everybody is kept by nobody: another answer, a file, a page of a visit."""
    if response.status_code != HTTPStatus.OK or _this_page() is None:
        response.headers[ROBOTS] = "noindex"
    return response
