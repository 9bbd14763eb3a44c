"""A file to go on from: the case format without what is sensitive, taken back with clear words for every fault."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Visit
from tests.visitor import HOME, Visitor
from web.plan.saved_file import LARGEST_FILE

ANSWERS: dict[str, Any] = {
    "money_lasts": "often_not", "letters": ["collection", "reminder"], "months_late": "one", "unpaid_now": ["phone"],
    "happened": ["close_borrowed"], "gambling": "affects", "feeling": "daily", "burden": "heavy",
}  # fmt: skip
HOUSEHOLD = {
    "adults": [{"age": 25}],
    "children": [{"age": 6, "lunch_away": True}, {"age": 9, "part_time": True}],
    "tenant": True,
}
BUDGET = {
    "income": [{"id": "pay", "amount": "19400.50", "period": "month"}],
    "costs": [
        {"id": "rent", "amount": "10900.00", "period": "month"},
        {"id": "own_pets_no", "amount": "1", "period": "month"},
    ],
    "debts": [{"id": "card", "amount": "250.00", "period": "two_weeks"}],
}
BUDGET["costs"][1] = {"id": "own_bicycle", "amount": "99.00", "period": "month"}


def walked(visitor: Visitor) -> Visitor:
    visitor.answer(age=38, **ANSWERS)
    visitor.budget(HOUSEHOLD, BUDGET)
    return visitor


def saved(visitor: Visitor) -> dict[str, Any]:
    answer = visitor.client.get(f"/{visitor.language}/spara/min-manad.json", base_url=HOME)
    assert (
        answer.mimetype == "application/json" and 'filename="min-manad.json"' in answer.headers["Content-Disposition"]
    )
    read: dict[str, Any] = json.loads(answer.data)
    return read


def take_back(visitor: Visitor, content: bytes, expect: int = 200) -> str:
    visitor.open(f"/{visitor.language}/oppna")
    form = next(one for one in visitor.page.forms() if one.address.endswith("/oppna"))
    sent = {**form.sent(), "replace": "1", "file": (io.BytesIO(content), "min-manad.json")}
    answer = visitor.client.post(form.address, data=sent, base_url=HOME, content_type="multipart/form-data")
    visitor._take(answer, expect)  # the page is audited as any other
    return visitor.page.main


def test_the_file_is_the_case_format(visitor: Visitor) -> None:
    file = saved(walked(visitor))
    assert set(file) == {"municipality", "for", "age", "questionnaire", "answers", "household", "budget"}
    assert file["budget"] == BUDGET and file["household"] == HOUSEHOLD
    assert file["answers"]["letters"] == ["collection", "reminder"] and file["answers"]["burden"] == "heavy"


def test_what_is_sensitive_is_not_in_it(visitor: Visitor) -> None:
    file = saved(walked(visitor))
    assert not {"happened", "gambling", "feeling"} & set(file["answers"])
    assert "close_borrowed" not in json.dumps(file) and "affects" not in json.dumps(file)


def test_the_hopeless_answer_of_the_young_is_not_in_it(visitor: Visitor) -> None:
    visitor.answer("youth", 20, burden="hopeless", name_used="close", money_lasts="always")
    file = saved(visitor)
    assert "hopeless" not in json.dumps(file) and "name_used" not in file["answers"]


def test_another_browser_goes_on_from_it(visitor: Visitor, visit: Visit) -> None:
    first = walked(visitor)
    file = saved(first)
    first.open("/sv/budget/summering")
    sums = first.page.main
    second = visit("en")
    take_back(second, json.dumps(file).encode())
    assert second.page.address.endswith("/resultat")
    third = visit()
    take_back(third, json.dumps(file).encode("utf-8-sig"))
    third.open("/sv/budget/summering")
    assert third.page.main == sums
    assert saved(third) == file


def test_advise_reads_the_same_file(visitor: Visitor, app: Any) -> None:
    file = saved(walked(visitor))
    told = app.test_cli_runner().invoke(args=["advise", "-"], input=json.dumps(file))
    assert told.exit_code == 0 and json.loads(told.output)["level"] == 3


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Välj filen"),
        (b"%PDF-1.7 \xff\xfe", "inte att läsa filen"),
        (b"{", "inte att läsa filen"),
        (b"[" * 30_000, "inte att läsa filen"),
        (b'{"age": NaN}', "inte att läsa filen"),
        (b"[]", "inte att läsa filen"),
        (b" " * (LARGEST_FILE + 1), "för stor"),
        (b'{"name": "Anna"}', "Något i filen"),
        (b'{"age": 38, "answers": {"money_lasts": "never"}}', "answers.money_lasts"),
        (b'{"age": 38, "answers": {"no_such": "yes"}}', "answers"),
        (b'{"budget": {"costs": [{"id": "rent", "amount": "-1", "period": "month"}]}}', "budget.costs.0.amount"),
        (b'{"budget": {"costs": [{"id": "no_such", "amount": "1", "period": "month"}]}}', "budget.costs.0.id"),
        (b'{"household": {"adults": [], "children": [], "tenant": true}}', "household"),
        (b'{"age": 12, "questionnaire": "adult", "answers": {"burden": "heavy"}}', ""),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing(visitor: Visitor, content: bytes, says: str) -> None:
    walked(visitor)
    before = saved(visitor)
    main = take_back(visitor, content, expect=422 if says else 200)
    assert says in main
    assert (saved(visitor) == before) is bool(says)


def test_another_place_s_file_is_read_for_this_one(visitor: Visitor) -> None:
    file = {"municipality": "9999", "day": "2020-01-01", "language": "xx", "age": 40, "answers": {"burden": "heavy"}}
    take_back(visitor, json.dumps(file).encode())
    assert saved(visitor)["municipality"] == "0127"


@pytest.mark.slow
@settings(max_examples=60)
@given(content=st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from("age answers budget household income id amount letters for".split()), inner, max_size=4
    ),
    max_leaves=8,
))  # fmt: skip
def test_no_file_is_ever_a_fault_of_the_server(app: Any, content: Any) -> None:
    client = app.test_client()
    page = client.get("/sv/oppna", base_url=HOME).text
    token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    sent = {"csrf_token": token, "file": (io.BytesIO(json.dumps(content).encode()), "x.json")}
    answer = client.post("/sv/oppna", data=sent, base_url=HOME, content_type="multipart/form-data")
    assert answer.status_code in (303, 422)
    assert client.get("/sv/", base_url=HOME).status_code == 200


def test_the_page_says_what_is_saved(visitor: Visitor) -> None:
    visitor.open("/sv/spara")
    assert "inget att spara än" in visitor.page.main
    walked(visitor)
    visitor.open("/sv/spara")
    assert "Några svar sparas aldrig" in visitor.page.main and "Kan någon annan se filen?" in visitor.page.main


def test_with_nothing_to_save_the_addresses_lead_to_the_page(visitor: Visitor) -> None:
    for name in ("min-manad.json", "min-manad.xlsx"):
        answer = visitor.client.get(f"/sv/spara/{name}", base_url=HOME)
        assert answer.status_code == 302 and answer.location.endswith("/sv/spara")
