"""Somebody with a script (T9), and classes that must not be held up by what is against it (T10)."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import Visit, make_app, settings_of
from tests.visitor import HOME
from tests.web.classroom.lesson import Lesson, answer_quiz, form_to, open_room
from tests.web.conftest import BEGAN
from web.classroom.rooms import ticket_of

MINUTE, HOUR = 60, 3600
SCHOOL, ELSEWHERE = "192.0.2.7", "198.51.100.9"
WRONG = ("LI", "MA", "TO", "SA", "DO", "BI", "GA", "NO", "RA", "VI")


@pytest.fixture
def net(database: Path, live: Path) -> Iterator[Flask]:
    """A school behind a proxy that tells where somebody comes from."""
    app = make_app(settings_of(database_url=f"sqlite:///{database}", live=live, proxies=1))
    app.config["NOW"] = BEGAN
    yield app
    app.extensions["itid_rooms"].store.dispose()
    app.extensions["itid_rooms"].live.dispose()


def browser(app: Flask, address: str = SCHOOL) -> FlaskClient:
    """A fresh browser at an address."""
    client = app.test_client()
    client.environ_base["HTTP_X_FORWARDED_FOR"] = address
    return client


def at(visit: Visit, app: Flask, address: str) -> Visit:
    """Visitors who come from an address."""

    def make(code: str = "sv", of: Flask = app) -> object:
        one = visit(code, of)
        one.client.environ_base["HTTP_X_FORWARDED_FOR"] = address
        return one

    return make  # type: ignore[return-value]


def wrong_codes(many: int) -> Iterator[str]:
    for number in range(many):
        yield "".join(WRONG[number // 10**place % 10] for place in range(4))


def token(client: FlaskClient, page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(page, base_url=HOME).text)
    assert found
    return found[1]


def opens(client: FlaskClient) -> int:
    """The status of opening a room."""
    sent = {"csrf_token": token(client, "/sv/klass/oppna"), "size": "28", "length": "60", "sure": "1"}
    return client.post("/sv/klass/oppna", data=sent, base_url=HOME).status_code


def looked_at(app: Flask, address: str, many: int) -> list[int]:
    """The answers to so many wrong codes, each of a browser without a cookie."""
    return [
        browser(app, address).get(f"/sv/klass/?kod={code}", base_url=HOME).status_code for code in wrong_codes(many)
    ]


@pytest.mark.slow
def test_t9_of_a_thousand_codes_of_one_source_150_are_looked_at(net: Flask, visit: Visit) -> None:
    lesson = open_room(at(visit, net, SCHOOL), net)
    said = looked_at(net, SCHOOL, 1000)
    assert (said.count(422), said.count(429)) == (150, 850)
    answer = browser(net).get("/sv/klass/?kod=LIMALIMA", base_url=HOME)
    assert answer.status_code == 429 and answer.headers["Retry-After"] == "600"
    assert "Försök igen klockan 10.10" in answer.text and "läs av bilden" in answer.text
    # The picture is never held up, nor is a teacher, nor anybody elsewhere.
    wall = lesson.teacher.open("/sv/tavla")
    assert lesson.code in wall.main
    began = time.monotonic()
    assert opens(browser(net)) == 303
    assert time.monotonic() - began < 10
    assert browser(net, ELSEWHERE).get("/sv/klass/?kod=LIMALIMA", base_url=HOME).status_code == 422
    net.config["NOW"] = BEGAN + 10 * MINUTE
    assert browser(net).get("/sv/klass/?kod=LIMALIMA", base_url=HOME).status_code == 422


def test_a7_the_picture_on_the_wall_works_when_guesses_do_not(net: Flask, visit: Visit) -> None:
    lesson = open_room(at(visit, net, SCHOOL), net)
    with net.test_request_context("/sv/"):
        code = lesson.code.replace(" ", "")
        ticket = ticket_of(code)
    for code_ in wrong_codes(12):
        assert (phone := browser(net)).get(f"/sv/klass/?kod={code_}", base_url=HOME).status_code == 422
    phone = browser(net)
    for code_ in wrong_codes(12):
        phone.get(f"/sv/klass/?kod={code_}", base_url=HOME)
    assert phone.get(f"/sv/klass/?kod={code}", base_url=HOME).status_code == 429, "one browser, twelve slips"
    assert phone.get(f"/sv/klass/?kod={code}&biljett={'A' * 12}", base_url=HOME).status_code == 429
    assert phone.get(f"/sv/klass/?kod={code}&biljett={ticket}", base_url=HOME).status_code == 303


@pytest.mark.slow
def test_t9_500_rooms_of_one_source_leave_forty_and_a_teacher_opens_one(net: Flask) -> None:
    said = [opens(browser(net)) for _ in range(500)]
    rooms = net.extensions["itid_rooms"]
    assert said.count(303) == 40 and said.count(429) == 460
    assert len([one for one in rooms.live.every() if not one.dropped]) == rooms.store.many() == 40
    answer = browser(net)
    sent = {"csrf_token": token(answer, "/sv/klass/oppna"), "size": "28", "length": "60"}
    refused = answer.post("/sv/klass/oppna", data=sent, base_url=HOME)
    assert "Nästa kan öppnas klockan 10.02" in refused.text and refused.headers["Retry-After"] == "120"
    assert opens(browser(net, ELSEWHERE)) == 303
    net.config["NOW"] = BEGAN + 2 * MINUTE
    began = time.monotonic()
    assert opens(browser(net)) == 303
    assert time.monotonic() - began < 10
    assert rooms.store.many() == 41


def test_a5_a_room_that_gave_way_says_so_to_its_remote(net: Flask, visit: Visit) -> None:
    lesson = open_room(at(visit, net, SCHOOL), net)
    net.extensions["itid_rooms"].live.drop(lesson.room.id)
    assert "väldigt många rum" in lesson.teacher.open("/sv/klass/fjarr", expect=404).main


@pytest.mark.slow
def test_t9_two_hundred_hand_ins_with_fresh_cookies_are_no_more_than_the_seats(net: Flask, visit: Visit) -> None:
    lesson = open_room(at(visit, net, SCHOOL), net, size=24)
    code, room = lesson.code.replace(" ", ""), lesson.room
    said = []
    for number in range(200):
        client = browser(net, f"198.51.{number // 100}.{number % 100}")
        said.append(client.get(f"/sv/klass/?kod={code}", base_url=HOME).status_code)
    assert (said.count(303), said.count(200)) == (27, 173)
    assert "27 har gått med, ni är 24" in lesson.teacher.open("/sv/klass/fjarr").main
    lesson.begin(24)
    assert browser(net).get(f"/sv/klass/?kod={code}", base_url=HOME).status_code == 200
    assert lesson.room.joined == 27 and not lesson.room.given1
    assert lesson.room.id == room.id


@pytest.mark.slow
def test_t10_four_classes_behind_one_address_in_the_same_minute_are_not_held_up(net: Flask, visit: Visit) -> None:
    here = at(visit, net, SCHOOL)
    for lesson in [open_room(here, net, size=30) for _ in range(4)]:
        code = lesson.code
        for number in range(30):
            pupil = here("sv", net)
            pupil.open("/sv/klass/")
            pupil.press(form_to(pupil, "/klass/"), expect=422, kod=next(wrong_codes(number + 1)))
            pupil.press(form_to(pupil, "/klass/"), kod=code)
            assert pupil.page.address == "/sv/klass/med"


def test_t9_guessing_the_number_of_a_wall_ends_soon(net: Flask, visit: Visit) -> None:
    lesson = open_room(at(visit, net, SCHOOL), net)
    lesson.press("tavla")
    said = []
    for number in range(40):
        client = browser(net)
        sent = {"csrf_token": token(client, "/sv/tavla"), "number": f"{(lesson.room.wall_number + 1 + number) % 10**6}"}
        said.append(client.post("/sv/tavla", data=sent, base_url=HOME).status_code)
    assert (said.count(422), said.count(429)) == (30, 10)


def test_a6_asking_where_the_lesson_is_without_a_seat_is_bounded(net: Flask) -> None:
    stranger = browser(net)
    said = [stranger.get("/sv/klass/nu", base_url=HOME).status_code for _ in range(61)]
    assert (said.count(204), said.count(429)) == (60, 1)


def test_a6_without_a_proxy_all_are_one_source_and_are_not_bounded_as_such(school: Flask) -> None:
    said = looked_at(school, SCHOOL, 160)
    assert said == [422] * 160, "who can write the header is nobody's proxy"


def test_a6_no_address_is_anywhere(
    net: Flask, visit: Visit, caplog: pytest.LogCaptureFixture, live: Path, database: Path
) -> None:
    lesson = open_room(at(visit, net, SCHOOL), net)
    looked_at(net, SCHOOL, 155)
    answer_quiz(lesson_pupil(lesson, at(visit, net, SCHOOL)), "t", 3)
    held = [path.read_bytes() for folder in (live, database.parent) for path in folder.rglob("*") if path.is_file()]
    assert held and not any(SCHOOL.encode() in one for one in held)
    assert SCHOOL not in caplog.text
    assert lesson.room.source and lesson.room.source != SCHOOL


def lesson_pupil(lesson: Lesson, here: Visit) -> object:
    """Somebody who joins by the ticket, while guesses are held up."""
    code = lesson.code.replace(" ", "")
    with lesson.app.test_request_context("/sv/"):
        ticket = ticket_of(code)
    pupil = here("sv", lesson.app)
    pupil.open(f"/sv/klass/?kod={code}&biljett={ticket}")
    lesson.begin(1)
    return pupil
