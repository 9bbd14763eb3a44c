"""Another language in the middle of a page: what was typed is still there, unchecked, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests.conftest import Visit
from tests.page import Page
from tests.visitor import Visitor
from tests.web.classroom.lesson import Lesson

NOT_AN_AMOUNT = "tolv tusen"
RESIDENTS: dict[str, tuple[str, dict[str, str | list[str]]]] = {
    "who it is about": ("koll/", {"role": "someone"}),
    "several answers": ("koll/letters?change=1", {"answer": ["court", "reminder"]}),
    "who lives here": ("budget/", {"adults-25": "2", "home": "own"}),
    "a budget": ("budget/home", {"amount-rent": NOT_AN_AMOUNT, "period-rent": "year"}),
    "a budget from the summary": ("budget/home?change=1", {"amount-rent": "9 999,50", "period-rent": "week"}),
    "what if": ("budget/tank-om", {"pay": NOT_AN_AMOUNT}),
    "a sum": ("rakna/sen-rakning", {"amount": NOT_AN_AMOUNT}),
    "a letter": ("brev/reminder", {"last": "i morgon"}),
}
PUPILS: dict[str, tuple[str, dict[str, str | list[str]]]] = {
    "a code": ("klass/", {"kod": "LIMA TO"}),
    "a size": ("klass/oppna", {"size": "tolv"}),
    "a gap": ("klass/hushall/samira", {"gap": NOT_AN_AMOUNT, "sign": "short"}),
}


def switched(visitor: Visitor, visit: Visit, place: str, values: Mapping[str, Any]) -> tuple[Page, Page]:
    """The page before, and in English after its button for English was pressed with these values typed."""
    visitor.open(f"/sv/{place}")
    before = visitor.page
    form = before.form(next(iter(values)))
    (button,) = (one for one in before.tree.iter("button") if one.get("name") == "speech" and one.get("value") == "en")
    assert button.get("form") == form.element.get("id")
    english = visit("en", visitor.client.application)
    english.client = visitor.client
    address = button.get("formaction") or ""
    assert address == f"/en/{place}", "the same page, as it was asked for"
    english.press(replace(form, address=address), button="speech=en", expect=200, **values)
    return before, english.page


def holds(page: Page, values: Mapping[str, str | list[str]]) -> bool:
    sent = page.form(next(iter(values))).sent()
    return all(
        set(sent.get(name, [])) == set([text] if isinstance(text, str) else text) for name, text in values.items()
    )


def shown(page: Page, values: Mapping[str, Any]) -> dict[str, list[str]]:
    sent = page.form(next(iter(values))).sent()
    return {name: value for name, value in sent.items() if name != "csrf_token"}


@pytest.fixture
def resident(visitor: Visitor) -> Visitor:
    visitor.answer(burden="some", letters=["nothing"])
    visitor.budget(None, {"income": [{"id": "pay", "amount": "20000", "period": "month"}]})
    return visitor


@pytest.mark.parametrize("what", RESIDENTS)
def test_what_a_resident_typed_is_kept(resident: Visitor, visit: Visit, what: str) -> None:
    place, values = RESIDENTS[what]
    before, after = switched(resident, visit, place, values)
    assert holds(after, values)
    assert "faults" not in after.html and not after.title.startswith("Error")
    assert shown(resident.open(f"/sv/{place}"), values) == shown(before, values), "nothing was kept"


@pytest.mark.sampled(3)
@pytest.mark.parametrize("what", PUPILS)
def test_what_a_pupil_typed_is_kept(lesson: Lesson, visit: Visit, what: str) -> None:
    place, values = PUPILS[what]
    pupil = lesson.pupil()
    before, after = switched(pupil, visit, place, values)
    assert holds(after, values)
    assert "faults" not in after.html
    assert shown(pupil.open(f"/sv/{place}"), values) == shown(before, values), "nothing was kept"


@pytest.mark.parametrize("place", ["", "kontakter", "resultat", "koll/svar", "brev/", "rakna/", "oppna", "rensa"])
def test_a_page_without_fields_has_links(resident: Visitor, place: str) -> None:
    page = resident.open(f"/sv/{place}")
    assert f"/en/{place}" in page.links()
    assert not [one for one in page.tree.iter("button") if one.get("name") == "speech"]


def test_a_page_with_a_fault_keeps_what_was_typed_too(resident: Visitor, visit: Visit) -> None:
    resident.open("/sv/budget/home")
    resident.press_with(resident.page.form("amount-rent"), {"amount-rent": NOT_AN_AMOUNT}, expect=422)
    (button,) = (one for one in resident.page.tree.iter("button") if one.get("value") == "en" and one.get("form"))
    assert button.get("formaction") == "/en/budget/home"


@pytest.mark.parametrize("place", ["koll/", "budget/home", "rakna/sen-rakning", "brev/reminder", "klass/"])
def test_enter_in_a_field_presses_next_and_no_language(visitor: Visitor, place: str) -> None:
    """A form's first button is the one that Enter presses, wherever on the page it stands."""
    page = visitor.open(f"/sv/{place}")
    form = next(one.get("form") for one in page.tree.iter("button") if one.get("name") == "speech")
    first = next(one for one in page.tree.iter("button") if one.get("form") == form)
    assert first.get("name") is None and first.get("formaction") is None
