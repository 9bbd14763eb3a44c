"""Amounts with what people write beside them: about, how often, from–to, and, times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.typed_amount import TypedAmount, read_amount
from content.money import MOST_TYPED, AmountError, in_kronor, parse_amount
from tests.content.test_money import READ

ORE = st.integers(min_value=0, max_value=MOST_TYPED)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ca 800", TypedAmount(800_00, about=True)),
        ("c:a 800 kr", TypedAmount(800_00, about=True)),
        ("cirka 1 800,50", TypedAmount(1_800_50, about=True)),
        ("ungefär 800", TypedAmount(800_00, about=True)),
        ("~500", TypedAmount(500_00, about=True)),
        ("≈ 500", TypedAmount(500_00, about=True)),
        ("500?", TypedAmount(500_00, about=True)),
        ("500 kr ?", TypedAmount(500_00, about=True)),
        ("8000/mån", TypedAmount(8000_00, period="month")),
        ("8000 kr/mån", TypedAmount(8000_00, period="month")),
        ("8000 kr/mån.", TypedAmount(8000_00, period="month")),
        ("8 000:- i månaden", TypedAmount(8000_00, period="month")),
        ("8000 per month", TypedAmount(8000_00, period="month")),
        ("300/v", TypedAmount(300_00, period="week")),
        ("300 i veckan", TypedAmount(300_00, period="week")),
        ("96 000 kr/år", TypedAmount(96_000_00, period="year")),
        ("40 om dagen", TypedAmount(40_00, period="day")),
        ("900/kvartal", TypedAmount(900_00, period="quarter")),
        ("ca 800/mån", TypedAmount(800_00, about=True, period="month")),
        ("800?/mån", TypedAmount(800_00, about=True, period="month")),
        ("9k", TypedAmount(9000_00)),
        ("9,5k", TypedAmount(9500_00)),
        ("9 tkr", TypedAmount(9000_00)),
        ("12 tusen kr", TypedAmount(12_000_00)),
        ("7000-8000", TypedAmount(7500_00, about=True)),
        ("7000 - 8000 kr", TypedAmount(7500_00, about=True)),
        ("500–1000", TypedAmount(750_00, about=True)),
        ("500 \u2212 1000", TypedAmount(750_00, about=True)),
        ("500 kr - 1000 kr", TypedAmount(750_00, about=True)),
        ("500 till 1000", TypedAmount(750_00, about=True)),
        ("7-8k", TypedAmount(7500_00, about=True)),
        ("7k-8k", TypedAmount(7500_00, about=True)),
        ("7000-8000/mån", TypedAmount(7500_00, about=True, period="month")),
        ("0-500", TypedAmount(250_00, about=True)),
        ("0,01-0,02", TypedAmount(2, about=True)),
        ("500+200", TypedAmount(700_00)),
        ("500 kr + 200 kr + 9k", TypedAmount(9700_00)),
        ("2x350", TypedAmount(700_00)),
        ("2 × 349,50", TypedAmount(699_00)),
        ("349,50 * 2", TypedAmount(699_00)),
        ("100+2x350", TypedAmount(800_00)),
        ("\u0662x\u0663\u0665\u0660", TypedAmount(700_00)),
        ("1234:-", TypedAmount(1234_00)),
        ("-", None),
        ("–", None),
        ("---", None),
        ("", None),
        ("  ", None),
    ],
)
def test_what_people_write_is_read(typed: str, read: TypedAmount | None) -> None:
    assert read_amount(typed) == read


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("NaN", "not_a_number"),
        ("1e9", "not_a_number"),
        ("-5", "negative"),
        ("-500+200", "negative"),
        ("1000-500", "range"),
        ("1-2-3", "range"),
        ("2026-11-23", "range"),
        ("7-8000", "range"),
        ("070-1234567", "range"),
        ("500+200-100", "not_a_number"),
        ("500+", "not_a_number"),
        ("+500", "not_a_number"),
        ("2x", "not_a_number"),
        ("2,5x3,5", "not_a_number"),
        ("2x2x2", "not_a_number"),
        ("ca", "not_a_number"),
        ("?", "not_a_number"),
        ("k", "not_a_number"),
        ("1,234k", "not_a_number"),
        ("/mån", "not_a_number"),
        ("800/timme", "not_a_number"),
        ("9" * 400, "too_large"),
        ("9" * 5000, "too_large"),
        ("99 999k", "not_a_number"),
        ("9999k+9999k", "too_large"),
        ("999x9999999", "too_large"),
    ],
)
def test_what_could_mean_two_things_is_no_guess(typed: str, kind: str) -> None:
    with pytest.raises(AmountError) as error:
        read_amount(typed)

    assert error.value.kind == kind


@pytest.mark.parametrize(("typed", "ore"), READ)
def test_every_plain_amount_is_read_as_it_was(typed: str, ore: int) -> None:
    assert read_amount(typed) == TypedAmount(ore)


@pytest.mark.parametrize(
    ("typed", "ore"), [("96 000/år", 8000_00), ("8000", 8000_00), ("8000/mån", 8000_00), ("700/v", 304167)]
)
def test_how_often_becomes_a_month(typed: str, ore: int) -> None:
    read = read_amount(typed)

    assert read is not None
    assert read.monthly == ore


@given(ORE, ORE)
def test_a_range_is_its_middle_and_a_sum_its_sum(one: int, other: int) -> None:
    low, high = sorted((one, other))
    try:
        both = read_amount(f"{in_kronor(low)}+{in_kronor(high)}")
    except AmountError as error:
        assert error.kind == "too_large"
        assert low + high > MOST_TYPED
    else:
        assert both == TypedAmount(low + high)
    if low and high <= 100 * low:
        between = read_amount(f"{in_kronor(low)}–{in_kronor(high)}")
        assert between == TypedAmount((low + high + 1) // 2, about=True)


@given(st.text(max_size=700) | st.text(alphabet="0123456789 kx+-–~?/mån.,:", max_size=40))
def test_no_text_breaks_the_reading(typed: str) -> None:
    try:
        read = read_amount(typed)
    except AmountError:
        return
    assert read is None or 0 <= read.amount <= MOST_TYPED


@given(st.text(alphabet="0123456789 kr.,:-'", max_size=20))
def test_what_is_read_plainly_is_read_the_same_here(typed: str) -> None:
    try:
        ore = parse_amount(typed)
    except AmountError:
        return
    assert read_amount(typed) == TypedAmount(ore)
