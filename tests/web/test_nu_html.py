"""Every kind of page through the Nu HTML checker, as it stands after answers, after faults, in class and at a kiosk."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from report.library import Library
from tests import pseudo
from tests.conftest import Visit, make_app
from tests.visitor import HOME, Visitor
from tests.web.classroom.lesson import TRUE, Lesson, answer_quiz, form_to
from web.sums.registry import SUMS

ROOT = Path(__file__).resolve().parents[2]
CHECKER = ROOT / ".cache" / "nu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
pytestmark = pytest.mark.slow
LONGEST = 300
READ = (
    "", "rensa", "rensat", "kvar", "koll/", "koll/under-16", "kontakter", "om", "sa-raknar-vi", "integritet",
    "tillganglighet", "flode", "brev/", "rakna/", "myndigheter/", "traffa-oss", "papper/", "spara", "oppna", "med",
    "klass/", "klass/lektion", "klass/spel/", "klass/spel/maria/", "klass/spel/maria/brev/rent",
    "klass/spel/goran/brev/order", "klass/spel/lena_johan/brev/", "klass/spel/lena_johan/manad",
    "klass/spel/samira/atgarder",
    "klass/spel/ahmed/samtal", "klass/spel/elias/februari",
    "kiosk", "kiosk/personal", "budget/", "budget/home", "budget/summering", "resultat",
    "nowhere",
)  # fmt: skip
ANSWERED = (
    "", "koll/svar", "koll/burden?change=1", "koll/letters?change=1", "resultat", "resultat/ta-med", "resultat/las",
    "resultat/skriv-ut", "budget/summering", "budget/utskrift", "budget/tank-om", "spara",
)  # fmt: skip
DEEP: dict[str, Any] = {
    "money_lasts": "no_food",
    "happened": ["close_decides"],
    "feeling": "hopeless",
    "letters": ["court"],
}
PLAIN: dict[str, Any] = {"money_lasts": "often_not", "letters": ["attachment"], "unpaid_now": ["rent"]}
BUDGET = {
    "income": [{"id": "pay", "amount": "19400", "period": "month"}],
    "costs": [{"id": "rent", "amount": "10900", "period": "month"}],
    "debts": [{"id": "card", "amount": "250", "period": "month"}],
}
HOUSEHOLD = {"adults": [{"age": 38}], "children": [{"age": 6}], "tenant": True}
INVENTED = re.compile(r"appears to be written in \w+ but .*lang=.ur")
"""The words from right to left are invented; the checker takes them for Arabic."""
Keep = Callable[[str, Visitor], None]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Swedish, English, and one language from right to left."""
    folder = pseudo.write_catalogues(tmp_path_factory.mktemp("words"))
    made = make_app(extra_languages=[pseudo.FOR_CHECKERS], extra_catalogues=[folder])
    yield made
    made.extensions["itid_renderers"].close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    return tmp_path / "pages"


@pytest.fixture
def keep(folder: Path) -> Keep:
    """Keep the page that a visitor has open, under a name that says where it comes from."""

    def kept(state: str, visitor: Visitor) -> None:
        _write(folder, f"{state} {visitor.page.response.request.full_path.rstrip('?')}", visitor.page.response)

    return kept


def _write(folder: Path, name: str, answer: TestResponse) -> None:
    safe = "".join(sign if sign.isalnum() or sign in " ?=" else "-" for sign in name)
    (folder / f"{safe}.html").write_bytes(answer.data)


def every(visitor: Visitor, places: tuple[str, ...], keep: Keep, state: str) -> None:
    for place in places:
        answer = visitor.client.get(f"/{visitor.language}/{place}", base_url=HOME)
        if answer.mimetype == "text/html" and answer.status_code not in range(300, 400):
            visitor._take(answer) if "skriv-ut" not in place else setattr(visitor, "page", _Raw(answer))
            keep(state, visitor)


class _Raw:
    """A page that is a sheet, with no audit of its own here."""

    def __init__(self, response: TestResponse) -> None:
        self.response = response


def faults(folder: Path) -> Iterator[str]:
    """What the checker says, by page."""
    pages = sorted(folder.glob("*.html"))
    assert pages
    command = ["java", "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always", *map(str, pages)]
    told = subprocess.run(command, capture_output=True, check=True, timeout=LONGEST)
    for one in json.loads(told.stdout)["messages"]:
        if INVENTED.search(one["message"]):
            continue
        where = Path(one.get("url", "")).stem
        yield f"{where}: {one['type']} {one.get('subType', '')}: {one['message']}: {one.get('extract', '')!r}"


@pytest.mark.parametrize("code", ["sv", "en", "ur"])
def test_pages_of_residents(visit: Visit, real: Flask, keep: Keep, folder: Path, library: Library, code: str) -> None:
    every(visit(code, real), READ, keep, code)
    visitor = visit(code, real)
    letters = tuple(f"brev/{one.id}" for one in library.door.letters)
    authorities = tuple(f"myndigheter/{one}" for one in library.door.authorities_by_id)
    every(visitor, (*letters, *authorities, *(f"rakna/{one.path}" for one in SUMS)), keep, code)
    for name, answers in (("deep", DEEP), ("plain", PLAIN)):
        visitor = visit(code, real)
        visitor.answer(**answers)
        visitor.budget(HOUSEHOLD, BUDGET)
        every(visitor, ANSWERED, keep, f"{code} {name}")
        every(visitor, tuple(f"budget/{one.id}" for one in library.calculator.groups), keep, f"{code} {name}")
    visitor.answer("youth", 17, living="parents", name_used="as_child")
    every(visitor, ("koll/svar", "resultat"), keep, f"{code} young")
    assert list(faults(folder)) == []


def test_pages_with_faults_in_forms(visit: Visit, real: Flask, keep: Keep, folder: Path) -> None:
    visitor = visit("sv", real)
    wrong: dict[str, dict[str, Any]] = {
        "koll/": {"age": None}, "budget/": {"adults-18": "x"},
        "budget/home": {"amount-rent": "x", "period-rent": "year"}, "rakna/sen-rakning": {"amount": "x"},
        "brev/payment_order": {"day": "x"}, "klass/": {"kod": "x"},
    }  # fmt: skip
    for place, values in wrong.items():
        visitor.open(f"/sv/{place}")
        visitor.press(visitor.page.form(next(iter(values))), **values, expect=422)
        keep("fault", visitor)
    visitor.answer(burden="some")
    visitor.open("/sv/koll/letters?change=1")
    visitor.press(visitor.page.form("answer"), answer=["nothing", "court"], expect=422)
    keep("fault", visitor)
    visitor.open("/sv/koll/nowhere", expect=404)
    keep("fault", visitor)
    assert list(faults(folder)) == []


def test_pages_of_the_class(lesson: Lesson, keep: Keep, folder: Path, library: Library) -> None:
    lesson.press("tavla")
    every(lesson.teacher, ("klass/fjarr", "klass/fjarr/lank", "klass/oppna", "tavla", "klass/lektion"), keep, "teacher")
    pupil = lesson.pupil()
    every(pupil, ("klass/med", "klass/hushall/"), keep, "pupil")
    household = library.classroom.households[0].id
    every(pupil, tuple(f"klass/hushall/{household}{part}" for part in ("", "/andra", "/valj")), keep, "pupil")
    pupils = [lesson.pupil() for _ in range(5)]
    lesson.begin()
    every(pupil, ("klass/quiz/fore/1", "klass/quiz/fore/siffra", "klass/quiz/fore/svar", "klass/vanta"), keep, "quiz")
    for number, one in enumerate(pupils):
        answer_quiz(one, TRUE, number)
    for phase in ("reveal", "game", "compare", "change", "ended"):
        lesson.on_to(phase)
        every(lesson.teacher, ("klass/fjarr", "klass/fjarr/resultat", "tavla"), keep, f"teacher {phase}")
        every(pupil, ("klass/vidare", "klass/visas"), keep, f"pupil {phase}")
    assert list(faults(folder)) == []


def test_pages_of_a_kiosk(visit: Visit, real: Flask, keep: Keep, folder: Path) -> None:
    visitor = visit("sv", real)
    visitor.open("/sv/kiosk")
    visitor.press(form_to(visitor, "/kiosk/personal"), place="other", printer="yes")
    keep("kiosk", visitor)
    visitor.answer(**PLAIN)
    every(visitor, ("", "koll/svar", "resultat", "resultat/ta-med", "resultat/skriv-ut", "kiosk/kvar"), keep, "kiosk")
    assert list(faults(folder)) == []


def test_the_checker_finds_a_fault(tmp_path: Path, app: Flask) -> None:
    (tmp_path / "bad.html").write_text(
        '<!doctype html><html lang="sv"><title>x</title><p aria-describedby="">x', "utf-8"
    )
    assert list(faults(tmp_path))
