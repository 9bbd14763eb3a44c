"""Words that have no translation yet: they stand in Swedish, and are marked so wherever a reader can meet them.

What is not translated is marked with two signs that no text has, where it is looked up. When a page is whole they
become `<span lang="sv" dir="ltr">`, so that the words are read aloud as Swedish and do not turn round from right to
left; where no element can stand – attributes, titles, options, files – they go, and an element that holds nothing but
Swedish says so itself.
"""

from __future__ import annotations

import re

from babel.support import NullTranslations
from flask import Flask
from flask_babel import Domain, get_locale, gettext
from markupsafe import Markup, escape
from werkzeug.wrappers import Response

from web.i18n.languages import SOURCE, current
from web.i18n.markers import N_

OPEN, CLOSE, NOTICE = "\ue000", "\ue001", "\ue002"
"""Of Unicode's private area: no catalogue and nobody's keyboard has them. The third is where a page may say so."""
IN_BYTES = tuple(sign.encode() for sign in (OPEN, NOTICE))
SIGNS = str.maketrans("", "", OPEN + CLOSE + NOTICE)
BARE = re.compile(r"(<(script|style|title|option|textarea|svg)\b.*?</\2>|<[^>]*>)", re.DOTALL)
"""Where no element can stand: every tag with its attributes, and elements whose words are no running text."""
TAG = re.compile("<[^>]*>")
ALONE = re.compile(rf"(<(?:title|option|textarea)\b[^>]*)(>\s*{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}\s*<)")
EMPTY = re.compile(rf"<(?:img|input)\b(?![^>]*\slang=)[^>]*{OPEN}")
BEGINS, ENDS = '<span lang="sv" dir="ltr" class="untranslated">', "</span>"
MOSTLY = N_("Den här sidan är mest på svenska än så länge.")
FILES = ("text/", "application/json")


class Marked(NullTranslations):
    """The Swedish of what a catalogue lacks, between the signs."""

    def gettext(self, message: str) -> str:
        """One message; an empty one stays empty."""
        return f"{OPEN}{message}{CLOSE}" if message else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One or many, as Swedish has them."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def upgettext(self, context: str, message: str) -> str:
        """One message of the content; the context is no part of what is said."""
        return self.gettext(message)


class MarkingDomain(Domain):  # type: ignore[misc]
    """The catalogues, and behind those of every other language the marked Swedish."""

    def get_translations(self) -> NullTranslations:
        """Those of the page's language."""
        found: NullTranslations = super().get_translations()
        locale = get_locale()
        if locale and locale.language != SOURCE.code and found._fallback is None:
            found.add_fallback(Marked())
            # Where a catalogue keeps what it says of itself; asked for nothing, it would say all of that.
            getattr(found, "_catalog", {}).pop("", None)
        return found


def unmarked(words: str) -> str:
    """The words as they are, for attributes, files and comparisons."""
    return words.translate(SIGNS)


def has_swedish(said: str, swedish: str) -> bool:
    """Whether the words are the Swedish ones, or have them in brackets: then nobody needs them a second time."""
    return said == swedish or f"({swedish})".casefold() in said.casefold()


def marked_up(page: str) -> str:
    """A whole page with its Swedish marked by elements, and no sign left."""
    if OPEN not in page and NOTICE not in page:
        return page
    pieces, depth = BARE.split(page), 0
    pieces[1::3] = [_bare(piece) for piece in pieces[1::3]]
    # Each match leaves two pieces behind: what was matched, and the name of the element where it was a whole one.
    pieces[2::3] = [""] * len(pieces[2::3])
    for at in range(0, len(pieces), 3):
        pieces[at], depth = _spanned(pieces[at], depth)
    made = "".join(pieces)
    return made.replace(NOTICE, _notice() if mostly_swedish(page) else "")


def mostly_swedish(page: str) -> bool:
    """Whether more than half of the letters of the page's main part are Swedish for want of a translation."""
    main = page.partition("<main")[2].partition("</main>")[0]
    words = " ".join(TAG.sub(" ", main).split())
    swedish = sum(len(found) for found in re.findall(f"{OPEN}([^{CLOSE}]*){CLOSE}", words))
    return swedish * 2 > len(words)


def _bare(piece: str) -> str:
    """A tag, or an element of plain words: it carries `lang` itself where all of it is Swedish."""
    if OPEN not in piece:
        return piece
    said = ALONE.sub(r'\1 lang="sv" dir="ltr"\2', piece, count=1)
    if EMPTY.match(piece):
        said = re.sub(r"^<(img|input)\b", r'<\1 lang="sv"', said)
    return said.translate(SIGNS)


def _spanned(text: str, depth: int) -> tuple[str, int]:
    """Running words; Swedish inside Swedish needs no second element."""
    made = []
    for part in re.split(f"([{OPEN}{CLOSE}])", text):
        if part == OPEN:
            depth += 1
            made.append(BEGINS if depth == 1 else "")
        elif part == CLOSE:
            depth -= 1
            made.append(ENDS if depth == 0 else "")
        else:
            made.append(part)
    return "".join(made), depth


def _notice() -> Markup:
    said = gettext(MOSTLY)
    return Markup('<p class="notice small">{}</p>').format(escape(said)) if OPEN not in said else Markup()


def mark_every_answer(app: Flask) -> None:
    """Every page says which of its words are Swedish, and no file holds a sign."""

    @app.after_request
    def mark(response: Response) -> Response:
        if response.direct_passthrough or not (response.mimetype or "").startswith(FILES):
            return response
        if any(sign in response.get_data() for sign in IN_BYTES):
            said = response.get_data(as_text=True)
            response.set_data(marked_up(said) if response.mimetype == "text/html" else unmarked(said))
        return response

    @app.context_processor
    def notice() -> dict[str, str]:
        return {"mostly_swedish": NOTICE if current() is not SOURCE else ""}
