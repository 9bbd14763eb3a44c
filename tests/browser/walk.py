"""Somebody with a browser: goes from page to page as a resident does, and looks at each one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, Response, ViewportSize

from tests.browser.look import NARROW, WIDE, look
from tests.visitor import BEHIND

NEXT = "main form :is(.actions, .dock) button:not([name])"
SHOW = ".actions .button:not(.second)"
"""On "check your answers": to the result."""
CHOSEN = 'input[name="answer"]:checked, button[name="answer"][aria-pressed="true"]'
"""What is marked as the answer to a question."""
BUSY_SERVER = 500
REFUSED = 400
Answers = Mapping[str, str | list[str]]
Places = tuple[str, str]
"""Where the app is, and where "Lämna snabbt" leads."""


class Walk:
    """One browser at our door. With `looks` every page that `look` is called on is looked at."""

    def __init__(self, page: Page, places: Places, language: str, looks: bool) -> None:
        self.page, self.language, self.looks = page, language, looks
        self.origin, self.away = places
        self.faults: dict[str, None] = {}

    def open(self, place: str = "") -> None:
        """The page at this place in the walk's language."""
        self.page.goto(f"{self.origin}/{self.language}/{place}")

    @property
    def place(self) -> str:
        """Where the walk stands, without the language."""
        return urlsplit(self.page.url).path.removeprefix(f"/{self.language}/")

    @property
    def widths(self) -> Sequence[ViewportSize]:
        """English is built as Swedish is, and its words are as long: it is looked at where room is scarce."""
        return (NARROW,) if self.language == "en" else (WIDE, NARROW)

    def look(self, state: str = "") -> None:
        """Look at the page at all widths. What is wrong is told at the end of the walk, for all pages at once."""
        if not self.looks:
            return
        where = f"{self.language} {self.place} {state}".strip()
        self.faults |= {f"{where}: {fault}": None for fault in look(self.page, widths=self.widths)}

    def press(self, what: str | Locator = NEXT) -> None:
        """Press a button or a link that leads to another page."""
        target = self.page.locator(what) if isinstance(what, str) else what
        with self.page.expect_navigation():
            target.click()

    def begin(self, age: str, questionnaire: str = "", role: str = "self") -> None:
        """From the start page to the first question."""
        self.open()
        self.press(".check-door")
        self.tick("role", role)
        self.press(f'button[name="age"][value="{age}"]')
        if questionnaire:
            self.press(f'button[name="questionnaire"][value="{questionnaire}"]')

    def enter(self, field: str) -> None:
        """Press Enter in a field, as somebody does who has not seen a button."""
        with self.page.expect_navigation():
            self.page.press(field, "Enter")

    @property
    def headline(self) -> Locator:
        """The result in one sentence, where it tells why these steps are shown."""
        return self.page.locator('details.fold:has(a[href$="/sa-raknar-vi"]) p').first

    def tick(self, name: str, value: str) -> None:
        """Choose one answer."""
        self.page.check(f'input[name="{name}"][value="{value}"]')

    def choose(self, chosen: str | list[str]) -> None:
        """Give this answer, or these and no others, to the question that is shown, and go on; letters by drawings."""
        named = [chosen] if isinstance(chosen, str) else chosen
        behind = [BEHIND.get(one, (one, "")) if self.place.endswith("koll/letters") else (one, "") for one in named]
        wanted = {value for value, _ in behind}
        boxes = 'input[name="answer"]'
        for value in set(self.page.locator(f"{boxes}:checked").evaluate_all("all => all.map((one) => one.value)")):
            if value not in wanted:
                self.page.uncheck(f'{boxes}[value="{value}"]')
        button = self.page.locator(f'button[name="answer"][value="{named[0]}"]') if named else None
        if button is not None and button.count():
            self.press(button)
            return
        for value in wanted:
            self.page.check(f'{boxes}[value="{value}"]')
        for drawing, told in behind:
            if told:
                self.page.check(f'input[name="more_{drawing}"][value="{told}"]')
        self.press()

    def answer(self, answers: Answers) -> list[str]:
        """Every question until "check your answers"; each looked at as it comes, and with the fault of no answer."""
        asked = []
        while self.place != "koll/svar":
            step = self.place.removeprefix("koll/")
            if step == "vidare":
                self.look()
                self.press("main a.button.second")
                continue
            asked.append(step)
            if self.looks:
                self.look()
                if self.page.locator(NEXT).count():
                    self.press()
                    self.look("without an answer")
            self.choose(answers[step])
        return asked

    def change(self, step: str, chosen: str | list[str]) -> None:
        """Change one answer from "check your answers"."""
        self.open("koll/svar")
        self.press(f'a[href*="/{step}?change"]')
        self.choose(chosen)

    def type(self, line: str, amount: str, period: str = "") -> None:
        """An amount on a line of the budget."""
        self.page.fill(f'input[name="amount-{line}"]', amount)
        if period:
            self.page.select_option(f'select[name="period-{line}"]', period)

    def tell(self) -> str:
        """What was wrong with the pages of this walk; empty where nothing was."""
        return "\n".join(self.faults)


@contextmanager
def walking(
    browser: Browser, places: Places, language: str = "sv", *, looks: bool = False, **options: Any
) -> Iterator[Walk]:
    """A walk in a browser of its own. Fails at its end where a page was at fault; `options` are Playwright's."""
    context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
    walk = Walk(context.new_page(), places, language, looks)
    _watch(context, walk)
    try:
        yield walk
        if walk.faults:
            pytest.fail(f"{len(walk.faults)} faults:\n{walk.tell()}", pytrace=False)
    finally:
        context.close()


def _watch(context: BrowserContext, walk: Walk) -> None:
    """Notice faults in the console, requests to anybody else, and answers that no page should get."""

    def fault(says: str) -> None:
        walk.faults[f"{walk.language} {walk.place}: {says}"] = None

    def hear(message: ConsoleMessage) -> None:
        # What could not be fetched is judged below, by its answer: a page with a fault in a form is a 422 and meant.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            fault(f"console {message.type}: {message.text}")

    def sent(request: Request) -> None:
        if not request.url.startswith((f"{walk.origin}/", walk.away)):
            fault(f"a request to {request.url}")

    def answered(response: Response) -> None:
        part = response.request.resource_type != "document"
        if response.status >= BUSY_SERVER or (part and response.status >= REFUSED):
            fault(f"{response.status} from {response.url}")

    context.on("console", hear)
    context.on("weberror", lambda error: fault(f"a script failed: {error.error}"))
    context.on("request", sent)
    context.on("response", answered)
