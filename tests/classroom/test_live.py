"""The live store (S1, S2): in memory and nowhere else, nobody else's, shared by all processes, and never a 500."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from classroom import memory_folder
from classroom.counts import Given
from classroom.live import Live, NoLiveStore
from classroom.live_room import LiveRoom, Seat
from classroom.memory_folder import Unusable, in_memory, live_folder
from classroom.places import Place
from classroom.seats import give, move, take
from classroom.tally import MOST_KEYS, Tally

NOW = 1_800_000_000
HOUR = 3600
SHARED = Path("/dev/shm")  # noqa: S108 - what is tested is what the app makes of it


@pytest.fixture
def memory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="itid-tests-", dir=SHARED) as folder:
        yield Path(folder)


@pytest.fixture
def live(memory: Path) -> Iterator[Live]:
    made = Live(memory, "tests")
    yield made
    made.dispose()


def room(name: str = "a", **more: object) -> LiveRoom:
    return replace(LiveRoom(name, NOW // 60, 60, 24, seats=27), **more)


def test_s1_it_lies_in_a_folder_of_its_own_and_is_closed_to_others(live: Live, memory: Path) -> None:
    before = os.umask(0)
    live.add(room())
    (folder,) = memory.iterdir()
    assert in_memory(folder) and stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o600}
    os.umask(before)


def test_s1_what_stands_open_is_closed_again(memory: Path) -> None:
    folder = memory / f"itid-live-{os.geteuid()}"
    folder.mkdir(0o755)
    assert live_folder(memory, {}) == folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_t9_a_link_is_never_followed(memory: Path, tmp_path: Path) -> None:
    (memory / f"itid-live-{os.geteuid()}").symlink_to(tmp_path)
    with pytest.raises(Unusable):
        live_folder(memory, {})
    with pytest.raises(NoLiveStore):
        Live(memory, "tests").add(room())
    assert list(tmp_path.iterdir()) == []


def test_t9_somebody_else_s_folder_is_never_used(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ours, found by an app that runs as somebody else: nobody needs to be root to see it."""
    other = os.geteuid() + 1
    folder = memory / f"itid-live-{other}"
    folder.mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: other)
    with pytest.raises(NoLiveStore, match="somebody else"):
        Live(memory, "tests").add(room())
    assert list(folder.iterdir()) == []


def test_s1_a_folder_on_a_disk_is_never_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not in_memory(tmp_path) and in_memory(SHARED)
    assert live_folder(tmp_path, {}) is None
    made = Live(tmp_path, "on a disk")
    made.add(room())
    assert made.folder is None and list(tmp_path.iterdir()) == []
    made.dispose()


def test_s1_the_service_manager_s_folder_comes_before_the_shared_one(memory: Path, tmp_path: Path) -> None:
    assert live_folder(None, {"RUNTIME_DIRECTORY": f"{memory}:/run/other"}) == memory / f"itid-live-{os.geteuid()}"
    assert live_folder(None, {"RUNTIME_DIRECTORY": str(tmp_path)}) == SHARED / f"itid-live-{os.geteuid()}"


def test_s2_without_a_memory_file_system_one_process_has_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(memory_folder, "SHARED_MEMORY", tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    first, second = Live(None, "one"), Live(None, "one")
    first.add(room())
    with pytest.raises(NoLiveStore, match="another process"):
        second.get("a")
    assert first.get("a") is not None
    first.dispose()
    second.add(room())
    assert second.get("a") is not None
    second.dispose()


def test_s1_all_processes_share_it_and_it_outlives_them(memory: Path) -> None:
    one, other = Live(memory, "tests"), Live(memory, "tests")
    one.add(room())
    other.alter("a", lambda there: replace(there, turn=7))
    one.dispose()
    other.dispose()
    again = Live(memory, "tests")
    assert again.get("a") == replace(room(), turn=7, epoch=again.number("epoch"))
    again.dispose()


def test_s1_a_store_of_another_version_is_thrown_away(memory: Path) -> None:
    folder = live_folder(memory, {})
    assert folder is not None
    for name in (
        "live-0-tests.sqlite3",
        "live-0-tests.sqlite3-journal",
        "live-99-tests.sqlite3",
        "live-0-other.sqlite3",
    ):
        (folder / name).write_bytes(b"of another release")
    live = Live(memory, "tests")
    live.add(room())
    live.dispose()
    assert {one.name for one in folder.iterdir()} >= {"live-1-tests.sqlite3", "live-0-other.sqlite3"}
    assert not {"live-0-tests.sqlite3", "live-99-tests.sqlite3"} & {one.name for one in folder.iterdir()}


def test_s5_thirty_at_once_are_seated_and_counted_once_each(memory: Path) -> None:
    lives = [Live(memory, "tests") for _ in range(3)]
    lives[0].add(move(room(seats=30), Place("join")))

    def join(number: int) -> Seat:
        seat = lives[number % 3].change("a", lambda there: take(there, NOW))
        assert isinstance(seat, Seat)
        return seat

    with ThreadPoolExecutor(30) as threads:
        seats = list(threads.map(join, range(30)))
        assert len({seat.number for seat in seats}) == 30
        lives[0].alter("a", lambda there: move(there, Place("quiz1")))
        given = Given((True,) * 12, 1)
        said = list(
            threads.map(
                lambda n: lives[n % 3].change("a", lambda one: give(one, 0, 1, seats[n // 2], given)), range(60)
            )
        )
    assert said.count("counted") == said.count("already") == 30
    found = lives[1].get("a")
    assert found is not None and found.counts1[:2] == bytes((30, 30)) and found.given1.bit_count() == 30
    for live in lives:
        live.dispose()


def test_what_was_erased_is_in_no_file(live: Live, memory: Path) -> None:
    name = "0123456789abcdef" * 4
    live.add(room(name))
    assert any(name.encode() in path.read_bytes() for path in memory.rglob("*.sqlite3"))
    live.erase(name)
    assert not any(name.encode() in path.read_bytes() for path in memory.rglob("*.sqlite3*"))


def test_w1_a_wall_s_number_works_once_and_for_a_while(live: Live) -> None:
    live.add(room(wall_number=7, wall_until=NOW + 600))
    assert live.of_wall(8, NOW) is None and live.of_wall(7, NOW + 600) is None
    found = live.of_wall(7, NOW)
    assert found is not None and found.id == "a"
    assert live.of_wall(7, NOW) is None
    assert live.of_wall(-1, 0) is None


def test_a6_keys_are_new_every_whole_hour_and_a_room_s_key_goes_with_the_salt(live: Live) -> None:
    tally = Tally(live)
    whole = NOW - NOW % HOUR
    first = tally.key_of("source 192.0.2.1/32", whole)
    live.add(room(source=first, browser=first))
    assert tally.key_of("source 192.0.2.1/32", whole + HOUR - 1) == first and len(first) == 16
    assert tally.key_of("source 192.0.2.1/32", whole + HOUR) != first
    found = live.get("a")
    assert found is not None and (found.source, found.browser) == ("", "")


def test_a6_counts_end_by_themselves_and_the_least_used_go_first(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("classroom.tally.MOST_KEYS", 3)
    tally = Tally(live)
    assert [tally.add("a", 60, 1, NOW) for _ in range(3)] == [1, 2, 3]
    assert tally.of("a", NOW + 59) == (3, NOW + 60) and tally.of("a", NOW + 60) == (0, NOW + 60)
    for name in "bcd":
        tally.add(name, 60, 1, NOW)
    assert tally.of("a", NOW)[0] == 3
    assert sum(tally.of(name, NOW)[0] for name in "bcd") == 2
    assert tally.add("a", 60, 1, NOW + 60) == 1
    assert MOST_KEYS == 20_000
