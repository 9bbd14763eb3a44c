"""Reading aloud: with a voice of the page's own language or its stand-in, and only what may be heard."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import Walking
from tests.browser.lives import WHOLE_ADULT
from tests.browser.walk import SHOW

SOFT = "\u00ad"
DEVICE = """
const heard = [];
const device = {
  speaking: false, pending: false, cancelled: 0,
  getVoices: () => VOICES.map(([lang, localService]) => ({ lang, localService, name: lang })),
  speak: (words) => { device.speaking = true; heard.push([words.lang, words.text]); },
  cancel: () => {
    device.speaking = false;
    sessionStorage.setItem("cancelled", Number(sessionStorage.getItem("cancelled")) + 1);
  },
  addEventListener: () => {},
};
Object.defineProperty(window, "speechSynthesis", { value: device });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
window.heard = heard;
"""
CHOSEN = {
    "a Khmer voice is none for Kurmanji": ("kmr", ["km-KH"], None),
    "Kurmanji has Kurdish of Turkey": ("kmr", ["km-KH", "ku-IQ", "ku-TR"], "ku-TR"),
    "Kurmanji has Kurdish": ("kmr", ["ku"], "ku"),
    "Sorani is no stand-in for Kurmanji": ("kmr", ["ku-IQ", "ku-Arab-IQ", "ckb-IQ"], None),
    "its own voice comes first": ("kmr", ["ku-TR", "kmr-TR"], "kmr-TR"),
    "Sorani has none": ("ckb", ["ku-TR", "fa-IR", "ar-IQ"], None),
    "a Filipino voice is none for Finnish": ("fi", ["fil-PH"], None),
    "a Finnish one is": ("fi", ["fil-PH", "fi-FI"], "fi-FI"),
    "Dari of Afghanistan before Persian": ("prs", ["fa-IR", "fa-AF"], "fa-AF"),
    "Persian for Dari": ("prs", ["far-XX", "fa-IR"], "fa-IR"),
    "Dari is none for Persian": ("fa", ["prs-AF"], None),
    "Sotho is none for Somali": ("so", ["sot-ZA"], None),
    "Tigre is none for Tigrinya": ("ti", ["tig-ER", "am-ET"], None),
    "an underscore parts as well": ("sv", ["sv_SE"], "sv_SE"),
    "great letters too": ("ar", ["AR-eg"], "AR-eg"),
}


def a_device(page: Page, voices: Sequence[tuple[str, bool]]) -> None:
    """A browser whose device has these voices: tag, and whether it is its own."""
    page.add_init_script(f"{{ const VOICES = {json.dumps(voices)};\n{DEVICE} }}")


def in_language(page: Page, code: str) -> None:
    """The same pages, as they would be in a language that has no catalogue yet."""

    def written(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('<html lang="sv"', f'<html lang="{code}"'))

    page.route("**/koll/", written)


def heard(page: Page) -> list[list[Any]]:
    found: list[list[Any]] = page.evaluate("window.heard")
    return found


def words(page: Page) -> str:
    return " ".join(text for _, text in heard(page))


@pytest.mark.parametrize("case", CHOSEN)
def test_a_voice_is_chosen_by_the_whole_language(walk: Walking, case: str) -> None:
    code, voices, expected = CHOSEN[case]
    with walk() as visit:
        a_device(visit.page, [(one, True) for one in voices])
        in_language(visit.page, code)
        visit.open("koll/")
        button = visit.page.locator(".listen").first
        assert button.is_visible() is (expected is not None)
        if expected:
            button.click()
            assert heard(visit.page) and {lang for lang, _ in heard(visit.page)} == {expected}


def test_a_voice_of_a_service_is_none(walk: Walking) -> None:
    with walk() as visit:
        a_device(visit.page, [("sv-SE", False)])
        visit.open("koll/")
        assert not visit.page.locator(".listen").first.is_visible()


def test_a_question_is_read_with_its_options(walk: Walking) -> None:
    with walk() as visit:
        a_device(visit.page, [("sv-SE", True)])
        visit.begin("26plus")
        visit.page.locator(".listen").click()
        said = words(visit.page)
        shown = visit.page.locator("#asked label").all_inner_texts()
        assert len(shown) > 5 and visit.page.locator("#asked h1").inner_text().replace(SOFT, "") in said
        for label in shown:
            assert label.split("\n")[0].replace(SOFT, "") in said


def test_a_letter_is_read_and_stops_when_one_leaves(walk: Walking) -> None:
    with walk() as visit:
        page = visit.page
        a_device(page, [("sv-SE", True)])
        visit.open("brev/payment_order")
        button = page.locator(".listen")
        button.click()
        said, times = words(page), len(heard(page))
        assert said.startswith("Betalningsföreläggande.") and "Kronofogden" in said and times > 5
        assert "Papper om brevet" not in said and "Källor" not in said
        button.click()
        assert len(heard(page)) == times and not page.evaluate("speechSynthesis.speaking"), "pressed again it is silent"
        before = int(page.evaluate("sessionStorage.getItem('cancelled')"))
        visit.press("button[name=plan]")
        assert int(page.evaluate("sessionStorage.getItem('cancelled')")) >= before + 2, "leaving and coming"


def test_the_first_act_and_each_step_are_read(walk: Walking) -> None:
    with walk() as visit:
        page = visit.page
        a_device(page, [("sv-SE", True)])
        for letter in ("payment_order", "eviction_decided"):
            visit.open(f"brev/{letter}")
            visit.press("button[name=plan]")
        page.locator("#now .act-top .listen").click()
        assert page.locator("#act").inner_text().replace(SOFT, "") in words(page)
        for row in page.locator(".act-row").all():
            row.locator("summary").first.click()
            one = row.locator(".listen").last
            if one.is_visible():
                page.evaluate("speechSynthesis.cancel(); window.heard.length = 0")
                one.click()
                name = row.locator("summary span").first.evaluate("(span) => span.firstChild.textContent")
                assert words(page).startswith(name.replace(SOFT, "")[:5]) and len(heard(page)) > 1
                assert "Lyssna" not in words(page)
        assert page.locator(".act-row .listen").count() > 1


def test_another_language_s_page_keeps_the_names_and_leaves_out_the_swedish(walk: Walking) -> None:
    with walk("en") as visit:
        a_device(visit.page, [("sv-SE", True), ("en-GB", True)])
        visit.open("brev/payment_order")
        visit.page.locator(".listen").click()
        assert {lang for lang, _ in heard(visit.page)} == {"en-GB"}
        said = words(visit.page)
        assert "Kronofogden" in said and "Hur många dagar har jag kvar" not in said


def test_what_is_only_for_the_screen_is_only_for_the_eye(walk: Walking) -> None:
    with walk() as visit:
        page = visit.page
        a_device(page, [("sv-SE", True)])
        visit.begin("26plus")
        visit.answer({**WHOLE_ADULT, "happened": ["close_decides"], "gambling": "affects"})
        visit.press(SHOW)
        only = page.locator(".act-row:has(.screen-only)")
        assert only.count() and not only.locator(".listen").count()
