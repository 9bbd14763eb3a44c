"""TOML files into frozen pydantic models; unknown keys are refused and every fault is noted."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from content.problems import Problems
from content.text import named

Model = TypeVar("Model", bound="Content")


class Content(BaseModel):
    """What every model read from a content file has in common: frozen, strict, and no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True)


def read(path: Path, model: type[Model], context: str, problems: Problems) -> Model | None:
    """One file as one model with its words named under `context`; None when it has faults, which are noted."""
    try:
        raw = _frozen(tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.add(path, "(file)", str(error), "mend the TOML; an editor with TOML colours shows where")
        return None
    try:
        return named(model.model_validate(raw), context)
    except ValidationError as error:
        problems.add_validation(path, error)
        return None


def read_folder(folder: Path, model: type[Model], context: str, problems: Problems) -> list[tuple[Path, Model]]:
    """Every TOML file of a folder in the order of the names; a file's context is `context` and its own id.

    The files' names are `NN-id.toml` or `id.toml`; one that does not end in the id inside it is a fault.
    """
    pairs = []
    for path in sorted(folder.glob("*.toml")):
        name = path.stem.split("-", 1)[1] if path.stem[:1].isdigit() and "-" in path.stem else path.stem
        found = read(path, model, f"{context}.{name}", problems)
        if found is None:
            continue
        own = getattr(found, "id", name)
        if own != name:
            problems.add(path, "id", f"the file is named {name!r}, the id is {own!r}", "give both the same name")
        pairs.append((path, found))
    return pairs


def _frozen(value: Any) -> Any:
    """Lists as tuples, so that what is read can be kept in frozen models without being converted."""
    if isinstance(value, list):
        return tuple(_frozen(part) for part in value)
    if isinstance(value, dict):
        return {key: _frozen(part) for key, part in value.items()}
    return value
