"""From the start to the plan by what is on the screen only: how many taps, and how many words are shown on the way."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Walking
from tests.browser.lives import CALM, WHOLE_ADULT
from tests.browser.measures import PHONE, measured
from tests.browser.walk import Answers, Walk
from tests.visitor import BEHIND

QUICK, WITH_A_LETTER, WHOLE = 10, 13, 25
QUICK_WORDS, WHOLE_WORDS = 305, 800
"""Every word that is to be seen, also the names of buttons and how far one has come; the goal of the first is 250."""


class Tapping:
    """A thumb: taps what is to be seen, and counts."""

    def __init__(self, visit: Walk) -> None:
        self.visit, self.taps, self.words = visit, 0, 0

    def tap(self, what: str, *, leads: bool = False) -> None:
        self.taps += 1
        found = self.visit.page.locator(what).first
        if leads:
            self.visit.press(found)
        else:
            found.click()

    def answer(self, answers: Answers, until: str) -> None:
        """Every question until this page; the words of each page are counted as it comes."""
        while self.visit.place != until:
            self.words += measured(self.visit.page).words
            step = self.visit.place.removeprefix("koll/")
            if step == "vidare":
                self.tap("main a.button.second", leads=True)
                continue
            given = answers[step]
            named = [given] if isinstance(given, str) else given
            if self.visit.page.locator(f'button[name="answer"][value="{named[0]}"]').count():
                self.tap(f'button[name="answer"][value="{named[0]}"]', leads=True)
                continue
            for one in named:
                value, told = BEHIND.get(one, (one, "")) if step == "letters" else (one, "")
                self.tap(f'input[name="answer"][value="{value}"]')
                if told:
                    self.tap(f'input[name="more_{value}"][value="{told}"]')
            self.tap("main form .dock button:not([name])", leads=True)

    def begin(self) -> None:
        self.visit.open()
        self.tap(".check-door", leads=True)
        self.words += measured(self.visit.page).words
        self.tap('button[name="age"][value="26plus"]', leads=True)


@pytest.mark.parametrize(
    ("answers", "most"),
    [
        ({**CALM, "letters": ["unopened"], "unpaid_now": ["rent"]}, QUICK),
        ({**CALM, "letters": ["payment_order"], "answered": "no", "claim_right": "unknown"}, WITH_A_LETTER),
    ],
    ids=["rent and unopened", "payment order"],
)
def test_the_quick_part_in_few_taps(walk: Walking, answers: Answers, most: int) -> None:
    with walk("sv", viewport=PHONE) as visit:
        thumb = Tapping(visit)
        thumb.begin()
        thumb.answer(answers, "koll/vidare")
        assert thumb.taps <= most, thumb.taps
        thumb.tap("main a.button:not(.second)", leads=True)
        assert visit.place == "resultat"


def test_the_whole_check_in_few_taps_and_words(walk: Walking) -> None:
    with walk("sv", viewport=PHONE) as visit:
        thumb = Tapping(visit)
        thumb.begin()
        thumb.answer({**WHOLE_ADULT, "letters": ["unopened"]}, "koll/svar")
        thumb.tap(".actions .button:not(.second)", leads=True)
        assert visit.place == "resultat"
        assert thumb.taps <= WHOLE, thumb.taps
        assert thumb.words <= WHOLE_WORDS, thumb.words


def test_the_quick_part_shows_few_words(walk: Walking) -> None:
    with walk("sv", viewport=PHONE) as visit:
        thumb = Tapping(visit)
        thumb.begin()
        thumb.answer(CALM, "koll/vidare")
        assert thumb.words <= QUICK_WORDS, thumb.words
