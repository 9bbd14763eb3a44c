"""The version of the app. It is written in one place, pyproject.toml, and dated in CHANGELOG.md."""

from __future__ import annotations

import datetime
import re
import tomllib
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
RELEASE = re.compile(r"^## \d+(?:\.\d+)* – (\d{4}-\d{2}-\d{2})$", re.MULTILINE)


@cache
def version() -> str:
    """Such as `0.2.0`; what stands under Unreleased in CHANGELOG.md has no number yet."""
    number: str = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    return number


def released() -> datetime.date | None:
    """The day of the newest release in CHANGELOG.md; None where that file is not beside the code or has none."""
    file = PROJECT.with_name("CHANGELOG.md")
    newest = RELEASE.search(file.read_text(encoding="utf-8")) if file.exists() else None
    return datetime.date.fromisoformat(newest.group(1)) if newest else None
