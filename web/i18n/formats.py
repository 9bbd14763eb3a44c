"""How amounts, dates, phone numbers and digits in running words are shown in every language.

Western digits and Swedish notation in every language, as on the bills. In a right-to-left page every number stands in
a left-to-right span with no-break spaces inside; without both, `18 000 kr` prints as `kr 000 18`.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from markupsafe import Markup, escape

from content.money import in_kronor
from web.i18n.dates import long_date
from web.i18n.languages import SOURCE, current

NO_BREAK = "\u00a0"
DIGITS = re.compile(r"(?<![\w&#;<])[-+\u2212]?\d[\d\u00a0.,:/\u2013-]*(?<=\d)")
"""Groups of digits in running words, with what stands inside them: `9–15`, `112`, `2026-11-23`."""
KEPT = re.compile(r'(<span class="n" dir="ltr">.*?</span>|<[^>]*>)', re.DOTALL)
"""What is left alone when digits are isolated: numbers that are already, and tags."""


def number_span(shown: str) -> Markup:
    """Something that is read from left to right and never broken, in any script."""
    return Markup('<span class="n" dir="ltr">{}</span>').format(shown.replace(" ", NO_BREAK))


def money(ore: int, *, whole: bool = True) -> Markup:
    """An amount in öre as `1 234 kr`; rounded to whole kronor unless `whole` is False."""
    return number_span(in_kronor(ore, whole=whole))


def day(value: datetime.date) -> Markup:
    """A date in the language's own words, such as `23 november 2026`; digits stay western."""
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), isolated(long_date(value)))


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


def in_swedish_words(words: str) -> Markup:
    """What is written in Swedish in every language, such as the name of a law: read as Swedish, from left to right."""
    if current() is SOURCE:
        return escape(words)
    return Markup('<span lang="sv" dir="ltr">{}</span>').format(words)


def phone(number: str) -> Markup:
    """A number to call: a link, read from left to right."""
    digits = "".join(character for character in number if character.isdecimal())
    return Markup('<a class="tel" href="tel:{}">{}</a>').format(digits, number_span(number))


def percent(value: Decimal | int | None) -> Markup:
    """A share such as `5,9 %`."""
    return number_span(f"{value} %".replace(".", ",").replace("-", "\u2212")) if value is not None else Markup("–")
