"""`flask figures`: how every figure stands on a day, and an exit status that a watch can use."""

from __future__ import annotations

from flask import Flask


def test_an_ended_figure_is_named_and_the_exit_status_says_so(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["figures", "--on", "2027-02-01"])
    assert result.exit_code == 1
    lines = dict(line.split(": ", 1) for line in result.output.splitlines())
    assert lines["food_at_home"] == "ended until 2026-12-31, shown with its year, second hand"
    assert lines["reminder_fee"] == "valid", "a fee without an end does not end"


def test_the_last_days_of_a_figure_are_counted(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["figures", "--on", "2026-11-23"])
    assert "food_at_home: ends in 38 days, second hand" in result.output.splitlines()


def test_a_day_that_is_none(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["figures", "--on", "in spring"])
    assert result.exit_code == 2 and "in spring" in result.output
