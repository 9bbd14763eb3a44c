"""The balance that follows what is typed is the one the server comes to, to the krona."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import Walking
from tests.browser.walk import Walk

# What is typed for pay, how often, and for rent, how often.
TYPED = [
    ("21 500", "month", "9 432", "month"),
    ("1234,50", "week", "99,99", "day"),
    ("1.234", "two_weeks", "7:-", "four_weeks"),
    ("kr 18000", "month", "3 333,33", "quarter"),
    ("250 000 kr", "year", "12.345,67", "half_year"),
    ("0", "month", "0,01", "year"),
    ("", "month", "1", "day"),
    ("9999999", "day", "9 999 999", "week"),
    ("١٢٬٣٤٥", "month", "۱۲۳۴", "week"),
    ("1'234", "four_weeks", "1\u00a0234\u00a0kr", "two_weeks"),
    ("10,5", "week", "0,5", "month"),
    ("100", "quarter", "33,34", "month"),
]
PART = re.compile(
    r'<span data-when="(?:left|short|unclear)"( hidden)?>(.*?)</span>\s*(?=<span data-when|</p>)', re.DOTALL
)
UNREADABLE = ["+5", "070-1234567", "NaN", "1e9", "5 000 per fortnight", "-5", "1,234,5", "0,125", "10000000"]


def _in_the_page(visit: Walk) -> str:
    visit.page.clock.run_for(2_000)
    return " ".join(visit.page.locator("#balance [role=status]").inner_text().split())


def _at_the_server(visit: Walk, line: str) -> str:
    """The same sentence as the server writes it, before any script has run."""
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in visit.page.context.cookies())
    html = visit.page.context.request.get(visit.page.url, headers={"Cookie": cookies}).text()
    shown = [words for hidden, words in PART.findall(html) if not hidden]
    assert len(shown) == 1, line
    return " ".join(re.sub("<[^>]*>", "", shown[0]).split())


def test_it_is_the_servers_balance(walk: Walking) -> None:
    with walk("sv") as visit:
        visit.page.clock.install()
        for pay, pay_period, rent, rent_period in TYPED:
            visit.open("budget/income")
            visit.type("pay", pay, pay_period)
            _in_the_page(visit)
            visit.press()
            assert visit.place == "budget/home", pay
            visit.type("rent", rent, rent_period)
            said = _in_the_page(visit)
            visit.press()
            visit.open("budget/home")

            assert said == _at_the_server(visit, rent), (pay, rent)


@pytest.mark.parametrize("language", ["sv", "ur"])
def test_its_figure_is_read_from_left_to_right(walk: Walking, language: str) -> None:
    with walk(language) as visit:
        visit.page.clock.install()
        visit.open("budget/home")
        visit.type("rent", "12 345")
        _in_the_page(visit)
        figure = visit.page.locator("#balance [data-when=short] .n")

        assert figure.inner_text() == "12\u00a0345\u00a0kr"
        assert figure.get_attribute("dir") == "ltr"


@pytest.mark.parametrize("typed", UNREADABLE)
def test_what_cannot_be_read_is_not_summed(walk: Walking, typed: str) -> None:
    """The page says nothing new, and the server asks again: no sum is ever shown for a guess."""
    with walk("sv") as visit:
        visit.page.clock.install()
        visit.open("budget/income")
        visit.type("pay", "1000")
        before = _in_the_page(visit)
        visit.type("pay", typed)
        assert _in_the_page(visit) == before
        visit.press()

        assert visit.place == "budget/income"
        assert visit.page.locator("#amount-pay-0").input_value() == typed
        assert "Summan visas" in _in_the_page(visit)
