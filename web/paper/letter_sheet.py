"""A letter on one page of paper, and the form letters: as lean as the sheet, for the same processes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from flask import current_app
from flask_babel import gettext
from markupsafe import Markup

from advice.letters import FormLetter
from content.text import Text
from report.rows import Numbers, Row
from web.extensions import whom_to_call
from web.i18n.formats import NO_BREAK, isolated
from web.i18n.languages import SOURCE, current
from web.i18n.words import spoken, translate
from web.letters.view import LetterView
from web.paper.fit.letter_page import fitting_letter
from web.paper.printed import called
from web.paper.sheet import both_ways, in_swedish, lean, tel

DRAWING_SIZE = re.compile(r' width="\d+" height="\d+"')


def letter_sheet_html(view: LetterView, *, beside: bool = False) -> str:
    """The page about one letter in the language of the page; `beside` adds the Swedish to every word."""
    two_languages = beside and current().code != SOURCE.code
    template = current_app.jinja_env.get_template("paper/letter.html")
    directory = whom_to_call()
    callers = Numbers(directory).not_listed(directory.pick(view.letter.contacts))
    call = called(Row(1, (), tuple(callers)))
    page = template.render(
        view=view,
        letter=view.letter,
        directory=directory,
        call=call,
        fit=fitting_letter(view, call, two=two_languages),
        two=two_languages,
        both=both_ways(two_languages, f"{NO_BREAK}·"),
        below=both_ways(two_languages),
        own=both_ways(False),
        swedish=in_swedish,
        tel=tel,
        isolated=isolated,
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
