"""Two tables, `room` and `tally`: how many chose what. A submission is added as so many ones and never kept.

SQLite by default, PostgreSQL by its address. Times are whole seconds since 1970; the clock is the caller's.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    create_engine,
    delete,
    event,
    func,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url

from classroom.private_file import make_private

HOUR = 60 * 60
CLOSES_AFTER = 12 * HOUR
"""A room closes by itself."""
ERASED_AFTER = 47 * HOUR
"""A room and its counts are erased, an hour before the two days that are promised."""
PATIENCE = 10
"""Seconds that one submission waits for another."""
ONCE = "once"
"""The question whose options mark what was counted; erased when the room closes."""
GIVEN = "given"
"""The question whose options are the parts of a lesson, and how many have given them."""
MOST_ROOMS = 2000
"""So many rooms there can be at once; more is no lesson but somebody's program."""

Added = Literal["counted", "already", "closed"]
Choices = Iterable[tuple[str, str]]

METADATA = MetaData()
ROOM = Table(
    "room",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("key_hash", String(64), nullable=False, unique=True),
    Column("opened_at", BigInteger, nullable=False),
    Column("closed", Boolean, nullable=False, default=False),
)
TALLY = Table(
    "tally",
    METADATA,
    Column("room", Integer, ForeignKey("room.id", ondelete="CASCADE"), primary_key=True),
    Column("question", String(80), primary_key=True),
    Column("option", String(80), primary_key=True),
    Column("n", Integer, nullable=False),
)


class Sealed(Exception):
    """The room is open: nothing but how many have given is told."""


class Full(Exception):
    """There are as many rooms as there can be."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room as it stands at a time."""

    id: int
    opened_at: int
    closed: bool

    @property
    def closes_at(self) -> int:
        """When it closes by itself."""
        return self.opened_at + CLOSES_AFTER

    @property
    def erased_at(self) -> int:
        """From when it is erased by the next request."""
        return self.opened_at + ERASED_AFTER


class Store:
    """The counts of all rooms. Nothing is made on disk before the first room is opened."""

    def __init__(self, address: str) -> None:
        self._url = make_url(address)
        self._lite = self._url.get_backend_name() == "sqlite"
        self._insert: Any = sqlite.insert if self._lite else postgresql.insert
        wait: dict[str, Any] = {"timeout": PATIENCE} if self._lite else {"connect_timeout": PATIENCE}
        self._engine = create_engine(self._url, connect_args=wait, pool_pre_ping=not self._lite)
        self._made = False
        if self._lite:
            event.listen(self._engine, "connect", _prepare_sqlite)
            event.listen(self._engine, "begin", _begin_at_once)

    @property
    def begun(self) -> bool:
        """Whether there can be any rooms: a database file that is not there yet has none."""
        return not self._lite or self._made or os.path.exists(self._url.database or "")

    def open(self, code_hash: str, key_hash: str, now: int) -> bool:
        """Open a room; False: the code is another room's, take another key. Raises `Full` where there are too many."""
        with self._begin() as connection:
            if (connection.scalar(select(func.count()).select_from(ROOM)) or 0) >= MOST_ROOMS:
                raise Full
            room = {"code_hash": code_hash, "key_hash": key_hash, "opened_at": now, "closed": False}
            return bool(connection.execute(self._unless_there(ROOM, room)).rowcount)

    def by_code(self, hashes: Sequence[str], now: int) -> Room | None:
        """The room of a code, open or closed; None where there is none any more."""
        return self._find(ROOM.c.code_hash.in_(hashes), now)

    def by_key(self, hashes: Sequence[str], now: int) -> Room | None:
        """The room of a teacher's key."""
        return self._find(ROOM.c.key_hash.in_(hashes), now)

    def add(self, room: Room, part: str, once: str, choices: Choices, now: int) -> Added:
        """Count one submission: all of it, or nothing where it was counted before or the room is closed."""
        with self._begin() as connection:
            locked = select(ROOM.c.closed, ROOM.c.opened_at).where(ROOM.c.id == room.id).with_for_update()
            row = connection.execute(locked).first()
            if row is None or row.closed or row.opened_at + CLOSES_AFTER <= now:
                return "closed"
            mark = {"room": room.id, "question": ONCE, "option": once, "n": 1}
            if not connection.execute(self._unless_there(TALLY, mark)).rowcount:
                return "already"
            # In one order for everybody, so that two submissions at once never wait for each other.
            for question, option in sorted({*choices, (GIVEN, part)}):
                connection.execute(self._one_more(room.id, question, option))
        return "counted"

    def given(self, room: Room) -> dict[str, int]:
        """How many have given each part. It is told before the room is closed, but for fewer than five."""
        with self._begin() as connection:
            told = select(TALLY.c.option, TALLY.c.n).where(TALLY.c.room == room.id, TALLY.c.question == GIVEN)
            return {row.option: row.n for row in connection.execute(told)}

    def close(self, room: Room) -> None:
        """Take no more answers. What marked that something was counted is erased."""
        with self._begin() as connection:
            connection.execute(update(ROOM).where(ROOM.c.id == room.id).values(closed=True))
            connection.execute(delete(TALLY).where(TALLY.c.room == room.id, TALLY.c.question == ONCE))
        self._tidy()

    def counts(self, room: Room) -> dict[str, dict[str, int]]:
        """Question → option → how many. Raises `Sealed` while the room is open."""
        if not room.closed:
            raise Sealed
        found: dict[str, dict[str, int]] = {}
        with self._begin() as connection:
            for row in connection.execute(select(TALLY).where(TALLY.c.room == room.id, TALLY.c.question != ONCE)):
                found.setdefault(row.question, {})[row.option] = row.n
        return found

    def erase(self, room: Room) -> None:
        """Erase a room at once. Its counts go with it, and not before it: a submission, too, takes the room first."""
        with self._begin() as connection:
            connection.execute(delete(ROOM).where(ROOM.c.id == room.id))
        self._tidy()

    def erase_expired(self, now: int) -> int:
        """Erase every room whose time is up; how many there were. What closed by itself loses its marks."""
        with self._begin() as connection:
            erased = connection.execute(delete(ROOM).where(ROOM.c.opened_at + ERASED_AFTER <= now)).rowcount
            shut = ROOM.c.opened_at + CLOSES_AFTER <= now
            closing = list(connection.scalars(select(ROOM.c.id).where(shut, ROOM.c.closed.is_(False))))
            connection.execute(update(ROOM).where(ROOM.c.id.in_(closing)).values(closed=True))
            connection.execute(delete(TALLY).where(TALLY.c.room.in_(closing), TALLY.c.question == ONCE))
        if erased or closing:
            self._tidy()
        return erased

    def dispose(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        if not self._made:
            if self._lite and self._url.database:
                make_private(Path(self._url.database))
            with self._engine.begin() as connection:
                if not self._lite:  # two processes that start at once would both make the tables
                    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('room, tally'))")
                METADATA.create_all(connection)
            self._made = True
        with self._engine.begin() as connection:
            yield connection

    def _find(self, which: Any, now: int) -> Room | None:
        if not self.begun:
            return None
        with self._begin() as connection:
            row = connection.execute(select(ROOM).where(which)).first()
        if row is None or row.opened_at + ERASED_AFTER <= now:
            return None
        return Room(row.id, row.opened_at, row.closed or row.opened_at + CLOSES_AFTER <= now)

    def _unless_there(self, table: Table, values: dict[str, Any]) -> Any:
        # With PostgreSQL the rowcount of an INSERT is -1 unless it is asked for.
        return self._insert(table).values(**values).on_conflict_do_nothing().execution_options(preserve_rowcount=True)

    def _one_more(self, room: int, question: str, option: str) -> Any:
        one = self._insert(TALLY).values(room=room, question=question, option=option, n=1)
        key = [TALLY.c.room, TALLY.c.question, TALLY.c.option]
        return one.on_conflict_do_update(index_elements=key, set_={"n": TALLY.c.n + 1})

    def _tidy(self) -> None:
        """Rewrite the database files, so that nothing of what was erased is left on the disk."""
        if self._lite:
            with closing(self._engine.raw_connection()) as raw, closing(raw.cursor()) as cursor:
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        with self._engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.exec_driver_sql("VACUUM FULL room, tally")


def _prepare_sqlite(connection: Any, record: Any) -> None:
    """Let readers work beside one writer, overwrite what is deleted, and leave BEGIN to SQLAlchemy."""
    connection.isolation_level = None
    with suppress(sqlite3.OperationalError):  # another connection is just doing it, and does it for all
        connection.execute("PRAGMA journal_mode = WAL").close()
    for pragma in ("synchronous = NORMAL", "secure_delete = ON", "foreign_keys = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_at_once(connection: Connection) -> None:
    """Begin as a writer: of two transactions that begin by reading and then write, one would fail."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
