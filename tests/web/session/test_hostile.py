"""What is wrong, empty or meant to harm gets a clear page in the reader's language, and nothing is lost."""

from __future__ import annotations

import io
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Visit
from tests.page import Form
from tests.visitor import HOME, Visitor

CODES = ["sv", "en", "xr"]
ANSWERS = {"money_lasts": "sometimes_not", "letters": ["reminder"], "burden": "some"}
WRONG_OPTIONS: list[Any] = [
    "", "often", "<script>alert(1)</script>", "nothing'; DROP TABLE visits", "a" * 5000, "\x00", "skip",
    "always\nno_food", "\u202eon", "٣", "../../etc/passwd", ["always", "no_food"], "{{7*7}}", "%s%s%n",
]  # fmt: skip
ODD_ADDRESSES = [
    "/sv/koll/../../etc/passwd", "/sv/koll/%2e%2e%2fapp.py", "/static/../app.py", "/static/%2e%2e/app.py",
    "/sv/koll/a%00b", "/sv/%ff%fe", "/sv//koll", "/SV/", "/sv/koll/money_lasts/", "/sv/budget/nowhere", "/xx-YY/",
    "/de/", "/sv/koll/" + "a" * 3000, "/sv/resultat.pdf/x", "/%E2%80%AE",
    "/sv/koll/money_lasts%0d%0aSet-Cookie:x=1", "/.env",
]  # fmt: skip


@pytest.fixture(params=CODES)
def answered(request: pytest.FixtureRequest, visit: Visit) -> Visitor:
    visitor = visit(request.param)
    visitor.answer(**ANSWERS)
    return visitor


def kept(visitor: Visitor) -> str:
    return visitor.open(f"/{visitor.language}/koll/svar").main


def question(visitor: Visitor, step: str = "money_lasts") -> Form:
    return visitor.open(f"/{visitor.language}/koll/{step}?change=1").form("answer")


@pytest.mark.parametrize("value", WRONG_OPTIONS, ids=range(len(WRONG_OPTIONS)))
def test_an_unknown_option(visitor: Visitor, value: Any) -> None:
    visitor.answer(**ANSWERS)
    before = kept(visitor)
    if isinstance(value, list):
        # A radio button sent twice: the first counts, as in every browser that sends one.
        assert visitor.press(question(visitor), answer=value).status == 200
        return
    page = visitor.press(question(visitor), answer=value, expect=422)
    assert "<script>alert" not in page.html and "49" not in page.main
    assert kept(visitor) == before


@pytest.mark.sampled(4)
@pytest.mark.parametrize("values", [["nothing", "reminder"], ["reminder", "unknown"], [], ["skip"]])
def test_many_that_cannot_be(answered: Visitor, values: list[str]) -> None:
    before = kept(answered)
    page = answered.press(question(answered, "letters"), answer=values, expect=422)
    known = {value for value in values if value == "reminder"}  # "none of these" is a button and no box
    assert set(page.form("answer").sent().get("answer", [])) == known
    assert kept(answered) == before


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    "amount", ["NaN", "Infinity", "1" * 400, "-5", "1e9", "12\x00x", "12 500 kr per lunch", "=1+1", "٣٤٥x"]
)
def test_an_amount_that_is_none(answered: Visitor, amount: str) -> None:
    answered.open(f"/{answered.language}/budget/home")
    good = {"amount-rent": "7 000", "period-rent": "month"}
    page = answered.press_with(answered.page.form("update"), {**good, "amount-electricity": amount}, expect=422)
    sent = page.form("update").sent()
    assert "\x00" in amount or sent["amount-electricity"] == [amount]
    again = answered.open(f"/{answered.language}/budget/home").form("update").sent()
    assert again["amount-rent"] == ["7\u00a0000"], "what could be read is kept"


def test_a_wrong_token_keeps_what_was_chosen(answered: Visitor) -> None:
    page = answered.press(question(answered), answer="no_food", csrf_token="wrong", expect=422)
    assert page.marked("answer") == ["no_food"]
    answered.press(page.form("answer"), answer="no_food")
    question(answered)
    assert answered.page.marked("answer") == ["no_food"]


def test_a_body_of_one_megabyte(answered: Visitor) -> None:
    before = kept(answered)
    page = answered.press(question(answered), answer="a" * 1_000_000, expect=413)
    assert page.link("/kontakter")
    assert kept(answered) == before


def test_ten_thousand_fields(answered: Visitor) -> None:
    before = kept(answered)
    body = "&".join(f"f{number}=1" for number in range(8_000))
    sent = answered.client.post(
        question(answered).address, data=body, base_url=HOME, content_type="application/x-www-form-urlencoded"
    )
    assert sent.status_code in (413, 422)
    assert kept(answered) == before


BODIES = [
    (b"answer=\xff\xfe%ff%fe", "application/x-www-form-urlencoded"),
    (b"answer=%00&%00=%00", "application/x-www-form-urlencoded"),
    (b'{"answer": "no_food"}', "application/json"),
    (b"--x\r\nContent-Disposition: form-data; name=answer\r\n\r\nno_food", "multipart/form-data; boundary=x"),
    (b"answer=no_food", "multipart/form-data"),
    (b"answer=no_food", "text/plain; charset=nonsense"),
    (b"", ""),
]


@pytest.mark.sampled(5)
@pytest.mark.parametrize(("body", "kind"), BODIES, ids=range(len(BODIES)))
def test_a_body_that_is_no_form(answered: Visitor, body: bytes, kind: str) -> None:
    before = kept(answered)
    address = question(answered).address
    answer = answered.client.post(address, input_stream=io.BytesIO(body), content_type=kind, base_url=HOME)
    assert answer.status_code in (400, 415, 422)
    assert kept(answered) == before


@pytest.mark.parametrize("address", ODD_ADDRESSES)
def test_an_odd_address(app: Flask, address: str) -> None:
    answer = app.test_client().get(address, base_url=HOME)
    assert answer.status_code in (301, 302, 308, 400, 404)
    assert "Set-Cookie:x" not in str(answer.headers) and "root:" not in answer.text
    if answer.status_code in (301, 308):
        assert answer.location.startswith(("/", HOME))


@pytest.mark.parametrize(
    ("accept", "code"), [("en", "en"), ("sv-SE", "sv"), ("zz, en;q=0.5", "en"), ("\xff;q=x", "sv")]
)
def test_an_unknown_language_is_answered_in_the_one_the_browser_asks_for(visit: Visit, accept: str, code: str) -> None:
    visit(code).open("/zz/koll/", expect=404, headers={"Accept-Language": accept})


@pytest.mark.parametrize(
    "address", ["/resultat", "/resultat.pdf", "/resultat/ta-med", "/koll/nowhere", "/budget/nowhere"]
)
@pytest.mark.parametrize("code", CODES)
def test_nothing_to_show(visit: Visit, address: str, code: str) -> None:
    page = visit(code).open(f"/{code}{address}", expect=404)
    assert page.link("/kontakter")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "POST", "BREW"])
def test_a_method_that_is_none(app: Flask, method: str) -> None:
    for address in ("/sv/", "/sv/resultat", "/sv/nowhere", "/"):
        answer = app.test_client().open(address, method=method, base_url=HOME)
        assert answer.status_code in (200, 404, 405), (address, answer.status_code)
        assert answer.status_code != 200 or method == "OPTIONS"
        if answer.status_code == 405:
            assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("header", ["Host", "Accept-Language", "Cookie", "X-Forwarded-Host", "Content-Type", "Referer"])
def test_headers_of_nonsense(app: Flask, header: str) -> None:
    for nonsense in ("\u00ff\u00fe", "a" * 6000, "evil.example", "{{7*7}}", "__Host-itid=\u00ff; __Host-itid=;;;"):
        answer = app.test_client().get(
            "/", headers={header: nonsense.encode("latin-1").decode("latin-1")}, base_url=HOME
        )
        assert answer.status_code in (302, 400)
        assert "evil" not in (answer.location or "")


TYPED = st.one_of(
    st.sampled_from(["", "NaN", "1 234", "9" * 20, "skip", "\x00", "-1", "u16", "month"]), st.text(max_size=8)
)


def filled_in(data: st.DataObject, form: Form) -> dict[str, Any]:
    """The form with some of its fields and buttons set, to what it offers or to anything else."""
    sent: dict[str, Any] = dict(form.sent())
    names = sorted(form.names())  # none in a form that is only a button, as for the paper of a letter
    for name in data.draw(st.lists(st.sampled_from(names), max_size=6)) if names else ():
        offered = [option for option in form.options(name) if option] or ["1"]
        sent[name] = data.draw(st.one_of(st.sampled_from(offered), TYPED))
    return sent


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_random_walks_never_end_in_a_fault_of_ours(visit: Visit, data: st.DataObject) -> None:
    """Wherever one clicks and whatever one sends, right or wrong: a page that passes the audit, and never a 500."""
    visitor = visit(data.draw(st.sampled_from(CODES)))
    visitor.start()
    for _ in range(12):
        mine = [one for one in visitor.page.links() if one.startswith(f"/{visitor.language}/") and "lamna" not in one]
        if not mine or not visitor.page.forms():  # a paper leads nowhere
            visitor.open(f"/{visitor.language}/")
        elif data.draw(st.integers(0, 2)) == 0:
            visitor.wander(data.draw(st.sampled_from(mine)))
        else:
            form = data.draw(st.sampled_from([*visitor.page.forms(), *visitor.page.forms()[:1] * 3]))
            visitor.wander(form, filled_in(data, form))
        assert visitor.page.status < 500, visitor.seen[-3:]
