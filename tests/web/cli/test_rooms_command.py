"""`flask rooms`, `flask purge` and `flask doctor`: how many, which are dropped, and what is at fault here."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import Visit
from tests.web.classroom.lesson import Lesson, open_room
from tests.web.conftest import BEGAN
from web.cli.doctor import core_dumps, live_store, swap

MINUTE, HOUR = 60, 3600


def told(app: Flask, *words: str) -> tuple[int, str]:
    answer = app.test_cli_runner().invoke(args=list(words))
    return answer.exit_code, answer.output


def test_w1_rooms_are_counted_and_unused_ones_dropped_but_never_a_used_one(lesson: Lesson, visit: Visit) -> None:
    lesson.pupil()
    used = lesson.room.id
    for _ in range(2):
        open_room(visit, lesson.app)
    assert told(lesson.app, "rooms")[1].splitlines() == [
        "rooms: 3, with a lesson on this host: 3, unused: 2",
        "the next is erased at 09.00, 2026-11-25",
        "this hour, rooms opened: 3",
    ]
    assert told(lesson.app, "rooms", "drop-unused") == (0, "dropped: 0\n"), "they are too young"
    lesson.app.config["NOW"] = BEGAN + 2 * MINUTE
    assert told(lesson.app, "rooms", "drop-unused") == (0, "dropped: 2\n")
    assert [row.key_hash for row in lesson.rooms.store.every(0)] == [used]


def test_rooms_of_an_empty_database_are_none(school: Flask) -> None:
    assert told(school, "rooms") == (0, "rooms: 0\n")
    assert told(school, "rooms", "drop-unused") == (0, "dropped: 0\n")


def test_w20_a_purge_with_a_clock_that_jumped_erases_nothing_and_says_so(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.cli.rooms.since_boot", lambda: 500)
    assert told(lesson.app, "purge") == (0, "erased: 0\n")
    lesson.app.config["NOW"] = BEGAN + 48 * HOUR
    code, words = told(lesson.app, "purge")
    assert code == 1 and "+48.0 hours" in words and "--clock-is-right" in words
    assert len(lesson.rooms.store.every(0)) == 1
    assert told(lesson.app, "purge", "--clock-is-right") == (0, "erased: 1\n")


def test_w18_doctor_tells_when_rooms_were_last_erased(lesson: Lesson) -> None:
    assert told(lesson.app, "purge")[0] == 0
    with lesson.app.app_context():
        assert list(live_store(lesson.rooms)) == []
    lesson.app.config["NOW"] = BEGAN + 3 * HOUR + 1
    with lesson.app.app_context():
        found = [one.what for one in live_store(lesson.rooms)]
    assert found == ["rooms were last erased more than three hours ago"]


@pytest.mark.parametrize(
    ("line", "uuid", "well"),
    [
        ("/dev/sda2 partition 8388604 0 -2", "", False),
        ("/swapfile file 8388604 0 -2", "", False),
        ("/dev/dm-1 partition 8388604 0 -2", "LVM-abc", False),
        ("/dev/dm-1 partition 8388604 0 -2", "CRYPT-PLAIN-swap", True),
        ("/dev/zram0 partition 8388604 0 100", "", True),
        ("", "", True),
    ],
)
def test_s9_swap_must_be_off_or_encrypted(tmp_path: Path, line: str, uuid: str, well: bool) -> None:
    (tmp_path / "swaps").write_text(f"Filename Type Size Used Priority\n{line}".rstrip() + "\n")
    if uuid:
        (tmp_path / "dm-1" / "dm").mkdir(parents=True)
        (tmp_path / "dm-1" / "dm" / "uuid").write_text(uuid)
    found = list(swap(tmp_path / "swaps", tmp_path))
    assert (found == []) is well
    assert all("swapoff" in one.mend for one in found)


@pytest.mark.parametrize(
    ("pattern", "well"),
    [
        ("core", True),
        ("/var/crash/core.%p", True),
        ("|/usr/lib/systemd/systemd-coredump %P %u %g %s %t %c %h", True),
        ("|/usr/share/apport/apport -p%p -s%s", False),
    ],
)
def test_s9_core_dumps_must_be_off(tmp_path: Path, pattern: str, well: bool) -> None:
    (tmp_path / "pattern").write_text(pattern + "\n")
    assert (list(core_dumps(tmp_path / "pattern")) == []) is well
    assert list(core_dumps(tmp_path / "nowhere")) == []


def test_doctor_says_what_is_at_fault_and_exits_so(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "swaps").write_text("Filename\n/dev/sda2 partition 1 0 -2\n")
    monkeypatch.setattr("web.cli.doctor.swap", lambda: swap(tmp_path / "swaps", tmp_path))
    code, words = told(lesson.app, "doctor")
    assert code == 1 and "/dev/sda2 is swap" in words and "mend: swapoff /dev/sda2" in words
