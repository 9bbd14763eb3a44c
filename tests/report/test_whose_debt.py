"""Whose debt, whose income: what the report says may be kept, and where it says no number and why."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from report.build import build_report
from report.case_format import Setting, as_json, parse_case
from report.library import Library
from report.whose_debt import _parted

TODAY = datetime.date(2026, 11, 23)
Json = dict[str, Any]

PAY, RENT = {"pay": 15000}, {"rent": 11000}
ME, PARTNER, OTHER, SOMEBODY = ({"age": 40} | role for role in (
    {"role": "me"}, {"role": "partner"}, {"role": "other_adult"}, {}
))  # fmt: skip
COUPLE = {"adults": [ME, PARTNER], "debtor": "me"}
FAMILY = COUPLE | {"children": [{"age": 5}, {"age": 12}]}
BENEFIT = {"child_benefit": 2650}
"""For two children: 1 325 each."""


def case(
    household: Json | None, income: Json | None = None, costs: Json | None = None, *letters: str, **more: Any
) -> Json:
    parts = {"income": PAY if income is None else income, "costs": RENT if costs is None else costs}
    budget = {
        kind: [{"id": name, "amount": str(kronor), "period": "month"} for name, kronor in lines.items()]
        for kind, lines in parts.items()
    }
    answers = {"letters": list(letters or ("attachment",)), "money_lasts": "always"}
    given = {"age": 40, "answers": answers, "budget": budget} | more
    return given if household is None else given | {"household": {"tenant": True} | household}


def told(library: Library, given: Json) -> Json:
    """The sums of the report as JSON, and why there is no amount that is kept."""
    asked = parse_case(given, Setting(library, TODAY, "0127", ("sv",)))
    report = build_report(library, asked.case, asked.day)
    sums: Json = as_json(report, asked, lambda words: words.swedish)["sums"]
    return sums | {"unsure": report.protected.unsure if report.protected else "not asked"}


def kept(library: Library, given: Json) -> tuple[str, str, str]:
    found = told(library, given)["protected_amount"]
    return found["whose"], found["keep"], found["could_be_taken"]


def unsure(library: Library, given: Json) -> str | None:
    found = told(library, given)
    assert "protected_amount" not in found
    reason: str | None = found["unsure"]
    return reason


@pytest.mark.parametrize(
    ("household", "income", "costs", "expected"),
    [
        pytest.param({"adults": [SOMEBODY]}, {"pay": 22000}, {"rent": 9000}, ("me", "15243.00", "6757.00"), id="alone"),
        pytest.param(
            FAMILY, PAY | BENEFIT | {"pay_partner": 30000}, None, ("me", "8891.00", "6109.00"), id="the lower pay owes"
        ),
        pytest.param(
            FAMILY | {"debtor": "partner"}, PAY | BENEFIT | {"pay_partner": 30000}, None,
            ("partner", "17781.00", "12219.00"), id="the partner owes",
        ),
        pytest.param(
            FAMILY | {"partner_income": "30000"}, PAY | BENEFIT | {"pay_partner": 1}, None,
            ("me", "8891.00", "6109.00"), id="what the household says of the partner's income stands",
        ),
        pytest.param(
            FAMILY | {"partner_income": "0"}, {"pay": 28000} | BENEFIT, None, ("me", "26672.00", "1328.00"),
            id="a partner without income",
        ),
        pytest.param(
            {"adults": [{"age": 58, "role": "me"}, {"age": 27, "role": "other_adult"}], "own_housing": "5000"},
            {"pay": 20000, "pay_partner": 90000}, {"rent": 12000}, ("me", "11243.00", "8757.00"),
            id="mother and grown-up son",
        ),
        pytest.param(
            {"adults": [ME, PARTNER, OTHER], "debtor": "me", "own_housing": "10000"},
            {"pay": 24000, "pay_partner": 16000}, {"rent": 15000, "maintenance_paid": 2223},
            ("me", "14411.00", "9589.00"), id="a couple with a lodger, and maintenance that is paid",
        ),
        pytest.param(
            {"adults": [ME], "children": [{"age": 8, "part_time": True}]},
            {"pay": 21000, "child_benefit": 625}, {"rent": 9500}, ("me", "17120.00", "3880.00"),
            id="a child half of the time",
        ),
        pytest.param(
            {"adults": [ME], "children": [{"age": 8}]},
            {"pay": 19000, "child_benefit": 1250, "maintenance_received": 1823, "housing_allowance": 3000},
            {"rent": 9500}, ("me", "13674.00", "5326.00"), id="what comes for the child and for the home",
        ),
        pytest.param(
            {"adults": [ME]}, {"pay": 9000, "other_income": 5000, "income_support": 4000, "help_from_relatives": 900},
            {"rent": 6200}, ("me", "12443.00", "1557.00"), id="income beside it helps, and support is left out",
        ),
        pytest.param(
            {"adults": [ME]},
            {"extra_job": 4000, "sickness_benefit": 3000, "parental_benefit": 2000, "unemployment_benefit": 3000,
             "activity_support": 4000, "pension": 3000, "disability_benefit": 3000},
            {"rent": 8000, "heating": 900, "electricity": 700}, ("me", "15143.00", "6857.00"),
            id="every income that can be attached, and electricity that is in the normal amount",
        ),
        pytest.param(
            {"adults": [ME], "children": [{"age": 17}]}, {"pay": 20000, "study_grant": 1250}, {"rent": 8000},
            # 6 243 + 5 339 − 1 250 + 8 000
            ("me", "18332.00", "1668.00"), id="a study grant comes for the child at school",
        ),
        pytest.param(
            {"adults": [ME], "children": [{"age": 24}]}, {"pay": 22000}, {"rent": 9000}, ("me", "15243.00", "6757.00"),
            id="a child who is grown up is not counted",
        ),
        pytest.param(
            {"adults": [ME], "tenant": False}, {"pay": 20000},
            {"home_fee": 4000, "home_loan_interest": 3000, "home_loan_repayment": 2000, "water": 100,
             "municipal_charges": 200}, ("me", "13543.00", "6457.00"), id="an own home, without what pays it off",
        ),
    ],
)  # fmt: skip
def test_what_the_one_who_owes_keeps(
    library: Library, household: Json, income: Json, costs: Json | None, expected: tuple[str, str, str]
) -> None:
    assert kept(library, case(household, income, costs)) == expected


def test_both_owe_and_each_has_a_part(library: Library) -> None:
    found = told(library, case(FAMILY | {"debtor": "both"}, PAY | BENEFIT | {"pay_partner": 30000}))["protected_amount"]

    assert [(part["whose"], part["keep"], part["could_be_taken"]) for part in found] == [
        ("me", "8891.00", "6109.00"),
        ("partner", "17781.00", "12219.00"),
    ]
    assert {part["need"] for part in found} == {"26672.00"}


@pytest.mark.parametrize(
    ("household", "income", "costs", "reason"),
    [
        pytest.param({"adults": [SOMEBODY, SOMEBODY]}, None, None, "role", id="an older case of two adults"),
        pytest.param({"adults": [ME, PARTNER, SOMEBODY], "debtor": "me"}, None, None, "role", id="a third, unknown"),
        pytest.param({"adults": [ME, PARTNER]}, None, None, "debtor", id="whose debt is left out"),
        pytest.param(COUPLE | {"debtor": "unsure"}, None, None, "debtor", id="whose debt is not known"),
        pytest.param({"adults": [ME], "debtor": "unsure"}, None, None, "debtor", id="alone, and not known"),
        pytest.param({"adults": [ME, OTHER], "debtor": "partner"}, None, None, "debtor", id="no partner there"),
        pytest.param(COUPLE, None, None, "partner_income", id="the partner's income is not given"),
        pytest.param({"adults": [ME, OTHER]}, None, None, "own_housing", id="the own part of the rent is not given"),
        pytest.param(
            COUPLE | {"adults": [ME, PARTNER, OTHER]}, PAY | {"pay_partner": 1}, None, "own_housing",
            id="a couple and a lodger",
        ),
        *(
            pytest.param({"adults": [ME]}, PAY | {line: 100}, None, "kind_of_income", id=line)
            for line in ("study_support", "pension_support", "care_allowance", "own_business", "study_grant")
        ),
        pytest.param({"adults": [ME]}, {"income_support": 9000}, None, "too_little", id="nothing that can be attached"),
        pytest.param({"adults": [ME]}, None, {"food": 3000}, "too_little", id="no cost of the home"),
        pytest.param(
            COUPLE | {"debtor": "partner", "partner_income": "0"}, None, None, "too_little",
            id="the partner who owes has no income",
        ),
    ],
)  # fmt: skip
def test_unsure_there_is_no_number_and_the_reason(
    library: Library, household: Json, income: Json | None, costs: Json | None, reason: str
) -> None:
    assert unsure(library, case(household, income, costs)) == reason


@pytest.mark.parametrize("letter", ["attachment", "seizure", "decided_debt"])
def test_it_is_asked_where_kronofogden_takes_or_may_soon(library: Library, letter: str) -> None:
    assert kept(library, case({"adults": [ME]}, {"pay": 22000}, {"rent": 9000}, letter))[1] == "15243.00"


@pytest.mark.parametrize("letter", ["reminder", "collection", "payment_order", "nothing"])
def test_it_is_not_asked_before(library: Library, letter: str) -> None:
    assert unsure(library, case({"adults": [ME]}, None, None, letter)) == "not asked"


def test_without_household_or_budget_nothing_is_said(library: Library) -> None:
    assert unsure(library, case(None)) == "not asked"
    bare = case({"adults": [ME]})
    del bare["budget"]
    assert unsure(library, bare) == "not asked"


SHORT = {"pay": 1000}


@pytest.mark.parametrize(
    ("household", "total", "heads"),
    [
        pytest.param({"adults": [ME]}, "5220.00", (1, 1), id="alone"),
        pytest.param({"adults": [SOMEBODY, SOMEBODY]}, "8510.00", (2, 2), id="two without roles are a couple"),
        pytest.param({"adults": [ME, PARTNER]}, "8510.00", (2, 2), id="a couple"),
        pytest.param({"adults": [ME, OTHER]}, "4645.00", (2, 1), id="mother and grown-up son"),
        pytest.param({"adults": [ME], "children": [{"age": 27}]}, "4645.00", (2, 1), id="a grown-up child"),
        # 7 100 + 1 790 × 2 ÷ 3
        pytest.param({"adults": [ME, PARTNER, OTHER]}, "8293.00", (3, 2), id="a couple and a grandmother"),
        # 3 940 + 3 820 ÷ 2 + 1 410
        pytest.param(
            {"adults": [ME], "children": [{"age": 8, "part_time": True}]}, "7260.00", (2, 2), id="half of the time"
        ),
    ],
)
def test_the_standard_knows_who_is_a_couple(
    library: Library, household: Json, total: str, heads: tuple[int, int]
) -> None:
    found = told(library, case(household, SHORT, None, "nothing"))["minimum_standard"]

    assert (found["total"], (found["heads"], found["own_heads"])) == (total, heads)


@pytest.mark.parametrize("adults", [[ME, SOMEBODY, SOMEBODY], [ME, *[OTHER] * 6]])
def test_no_standard_where_it_is_not_known_who_is_a_couple_or_there_are_too_many(
    library: Library, adults: list[Json]
) -> None:
    assert "minimum_standard" not in told(library, case({"adults": adults}, SHORT, None, "nothing"))


def test_what_fills_in_the_share_leaves_out_student_loan_and_home_loan(library: Library) -> None:
    given = case({"adults": [ME]}, {"pay": 20000}, {"rent": 5000, "home_loan_repayment": 9000}, "nothing")
    for debts, share in (({"student_loan_csn": 9000}, "none"), ({"student_loan_csn": 9000, "card": 2000}, "10to25")):
        lines = [{"id": name, "amount": str(kronor), "period": "month"} for name, kronor in debts.items()]
        with_debts = given | {"budget": given["budget"] | {"debts": lines}}
        asked = parse_case(with_debts, Setting(library, TODAY, "0127", ("sv",)))
        report = build_report(library, asked.case, TODAY)
        chosen = {question.id: [option.id for option in options] for question, options in report.questions}
        assert chosen["repay_share"] == [share]
        assert report.sums is not None and report.sums.debts == sum(debts.values()) * 100


@pytest.mark.parametrize(
    ("amount", "among", "parts"), [(1000, 3, [334, 333, 333]), (1001, 2, [501, 500]), (0, 2, [0, 0])]
)
def test_what_comes_for_the_children_is_parted_to_the_last_ore(amount: int, among: int, parts: list[int]) -> None:
    """The öre that is over goes to the first: nothing is lost in between."""
    assert list(_parted(amount, range(among)).values()) == parts
    assert sum(parts) == amount
