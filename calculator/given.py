"""What a person or a file gives us, as the sums take it.

A sum takes a plain dataclass: whoever has its values makes one. Where they come as JSON, `read_given` reads and checks
them by the types of its fields; `Given` is the same for what is kept as JSON too.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Annotated, Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Strict, TypeAdapter

NO_UNKNOWN_KEYS = ConfigDict(extra="forbid")
"""For a dataclass that is read from JSON: as its `__pydantic_config__`."""
Whole = Annotated[int, Strict()]
"""A whole number as it is: no string or decimal is converted."""
Yes = Annotated[bool, Strict()]
"""True or false as it is: nothing is converted."""
Input = TypeVar("Input")


class Given(BaseModel):
    """Frozen, strict, and without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def read_given(kind: type[Input], raw: object) -> Input:
    """The dataclass (or model) that JSON describes. Raises pydantic's `ValidationError`."""
    read: Input = _adapter(cast(Hashable, kind)).validate_python(raw)
    return read


def schema_of(kind: type[Any]) -> dict[str, Any]:
    """Its JSON schema."""
    return _adapter(cast(Hashable, kind)).json_schema()


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
