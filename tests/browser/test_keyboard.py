"""The whole way without a mouse: every stop can be seen, every choice can be made, and faults are met first."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Walking
from tests.browser.lives import CALM, WHOLE_ADULT
from tests.browser.look import NARROW, WIDE
from tests.browser.walk import NEXT, Walk
from tests.visitor import BEHIND

MOST_STOPS = 80
SHOWN = """(element) => {
  const style = getComputedStyle(element);
  return element.matches(":focus-visible") && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""
HERE = "(element) => element === document.activeElement"


class Keys:
    """Two hands on the keyboard of a walk."""

    def __init__(self, visit: Walk) -> None:
        self.visit, self.page = visit, visit.page

    def to(self, what: str) -> Locator:
        """Tab until the focus is there. Every stop on the way must be seen."""
        target = self.page.locator(what).first
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            stop = self.page.locator(":focus")
            if stop.count() == 0:
                continue
            assert stop.evaluate(SHOWN), f"the focus cannot be seen: {stop.evaluate('one => one.outerHTML')}"
            if target.evaluate(HERE):
                return target
        raise AssertionError(f"{what} cannot be reached with Tab on {self.visit.place}")

    def enter(self, what: str = "") -> None:
        """Go there, and press Enter."""
        if what:
            self.to(what)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def choose(self, name: str, value: str) -> None:
        """Tab into a group of radio buttons, then the arrows until the wanted one is marked."""
        wanted = self.page.locator(f'input[name="{name}"][value="{value}"]')
        self.to(f'input[name="{name}"]')
        self.page.keyboard.press("Space")
        for _ in range(wanted.locator("xpath=ancestor::fieldset").locator("input").count()):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        expect(wanted).to_be_checked()

    def answer(self, answers: dict[str, str | list[str]]) -> None:
        """Every question, until "check your answers"."""
        while self.visit.place != "koll/svar":
            if self.visit.place == "koll/vidare":
                self.enter("main a.button.second")
                continue
            chosen = answers[self.visit.place.removeprefix("koll/")]
            alone = chosen if isinstance(chosen, str) else chosen[0]
            if isinstance(chosen, str) or alone == "nothing":
                self.enter(f'button[name="answer"][value="{alone}"]')
                continue
            for value in chosen if isinstance(chosen, list) else ():
                drawing, told = BEHIND.get(value, (value, ""))
                self.to(f'input[name="answer"][value="{drawing}"]')
                assert not told, "a letter behind a follow-up is ticked by its own walk"
                self.page.keyboard.press("Space")
            self.enter(NEXT)


@pytest.mark.parametrize("width", [NARROW, WIDE], ids=["narrow", "wide"])
def test_from_the_start_to_the_result(walk: Walking, width: dict[str, int]) -> None:
    with walk("sv", viewport=width) as visit:
        keys = Keys(visit)
        visit.open()
        keys.to(".skip")
        visit.page.keyboard.press("Enter")
        expect(visit.page.locator("main")).to_be_focused()
        keys.enter(".check-door")
        keys.choose("role", "someone")
        keys.enter('button[name="age"][value="26plus"]')
        keys.answer(dict(WHOLE_ADULT))
        keys.enter(".actions .button:not(.second)")

        expect(visit.page.locator("h1")).to_have_text("Bekräfta brevet från Kronofogden och svara i tid")
        keys.to("summary")
        visit.page.keyboard.press("Enter")
        expect(visit.page.locator("details[open]").first).to_be_visible()


def test_a_budget(walk: Walking) -> None:
    with walk("sv", viewport=NARROW) as visit:
        keys = Keys(visit)
        visit.open("budget/")
        keys.to("#adults-25-0")
        visit.page.keyboard.press("ArrowDown")
        keys.choose("home", "rent")
        keys.enter(NEXT)
        keys.to("#amount-pay-0")
        visit.page.keyboard.type("21500")
        # Enter in a field goes on, whatever other buttons stand before "Nästa".
        keys.enter()
        while visit.place != "budget/summering":
            keys.enter(NEXT)
        keys.enter(".actions .button.second")

        expect(visit.page.locator(".two-lines strong").first).to_have_text("21\u00a0500\u00a0kr")


@pytest.mark.parametrize(
    ("place", "first"),
    [("koll/", 'input[name="age"]'), ("koll/money_lasts", 'input[name="answer"]'), ("budget/", "#adults-25-0")],
)
def test_a_fault_is_met_first_and_leads_to_its_field(walk: Walking, place: str, first: str) -> None:
    with walk("sv") as visit:
        keys = Keys(visit)
        if place == "koll/money_lasts":
            visit.begin("26plus")
        visit.open(place)
        if place == "budget/":
            visit.page.select_option("#adults-25-0", "0")
        keys.enter(NEXT)

        expect(visit.page.locator(".faults")).to_be_focused()
        assert visit.page.title().startswith("Fel:")
        keys.to(".faults a")
        visit.page.keyboard.press("Enter")
        # The link leads to the field: the next press of the keyboard is there.
        field = visit.page.locator(visit.page.locator(".faults a").first.get_attribute("href") or "")
        expect(field).to_be_focused()
        expect(visit.page.locator(first).first).to_be_visible()


def test_an_amount_at_fault_is_met_first(walk: Walking) -> None:
    with walk("sv") as visit:
        visit.open("budget/income")
        visit.page.fill("#amount-pay-0", "12-15")
        visit.page.keyboard.press("Enter")
        expect(visit.page.locator(".faults")).to_be_focused()
        visit.page.keyboard.press("Tab")
        visit.page.keyboard.press("Enter")

        expect(visit.page.locator("#amount-pay-0")).to_be_focused()
        expect(visit.page.locator("#amount-pay-0")).to_have_value("12-15")


def test_the_answers_can_be_changed(walk: Walking) -> None:
    with walk("sv") as visit:
        keys = Keys(visit)
        visit.begin("26plus")
        visit.answer(CALM)
        keys.enter('a[href*="/burden?change"]')
        # The arrows move from the answer that is given.
        keys.to('input[name="answer"]:checked')
        visit.page.keyboard.press("ArrowDown")
        visit.page.keyboard.press("ArrowDown")
        keys.enter()
        keys.enter(".actions .button:not(.second)")

        expect(visit.page.locator("h1")).not_to_be_empty()
