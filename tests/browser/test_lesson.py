"""A whole lesson with thirty pupils, on each kind of database; and that nothing of it is left when it is erased."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from playwright.sync_api import Browser

from classroom.store import ONCE, ROOM, TALLY
from tests.browser.class_answers import (
    CHOICES,
    OUTCOMES,
    TRUST,
    bar_told,
    choice_told,
    counted,
    households_in_files,
    statements_in_files,
)
from tests.browser.lesson import (
    Teacher,
    answer_quiz,
    help_household,
    join,
    pupils_of,
    quiz_answers,
    scanned,
    work,
)
from tests.browser.pupils import Pupil, all_at_once
from tests.browser.serving import Server, serving
from tests.browser.walk import walking
from tests.postgres import running_server

pytestmark = pytest.mark.slow
KEY = "a key of the lesson, long enough for anybody"
UNDER_FIVE = "färre än 5 har svarat"
FIRST = 4
RESTARTED, TWICE, TABS, LATE = 7, 9, 11, 29
"""The pupils whose server starts anew, who send twice at once, who have two tabs, and who are too late at the end."""


@dataclass(frozen=True)
class Database:
    """Where the counts are, and the folder of the files they are in."""

    address: str
    folder: Path
    settle: Callable[[], None]
    """Lets the database write what it still holds in memory."""

    def rows(self, table: sqlalchemy.Table) -> list[sqlalchemy.Row[Any]]:
        """Everything in a table."""
        engine = sqlalchemy.create_engine(self.address)
        try:
            with engine.connect() as connection:
                return list(connection.execute(sqlalchemy.select(table)))
        finally:
            engine.dispose()

    def marks(self) -> list[str]:
        """What marks that something was counted; each of them stands in the files."""
        found = [row.option for row in self.rows(TALLY) if row.question == ONCE]
        assert {words.split()[0] for words in self.holds(found)} == set(found)
        return found

    def holds(self, words: list[str]) -> list[str]:
        """Those of the words that stand in a file, whole, with the name of the file."""
        self.settle()
        files = {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}
        assert files
        return [f"{word} in {path.name}" for word in words for path, held in files.items() if word.encode() in held]


@contextmanager
def sqlite(folder: Path) -> Iterator[Database]:
    (folder / "data").mkdir()
    yield Database(f"sqlite:///{folder / 'data' / 'class.sqlite3'}", folder / "data", lambda: None)


@contextmanager
def postgresql(folder: Path) -> Iterator[Database]:
    with running_server() as server, server.database() as address:
        yield Database(address, server.folder / "data" / "base", lambda: server._order("CHECKPOINT"))


@pytest.mark.parametrize("kind", [sqlite, postgresql])
def test_a_lesson(browser: Browser, tmp_path: Path, kind: Callable[..., Database], elsewhere: str) -> None:
    settings = {"SECRET_KEY": KEY, "ELSEWHERE": elsewhere}
    with kind(tmp_path) as database, serving("served()", tmp_path, DATABASE_URL=database.address, **settings) as server:
        places = (server.address, elsewhere)
        with walking(browser, places, looks=True) as visit:
            teacher, pupils = Teacher(visit, tmp_path), pupils_of(server)
            code = _before(teacher, pupils)
            _restart(server, pupils[RESTARTED])
            _together(pupils)
            teacher.told()
            marks = database.marks()
            assert len(marks) == 30 + 34 + 29
            hashes = [value for row in database.rows(ROOM) for value in (row.code_hash, row.key_hash)]
            _close(teacher, pupils, code)
            _results(teacher, database)
            assert database.holds(marks) == []
            _erase(teacher, pupils, database)
        traces = [code, f"{code[:4]} {code[4:]}", code.lower(), "PupilsPhone", *marks, *hashes]
        assert database.holds(traces) == []


def _before(teacher: Teacher, pupils: list[Pupil]) -> str:
    """The room is opened, everybody joins, and the first quiz is taken; the wall says no number under five."""
    code = teacher.open_room()
    teacher.stage("opened")
    link = scanned(teacher.page.locator(".wall-qr svg"))
    assert link == f"{teacher.visit.origin}/sv/klass/?kod={code}"
    for pupil in pupils[:FIRST]:
        join(pupil, code)
        answer_quiz(pupil, "fore")
    assert teacher.told() == [f"Quiz före: {UNDER_FIVE}", f"Quiz efter: {UNDER_FIVE}", f"Hushåll: {UNDER_FIVE}"]
    teacher.stage("four have given")
    all_at_once(lambda pupil: _join_and_answer(pupil, code), pupils[FIRST:])
    # Whoever looks at the last page again, or sends again what was sent, is counted once.
    for _ in range(2):
        pupils[0].open("klass/quiz/fore/klart").open("klass/quiz/fore")
        assert pupils[0].place == "klass/quiz/fore/klart"
    assert teacher.told()[0] == "Quiz före: 30 har svarat"
    teacher.stage("thirty have given")
    return code


def _join_and_answer(pupil: Pupil, code: str) -> None:
    join(pupil, code)
    if pupil.number != TWICE:
        answer_quiz(pupil, "fore")
        return
    pupil.open("klass/quiz/fore")
    answers = quiz_answers(pupil, "fore")
    all_at_once(lambda one: one.press("klass/quiz/fore", answers), [pupil, *(pupil.tab() for _ in range(3))])
    assert pupil.place == "klass/quiz/fore/klart"


def _restart(server: Server, pupil: Pupil) -> None:
    """In the middle of a pupil's household; what it holds is in the browser and in the database."""
    pupil.open("klass/hushall/elias")
    server.stop()
    server.start()
    help_household(pupil, "elias")


def _together(pupils: list[Pupil]) -> None:
    """The households and the second quiz. One pupil has it open in two tabs, and one is late."""
    all_at_once(work, [one for one in pupils if one.number != RESTARTED])
    everybody_else = [one for one in pupils if one.number not in (TABS, LATE)]
    all_at_once(lambda one: answer_quiz(one, "efter"), everybody_else)
    first = pupils[TABS].open("klass/quiz/efter")
    second = first.tab().open("klass/quiz/efter")
    for tab in (first, second):
        tab.press("klass/quiz/efter", quiz_answers(tab, "efter"))
        assert tab.place == "klass/quiz/efter/klart"


def _close(teacher: Teacher, pupils: list[Pupil], code: str) -> None:
    """While one still writes, and another one comes."""
    late = pupils[LATE].open("klass/quiz/efter")
    answers = quiz_answers(late, "efter")
    teacher.press("stang")
    assert teacher.visit.place == "klass/larare/resultat"
    teacher.stage("results")
    late.press("klass/quiz/efter", answers)
    assert late.place == "klass/quiz/efter/klart"
    assert 'class="notice"' in late.html, late.said
    newcomer = Pupil(late.origin, 0).open("klass/")
    newcomer.press("klass/", {"kod": code})
    assert "Rummet är stängt" in newcomer.said


def _results(teacher: Teacher, database: Database) -> None:
    """What is in the database is what was sent, and what is shown is that with small cells put together."""
    everybody = range(30)
    counts = counted(everybody, everybody, (number for number in everybody if number != LATE))
    found = sorted((row.question, row.option, row.n) for row in database.rows(TALLY))
    assert found == sorted((question, option, n) for question, all_ in counts.items() for option, n in all_.items())
    bars = teacher.bars()
    for name in (*(one["id"] for one in statements_in_files()), "trust"):
        names = TRUST if name == "trust" else OUTCOMES
        assert bars[name] == [bar_told(counts[f"{wave}.{name}"], names) for wave in ("before", "after")], name
    households = {name: one for name, one in households_in_files().items() if counts["given"][f"household.{name}"]}
    assert teacher.lists() == {
        name: [choice_told(counts[f"{name}.{choice}"], one[choice]["options"]) for choice in CHOICES]
        for name, one in households.items()
    }


def _erase(teacher: Teacher, pupils: list[Pupil], database: Database) -> None:
    teacher.press("radera")
    assert teacher.page.inner_text("h1") == "Allt är raderat"
    teacher.visit.look("erased")
    assert "Rummet finns inte längre" in pupils[0].open("klass/med").said
    assert database.rows(TALLY) == database.rows(ROOM) == []
    teacher.visit.open("klass/larare/resultat")
    assert teacher.page.inner_text("h1") == "Rummet finns inte längre"
