"""Words that are not yet translated.

Swedish is the source. A `Text` remembers the id path it stands under, which is its context in the
catalogues, so that the same Swedish sentence may be translated differently in two places. Printing a
`Text` is a fault: only the pages know which language is read, and they ask for it with `|t`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import core_schema

Model = TypeVar("Model", bound=BaseModel)


class UntranslatedText(TypeError):
    """Somebody tried to show a word without saying in which language."""


@dataclass(frozen=True, slots=True)
class Text:
    """Swedish words and the id path that names them in the catalogues."""

    swedish: str
    context: str = ""

    def __str__(self) -> str:
        raise UntranslatedText(f"{self.context or self.swedish!r} must be translated before it is shown: use |t")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        words = core_schema.str_schema(min_length=1, strip_whitespace=True, strict=True)
        from_file = core_schema.no_info_after_validator_function(cls, words)
        return core_schema.json_or_python_schema(
            json_schema=from_file,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), from_file]),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda text: text.swedish),
        )


def named(model: Model, context: str) -> Model:
    """The same model with every `Text` below it carrying its id path, such as `adult.money_lasts.title`."""
    changed = {name: _named(getattr(model, name), f"{context}.{name}") for name in type(model).model_fields}
    return model.model_copy(update=changed)


def words_of(value: object) -> Iterator[Text]:
    """Every `Text` below a model, a tuple or a mapping, in the order it is written."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from words_of(getattr(value, name))
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from words_of(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from words_of(part)


def _named(value: Any, context: str) -> Any:
    if isinstance(value, Text):
        return Text(value.swedish, context)
    if isinstance(value, BaseModel):
        return named(value, context)
    if isinstance(value, dict):
        return {key: _named(part, f"{context}.{key}") for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(_named(part, f"{_above(context)}.{_own_name(part, context)}") for part in value)
    return value


def _above(context: str) -> str:
    """`adult.money_lasts.options` → `adult.money_lasts`: a list's own name says nothing to a translator."""
    return context.rpartition(".")[0]


def _own_name(part: object, context: str) -> str:
    """What a list's member is called in the catalogues: its id, never its place in the file."""
    own = getattr(part, "key", None) or getattr(part, "id", None)
    return str(own) if own is not None else context.rpartition(".")[2]
