"""Every real figure has a source and a state; and the list of them says which need a new value."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from calculator.calendar_of_figures import ended, states
from calculator.figure import Figure

Figures = dict[str, Figure]
D = datetime.date


def figure(confidence: str, *spans: tuple[D, D | None]) -> Figure:
    values: tuple[dict[str, Any], ...] = tuple(
        {
            "from": first,
            "until": until,
            "amount": 1,
            "source": "En lag",
            "link": "https://example.org/",
            "checked": D(2026, 1, 1),
            "confidence": confidence,
        }
        for first, until in spans
    )
    return Figure.model_validate({"id": "fee", "name": "Avgift", "unit": "kr", "values": values})


@pytest.mark.parametrize(
    ("day", "state", "days_left"),
    [
        (D(2025, 12, 31), "coming", None),
        (D(2026, 1, 1), "valid", 364),
        (D(2026, 10, 31), "valid", 61),
        (D(2026, 11, 1), "ends_soon", 60),
        (D(2026, 12, 31), "ends_soon", 0),
        (D(2027, 1, 1), "ended", -1),
    ],
)
def test_on_each_side_of_every_edge(day: D, state: str, days_left: int | None) -> None:
    standing = states([figure("law", (D(2026, 1, 1), D(2026, 12, 31)))], day)[0]

    assert (standing.state, standing.days_left) == (state, days_left)


def test_a_value_whose_next_one_is_written_does_not_end_soon() -> None:
    fee = figure("law", (D(2026, 1, 1), D(2026, 12, 31)), (D(2027, 1, 1), None))

    assert [states([fee], day)[0].state for day in (D(2026, 12, 31), D(2027, 1, 1))] == ["valid", "valid"]
    assert states([fee], D(2027, 1, 1))[0].days_left is None


@pytest.mark.parametrize(
    ("confidence", "second_hand"),
    [
        ("law", False), ("seen_page", False), ("seen_news", True), ("second_hand", True), ("inferred", True),
        ("known", True),
    ],
)  # fmt: skip
def test_what_was_not_read_at_its_source_says_so(confidence: str, second_hand: bool) -> None:
    fee = figure(confidence, (D(2026, 1, 1), None))

    assert states([fee], D(2026, 5, 5))[0].second_hand is second_hand
    assert states([fee], D(2025, 5, 5))[0].second_hand is second_hand


def named(figures: Figures, day: D) -> dict[str, str]:
    return {standing.figure.id: standing.state for standing in states(figures.values(), day)}


def test_the_real_figures_in_november_2026(figures: Figures) -> None:
    on = named(figures, D(2026, 11, 23))

    assert len(on) == len(figures)
    assert (on["reference_rate"], on["credit_cost_ceiling"], on["credit_interest_margin"]) == ("ended",) * 3
    assert (on["normal_amount_single"], on["price_base_amount"]) == ("ends_soon",) * 2
    assert (on["reminder_fee"], on["child_benefit"]) == ("valid",) * 2
    gone = {standing.figure.id for standing in ended(states(figures.values(), D(2026, 11, 23)))}
    assert gone == {name for name, state in on.items() if state == "ended"}


@pytest.mark.parametrize("name", ["credit_interest_margin", "credit_cost_ceiling", "credit_setup_fee_share"])
def test_the_caps_on_credit_end_the_day_before_the_new_act(name: str, figures: Figures) -> None:
    assert [named(figures, day)[name] for day in (D(2026, 11, 19), D(2026, 11, 20))] == ["ends_soon", "ended"]


def test_in_february_every_yearly_figure_of_the_year_before_has_ended(figures: Figures) -> None:
    yearly = {one.id: one for one in figures.values() if one.yearly}
    ends = {name: named(figures, D(one.values[-1].from_.year + 1, 2, 1))[name] for name, one in yearly.items()}

    assert len(ends) > 10 and set(ends.values()) == {"ended"}


def test_the_default_interest_of_every_published_half_year(figures: Figures) -> None:
    margin = figures["default_interest_margin"].on(D(2026, 1, 1)).amount
    starts = [D(year, month, 1) for year in (2023, 2024, 2025) for month in (1, 7)] + [D(2026, 1, 1)]

    assert [str(figures["reference_rate"].on(day).amount + margin) for day in starts] == [
        "10.5", "11.5", "12", "12", "11", "10", "10",
    ]  # fmt: skip
    assert figures["reference_rate"].on(D(2026, 7, 1)).state == "ended"


@pytest.mark.parametrize(
    ("name", "day", "amount"),
    [
        ("instalment_plan_fee", D(2026, 1, 1), 170),
        ("sale_fee", D(2026, 1, 1), 4),
        ("price_base_amount", D(2024, 1, 1), 57300),
        ("price_base_amount", D(2025, 1, 1), 58800),
        ("price_base_amount", D(2026, 1, 1), 59200),
        ("credit_interest_margin", D(2026, 1, 1), 20),
        ("credit_cost_ceiling", D(2026, 1, 1), 100),
        ("credit_setup_fee_share", D(2026, 1, 1), 1),
        ("child_benefit", D(2026, 1, 1), 1250),
        ("rent_recovery_time", D(2026, 1, 1), 21),
        ("payment_order_time", D(2026, 1, 1), 10),
    ],
)
def test_what_a_page_names(name: str, day: D, amount: int, figures: Figures) -> None:
    assert figures[name].on(day).amount == amount


def test_the_supplement_grows_by_the_published_steps(figures: Figures) -> None:
    """150, then 580, 1 010 and 1 250 more; the fifth child's step goes on for each one after it."""
    supplement = figures["large_family_supplement"].on(D(2026, 1, 1))

    assert [supplement.table[str(children)] for children in (2, 3, 4, 5)] == [
        150, 150 + 580, 150 + 580 + 1010, 150 + 580 + 1010 + 1250,
    ]  # fmt: skip
    assert supplement.for_persons(6) == 2990 + 1250


def test_no_source_names_a_section_of_the_credit_act_that_may_be_gone(figures: Figures) -> None:
    sources = [value.source for one in figures.values() for value in one.values if "2010:1846" in value.source]

    assert len(sources) >= 5
    assert [source for source in sources if "§" in source] == []


def test_a_figure_says_what_its_rows_are(figures: Figures) -> None:
    counted = {one.id: one.by for one in figures.values() if one.by != "age"}

    assert counted["shared_water"] == counted["minimum_standard_shared"] == "persons"
    assert counted["large_family_supplement"] == counted["housing_allowance_children"] == "children"
