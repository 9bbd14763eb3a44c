"""All faults in all files at once: which file, which key, what is wrong, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

MENDS = {
    "extra_forbidden": "take the key away, or mend its spelling",
    "missing": "write the key",
    "string_too_short": "write the words, or take the key away if it may be left out",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault somebody has to mend before the app starts."""

    file: str
    key: str
    what: str
    mend: str = ""

    def __str__(self) -> str:
        mend = f" – {self.mend}" if self.mend else ""
        return f"{self.file}: {self.key}: {self.what}{mend}"


class ContentError(Exception):
    """The content cannot be used; `problems` lists every fault that was found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        listed = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(f"{len(problems)} fault(s) in the content:\n{listed}")


@dataclass(slots=True)
class Problems:
    """A list that faults are added to while files are read; `raise_if_any` ends the reading."""

    found: list[Problem] = field(default_factory=list)

    def add(self, file: Path | str, key: str, what: str, mend: str = "") -> None:
        """Note one fault and go on reading."""
        self.found.append(Problem(_short(file), key, what, mend))

    def add_validation(self, file: Path, error: ValidationError) -> None:
        """Note every fault that pydantic found in one file."""
        for fault in error.errors():
            key = ".".join(str(part) for part in fault["loc"]) or "(file)"
            self.add(file, key, fault["msg"], MENDS.get(fault["type"], ""))

    def raise_if_any(self) -> None:
        """Stop here if anything was noted."""
        if self.found:
            raise ContentError(tuple(self.found))

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.found)


def _short(file: Path | str) -> str:
    path = Path(file)
    return "/".join(path.parts[-3:])
