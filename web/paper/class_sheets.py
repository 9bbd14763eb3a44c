"""A lesson on paper: the class's results on one page, and the kit of plan, cards, worksheets and key."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from flask import current_app
from flask_babel import gettext as _

from classroom.households import month
from classroom.quiz import asked
from content.money import ORE_IN_KRONA
from web.extensions import library, whom_to_call
from web.i18n.words import spoken
from web.paper.letter_sheet import drawing
from web.paper.sheet import lean, tel

LENGTHS = (45, 60, 90)
TO_CALL = ("debt_adviser", "social_services", "kronofogden", "school_counsellor")
"""Whom a pupil may want to call after the lesson, besides the helplines."""


def class_sheet_html(told: dict[str, Any]) -> str:
    """What the class knows together, on one page."""
    return lean(current_app.jinja_env.get_template("paper/class.html").render(**told))


def kit_html() -> str:
    """The whole kit as one print job: plan, household cards, letter cards, worksheets, key."""
    known = library().classroom
    directory = whom_to_call()
    page = current_app.jinja_env.get_template("paper/kit.html").render(
        lesson=known.lesson,
        quiz=known.quiz,
        before=asked(known.quiz, "before"),
        after=asked(known.quiz, "after"),
        households=known.households,
        month=month,
        ore=_ore,
        lengths=LENGTHS,
        letters=library().door.letters,
        directory=directory,
        numbers=directory.pick([*TO_CALL, *(one.id for one in directory.helplines(under_18=True))]),
        tel=tel,
        drawing=lambda letter: drawing(letter.picture, spoken(letter.shows)),
        minutes=lambda phase, length: getattr(phase, f"minutes_{length}"),
        said=_,
    )
    return lean(page)


def _ore(kronor: Decimal | int) -> int:
    return int(kronor * ORE_IN_KRONA)
