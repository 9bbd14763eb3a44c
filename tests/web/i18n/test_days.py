"""Days as pictures need them."""

from __future__ import annotations

import datetime

import pytest
from flask import Flask

from web.i18n.days import MOST_DRAWN, day_with_weekday, days_until, leaf_month, weekday
from web.i18n.formats import in_swedish_words
from web.i18n.languages import use_language

MONDAY = datetime.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("code", "month", "name", "letter", "words"),
    [("sv", "NOV", "mån", "M", "måndag 30 november"), ("en", "NOV", "Mon", "M", "Monday 30 November")],
)
def test_a_day_in_its_language(app: Flask, code: str, month: str, name: str, letter: str, words: str) -> None:
    with app.test_request_context(f"/{code}/"), use_language(code, app.extensions["languages"]):
        assert leaf_month(MONDAY) == month
        assert (weekday(MONDAY), weekday(MONDAY, narrow=True)) == (name, letter)
        assert day_with_weekday(MONDAY) == f'<time datetime="2026-11-30">{words}</time>'


def test_a_day_on_a_page_from_right_to_left_keeps_its_digits(app: Flask) -> None:
    with app.test_request_context("/xr/"), use_language("xr", app.extensions["languages"]):
        assert '<span class="n" dir="ltr">30</span>' in day_with_weekday(MONDAY)


@pytest.mark.parametrize(
    ("code", "said"), [("sv", "Lag (1981:739) 4 §"), ("xr", '<span lang="sv" dir="ltr">Lag (1981:739) 4 §</span>')]
)
def test_the_name_of_a_law_is_not_turned_around(app: Flask, code: str, said: str) -> None:
    with app.test_request_context(f"/{code}/"), use_language(code, app.extensions["languages"]):
        assert in_swedish_words("Lag (1981:739) 4 §") == said


@pytest.mark.parametrize(("days", "drawn"), [(-1, 0), (0, 1), (3, 4), (MOST_DRAWN - 1, MOST_DRAWN), (MOST_DRAWN, 0)])
def test_ten_days_are_drawn_at_most(days: int, drawn: int) -> None:
    until = days_until(MONDAY, MONDAY + datetime.timedelta(days=days))
    assert len(until) == drawn
    assert until[:1] == ((MONDAY,) if drawn else ())
