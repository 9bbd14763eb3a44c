"""A letter on one page of paper, and the form letters: as lean as the sheet, for the same processes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import current_app
from flask_babel import gettext
from markupsafe import Markup

from advice.letters import FormLetter
from content.text import Text
from web.extensions import whom_to_call
from web.i18n.formats import isolated
from web.i18n.languages import SOURCE, current
from web.i18n.words import spoken, translate
from web.letters.view import LetterView
from web.paper.fit.sizes import WHOLE
from web.paper.fit.widths import POINT, lines_of
from web.paper.sheet import both_ways, lean, tel

DRAWING_SIZE = re.compile(r' width="\d+" height="\d+"')


def letter_sheet_html(view: LetterView, *, beside: bool = False) -> str:
    """The page about one letter in the language of the page; `beside` adds the Swedish to every word."""
    two_languages = beside and current().code != SOURCE.code
    template = current_app.jinja_env.get_template("paper/letter.html")
    size, notes = _fit(view, two_languages)
    page = template.render(
        view=view,
        letter=view.letter,
        directory=whom_to_call(),
        both=both_ways(two_languages),
        tel=tel,
        isolated=isolated,
        size=size,
        notes=notes,
        drawing=drawing(view.letter.picture, spoken(view.letter.shows)),
    )
    return lean(page)


def form_letter_html(form: FormLetter) -> str:
    """A form letter in Swedish to fill in and sign, with the language of the page beside it where that is another."""
    template = current_app.jinja_env.get_template("paper/form_letter.html")
    translated = current() is not SOURCE
    page = template.render(form=form, translated=translated, other=_beside if translated else None, gettext=gettext)
    return lean(page)


@cache
def drawing(name: str, shows: str) -> Markup:
    """The drawing of a letter to stand in the page itself: paper fetches nothing."""
    svg = (Path(current_app.static_folder or "") / "letters" / f"{name}.svg").read_text(encoding="utf-8")
    opened = DRAWING_SIZE.sub("", svg, count=1).replace("<svg ", '<svg class="drawing" role="img" ', 1)
    head, _bracket, rest = opened.partition(">")
    return Markup("{}><title>{}</title>{}").format(Markup(head), shows, Markup(rest))  # noqa: S704 - our own drawings


def _beside(words: Text | str | None) -> Markup:
    return translate(words)


@dataclass(frozen=True, slots=True)
class _Size:
    """A name in static/sheet.css, points of text, leading as a part of that, and millimetres between texts."""

    name: str
    points: float
    leading: float
    between: float

    def height(self, texts: Sequence[tuple[str, float]], swedish: Sequence[tuple[str, float]]) -> float:
        """Millimetres that these words take, each with the width it has, and the Swedish where it stands beside."""
        own = sum(lines_of(words, width, self.points) for words, width in texts) * self.points * self.leading
        below = (
            sum(lines_of(words, width, SWEDISH_POINTS) for words, width in swedish) * SWEDISH_POINTS * SWEDISH_LEADING
        )
        return (own + below) * POINT + self.between * len(texts)


SIZES = (
    _Size("large", 13.0, 1.4, 1.9),
    _Size("roomy", 12.0, 1.35, 1.7),
    _Size("medium", 11.5, 1.3, 1.5),
    _Size("tight", 11.0, 1.22, 1.3),
)
"""The same numbers stand in static/sheet.css."""
SWEDISH_POINTS, SWEDISH_LEADING = 11.0, 1.2
BESIDE_DRAWING, IN_BOX, IN_TODO, IN_CALL = 155.0, 176.0, 176.0, 136.0
PAGE = 273.5
"""Millimetres between the margins, less six."""
FIXED = 84.0
"""Millimetres for the head, the headings and the room around them, in the smallest size."""
FIRST, OTHER_DAY = 11.0, 6.0
"""What stands first on some letters, and a second day."""
RUNG, FIGURE = 5.6, 5.2
NOTE, MOST_NOTES = 8.0, 8


def _fit(view: LetterView, twice: bool) -> tuple[str, int]:
    """The size of the text, and how many lines for notes there is room for."""
    letter = view.letter
    called = whom_to_call().pick(letter.contacts)
    texts = [
        *((text, BESIDE_DRAWING) for text in (letter.what, letter.is_not)),
        (letter.by_when, IN_BOX),
        *((text, IN_TODO) for one in letter.do for text in (one.text, one.more) if text),
        (letter.say, IN_TODO),
        *((said, IN_CALL) for one in called for said in (one.name, one.where, one.hours) if said),
        (letter.if_nothing, WHOLE),
    ]
    said = [(spoken(text), width) for text, width in texts]
    swedish = [(text.swedish, width) for text, width in texts] if twice else []
    more = RUNG * 6 * bool(view.ladder) * (2 if twice else 1) + FIGURE * len(view.shown_figures)
    more += (FIRST * letter.read_first + OTHER_DAY * len(view.also)) * (2 if twice else 1)
    heights = [(size, (FIXED + more) * size.points / SIZES[-1].points + size.height(said, swedish)) for size in SIZES]
    size, height = next((one for one in heights if one[1] <= PAGE), heights[-1])
    left = int((PAGE - height - 12) / NOTE)
    return size.name, min(max(left, 0), MOST_NOTES)
