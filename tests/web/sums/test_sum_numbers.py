"""Published numbers come out on the pages of the sums."""

from __future__ import annotations

import pytest

from tests.visitor import Visitor
from tests.web.sums.sum_pages import make


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("rule", "changes", "says"),
    [
        ("late_bill", {}, ["560 kr", "740 kr", "1 420 kr", "2 020 kr", "2 620 kr", "40,55 kr"]),
        # alone; a couple of which one owes; alone with a child, with more that cannot be taken, and with too little
        ("protected_amount", {}, ["15 243 kr", "6 757 kr"]),
        (
            "protected_amount",
            {"couple": "yes", "debtor_income": "15000", "partner_income": "30000", "housing": "11000",
             "children-0-age": "5", "children-0-benefits": "1325", "children-1-age": "12",
             "children-1-benefits": "1325"},
            ["15 672 kr", "26 672 kr", "33,3 %", "8 891 kr", "6 109 kr", "inget av partnerns inkomst"],
        ),
        (
            "protected_amount",
            {"couple": "yes", "debtor_income": "24000", "partner_income": "16000", "housing": "10000",
             "maintenance_paid": "2223"},
            ["20 314 kr", "60,0 %", "14 411 kr", "9 589 kr"],
        ),
        (
            "protected_amount",
            {"debtor_income": "19000", "housing": "9500", "housing_allowance": "3000", "children-0-age": "8",
             "children-0-benefits": "3073"},
            ["13 674 kr", "5 326 kr"],
        ),
        (
            "protected_amount",
            {"debtor_income": "21000", "housing": "9500", "children-0-age": "8", "children-0-benefits": "625",
             "children-0-part_time": "1"},
            ["17 120 kr", "3 880 kr"],
        ),
        ("protected_amount", {"debtor_income": "1500", "other_income": "13000", "housing": "6200"},
         ["12 443 kr", "1 500 kr"]),
        ("protected_amount", {"debtor_income": "15000", "housing": "9200"}, ["15 443 kr", "tar Kronofogden inget"]),
        ("loan", {}, ["438,71 kr", "10 529,13 kr", "5,1 %"]),
        ("loan", {"monthly_fee": "20"}, ["11 009,13 kr", "9,8 %"]),
        ("loan", {"kind": "straight"}, ["10 520,83 kr"]),
        ("effective_rate", {}, ["1 355,2 %", "50 kr"]),
        ("effective_rate", {"amount": "3000", "payment": "3400", "every": "thirty_days"}, ["358,5 %", "400 kr"]),
        ("saving", {}, ["5 år", "1 510 kr"]),
        (
            "saving",
            {"goal": "18000", "deposit": "100", "times": "52", "start": "2000", "rate": "0,2"},
            ["3 år och 1 månad", "18 094 kr"],
        ),
        ("saving", {"goal": "100", "deposit": "10", "rate": "2,1"}, ["9 månader", "101 kr"]),
        ("minimum_standard", {}, ["3 940 kr", "1 280 kr", "5 220 kr"]),
        (
            "minimum_standard",
            {"adults": "2", "children-0-age": "5", "children-0-lunch_away": "1", "children-1-age": "9"},
            ["15 670 kr"],
        ),
        ("minimum_standard", {"others": "1"}, ["3 940 kr", "705 kr", "4 645 kr", "utan de andra vuxna"]),
        ("minimum_standard", {"adults": "2", "others": "1"}, ["7 100 kr", "1 193 kr", "8 293 kr"]),
        (
            "minimum_standard",
            {"children-0-age": "8", "children-0-part_time": "1"},
            ["5 850 kr", "1 410 kr", "7 260 kr"],
        ),
        ("reference_costs", {}, ["8 210 kr"]),
        (
            "reference_costs",
            {"people-0-age": "40", "people-1-age": "41", "people-2-age": "5", "people-2-lunch_away": "1",
             "people-3-age": "9", "people-3-lunch_away": "1"},
            ["22 480 kr"],
        ),
        # half of the food and of the own costs of a child of eleven: 2 730 + 1 030, 2 140 + 1 035, and 3 990 for two
        (
            "reference_costs",
            {"people-1-age": "11", "people-1-lunch_away": "1", "people-1-part_time": "1"},
            ["3 760 kr", "3 175 kr", "3 990 kr", "10 925 kr"],
        ),
        # ten months of 500 without interest, and nine with 200 more
        ("repayment", {"per_month": "500"}, ["10 månader", "8 månader"]),
        # 1 % a month on 10 000 is 100: with 90 it never ends, and 10 are missing
        (
            "repayment",
            {"per_month": "90", "debts-0-balance": "10000", "debts-0-nominal_rate_percent": "12"},
            ["aldrig slut", "Minst 10 kr i månaden saknas", "udget- och skuldrådgiv"],
        ),
        (
            "month_calendar",
            {"opening": "500", "events-1-kind": "rent", "events-1-amount": "9000", "events-2-kind": "living",
             "events-2-amount": "4 001"},
            # 1 001 on the first, 1 000 on the 8th, 15th and 22nd; pay on the 25th; rent on the last
            ["räcker inte från 1 november", "3 501 kr", "22 november", "2 499 kr"],
        ),
    ],
)  # fmt: skip
def test_the_numbers_come_out(visitor: Visitor, rule: str, changes: dict[str, str], says: list[str]) -> None:
    shown = make(visitor, rule, **changes)
    assert [words for words in says if words not in shown] == []
