"""Which pages there are: each is registered here, under the language it is read in; and what all of them share."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from flask import Flask, abort, current_app, g, redirect, request, url_for
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response

from calculator.letter_days import WITH_A_CLOCK
from classroom.live import Live
from classroom.rooms import Rooms
from classroom.store import Store
from classroom.tally import Tally
from content.problems import Problems
from report.library import Library
from report.paper_form import CannotBeOnPaper, paper_form
from web import errors
from web.assets import Assets
from web.budget import pages as budget
from web.budget import quick, until_pay, what_if
from web.check import pages as check
from web.classroom import expiry, follow, household, lesson, moved, pupil, quiz
from web.classroom.game import pages as game
from web.classroom.lead import from_paper, remote, wall
from web.cli import commands, print_set
from web.debts import pages as debts
from web.drawings import load_drawings
from web.extensions import today
from web.forms.fields import TokenForm
from web.found import head
from web.found import pages as found
from web.i18n.days import load_days
from web.i18n.hyphens import load_hyphens
from web.i18n.languages import SOURCE, Language, current
from web.i18n.markers import N_
from web.i18n.whole_page.protected import load_protected
from web.kiosk import pages as kiosk
from web.letters import authorities
from web.letters import pages as letters
from web.names import give_names
from web.operating import health
from web.paper import pages as paper
from web.paper.press.pdf import Renderers
from web.paper.printables import ReadyMade
from web.plan import calendar_file, saved_file, transfer
from web.plan import pages as results
from web.reading import events, pages, start
from web.reading import figures as shown_figures
from web.reading.speaking import load_speaking
from web.session import class_cookie, cookie, kiosk_mode
from web.settings import Settings, SettingsError
from web.sums import pages as sums
from web.sums.registry import BY_RULE
from web.sums.shown import months

PAGES = (
    start.bp,
    check.bp,
    budget.bp,
    quick.bp,
    until_pay.bp,
    what_if.bp,
    debts.bp,
    letters.bp,
    sums.bp,
    authorities.bp,
    results.bp,
    transfer.bp,
    calendar_file.bp,
    kiosk.bp,
    events.bp,
    paper.bp,
    saved_file.bp,
    pupil.bp,
    follow.bp,
    quiz.bp,
    household.bp,
    remote.bp,
    wall.bp,
    lesson.bp,
    moved.bp,
    game.bp,
    from_paper.bp,
    pages.bp,
)

CLASSROOM = tuple(
    one.name
    for one in (pupil.bp, follow.bp, quiz.bp, household.bp, remote.bp, wall.bp, lesson.bp, game.bp, from_paper.bp)
)


def register(app: Flask, settings: Settings, library: Library) -> None:
    """Give the app its pages and its commands. Raises `SettingsError` for an unknown municipality."""
    if settings.municipality not in library.advice.municipalities:
        known = ", ".join(library.advice.municipalities)
        raise SettingsError(f"ITID_MUNICIPALITY: there is no file for {settings.municipality!r}; there is {known}")
    _check_pictures(library, Path(app.static_folder or ""))
    _check_letters(library, Path(app.static_folder or ""))
    _check_paper(library)
    live = Live(settings.live, hashlib.sha256(settings.database_url.encode()).hexdigest()[:12])
    rooms = Rooms(Store(settings.database_url), live, settings.host_name, len(library.classroom.quiz.statements))
    app.extensions.update(
        itid_settings=settings,
        itid_library=library,
        itid_renderers=Renderers(settings.renderers),
        itid_ready_made=ReadyMade(),
        itid_rooms=rooms,
        itid_tally=Tally(live),
    )
    expiry.erase_by_itself(app)
    kiosk_mode.prepare(app, settings)
    class_cookie.prepare(app)
    _register_pages(app)
    _register_templates(app, library)
    if settings.hosts:
        app.wsgi_app = health.AskedFromHere(app.wsgi_app, settings.hosts[0])  # type: ignore[method-assign]
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=settings.proxies)  # type: ignore[method-assign]


def _register_pages(app: Flask) -> None:
    """Every page under the language it is read in, and every command."""
    for bp in PAGES:
        app.register_blueprint(bp, url_prefix="/<lang>")
    app.register_blueprint(health.bp)
    app.register_blueprint(found.bp)
    _use_language_of_address(app)
    app.add_url_rule("/", "front", _front)
    errors.handle(app)
    commands.add(app)
    app.cli.add_command(print_set.print_set)


def _register_templates(app: Flask, library: Library) -> None:
    """What the templates draw, count and name with."""
    app.context_processor(_for_every_page)
    app.context_processor(kiosk.for_every_page)
    load_days(app)
    load_hyphens(app)
    load_speaking(app)
    load_protected(app, library.advice.directories[app.extensions["itid_settings"].municipality])
    load_drawings(app, library, BY_RULE)
    give_names(app)
    head.prepare(app, library, BY_RULE.values())
    app.jinja_env.filters["months"] = months
    app.jinja_env.globals["asset"] = app.extensions["itid_assets"] = Assets(Path(app.static_folder or ""))
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        figure_amount=shown_figures.figure_amount,
        figure_said=shown_figures.figure_said,
        figure_confidence=shown_figures.CONFIDENCE,
        sums_by_rule=BY_RULE,
        letter_kinds=library.door.by_id,
        letter_forms=library.door.forms_by_id,
        N_=N_,
        classroom=CLASSROOM,
    )


def _front() -> Response:
    """`/` leads to the start page in the language the browser asks for."""
    language = current_app.extensions["languages"].best(request.headers.get("Accept-Language"))
    response = redirect(url_for("start.start", lang=language.code))
    response.vary.add("Accept-Language")
    return response


def _use_language_of_address(app: Flask) -> None:
    """The first part of an address is its language; pages and links below never have to name it."""

    @app.url_value_preprocessor
    def set_language(endpoint: str | None, values: dict[str, Any] | None) -> None:
        if values and "lang" in values:
            language: Language | None = app.extensions["languages"].by_code.get(values.pop("lang"))
            if language is None:
                abort(404)
            g.language = language

    @app.before_request
    def speak_as_the_lesson_does() -> Response | None:
        if request.blueprint not in CLASSROOM or current().in_class:
            return None
        return redirect(url_for(request.endpoint or "start.start", lang=SOURCE.code, **(request.view_args or {})))

    @app.url_defaults
    def keep_language(endpoint: str, values: dict[str, Any]) -> None:
        if app.url_map.is_endpoint_expecting(endpoint, "lang"):
            values.setdefault("lang", current().code)


def _for_every_page() -> dict[str, Any]:
    library: Library = current_app.extensions["itid_library"]
    settings: Settings = current_app.extensions["itid_settings"]
    return {
        "directory": library.advice.directories[settings.municipality],
        "token_form": TokenForm(formdata=None),
        "today": today(),
        "visit_open": cookie.read().open,
        "visit_ended": cookie.has_ended(),
        "seconds_left": cookie.seconds_left(),
        "demo_http": settings.demo_http,
    }


def _check_pictures(library: Library, static: Path) -> None:
    """Raises `ContentError` for an option whose drawing is not there."""
    problems = Problems()
    for questionnaire in library.questions.questionnaires.values():
        for question in questionnaire.questions:
            for option in question.options:
                if option.picture and not (static / "letters" / f"{option.picture}.svg").is_file():
                    key, what = f"{question.id}.{option.id}.picture", f"there is no drawing {option.picture!r}"
                    problems.add(questionnaire.id, key, what, "put an .svg of that name into static/letters")
    problems.raise_if_any()


def _check_letters(library: Library, static: Path) -> None:
    """Raises `ContentError` for a letter whose drawing, sum or clock is not there."""
    problems = Problems()
    for letter in library.door.letters:
        if not (static / "letters" / f"{letter.picture}.svg").is_file():
            mend = "put an .svg of that name into static/letters"
            problems.add(f"letters/{letter.id}", "picture", f"there is no drawing {letter.picture!r}", mend)
        for one in letter.envelopes:
            if not (static / "drawings" / f"{one.picture}.svg").is_file():
                key, mend = f"envelopes.{one.id}", "put an .svg of that name into static/drawings"
                problems.add(f"letters/{letter.id}", key, f"there is no drawing {one.picture!r}", mend)
        if letter.sum is not None and letter.sum not in BY_RULE:
            problems.add(f"letters/{letter.id}", "sum", f"{letter.sum!r} has no page", f"one of {', '.join(BY_RULE)}")
        if (letter.clock is None) is (letter.id in WITH_A_CLOCK):
            mend = "ask for days where a last day can be told, and nowhere else"
            problems.add(f"letters/{letter.id}", "clock", "the sums and the page do not agree on its days", mend)
    problems.raise_if_any()


def _check_paper(library: Library) -> None:
    """Raises `ContentError` for a rule that the key on paper could not say."""
    problems = Problems()
    for questionnaire in library.questions.questionnaires.values():
        try:
            paper_form(questionnaire, library.questions.book)
        except CannotBeOnPaper as rule:
            what = "the check on paper cannot say this rule"
            problems.add("rules.toml", str(rule), what, "one of: two questions in `all`; `any`; one of `facts`")
    problems.raise_if_any()
