"""Which drawing stands for which step, to-do, question, bill, group, sum and authority, read from `drawings.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from flask import Flask

from content.problems import Problems
from report.library import Library

FILE: Final = Path(__file__).with_name("drawings.toml")
FOLDER: Final = "drawings"
BILLS: Final = "unpaid_now"
"""The question whose options are drawn."""


def load_drawings(app: Flask, library: Library, sums: Iterable[str]) -> None:
    """Give templates `drawing_of`. Raises `ContentError` for what has no drawing, and for one that is not there."""
    drawings: dict[str, dict[str, str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    check_drawings(drawings, _wanted(library, sums), Path(app.static_folder or "") / FOLDER)

    def drawing_of(kind: str, id: str) -> str:
        """The name of a drawing, such as `home` for the step `B13`. Raises `KeyError` for what the file lacks."""
        return drawings[kind][id]

    app.jinja_env.globals["drawing_of"] = drawing_of


def check_drawings(
    drawings: Mapping[str, Mapping[str, str]], wanted: Mapping[str, Iterable[str]], folder: Path
) -> None:
    """Raises `ContentError` with every fault: nothing without a drawing, none too many, each in its folder."""
    problems = Problems()
    for kind, ids in wanted.items():
        named, known = drawings.get(kind, {}), set(ids)
        for id in sorted(known - set(named)):
            problems.add(FILE.name, f"{kind}.{id}", "has no drawing", "name one of static/drawings")
        for id in sorted(set(named) - known):
            problems.add(FILE.name, f"{kind}.{id}", "there is no such thing", "take the line away")
        for id, name in named.items():
            if not (folder / f"{name}.svg").is_file():
                problems.add(FILE.name, f"{kind}.{id}", f"there is no drawing {name!r}", "draw it in static/drawings")
    problems.raise_if_any()


def _wanted(library: Library, sums: Iterable[str]) -> dict[str, tuple[str, ...]]:
    asked = [one for book in library.questions.questionnaires.values() for one in book.questions]
    bills = [option.id for one in asked if one.id == BILLS for option in one.options if option.id != one.alone]
    return {
        "questions": tuple(one.id for one in asked),
        "bills": tuple(bills),
        "steps": tuple(block.id for block in library.advice.blocks),
        "todos": tuple(dict.fromkeys(one.id for letter in library.door.by_id.values() for one in letter.do)),
        "debts": tuple(kind.id for kind in library.calculator.debts.kinds),
        "groups": tuple(group.id for group in library.calculator.groups),
        "sums": tuple(sums),
        "authorities": tuple(library.door.authorities_by_id),
    }
