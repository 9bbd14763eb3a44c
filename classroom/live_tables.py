"""The tables of the live store: a row a room, what is counted for limits, and a few numbers of the store itself."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, MetaData, String, Table

from classroom.live_room import LiveRoom

VERSION = 1
"""Grows when the tables change. A store of another version is thrown away; its rooms begin again from their rows."""
METADATA = MetaData()
KINDS: dict[str, Any] = {"int": BigInteger, "str": String, "bytes": LargeBinary, "bool": Boolean}
LIVE = Table(
    "live",
    METADATA,
    *(Column(one.name, KINDS[str(one.type)], primary_key=one.name == "id", nullable=False) for one in fields(LiveRoom)),
)
COUNTED = Table(
    "counted",
    METADATA,
    Column("key", String, primary_key=True),
    Column("n", Integer, nullable=False),
    Column("ends", BigInteger, nullable=False),
)
"""What is bounded, by a key that says nothing of an address; gone when its time is up."""
NUMBERS = Table(
    "numbers",
    METADATA,
    Column("name", String, primary_key=True),
    Column("n", BigInteger, nullable=False),
)
"""What the store says of itself: when it was made, when rooms were last erased, how often something happened."""
SALT = Table(
    "salt",
    METADATA,
    Column("one", Integer, primary_key=True),
    Column("hour", BigInteger, nullable=False),
    Column("salt", LargeBinary, nullable=False),
)
