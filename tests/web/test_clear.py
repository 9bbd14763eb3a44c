"""Clearing, leaving quickly, and going back: what was said is gone from the browser, and no page of it is kept."""

from __future__ import annotations

import pytest

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


def test_clearing_is_on_every_page_and_empties_the_visit(answered: Visitor) -> None:
    before = cookie(answered)
    form = next(form for form in answered.page.forms() if form.address.endswith("/rensa"))
    response = answered.client.post(form.address, data=form.sent(), base_url=HOME)
    assert response.status_code == 303 and response.location.endswith("/sv/")
    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert NAME in response.headers["Set-Cookie"] and "Expires=Thu, 01 Jan 1970" in response.headers["Set-Cookie"]
    answered.open("/sv/resultat", expect=404)
    assert cookie(answered) != before
    page = answered.start()
    assert "Här finns svar" not in page.text


def test_clearing_asks_once_more_where_the_token_is_old(answered: Visitor) -> None:
    response = answered.client.post("/sv/rensa", data={"csrf_token": "old"}, base_url=HOME)
    assert response.status_code == 400
    answered.open("/sv/rensa")
    form = next(form for form in answered.page.forms() if form.address.endswith("/rensa"))
    answered.press(form)
    answered.open("/sv/resultat", expect=404)


def test_an_open_visit_is_met_with_a_choice(answered: Visitor) -> None:
    page = answered.start()
    assert "Fortsätt" in page.text and "Ny person" in page.text
    new = next(form for form in page.forms() if "Ny person" in "".join(form.element.itertext()))
    answered.press(new)
    assert "Ny person" not in answered.page.text
    answered.open("/sv/resultat", expect=404)


def test_going_on_leads_back_to_the_result(answered: Visitor) -> None:
    answered.start()
    assert answered.result().h1


def test_leaving_quickly_forgets_and_goes_elsewhere(answered: Visitor) -> None:
    link = answered.page.link("/lamna")
    response = answered.client.get(link, base_url=HOME)
    assert response.status_code == 303
    assert response.location.startswith("https://") and "localhost" not in response.location
    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert cookie(answered) == ""
    answered.open("/sv/resultat", expect=404)


def test_leaving_stands_on_every_page(answered: Visitor) -> None:
    answered.result()
    for address in ["/sv/koll/", "/sv/kontakter", "/sv/resultat/spara", "/sv/nowhere"]:
        answered.open(address, expect=404 if address.endswith("nowhere") else 200)
        assert answered.page.link("/lamna") == "/sv/lamna"


@pytest.mark.parametrize("address", ["/sv/koll/svar", "/sv/koll/burden?change=1", "/sv/resultat", "/sv/resultat.pdf"])
def test_no_page_with_answers_is_kept_for_going_back(answered: Visitor, address: str) -> None:
    assert answered.client.get(address, base_url=HOME).headers["Cache-Control"] == "no-store"


def test_after_clearing_an_old_page_shows_nothing(answered: Visitor) -> None:
    """Back asks the server again, since no page is kept; then nothing of the old answers is there."""
    form = next(form for form in answered.page.forms() if form.address.endswith("/rensa"))
    answered.press(form)
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
