"""The words of the month game: what lies where, what is said of a letter, and what is left."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask.blueprints import BlueprintSetupState
from flask_babel import format_date, pgettext
from flask_babel import gettext as _
from markupsafe import Markup

from classroom.model import ClassHousehold
from classroom.month import sums
from classroom.month.letters import LookAt
from classroom.month.model import GameLetter, Pile
from classroom.month.state import GUESSES, Guess, State, Verdict, in_drawn_order
from content.money import ORE_IN_KRONA
from web.i18n.formats import isolated, money
from web.i18n.markers import N_
from web.i18n.words import translate

LOOK_AGAIN: Mapping[LookAt, str] = {
    "sender": N_("Titta en gång till på avsändaren."),
    "last": N_("Titta en gång till på sista dagen."),
    "amount": N_("Titta en gång till på beloppet."),
}
DRAWINGS = {
    "samira": "school",
    "elias": "paylater",
    "lena_johan": "home",
    "maria": "child",
    "ahmed": "health",
    "goran": "letter",
}
"""A household that is not here is drawn as people."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the three sums to choose from."""

    id: Guess
    kronor: int


def pile_names() -> Mapping[Pile, str]:
    """What the four buttons of a letter say."""
    return {
        "today": _("Gör i dag"),
        "in_time": _("Gör före sista dagen"),
        "keep": pgettext("a letter", "Spara"),
        "away": _("Lägg bort, betala inte"),
    }


def kronor(amount: int) -> Markup:
    """An amount in kronor as it is shown: `−1 450 kr`."""
    return money(amount * ORE_IN_KRONA)


def change(amount: int) -> Markup:
    """What is added or taken away, with its sign: `+800 kr`."""
    return Markup('<span class="n" dir="ltr">+{}</span>').format(kronor(amount)) if amount > 0 else kronor(amount)


def said_left(amount: int) -> Markup:
    """Whether the month adds up, in a sentence without a sign."""
    words = _("Det fattas %(amount)s") if amount < 0 else _("Det går ihop, med %(amount)s kvar")
    return isolated(Markup(words) % {"amount": kronor(abs(amount))})  # noqa: S704 - the catalogue's words


def short_day(day: datetime.date) -> Markup:
    """A day of the game, which has no year: `9 november`."""
    return isolated(format_date(day, "d MMMM"))


def letter_day(day: datetime.date) -> Markup:
    """The same as it stands in a letter: `9 nov`. Which year it is does not matter in the game."""
    words = isolated(format_date(day, "d MMM").rstrip("."))
    return Markup('<time datetime="{}">{}</time>').format(day.strftime("%m-%d"), words)


def reason(letter: GameLetter) -> Markup:
    """Why a letter lies where it does."""
    if letter.pile == "away":
        return Markup(_("Det avslöjar brevet: %(signs)s.")) % {"signs": translate(letter.signs)}  # noqa: S704
    if letter.last is None:
        return isolated(_("Brevet har ingen sista dag."))
    words = {
        "today": _("Sista dagen är den %(day)s. Det är inom fem dagar."),
        "in_time": _("Sista dagen är den %(day)s. Det är mer än fem dagar dit."),
    }
    return Markup(words[letter.pile]) % {"day": short_day(letter.last)}  # noqa: S704 - the catalogue's words


def answers(household: ClassHousehold, state: State) -> tuple[Answer, ...]:
    """The three sums in the order of this group."""
    of = dict(zip(GUESSES, sums.left_to_choose(household), strict=True))
    return in_drawn_order([Answer(one, of[one]) for one in GUESSES], state.seed)


def first_unlaid(household: ClassHousehold, state: State) -> GameLetter | None:
    """The next letter that lies nowhere yet."""
    laid = zip(household.letters, state.piles, strict=True)
    return next((letter for letter, pile in laid if pile is None), None)


def look_words(verdict: Verdict) -> str:
    """What to look at again; empty where the letter lies right."""
    return str(_(LOOK_AGAIN[verdict.look])) if verdict.look else ""


def load_game(setup: BlueprintSetupState) -> None:
    """Give the templates of the game what they show it with."""
    filters: Mapping[str, Any] = {"kronor": kronor, "change": change, "said_left": said_left, "letter_day": letter_day}
    setup.app.jinja_env.filters.update(filters)
    setup.app.jinja_env.globals.update(
        pile_names=pile_names, game_drawings=DRAWINGS, letter_reason=reason, look_words=look_words
    )
