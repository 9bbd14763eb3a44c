"""Addresses of files in `static/` that change with their content, so that browsers may keep them for ever."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flask import url_for

Stamp = tuple[int, int]
LETTERS = 12


class Assets:
    """Addresses of files by their names, each with `v`, a version made from its content."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, tuple[Stamp, str]] = {}

    def __call__(self, name: str) -> str:
        return url_for("static", filename=name, v=self._version(name))

    def is_now(self, name: str, version: str) -> bool:
        """Whether this is the version of the file as it is now; False for a file that does not exist."""
        try:
            return version == self._version(name)
        except OSError:
            return False

    def _version(self, name: str) -> str:
        """A hash of the content; read again where the file was changed under a running process, as by an update."""
        path = self._folder / name
        seen = path.stat()
        stamp = (seen.st_mtime_ns, seen.st_size)
        known = self._known.get(name)
        if known is None or known[0] != stamp:
            known = (stamp, hashlib.sha256(path.read_bytes()).hexdigest()[:LETTERS])
            self._known[name] = known
        return known[1]
