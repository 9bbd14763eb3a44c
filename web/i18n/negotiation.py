"""Which of the languages a browser asks for: by whole tags, and by what a language is called here and there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

ALSO = {
    "fa-af": ("prs", "fa"),
    "prs": ("prs", "fa"),
    "ku-iq": ("ckb",),
    "ku-ir": ("ckb",),
    "ku-arab": ("ckb",),
    "ku": ("kmr",),
    "no": ("no", "nb"),
    "nb": ("nb", "no"),
}
"""The beginning of a tag → the codes it is answered with, the nearest first. Where one is named here, no shorter
beginning is asked: who reads Sorani is not helped by Kurmanji, which has other letters."""


def chosen(codes: Collection[str], accepted: str | None) -> str | None:
    """The code that fits an Accept-Language best; None where none does, or where anything will do."""
    for tag, quality in parse_accept_header(accepted, LanguageAccept):
        if tag == "*" or not quality:
            continue
        for code in _answers(tag):
            if code in codes:
                return code
    return None


def _answers(tag: str) -> Iterator[str]:
    """The codes that a tag may be answered with: itself, then its beginnings down to the language alone."""
    parts = tag.lower().replace("_", "-").split("-")
    for end in range(len(parts), 0, -1):
        beginning = "-".join(parts[:end])
        if beginning in ALSO:
            yield from ALSO[beginning]
            return
        yield beginning
