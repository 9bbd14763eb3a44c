"""A school for the tests of the classroom: an app with counts of its own, and a room that is open."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import Visit, make_app, settings_of
from tests.web.classroom.lesson import Lesson, open_room
from web.classroom import expiry

BEGAN = int(datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC).timestamp())


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The file that the school counts in."""
    return tmp_path / "class.sqlite3"


@pytest.fixture
def school(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """An app at nine in the morning, which looks for old rooms before every request."""
    monkeypatch.setattr(expiry, "EVERY", 0.0)
    app = make_app(settings_of(database_url=f"sqlite:///{database}"))
    app.config["NOW"] = BEGAN
    yield app
    app.extensions["itid_renderers"].close()
    app.extensions["itid_store"].dispose()


@pytest.fixture
def lesson(visit: Visit, school: Flask) -> Lesson:
    """A room that a teacher has just opened."""
    return open_room(visit, school)
