"""A paper to take along, under one name for all: a list of downloads on a shared device says nothing."""

from __future__ import annotations

from flask import Response

FILE_NAME = "budget.pdf"
"""Of a result, of a letter and of a form letter alike."""


def paper_answer(pdf: bytes) -> Response:
    """The paper, shown in the browser; kept under that name where it is saved."""
    response = Response(pdf, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{FILE_NAME}"'
    return response
