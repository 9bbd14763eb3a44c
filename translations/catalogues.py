"""The catalogues as those who check them see them: every message with where it stands, what it says, and in Swedish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent
FILE = Path("LC_MESSAGES") / "messages.po"


@dataclass(frozen=True, slots=True)
class Entry:
    """One message: `swedish` and `said` have one text, or one for each plural form; `said` is empty until then."""

    context: str
    swedish: tuple[str, ...]
    said: tuple[str, ...]
    places: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every form of it is said."""
        return bool(self.said) and all(text.strip() for text in self.said)

    @property
    def name(self) -> str:
        """How a fault tells which message it is about."""
        return f"{self.context or (self.places[0] if self.places else '')}: {self.swedish[0][:60]!r}"

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each text that is said, with the Swedish that it says; forms after the second say the Swedish of many."""
        for number, text in enumerate(self.said):
            if text:
                one = number == 0 and len(self.said) > 1
                yield self.swedish[0 if one else -1], text


def read_catalogue(path: Path, locale: str) -> Catalog:
    """A catalogue or the template. Raises `OSError` where there is none."""
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def entries(catalogue: Iterable[Message]) -> list[Entry]:
    """Every message; one that is marked fuzzy counts as not said, since the app does not use it."""
    return [_entry(message) for message in catalogue if message.id]


def plural_fault(catalogue: Catalog, locale: str) -> str:
    """Why the catalogue's plural forms cannot be used, or nothing: a number would be said in the wrong form."""
    right = Catalog(locale=locale)
    said = (catalogue.num_plurals, "".join(catalogue.plural_expr.split()))
    wanted = (right.num_plurals, "".join(right.plural_expr.split()))
    return "" if said == wanted else f"Plural-Forms is not the language's own: write {right.plural_forms!r}"


def folders(root: Path = FOLDER) -> list[Path]:
    """The folder of each language, by name."""
    return sorted(path.parent.parent for path in root.glob(f"*/{FILE}"))


def _entry(message: Message) -> Entry:
    swedish = _texts(message.id)
    said = () if message.fuzzy else _texts(message.string or "")
    places = tuple(sorted({str(place) for place, _line in message.locations}))
    return Entry(message.context or "", swedish, said, places)


def _texts(words: object) -> tuple[str, ...]:
    found = words if isinstance(words, list | tuple) else (words,)
    return tuple(str(text or "") for text in found)
