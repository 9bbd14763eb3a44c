"""The core: what a language must have whole before it is offered, as `core.toml` lists it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from translations.catalogues import Entry

CORE = Path(__file__).parent / "core.toml"
KEYS = ("contexts", "not_contexts", "places", "names")


@dataclass(frozen=True, slots=True)
class Core:
    """Patterns of contexts and of files, and the Swedish names that no language translates away."""

    contexts: tuple[str, ...]
    not_contexts: tuple[str, ...]
    places: tuple[str, ...]
    names: tuple[str, ...]

    def holds(self, entry: Entry) -> bool:
        """Whether the message is of the core."""
        if entry.context:
            return _any(entry.context, self.contexts) and not _any(entry.context, self.not_contexts)
        return any(_any(place, self.places) for place in entry.places)

    def missing(self, said: Iterable[Entry]) -> list[Entry]:
        """The messages of the core that are not said yet."""
        return [entry for entry in said if self.holds(entry) and not entry.whole]


def read_core(path: Path = CORE) -> Core:
    """The core. Raises `ValueError` for a list that is missing, empty or not known."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    if set(given) != set(KEYS) or not all(_is_list(given[key]) for key in KEYS):
        raise ValueError(f"{path.name}: it has the lists {', '.join(KEYS)}, each with texts, and nothing else")
    return Core(*(tuple(given[key]) for key in KEYS))


def unused(core: Core, every: Iterable[Entry]) -> list[str]:
    """Patterns that fit no message: a file was moved, or a name misspelt."""
    known = list(every)
    contexts = {entry.context for entry in known}
    places = {place for entry in known for place in entry.places}
    lost = [one for one in core.contexts if not any(fnmatchcase(context, one) for context in contexts)]
    return lost + [one for one in core.places if not any(fnmatchcase(place, one) for place in places)]


def _any(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _is_list(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) and one for one in value)
