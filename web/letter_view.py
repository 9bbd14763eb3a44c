"""A letter of the door with what somebody has told of it: the day to count on, and how its bill grows."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from advice.letters import Letter
from calculator.figure import FigureMissing
from calculator.last_day import LastDay, last_day
from calculator.reference_costs import Used
from report.library import Library
from web.sums.ask import KRONOR, Ask
from web.sums.form import SumForm
from web.sums.late_bill import EXAMPLE, Ladder, ladder

CAME = Ask("came", "day", _l("Dagen brevet kom"), _l("Lämna tomt om du inte vet."), required=False)
STANDS = Ask(
    "stands", "day", _l("Sista dagen som står på brevet"), _l("Lämna tomt om det inte står någon."), required=False
)
AMOUNT = Ask(
    "amount",
    "amount",
    _l("Räkningens belopp från början"),
    _l("Utan avgifter. Lämna tomt om du inte vet."),
    required=False,
    after=KRONOR,
    low=1,
)
IN_CHECK = "check"
"""Marks a letter that is to be ticked in the check."""


def asks_of(letter: Letter) -> tuple[Ask, ...]:
    """What the page of a letter asks for: a day to count from only where a time is known."""
    return (STANDS, *([CAME] if letter.time else []), *([AMOUNT] if letter.at_step else []))


@dataclass(frozen=True, slots=True)
class LetterView:
    """`stands` is the day on the letter, which rules; `counted` the one worked out where it is not known."""

    letter: Letter
    today: datetime.date
    stands: datetime.date | None
    counted: LastDay | None
    ladder: Ladder | None
    used: tuple[Used, ...]
    own_amount: bool

    @property
    def last(self) -> datetime.date | None:
        """The day that is shown."""
        return self.stands or (self.counted.date if self.counted else None)

    @property
    def passed(self) -> bool:
        """Whether that day lies behind."""
        return self.last is not None and self.last < self.today

    @property
    def days_left(self) -> int:
        """Days until it; 0 on the day itself."""
        return (self.last - self.today).days if self.last else 0

    @property
    def shown_figures(self) -> tuple[Used, ...]:
        """The figures with the page that are one number."""
        return tuple(one for one in self.used if one.dated.value.amount is not None)


def letter_view(letter: Letter, form: SumForm, library: Library, today: datetime.date) -> LetterView | None:
    """The letter with what the form says of it; None where that cannot be read, and then the form says what."""
    values = form.read()
    if values is None:
        return None
    came = values.get("came")
    if came and came > today:
        form.refuse("came", _("Den dagen har inte varit än. Skriv dagen då brevet kom."))
        return None
    figures = library.calculator.figures
    stands, counted = values.get("stands"), None
    if came and letter.time and not stands:
        counted = last_day(came, letter.time, figures, today)
    amount = values.get("amount")
    grows = ladder(amount or EXAMPLE, today, today, figures) if letter.at_step else None
    return LetterView(letter, today, stands, counted, grows, _used(letter, library, today), amount is not None)


def plain_view(letter: Letter, library: Library, today: datetime.date) -> LetterView:
    """The letter as it is for somebody who has told nothing."""
    view = letter_view(letter, SumForm(asks_of(letter), {}), library, today)
    if view is None:  # nothing was typed, so nothing can be wrong
        raise AssertionError(letter.id)
    return view


def known_of(kept: Mapping[str, Any], letter: Letter) -> dict[str, str]:
    """What the visit keeps of a letter, as it was typed."""
    known = kept.get(letter.id)
    return {name: text for name, text in known.items() if isinstance(text, str)} if isinstance(known, dict) else {}


def _used(letter: Letter, library: Library, today: datetime.date) -> tuple[Used, ...]:
    found = []
    for name in letter.figures:
        try:
            found.append(Used(library.calculator.figures[name].on(today)))
        except FigureMissing:
            continue
    return tuple(found)
