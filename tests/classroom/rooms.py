"""What the tests of the store need: a time, a room that is open, and what the database holds word for word."""

from __future__ import annotations

from typing import Any

from sqlalchemy import create_engine, text

from classroom.store import Room, Store

NOW = 1_800_000_000
HOUR = 3600


def opened(store: Store, name: str = "lima", now: int = NOW) -> Room:
    """A new room whose hashes are `code NAME` and `key NAME`."""
    assert store.open(f"code {name}", f"key {name}", now)
    return found(store, name, now)


def found(store: Store, name: str = "lima", now: int = NOW) -> Room:
    """The room as it stands now."""
    room = store.by_code([f"code {name}"], now)
    assert room is not None
    return room


def counted(store: Store, name: str = "lima", now: int = NOW) -> dict[str, dict[str, int]]:
    """Close the room, and see what was counted in it."""
    store.close(found(store, name, now))
    return store.counts(found(store, name, now))


def rows(address: str, query: str) -> list[tuple[Any, ...]]:
    """What a query of our own finds, past the store."""
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query))]
    finally:
        engine.dispose()
