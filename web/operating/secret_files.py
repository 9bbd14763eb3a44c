"""Keys and passwords that stand in files, so that they are in no environment: as service managers hand them out."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

FROM_FILES = ("SECRET_KEY", "SECRET_KEY_FALLBACKS", "DATABASE_URL")
"""Each may be set by a file instead, which the same name with `_FILE` after it names."""
LONGEST = 4096
"""Bytes. A larger file is not a key, and is not read to its end."""


class SecretFileError(Exception):
    """A file cannot be used; the message says which and how to mend it, and nothing of what is in it."""


def read_secret_files(environment: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The settings that stand in files, and a sentence for each that cannot be read."""
    found: dict[str, str] = {}
    faults: list[str] = []
    for name, path in _named(environment):
        try:
            if environment.get(name):
                raise SecretFileError(f"set {name} or {name}_FILE, not both")
            found[name] = read_secret(path)
        except SecretFileError as error:
            faults.append(f"{name}_FILE: {error}")
    return found, faults


def read_secret(path: Path) -> str:
    """What stands in the file, without blanks around it. Raises `SecretFileError` where others may read it too."""
    try:
        with path.open("rb") as file:
            mode = path.stat().st_mode
            given = file.read(LONGEST + 1)
    except OSError as error:
        raise SecretFileError(f"{path} cannot be read ({error.strerror})") from None
    if mode & (stat.S_IWGRP | stat.S_IRWXO):
        raise SecretFileError(f"{path} can be read or written by others; chmod 600 {path}")
    return _text(path, given)


def _named(environment: Mapping[str, str]) -> Iterator[tuple[str, Path]]:
    for name in FROM_FILES:
        path = environment.get(f"{name}_FILE")
        if path:
            yield name, Path(path)


def _text(path: Path, given: bytes) -> str:
    if len(given) > LONGEST:
        raise SecretFileError(f"{path} has more than {LONGEST} bytes")
    try:
        text = given.decode().strip()
    except UnicodeDecodeError:
        raise SecretFileError(f"{path} is not text") from None
    if not text:
        raise SecretFileError(f"{path} is empty")
    return text
