"""When something goes wrong: a page that says what and what to do, in the reader's language, and never a bare code."""

from __future__ import annotations

import logging

from flask import Flask, current_app, g, render_template, request
from flask.globals import request_ctx
from flask_babel import gettext as _
from markupsafe import escape
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from classroom.rooms import Full, OtherHost
from classroom.store import MOST_ROOMS
from web import limits
from web.extensions import RETRY_AFTER, Busy, clock_time, now, whom_to_call
from web.i18n.languages import Languages
from web.session.class_cookie import ClassTooLarge
from web.session.cookie import VisitTooLarge

log = logging.getLogger("itid")


def handle(app: Flask) -> None:
    """Answer every fault with a page of our own."""
    app.register_error_handler(HTTPException, _known)
    app.register_error_handler(Busy, _busy)
    app.register_error_handler(VisitTooLarge, _too_large)
    app.register_error_handler(ClassTooLarge, _too_large)
    app.register_error_handler(SQLAlchemyError, _no_counts)
    app.register_error_handler(OtherHost, _other_machine)
    app.register_error_handler(Full, _full)
    app.register_error_handler(limits.Limited, _limited)
    app.register_error_handler(Exception, _unknown)


def _known(error: HTTPException) -> tuple[str, int, dict[str, str]]:
    _choose_language()
    code = error.code or 500
    titles = {
        400: (_("Det gick inte att läsa det som skickades"), _("Gå tillbaka och försök en gång till.")),
        404: (_("Sidan finns inte"), _("Adressen kan vara felskriven. Dina svar finns kvar.")),
        405: (_("Sidan kan inte öppnas på det sättet"), _("Gå till startsidan. Dina svar finns kvar.")),
        413: (
            _("Det som skickades är för stort"),
            _("Gå tillbaka och försök med mindre. Dina tidigare svar finns kvar."),
        ),
    }
    other = (_("Något gick fel"), _("Gå tillbaka och försök en gång till. Dina svar finns kvar."))
    methods = error.valid_methods if isinstance(error, MethodNotAllowed) else None
    allow = {"Allow": ", ".join(methods)} if methods else {}
    return _page(code, *titles.get(code, other), allow)


def _busy(error: Busy) -> tuple[str, int, dict[str, str]]:
    _choose_language()
    title = _("Många skriver ut just nu")
    return _page(
        503, title, _("Vänta en liten stund och försök igen. Dina svar finns kvar."), {"Retry-After": str(RETRY_AFTER)}
    )


def _no_counts(error: Exception) -> tuple[str, int, dict[str, str]]:
    _choose_language()
    log.error("%s at %s", type(error).__name__, request.endpoint)
    return _page(
        503,
        _("Klassrummet svarar inte just nu"),
        _("Vänta en liten stund och försök igen. Dina svar finns kvar på mobilen."),
        {"Retry-After": str(RETRY_AFTER)},
    )


def _other_machine(error: OtherHost) -> tuple[str, int, dict[str, str]]:
    _choose_language()
    title = _("Klassrummet finns på en annan server")
    return _page(503, title, _("Säg till den som sköter tjänsten."), {"Retry-After": str(RETRY_AFTER)})


def _full(error: Full) -> tuple[str, int, dict[str, str]]:
    """When the next room is free, which is true, and what can be done without one."""
    _choose_language()
    limits.happened("limits hit")
    time = clock_time(error.free_at)
    words = {
        "source": _("Från ert nät är väldigt många rum öppna. Nästa kan öppnas klockan %(time)s.", time=time),
        "browser": _("Du har redan öppnat flera rum. Nästa kan öppnas klockan %(time)s.", time=time),
        "all": _("Alla %(many)s rum används. Nästa rum blir ledigt klockan %(time)s.", many=MOST_ROOMS, time=time),
    }
    paper = _("Lektionen går också att hålla på papper.")
    headers = {"Retry-After": str(max(1, error.free_at - now()))}
    return _page(
        503 if error.whose == "all" else 429,
        _("Just nu går det inte att öppna ett rum"),
        f"{words[error.whose]} {paper}",
        headers,
    )


def _limited(error: limits.Limited) -> tuple[str, int, dict[str, str]]:
    """When it may be tried again, which is true."""
    _choose_language()
    time, headers = clock_time(error.until), {"Retry-After": str(max(1, error.until - now()))}
    if error.limit is limits.WRONG_CODES:
        title = _("Många fel koder har skrivits")
        words = _("Försök igen klockan %(time)s, eller läs av bilden på tavlan. Den fungerar ändå.", time=time)
    else:
        title = _("Det blev för många försök på en gång")
        words = _("Försök igen klockan %(time)s.", time=time)
    return _page(429, title, words, headers)


def _too_large(error: VisitTooLarge | ClassTooLarge) -> tuple[str, int, dict[str, str]]:
    _choose_language()
    return _page(
        413,
        _("Fler rader får inte plats"),
        _("Det du skrev sist sparades inte. Allt innan finns kvar. Ta bort en rad och försök igen."),
    )


def _unknown(error: Exception) -> tuple[str, int, dict[str, str]]:
    _choose_language()
    # The kind and the place are logged, never the message: it may hold what somebody typed.
    log.error("%s at %s", type(error).__name__, request.endpoint, exc_info=None)
    if error.__traceback__ is not None:
        frame = error.__traceback__
        while frame.tb_next is not None:
            frame = frame.tb_next
        log.error("  in %s line %s", frame.tb_frame.f_code.co_filename, frame.tb_lineno)
    return _page(
        500,
        _("Något gick fel hos oss"),
        _("Försök en gång till. Du kan också ringa. Numren finns under Kontakter."),
    )


def _page(code: int, title: str, what: str, headers: dict[str, str] | None = None) -> tuple[str, int, dict[str, str]]:
    if request_ctx.url_adapter is None:
        return _other_host(), 400, {}
    try:
        page = render_template("errors/error.html", title=title, what=what, code=code)
    except Exception as error:  # a fault in the page that tells of faults must not end in a bare traceback
        log.error("%s in the error page", type(error).__name__)
        page = f"<!doctype html><title>{escape(title)}</title><h1>{escape(title)}</h1><p>{escape(what)}</p>"
    return page, code, headers or {}


def _other_host() -> str:
    """The page for a name that is not ours: it repeats no name, leads nowhere, and has the numbers all the same."""
    directory = whom_to_call()
    numbers = [directory.by_id[one] for one in ("emergency", "mind", "health_1177")]
    return current_app.jinja_env.get_template("errors/other_host.html").render(numbers=numbers)


def _choose_language() -> None:
    """An address without a known language is answered in the one the browser asks for."""
    if "language" in g:
        return
    languages: Languages = current_app.extensions["languages"]
    g.language = languages.by_code.get(request.path.split("/")[1])
    if g.language is None:
        g.language, g.asked_of_browser = languages.best(request.headers.get("Accept-Language")), True
