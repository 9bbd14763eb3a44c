"""The file of the rooms is nobody else's: its rights and its folder's, whatever the umask (S4)."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from classroom.store import Row, Store


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def rights(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


def used(path: Path) -> Store:
    """A store that has written, and is still open."""
    store = Store(f"sqlite:///{path}")
    assert store.open(Row("a" * 64, "b" * 64, 1, 60, 28))
    return store


@pytest.mark.usefixtures("umask")
def test_the_file_its_journal_and_its_folder_are_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "srv" / "data" / "class.sqlite3"
    store = used(path)

    found = {one.name: rights(one) for one in path.parent.iterdir()}
    assert found == {name: "0o600" for name in ("class.sqlite3", "class.sqlite3-journal")}
    assert rights(path.parent) == "0o700"
    store.dispose()


def test_what_an_earlier_version_left_open_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "data" / "class.sqlite3"
    used(path).dispose()
    path.parent.chmod(0o755)
    path.chmod(0o644)

    store = Store(f"sqlite:///{path}")
    assert store.many() == 1

    assert (rights(path), rights(path.parent)) == ("0o600", "0o700")
    store.dispose()


def test_a_folder_that_others_use_too_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "of_somebody_else").touch()
    tmp_path.chmod(0o755)
    path = tmp_path / "class.sqlite3"
    used(path).dispose()

    assert (rights(path), rights(tmp_path)) == ("0o600", "0o755")
