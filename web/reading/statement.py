"""The accessibility statement: what the law on digital public service wants said, as dated data kept with the code."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from content.files import Content, read
from content.ids import Id
from content.problems import Problems
from content.text import Text

FILE = Path(__file__).parent / "statement.toml"

Link = Annotated[str, Field(pattern=r"^https://")]


class Named(Content):
    """A sentence with an id of its own."""

    id: Id
    text: Text


class Fault(Content):
    """Something that does not work for everybody: what, why, and which requirement it fails."""

    id: Id
    what: Text
    why: Text
    requirement: str
    """The numbers of the requirement, such as "WCAG 2.4.4"."""
    instead: Text | None = None
    """How the same thing can be had meanwhile."""


class Exemption(Content):
    """Something that is left as it is, with the reason that the law asks for."""

    id: Id
    what: Text
    why: Text


class Statement(Content):
    """`statement.toml`. The body is the municipality of this installation unless another one is named here."""

    body: Text | None = None
    service: Text
    law: str
    law_link: Link
    standard: Text
    status: Literal["full", "partial", "none"]
    assessed: datetime.date
    updated: datetime.date
    method: Annotated[tuple[Named, ...], Field(min_length=1)]
    not_tested: tuple[Named, ...] = ()
    """What nobody has tried yet; said as openly as the faults."""
    faults: tuple[Fault, ...] = ()
    burdens: tuple[Exemption, ...] = ()
    """Left as it is because mending it would be an unreasonable burden (12 §)."""
    outside: tuple[Exemption, ...] = ()
    """Content that the law does not cover (9 §)."""
    contact: str | None = None
    """Id of the contact that takes messages; the municipality's contact centre unless another one is named."""
    report_link: Link
    """Where one can turn to the supervising authority."""


def read_statement(path: Path = FILE) -> Statement:
    """The statement. Raises `ContentError` with every fault in the file."""
    problems = Problems()
    found = read(path, Statement, "statement", problems)
    if found is not None:
        _check(found, path, problems)
    problems.raise_if_any()
    assert found is not None  # noqa: S101 - a file that cannot be read leaves a problem behind
    return found


def _check(statement: Statement, path: Path, problems: Problems) -> None:
    """A status that the list of faults contradicts would be a false statement."""
    if statement.status == "full" and statement.faults:
        problems.add(path, "status", "says full, but faults are listed", "write partial, or take mended faults away")
    if statement.status == "partial" and not statement.faults:
        problems.add(path, "faults", "none is listed, but the status is partial", "list them, or write full")
    if statement.updated < statement.assessed:
        problems.add(path, "updated", "is before the day of the assessment", "write the day the file was last changed")
