"""Classes that ask all the time, and a class database that somebody has locked: residents notice nothing (T2, W8)."""

from __future__ import annotations

import sqlite3
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.browser.lesson import Remote, join
from tests.browser.pupils import Pupil
from tests.browser.serving import serving

pytestmark = pytest.mark.slow
KEY = "a key of the lesson, long enough for anybody"
TEN_TIMES = 10
"""A loaded machine is no fault: ten times what is asked for, and the figures stand in docs/performance.md."""
START, NOW, TOLD = 0.2 * TEN_TIMES, 0.1 * TEN_TIMES, 2.0 * TEN_TIMES
PUPILS = 10


def took(address: str, pupil: Pupil | None = None) -> tuple[int, float]:
    """The status of an answer, and how many seconds it took."""
    opener = urllib.request.build_opener(*([urllib.request.HTTPCookieProcessor(pupil.jar)] if pupil else []))
    began = time.monotonic()
    try:
        with opener.open(address, timeout=60) as answer:
            answer.read()
            return answer.status, time.monotonic() - began
    except urllib.error.HTTPError as error:
        with error:
            return error.code, time.monotonic() - began


@contextmanager
def many(addresses: list[tuple[str, Pupil | None]]) -> Iterator[list[tuple[int, float]]]:
    """Somebody at each address who asks again and again while this goes on; what they got."""
    ends, got = threading.Event(), list[tuple[int, float]]()

    def ask(address: str, pupil: Pupil | None) -> None:
        while not ends.is_set():
            got.append(took(address, pupil))
            ends.wait(0.1)

    threads = [threading.Thread(target=ask, args=one) for one in addresses]
    for thread in threads:
        thread.start()
    try:
        yield got
    finally:
        ends.set()
        for thread in threads:
            thread.join()


def p95(times: list[float]) -> float:
    """All but one of twenty are quicker."""
    return sorted(times)[int(len(times) * 0.95)]


def test_t2_w8_a_locked_class_database_is_no_matter_for_residents(tmp_path: Path, elsewhere: str) -> None:
    with serving("served()", tmp_path, SECRET_KEY=KEY, ELSEWHERE=elsewhere) as server:
        remote = Remote(server.address)
        code = remote.open_room(PUPILS)
        pupils = [Pupil(server.address, number) for number in range(PUPILS)]
        for one in pupils:
            join(one, code)
        start, now = f"{server.address}/sv/", f"{server.address}/sv/klass/nu"
        results = f"{server.address}/sv/klass/fjarr/resultat"
        with closing(sqlite3.connect(tmp_path / "class.sqlite3", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with many([(results, remote)] * 40) as told:
                starts = [took(start) for _ in range(40)]
                nows = [took(now, pupils[number % PUPILS]) for number in range(40)]
            other.execute("ROLLBACK")
        assert {status for status, _ in (*starts, *nows)} == {200}
        assert p95([seconds for _, seconds in starts]) < START
        assert p95([seconds for _, seconds in nows]) < NOW
        assert {status for status, _ in told} == {503} and max(seconds for _, seconds in told) < TOLD
        time.sleep(1.1)
        assert took(results, remote)[0] == 200, "it goes on by itself"
