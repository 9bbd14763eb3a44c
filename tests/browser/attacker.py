"""Somebody who reads the machine: copies every file of the database while a quiz is open, and compares the copies."""

from __future__ import annotations

import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy

from tests.postgres import running_server

Copy = dict[str, tuple[bytes, int, int]]
"""Name → content, time of the last change in nanoseconds, and rights."""


@dataclass
class Database:
    """Where the rows are, what can be read of them, and whether their files must not change at all."""

    address: str
    folder: Path
    settle: Callable[[], None]
    files_stand_still: bool

    def copy(self) -> Copy:
        """Every file as it is now."""
        found: Copy = {}
        for path in self.folder.rglob("*"):
            with suppress(FileNotFoundError):
                if path.is_file():
                    about = path.stat()
                    found[str(path.relative_to(self.folder))] = (path.read_bytes(), about.st_mtime_ns, about.st_mode)
        return found

    def row(self) -> list[tuple[object, ...]]:
        """The rows as the database has them, with what orders them."""
        if self.files_stand_still:
            return self._ask("SELECT rowid, rowid, phase, generation, told, board FROM lesson")
        return self._ask("SELECT xmin::text, ctid::text, phase, generation, told, board FROM lesson")

    def updates(self) -> int:
        """How often PostgreSQL has changed the table."""
        asked = "SELECT pg_stat_force_next_flush(), coalesce(sum(n_tup_upd), 0) FROM pg_stat_user_tables"
        return 0 if self.files_stand_still else int(str(self._ask(asked)[0][1]))

    def holds(self, words: list[bytes]) -> list[str]:
        """Those of the words that stand in a file."""
        self.settle()
        files = self.copy()
        assert files
        return [f"{word!r} in {name}" for word in words for name, (held, _, _) in files.items() if word in held]

    def _ask(self, query: str) -> list[tuple[object, ...]]:
        engine = sqlalchemy.create_engine(self.address, isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                return [tuple(row) for row in connection.execute(sqlalchemy.text(query))]
        finally:
            engine.dispose()


@contextmanager
def sqlite(folder: Path) -> Iterator[Database]:
    path = folder / "data" / "class.sqlite3"
    yield Database(f"sqlite:///{path}", path.parent, lambda: None, True)


@contextmanager
def postgresql(folder: Path) -> Iterator[Database]:
    with running_server() as server, server.database() as address:
        yield Database(address, server.folder / "data" / "base", lambda: server._order("CHECKPOINT"), False)


@dataclass
class Reader:
    """Copies again and again in a thread of its own; `copies` has each different one once."""

    database: Database
    copies: list[Copy] = field(default_factory=list)
    rounds: int = 0
    _ends: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        """One copy more."""
        copy = self.database.copy()
        self.rounds += 1
        if copy not in self.copies:
            self.copies.append(copy)

    @contextmanager
    def looking(self) -> Iterator[Reader]:
        """Copy as often as can be while this goes on."""
        self._ends.clear()
        thread = threading.Thread(target=self._go_on)
        thread.start()
        try:
            yield self
        finally:
            self._ends.set()
            thread.join()

    def _go_on(self) -> None:
        while not self._ends.wait(0.005):
            self.look()


def rights(copy: Copy) -> set[str]:
    """The rights of the files in a copy."""
    return {oct(stat.S_IMODE(mode)) for _, _, mode in copy.values()}
