"""The live store: rooms while their lessons go on, in memory. Nothing of it ever touches a disk.

A small SQLite database on a memory file system, which all processes of the host share; it survives them and is gone
with the machine's power. Where there is no such file system it lies in the memory of this one process.
"""

from __future__ import annotations

import fcntl
import os
import resource
import secrets
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, StaticPool, create_engine, delete, event, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError

from classroom.live_room import LiveRoom
from classroom.live_tables import LIVE, METADATA, NUMBERS, VERSION
from classroom.memory_folder import Unusable, live_folder
from classroom.private_file import make_private

T = TypeVar("T")
PATIENCE = 2.0
"""Seconds that one change waits for another; each takes far less than a thousandth."""
THREADS = 32
"""More connections than the few that are kept open, for a class that comes at once."""
FIELDS = tuple(one.name for one in fields(LiveRoom))
MOST_DROPPED = 2000
"""Of so many rooms that gave way it is still known that they did."""
PRAGMAS = ("journal_mode = TRUNCATE", "secure_delete = ON", "temp_store = MEMORY", "synchronous = OFF")
EPOCH = "epoch"


class NoLiveStore(SQLAlchemyError):
    """There is no place in memory that is ours: class pages answer 503, and all others as always."""


class Live:
    """The rooms of this host that have a lesson going on. It is opened by the first that asks."""

    def __init__(self, chosen: Path | None, apart: str) -> None:
        """`chosen` is the operator's folder; `apart` keeps apps with other databases apart."""
        self._chosen, self._apart = chosen, apart
        self._opening, self._turn = threading.Lock(), threading.RLock()
        self._engine: Any = None
        self._held: int | None = None
        self.folder: Path | None = None
        """Where it lies, once it is opened; None in the process's own memory."""

    def add(self, room: LiveRoom) -> None:
        """A room that is not there yet; one that is there stays as it is."""
        values = dict(zip(FIELDS, astuple(room), strict=True))
        with self.changing() as connection:
            values["epoch"] = _number(connection, EPOCH)
            connection.execute(insert(LIVE).values(values).on_conflict_do_nothing())

    def open(self, room: LiveRoom, makes_way: Callable[[list[LiveRoom]], list[str]]) -> list[str]:
        """Add a room; those that `makes_way` names of all there are give way in the same step. Returns them."""
        with self.changing() as connection:
            gone = makes_way([LiveRoom(*row) for row in connection.execute(select(LIVE))])
            for name in gone:
                _drop(connection, name)
            values = dict(zip(FIELDS, astuple(replace(room, epoch=_number(connection, EPOCH))), strict=True))
            connection.execute(insert(LIVE).values(values).on_conflict_do_nothing())
            return gone

    def get(self, room: str) -> LiveRoom | None:
        """A room by its id; None where it is not in this store."""
        with self.reading() as connection:
            row = connection.execute(select(LIVE).where(LIVE.c.id == room)).first()
        return LiveRoom(*row) if row is not None else None

    def every(self) -> list[LiveRoom]:
        """All rooms, those that gave way too."""
        with self.reading() as connection:
            return [LiveRoom(*row) for row in connection.execute(select(LIVE))]

    def of_wall(self, number: int, now: int) -> LiveRoom | None:
        """The room that a wall's number leads to. The number is used up."""
        with self.changing() as connection:
            here = (LIVE.c.wall_number == number, LIVE.c.wall_until > now, LIVE.c.dropped.is_(False))
            row = connection.execute(select(LIVE).where(*here)).first()
            if row is None:
                return None
            connection.execute(update(LIVE).where(LIVE.c.id == row.id).values(wall_number=-1, wall_until=0))
            return LiveRoom(*row)

    def change(self, room: str, what: Callable[[LiveRoom], tuple[LiveRoom, T]]) -> T | None:
        """Change a room in one locked step, and return what else came of it; None where the room is not there."""
        with self.changing() as connection:
            row = connection.execute(select(LIVE).where(LIVE.c.id == room)).first()
            if row is None:
                return None
            before = LiveRoom(*row)
            after, result = what(before)
            new = {name: getattr(after, name) for name in FIELDS if getattr(after, name) != getattr(before, name)}
            if new:
                connection.execute(update(LIVE).where(LIVE.c.id == room).values(new))
            return result

    def alter(self, room: str, what: Callable[[LiveRoom], LiveRoom]) -> LiveRoom | None:
        """Change a room in one locked step, and return it as it is then; None where it is not there."""

        def both(before: LiveRoom) -> tuple[LiveRoom, LiveRoom]:
            after = what(before)
            return after, after

        return self.change(room, both)

    def erase(self, room: str) -> None:
        """Forget a room at once."""
        with self.changing() as connection:
            connection.execute(delete(LIVE).where(LIVE.c.id == room))

    def drop(self, room: str) -> None:
        """Let a room give way: nothing of it is left but that it did."""
        with self.changing() as connection:
            _drop(connection, room)

    def number(self, name: str) -> int:
        """What the store says of itself under this name; 0 where it says nothing."""
        with self.reading() as connection:
            return _number(connection, name)

    def set_number(self, name: str, n: int) -> None:
        """Say something of the store itself."""
        with self.changing() as connection:
            kept = insert(NUMBERS).values(name=name, n=n)
            connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"n": n}))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A look that waits for nobody's change."""
        engine = self._opened()
        with self._alone(), engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """One change at a time, of all threads and processes."""
        engine = self._opened()
        with self._alone(), engine.execution_options(writes=True).connect() as connection, connection.begin():
            yield connection

    def dispose(self) -> None:
        """Close every connection, and let another process have the store where only one may."""
        if self._engine is not None:
            self._engine.dispose()
        if self._held is not None:
            os.close(self._held)
        self._engine = self._held = None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """In the process's own memory there is one connection for all threads."""
        if self.folder is not None:
            yield
            return
        with self._turn:
            yield

    def _opened(self) -> Any:
        if self._engine is None:
            with self._opening:
                if self._engine is None:
                    self._engine = self._open()
        return self._engine

    def _open(self) -> Any:
        # A crash would otherwise write what is open to the disk. Where a service manager forbids it, it has done it.
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        try:
            self.folder = live_folder(self._chosen, os.environ)
        except Unusable as error:
            raise NoLiveStore(f"no live store: {error}") from error
        if self.folder is None:
            self._hold()
            engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
        else:
            path = self.folder / f"live-{VERSION}-{self._apart}.sqlite3"
            for older in self.folder.glob(f"live-*-{self._apart}.sqlite3*"):
                if not older.name.startswith(path.name):
                    with suppress(OSError):
                        older.unlink()
            make_private(path)
            engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE}, max_overflow=THREADS)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        with engine.execution_options(writes=True).connect() as connection, connection.begin():
            METADATA.create_all(connection)
            # Never 0, which is what a room has before it stands in a store.
            made = insert(NUMBERS).values(name=EPOCH, n=1 + secrets.randbelow(2**31))
            connection.execute(made.on_conflict_do_nothing())
        return engine

    def _hold(self) -> None:
        """Be the only process that counts in its own memory. Raises `NoLiveStore` where another one does."""
        path = Path(tempfile.gettempdir()) / f"itid-{os.geteuid()}-{self._apart}.lock"
        try:
            handle = os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise NoLiveStore("no memory file system, and another process has the class rooms") from error
        self._held = handle


def _drop(connection: Connection, room: str) -> None:
    row = connection.execute(select(LIVE).where(LIVE.c.id == room)).first()
    if row is None:
        return
    gone = replace(LiveRoom(row.id, row.opened_minute, row.length, row.size), dropped=True)
    values = dict(zip(FIELDS, astuple(gone), strict=True))
    connection.execute(update(LIVE).where(LIVE.c.id == room).values(values))
    older = select(LIVE.c.id).where(LIVE.c.dropped).order_by(LIVE.c.opened_minute.desc()).offset(MOST_DROPPED)
    connection.execute(delete(LIVE).where(LIVE.c.id.in_(older)))


def _number(connection: Connection, name: str) -> int:
    return connection.scalar(select(NUMBERS.c.n).where(NUMBERS.c.name == name)) or 0


def _prepare(connection: Any, record: Any) -> None:
    """The journal lies beside the file, in memory too; what is changed is overwritten."""
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    """A change begins as a writer: of two that begin by reading and then write, one would fail."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
