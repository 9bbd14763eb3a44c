"""The month game, page by page. Each press is a post that is kept at once, so that no page holds anything unsaved."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Blueprint, abort, make_response, redirect, render_template, url_for
from flask_babel import gettext as _

from classroom.households import must_keep
from classroom.model import ClassHousehold
from classroom.month import state as game
from classroom.month import sums
from classroom.month.model import GameLetter
from classroom.month.state import NotInTheGame, State
from web.classroom.game import shown
from web.classroom.game.place import drawn_card, keep_state, place, state_of
from web.extensions import library
from web.forms.fields import TokenForm
from web.forms.posts import Answer, counts, form_page, pressed

bp = Blueprint("game", __name__)
bp.record_once(shown.load_game)

Press = Callable[[State], State]
ASKS_AGAIN = "5"
"""Seconds until a page on which nothing can be filled in asks anew whether the class has come so far."""


@bp.get("/klass/spel/")
def every() -> Answer:
    """The rules, and the six people."""
    return render_template("classroom/game/every.html", households=library().classroom.households)


def playing(step: str) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """A page of a household's game that is there from this step on; before it, "not yet"."""

    def page_of(view: Callable[..., Answer]) -> Callable[..., Answer]:
        @wraps(view)
        def seen(name: str, **values: Any) -> Answer:
            found = library().classroom.by_id.get(name)
            if found is None:
                abort(404)
            if not place().is_open(step):
                page = make_response(render_template("classroom/game/not_yet.html", household=found))
                page.headers["Refresh"] = ASKS_AGAIN
                return page
            return view(found, state_of(found), **values)

        return seen

    return page_of


@bp.get("/klass/spel/<name>/")
@playing("letters")
def story(household: ClassHousehold, state: State) -> Answer:
    """Who it is."""
    return _page("story", household, state)


@bp.route("/klass/spel/<name>/brev/<letter>", methods=["GET", "POST"])
@playing("letters")
def letter(household: ClassHousehold, state: State, letter: str) -> Answer:
    """One letter, and the four piles."""
    found = next((one for one in household.letters if one.id == letter), None)
    if found is None:
        abort(404)
    values = {"letter": found, "place": household.letters.index(found)}
    pile = pressed("pile") or ""
    return _pressed(
        lambda one: game.lay(one, household, letter, pile), household, state, "letter", _after_letter, **values
    )


@bp.route("/klass/spel/<name>/brev/", methods=["GET", "POST"])
@playing("letters")
def letters(household: ClassHousehold, state: State) -> Answer:
    """Where the three lie, and "Kolla"."""
    verdicts = game.verdicts(state, household)
    return _pressed(
        lambda one: game.check(one, household), household, state, "letters", _to("letters", "piles"), verdicts=verdicts
    )


@bp.route("/klass/spel/<name>/manad", methods=["GET", "POST"])
@playing("month")
def month(household: ClassHousehold, state: State) -> Answer:
    """What has happened, and what is left: three sums to choose from, then how it is reckoned."""
    values = {"ordinary": sums.ordinary(household), "answers": shown.answers(household, state)}
    which = pressed("guess") or ""
    return _pressed(lambda one: game.guess(one, which), household, state, "month", _to("month", "left"), **values)


@bp.route("/klass/spel/<name>/atgarder", methods=["GET", "POST"])
@playing("month")
def measures(household: ClassHousehold, state: State) -> Answer:
    """Six measures to switch on and off, and what is left with them."""
    which = pressed("measure") or ""
    values = {
        "left": game.left(state, household),
        "measures": game.in_drawn_order(household.measures, state.seed),
        "kept": must_keep(household),
        "event": sums.event(household, state.card),
        "draws": place().draws() and place().is_open("card"),
    }
    go_on = _to("measures", "left")
    return _pressed(lambda one: game.press(one, household, which), household, state, "measures", go_on, **values)


@bp.post("/klass/spel/<name>/kort")
@playing("card")
def card(household: ClassHousehold, state: State) -> Answer:
    """Draw A or B, where it is not drawn on the wall. A card that is drawn stays."""
    if counts(TokenForm()) and place().draws() and state.card is None:
        keep_state(household, game.draw(state, drawn_card()))
    return redirect(url_for(".measures", name=household.id, _anchor="left"), 303)


@bp.route("/klass/spel/<name>/samtal", methods=["GET", "POST"])
@playing("call")
def call(household: ClassHousehold, state: State) -> Answer:
    """Whom to call, and then the words to say."""
    which = pressed("contact") or ""
    contacts = game.in_drawn_order(household.contact.options, state.seed)
    chosen = next((one for one in contacts if one.id == state.contact), None)
    values = {"contacts": contacts, "chosen": chosen}
    return _pressed(
        lambda one: game.call(one, household, which), household, state, "call", _to("call", "said"), **values
    )


@bp.get("/klass/spel/<name>/februari")
@playing("february")
def february(household: ClassHousehold, state: State) -> Answer:
    """The three marks, and what each measure came to."""
    return _page(
        "february",
        household,
        state,
        marks=game.marks(state, household),
        left=game.left(state, household),
        february=game.february(state, household),
        chosen=game.switched_on(state, household),
    )


def _pressed(
    press: Press,
    household: ClassHousehold,
    state: State,
    page: str,
    onward: Callable[[ClassHousehold, State], str],
    **values: Any,
) -> Answer:
    """The page, or where a press leads. One for something that is not there is answered on the page."""
    form = TokenForm()
    if not counts(form):
        return _page(page, household, state, form, fault=form.fault, **values)
    try:
        after = press(state)
    except NotInTheGame:
        return _page(
            page, household, state, form, fault=_("Det svaret finns inte. Välj ett av svaren på sidan."), **values
        )
    keep_state(household, after)
    return redirect(onward(household, after), 303)


def _page(page: str, household: ClassHousehold, state: State, form: TokenForm | None = None, **values: Any) -> Answer:
    template = f"classroom/game/{page}.html"
    return form_page(template, form or TokenForm(formdata=None), household=household, state=state, **values)


def _after_letter(household: ClassHousehold, state: State) -> str:
    unlaid: GameLetter | None = shown.first_unlaid(household, state)
    if unlaid is None:
        return url_for(".letters", name=household.id)
    return url_for(".letter", name=household.id, letter=unlaid.id)


def _to(endpoint: str, anchor: str) -> Callable[[ClassHousehold, State], str]:
    return lambda household, _state: url_for(f".{endpoint}", name=household.id, _anchor=anchor)
