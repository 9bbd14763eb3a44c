"""Lists of debts put in order by hand, and ways out of them worked out on paper. The day is Monday 23 November 2026."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from calculator.debts import LETTERS, ORDER, DebtWords, Owed, in_order, reason_of, total_of
from calculator.letter_days import WITH_A_CLOCK
from calculator.reader import CalculatorContent
from calculator.way_out import way_out

MONDAY = datetime.date(2026, 11, 23)
TOMORROW = datetime.date(2026, 11, 24)
LATER = datetime.date(2026, 12, 4)
FRIDAY, MONDAY_AFTER = datetime.date(2026, 11, 27), datetime.date(2026, 11, 30)


@pytest.fixture
def words(content: CalculatorContent) -> DebtWords:
    return content.debts


def test_living_goes_first_then_letters_then_the_state_then_the_dearest(words: DebtWords) -> None:
    """Home, power and children by the law about each; a payment order is decided without an answer; the state goes
    straight to Kronofogden; of the rest a collector's claim, and then 39 percent before 8 before none."""
    debts = [
        Owed("family", 500_00),
        Owed("loan", 40_000_00, rate=Decimal("8")),
        Owed("small_loan", 6_000_00, rate=Decimal("39")),
        Owed("phone", 900_00, letter="collection"),
        Owed("state", 3_000_00),
        Owed("card", 9_000_00, letter="payment_order", last=LATER),
        Owed("children", 1_500_00),
        Owed("power", 2_000_00),
        Owed("rent", 12_000_00),
    ]
    pay, contest = in_order(debts, words, MONDAY)
    assert [one.number for one in pay] == [8, 7, 6, 5, 4, 3, 2, 1, 0]
    assert contest == ()


def test_an_answer_due_on_the_next_working_day_stands_before_the_rent(words: DebtWords) -> None:
    rent, order = Owed("rent", 12_000_00), Owed("unsure", letter="payment_order", last=TOMORROW)
    pay, _contest = in_order([rent, order], words, MONDAY)
    assert [(one.number, one.reason) for one in pay] == [(1, "answer_now"), (0, "home")]
    # on a Friday the Monday after is the next working day
    assert reason_of(Owed("unsure", letter="court", last=MONDAY_AFTER), words, FRIDAY) == "answer_now"
    assert reason_of(Owed("unsure", letter="court", last=LATER), words, FRIDAY) == "answer"
    # a day that has gone by can no longer be kept
    assert reason_of(Owed("unsure", letter="court", last=FRIDAY), words, MONDAY_AFTER) == "answer"


@pytest.mark.parametrize(
    ("debt", "reason"),
    [
        (Owed("pay_later", wrong=True), "contest"),
        (Owed("pay_later", letter="payment_order", last=TOMORROW, wrong=True), "contest"),
        # power is cut off for undisputed claims alone
        (Owed("power", letter="power_cut", wrong=True), "contest"),
        # private ground: paying is accepting; a street: pay, and get it back
        (Owed("parking_charge", wrong=True), "contest"),
        (Owed("parking_fine", wrong=True), "parking_wrong"),
        # the home can be lost while one waits, and the state is asked first
        (Owed("rent", wrong=True), "home_wrong"),
        (Owed("state", wrong=True), "state_wrong"),
        (Owed("children", wrong=True), "children"),
        # what the letter says goes before the kind
        (Owed("other", letter="lease_notice"), "home"),
        (Owed("other", letter="power_cut"), "power"),
        (Owed("unsure", letter="state_debt"), "state"),
        (Owed("parking_fine", letter="state_debt"), "parking"),
        (Owed("card", letter="attachment", rate=Decimal("20")), "taken"),
        (Owed("state", letter="attachment"), "taken"),
        (Owed("card", letter="reminder", rate=Decimal("0")), "no_interest"),
        (Owed("card", letter="reminder"), "ask_rate"),
        (Owed("family"), "no_interest"),
        (Owed("family", rate=Decimal("5")), "costly"),
    ],
)
def test_why_a_debt_stands_where_it_stands(words: DebtWords, debt: Owed, reason: str) -> None:
    assert reason_of(debt, words, MONDAY) == reason


def test_at_the_same_place_the_earliest_day_and_then_the_smallest_go_first(words: DebtWords) -> None:
    debts = [
        Owed("state", 300_00),
        Owed("student_loan", 200_00),
        Owed("parking_fine", 900_00, last=LATER),
        Owed("state", None),
        Owed("state", 5_000_00, last=TOMORROW),
    ]
    pay, _contest = in_order(debts, words, MONDAY)
    assert [one.number for one in pay] == [4, 2, 1, 0, 3]


def test_the_interest_decides_before_the_day_where_it_is_the_reason(words: DebtWords) -> None:
    debts = [
        Owed("card", 100_00, rate=Decimal("9.9"), last=TOMORROW),
        Owed("card", 900_00, rate=Decimal("10"), last=LATER),
        Owed("loan", 1_00),
    ]
    assert [one.number for one in in_order(debts, words, MONDAY)[0]] == [1, 0, 2]


def test_those_to_contest_stand_by_their_last_day(words: DebtWords) -> None:
    debts = [Owed("phone", wrong=True), Owed("card", wrong=True, last=LATER), Owed("other", wrong=True, last=TOMORROW)]
    pay, contest = in_order(debts, words, MONDAY)
    assert pay == () and [one.number for one in contest] == [2, 1, 0]


def test_every_place_has_a_reason_with_a_source_and_every_letter_is_known(words: DebtWords) -> None:
    assert {one.id for one in words.reasons} == {*ORDER, "contest"}
    assert all(one.source for one in words.reasons)
    assert set(LETTERS) - {"attachment"} <= WITH_A_CLOCK


def test_an_amount_by_its_parts_and_parts_of_an_amount() -> None:
    assert Owed("card", a_month=250_00, parts=4).owed == 1_000_00
    assert Owed("card", 1_000_00, parts=3).minimum == 333_34, "a third of 1 000 kronor, up to a whole öre"
    assert Owed("card", 1_000_00, a_month=50_00, parts=3).minimum == 50_00
    assert Owed("card", 0, parts=3).minimum == 0 and Owed("card").owed is None
    assert total_of([Owed("card", 1_50), Owed("card"), Owed("card", a_month=2_00, parts=2)]) == (5_50, 1)


def test_out_in_six_months() -> None:
    """1 000 and 2 000 without interest, 500 a month: 3 000 / 500 = 6. Nobody said that there is no interest."""
    way = way_out([Owed("card", 1_000_00), Owed("loan", 2_000_00)], 500_00)
    assert (way.state, way.months, way.interest, way.without_rate) == ("ends", 6, 0, 2)
    assert not way.long


def test_interest_is_paid_too() -> None:
    """1 000 at 12 percent: 1 010 − 600 = 410, and 414.10 the month after: 1 014.10 in all."""
    way = way_out([Owed("card", 1_000_00, rate=Decimal("12"))], 600_00)
    assert (way.months, way.interest, way.without_rate) == (2, 14_10, 0)


def test_interest_that_outgrows_the_money() -> None:
    """10 000 at 24 percent costs 200 a month, and there are 150: 50 is missing."""
    way = way_out([Owed("card", 10_000_00, rate=Decimal("24"))], 150_00)
    assert (way.state, way.months, way.short_by, way.long) == ("never", None, 50_00, True)


def test_instalments_that_are_more_than_there_is() -> None:
    """600 a month for 2 400 in four parts, and 400 for another: 1 000 is asked for, and there are 900."""
    way = way_out([Owed("pay_later", 2_400_00, parts=4), Owed("card", 5_000_00, a_month=400_00)], 900_00)
    assert (way.state, way.short_by) == ("never", 100_00)


@pytest.mark.parametrize("left", [0, -310_00])
def test_nothing_left_is_said_and_no_number_is_made_up(left: int) -> None:
    way = way_out([Owed("card", 1_000_00, a_month=100_00)], left)
    assert (way.state, way.months, way.short_by) == ("nothing_left", None, None)


def test_without_a_budget_what_is_paid_today_counts() -> None:
    assert way_out([Owed("card", 1_000_00, a_month=100_00)], None).months == 10
    assert way_out([Owed("card", 1_000_00)], None).state == "no_money_known"
    assert way_out([], None).state == "no_money_known"


def test_a_debt_without_an_amount_only_makes_it_longer() -> None:
    way = way_out([Owed("card", 1_000_00), Owed("unsure")], 100_00)
    assert (way.months, way.without_amount) == (10, 1)
    assert way_out([Owed("unsure")], 100_00).state == "no_amounts"
    assert way_out([Owed("card", 0)], 100_00).state == "no_amounts"


def test_more_than_five_years_is_long() -> None:
    assert not way_out([Owed("loan", 60_000_00)], 1_000_00).long
    assert way_out([Owed("loan", 60_001_00)], 1_000_00).long
