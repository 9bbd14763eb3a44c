"""A school for the tests of the classroom: an app with counts of its own, and a room that is open."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import Visit, make_app, settings_of
from tests.web.classroom.lesson import Lesson, open_room

BEGAN = int(datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC).timestamp())


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The file that the school counts in."""
    return tmp_path / "class.sqlite3"


@pytest.fixture
def live() -> Iterator[Path]:
    """A folder in memory, for the lessons of one test."""
    with tempfile.TemporaryDirectory(prefix="itid-tests-", dir="/dev/shm") as folder:
        yield Path(folder)


@pytest.fixture
def school(database: Path, live: Path) -> Iterator[Flask]:
    """An app at nine in the morning, with a live store of its own."""
    app = make_app(settings_of(database_url=f"sqlite:///{database}", live=live))
    app.config["NOW"] = BEGAN
    yield app
    app.extensions["itid_renderers"].close()
    app.extensions["itid_rooms"].store.dispose()
    app.extensions["itid_rooms"].live.dispose()


@pytest.fixture
def lesson(visit: Visit, school: Flask) -> Lesson:
    """A room that a teacher has just opened."""
    return open_room(visit, school)
