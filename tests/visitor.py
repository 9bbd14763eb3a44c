"""A resident at the keyboard: opens pages, reads the forms on them, presses the buttons, and audits every page.

No address is built by hand after the first: where a form or a link leads is read from the page itself.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urldefrag

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.audit import headers_at_fault
from tests.page import Form, Page, page_faults

HOME = "https://localhost"
SKIP = "skip"
AGE_GROUPS = ((16, "u16"), (18, "16_17"), (26, "18_25"), (200, "26plus"))
BANDS = (71, 51, 25, 18, 16)
Value = str | Iterable[str] | None
BESIDE = ("/koll/", "/svar", "/vidare")
"""The ends of addresses of the check that are no questions."""
BEHIND = {
    "payment_order": ("kronofogden_asks", ""),
    "state_debt": ("kronofogden_demands", "state"),
    "decided_debt": ("kronofogden_demands", "company"),
    "attachment": ("kronofogden_takes", "income"),
    "seizure": ("kronofogden_takes", "thing"),
    "lease_notice": ("may_have_to_move", "rent"),
    "other_notice": ("may_have_to_move", "other"),
    "eviction_claim": ("may_have_to_move", "claim"),
    "eviction_decided": ("may_have_to_move", "decided"),
}
"""Letter → the drawing it stands behind, and the answer to the drawing's follow-up."""


class Visitor:
    """Somebody with a browser. Every page that is opened is audited; a fault in one fails the test."""

    def __init__(self, client: FlaskClient, language: str = "sv", direction: str = "ltr", fault: str = "Fel:") -> None:
        self.client, self.language, self.direction, self.fault = client, language, direction, fault
        self.page: Page = None  # type: ignore[assignment]
        self.seen: list[str] = []

    def open(self, address: str, expect: int = 200, **more: Any) -> Page:
        """Open an address as a typed address or a link does."""
        return self._take(self.client.get(address, base_url=HOME, **more), expect)

    def start(self) -> Page:
        """The start page."""
        return self.open(f"/{self.language}/")

    def follow(self, ending: str) -> Page:
        """Follow the link on this page whose address ends so."""
        return self.open(self.page.link(ending))

    def press(self, form: Form, button: str = "", expect: int = 200, **values: Value) -> Page:
        """Fill in a form and press a button (`name` or `name=value`); an unnamed field keeps what it shows."""
        sent: dict[str, Any] = dict(form.sent())
        sent |= {name: value for name, value in values.items() if value is not None}
        sent = {name: value for name, value in sent.items() if values.get(name, value) is not None}
        if button:
            name, _, value = button.partition("=")
            sent[name] = value or "1"
        return self._send(form, sent, expect)

    def press_with(self, form: Form, values: Mapping[str, Any], button: str = "", expect: int = 200) -> Page:
        """As `press`, for names that are no Python names, such as `amount-rent`."""
        return self.press(form, button, expect, **values)

    def wander(self, where: str | Form, sent: Mapping[str, Any] | None = None) -> None:
        """Go somewhere or send something without knowing what comes; the page is audited all the same."""
        response = self._sent(where, sent or {}) if isinstance(where, Form) else self.client.get(where, base_url=HOME)
        saved = "attachment" in response.headers.get("Content-Disposition", "")
        if response.mimetype == "text/html" and not saved:
            self._take(response)
        assert response.status_code < 500, where

    def _send(self, form: Form, sent: Mapping[str, Any], expect: int) -> Page:
        return self._take(self._sent(form, sent), expect)

    def _sent(self, form: Form, sent: Mapping[str, Any]) -> TestResponse:
        if form.method == "get":
            return self.client.get(form.address, query_string=sent, base_url=HOME)
        return self.client.post(form.address, data=sent, base_url=HOME)

    def _take(self, response: TestResponse, expect: int | None = None) -> Page:
        while response.status_code in (301, 302, 303, 307, 308):
            assert response.location.startswith("/"), f"a redirect away from the app: {response.location}"
            response = self.client.get(urldefrag(response.location)[0], base_url=HOME)
        self.page = Page(response)
        self.audit()
        if expect is not None:
            said = f"{self.page.address}: {self.page.status}: {self.page.main[:200]}"
            assert self.page.status == expect, said
        return self.page

    def audit(self) -> None:
        """Fail with everything that is wrong with the page that is open."""
        page = self.page
        self.seen.append(page.address)
        faults = [
            *headers_at_fault(dict(page.response.headers)),
            *page_faults(page.plain, self.language, self.direction),
        ]
        if page.status == 422 and not page.title.startswith(self.fault):
            faults.append(f"the title after a fault is {page.title!r}")
        if page.status == 422 and not any("faults" in (one.get("class") or "") for one in page.tree.iter("div")):
            faults.append("a fault without a summary")
        assert not faults, f"{page.address} ({page.status}):\n  " + "\n  ".join(faults)

    def answer(
        self, questionnaire: str = "adult", age: int | None = 38, role: str = "self", **answers: str | list[str]
    ) -> Page:
        """The whole self-check from the start page to "check your answers"; what is not named is skipped."""
        self.start()
        self.open(
            next(link.get("href", "") for link in self.page.tree.iter("a") if "check-door" in link.get("class", ""))
        )
        group = next(name for limit, name in AGE_GROUPS if age is None or age < limit) if age is not None else "26plus"
        self.press(self.page.form("role"), role=role, age=group)
        if self.page.has("questionnaire"):
            self.press(self.page.form("questionnaire"), questionnaire=questionnaire)
        while self.page.has("answer") or self.page.address.endswith("/vidare"):
            step = self.page.address.rpartition("/")[2]
            if step == "vidare":
                self.open(next(link for link in self.page.links() if "/koll/" in link and not link.endswith(BESIDE)))
                continue
            given = answers.get(step, SKIP)
            form = self.page.form("answer")
            self.press(form, button="skip") if given == SKIP else self.tick(form, given)
        return self.page

    def tick(self, form: Form, given: str | Iterable[str]) -> Page:
        """Answer one question; letters by the drawings they stand behind."""
        options = [given] if isinstance(given, str) else list(given)
        if "letters" not in self.page.address:
            return self.press(form, answer=options)
        ticked: dict[str, list[str]] = {"answer": []}
        for option in options:
            drawing, told = BEHIND.get(option, (option, ""))
            ticked["answer"].append(drawing)
            if told:
                ticked.setdefault(f"more_{drawing}", []).append(told)
        return self.press_with(form, ticked)

    def budget(self, household: Mapping[str, Any] | None, budget: Mapping[str, Any] | None) -> Page:
        """The budget line by line, from the page that is open to its summary, as JSON in the case format."""
        self.open(next(link for link in self.page.links() if link.endswith("/budget/")))
        self._household(household)
        self.follow("/budget/income")
        left = {line["id"]: line for part in (budget or {}).values() for line in part}
        while self.page.has("update"):
            for line_id in self._own(left):
                self.press(self.page.form("update"), button="add", own=line_id)
            form = self.page.form("update")
            sent = dict(_amounts(form, left))
            self.press_with(form, sent)
        assert not left, f"the pages have no line for {list(left)}"
        return self.page

    def _own(self, left: Mapping[str, Any]) -> list[str]:
        form = self.page.form("update")
        return [line_id for line_id in form.options("own") if line_id in left] if self.page.has("own") else []

    def _household(self, household: Mapping[str, Any] | None) -> None:
        if household is None:
            self.open(next(link for link in self.page.links() if "/budget/" in link and not link.endswith("/budget/")))
            return
        children = household.get("children", [])
        for _ in children:
            self.press(self.page.form("home"), button="add")
        ages = [adult["age"] for adult in household.get("adults", [])]
        bands = [next((band for band in BANDS if band <= age), BANDS[-1]) for age in ages]
        values = {f"adults-{band}": str(bands.count(band)) for band in BANDS}
        for number, child in enumerate(children):
            values[f"children-{number}-age"] = str(child["age"])
            values |= {f"children-{number}-{tick}": "1" for tick in ("lunch_away", "part_time") if child.get(tick)}
        values |= {"home": "rent" if household["tenant"] else "own"} | _of_others(household)
        form = self.page.form("home")
        asked = {
            name: str(household[name]) for name in ("debtor", "partner_income", "own_housing") if name in household
        }
        assert asked.keys() <= form.names(), f"the page does not ask for all of {list(asked)}"
        self.press_with(form, values | asked)

    def result(self) -> Page:
        """Follow the link to the result."""
        return self.follow("/resultat")

    def sheet(self) -> bytes:
        """Press the button for the paper on the result page that is open."""
        if not any(form.address.endswith(".pdf") for form in self.page.forms()):
            self.follow("/resultat/ta-med")
        forms = [form for form in self.page.forms() if form.address.endswith(".pdf")]
        response = self.client.get(forms[0].address, query_string=forms[0].sent(), base_url=HOME)
        assert response.status_code == 200, response.get_data(as_text=True)
        assert response.mimetype == "application/pdf"
        return response.data

    def sheet_text(self) -> str:
        """The words on the paper, with single spaces."""
        return paper_text(self.sheet())


def _amounts(form: Form, left: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is typed on one page of the budget; a line that was typed is taken out of `left`."""
    for name in form.names():
        line = left.pop(name.removeprefix("amount-"), None) if name.startswith("amount-") else None
        if line is not None:
            yield name, str(line["amount"])
            yield f"period-{line['id']}", line["period"]


def paper_text(pdf: bytes) -> str:
    """The words of a PDF, read back by another program than the one that wrote it."""
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(read.stdout.decode().replace("\u00ad", "").split())


def _of_others(household: Mapping[str, Any]) -> dict[str, str]:
    """The answer to who the other adults are."""
    roles = [adult.get("role") for adult in household.get("adults", [])]
    if "partner" in roles:
        return {"others": "couple"}
    return {"others": "no"} if "other_adult" in roles else {}
