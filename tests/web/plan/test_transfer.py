"""The result is taken along: encrypted, for a day, after the hash, and never what is sensitive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import segno
from flask import Flask

from report.library import Library
from tests.conftest import Visit
from tests.eight_lives import EIGHT
from tests.visitor import Visitor
from tests.web.classroom.lesson import form_to
from web.i18n.languages import use_language
from web.plan import transfer
from web.plan.saved_file import as_visit
from web.session import encryption

DAY = 24 * 3600
ANSWERS = {"money_lasts": "often_not", "letters": ["payment_order"], "answered": "no", "burden": "heavy"}


class Carried:
    """What the last picture held."""

    address = ""
    text = ""


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> Iterator[Carried]:
    held, make = Carried(), segno.make

    def noted(content: str, **more: object) -> object:
        held.address, _, held.text = content.partition("#")
        return make(content, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(transfer.segno, "make", noted)
    yield held


def offered(visitor: Visitor) -> bool:
    visitor.open(f"/{visitor.language}/resultat/ta-med")
    return 'class="qr carried"' in visitor.page.html


def arrive(phone: Visitor, text: str, expect: int = 200) -> None:
    phone.open(f"/{phone.language}/med")
    phone.press(form_to(phone, "/med"), expect=expect, carried=text)


def test_the_same_result_on_another_phone(visit: Visit, carried: Carried) -> None:
    screen, phone = visit(), visit()
    screen.answer(**ANSWERS)  # type: ignore[arg-type]
    screen.result()
    steps = re.findall(r'id="step-(\w+)"', screen.page.plain)
    assert offered(screen)
    assert carried.address == "https://localhost/sv/med"
    arrive(phone, carried.text)
    assert phone.page.address == "/sv/resultat"
    left = [step for step in steps if step != "B31"]  # the questions that stay on the screen can be asked there again
    assert re.findall(r'id="step-(\w+)"', phone.page.plain) == left and left


def test_what_is_carried_cannot_be_read_and_is_not_kept(visitor: Visitor, carried: Carried) -> None:
    visitor.answer(**ANSWERS)  # type: ignore[arg-type]
    assert offered(visitor)
    first = carried.text
    assert not any(word in first for word in ("payment", "often", "adult"))
    assert offered(visitor)
    assert carried.text != first, "encrypted anew every time"
    assert carried.text not in visitor.page.html, "it stands in the picture alone"


def test_the_sensitive_answers_stay_behind(visit: Visit, carried: Carried) -> None:
    screen, phone = visit(), visit()
    screen.answer(**ANSWERS, feeling="daily", gambling="affects")  # type: ignore[arg-type]
    assert offered(screen)
    arrive(phone, carried.text)
    phone.open("/sv/koll/svar")
    said = phone.page.main
    screen.open("/sv/koll/svar")
    questions = screen.client.application.extensions["itid_library"].questions.questionnaires["adult"]
    for name, option in (("feeling", "daily"), ("gambling", "affects")):
        label = questions.by_id[name].by_id[option].label.swedish
        assert label in screen.page.main and label not in said


def test_it_lasts_a_day(visit: Visit, carried: Carried, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = visit()
    screen.answer(**ANSWERS)  # type: ignore[arg-type]
    assert offered(screen)
    now = encryption.time.time()
    monkeypatch.setattr(encryption.time, "time", lambda: now + DAY - 60)
    arrive(visit(), carried.text)
    monkeypatch.setattr(encryption.time, "time", lambda: now + DAY + 60)
    late = visit()
    arrive(late, carried.text, expect=422)
    assert "24 timmar" in late.page.main


@pytest.mark.sampled(2)
@pytest.mark.parametrize("how", ["", "nonsense", "one letter", "cut"])
def test_what_was_tampered_with_is_told_kindly(visit: Visit, carried: Carried, how: str) -> None:
    screen, phone = visit(), visit()
    screen.answer(**ANSWERS)  # type: ignore[arg-type]
    offered(screen)
    text = carried.text
    changed = text[:30] + ("A" if text[30] != "A" else "B") + text[31:]
    arrive(phone, {"one letter": changed, "cut": text[:-4]}.get(how, how), expect=422)
    phone.open("/sv/resultat", expect=404)


@pytest.mark.parametrize("happened", ["nothing", "close_decides", "close_borrowed", "threatened"])
def test_the_same_for_everybody_with_a_question_first(visitor: Visitor, carried: Carried, happened: str) -> None:
    visitor.answer(**ANSWERS, happened=[happened])  # type: ignore[arg-type]
    assert offered(visitor)
    assert "Kan någon annan se papperet?" in visitor.page.main.partition("På papper")[0]


ADVISER = "Budget- och skuldrådgivningen i Botkyrka: "


@pytest.mark.parametrize(
    ("answers", "says", "named"),
    [
        ({"letters": ["unopened"], "unpaid_now": ["rent"]}, "Din hyresvärd: Numret står på hyresavin", True),
        ({"letters": ["power_cut"], "unpaid_now": ["nothing"]}, "Ditt elbolag: Numret står på räkningen", False),
    ],
)
def test_what_is_read_out_ends_with_the_adviser_once(
    visitor: Visitor, answers: dict[str, list[str]], says: str, named: bool
) -> None:
    """Each step says whom to call or where the number stands; the adviser is added where no step has said so."""
    visitor.answer(**answers, months_late="none", money_lasts="always", credits="0")
    visitor.open("/sv/resultat/las")
    steps = [words("".join(one.itertext())) for one in visitor.page.tree.iter("section") if one.find("h3") is not None]
    assert any(says in step for step in steps)
    assert any(ADVISER in step for step in steps) is named
    assert (ADVISER in visitor.page.main.rpartition(steps[-1])[2]) is not named


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("life", list(EIGHT))
def test_the_eight_lives_fit_a_picture_that_any_phone_reads(app: Flask, life: str) -> None:
    """With all their letters, days and budget: nothing falls away."""
    picture = _picture(app, EIGHT[life])
    assert picture is not None and picture.left_out == ""
    sides = re.search(r'viewBox="0 0 (\d+)', str(picture.svg))
    assert sides and int(sides[1]) <= 89 + 2 * 4  # version 18 has 89 modules a side, and 4 of white around


@pytest.mark.slow
def test_what_falls_away_first_are_lines_of_ones_own_and_then_the_budget(app: Flask, library: Library) -> None:
    content = library.calculator

    def budget(names: list[str]) -> dict[str, Any]:
        given: dict[str, Any] = {"income": [], "costs": [], "debts": []}
        for number, name in enumerate(names):
            line = {"id": name, "amount": f"{1001 + 37 * number}.50", "period": "week"}
            given[content.kind_of(name)].append(line)
        return given

    usual, own = list(content.lines), list(content.own_lines)[: content.own.most]
    left_out = [
        picture.left_out
        for count in range(0, len(usual), 4)
        if (picture := _picture(app, EIGHT["four clocks"] | {"budget": budget([*usual[:count], *own])}))
    ]
    assert list(dict.fromkeys(left_out)) == ["", "own", "budget"]


def _picture(app: Flask, life: dict[str, Any]) -> transfer.Picture | None:
    with (
        app.test_request_context("/sv/resultat/ta-med", base_url="https://localhost"),
        use_language("sv", app.extensions["languages"]),
    ):
        return transfer.picture_of(as_visit(life))
