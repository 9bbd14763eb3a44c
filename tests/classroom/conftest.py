"""Stores on SQLite and on a real PostgreSQL; the same tests run on both."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from classroom.live import Live
from classroom.rooms import Rooms
from classroom.store import Store
from tests.postgres import Server, running_server

SQLITE = "sqlite"
POSTGRESQL = pytest.param("postgresql", marks=pytest.mark.slow)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """Started by the first test that asks for it, and stopped after the last."""
    with running_server() as server:
        yield server


@pytest.fixture
def postgres_address(postgres_server: Server) -> Iterator[str]:
    with postgres_server.database() as address:
        yield address


@pytest.fixture
def sqlite_address(tmp_path: Path) -> str:
    """Of a file in a folder that is not there yet."""
    return f"sqlite:///{tmp_path / 'data' / 'class.sqlite3'}"


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def address(request: pytest.FixtureRequest) -> str:
    """The address of an empty database."""
    found: str = request.getfixturevalue("sqlite_address" if request.param == SQLITE else "postgres_address")
    return found


@pytest.fixture
def new_store(address: str) -> Iterator[Callable[[], Store]]:
    """Makes one more store on the same database, as another process of the app does."""
    made: list[Store] = []

    def make() -> Store:
        made.append(Store(address))
        return made[-1]

    yield make
    for store in made:
        store.dispose()


@pytest.fixture
def store(new_store: Callable[[], Store]) -> Store:
    return new_store()


@pytest.fixture
def memory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="itid-tests-", dir="/dev/shm") as folder:
        yield Path(folder)


@pytest.fixture
def new_rooms(new_store: Callable[[], Store], memory: Path) -> Iterator[Callable[..., Rooms]]:
    """Makes the rooms of one more process of the app."""
    made: list[Live] = []

    def make(host: str = "one", folder: str = "") -> Rooms:
        where = memory / folder
        where.mkdir(exist_ok=True)
        made.append(Live(where, "tests"))
        return Rooms(new_store(), made[-1], host, 3)

    yield make
    for live in made:
        live.dispose()


@pytest.fixture
def rooms(new_rooms: Callable[..., Rooms]) -> Rooms:
    return new_rooms()
