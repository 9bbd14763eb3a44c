"""Where in a saved file something is wrong, said in words of our own only: nothing that the file holds is repeated."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from report.case_format import CaseInput
from web.extensions import library


def known_place(at: str) -> str:
    """The place, such as `budget.costs.0.amount`, up to the first part that is not ours; empty where none is.

    A key of the file may hold anything: marks that turn the text around, a name, a control sign. It is never shown.
    """
    known = _fields() | {one for book in library().questions.questionnaires.values() for one in book.by_id}
    said: list[str] = []
    for part in at.split("."):
        if part not in known and not (part.isascii() and part.isdecimal()):
            break
        said.append(part)
    return ".".join(said)


@cache
def _fields() -> frozenset[str]:
    return frozenset(_named(CaseInput.model_json_schema(by_alias=True)))


def _named(schema: Any) -> Iterator[str]:
    """Every key that the case format has, however deep."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from _named(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _named(value)
