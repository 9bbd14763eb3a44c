"""A paper to take along, under a name that says nothing in a list of downloads on a shared device."""

from __future__ import annotations

from flask import Response

from web.paper.pdf import renderers

FILE_NAME = "budget.pdf"
"""Of a result and of a letter alike."""
FORM_NAME = "brev.pdf"
"""Of a letter to fill in and send."""


def paper_answer(page: str, name: str = FILE_NAME) -> Response:
    """The page as a PDF, shown in the browser; kept under that name where it is saved. Nothing is written to disk."""
    response = Response(renderers().render(page), mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
