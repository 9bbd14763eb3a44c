"""A resident at the budget: types on its pages, presses its buttons, and reads what then stands there."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from werkzeug.test import TestResponse

from tests.page import Page
from tests.visitor import HOME, Visitor

SPACE = "\u00a0"
BANDS = (16, 18, 25, 51, 71)
PAGES = (200, 422)


class Resident(Visitor):
    """A visitor who stays on a page to look at it: redirects are seen, not followed. Every page is audited."""

    def get(self, path: str) -> str:
        """The page at this address."""
        return self.open(path).html

    def post(self, path: str, values: dict[str, Any], *, token: bool = True) -> TestResponse:
        """Send what was typed with the token of the page, or, as somebody else's page would, without."""
        sent = {"csrf_token": self.open(path).token, **values} if token else values
        answer = self.client.post(path, base_url=HOME, data=sent)
        if answer.status_code in PAGES:
            self.page = Page(answer)
            self.audit()
        return answer

    def fill(self, group: str, lines: dict[str, Any], **button: str) -> TestResponse:
        """Type on a group's page: line → amount, or (amount, period)."""
        typed: dict[str, str] = {}
        for line, given in lines.items():
            amount, period = given if isinstance(given, tuple) else (given, "month")
            typed |= {f"amount-{line}": amount, f"period-{line}": period}
        return self.post(f"/sv/budget/{group}", {**typed, **button})

    def live(self, children: list[int], band: int = 25, home: str = "rent") -> None:
        """Give a household of one adult and children who eat lunch at home."""
        rows = {f"children-{number}-age": str(age) for number, age in enumerate(children)}
        adults = {f"adults-{age}": str(int(age == band)) for age in BANDS}
        assert self.post("/sv/budget/", {"home": home, **adults, **rows}).status_code == 303


def value_of(page: str, line: str) -> str:
    """What stands in the amount field of a line."""
    found = re.search(rf'name="amount-{line}" value="([^"]*)"', page)
    assert found, line
    return unescape(found[1])


def period_of(page: str, line: str) -> str:
    """The period chosen for a line."""
    select = re.search(rf'<select name="period-{line}".*?</select>', page, re.DOTALL)
    assert select
    return re.findall(r'value="(\w+)"[^>]*? selected', select[0])[0]


def balance_of(page: str) -> str:
    """The running balance as it is read aloud: only the sentence that is not hidden."""
    status = re.search(r'<p role="status">(.*?)</p>', page, re.DOTALL)
    assert status
    shown = re.sub(
        r'<span data-when="\w+" hidden>.*?</span>(?=\s*<span data-when|\s*$)', "", status[1], flags=re.DOTALL
    )
    return " ".join(re.sub(r"<[^>]+>", "", shown).replace(SPACE, " ").split())


def words_of(page: str) -> str:
    """The words of a page; marks inside a sentence leave no gap."""
    joined = re.sub(r"</?(span|strong|a)\b[^>]*>", "", page)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", joined)).replace(SPACE, " ").split())
