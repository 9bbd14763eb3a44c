"""A lesson on a served app: the teacher in a real browser, and pupils who answer as class_answers.py says."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, expect

from tests.browser.class_answers import (
    PUPILS,
    household_said,
    households_of,
    statement_said,
    statements_in_files,
    trust_said,
)
from tests.browser.pupils import Pupil
from tests.browser.serving import Server
from tests.browser.walk import Walk

WAVES = {"fore": "before", "efter": "after"}
POLL = 5_000
"""Milliseconds after which the page on the wall asks again."""
BARS = """sections => sections.map(one => [
  one.querySelector("[id]").id,
  [...one.querySelectorAll(":scope > .wave")].map(
    wave => [...wave.querySelectorAll(".wave-words li, .muted:not(li)")].map(line => line.innerText)
  ),
])"""
LISTS = """sections => sections.map(one => [
  one.querySelector("[id]").id,
  [...one.querySelectorAll("h4 + *")].map(
    told => told.matches("ul") ? [...told.children].map(line => line.innerText) : [told.innerText]
  ),
])"""


class Teacher:
    """The teacher's browser; pictures of it are put into a folder."""

    def __init__(self, visit: Walk, pictures: Path) -> None:
        self.visit, self.page, self.pictures = visit, visit.page, pictures
        self.page.clock.install()

    def open_room(self) -> str:
        """From the front page to the wall; the code without its space."""
        self.visit.open("klass/")
        self.visit.press('form[action$="/oppna"] button')
        assert self.visit.place == "klass/larare/"
        self.visit.look()
        return self.page.inner_text(".wall-code").replace(" ", "")

    def stage(self, name: str) -> None:
        """A picture of what stands on the wall, and whether it looks right."""
        self.page.screenshot(path=self.pictures / f"{name}.png", full_page=True)
        self.visit.look(name)

    def told(self) -> list[str]:
        """What the wall tells once it has asked again by itself."""
        # What the page asked while the pupils answered is heard of first: it was answered with what was true then.
        self.page.evaluate("() => null")
        with self.page.expect_request("**/klass/larare/antal") as asked:
            self.page.clock.fast_forward(POLL)
        answer = asked.value.response()
        assert answer is not None
        wanted = [" ".join(line.split()) for line in re.findall(r"<li[^>]*>(.*?)</li>", answer.text(), re.DOTALL)]
        expect(self.page.locator("#said li")).to_have_text(wanted)
        return self.page.locator("#said li").all_inner_texts()

    def press(self, ending: str) -> None:
        """A button of the page: close or erase."""
        self.visit.press(f'form[action$="/{ending}"] button')

    def bars(self) -> dict[str, list[list[str]]]:
        """Statement (and "trust") → the words beside its bars."""
        return {name.removeprefix("s-"): waves for name, waves in self._read("section.shown:has(> .wave)", BARS)}

    def lists(self) -> dict[str, list[list[str]]]:
        """Household → the lines of its choices."""
        return {name.removeprefix("h-"): lines for name, lines in self._read("section.shown:has(> h4)", LISTS)}

    def _read(self, sections: str, script: str) -> list[tuple[str, list[list[str]]]]:
        found: list[tuple[str, list[list[str]]]] = self.page.locator(sections).evaluate_all(script)
        return [(name, [list(map(_as_read, line)) for line in lines]) for name, lines in found]


def _as_read(words: str) -> str:
    """One space between words, and no hyphen that is not drawn."""
    return " ".join(words.replace("\u00ad", "").split())


def pupils_of(server: Server) -> list[Pupil]:
    """The whole class, every other one in English."""
    return [Pupil(server.address, number) for number in range(PUPILS)]


def scanned(picture: Locator) -> str:
    """What a phone reads in a picture on the screen."""
    seen = Image.open(BytesIO(picture.screenshot())).convert("L")
    found = zxingcpp.read_barcodes(seen)
    assert len(found) == 1, f"{len(found)} codes were seen"
    return str(found[0].text)


def join(pupil: Pupil, code: str) -> None:
    """Type the code: as it stands, in small letters, with a hyphen, or with digits for letters; some err first.

    Every fifth reads the picture instead.
    """
    halves = (code[:4], code[4:])
    written = [" ".join(halves), " ".join(halves).lower(), "-".join(halves), code.replace("I", "1").replace("O", "0")]
    pupil.open("klass/")
    if pupil.number % 5 == 0:
        pupil.press("klass/", {"kod": code[:-1]})
        assert pupil.status == 422, pupil.said
        assert 'id="kod-fault"' in pupil.html
    if pupil.number % 5 == 1:
        pupil.open(f"klass/?kod={code}")
    else:
        pupil.press("klass/", {"kod": written[pupil.number % 4]})
    assert pupil.place == "klass/med", pupil.said
    assert f'<html lang="{pupil.language}"' in pupil.html


def quiz_answers(pupil: Pupil, when: str) -> dict[str, str]:
    """What this pupil answers on the quiz that is open."""
    options = pupil.options()
    places = {one["id"]: place for place, one in enumerate(statements_in_files())}
    assert set(options) == {*places, "trust"}
    said = {name: statement_said(pupil.number, place) for name, place in places.items()}
    said["trust"] = trust_said(pupil.number, WAVES[when])
    assert all(value in ("", *options[name]) for name, value in said.items())
    return {name: value for name, value in said.items() if value}


def answer_quiz(pupil: Pupil, when: str) -> None:
    """One wave of the quiz."""
    pupil.open(f"klass/quiz/{when}")
    pupil.press(f"klass/quiz/{when}", quiz_answers(pupil, when))
    assert pupil.place == f"klass/quiz/{when}/klart", pupil.said


def work(pupil: Pupil) -> None:
    """Every household of this pupil, from the letters to the reasons."""
    for name in households_of(pupil.number):
        pupil.open(f"klass/hushall/{name}")
        help_household(pupil, name)


def help_household(pupil: Pupil, name: str) -> None:
    """From the household's page that is open: find the gap, try other amounts, choose."""
    place = f"klass/hushall/{name}"
    pupil.press(place, {"gap": "", "sign": "left"})
    assert pupil.status == 422, pupil.said
    pupil.press(place, {"gap": "1 500" if pupil.number % 2 else "not a number", "sign": "short"})
    assert pupil.place == f"{place}/andra", pupil.said
    amounts = pupil.typed()
    assert len(amounts) >= 3
    first = next(iter(amounts))
    pupil.press(f"{place}/andra", {**amounts, first: str(100 + pupil.number)})
    assert pupil.place == f"{place}/valj", pupil.said
    offered = pupil.options()
    chosen = {choice: offered[choice][option] for choice, option in household_said(pupil.number, name).items()}
    pupil.press(f"{place}/valj", chosen)
    assert pupil.place == f"{place}/svar", pupil.said
