"""A lesson on paper in three files: the teacher's with the key last, a group's, and a pupil's, both without any key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any

from flask import current_app
from flask_babel import format_date, pgettext
from flask_babel import gettext as _

from classroom.households import must_keep
from classroom.model import ClassHousehold
from classroom.month import sums
from classroom.month.letters import in_right_order
from classroom.month.model import CARDS, Measure
from classroom.month.state import in_drawn_order
from classroom.quiz import asked
from content.money import ORE_IN_KRONA
from web.extensions import library, whom_to_call
from web.i18n.formats import money
from web.i18n.languages import current
from web.paper.class_sheets import LENGTHS, TO_CALL
from web.paper.sheet import lean, tel

FEWEST_PUPILS, USUAL_PUPILS, MOST_PUPILS = 5, 28, 60
IN_A_GROUP = 3
FILES: Mapping[str, str] = {"larare": "teacher", "grupp": "group", "elev": "pupil"}
"""The part of the file's name → its template."""
PAGE, PAGES = "\u0001", "\u0002"
"""In the place of two numbers that only the page itself knows."""


@dataclass(frozen=True, slots=True)
class Class:
    """So many pupils, and what is printed for them."""

    pupils: int

    @property
    def groups(self) -> int:
        """Of three, and what is left over is a group too."""
        return -(-self.pupils // IN_A_GROUP)

    @property
    def slips(self) -> int:
        """Pages with two slips each."""
        return -(-self.pupils // 2)

    def copies(self, households: tuple[ClassHousehold, ...]) -> Iterator[tuple[ClassHousehold, int]]:
        """Each household with how many groups work with it; those that none has are left out."""
        for place, household in enumerate(households):
            copies = len(range(place, self.groups, len(households)))
            if copies:
                yield household, copies


def pupils_of(typed: str) -> int:
    """How many pupils to print for; what cannot be read, or is no class, is a usual one."""
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= len(str(MOST_PUPILS)) else 0
    return number if FEWEST_PUPILS <= number <= MOST_PUPILS else USUAL_PUPILS


def lesson_html(file: str, pupils: int = USUAL_PUPILS) -> str:
    """One of the three files for a class of this size. Raises `KeyError` for a file that there is not."""
    known = library().classroom
    before, between, after = _page_words()
    page = current_app.jinja_env.get_template(f"paper/lesson_{FILES[file]}.html").render(
        lesson=known.lesson,
        quiz=known.quiz,
        waves=(("before", asked(known.quiz, "before")), ("after", asked(known.quiz, "after"))),
        households=known.households,
        of_class=Class(pupils),
        minutes=lambda phase, length: getattr(phase, f"minutes_{length}"),
        lengths=LENGTHS,
        numbers=_numbers(),
        directory=whom_to_call(),
        tel=tel,
        foot={"before": before, "between": between, "after": f"{after} · lektion-{file}.pdf · {current().name}"},
        **_game(),
    )
    return lean(page)


def _game() -> dict[str, Any]:
    """What the templates reckon with and draw of the game."""
    return {
        "kronor": lambda amount: money(amount * ORE_IN_KRONA),
        "letter_day": lambda day: format_date(day, "d MMM").rstrip("."),
        "left": sums.left,
        "ordinary": sums.ordinary,
        "february": sums.february,
        "event": sums.event,
        "least_sets": sums.least_sets,
        "in_right_order": in_right_order,
        "in_drawn_order": in_drawn_order,
        "must_keep": must_keep,
        "cards": CARDS,
        "lettered": _lettered,
        "pgettext": pgettext,
    }


def _lettered(measures: Iterable[Measure]) -> list[tuple[str, str]]:
    """Each measure by a letter, so that a set of them is a short word: `abd`."""
    return [(measure.id, letter) for measure, letter in zip(measures, ascii_lowercase, strict=False)]


def _numbers() -> Any:
    directory = whom_to_call()
    return directory.pick([*TO_CALL, *(one.id for one in directory.helplines(under_18=True))])


def _page_words() -> tuple[str, str, str]:
    """`sida `, ` av ` and what follows: the numbers between them are counted when the pages are made."""
    said = str(_("sida %(page)s av %(pages)s", page=PAGE, pages=PAGES))
    before, _mark, rest = said.partition(PAGE)
    between, _mark, after = rest.partition(PAGES)
    return before, between, after
