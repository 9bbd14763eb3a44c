"""One table, a row a room: what is kept on the disk of a class. Never one answer, nor a sum that is still growing.

SQLite by default, PostgreSQL by its address. A row is written whole when the room opens, and changed in place when the
lesson comes to its next phase. Times are whole hours since 1970; the clock is the caller's.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    delete,
    event,
    func,
    inspect,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url

from classroom.board import NO_GROUPS
from classroom.patience import Patience
from classroom.private_file import make_private
from classroom.sealing import NOTHING_TOLD

HOUR = 60 * 60
ERASED_AFTER = 47 * HOUR
"""A room is erased an hour before the two days that are promised."""
WAITS = 0.4
"""Seconds that a look or a change waits for another program that has locked the file."""
CONNECTS = 2
"""Seconds that a PostgreSQL that does not answer is waited for."""
MOST_ROOMS = 2000
"""So many rooms there can be at once; more is no lesson but somebody's program."""
OLD_TABLES = ("tally", "room")
"""Of releases that counted on the disk."""
LONGEST_HOST = 64

METADATA = MetaData()
LESSON = Table(
    "lesson",
    METADATA,
    Column("key_hash", String(64), primary_key=True),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("opened_hour", BigInteger, nullable=False),
    Column("length", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("phase", Integer, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("host", String(LONGEST_HOST), nullable=False),
    Column("told", LargeBinary, nullable=False),
    Column("board", LargeBinary, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A room as it stands on the disk; `told` and `board` are always as long, and zeros until there is something."""

    key_hash: str
    code_hash: str
    opened_hour: int
    length: int
    size: int
    phase: int = 0
    generation: int = 1
    host: str = ""
    told: bytes = NOTHING_TOLD
    board: bytes = NO_GROUPS

    @property
    def erased_at(self) -> int:
        """From when it is erased, in seconds."""
        return self.opened_hour * HOUR + ERASED_AFTER


class Store:
    """The rows of all rooms. Nothing is made on disk before the first room is opened."""

    def __init__(self, address: str) -> None:
        self._url = make_url(address)
        self._lite = self._url.get_backend_name() == "sqlite"
        self._insert: Any = sqlite.insert if self._lite else postgresql.insert
        wait: dict[str, Any] = {"timeout": WAITS} if self._lite else {"connect_timeout": CONNECTS}
        self._engine = create_engine(self._url, connect_args=wait, pool_pre_ping=not self._lite)
        self._made = False
        self._patience = Patience()
        if self._lite:
            event.listen(self._engine, "connect", _prepare_sqlite)
            event.listen(self._engine, "begin", _begin)

    @property
    def begun(self) -> bool:
        """Whether there can be any rooms: a database file that is not there yet has none."""
        return not self._lite or self._made or os.path.exists(self._url.database or "")

    @property
    def one_host(self) -> bool:
        """Whether only this host can reach it: a file on its disk."""
        return self._lite

    def open(self, row: Row) -> bool:
        """Open a room; False: the code or the key is another room's, take another."""
        values = {one.name: getattr(row, one.name) for one in fields(Row)}
        opened = self._insert(LESSON).values(**values).on_conflict_do_nothing()
        with self._begin(writes=True) as connection:
            # With PostgreSQL the rowcount of an INSERT is -1 unless it is asked for.
            return bool(connection.execute(opened.execution_options(preserve_rowcount=True)).rowcount)

    def by_code(self, hashes: Sequence[str], now: int) -> Row | None:
        """The room of a code; None where there is none any more."""
        return self._find(LESSON.c.code_hash.in_(hashes), now)

    def by_key(self, hashes: Sequence[str], now: int) -> Row | None:
        """The room of a key, under any of the app's keys."""
        return self._find(LESSON.c.key_hash.in_(hashes), now)

    def every(self, now: int) -> list[Row]:
        """All rooms whose time is not up."""
        if not self.begun:
            return []
        with self._begin() as connection:
            rows = [Row(*row) for row in connection.execute(select(LESSON))]
        return [row for row in rows if row.erased_at > now]

    def many(self) -> int:
        """How many rooms there are."""
        if not self.begun:
            return 0
        with self._begin() as connection:
            return connection.scalar(select(func.count()).select_from(LESSON)) or 0

    def change(self, key_hash: str, **values: int | str | bytes) -> None:
        """Write a new phase, size, generation, code, or what may be told, into the row, where anything is new."""
        here = LESSON.c.key_hash == key_hash
        with self._begin(writes=True) as connection:
            row = connection.execute(select(LESSON).where(here).with_for_update()).first()
            new = {name: value for name, value in values.items() if row and getattr(row, name) != value}
            if new:
                connection.execute(update(LESSON).where(here).values(**new))

    def erase(self, *key_hashes: str) -> int:
        """Erase these rooms at once; how many there were."""
        if not key_hashes or not self.begun:
            return 0
        with self._begin(writes=True) as connection:
            erased: int = connection.execute(delete(LESSON).where(LESSON.c.key_hash.in_(key_hashes))).rowcount
        if erased and self._lite:
            self._vacuum()
        return erased

    def vacuum_full(self) -> None:
        """Take what was erased out of PostgreSQL's files; it locks the table, so never during a lesson."""
        if not self._lite and self.begun:
            with self._engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
                connection.exec_driver_sql("VACUUM FULL lesson")

    def dispose(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _begin(self, *, writes: bool = False) -> Iterator[Connection]:
        with self._patience.asked():
            if not self._made:
                self._make()
            engine = self._engine.execution_options(writes=writes)
            with engine.begin() as connection:
                yield connection

    def _make(self) -> None:
        if self._lite and self._url.database:
            make_private(Path(self._url.database))
        with self._engine.execution_options(writes=True).begin() as connection:
            if not self._lite:  # two processes that start at once would both make the table
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('lesson'))")
            there = set(inspect(connection).get_table_names())
            old = [name for name in OLD_TABLES if name in there]
            for name in old:
                connection.exec_driver_sql(f"DROP TABLE {name}")
            if LESSON.name not in there:
                METADATA.create_all(connection)
        self._made = True
        if old and self._lite:
            self._vacuum()

    def _find(self, which: Any, now: int) -> Row | None:
        if not self.begun:
            return None
        with self._begin() as connection:
            row = connection.execute(select(LESSON).where(which)).first()
        found = Row(*row) if row is not None else None
        return found if found is not None and found.erased_at > now else None

    def _vacuum(self) -> None:
        """Rewrite the file, so that nothing of what was erased is left in it."""
        # Another connection that is just reading keeps it from this; then the next erasing does it for both.
        with suppress(sqlite3.OperationalError), closing(self._engine.raw_connection()) as raw:
            with closing(raw.cursor()) as cursor:
                cursor.execute("VACUUM")


def _prepare_sqlite(connection: Any, record: Any) -> None:
    """Keep the journal empty between changes, overwrite what is deleted, and leave BEGIN to SQLAlchemy."""
    connection.isolation_level = None
    with suppress(sqlite3.OperationalError):  # another connection is just doing it, and does it for all
        connection.execute("PRAGMA journal_mode = TRUNCATE").close()
    for pragma in ("synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    """Whoever writes begins as a writer: of two that begin by reading and then write, one would fail."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
