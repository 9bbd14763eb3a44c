"""A page of the result before anything was answered: it says so, and where to begin."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from flask import render_template

from web.session import cookie
from web.session.visit import Visit

Answered = TypeVar("Answered")


def has_result(visit: Visit) -> bool:
    """Whether there is anything to tell a result from."""
    return bool(visit.answers or visit.budget)


def with_result(view: Callable[[Visit], Answered]) -> Callable[[], Answered | tuple[str, int]]:
    """A page of the result: it gets the visit. Without answers and budget it is the empty page, and 404."""

    @wraps(view)
    def seen(**values: Any) -> Answered | tuple[str, int]:
        visit = cookie.read()
        return view(visit, **values) if has_result(visit) else (render_template("plan/empty.html"), 404)

    return seen
