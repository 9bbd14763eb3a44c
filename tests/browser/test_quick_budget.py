"""The budget on one page in a phone's browser: what follows the typing is what the server comes to."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Walking
from tests.browser.look import NARROW
from tests.browser.walk import Walk

KR = "\u00a0kr"
FOUR = {
    "pay": "21 400", "child_benefit": "2650", "rent": "9 850:-", "electricity": "620", "food_sum": "6900 kr",
    "children_sum": "640", "travel_sum": "1.060", "phone_and_internet": "890", "debts_sum": "6 400",
}  # fmt: skip
"""24 050 in, and 19 960 + 6 400 = 26 360 out: 2 310 is missing."""


def _fill(visit: Walk) -> None:
    visit.page.locator("summary", has_text="Barnbidrag").click()
    for line, amount in FOUR.items():
        visit.type(line, amount)


def _said(visit: Walk) -> list[str]:
    flow = visit.page.locator("#flow dd").all_inner_texts()
    return [*flow, visit.page.locator("#balance [role=status]").inner_text().strip()]


def test_what_follows_the_typing_is_what_the_server_says(walk: Walking) -> None:
    expected = [f"24\u00a0050{KR}", f"26\u00a0360{KR}", f"Det fattas: 2\u00a0310{KR}"]
    with walk("sv", viewport=NARROW) as visit:
        visit.page.clock.install()
        visit.open("budget/manad")
        _fill(visit)
        visit.page.clock.run_for(2_000)
        assert _said(visit) == expected
        # 24 050 of 26 360 is 912 of a thousand
        assert visit.page.locator("#flow [data-bar=went]").get_attribute("width") == "912"
        visit.press('button[name="show"]')
        expect(visit.page.locator("h1")).to_have_text(f"2\u00a0310{KR} fattas i månaden")
        visit.open("budget/manad")
        assert _said(visit) == expected


def test_it_is_whole_without_scripts(walk: Walking) -> None:
    with walk("sv", viewport=NARROW, java_script_enabled=False) as visit:
        visit.open("budget/manad")
        _fill(visit)
        visit.press('button[name="update"]')
        assert _said(visit) == [f"24\u00a0050{KR}", f"26\u00a0360{KR}", f"Det fattas: 2\u00a0310{KR}"]
        visit.press('button[name="split"][value="food"]')
        visit.type("food", "6000")
        visit.press()
        assert visit.place == "budget/manad"
        assert _said(visit)[1] == f"25\u00a0460{KR}"


class Thumbs:
    """Somebody who types: every sign and every touch is a press."""

    def __init__(self, visit: Walk) -> None:
        self.visit, self.presses, self.fields = visit, 0, 0

    def touch(self, what: str, *, leads: bool = False) -> None:
        self.presses += 1
        self.visit.press(what) if leads else self.visit.page.locator(what).click()

    def choose(self, select: str, value: str) -> None:
        """Two touches: one opens the list."""
        self.presses, self.fields = self.presses + 2, self.fields + 1
        self.visit.page.select_option(f'select[name="{select}"]', value)

    def type(self, line: str, amount: str) -> None:
        self.presses, self.fields = self.presses + 1 + len(amount), self.fields + 1
        field = self.visit.page.locator(f'input[name="amount-{line}"]')
        field.click()
        field.press_sequentially(amount)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_household_of_four_makes_its_budget_in_two_minutes(walk: Walking, *, scripts: bool) -> None:
    """Two adults who are a couple and two children: who they are, nine amounts and the result, at three presses a
    second. 21 400 + 2 650 = 24 050 in; 9 850 + 620 + 6 900 + 640 + 1 060 + 890 + 6 400 = 26 360 out."""
    phone = {"width": 360, "height": 740}
    with walk("sv", viewport=phone, java_script_enabled=scripts) as visit:
        visit.open("budget/")
        thumbs = Thumbs(visit)
        thumbs.choose("adults-25", "2")
        for number, age in enumerate(("6", "11")):
            thumbs.touch('button[name="add"]', leads=True)
            thumbs.choose(f"children-{number}-age", age)
        thumbs.touch('input[name="others"][value="couple"]')
        thumbs.touch('input[name="home"][value="rent"]')
        thumbs.touch("main form .actions button:not([name])", leads=True)
        assert visit.place == "budget/manad"
        thumbs.touch('summary:has-text("Barnbidrag")')
        for line, amount in FOUR.items():
            thumbs.type(line, amount)
        thumbs.touch('button[name="show"]', leads=True)
        expect(visit.page.locator("h1")).to_have_text(f"2\u00a0310{KR} fattas i månaden")
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= phone["width"]
    # three choices of who lives here and nine amounts
    assert thumbs.fields == 12
    assert thumbs.presses <= 120 * 3, "three presses a second for two minutes"
