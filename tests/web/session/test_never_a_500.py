"""What once ended in a 500: numbers no button sends, addresses that are none, files and visits of another shape."""

from __future__ import annotations

import io
import json
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from tests.conftest import Visit, make_app, settings_of
from tests.visitor import HOME, Visitor
from tests.web.classroom.lesson import form_to
from web.session import cookie
from web.session.encryption import Encrypted

COOKIE = "__Host-itid"
NOBODY = 65534


@pytest.mark.parametrize("come_from", ["http://[", "//[::", "/sv/[", "https://evil.example/", "\\\\evil", "/%00"])
def test_an_address_that_is_none_leads_to_the_start_page(visitor: Visitor, come_from: str) -> None:
    visitor.open("/sv/kiosk")
    visitor.press(form_to(visitor, "/kiosk/personal"), place="other", printer="yes")

    page = visitor.open("/sv/kiosk/kvar?" + f"fran={come_from}")

    going_on = next(one.get("href") for one in page.tree.iter("a") if one.get("class") == "button")
    assert going_on in ("/sv/", "/sv/[")


SECRET = "Kajsas hemlighet"
BAD_FILES: dict[str, bytes] = {
    "half a pair": b'{"answers":{"\\udfff":"x"}}',
    "half a pair deeper": b'{"budget":{"income":[{"\\ud800":1}]}}',
    "half a pair as a value": b'{"age": 38, "answers": {"burden": "\\udfff"}}',
    "a sign of control": json.dumps({"answers": {f"\x00{SECRET}": "x"}}).encode(),
    "turned around": json.dumps({"answers": {f"\u202e{SECRET}": "x"}, f"{SECRET}\u202e": 1}).encode(),
    "mark-up": json.dumps({"budget": {"income": [{f"<b>{SECRET}": 1}]}}).encode(),
}


@pytest.mark.parametrize("how", BAD_FILES)
def test_nothing_that_a_file_holds_reaches_a_page_or_a_log(
    visitor: Visitor, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.open("/sv/oppna")
    form = next(one for one in visitor.page.forms() if one.address.endswith("/oppna"))
    sent = {**form.sent(), "file": (io.BytesIO(BAD_FILES[how]), "min-manad.json")}

    with caplog.at_level(logging.DEBUG):
        answer = visitor.client.post(form.address, data=sent, base_url=HOME, content_type="multipart/form-data")
        page = visitor._take(answer, 422)

    assert SECRET not in page.html and "\u202e" not in page.html and "\x00" not in page.html
    assert "udfff" not in caplog.text and SECRET not in caplog.text and "Traceback" not in caplog.text


def test_the_places_that_are_ours_are_still_named(visitor: Visitor) -> None:
    content = json.dumps({"budget": {"costs": [{"id": "rent", "amount": "-1", "period": "month", SECRET: 1}]}})
    visitor.open("/sv/oppna")
    form = next(one for one in visitor.page.forms() if one.address.endswith("/oppna"))
    sent = {**form.sent(), "file": (io.BytesIO(content.encode()), "min-manad.json")}
    answer = visitor.client.post(form.address, data=sent, base_url=HOME, content_type="multipart/form-data")

    places = [one.text for one in visitor._take(answer, 422).tree.iter("code")]

    assert places == ["budget.costs.0.amount", "budget.costs.0"]


# As another version kept it: a period that is none here, a line of another length, an amount that is no number.
ANOTHER_SHAPE: dict[str, dict[str, Any]] = {
    "a period": {"rent": [1_000_000, "fortnight", False], "pay": [2_000_000, "month", False]},
    "a line of two": {"rent": [1_000_000, "month"], "pay": [2_000_000, "month", False]},
    "a line of four": {"rent": [1_000_000, "month", False, "x"], "pay": [2_000_000, "month", False]},
    "a line that is none": {"rent": "10 000", "pay": [2_000_000, "month", False]},
    "an amount in words": {"rent": ["10 000", "month", False], "pay": [2_000_000, "month", False]},
    "an amount with decimals": {"rent": [10.5, "month", False], "pay": [2_000_000, "month", False]},
    "a period that is a list": {"rent": [1, ["month"], False], "pay": [2_000_000, "month", False]},
    "an object": {"rent": {"amount": 1}, "pay": [2_000_000, "month", False]},
    "nothing": {"rent": None, "pay": [2_000_000, "month", False]},
}
PAGES = ["", "budget/", "budget/home", "budget/summering", "budget/utskrift", "budget/tank-om", "resultat", "spara"]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("part", ["budget", "what_if"])
@pytest.mark.parametrize("shape", ANOTHER_SHAPE)
def test_a_visit_of_another_shape_opens_and_what_is_unknown_falls_away(
    visitor: Visitor, app: Flask, part: str, shape: str
) -> None:
    encrypted: Encrypted = app.session_interface.encrypted  # type: ignore[attr-defined]
    kept = {"budget": {"pay": [2_000_000, "month", False]}} | {part: ANOTHER_SHAPE[shape]}
    others = {"own_lines": [1, ["x"]], "sums": {"loan": 7}, "letters": {"court": "x", "reminder": {"came": 1}}}
    visitor.client.set_cookie(
        COOKIE, encrypted.encrypt({"visit": kept | others}, cookie.time.time()), domain="localhost"
    )

    for place in PAGES:
        visitor.open(f"/sv/{place}")
        assert "20 000" in visitor.page.text or place in ("", "budget/", "budget/home", "spara")
    for place in ("resultat.pdf", "spara/min-manad.json", "spara/min-manad.xlsx"):
        assert visitor.client.get(f"/sv/{place}", base_url=HOME).status_code == 200


@pytest.mark.parametrize("folder", ["a file and no folder", "/proc/nowhere"])
def test_a_folder_that_cannot_be_made_is_a_503_of_the_class_room_only(
    visit: Visit, tmp_path: Path, folder: str
) -> None:
    (tmp_path / "a file and no folder").touch()
    app = make_app(settings_of(database_url=f"sqlite:///{tmp_path / folder / 'data' / 'class.sqlite3'}"))
    teacher = visit(of=app)
    teacher.open("/sv/klass/oppna")

    page = teacher.press(form_to(teacher, "/klass/oppna"), expect=503)

    assert "Klassrummet svarar inte" in page.text and page.response.headers["Retry-After"]
    assert teacher.open("/sv/koll/").status == 200


@contextmanager
def somebody_without_rights() -> Iterator[None]:
    """Root may write to any folder: for a while we are nobody."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


def test_a_folder_that_is_read_only_is_a_503_too(visit: Visit, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        teacher = visit(of=make_app(settings_of(database_url=f"sqlite:///{folder / 'data' / 'class.sqlite3'}")))
        folder.chmod(0o555)
        teacher.open("/sv/klass/oppna")
        form = form_to(teacher, "/klass/oppna")
        with somebody_without_rights():
            page = teacher.press(form, expect=503)
        folder.chmod(0o755)

    assert "Klassrummet svarar inte" in page.text
