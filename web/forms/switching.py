"""Another language in the middle of a page: what was typed is sent along, shown again, and neither checked nor kept.

A page with fields has a button for each language where others have a link. It sends the form to the same page in that
language, so it works without scripts, too.
"""

from __future__ import annotations

from flask import request

SPEECH = "speech"
"""The name of such a button."""


def switching() -> bool:
    """Whether a button for a language was pressed, and none that answers."""
    return request.method == "POST" and SPEECH in request.form


def sent() -> bool:
    """Whether a form was sent to be answered."""
    return request.method == "POST" and SPEECH not in request.form
