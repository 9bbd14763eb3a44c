"""Words of the content and of the pages in the language of the page, and what of it every template can use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from flask import Flask, Response, g
from flask_babel import Babel, force_locale, get_translations, gettext, ngettext
from markupsafe import Markup, escape

from content.text import Text
from translations.compile import compile_catalogues
from web.i18n.fallback import MarkingDomain, mark_every_answer, unmarked
from web.i18n.formats import day, in_swedish_words, isolated, money, number_span, percent, phone
from web.i18n.languages import SOURCE, Language, Languages, current


def translate(text: Text | str | None) -> Markup:
    """A content word in the language of the page."""
    if text is None:
        return Markup()
    words = get_translations().upgettext(text.context, text.swedish) if isinstance(text, Text) else text
    return isolated(words)


def as_text(message: str) -> str:
    """A word of the pages in the language of the page, for an attribute or a file: no mark-up."""
    return unmarked(gettext(message))


def said_in(language: Language, *words: str) -> list[str]:
    """Words of the pages in another language than that of the page."""
    with force_locale(language.locale):
        return [gettext(one) for one in words]


def spoken(text: Text) -> str:
    """A content word in the language of the page, for an attribute or a file: no mark-up."""
    return unmarked(get_translations().upgettext(text.context, text.swedish))


def load_languages(app: Flask, languages: Languages, folders: Sequence[Path]) -> None:
    """Compile stale catalogues, start Flask-Babel, and give templates the filters."""
    for folder in folders:
        compile_catalogues(folder)
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = ";".join(str(folder) for folder in folders)
    babel = Babel(app, default_locale=SOURCE.locale, locale_selector=lambda: current().locale)
    babel.domain_instance = MarkingDomain()
    mark_every_answer(app)
    app.extensions["languages"] = languages
    app.after_request(_say_language)
    filters = {
        "t": translate,
        "money": money,
        "day": day,
        "phone": phone,
        "percent": percent,
        "n": number_span,
        "spoken": spoken,
        "swedish": in_swedish_words,
    }
    app.jinja_env.filters.update(filters)
    app.jinja_env.globals.update(language=current, languages=languages)
    app.jinja_env.globals.update(gettext=_in_page(gettext), _=_in_page(gettext), ngettext=_in_page(ngettext))


def _say_language(response: Response) -> Response:
    """A page says in its headers too which language it is in, for whatever reads no further."""
    if response.mimetype == "text/html" and not response.location:
        response.content_language.add(current().code)
    if g.get("asked_of_browser"):
        response.vary.add("Accept-Language")
    return response


def _in_page(words: Callable[..., str]) -> Callable[..., Markup]:
    """A template's own words: translated, what is put into them escaped, and their digits isolated."""

    def say(*messages: Any, **put_in: Any) -> Markup:
        safe = {name: escape(value) for name, value in put_in.items()}
        return isolated(Markup(words(*messages, **safe)))  # noqa: S704 - catalogues hold no mark-up of their own

    return say
