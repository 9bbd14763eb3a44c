"""The kiosk: a screen that invites in every language in turn, asks whether one is still there, and forgets.

Everything works with scripts off: the screen changes its language, and clears itself, by what it tells the browser to
do next. Clearing by itself is a change that a link makes, and only a screen that staff have made a kiosk takes it.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, current_app, make_response, redirect, render_template, request, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response as Redirect

from advice.place import Event
from web.extensions import today, whom_to_call
from web.forms.fields import ChoiceField, TokenForm
from web.forms.posts import Answer, counts, form_page, pressed_any
from web.i18n.languages import Language, Languages, current
from web.i18n.markers import N_
from web.i18n.words import said_in, spoken
from web.session import cookie, kiosk_mode
from web.session.kiosk_mode import KIOSK_ASKS, KIOSK_WAITS, Kiosk
from web.session.leaving import forget, this_kiosk

bp = Blueprint("kiosk", __name__)

TURN = 8
"""Seconds that the screen stands in one language."""
NO_EVENT = "other"
PRINTERS = (
    ("yes", _l("Ja, skrivaren skriver ut direkt")),
    ("no", _l("Nej, bara ta med till telefonen")),
)
INVITE, TOUCH = N_("Oro för pengar?"), N_("Tryck här")


@bp.get("/kiosk")
def front() -> Answer:
    """The inviting screen; before staff have started it, what they choose."""
    if this_kiosk() is None:
        return _staff_page(_staff_form())
    languages: Languages = current_app.extensions["languages"]
    page = render_template(
        "kiosk/front.html",
        invitations=[(one, *said_in(one, INVITE, TOUCH)) for one in languages.offered],
        event=_event(),
    )
    response = make_response(page)
    response.headers["Refresh"] = f"{TURN}; url={url_for('.front', lang=_next(languages).code)}"
    return response


@bp.route("/kiosk/personal", methods=["GET", "POST"])
def staff() -> Answer:
    """Staff start the kiosk with its place and whether there is a printer, or end it."""
    form = _staff_form()
    ending = pressed_any("end")
    if not counts(form, fields=not ending):
        return _staff_page(form)
    if ending:
        cookie.clear()
        response = redirect(url_for("start.start"), 303)
        kiosk_mode.end(current_app, response)
        return response
    cookie.clear()
    response = redirect(url_for(".front"), 303)
    kiosk_mode.start(current_app, response, Kiosk(form.place.data, form.printer.data == "yes"))
    return response


@bp.get("/kiosk/kvar")
def still_there() -> Answer:
    """ "Are you still there?"; a minute later everything is cleared."""
    if this_kiosk() is None:
        return redirect(url_for("start.start"))
    response = make_response(render_template("kiosk/still.html", back=_own_address(request.args.get("fran", ""))))
    response.headers["Refresh"] = f"{KIOSK_WAITS}; url={url_for('.cleared')}"
    return response


@bp.get("/kiosk/rensad")
def cleared() -> Redirect:
    """Nobody is there: forget everything, and invite the next one."""
    if this_kiosk() is None:
        return redirect(url_for("start.start"))
    return forget()


def for_every_page() -> dict[str, object]:
    """What base.html needs to know."""
    return {"kiosk": this_kiosk(), "kiosk_asks": KIOSK_ASKS, "kiosk_waits": KIOSK_WAITS}


def _staff_form() -> TokenForm:
    places = [(event.id, spoken(event.title)) for event in _coming()]
    fields = {
        "place": ChoiceField([*places, (NO_EVENT, _l("Någon annanstans"))], _l("Välj var skärmen står.")),
        "printer": ChoiceField(PRINTERS, _l("Välj om det finns en skrivare.")),
    }
    form: TokenForm = type("KioskForm", (TokenForm,), fields)(data={"place": NO_EVENT, "printer": "no"})
    return form


def _staff_page(form: TokenForm) -> Answer:
    return form_page("kiosk/staff.html", form, started=this_kiosk() is not None)


def _coming() -> tuple[Event, ...]:
    return whom_to_call().municipality.coming(today())


def _event() -> Event | None:
    kiosk = this_kiosk()
    return next((event for event in _coming() if kiosk and event.id == kiosk.place), None)


def _next(languages: Languages) -> Language:
    place = languages.offered.index(current())
    return languages.offered[(place + 1) % len(languages.offered)]


def _own_address(address: str) -> str:
    """A page of this app, as it was sent along; the start page for anything else."""
    try:
        parts = urlsplit(address)
    except ValueError:  # such as a bracket that is never closed
        return url_for("start.start")
    languages: Languages = current_app.extensions["languages"]
    own = not parts.scheme and not parts.netloc and address.startswith("/") and "\\" not in address
    if own and parts.path.split("/")[1] in languages.by_code:
        return parts.path
    return url_for("start.start")
