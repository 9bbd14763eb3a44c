"""Clearing, leaving quickly, and going back: what was said is gone from the browser, and no page of it is kept."""

from __future__ import annotations

import pytest
from werkzeug.test import TestResponse

from tests.conftest import Visit
from tests.visitor import HOME, Visitor

NAME = "__Host-itid"


@pytest.fixture
def answered(visitor: Visitor) -> Visitor:
    visitor.answer(money_lasts="no_food", happened=["close_borrowed"])
    return visitor


def cookie(visitor: Visitor) -> str:
    kept = visitor.client.get_cookie(NAME, domain="localhost")
    return kept.value if kept else ""


def press_rensa(visitor: Visitor) -> TestResponse:
    """From the foot of the page that is open: the link, and the one question."""
    page = visitor.follow("/rensa")
    assert "Rensa dina svar?" in page.main
    form = next(form for form in page.forms() if form.address.endswith("/rensa"))
    return visitor.client.post(form.address, data=form.sent(), base_url=HOME)


def dropped(response: TestResponse) -> set[str]:
    """The cookies that the browser is told to drop, by name."""
    told = response.headers.getlist("Set-Cookie")
    return {one.partition("=")[0] for one in told if "Expires=Thu, 01 Jan 1970" in one}


def test_clearing_asks_once_empties_the_visit_and_says_so(answered: Visitor) -> None:
    before = cookie(answered)
    response = press_rensa(answered)
    assert response.status_code == 303 and response.location.endswith("/sv/rensat")
    assert "Allt är borta" in answered.open(response.location).main
    answered.open("/sv/resultat", expect=404)
    assert cookie(answered) != before
    assert "Här finns svar" not in answered.start().text


def test_what_is_dropped_is_ours_and_nothing_of_our_neighbours(answered: Visitor) -> None:
    """`"cookies"` would take those of every service on the same domain: a login of the municipality's own, too."""
    left = answered.client.get("/sv/lamna", base_url=HOME)
    answered.answer(burden="some")
    for response in (left, press_rensa(answered)):
        assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
        assert dropped(response) == {NAME, f"{NAME}-kiosk"}


def test_a_question_ends_with_next_and_clears_nothing(answered: Visitor) -> None:
    page = answered.open("/sv/koll/burden?change=1")
    assert [form for form in page.forms() if form.address.endswith("/rensa")] == []
    (foot,) = page.tree.iter("footer")
    assert [link for link in foot.iter("a") if link.get("href") == "/sv/rensa"]


def test_clearing_asks_once_more_where_the_token_is_old(answered: Visitor) -> None:
    response = answered.client.post("/sv/rensa", data={"csrf_token": "old"}, base_url=HOME)
    assert response.status_code == 400
    answered.open("/sv/kontakter")
    assert press_rensa(answered).status_code == 303
    answered.open("/sv/resultat", expect=404)


def test_an_open_visit_is_met_with_a_choice(answered: Visitor) -> None:
    page = answered.start()
    assert "Fortsätt" in page.text and "Ny person" in page.text
    assert any(
        "Ny person" in "".join(link.itertext()) for link in page.tree.iter("a") if link.get("href") == "/sv/rensa"
    )
    press_rensa(answered)
    assert "Ny person" not in answered.start().text
    answered.open("/sv/resultat", expect=404)


def test_going_on_leads_back_to_the_result(answered: Visitor) -> None:
    answered.start()
    assert answered.result().h1


def test_leaving_quickly_forgets_and_goes_elsewhere(answered: Visitor) -> None:
    link = answered.page.link("/lamna")
    response = answered.client.get(link, base_url=HOME)
    assert response.status_code == 303
    assert response.location.startswith("https://") and "localhost" not in response.location
    assert cookie(answered) == ""
    answered.open("/sv/resultat", expect=404)


@pytest.mark.parametrize(("comes_from", "clears"), [
    ("same-origin", True), ("none", True), ("same-site", False), ("cross-site", False), ("", False), ("made up", False),
])  # fmt: skip
def test_a_link_of_somebody_else_only_leads_away(answered: Visitor, comes_from: str, clears: bool) -> None:
    response = answered.client.get("/sv/lamna", base_url=HOME, headers={"Sec-Fetch-Site": comes_from})
    assert response.status_code == 303 and response.location == "https://www.smhi.se/"
    assert ("Clear-Site-Data" in response.headers) is clears
    answered.open("/sv/resultat", expect=404 if clears else 200)


def test_leaving_stands_on_every_page(answered: Visitor) -> None:
    answered.result()
    for address in ["/sv/koll/", "/sv/kontakter", "/sv/resultat/ta-med", "/sv/nowhere"]:
        answered.open(address, expect=404 if address.endswith("nowhere") else 200)
        assert answered.page.link("/lamna") == "/sv/lamna"


@pytest.mark.parametrize("address", ["/sv/koll/svar", "/sv/koll/burden?change=1", "/sv/resultat", "/sv/resultat.pdf"])
def test_no_page_with_answers_is_kept_for_going_back(answered: Visitor, address: str) -> None:
    assert answered.client.get(address, base_url=HOME).headers["Cache-Control"] == "no-store"


def test_after_clearing_an_old_page_shows_nothing(answered: Visitor) -> None:
    """Back asks the server again, since no page is kept; then nothing of the old answers is there."""
    press_rensa(answered)
    for address in ("/sv/koll/svar", "/sv/koll/happened?change=1", "/sv/koll/money_lasts"):
        page = answered.open(address)
        assert not page.form("role").sent().get("age")
    assert answered.open("/sv/budget/").status == 200


def test_two_people_at_two_browsers_know_nothing_of_each_other(answered: Visitor, visit: Visit) -> None:
    visit().open("/sv/resultat", expect=404)
    assert answered.result().status == 200


def test_another_language_keeps_the_answers(answered: Visitor, visit: Visit) -> None:
    english = visit("en")
    english.client = answered.client
    page = english.open(answered.page.link("/en/koll/svar"))
    assert page.status == 200 and english.result().status == 200
