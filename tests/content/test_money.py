"""Amounts as people write them, as JSON writes them, and as we print them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.money import MOST_TYPED, AmountError, from_plain, in_kronor, ore_of, parse_amount, plain, rounded

NBSP, NNBSP, THIN = "\u00a0", "\u202f", "\u2009"
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
TYPED = st.integers(min_value=0, max_value=MOST_TYPED)


READ = [
    ("0", 0),
    ("7", 700),
    ("1234", 123400),
    ("0012", 1200),
    ("1 234,50", 123450),
    ("1234:-", 123400),
    ("1 234 :-", 123400),
    ("1234,-", 123400),
    ("1234:50", 123450),
    ("1.234", 123400),
    ("1,234", 123400),
    ("1.234.567", 123456700),
    ("1.234,50", 123450),
    ("1,234.50", 123450),
    ("1234,5", 123450),
    ("12.50", 1250),
    ("12, 50", 1250),
    (",50", 50),
    ("1 234 kr", 123400),
    ("kr 1234", 123400),
    ("kr. 1234", 123400),
    ("1234 Kronor", 123400),
    ("1234 SEK", 123400),
    ("sek 1234", 123400),
    ("1234kr", 123400),
    (f"1{NBSP}234{NBSP}kr", 123400),
    (f"1{NNBSP}234,50", 123450),
    (f"1{THIN}234", 123400),
    ("1'234", 123400),
    ("1’234,50", 123450),
    ("  1234\t", 123400),
    ("\u200f1234\u200e", 123400),
    ("١٢٣٤", 123400),
    ("١٬٢٣٤٫٥٠", 123450),
    ("١٢٫٥", 1250),
    ("۱۲۳۴", 123400),
    ("۱٬۲۳۴", 123400),
    ("9 999 999", 999999900),
    ("9999999,00", 999999900),
]
"""What is typed, and öre."""


@pytest.mark.parametrize(("typed", "ore"), READ)
def test_amounts_are_read_as_people_write_them(typed: str, ore: int) -> None:
    assert parse_amount(typed) == ore


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("", "not_a_number"),
        ("   ", "not_a_number"),
        ("kr", "not_a_number"),
        (":-", "not_a_number"),
        (".", "not_a_number"),
        ("NaN", "not_a_number"),
        ("Infinity", "not_a_number"),
        ("1e9", "not_a_number"),
        ("0x10", "not_a_number"),
        ("1_000", "not_a_number"),
        ("hundra", "not_a_number"),
        ("½", "not_a_number"),
        ("12²", "not_a_number"),
        ("12 34", "not_a_number"),
        ("1.2.3", "not_a_number"),
        ("1.234.50", "not_a_number"),
        ("1,234 567", "not_a_number"),
        ("10:5", "not_a_number"),
        ("a" * 600, "not_a_number"),
        ("-5", "negative"),
        ("\u22125", "negative"),
        ("– 5 kr", "negative"),
        ("kr -5", "negative"),
        ("500-1000", "range"),
        ("500–1000", "range"),
        ("500 \u2212 1000 kr", "range"),
        ("500 kr - 1000 kr", "range"),
        ("9" * 400, "too_large"),
        ("9" * 5000, "too_large"),
        ("9999999,01", "too_large"),
        ("10 000 000", "too_large"),
        ("0,125", "too_many_decimals"),
        ("1234,567", "too_many_decimals"),
        ("1 234,567", "too_many_decimals"),
        ("12,3456", "too_many_decimals"),
        ("١٫٢٣٤", "too_many_decimals"),
    ],
)
def test_what_is_no_amount_says_why(typed: str, kind: str) -> None:
    with pytest.raises(AmountError) as error:
        parse_amount(typed)

    assert error.value.kind == kind


@given(st.text(max_size=700))
def test_no_text_breaks_the_reading(typed: str) -> None:
    try:
        ore = parse_amount(typed)
    except AmountError:
        return
    assert 0 <= ore <= MOST_TYPED


@given(TYPED)
def test_what_we_print_can_be_typed_again(ore: int) -> None:
    assert parse_amount(in_kronor(ore)) == ore
    assert parse_amount(plain(ore)) == ore
    assert from_plain(plain(ore)) == ore


@given(TYPED, st.sampled_from([ARABIC_INDIC, PERSIAN]))
def test_every_script_has_the_same_digits(ore: int, script: dict[int, int]) -> None:
    assert parse_amount(in_kronor(ore).translate(script)) == ore


@pytest.mark.parametrize(
    ("value", "ore"),
    [("1234.50", 123450), ("1234.5", 123450), ("1234", 123400), (1234, 123400), ("0.05", 5), (0, 0), ("0", 0)],
)
def test_json_amounts_are_decimal_strings_or_whole_numbers(value: object, ore: int) -> None:
    assert from_plain(value) == ore


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("1.234", "too_many_decimals"),
        ("1 234", "not_a_number"),
        ("1234,50", "not_a_number"),
        ("1e3", "not_a_number"),
        ("NaN", "not_a_number"),
        ("", "not_a_number"),
        ("+5", "not_a_number"),
        (" 5", "not_a_number"),
        ("5.", "not_a_number"),
        ("5\n", "not_a_number"),
        ("١٢", "not_a_number"),
        (True, "not_a_number"),
        (12.5, "not_a_number"),
        (float("nan"), "not_a_number"),
        (None, "not_a_number"),
        (["5"], "not_a_number"),
        ("-5", "negative"),
        (-5, "negative"),
        ("10000000", "too_large"),
        ("9" * 400, "too_large"),
        (10**400, "too_large"),
    ],
)
def test_json_is_read_strictly(value: object, kind: str) -> None:
    with pytest.raises(AmountError) as error:
        from_plain(value)

    assert error.value.kind == kind


def test_json_may_be_below_zero_and_larger_where_a_sum_says_so() -> None:
    assert from_plain("-100.25", negative=True) == -10025
    assert from_plain(-100, negative=True) == -10000
    assert from_plain("10000000", most=10**12) == 1_000_000_000
    with pytest.raises(AmountError):
        from_plain("-10000000", negative=True)


@pytest.mark.parametrize(
    ("ore", "text"), [(123450, "1234.50"), (0, "0.00"), (5, "0.05"), (-85000, "-850.00"), (-5, "-0.05")]
)
def test_plain_always_has_two_decimals(ore: int, text: str) -> None:
    assert plain(ore) == text


@pytest.mark.parametrize(
    ("ore", "text"),
    [
        (0, "0 kr"),
        (123400, "1 234 kr"),
        (123450, "1 234,50 kr"),
        (123405, "1 234,05 kr"),
        (999999900, "9 999 999 kr"),
        (-85000, "−850 kr"),
        (-1250, "−12,50 kr"),
    ],
)
def test_kronor_are_printed_the_swedish_way(ore: int, text: str) -> None:
    assert in_kronor(ore) == text.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("ore", "text"),
    [(123449, "1 234 kr"), (123450, "1 235 kr"), (-123450, "−1 235 kr"), (-49, "0 kr"), (99950, "1 000 kr")],
)
def test_whole_kronor_are_rounded_half_up(ore: int, text: str) -> None:
    assert in_kronor(ore, whole=True) == text.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("exact", "whole"),
    [
        (Fraction(1, 2), 1),
        (Fraction(-1, 2), -1),
        (Fraction(49, 100), 0),
        (Fraction(5, 2), 3),
        (Fraction(-5, 2), -3),
        (Fraction(-1, 3), 0),
        (Fraction(7), 7),
    ],
)
def test_a_half_goes_away_from_zero(exact: Fraction, whole: int) -> None:
    assert rounded(exact) == whole


@given(st.fractions(min_value=-(10**9), max_value=10**9))
def test_rounding_moves_by_half_at_most_and_treats_both_signs_alike(exact: Fraction) -> None:
    assert abs(rounded(exact) - exact) <= Fraction(1, 2)
    assert rounded(-exact) == -rounded(exact)


def test_a_figure_in_kronor_becomes_ore() -> None:
    assert ore_of(1030) == 103000
    assert ore_of(Decimal("191.5")) == 19150
    with pytest.raises(ValueError, match="whole number of öre"):
        ore_of(Decimal("0.001"))
