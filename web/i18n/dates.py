"""Days in a sentence of each language: the month in words, figures western, and the order that the language has.

Babel knows how most languages write a day. Where what it has would mislead, the pattern stands here instead.
"""

from __future__ import annotations

import datetime

from flask_babel import format_date, get_locale

LONG = {"so": "d MMMM y", "ti": "d MMMM y (yyyy-MM-dd)"}
"""By Babel's name of the language. Somali is written day first. Tigrinya's months carry the names of Ethiopia's, which
are not the same months: there the figures stand beside the words."""
DAY_AND_MONTH = {"so": "d MMMM", "ti": "d MMMM (yyyy-MM-dd)", "fa_AF": "d LLLL"}
SKELETON = "MMMMd"
PLAIN = "d MMMM"
CAPITALS = {"tr": str.maketrans("iı", "İI"), "az": str.maketrans("iı", "İI")}
"""Letters whose capital Python does not know: a dotted i keeps its dot."""


def long_date(value: datetime.date) -> str:
    """A day with its year, such as `23. marraskuuta 2026`."""
    return str(format_date(value, _of(LONG) or "long"))


def date_with_weekday(value: datetime.date) -> str:
    """A day of these weeks, such as `maanantaina 23. marraskuuta`: the forms that stand in a sentence."""
    return str(format_date(value, f"EEEE {_of(DAY_AND_MONTH) or _babels()}"))


def capitals(words: str) -> str:
    """The words in capitals, as the language of the page has them."""
    locale = get_locale()
    return words.translate(CAPITALS.get(locale.language if locale else "", {})).upper()


def _of(patterns: dict[str, str]) -> str | None:
    locale = get_locale()
    return patterns.get(str(locale)) or patterns.get(locale.language) if locale else None


def _babels() -> str:
    locale = get_locale()
    return str(locale.datetime_skeletons.get(SKELETON, PLAIN)) if locale else PLAIN
