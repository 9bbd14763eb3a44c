"""The version of the app. It is written in one place, pyproject.toml, and dated in CHANGELOG.md."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


@cache
def version() -> str:
    """Such as `0.2.0`; what stands under Unreleased in CHANGELOG.md has no number yet."""
    number: str = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    return number
