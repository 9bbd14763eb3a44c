"""The one list of languages, each with its state, and which of them the page that is being made is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.core import get_global
from flask import g
from flask_babel import force_locale

from web.i18n.negotiation import chosen
from web.settings import SettingsError

LETTERS = Path(__file__).resolve().parents[2] / "static" / "fonts"
"""Where the style sheets of letters lie, one a script, beside the letters themselves."""
State = Literal["drafted", "offered", "reviewed"]


SAID = {"prs": "dari", "kmr": "kurdiska (kurmanji)", "ckb": "kurdiska (sorani)"}
"""Swedish names by which interpreters are asked for, where Babel has another or none."""
TRANSLATED_FROM = ("sv", "en")
"""Whoever finds no language of their own lets the browser translate one of these."""


@dataclass(frozen=True, slots=True)
class Language:
    """`code` stands in the address and in `lang`; `locale` is Babel's name, its first part the catalogue's folder."""

    code: str
    locale: str
    name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    state: State = "drafted"
    """`drafted` is not offered to anybody; `offered` says on each page that no native speaker has read it."""
    reviewed_by: str = ""
    """Who has read the whole of it on the pages and on a sheet, and the year; a role is enough."""

    in_class: bool = False
    """Whether the class pages are offered in it: the lesson is held in Swedish or English."""

    @property
    def letters(self) -> str:
        """The style sheet in `static/` that brings its letters; empty where Noto Sans of every page has them."""
        path = LETTERS / f"{self.script}.css"
        return f"fonts/{path.name}" if path.is_file() else ""

    @property
    def script(self) -> str:
        """How it is written, by the four letters of ISO 15924: `Latn`, `Arab`, `Ethi`."""
        locale = Locale.parse(self.locale)
        likely = get_global("likely_subtags").get(locale.language, "")
        return str(locale.script or (likely.split("_")[1:] or ["Latn"])[0])

    @property
    def swedish_name(self) -> str:
        """What it is called in Swedish, as one says it to an interpreter's desk."""
        return SAID.get(self.code) or str(Locale.parse(self.locale).get_language_name("sv"))

    @property
    def reviewed(self) -> bool:
        """Whether a native speaker has read the whole of it."""
        return self.state == "reviewed"

    @property
    def read_as_it_is(self) -> bool:
        """Whether a browser shall not write over its words: they were read. Swedish and English it translates from."""
        return self.reviewed and self.code not in TRANSLATED_FROM


SOURCE = Language("sv", "sv", "Svenska", state="reviewed", reviewed_by="the source language", in_class=True)
LANGUAGES: tuple[Language, ...] = (
    SOURCE,
    Language("en", "en_GB", "English", state="offered", in_class=True),
    Language("ar", "ar_SY", "العربية", "rtl", state="offered"),
    Language("fi", "fi", "Suomi", state="offered"),
)


class Languages:
    """The languages one app offers, in the order they are listed; Swedish is always among them."""

    def __init__(self, offered: Sequence[Language]) -> None:
        self.offered = tuple(offered)
        self.by_code = {language.code: language for language in offered}

    def best(self, accepted: str | None) -> Language:
        """The language that fits a browser's Accept-Language best; Swedish where none does."""
        return self.by_code[chosen(self.by_code, accepted) or SOURCE.code]


def offer(codes: Sequence[str], extra: Sequence[Language] = (), *, drafts: bool = False) -> Languages:
    """The languages of these codes; all that are not drafts where none are named.

    A draft can be named only where `drafts` says so, to be looked at while it is made. Raises `SettingsError` for a
    language that is not known, or a draft where there may be none.
    """
    known = {language.code: language for language in (*LANGUAGES, *extra)}
    whole = [code for code, language in known.items() if language.state != "drafted"]
    for code in codes:
        if code not in known:
            raise SettingsError(f"ITID_LANGUAGES: {code!r} is not one of {', '.join(known)}")
        if code not in whole and not drafts:
            raise SettingsError(f"ITID_LANGUAGES: {code!r} is a draft, which is not offered in production")
    for language in known.values():
        Locale.parse(language.locale)
    return Languages([known[code] for code in dict.fromkeys([SOURCE.code, *(codes or whole)])])


def current() -> Language:
    """The language of the page that is being made."""
    language: Language = g.get("language", SOURCE)
    return language


def use_language(code: str, languages: Languages) -> force_locale:
    """Use another language than the page's for a while, as for a sheet from the command line."""
    g.language = languages.by_code[code]
    return force_locale(languages.by_code[code].locale)


@contextmanager
def in_source() -> Iterator[None]:
    """Say a part of a page in Swedish, and go on in the page's language afterwards."""
    before = current()
    g.language = SOURCE
    try:
        with force_locale(SOURCE.locale):
            yield
    finally:
        g.language = before
