"""What leaves the screen is that of somebody who never gave the sensitive answers, byte for byte."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
import segno
from flask import Flask
from flask.testing import FlaskClient

from report.build import build_report, paper_report
from report.case_format import Setting, parse_case
from report.library import Library, load_library
from tests.conftest import TODAY
from tests.laws.draw import Case, drawn
from tests.laws.reading import SCREEN_ONLY, public_given
from tests.page import TOKEN
from tests.visitor import HOME, paper_text
from web.plan import transfer

LIBRARY: Library = load_library()
LIVES, QUICK, ON_PAPER = 300, 12, 12
ADDRESSES = ("/sv/resultat/skriv-ut", "/sv/resultat/las", "/sv/spara/min-manad.json", "/sv/spara/min-manad.html")
"""The sheet as the browser prints it, what is read out, and the saved file, as a page and alone."""
THE_SAME_FOR_ALL = ("/sv/resultat/ta-med", "/sv/spara")
"""Pages of the screen on which nothing may be shown by those in danger only."""
PICTURE = re.compile(r"<svg[^>]*carried.*?</svg>", re.S)
"""The picture of the link: closed anew each time, so it is looked into instead."""
TROUBLE: dict[str, list[dict[str, Any]]] = {
    "adult": [
        {"feeling": "hopeless", "happened": ["threatened", "close_borrowed"], "gambling": "affects"},
        {"feeling": "daily", "happened": ["stranger"], "gambling": "no"},
        {"feeling": "ok", "happened": ["as_child", "close_decides"], "gambling": "some"},
        {"feeling": "skip", "happened": "skip", "gambling": "skip"},
    ],
    "youth": [
        {"burden": "hopeless", "asked_account": ["lent_account"], "name_used": ["close"], "gambling": "affects"},
        {"burden": "heavy", "asked_account": ["asked"], "name_used": ["as_child"], "gambling": "some"},
        {"burden": "skip", "asked_account": "skip", "name_used": "skip", "gambling": "skip"},
    ],
}
"""Answers that never leave the screen."""


def troubled(seed: int) -> Case:
    """A life by chance in which the sensitive questions are answered, and somebody close may gamble."""
    case = drawn(seed, LIBRARY.questions.questionnaires)
    name, answers = case["questionnaire"], case["answers"]
    choices = TROUBLE[name]
    answers |= {"letters": answers.get("letters", ["nothing"]), **choices[seed % len(choices)]}
    special = answers.get("special")
    if isinstance(special, list) and seed % 2:
        answers["special"] = [*(one for one in special if one not in ("nothing", "someone_gambles")), "someone_gambles"]
    day = case.pop("day")
    if day != TODAY.isoformat():
        case.pop("letters_dates", None)
    return case


def never_given(case: Case) -> Case:
    """The life of somebody who was never asked those questions."""
    name = case["questionnaire"]
    public = public_given(name, case["answers"])
    return {**case, "answers": {key: value for key, value in public.items() if key not in SCREEN_ONLY[name]}}


def best_given(case: Case) -> Case:
    """The life of somebody who gave them their best answers."""
    return {**case, "answers": public_given(case["questionnaire"], case["answers"])}


@pytest.mark.parametrize("other", [never_given, best_given])
def test_the_report_is_computed_anew(other: Any) -> None:
    setting = Setting(LIBRARY, TODAY, "0127", ("sv",))
    for seed in range(LIVES):
        case = troubled(seed)
        paper, same = (paper_report(LIBRARY, parse_case(one, setting).case, TODAY) for one in (case, other(case)))
        assert paper == same, json.dumps(case)
        if other is best_given:
            screen = build_report(LIBRARY, parse_case(other(case), setting).case, TODAY)
            assert screen == paper, "the report of the best answers is the same on the screen"


class Somebody:
    """A browser with a life in it."""

    def __init__(self, app: Flask, case: Case) -> None:
        self.client: FlaskClient = app.test_client()
        form = self.client.get("/sv/oppna", base_url=HOME).get_data(as_text=True)
        token = next(match[2] for match in TOKEN.finditer(form))
        sent = {"csrf_token": token, "file": (io.BytesIO(json.dumps(case).encode()), "min-manad.json")}
        answer = self.client.post("/sv/oppna", data=sent, base_url=HOME, content_type="multipart/form-data")
        assert answer.status_code == 303, answer.get_data(as_text=True)[:500]

    def got(self, address: str) -> bytes:
        """What comes from an address; the token of a form is another each time."""
        answer = self.client.get(address, base_url=HOME)
        assert answer.status_code == 200, address
        if answer.mimetype != "text/html":
            return answer.data
        return PICTURE.sub("PICTURE", TOKEN.sub(r"\1TOKEN", answer.get_data(as_text=True))).encode()


class Carried:
    """What the last picture held."""

    text = ""


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> Iterator[Carried]:
    held, make = Carried(), segno.make

    def noted(content: str, **more: object) -> object:
        held.text = content.partition("#")[2]
        return make(content, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(transfer.segno, "make", noted)
    yield held


def linked(app: Flask, somebody: Somebody, carried: Carried) -> dict[str, Any]:
    """What the link to one's own phone holds, unsealed; nothing where no link is offered."""
    carried.text = ""
    somebody.got("/sv/resultat/ta-med")
    with app.app_context():
        return transfer._encrypted().decrypt(carried.text).values if carried.text else {}


def leaves_the_same(app: Flask, seeds: range, carried: Carried) -> None:
    for seed in seeds:
        case = troubled(seed)
        one, other = Somebody(app, case), Somebody(app, never_given(case))
        differ = [page for page in (*ADDRESSES, *THE_SAME_FOR_ALL) if one.got(page) != other.got(page)]
        if linked(app, one, carried) != linked(app, other, carried):
            differ.append("the link")
        address = "/sv/spara/min-manad.xlsx"
        if "budget" in case and _parts(one.got(address)) != _parts(other.got(address)):
            differ.append(address)
        assert not differ, f"{differ} for {json.dumps(case)}"
        _holds_nothing_sensitive(json.loads(one.got("/sv/spara/min-manad.json")))


def _parts(spreadsheet: bytes) -> dict[str, bytes]:
    """The parts of a spreadsheet, but for the one that says at what second it was made."""
    with zipfile.ZipFile(io.BytesIO(spreadsheet)) as packed:
        return {name: packed.read(name) for name in packed.namelist() if name != "docProps/core.xml"}


def _holds_nothing_sensitive(file: dict[str, Any]) -> None:
    answers = file["answers"]
    assert not set(SCREEN_ONLY[file["questionnaire"]]) & set(answers)
    assert "someone_gambles" not in answers.get("special", ())
    assert answers.get("special") != []


def test_what_leaves_the_screen_is_that_of_somebody_who_never_gave_it(app: Flask, carried: Carried) -> None:
    leaves_the_same(app, range(QUICK), carried)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(3))
def test_what_leaves_the_screen_of_three_hundred(app: Flask, carried: Carried, part: int) -> None:
    leaves_the_same(app, range(part * LIVES // 3, (part + 1) * LIVES // 3), carried)


@pytest.mark.slow
def test_the_pdf_is_the_same_to_the_byte(app: Flask) -> None:
    for seed in range(ON_PAPER):
        case = troubled(seed)
        one, other = (Somebody(app, life).got("/sv/resultat.pdf") for life in (case, never_given(case)))
        quiet = [Somebody(app, life).got("/sv/resultat/utan-namn.pdf") for life in (case, never_given(case))]
        assert quiet[0] == quiet[1], json.dumps(case)
        assert paper_text(one) == paper_text(other), json.dumps(case)
        assert one == other, json.dumps(case)
