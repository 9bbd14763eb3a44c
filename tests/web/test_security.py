"""Headers on every answer, no foreign address, no token in an address, and a log that tells of no one."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from flask import Flask

from tests.audit import HEADERS
from tests.conftest import Visit
from tests.visitor import HOME, Visitor
from web.plan import pages as results

ROOT = Path(__file__).resolve().parents[2]
TYPED = "1 234 kr hos Kajsa"
EVERY_KIND = [
    "/", "/sv/", "/en/koll/", "/sv/resultat", "/sv/resultat.pdf", "/sv/nowhere", "/nowhere", "/halsa/live", "/sv/lamna",
    "/static/style.css", "/static/nothing.css",
]  # fmt: skip


@pytest.mark.parametrize("address", EVERY_KIND)
def test_every_answer_carries_the_headers(app: Flask, address: str) -> None:
    answer = app.test_client().get(address, base_url=HOME)
    answer.close()
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "max-age=" in answer.headers["Strict-Transport-Security"]
    assert all(len(answer.headers.getlist(name)) == 1 for name in HEADERS)
    assert "Werkzeug" not in answer.headers.get("Server", "")


def test_the_sheet_carries_them_too_and_a_name_that_says_nothing(visitor: Visitor) -> None:
    visitor.answer(feeling="hopeless", letters=["attachment"])
    answer = visitor.client.get("/sv/resultat.pdf", base_url=HOME)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert answer.headers["Content-Disposition"] == 'inline; filename="budget.pdf"'


def test_static_files_may_be_kept_when_their_address_changes_with_them(visitor: Visitor) -> None:
    page = visitor.start()
    style = next(link.get("href") for link in page.tree.iter("link") if link.get("rel") == "stylesheet")
    visitor.answer(burden="some")
    answer = visitor.client.get(style, base_url=HOME)
    answer.close()
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers, "a cache on the way would hand one visit to the next person"


def test_scripts_and_styles_ask_for_nothing_foreign() -> None:
    for path in [*ROOT.glob("static/**/*.js"), *ROOT.glob("static/**/*.css"), *ROOT.glob("static/**/*.svg")]:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/", "")
        assert not re.findall(r"(?:https?:)?//[\w.-]+\.\w+", re.sub(r"/\*[\s\S]*?\*/", "", text)), path
        assert not re.findall(r"\b(?:eval|innerHTML|document\.write|localStorage|sessionStorage)\b", text), path


def test_no_answer_stands_in_any_address(visit: Visit) -> None:
    visitor = visit()
    visitor.answer(feeling="hopeless", letters=["court"], answered="cannot_pay", buffer="partly")
    visitor.result()
    addresses = {*visitor.seen, *visitor.page.links(), *(form.address for form in visitor.page.forms())}
    # The page of a letter is the same for all, and linked from the letter door too.
    addresses -= {address for address in addresses if address.startswith("/sv/brev/")}
    for secret in ("hopeless", "court", "cannot_pay", "partly", "26plus"):
        assert not [address for address in addresses if secret in address]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError(f"it broke on {TYPED}")

    monkeypatch.setattr(results, "build_reports", fail)


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("code", ["sv", "en", "xr"])
def test_a_fault_of_ours_is_a_page_and_loses_nothing(visit: Visit, code: str) -> None:
    visitor = visit(code)
    visitor.answer(burden="some")
    before = visitor.open(f"/{code}/koll/svar").main
    page = visitor.open(f"/{code}/resultat", expect=500)
    assert "RuntimeError" not in page.html and "Traceback" not in page.html and TYPED not in page.html
    assert page.link("/kontakter")
    assert visitor.open(f"/{code}/koll/svar").main == before


@pytest.mark.usefixtures("broken")
def test_the_log_says_what_broke_and_nothing_of_whom(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    visitor.answer(burden="some", feeling="hopeless")
    caplog.clear()
    with caplog.at_level(logging.DEBUG):
        visitor.open(
            "/sv/resultat?name=Kajsa",
            expect=500,
            headers={"Referer": "https://localhost/sv/koll/feeling?x=1", "User-Agent": "Kajsas telefon"},
            environ_overrides={"REMOTE_ADDR": "203.0.113.7"},
        )
    assert "RuntimeError" in caplog.text
    for secret in (TYPED, "Kajsa", "203.0.113.7", "name=", "hopeless", "feeling"):
        assert secret not in caplog.text


def test_a_visit_logs_nothing(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="itid"), caplog.at_level(logging.DEBUG, logger="app"):
        visitor.answer(burden="some")
        visitor.result()
        visitor.open("/sv/nowhere?name=Kajsa", expect=404)
    assert not [record for record in caplog.records if record.name in ("itid", "app")]


@pytest.mark.parametrize(
    "address", ["/sv/koll/", "/sv/koll/money_lasts", "/sv/budget/", "/sv/budget/home", "/sv/rensa"]
)
def test_nothing_is_changed_without_a_token(visitor: Visitor, address: str) -> None:
    visitor.answer(burden="some")
    before = visitor.open("/sv/koll/svar").main
    answer = visitor.client.post(address, data={"role": "self", "age": "u16", "answer": "no_food"}, base_url=HOME)
    assert answer.status_code in (400, 422)
    assert visitor.open("/sv/koll/svar").main == before


def test_a_token_of_another_browser_is_worth_nothing(visitor: Visitor, visit: Visit) -> None:
    other = visit()
    other.open("/sv/koll/")
    visitor.answer(burden="some")
    form = visitor.open("/sv/koll/burden?change=1").form("answer")
    visitor.press(form, answer="heavy", csrf_token=other.page.token, expect=422)
    assert visitor.open("/sv/koll/burden?change=1").marked("answer") == ["some"]


def test_health_is_told_without_a_cookie(app: Flask) -> None:
    client = app.test_client()
    for address in ("/halsa/live", "/halsa/redo"):
        answer = client.get(address, base_url=HOME)
        assert (answer.status_code, answer.text) == (200, "ok\n")
        assert "Set-Cookie" not in answer.headers
