"""The one list of languages, and how words, amounts, dates and phone numbers are shown in each.

Western digits and Swedish notation in every language, as on the bills. In a right-to-left page every number stands in
a left-to-right span with no-break spaces inside; without both, `18 000 kr` prints as `kr 000 18`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from babel import Locale
from flask import Flask, g, request
from flask_babel import Babel, force_locale, format_date, get_translations, gettext, ngettext
from markupsafe import Markup, escape

from content.money import in_kronor
from content.text import Text
from translations.compile import compile_catalogues
from web.settings import SettingsError

NO_BREAK = "\u00a0"
DIGITS = re.compile(r"(?<![\w&#;<])[-+\u2212]?\d[\d\u00a0.,:/\u2013-]*(?<=\d)")
"""Groups of digits in running words, with what stands inside them: `9–15`, `112`, `2026-11-23`."""
KEPT = re.compile(r'(<span class="n" dir="ltr">.*?</span>|<[^>]*>)', re.DOTALL)
"""What is left alone when digits are isolated: numbers that are already, and tags."""

State = Literal["drafted", "offered", "reviewed"]


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

    @property
    def reviewed(self) -> bool:
        """Whether a native speaker has read the whole of it."""
        return self.state == "reviewed"


SOURCE = Language("sv", "sv", "Svenska", state="reviewed", reviewed_by="the source language")
LANGUAGES: tuple[Language, ...] = (
    SOURCE,
    Language("en", "en_GB", "English", state="offered"),
)


class Languages:
    """The languages one app offers, in the order they are listed; Swedish is always among them."""

    def __init__(self, offered: Sequence[Language]) -> None:
        self.offered = tuple(offered)
        self.by_code = {language.code: language for language in offered}

    def best(self, accepted: str | None) -> Language:
        """The language that fits a browser's Accept-Language best; Swedish where none does."""
        codes = [language.code for language in self.offered]
        found = request.accept_languages.best_match(codes) if accepted else None
        return self.by_code[found or SOURCE.code]


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


def translate(text: Text | str | None) -> Markup:
    """A content word in the language of the page."""
    if text is None:
        return Markup()
    words = get_translations().upgettext(text.context, text.swedish) if isinstance(text, Text) else text
    return isolated(words)


def said_in(language: Language, *words: str) -> list[str]:
    """Words of the pages in another language than that of the page."""
    with force_locale(language.locale):
        return [gettext(one) for one in words]


def spoken(text: Text) -> str:
    """A content word in the language of the page, for an attribute or a file: no mark-up."""
    return str(get_translations().upgettext(text.context, text.swedish))


def number_span(shown: str) -> Markup:
    """Something that is read from left to right and never broken, in any script."""
    return Markup('<span class="n" dir="ltr">{}</span>').format(shown.replace(" ", NO_BREAK))


def money(ore: int, *, whole: bool = True) -> Markup:
    """An amount in öre as `1 234 kr`; rounded to whole kronor unless `whole` is False."""
    return number_span(in_kronor(ore, whole=whole))


def day(value: datetime.date) -> Markup:
    """A date in the language's own words, such as `23 november 2026`; digits stay western."""
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), isolated(format_date(value, "long")))


def isolated(words: object) -> Markup:
    """Words in which every group of digits reads from left to right, where the page reads from right to left.

    Mark-up in them, and numbers that are isolated already, are left as they are.
    """
    safe = escape(words)
    if current().direction == "ltr":
        return safe
    parts = KEPT.split(str(safe))
    parts[::2] = [DIGITS.sub(r'<span class="n" dir="ltr">\g<0></span>', part) for part in parts[::2]]
    return Markup("".join(parts))  # noqa: S704 - what was not mark-up before was escaped above


def phone(number: str) -> Markup:
    """A number to call: a link, read from left to right."""
    digits = "".join(character for character in number if character.isdecimal())
    return Markup('<a class="tel" href="tel:{}">{}</a>').format(digits, number_span(number))


def percent(value: Decimal | int | None) -> Markup:
    """A share such as `5,9 %`."""
    return number_span(f"{value} %".replace(".", ",").replace("-", "\u2212")) if value is not None else Markup("–")


def load_languages(app: Flask, languages: Languages, folders: Sequence[Path]) -> None:
    """Compile stale catalogues, start Flask-Babel, and give templates the filters."""
    for folder in folders:
        compile_catalogues(folder)
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = ";".join(str(folder) for folder in folders)
    Babel(app, default_locale=SOURCE.locale, locale_selector=lambda: current().locale)
    app.extensions["languages"] = languages
    filters = {
        "t": translate,
        "money": money,
        "day": day,
        "phone": phone,
        "percent": percent,
        "n": number_span,
        "spoken": spoken,
    }
    app.jinja_env.filters.update(filters)
    app.jinja_env.globals.update(language=current, languages=languages)
    app.jinja_env.globals.update(gettext=_in_page(gettext), _=_in_page(gettext), ngettext=_in_page(ngettext))


def _in_page(speak: Callable[..., str]) -> Callable[..., Markup]:
    """A template's own words: translated, what is put into them escaped, and their digits isolated."""

    def say(*messages: Any, **put_in: Any) -> Markup:
        safe = {name: escape(value) for name, value in put_in.items()}
        return isolated(Markup(speak(*messages, **safe)))  # noqa: S704 - catalogues hold no mark-up of their own

    return say


def speak(code: str, languages: Languages) -> force_locale:
    """Use another language than the page's for a while, as for a sheet from the command line."""
    g.language = languages.by_code[code]
    return force_locale(languages.by_code[code].locale)
