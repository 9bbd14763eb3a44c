"""The forms of the self-check: who it is about, which questions, and one form for each question.

A question with drawings is asked as drawings, and what they stand for is stored: the options behind them. A drawing
with several options has a follow-up on the same page, which opens as soon as the drawing is ticked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l

from questionnaire.model import Drawing, Question
from web.forms.fields import ChoiceField, ManyField, TokenForm
from web.i18n.words import translate

ROLES = (
    ("self", _l("Om mig själv")),
    ("someone", _l("Jag hjälper någon")),
    ("trying", _l("Jag vill bara prova")),
)
AGE_GROUPS = (
    ("u16", _l("Under 16")),
    ("16_17", "16–17"),
    ("18_25", "18–25"),
    ("26plus", _l("26 eller äldre")),
)
QUESTIONNAIRES = (
    ("youth", _l("Frågor för dig som är ung, till exempel bor hemma eller nyss har flyttat")),
    ("adult", _l("Frågor för vuxna, till exempel med egen hyra och flera räkningar")),
)
FOLLOW_UP = "more_"
"""Before a drawing's id: the name of its follow-up's field."""
UNKNOWN = "unknown"
"""The choice "I do not know" of a follow-up."""


class WhoForm(TokenForm):
    """Who it is about, and the age group."""

    role = ChoiceField(ROLES, _l("Välj vem det gäller."))
    age = ChoiceField(AGE_GROUPS, _l("Välj en ålder."))


class WhichForm(TokenForm):
    """Which questions someone of 18 to 25 wants."""

    questionnaire = ChoiceField(QUESTIONNAIRES, _l("Välj vilka frågor du vill ha."))


def question_form(question: Question, *, under_18: bool) -> type[TokenForm]:
    """The form of one question, with the options of this age."""
    missing = _l("Välj ett svar eller tryck på Hoppa över.")
    if question.drawings:
        return _drawings_form(question, missing)
    choices = [(option.id, translate(option.label)) for option in question.offered(under_18)]
    many = question.kind == "many"
    field = ManyField(choices, missing, alone=question.alone) if many else ChoiceField(choices, missing)
    return type("QuestionForm", (TokenForm,), {"answer": field})


def shown(question: Question, chosen: Iterable[str]) -> dict[str, Any]:
    """Field → what is ticked beforehand, from the options that are stored."""
    options = set(chosen)
    if not question.drawings:
        ticked = [option.id for option in question.options if option.id in options]
        return {"answer": ticked if question.kind == "many" else next(iter(ticked), None)}
    data: dict[str, Any] = {
        "answer": [drawing.id for drawing in question.drawings if not options.isdisjoint(drawing.options)]
    }
    for drawing in told_apart(question):
        data[FOLLOW_UP + drawing.id] = [one.id for one in drawing.choices if options.issuperset(one.options)]
    return data


def stored(question: Question, form: TokenForm) -> tuple[str, ...]:
    """The options that a valid form stands for."""
    data = form.data["answer"]
    if not question.drawings:
        return tuple(data) if isinstance(data, list) else (data,)
    ticked = [drawing for drawing in question.drawings if drawing.id in data]
    return tuple(option for drawing in ticked for option in _behind(drawing, form))


def told_apart(question: Question) -> tuple[Drawing, ...]:
    """The drawings that have a follow-up."""
    return tuple(drawing for drawing in question.drawings if drawing.choices)


def _drawings_form(question: Question, missing: Any) -> type[TokenForm]:
    choices = [(drawing.id, translate(drawing.label)) for drawing in question.drawings]
    alone = next(drawing.id for drawing in question.drawings if drawing.options == (question.alone,))
    fields: dict[str, Any] = {"answer": ManyField(choices, missing, alone=alone)}
    for drawing in told_apart(question):
        told = [(one.id, translate(one.label)) for one in drawing.choices]
        fields[FOLLOW_UP + drawing.id] = ManyField([*told, (UNKNOWN, _l("Vet inte"))])
    return type("DrawingsForm", (TokenForm,), fields)


def _behind(drawing: Drawing, form: TokenForm) -> tuple[str, ...]:
    """The options of one ticked drawing; without an answer to its follow-up, the one of "I do not know"."""
    if not drawing.choices:
        return drawing.options
    ticked = form.data[FOLLOW_UP + drawing.id] or ()
    told = tuple(option for one in drawing.choices if one.id in ticked for option in one.options)
    return told or tuple(filter(None, (drawing.unknown,)))
