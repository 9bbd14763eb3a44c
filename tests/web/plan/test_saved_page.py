"""The saved file is a page: it is read and printed without us, loaded again by its one block, and asks before it."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import time
from typing import Any

import pytest
from flask import Flask

from report.build import paper_report
from report.case_format import Setting, parse_case
from report.library import Library
from tests.audit import parsed
from tests.conftest import TODAY, Visit
from tests.lives import every_life
from tests.visitor import HOME, Visitor
from tests.web.plan.test_saved_file import BUDGET, HOUSEHOLD, saved, take_back, walked
from web.i18n.languages import use_language
from web.plan.saved_file import LARGEST_FILE
from web.plan.saved_page import block_of, saved_page

MOST = 40 * 1024
WHOLE = '<!doctype html><script type="application/json">{"age": 40, "answers": {"burden": "heavy"}}</script>'


def page_of(visitor: Visitor) -> str:
    answer = visitor.client.get(f"/{visitor.language}/spara/min-manad.html", base_url=HOME)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="min-manad.html"'
    return answer.text


def test_it_is_a_page_to_read_with_plan_and_budget(visitor: Visitor) -> None:
    visitor.answer(letters=["payment_order"], answered="no", claim_right="unknown", money_lasts="always")
    visitor.budget(HOUSEHOLD, BUDGET)
    tree, errors = parsed(page_of(visitor))
    assert not errors
    said = " ".join("".join(tree.find(".//main").itertext()).replace("\u00a0", " ").split())
    assert tree.findtext("head/title") == "Min månad"
    visitor.open("/sv/resultat")
    assert visitor.page.h1 in said, "the act of the plan"
    assert "0771-73 73 00" in said and "Säg: ”" in said and "Kvar efter skulder" in said
    assert "10 900 kr" in said, "a line of the budget"


def test_it_fetches_runs_and_sends_nothing(visitor: Visitor) -> None:
    page = page_of(walked(visitor))
    tree, _errors = parsed(page)
    policy = next(one.get("content", "") for one in tree.iter("meta") if one.get("http-equiv"))
    assert "default-src 'none'" in policy and "script-src" not in policy and "unsafe" not in policy
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in policy
    assert [one.get("type") for one in tree.iter("script")] == ["application/json"]
    assert not [one for name in ("link", "img", "iframe", "form") for one in tree.iter(name)]
    assert not re.search(r"""(src|href)=["'](?!tel:)""", page)


def test_it_is_neutral(visitor: Visitor) -> None:
    page = page_of(walked(visitor))
    assert "I tid" not in page and "i-tid" not in page.lower() and "localhost" not in page


def test_its_block_is_the_file_as_it_was_before(visitor: Visitor) -> None:
    page = page_of(walked(visitor))
    assert json.loads(block_of(page.encode())) == saved(visitor)


def test_another_browser_goes_on_from_it(visitor: Visitor, visit: Visit) -> None:
    page = page_of(walked(visitor))
    other = visit()
    take_back(other, page.encode())
    assert other.page.address.endswith("/resultat")
    assert saved(other) == saved(visitor)


SENSITIVE: list[dict[str, Any]] = [
    {"happened": ["close_decides", "threatened"]},
    {"feeling": "hopeless"},
    {"gambling": "affects", "special": ["someone_gambles"]},
]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("more", SENSITIVE, ids="+".join)
def test_what_is_sensitive_changes_no_byte(visit: Visit, more: dict[str, Any]) -> None:
    usual = {"letters": ["payment_order"], "answered": "no", "claim_right": "unknown", "special": ["nothing"]}
    pages = []
    for answers in (usual, {**usual, **more}):
        visitor = visit()
        visitor.answer(**answers)
        pages.append(page_of(visitor))
    assert pages[0] == pages[1]


@pytest.mark.slow
@pytest.mark.parametrize("code", ["sv", "en", "xr"])
def test_no_life_is_more_than_forty_kilobytes(app: Flask, library: Library, code: str) -> None:
    sizes = {}
    for life in every_life():
        asked = parse_case(life.case, Setting(library, TODAY, "0127", ("sv",)))
        with app.test_request_context(), use_language(code, app.extensions["languages"]):
            page = saved_page(paper_report(library, asked.case, TODAY), dict(life.case))
        sizes[life.id] = len(page.encode())
        assert json.loads(block_of(page.encode()))
    assert len(sizes) > 100 and max(sizes.values()) <= MOST


def test_nothing_in_the_case_can_end_its_block(app: Flask, library: Library) -> None:
    case = {"answers": {"</script><script>alert(1)</script>": "<!--&amp;"}}
    asked = parse_case({"age": 40}, Setting(library, TODAY, "0127", ("sv",)))
    with app.test_request_context(), use_language("sv", app.extensions["languages"]):
        page = saved_page(paper_report(library, asked.case, TODAY), case)
    assert json.loads(block_of(page.encode())) == case
    assert page.count("<script") == page.count("</script") == 1


@pytest.mark.parametrize(
    "written",
    [
        "<!doctype html><p>Ingen",
        WHOLE + WHOLE,
        WHOLE.replace("</script>", ""),
        WHOLE + '<script type="application/json">',
        WHOLE.replace('{"age"', '{"age'),
        WHOLE.replace("40", "<b>40</b>"),
        WHOLE.replace("application/json", "text/javascript"),
        WHOLE.replace("heavy", "no such answer"),
        WHOLE.encode("utf-16").decode("latin-1"),
    ],
    ids=["none", "two", "open", "one more open", "broken", "a tag in it", "a script", "unknown", "no utf-8"],
)
def test_a_page_without_its_one_block_changes_nothing(visitor: Visitor, written: str) -> None:
    walked(visitor)
    before = saved(visitor)
    main = take_back(visitor, written.encode("latin-1"), expect=422)
    assert "Något i filen" in main or "inte att läsa filen" in main
    assert saved(visitor) == before


@pytest.mark.parametrize(
    "written",
    [
        "\ufeff  " + WHOLE,
        WHOLE.replace('"application/json"', "application/json").replace("script", "SCRIPT"),
        WHOLE + "<script>alert(1)</script><p>Ring 0900-123 45</p>",
        WHOLE.replace("<script", "<script id='x'"),
    ],
    ids=["byte order mark", "written anew", "other parts", "more attributes"],
)
def test_all_else_of_the_page_is_ignored(visitor: Visitor, written: str) -> None:
    take_back(visitor, written.encode())
    assert visitor.page.address.endswith("/resultat")
    assert "0900" not in visitor.page.main
    assert saved(visitor)["answers"] == {"burden": "heavy"}


def test_it_asks_before_something_is_replaced(visitor: Visitor) -> None:
    visitor.open("/sv/oppna")
    assert not visitor.page.has("replace"), "there is nothing to lose"
    walked(visitor)
    before = saved(visitor)
    visitor.open("/sv/oppna")
    form = visitor.page.form("replace")
    sent = {**form.sent(), "file": (io.BytesIO(WHOLE.encode()), "min-manad.html")}
    assert "replace" not in form.sent(), "nothing is ticked beforehand"
    answer = visitor.client.post(form.address, data=sent, base_url=HOME, content_type="multipart/form-data")
    visitor._take(answer, 422)  # the page is audited as any other
    assert "Kryssa i rutan" in visitor.page.main and saved(visitor) == before
    take_back(visitor, WHOLE.encode())
    assert saved(visitor)["answers"] == {"burden": "heavy"}


def test_a_file_of_64_kilobytes_is_read_here_and_nowhere_else(visitor: Visitor) -> None:
    padded = WHOLE.encode().ljust(LARGEST_FILE)
    take_back(visitor, padded)
    assert visitor.page.address.endswith("/resultat")
    assert "för stor" in take_back(visitor, padded + b" ", expect=422)
    token = visitor.open("/sv/brev/reminder").token
    sent = {"csrf_token": token, "file": (io.BytesIO(padded), "min-manad.html")}
    answer = visitor.client.post("/sv/brev/reminder", data=sent, base_url=HOME, content_type="multipart/form-data")
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "part", ["<!--", "<a ", "<script ", "<script type=application/json>", "<script></script>", "</"]
)
def test_no_page_keeps_the_server_reading(part: str) -> None:
    for filling in (" ", "a ", "'", "x"):
        page = ("<p>" + part * 2_000 + filling * LARGEST_FILE)[:LARGEST_FILE].encode()
        begun = time.process_time()
        assert block_of(page) == b""
        assert time.process_time() - begun < 1


def test_the_page_to_save_offers_it(visitor: Visitor) -> None:
    walked(visitor)
    visitor.open("/sv/spara")
    visitor.page.link("/spara/min-manad.html")
