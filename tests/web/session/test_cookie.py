"""The visit in the browser: encrypted, bounded in time, and gone when it is cleared. The server keeps nothing."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode

import pytest
from flask import Flask

from tests.conftest import KEY, Visit, make_app
from tests.visitor import HOME, Visitor
from web.session import cookie
from web.session.cookie import PURPOSE
from web.session.encryption import Encrypted
from web.settings import Settings

NAME = "__Host-itid"
IDLE, LONGEST = 120 * 60, 720 * 60
ANSWERS = {"money_lasts": "often_not", "letters": ["payment_order"], "feeling": "hopeless"}


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1_795_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(cookie.time, "time", made.time)
    return made


def value(visitor: Visitor) -> str:
    kept = visitor.client.get_cookie(NAME, domain="localhost")
    return kept.value if kept else ""


def put(visitor: Visitor, text: str) -> None:
    visitor.client.set_cookie(NAME, text, domain="localhost", secure=True)


def answered(visitor: Visitor) -> Visitor:
    visitor.answer(**ANSWERS)  # type: ignore[arg-type]
    return visitor


def is_empty(visitor: Visitor) -> bool:
    return visitor.open(f"/{visitor.language}/resultat", expect=404).status == 404


def test_the_cookie_is_the_browsers_own_and_ends_with_it(visitor: Visitor) -> None:
    visitor.start()
    set_cookie = visitor.client.get("/sv/koll/", base_url=HOME).headers["Set-Cookie"]
    name, *attributes = [part.strip() for part in set_cookie.split(";")]
    assert name.startswith(f"{NAME}=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} == set(attributes), "no Max-Age, Expires or Domain"


def test_nothing_in_the_cookie_can_be_read(visitor: Visitor) -> None:
    text = value(answered(visitor))
    raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    for word in ("hopeless", "payment_order", "feeling", "answers", "adult", "visit"):
        assert word not in text and word.encode() not in raw
    with pytest.raises(ValueError):
        json.loads(raw)


def test_the_same_visit_never_looks_the_same(visitor: Visitor) -> None:
    first = value(answered(visitor))
    visitor.open("/sv/koll/svar")
    assert value(visitor) != first


@pytest.mark.parametrize("how", ["cut", "one letter", "another", "empty", "not base64", "very long", "swapped"])
def test_a_cookie_that_was_tampered_with_is_an_empty_visit(visitor: Visitor, visit: Visit, how: str) -> None:
    text = value(answered(visitor))
    put(
        visitor,
        {
            "cut": text[:-5],
            "one letter": text[:40] + ("A" if text[40] != "A" else "B") + text[41:],
            "another": Encrypted(["some other key that is long enough"], IDLE, LONGEST, PURPOSE).encrypt(
                {"visit": {"role": "self"}}, 1
            ),
            "empty": "",
            "not base64": "%%%åäö\u2028",
            "very long": "A" * 4000,
            "swapped": text[len(text) // 2 :] + text[: len(text) // 2],
        }[how]
        .encode("ascii", "ignore")
        .decode(),
    )
    assert is_empty(visitor)
    visitor.start()
    answered(visitor).result()


OLD = [
    {"answers": {"a_question_of_last_year": "yes", "money_lasts": "an_option_of_last_year", "burden": "heavy"}},
    {"answers": {"burden": ["heavy"], "letters": "court", "feeling": "ok"}, "questionnaire": "of_last_year"},
    {"answers": {"burden": "heavy"}, "age_group": "of_last_year", "role": "of_last_year"},
    {"budget": {"a_line_of_last_year": [100, "month", False], "rent": [100, "month", False]}},
    {"household": {"adults": [{"age": 900}], "tenant": True}, "answers": {"burden": "heavy"}},
    {"a_key_of_last_year": 1, "answers": {"burden": "heavy"}},
]


@pytest.mark.parametrize("visit_of_last_year", OLD)
def test_what_the_content_no_longer_knows_falls_away(
    visitor: Visitor, app: Flask, visit_of_last_year: dict[str, object]
) -> None:
    """The app is renewed in the middle of somebody's visit."""
    encrypted: Encrypted = app.session_interface.encrypted  # type: ignore[attr-defined]
    put(visitor, encrypted.encrypt({"visit": visit_of_last_year}, cookie.time.time()))
    for address in ("/sv/", "/sv/koll/", "/sv/koll/svar", "/sv/budget/", "/sv/budget/home", "/sv/resultat"):
        visitor.open(address)


def test_a_visit_ends_when_nothing_has_happened_for_long(visitor: Visitor, clock: Clock) -> None:
    answered(visitor)
    clock.now += IDLE - 1
    assert visitor.open("/sv/koll/svar").status == 200
    clock.now += IDLE + 1
    page = visitor.start()
    assert "Dina svar har rensats" in page.text
    assert is_empty(visitor)


def test_a_visit_ends_after_twelve_hours_however_busy(visitor: Visitor, clock: Clock) -> None:
    answered(visitor)
    for _ in range(12):
        clock.now += 59 * 60
        visitor.open("/sv/koll/svar")
    clock.now += 13 * 60
    assert is_empty(visitor)


def test_the_page_knows_how_long_is_left(visitor: Visitor, clock: Clock) -> None:
    answered(visitor)
    left = []
    for later in (0, IDLE - 60, IDLE - 60, IDLE - 60, IDLE - 60, IDLE - 60, IDLE - 60):
        clock.now += later
        found = re.search(r'data-seconds="(\d+)"', visitor.open("/sv/koll/svar").html)
        left.append(int(found[1]) if found else 0)
    assert left == [IDLE] * 6 + [6 * 60], "two hours, but never beyond twelve from the beginning"


def test_staying_moves_the_end(visitor: Visitor, clock: Clock) -> None:
    answered(visitor)
    clock.now += IDLE - 10
    token = visitor.open("/sv/koll/svar").token
    assert visitor.client.post("/sv/kvar", data={"csrf_token": token}, base_url=HOME).status_code == 204
    clock.now += IDLE - 10
    assert visitor.open("/sv/koll/svar").status == 200
    clock.now += IDLE + 1
    assert visitor.client.post("/sv/kvar", base_url=HOME).status_code == 410


def test_a_form_posted_after_the_end_keeps_what_was_chosen(visitor: Visitor, clock: Clock) -> None:
    visitor.answer(money_lasts="always", letters=["nothing"])
    page = visitor.open("/sv/koll/letters?change=1")
    clock.now += IDLE + 1
    again = visitor.press(page.form("answer"), answer=["court", "reminder"], expect=422)
    assert again.form("answer").sent()["answer"] == ["court", "reminder"]
    assert "Sidan var öppen länge" in again.text
    who = visitor.press(again.form("answer"))
    visitor.press(who.form("age"), age="26plus")
    assert visitor.open("/sv/koll/letters?change=1").form("answer").sent()["answer"] == ["court", "reminder"]


def test_an_amount_posted_after_the_end_is_kept_too(visitor: Visitor, clock: Clock) -> None:
    visitor.start()
    visitor.open(next(link for link in visitor.page.links() if link.endswith("/budget/")))
    visitor.press(visitor.page.form("home"), home="rent")
    visitor.follow("/budget/income")
    form = visitor.page.form("update")
    clock.now += IDLE + 1
    again = visitor.press_with(form, {"amount-pay": "19 400,50", "period-pay": "two_weeks"}, expect=422)
    sent = again.form("update").sent()
    assert (sent["amount-pay"], sent["period-pay"]) == (["19 400,50"], ["two_weeks"])
    visitor.press(again.form("update"), button="update")
    assert visitor.page.form("update").sent()["amount-pay"][0].replace("\u00a0", " ") == "19 400,50"


def test_a_key_can_be_changed_in_operation(visitor: Visitor, visit: Visit) -> None:
    text = value(answered(visitor))
    renewed = visit(
        of=make_app(Settings(secret_key="the new key of the tests, long enough", secret_key_fallbacks=(KEY,)))
    )
    put(renewed, text)
    assert renewed.open("/sv/koll/svar").status == 200
    moved = value(renewed)
    later = visit(of=make_app(Settings(secret_key="the new key of the tests, long enough")))
    put(later, moved)
    assert later.open("/sv/koll/svar").status == 200
    put(later, text)
    assert is_empty(later)


def test_without_tls_only_where_that_was_asked_for(visit: Visit) -> None:
    shown = visit(of=make_app(Settings(secret_key=KEY, demo_http=True)))
    answer = shown.client.get("/sv/koll/")
    assert "Secure" not in answer.headers["Set-Cookie"]
    assert "__Host-" not in answer.headers["Set-Cookie"]
    assert "Demo utan kryptering" in answer.get_data(as_text=True)
