"""Days as each language writes them in a sentence, with the figures of the bills."""

from __future__ import annotations

import datetime
import re

import pytest
from babel import Locale
from flask import Flask
from flask_babel import force_locale

from content.money import in_kronor
from web.i18n.dates import capitals, date_with_weekday, long_date
from web.i18n.formats import day, money, percent
from web.i18n.languages import LANGUAGES

MONDAY = datetime.date(2026, 11, 23)
MANY = (
    "sv",
    "en_GB",
    "ar_SY",
    "ar_IQ",
    "fi",
    "so",
    "ti",
    "tr",
    "fa",
    "fa_AF",
    "ckb",
    "ku",
    "es",
    "pl",
    "bn",
    "uk",
    "th",
)
OFFERED = tuple(language.locale for language in LANGUAGES)


@pytest.mark.parametrize(
    ("locale", "long", "with_weekday"),
    [
        ("sv", "23 november 2026", "måndag 23 november"),
        ("en_GB", "23 November 2026", "Monday 23 November"),
        ("fi", "23. marraskuuta 2026", "maanantaina 23. marraskuuta"),
        ("ar_SY", "23 تشرين الثاني 2026", "الاثنين 23 تشرين الثاني"),
        ("so", "23 Noofeembar 2026", "Isniin 23 Noofeembar"),
        ("ti", "23 ሕዳር 2026 (2026-11-23)", "ሰኑይ 23 ሕዳር (2026-11-23)"),
        ("es", "23 de noviembre de 2026", "lunes 23 de noviembre"),
        ("fa_AF", "23 نومبر 2026", "دوشنبه 23 نومبر"),
    ],
)
def test_a_day_in_a_sentence(app: Flask, locale: str, long: str, with_weekday: str) -> None:
    with app.test_request_context(), force_locale(locale):
        assert long_date(MONDAY) == long
        assert date_with_weekday(MONDAY) == with_weekday


@pytest.mark.parametrize("locale", dict.fromkeys((*OFFERED, *MANY)))
def test_figures_are_western_in_every_language(app: Flask, locale: str) -> None:
    """Also where the language's own figures are others: on the bills of Sweden they are these."""
    with app.test_request_context(), force_locale(locale):
        said = f"{day(MONDAY)} {date_with_weekday(MONDAY)} {money(1_234_567_00)} {percent(5)}"
    figures = [letter for letter in re.sub("<[^>]*>", "", said) if letter.isnumeric()]
    assert figures and all(letter in "0123456789" for letter in figures), said


@pytest.mark.parametrize("locale", dict.fromkeys((*OFFERED, *MANY)))
def test_every_day_of_a_year_says_its_number_and_its_own_month(app: Flask, locale: str) -> None:
    with app.test_request_context(), force_locale(locale):
        said = {month: date_with_weekday(datetime.date(2028, month, 29)) for month in range(1, 13)}
    assert all("29" in words for words in said.values())
    assert len(set(said.values())) == 12


def test_an_amount_is_no_different_in_another_language(app: Flask) -> None:
    for locale in ("sv", "ar_SY", "fi", "ckb"):
        with app.test_request_context(), force_locale(locale):
            assert in_kronor(18_000_00).replace(" ", "\u00a0") in money(18_000_00)


@pytest.mark.parametrize(
    ("locale", "words", "said"), [("tr", "nis ı", "NİS I"), ("sv", "maj", "MAJ"), ("ar_SY", "أيار", "أيار")]
)
def test_capitals_keep_the_letters_of_the_language(app: Flask, locale: str, words: str, said: str) -> None:
    with app.test_request_context(), force_locale(locale):
        assert capitals(words) == said


def test_the_languages_are_known_to_babel() -> None:
    for locale in (*OFFERED, *MANY):
        assert Locale.parse(locale).english_name
