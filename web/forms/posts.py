"""Whether a post counts, and how it is answered where it does not: the one place for both, for every form.

What was typed is kept and shown again, whether a field is wrong, the page was open for too long, or only another
language was asked for.
"""

from __future__ import annotations

from typing import Any

from flask import render_template, request
from werkzeug.wrappers import Response

from web.forms.fields import TokenForm

Answer = str | Response | tuple[str, int]
"""What a view answers with."""
UNPROCESSABLE = 422


def counts(form: TokenForm, *, fields: bool = True) -> bool:
    """Whether a post is to be acted on: sent to be answered, from a page of ours that was not open too long, and valid.

    With `fields=False` what the fields hold does not matter, as for a button that skips a question.
    """
    if not form.is_submitted():
        return False
    valid = bool(form.validate())
    return valid or (not fields and not form.page_was_open_too_long)


def form_page(
    template: str | tuple[str, ...], form: TokenForm, *, sent: TokenForm | None = None, **values: Any
) -> Answer:
    """The page of a form with what was typed; 422 where it was sent to be answered and is shown again instead.

    `sent` is another form of the page, such as a single button, where that is the one that did not count; a `fault`
    among the values is one that no field has.
    """
    faulty = (sent or form).is_submitted() or bool(values.get("fault"))
    page = render_template(
        template if isinstance(template, str) else list(template), form=form, sent=sent, faulty=faulty, **values
    )
    return (page, UNPROCESSABLE) if faulty else page


def pressed(button: str) -> str | None:
    """The value of the button of that name where it was pressed, else None."""
    return request.form.get(button)


def pressed_any(*buttons: str) -> bool:
    """Whether one of these was pressed."""
    return any(button in request.form for button in buttons)
