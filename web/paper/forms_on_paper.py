"""Paper for when nothing works: the self-check with its key, a blank budget, the guide to letters, and a poster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import segno
from babel.lists import format_list
from flask import current_app
from markupsafe import Markup

from advice.place import Contact
from questionnaire.assess import BY_LEVEL
from report.paper_form import LEVELS, PaperForm, Tick, paper_form
from report.paper_steps import paper_steps, step_under_18
from report.step import Step
from web.extensions import library, today, whom_to_call
from web.i18n.formats import isolated, number_span
from web.i18n.languages import SOURCE, Languages, current
from web.i18n.markers import N_
from web.i18n.when import BY_WHEN
from web.i18n.words import said_in, spoken
from web.paper.letter_sheet import drawing
from web.paper.sheet import both_ways, lean, tel

NO_TICK = "☐"
"""After the number of a question in the key: nothing is ticked there."""
INVITE, OFFER = (
    N_("Oro för pengar?"),
    N_("Svara på några frågor. Du får ett papper med vad du kan göra först. Du är anonym."),
)
MOST_CALLS = 2


def check_html(questionnaire: str, *, beside: bool = False) -> str:
    """The whole self-check to fill in by pencil, and the key that gives the same level as the screen."""
    known, directory = library(), whom_to_call()
    form = paper_form(known.questions.questionnaires[questionnaire], known.questions.book)
    headlines = known.questions.book.headline_of
    place = directory.municipality.code
    steps = {level: paper_steps(known, form, level, place, today()) for level in LEVELS}
    return _page(
        "paper/check.html",
        beside,
        form=form,
        young=questionnaire == "youth",
        words={level: headlines[name] for level, name in BY_LEVEL.items()},
        by_when=BY_WHEN,
        levels=LEVELS,
        steps=steps,
        budget={level: [name for name, given in form.budget.items() if given == level] for level in LEVELS},
        cuts={3: form.cuts.three, 2: form.cuts.two},
        under_18=step_under_18(known, form, place, today()) if questionnaire == "youth" else None,
        names=names,
        calls=_calls,
        share=_number_of(form, "repay_share"),
        helplines=directory.helplines(under_18=questionnaire == "youth"),
    )


def budget_form_html(*, beside: bool = False) -> str:
    """The budget as a form to fill in by hand."""
    calculator = library().calculator
    kinds = {kind: [one for one in calculator.groups if one.kind == kind] for kind in ("income", "costs", "debts")}
    return _page("paper/budget_form.html", beside, kinds=kinds)


def letter_guide_html(*, beside: bool = False) -> str:
    """Every kind of letter on paper: what it is, by when, what to do, whom to call and what to say."""
    door = library().door
    drawn: Callable[[Any], Markup] = lambda letter: drawing(letter.picture, spoken(letter.shows))  # noqa: E731
    return _page("paper/letter_guide.html", beside, letters=door.letters, drawing=drawn)


def poster_html(address: str) -> str:
    """A page for a door or a notice board: the invitation in every language, and a picture of the address."""
    languages: Languages = current_app.extensions["languages"]
    others = [one for one in languages.offered if one.code != current().code]
    code = segno.make(address, error="m", micro=False)
    picture = code.svg_inline(border=2, dark="#000000", light=None, svgclass="qr", omitsize=True)
    return _page(
        "paper/poster.html",
        False,
        address=address.removesuffix("/").partition("://")[2],
        picture=Markup(picture),  # noqa: S704 - drawn from our own address
        invitations=[(one, *said_in(one, INVITE, OFFER)) for one in others],
        events=whom_to_call().municipality.coming(today())[:3],
    )


def names(ticks: Iterable[Tick]) -> Markup:
    """`2d, 3b or 4☐`, in the page's language; each name is read from left to right."""
    shown = [str(number_span(f"{tick.number}{tick.letter or NO_TICK}")) for tick in ticks]
    return Markup(format_list(shown, style="or", locale=current().locale))  # noqa: S704 - our own names


def _calls(step: Step) -> list[tuple[Contact, str | None]]:
    """The first contacts of a step, with the number where there is one; without, they say where it stands."""
    directory = whom_to_call()
    return [(contact, directory.phone_of(contact)) for contact in step.contacts[:MOST_CALLS]]


def _number_of(form: PaperForm, question: str) -> int | None:
    return next((one.number for one in form.questions if one.question.id == question), None)


def _page(template: str, beside: bool, **values: Any) -> str:
    two_languages = beside and current().code != SOURCE.code
    common: Mapping[str, Any] = {
        "both": both_ways(two_languages),
        "tel": tel,
        "isolated": isolated,
        "directory": whom_to_call(),
        "day_made": today(),
    }
    page = current_app.jinja_env.get_template(template).render(**common, **values)
    return lean(page)
