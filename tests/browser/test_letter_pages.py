"""Letter pages on a phone of 360 px: how tall they are, and the days somebody types there by hand."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from report.library import load_library
from tests.browser.conftest import Walking
from tests.browser.measures import PHONE, measured

LETTERS = tuple(load_library().door.by_id)
SCREENS = {"sv": 3.0, "en": 3.25}
"""How tall a page may be. English has the Swedish to say on the phone as well."""

TYPED = [
    # Christmas: Tuesday 16 December + 10 is Boxing Day. The 25th and Christmas Eve are no working days either.
    ("payment_order", {"day": "2025-12-16"}, "23 december 2025"),
    # Midsummer: Tuesday 9 June + 10 is Midsummer Eve, a Friday. The Thursday before it is a working day.
    ("eviction_claim", {"day": "2026-06-09"}, "18 juni 2026"),
    # Easter: Monday 16 March + 3 weeks is Easter Monday. Sunday, Saturday and Good Friday lie before it.
    ("lease_notice", {"day": "2026-03-16"}, "2 april 2026"),
    # New Year: Thursday 11 December + 3 weeks is New Year's Day, and New Year's Eve is no working day.
    ("seizure", {"day": "2025-12-11"}, "30 december 2025"),
    # The end of a month: 31 January has no 31 February, so the 28th, which in 2026 is a Saturday.
    ("decided_debt", {"day": "2026-01-31"}, "27 februari 2026"),
    # A leap year: 31 January 2024 + 1 month is Thursday 29 February.
    ("decided_debt", {"day": "2024-01-31"}, "29 februari 2024"),
    # 1 May: Friday 10 April + 3 weeks. Walpurgis Eve, the Thursday, is a working day.
    ("power_cut", {"day": "2026-04-10"}, "30 april 2026"),
    # All Saints' Day: Saturday 10 October + 4 weeks is Saturday 7 November.
    ("bank_notice", {"day": "2026-10-10"}, "6 november 2026"),
    # Ascension Day: Monday 4 May + the 10 days of the letter is Thursday 14 May.
    ("court", {"day": "2026-05-04", "days": "10"}, "13 maj 2026"),
    # Printed days are not moved: Boxing Day, Christmas Eve and a Sunday stay what they are.
    ("collection", {"last": "2026-12-26"}, "26 december 2026"),
    ("state_debt", {"last": "2026-12-24"}, "24 december 2026"),
    ("eviction_decided", {"last": "2026-12-06"}, "6 december 2026"),
    # The earlier of the two: four weeks from 19 November is 17 December, and 15 December is printed.
    ("bank_notice", {"day": "2026-11-19", "last": "2026-12-15"}, "15 december 2026"),
    # The printed one alone, where a bank's notice was sent after the act that gives four weeks.
    ("bank_notice", {"day": "2026-11-20", "last": "2026-12-25"}, "25 december 2026"),
]
"""Letter, what is typed, and the last day as it was worked out on paper."""


@pytest.mark.parametrize("language", SCREENS)
def test_no_letter_page_is_taller_than_three_screens(walk: Walking, language: str) -> None:
    tall = {}
    with walk(language, viewport=PHONE) as visit:
        for letter in LETTERS:
            visit.open(f"brev/{letter}")
            tall[letter] = measured(visit.page).screens
    assert len(tall) == 16
    assert {letter: screens for letter, screens in tall.items() if screens > SCREENS[language]} == {}


def test_the_last_day_is_that_on_paper(walk: Walking) -> None:
    with walk(viewport=PHONE) as visit:
        for letter, typed, last in TYPED:
            visit.open(f"brev/{letter}")
            if visit.page.locator(".by-when details:has(.asks)").count():
                visit.page.locator(".by-when details:has(.asks) > summary").click()
            for name in ("day", "days", "last"):
                if visit.page.locator(f'#days input[name="{name}"]').count():
                    visit.page.fill(f'#days input[name="{name}"]', typed.get(name, ""))
            visit.press(".by-when .actions button")
            day = " ".join(visit.page.locator(".by-when .when").inner_text().split())
            assert last in day, f"{letter} {typed}: {day}"


def test_a_letter_from_the_door_is_a_plan_in_four_taps(walk: Walking) -> None:
    """Start, the letter door, the letter, the plan; and the day that was typed stands on its act."""
    with walk(viewport=PHONE) as visit:
        visit.open()
        visit.press(".door-main")
        visit.press('a[href$="/brev/payment_order"]')
        visit.page.fill('input[name="day"]', "2026-11-16")
        visit.press('button[name="plan"]')
        assert visit.place == "resultat"
        expect(visit.page.locator("#now .when")).to_contain_text("26 november")
        open_row = visit.page.locator('details[open] a[href*="/koll/"]')
        assert [one.get_attribute("href") for one in open_row.all()][:1] == ["/sv/koll/answered?open=1"]
