"""The lives in tests/cases: what a person answers, and what somebody who knows the subject says must come of it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Life:
    """One file: `case` is the public case format, `expect` was written by hand from the instrument."""

    id: str
    name: str
    case: dict[str, Any]
    expect: dict[str, Any]

    @property
    def hidden(self) -> set[str]:
        """Blocks and rules that may not stand on paper."""
        return set(self.expect.get("paper_hides", ()))


def every_life() -> list[Life]:
    """All files, in order."""
    return [_life(path) for path in sorted(FOLDER.glob("*.toml"))]


def _life(path: Path) -> Life:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return Life(path.stem, raw["name"], raw["case"], raw["expect"])
