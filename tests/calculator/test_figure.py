"""A figure knows from when until when it is true, and says so."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from calculator.figure import Figure, FigureMissing

D = datetime.date


def value(first: datetime.date, **more: Any) -> dict[str, Any]:
    return {
        "from": first,
        "source": "a law",
        "link": "https://example.org/",
        "checked": D(2026, 11, 1),
        "confidence": "law",
    } | (more or {"amount": 1})


def figure(*values: dict[str, Any], yearly: bool = False) -> Figure:
    return Figure.model_validate({"id": "fee", "name": "Avgift", "unit": "kr", "yearly": yearly, "values": values})


def test_a_day_has_the_value_of_its_time() -> None:
    fee = figure(value(D(2025, 1, 1), amount=60), value(D(2026, 1, 1), amount=Decimal("70.5")), yearly=True)

    assert [fee.on(day).amount for day in (D(2025, 1, 1), D(2025, 12, 31), D(2026, 1, 1))] == [60, 60, Decimal("70.5")]
    assert fee.on(D(2026, 5, 5)).state == "valid"
    assert fee.on(D(2026, 5, 5)).from_ == D(2026, 1, 1)


def test_a_yearly_value_ends_with_its_year() -> None:
    fee = figure(value(D(2026, 1, 1), amount=60), yearly=True)

    assert (fee.on(D(2026, 12, 31)).state, fee.on(D(2026, 12, 31)).until) == ("valid", D(2026, 12, 31))
    assert (fee.on(D(2027, 1, 1)).state, fee.on(D(2027, 1, 1)).until) == ("ended", D(2026, 12, 31))


def test_a_value_without_an_end_goes_on() -> None:
    fee = figure(value(D(2013, 1, 1), amount=60))

    assert (fee.on(D(2090, 1, 1)).state, fee.on(D(2090, 1, 1)).until) == ("valid", None)


def test_a_value_without_an_end_ends_where_the_next_begins() -> None:
    fee = figure(value(D(2013, 1, 1), amount=60), value(D(2025, 7, 1), amount=70))

    assert (fee.on(D(2025, 6, 30)).amount, fee.on(D(2025, 6, 30)).until) == (60, D(2025, 6, 30))


def test_a_gap_gives_the_value_before_it_as_ended() -> None:
    fee = figure(
        value(D(2024, 1, 1), amount=60, until=D(2024, 6, 30)), value(D(2025, 1, 1), amount=70, until=D(2025, 6, 30))
    )

    assert (fee.on(D(2024, 9, 1)).amount, fee.on(D(2024, 9, 1)).state) == (60, "ended")
    assert (fee.on(D(2025, 7, 1)).amount, fee.on(D(2025, 7, 1)).state) == (70, "ended")


def test_a_year_left_out_gives_the_year_before() -> None:
    fee = figure(value(D(2024, 1, 1), amount=60), value(D(2026, 1, 1), amount=70), yearly=True)

    found = fee.on(D(2025, 3, 1))

    assert (found.amount, found.until, found.state) == (60, D(2024, 12, 31), "ended")


def test_before_the_first_value_nothing_is_known() -> None:
    with pytest.raises(FigureMissing, match="2026-01-01") as error:
        figure(value(D(2026, 1, 1))).on(D(2025, 12, 31))

    assert (error.value.figure, error.value.day, error.value.first) == ("fee", D(2025, 12, 31), D(2026, 1, 1))


def test_a_table_is_read_by_age_by_name_and_by_how_many() -> None:
    ages = figure(value(D(2026, 1, 1), table={"0": 10, "1-3": 20, "4+": 30})).on(D(2026, 1, 1))
    sizes = figure(value(D(2026, 1, 1), table={"1": 100, "2": 130, "3": 170})).on(D(2026, 1, 1))

    assert [ages.key_for(age) for age in (0, 1, 3, 4, 120)] == ["0", "1-3", "1-3", "4+", "4+"]
    assert [sizes.for_persons(persons) for persons in (1, 3, 4, 6)] == [100, 170, 210, 290]
    assert sizes.keys_for_persons(2) == ("2",)
    assert sizes.keys_for_persons(3) == ("3",)
    assert sizes.keys_for_persons(5) == ("2", "3")
    with pytest.raises(LookupError):
        sizes.key_for(0)


def test_a_table_is_no_amount_and_an_amount_no_table() -> None:
    with pytest.raises(TypeError):
        _ = figure(value(D(2026, 1, 1), table={"1": 100})).on(D(2026, 1, 1)).amount
    with pytest.raises(TypeError):
        _ = figure(value(D(2026, 1, 1), amount=1)).on(D(2026, 1, 1)).table


@pytest.mark.parametrize(
    "values",
    [
        (),
        (value(D(2026, 1, 1), amount=1, table={"1": 2}),),
        (value(D(2026, 1, 1), until=D(2026, 2, 1)),),
        (value(D(2026, 1, 1), table={}),),
        (value(D(2026, 1, 1), table={"1 to 3": 2}),),
        (value(D(2026, 1, 1), amount=1, until=D(2025, 12, 31)),),
        (value(D(2026, 1, 1), amount=1.5),),
        (value(D(2026, 1, 1), amount=True),),
        (value(D(2026, 1, 1), amount=1), value(D(2026, 1, 1), amount=2)),
        (value(D(2026, 1, 1), amount=1), value(D(2025, 1, 1), amount=2)),
        (value(D(2026, 1, 1), amount=1, until=D(2026, 6, 30)), value(D(2026, 6, 30), amount=2)),
        (value(D(2026, 1, 1), amount=1, law="x"),),
    ],
)
def test_a_figure_that_cannot_be_right_is_refused(values: tuple[dict[str, Any], ...]) -> None:
    with pytest.raises(ValidationError):
        figure(*values)
