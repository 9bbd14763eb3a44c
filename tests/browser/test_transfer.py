"""The result is taken along in a picture: it opens on another device, and no server ever sees it in an address."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, Request, expect

from content.problems import Problems
from questionnaire.model import Questionnaire
from questionnaire.reader import read_questions
from tests.browser.conftest import Walking
from tests.browser.lives import CALM, WHOLE_ADULT
from tests.browser.scanned import scanned
from tests.browser.serving import Server, serving
from tests.browser.walk import Walk, walking
from web.plan.transfer import DAY, PURPOSE
from web.session.encryption import Encrypted

pytestmark = pytest.mark.slow
KEY = "a key of what is taken along, long enough"
ENCRYPTED = Encrypted((KEY,), DAY, DAY, PURPOSE)
TELLING = {**WHOLE_ADULT, "feeling": "daily", "happened": ["stranger"], "gambling": "some"}
"""Answers to every question that never leaves the screen."""
HOUR = 60 * 60


@pytest.fixture(scope="module")
def carrying(elsewhere: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app whose key is known here, and whose log tells every address that it was asked for."""
    folder = tmp_path_factory.mktemp("carrying")
    with serving("served()", folder, SECRET_KEY=KEY, ELSEWHERE=elsewhere) as running:
        yield running


@pytest.fixture
def device(browser: Browser, carrying: Server, elsewhere: str) -> Walking:
    """`with device("sv") as visit:` somebody's own device."""
    return partial(walking, browser, (carrying.address, elsewhere))


def _answered(visit: Walk, life: dict[str, Any]) -> str:
    """Answer everything, and a line of a budget; the words of the result."""
    visit.begin("26plus")
    visit.answer(life)
    visit.open("budget/income")
    visit.type("pay", "7531")
    visit.press()
    return _result(visit)


def _result(visit: Walk) -> str:
    """The words of the result, but for the list of the answers and of the questions that are not answered."""
    visit.open("resultat")
    answers_and_notice = 'details.fold:is(:has(a[href$="/koll/svar"]), :has(a[href*="open=1"]))'
    visit.page.locator(answers_and_notice).evaluate_all("all => all.forEach((one) => one.remove())")
    visit.page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    return visit.page.inner_text("main").replace("\u00ad", "")


def _picture(visit: Walk) -> str:
    """What a phone reads in the picture on the screen."""
    visit.open("resultat/ta-med")
    return scanned(visit.page.locator("svg.carried"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_picture_opens_the_same_result_on_another_device(device: Walking, carrying: Server, language: str) -> None:
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    with device(language) as screen, device(language) as phone:
        shown = _answered(screen, WHOLE_ADULT)
        assert "7\u00a0531" in shown
        link = _picture(screen)
        address, text = urldefrag(link)
        assert address == f"{carrying.address}/{language}/med"
        phone.page.on("request", note)
        phone.page.goto(link)
        phone.page.wait_for_url("**/resultat")

        assert _result(phone) == shown
        # A fragment stays in the browser, where the address of a request is told together with it.
        urls = [urldefrag(one.url)[0] for one in asked]
        told = [one.all_headers().get("referer", "") for one in asked]
        phone.page.go_back()
        phone.page.go_back()
        assert text not in phone.page.url
    assert [words for words in (*urls, *told) if text[:40] in words] == []
    assert text[:40] not in carrying.log()
    assert f"POST /{language}/med " in carrying.log()


def test_what_is_sensitive_is_not_in_the_picture(device: Walking) -> None:
    sensitive = {question.id for question in _adult().questions if question.sensitive}
    assert {"feeling", "happened", "gambling"} <= sensitive
    with device("sv") as screen:
        _answered(screen, TELLING)
        found = ENCRYPTED.decrypt(urldefrag(_picture(screen))[1])

    values = found.values
    assert values and not found.ended
    assert not {"sums", "letters", "what_if"} & set(values)
    assert set(values["answers"]) == set(TELLING) - sensitive
    assert values["budget"]["pay"][0] == 753100


def _adult() -> Questionnaire:
    questions = read_questions(Problems())
    assert questions is not None
    return questions.questionnaires["adult"]


def _closed(monkeypatch: pytest.MonkeyPatch, ago: float) -> str:
    """What a picture of then holds."""
    then = time.time() - ago
    with monkeypatch.context() as patched:
        patched.setattr("web.session.encryption.time.time", lambda: then)
        return ENCRYPTED.encrypt(
            {"role": "self", "age_group": "26plus", "questionnaire": "adult", "answers": CALM}, then
        )


def test_it_ends_after_a_day(device: Walking, monkeypatch: pytest.MonkeyPatch) -> None:
    with device("sv") as phone:
        phone.open(f"med#{_closed(monkeypatch, 24 * HOUR + 5)}")
        expect(phone.page.locator(".faults")).to_contain_text("QR-koden gällde i 24 timmar")
        assert _result(phone).startswith("Här finns inget att visa än")
    with device("sv") as phone:
        phone.open(f"med#{_closed(monkeypatch, 23 * HOUR)}")
        phone.page.wait_for_url("**/resultat")
        expect(phone.headline).to_have_text("Stabilt just nu.")


SPOILT: dict[str, Callable[[str], str]] = {
    "one letter": lambda text: text[:60] + ("A" if text[60] != "A" else "B") + text[61:],
    "half of it": lambda text: text[: len(text) // 2],
    "nothing of ours": lambda _text: "hello%20there",
    "of another key": lambda _text: Encrypted(("another key",), DAY, DAY, PURPOSE).encrypt(
        {"answers": CALM}, time.time()
    ),
    "a visit": lambda _text: Encrypted((KEY,), DAY, DAY, b"itid visit 1").encrypt({"answers": CALM}, time.time()),
    "far too long": lambda text: text * 20,
}


@pytest.mark.parametrize("spoil", SPOILT)
def test_what_was_spoilt_is_met_with_a_friendly_page(
    device: Walking, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    with device("sv") as phone:
        phone.open(f"med#{SPOILT[spoil](_closed(monkeypatch, 0))}")
        expect(phone.page.locator(".faults")).to_contain_text("QR-koden går inte att läsa")
        expect(phone.page.locator("h1")).to_have_text("Öppna ditt resultat här")
        assert _result(phone).startswith("Här finns inget att visa än")


def test_answers_that_are_there_already_are_asked_about(device: Walking, monkeypatch: pytest.MonkeyPatch) -> None:
    with device("sv") as phone:
        phone.begin("26plus")
        phone.open("koll/money_lasts")
        phone.open("koll/money_lasts")
        phone.choose("often_not")
        phone.open(f"med#{_closed(monkeypatch, 0)}")
        expect(phone.page.locator("main .notice")).to_contain_text("Här finns redan svar")
        assert phone.page.url == f"{phone.origin}/sv/med"
        phone.press("#carried button")

        assert phone.place == "resultat"
        expect(phone.headline).to_have_text("Stabilt just nu.")


def test_where_it_may_not_be_safe_the_page_is_that_of_everybody(device: Walking) -> None:
    """A page of its own would tell who is in danger; so everybody is asked the same question first."""
    said = []
    for happened in ("close_decides", "nothing"):
        with device("sv") as screen:
            _answered(screen, {**TELLING, "happened": [happened]})
            screen.open("resultat/ta-med")

            expect(screen.page.locator(".lead")).to_contain_text("Kan någon annan se papperet?")
            expect(screen.page.locator("main svg.carried")).to_have_count(1)
            said.append(screen.page.inner_text("main"))
    assert said[0] == said[1]


def test_without_scripts_the_page_says_what_to_do(device: Walking, monkeypatch: pytest.MonkeyPatch) -> None:
    with device("sv", java_script_enabled=False) as phone:
        phone.open(f"med#{_closed(monkeypatch, 0)}")
        # What stands in <noscript> is shown, but left out of what a locator calls the text of its parent.
        assert "Be om ett papper i stället" in phone.page.inner_text("main").replace("\u00ad", "")
        phone.press("#carried button")
        expect(phone.page.locator(".faults")).to_contain_text("QR-koden går inte att läsa")
