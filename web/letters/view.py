"""A letter with what somebody has told of it: its days, the last one, and how its bill grows."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from flask import abort, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from advice.letter_reader import QUESTION
from advice.letters import Letter
from calculator.figure import FigureMissing
from calculator.letter_days import (
    EUROPEAN_DAYS,
    GIVES_DAYS,
    NO_DATE,
    PRINTED_ONLY,
    REOPENING,
    LetterDate,
    last_day,
    near,
    win_back_day,
)
from calculator.reference_costs import Used
from content.money import Ore
from report.library import Library
from web.extensions import library as content
from web.forms.reading import Unreadable, amount_of
from web.forms.rows import TypedForm
from web.forms.typed import DayField, KronorField, NumberField, PickField
from web.i18n.markers import N_
from web.i18n.words import spoken
from web.session.as_case import picked_letters
from web.session.letter_dates import FEWEST_DAYS, MOST_DAYS
from web.session.reader import RENAMED_LETTERS
from web.session.visit import LetterNote, Visit
from web.sums.rules.late_bill import EXAMPLE, Ladder, ladder

PRINTED = _l("Sista dagen som står i brevet")
SELDOM = frozenset({"european", "amount"})
"""Fields that few need: they stand folded."""
ORDER, CLAIM, DEBT, NOTICE = "payment_order", "eviction_claim", "decided_debt", "lease_notice"
REOPEN_BY = N_("Återvinning ska vara framme senast")
PAY_ALL_BY = N_("Betala hela hyresskulden senast")


@dataclass(frozen=True, slots=True)
class Known:
    """What the visit knows of a letter, and of the notice that the rent's three weeks may have begun with."""

    given: LetterDate = NO_DATE
    amount: str = ""
    notice: LetterDate | None = None
    notice_came: bool = False


def find_letter(name: str) -> Letter:
    """The letter of an address. Answers 404 for one that is not known, and leads on from one that was renamed."""
    if name in RENAMED_LETTERS:
        # An address in a bookmark or on a paper still leads to the page that comes nearest.
        abort(redirect(url_for(request.endpoint or "letters.one", letter=RENAMED_LETTERS[name]), 301))
    found = content().door.by_id.get(name)
    if found is None:
        abort(404)
    return found


def known_of(visit: Visit, letter: Letter) -> Known:
    """What this visit knows of a letter; an amount that cannot be read falls away."""
    dates = visit.letters_dates
    amount = note_of(visit, letter).amount if letter.at_step else ""
    amount = amount if ore_of(amount) is not None else ""
    came = NOTICE in (*visit.answers.get(QUESTION, ()), *picked_letters(visit))
    return Known(dates.get(letter.id, LetterDate()), amount, dates.get(NOTICE), came)


def note_of(visit: Visit, letter: Letter) -> LetterNote:
    """What is known of a letter besides its days."""
    return visit.letters.get(letter.id, LetterNote())


def letter_form(letter: Letter, known: LetterDate = NO_DATE) -> type[TypedForm]:
    """The form of a letter's page. A printed day that is known has a field also where it is not asked for."""
    fields: dict[str, Any] = {}
    if letter.clock:
        printed = letter.id in PRINTED_ONLY
        hint = spoken(letter.clock.hint) if letter.clock.hint else None
        fields["last" if printed else "day"] = DayField(spoken(letter.clock.label), hint, required=False)
        fields |= {"days": _days()} if letter.id in GIVES_DAYS else {}
        fields |= {"european": _european()} if letter.id == ORDER else {}
        if not printed and (letter.clock.last_label or known.last):
            label = spoken(letter.clock.last_label) if letter.clock.last_label else PRINTED
            fields["last"] = DayField(label, required=False)
    fields |= {"amount": _amount()} if letter.at_step else {}
    return type("LetterForm", (TypedForm,), fields)


def _days() -> NumberField:
    return NumberField(_l("Antal dagar i brevet"), required=False, low=FEWEST_DAYS, high=MOST_DAYS)


def _european() -> PickField:
    return PickField(_l("Är det ett europeiskt betalningsföreläggande?"), choices=(("", _l("Nej")), ("yes", _l("Ja"))))


def _amount() -> KronorField:
    said, hint = _l("Räkningens belopp från början"), _l("Utan avgifter. Lämna tomt om du inte vet.")
    return KronorField(said, hint, required=False, low=1)


def texts_of_known(letter: Letter, known: Known) -> dict[str, str]:
    """What the fields show of what is known."""
    given = known.given
    european = letter.id == ORDER and given.days == EUROPEAN_DAYS
    shown = {
        "day": given.day.isoformat() if given.day else "",
        "last": given.last.isoformat() if given.last else "",
        "days": str(given.days) if given.days and not european else "",
        "european": "yes" if european else "",
        "amount": known.amount,
    }
    return {name: text for name, text in shown.items() if text}


def read_dates(letter: Letter, form: TypedForm, today: datetime.date) -> LetterDate | None:
    """The days of a valid form; None where they cannot be, and then the form says what."""
    values = form.values
    day, days, last = values.get("day"), values.get("days"), values.get("last")
    if day and day > today:
        form.refuse("day", _("Den dagen har inte varit än. Skriv en dag till och med i dag."))
    if values.get("european"):
        if days not in (None, EUROPEAN_DAYS):
            form.refuse("days", _("Ett europeiskt betalningsföreläggande ger %(days)s dagar.", days=EUROPEAN_DAYS))
        days = EUROPEAN_DAYS
    return None if any(field.errors for field in form.leaves) else LetterDate(day, days, last)


@dataclass(frozen=True, slots=True)
class LetterView:
    """`last` is the day to count on, `printed` whether it stands in the letter; `also` are other days with a name."""

    letter: Letter
    today: datetime.date
    given: LetterDate
    last: datetime.date | None
    also: tuple[tuple[str, datetime.date], ...]
    ladder: Ladder | None
    used: tuple[Used, ...]
    own_amount: bool

    @property
    def printed(self) -> bool:
        """Whether the last day is one that the letter gives."""
        return self.last is not None and self.last == self.given.last

    @property
    def unknown(self) -> bool:
        """Whether a day was typed and still no last one can be told."""
        return self.last is None and self.given != NO_DATE

    @property
    def passed(self) -> bool:
        """Whether that day lies behind."""
        return self.last is not None and self.last < self.today

    @property
    def near(self) -> bool:
        """Whether that day is so close, or so far behind, that it is urgent."""
        return self.last is not None and near(self.last, self.today)

    @property
    def days_left(self) -> int:
        """Days until it; 0 on the day itself."""
        return (self.last - self.today).days if self.last else 0

    @property
    def shown_figures(self) -> tuple[Used, ...]:
        """The figures with the page that are one number."""
        return tuple(one for one in self.used if one.dated.value.amount is not None)


def letter_view(letter: Letter, known: Known, library: Library, today: datetime.date) -> LetterView:
    """The letter with what is known of it."""
    given = known.given
    last = last_day(letter.id, given, today)
    amount = ore_of(known.amount)
    grows = ladder(amount or EXAMPLE, today, today, library.calculator.figures) if letter.at_step else None
    also = tuple((name, day) for name, day in _other_days(letter, known, today) if day and day != last)
    return LetterView(letter, today, given, last, also, grows, _used(letter, library, today), amount is not None)


def ore_of(typed: str) -> Ore | None:
    """The sum of a bill as it was typed, in öre; None for nothing, and for what cannot be read any more."""
    try:
        read = amount_of(typed)
    except Unreadable:
        return None
    return read.amount if read and read.amount and read.period is None else None


def _other_days(letter: Letter, known: Known, today: datetime.date) -> tuple[tuple[str, datetime.date | None], ...]:
    if letter.id == DEBT:
        return ((REOPEN_BY, last_day(REOPENING, known.given, today)),)
    if letter.id == CLAIM:
        return ((PAY_ALL_BY, win_back_day(known.notice, known.notice_came, known.given, today)),)
    return ()


def _used(letter: Letter, library: Library, today: datetime.date) -> tuple[Used, ...]:
    found = []
    for name in letter.figures:
        try:
            found.append(Used(library.calculator.figures[name].on(today)))
        except FigureMissing:
            continue
    return tuple(found)
