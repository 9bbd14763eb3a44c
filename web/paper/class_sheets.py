"""The class's results on one page of paper, and what all papers of a lesson share."""

from __future__ import annotations

from typing import Any

from flask import current_app

from web.paper.sheet import lean

LENGTHS = (45, 60, 90)
TO_CALL = ("debt_adviser", "social_services", "kronofogden", "school_counsellor")
"""Whom a pupil may want to call after the lesson, besides the helplines."""


def class_sheet_html(told: dict[str, Any]) -> str:
    """What the class knows together, on one page."""
    return lean(current_app.jinja_env.get_template("paper/class.html").render(**told))
