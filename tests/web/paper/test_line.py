"""The line before the render processes: residents first, and nobody is held where it is too long."""

from __future__ import annotations

import threading
import time

import pytest

from web.extensions import Busy
from web.paper.press.line import MOST_WAITING, Line


def standing(line: Line[str], count: int) -> None:
    """Wait until so many stand in the line."""
    until = time.monotonic() + 10
    while line.waiting() != count:
        assert time.monotonic() < until, line.waiting()
        time.sleep(0.005)


def test_a_resident_goes_before_papers_that_are_the_same_for_all() -> None:
    line, served = Line(["process"]), []
    busy = line.take(1)

    def wait(name: str, after_residents: bool) -> None:
        helper = line.take(10, after_residents=after_residents)
        served.append(name)
        line.give_back(helper)

    threads = []
    for number, (name, after) in enumerate((("first paper", True), ("second paper", True), ("resident", False)), 1):
        threads.append(threading.Thread(target=wait, args=(name, after)))
        threads[-1].start()
        standing(line, number)
    line.give_back(busy)
    for thread in threads:
        thread.join()
    assert served == ["resident", "first paper", "second paper"]


def test_beyond_the_line_the_answer_comes_at_once_and_those_in_it_are_served() -> None:
    line, served = Line(["process"]), []
    busy = line.take(1)

    def wait() -> None:
        helper = line.take(30)
        served.append(helper)
        line.give_back(helper)

    class_of_thirty = [threading.Thread(target=wait) for _ in range(MOST_WAITING)]
    for thread in class_of_thirty:
        thread.start()
    standing(line, MOST_WAITING)
    begun = time.monotonic()
    with pytest.raises(Busy):
        line.take(30)
    assert time.monotonic() - begun < 3, "not after the patience of thirty seconds"
    line.give_back(busy)
    for thread in class_of_thirty:
        thread.join()
    assert len(served) == MOST_WAITING >= 30


def test_who_has_waited_too_long_leaves_the_line() -> None:
    line = Line(["process"])
    helper = line.take(1)
    with pytest.raises(Busy):
        line.take(0.01)
    assert line.waiting() == 0
    line.give_back(helper)
    assert line.take(0.01) == "process"


def test_a_helper_is_started_beforehand_only_where_nobody_waits() -> None:
    line = Line(["one", "two"])
    assert {line.take_now(), line.take_now()} == {"one", "two"}
    assert line.take_now() is None
