"""Papers that are the same for everybody are made once a language and day; what is about somebody is never kept."""

from __future__ import annotations

import datetime
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import make_app
from tests.visitor import HOME, Visitor
from web.extensions import Busy
from web.paper.lesson_papers import FILES
from web.paper.press.pdf import RenderFailed
from web.paper.printables import BY_PAGE, PRINTABLES, Paper, ReadyMade

DAY = datetime.date(2026, 11, 23)
LESSON = tuple(f"klass/lektion-{file}.pdf" for file in FILES)
SAME_FOR_ALL = (*(f"papper/{page}.pdf" for page in BY_PAGE), *LESSON, "brev/svar/estate_reply.pdf")


class Counting:
    """In the place of the render processes: its PDF is the page itself, and it remembers what it was given."""

    def __init__(self) -> None:
        self.pages: list[str] = []
        self.after_residents: list[bool] = []

    def render(self, page: str, *, after_residents: bool = False) -> bytes:
        self.pages.append(page)
        self.after_residents.append(after_residents)
        return f"%PDF {len(self.pages)} {page}".encode()

    def warm(self) -> None:
        """Nothing has to be started."""


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Flask, Counting]]:
    app, made = make_app(), Counting()
    app.extensions["itid_renderers"].close()
    monkeypatch.setitem(app.extensions, "itid_renderers", made)
    yield app, made


def got(client: FlaskClient, address: str) -> bytes:
    answer = client.get(address, base_url=HOME)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    return answer.data


def paper(name: str = "budget", language: str = "sv") -> Paper:
    return Paper(name, language, False, "", DAY)


@pytest.mark.parametrize("address", SAME_FOR_ALL)
def test_what_is_the_same_for_everybody_is_made_once_a_language(counting: tuple[Flask, Counting], address: str) -> None:
    app, made = counting
    swedish = [got(app.test_client(), f"/sv/{address}") for _ in range(3)]
    english = [got(app.test_client(), f"/en/{address}") for _ in range(2)]
    assert len(set(swedish)) == len(set(english)) == 1
    assert swedish[0] != english[0] and len(made.pages) == 2


def test_the_swedish_beside_is_a_file_of_its_own_where_there_is_another_language(
    counting: tuple[Flask, Counting],
) -> None:
    app, made = counting
    client = app.test_client()
    assert got(client, "/en/papper/budget.pdf") != got(client, "/en/papper/budget.pdf?beside=sv")
    assert got(client, "/sv/papper/budget.pdf") == got(client, "/sv/papper/budget.pdf?beside=sv")
    assert len(made.pages) == 3


def test_another_day_is_another_content_and_so_another_file(counting: tuple[Flask, Counting]) -> None:
    app, made = counting
    client = app.test_client()
    first = got(client, "/sv/papper/fragor.pdf")
    app.config["TODAY"] = DAY + datetime.timedelta(days=1)
    assert got(client, "/sv/papper/fragor.pdf") != first and len(made.pages) == 2


@pytest.mark.slow
def test_a_poster_is_for_the_address_it_shows(counting: tuple[Flask, Counting]) -> None:
    app, _made = counting
    here, there = (app.test_client().get("/sv/papper/affisch.pdf", base_url=url).text for url in (HOME, "https://b.se"))
    assert "b.se" in there and "b.se" not in here


def test_what_is_about_somebody_is_made_each_time_and_never_kept(counting: tuple[Flask, Counting]) -> None:
    app, made = counting
    visitor = Visitor(app.test_client())
    visitor.answer({"age": "30", "answers": {"months_late": "none"}})
    for address in ("/sv/resultat.pdf", "/sv/brev/payment_order.pdf"):
        before = len(made.pages)
        assert got(visitor.client, address) != got(visitor.client, address)
        assert len(made.pages) == before + 2
    assert app.extensions["itid_ready_made"].papers() == ()


def test_only_the_table_is_kept(counting: tuple[Flask, Counting]) -> None:
    app, _made = counting
    for address in SAME_FOR_ALL:
        got(app.test_client(), f"/sv/{address}")
    kept = {one.name for one in app.extensions["itid_ready_made"].papers()}
    assert kept == {*(one.name for one in PRINTABLES), "form-letter/estate_reply"}


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    ready = ReadyMade(most_bytes=25)
    for name in ("first", "second"):
        ready.pdf(paper(name), lambda: b"0123456789")
    ready.pdf(paper("first"), lambda: pytest.fail("it is kept"))
    ready.pdf(paper("third"), lambda: b"0123456789")
    assert [one.name for one in ready.papers()] == ["first", "third"]
    assert ready.pdf(paper("large"), lambda: b"0" * 26) == b"0" * 26
    assert ready.papers() == ()


def test_two_who_ask_at_once_share_one() -> None:
    ready, made, got_by = ReadyMade(), [], []

    def slowly() -> bytes:
        made.append(1)
        time.sleep(0.05)
        return b"%PDF"

    threads = [threading.Thread(target=lambda: got_by.append(ready.pdf(paper(), slowly))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (got_by, len(made)) == ([b"%PDF"] * 4, 1)


def test_what_could_not_be_made_is_tried_again() -> None:
    ready = ReadyMade()

    def fails() -> bytes:
        raise RenderFailed("ValueError")

    with pytest.raises(RenderFailed):
        ready.pdf(paper(), fails)
    assert ready.pdf(paper(), lambda: b"%PDF") == b"%PDF"


@pytest.mark.slow
def test_a_print_job_takes_from_the_same_table(app: Flask, tmp_path: Path) -> None:
    makes = ("--make", "budget=2", "--make", "budget=1", "--language", "en")
    before = set(app.extensions["itid_ready_made"].papers())
    answer = app.test_cli_runner().invoke(args=["print-set", str(tmp_path / "job.pdf"), *makes])
    assert (answer.exit_code, answer.output) == (0, "wrote: 6 pages\n")
    kept = set(app.extensions["itid_ready_made"].papers())
    assert Paper("budget", "en", False, "", DAY) in kept and len(kept - before) <= 1


def test_a_resident_goes_before_the_papers_that_are_the_same_for_all(counting: tuple[Flask, Counting]) -> None:
    app, made = counting
    for address in ("papper/budget.pdf", "brev/reminder.pdf"):
        got(app.test_client(), f"/sv/{address}")
    assert made.after_residents == [True, False]


def test_a_paper_has_a_tag_of_what_is_in_it(counting: tuple[Flask, Counting]) -> None:
    app, _made = counting
    first, other = (app.test_client().get(f"/sv/papper/{name}.pdf", base_url=HOME) for name in ("budget", "brev"))
    tag = first.headers["ETag"]
    assert tag != other.headers["ETag"] and first.headers["Cache-Control"] == "no-store"
    again = app.test_client().get("/sv/papper/budget.pdf", base_url=HOME, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_who_comes_while_too_many_wait_for_a_paper_is_told_at_once() -> None:
    ready, started, go_on = ReadyMade(most_waiting=2), threading.Event(), threading.Event()

    def slow() -> bytes:
        started.set()
        assert go_on.wait(10)
        return b"%PDF"

    waiting = [threading.Thread(target=ready.pdf, args=(paper(name), slow)) for name in ("one", "two")]
    for thread in waiting:
        thread.start()
    assert started.wait(10)
    while len(ready._being_made) < 2:
        time.sleep(0.01)
    with pytest.raises(Busy):
        ready.pdf(paper("three"), slow)
    go_on.set()
    for thread in waiting:
        thread.join()
    assert ready.pdf(paper("one"), pytest.fail) == b"%PDF", "what is made is given to everybody"
    assert ready.pdf(paper("three"), slow) == b"%PDF", "and there is room again"
