"""The command line as docs/case-format.md promises it; neither a server nor any setting is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask

from report.library import Library
from tests.visitor import paper_text
from web.version import version

ROOT = Path(__file__).resolve().parents[3]
CASE: dict[str, Any] = {
    "day": "2026-11-23", "language": "sv", "municipality": "0127", "questionnaire": "adult", "age": 38,
    "answers": {"money_lasts": "often_not", "unpaid_now": ["rent"], "letters": ["reminder"], "months_late": "one"},
    "household": {
        "adults": [{"age": 38}],
        "children": [{"age": 6, "lunch_away": True}, {"age": 11, "lunch_away": True}], "tenant": True,
    },
    "budget": {
        "income": [{"id": "pay", "amount": "19400", "period": "month"}],
        "costs": [{"id": "rent", "amount": 10900, "period": "month"}],
        "debts": [{"id": "pay_later", "amount": "1150.00", "period": "month"}],
    },
}  # fmt: skip
SUMS = {
    "income": "19400.00", "costs": "10900.00", "debts": "1150.00",
    "left_before_debts": "8500.00", "left_after_debts": "7350.00", "debt_share_percent": "5.9",
}  # fmt: skip
Run = Callable[..., Result]


@pytest.fixture
def run(app: Flask) -> Run:
    def run(*words: str, given: object = None) -> Result:
        text = given if isinstance(given, str | bytes) else json.dumps(given) if given is not None else None
        with app.app_context():
            return app.test_cli_runner().invoke(args=list(words), input=text)

    return run


def faults(said: str) -> list[str]:
    return [fault["at"] for fault in json.loads(said)["error"]]


def test_a_case_gives_what_the_format_shows(run: Run) -> None:
    told = run("advise", "-", given=CASE)
    said = json.loads(told.stdout)
    assert (told.exit_code, told.stderr) == (0, "")
    assert list(said) == [
        "level", "partial", "headline", "rules", "flags", "reasons", "first_steps", "more_steps", "not_asked",
        "contacts", "sums", "figures", "language", "day",
    ]  # fmt: skip
    assert said["level"] == 4
    # Of the questions left out none makes G9 fire here: those that could are answered.
    assert said["rules"] == [
        "home_at_risk", "priority_bill_unpaid", "late_once_or_twice", "reminder_or_collection", "often_short",
    ]  # fmt: skip
    assert said["flags"] == ["BENEFITS", "CHILDREN"]
    assert said["sums"]["budget"] == SUMS
    assert said["first_steps"][0]["block"] == "B13"
    assert "B09" in {step["block"] for step in said["first_steps"] + said["more_steps"]}
    assert (said["partial"], said["headline"]) == (True, "urgent")
    always = {"block", "when", "urgent", "title", "text", "contacts"}
    assert all(always <= set(step) for step in said["first_steps"] + said["more_steps"])
    assert all({"id", "name", "phone", "url"} == set(contact) for contact in said["contacts"])
    assert said["figures"] and all(
        {"id", "value", "unit", "from", "until", "source"} <= set(one) for one in said["figures"]
    )
    assert (said["language"], said["day"]) == ("sv", "2026-11-23")


def test_a_bad_line_among_others(run: Run) -> None:
    bad = {**CASE, "answers": {"money_lasts": "never", "burden": "heavy"}}
    lines = [json.dumps(CASE), json.dumps(bad), "", "not json", json.dumps({**CASE, "answers": {"burden": "heavy"}})]
    told = run("advise", "--jsonl", "-", given="\n".join(lines) + "\n")
    said = [json.loads(line) for line in told.stdout.splitlines()]
    assert told.exit_code == 2
    assert [one.get("level") for one in said] == [4, None, None, 3]
    assert [faults(json.dumps(one)) for one in said[1:3]] == [["answers.money_lasts"], ["(input)"]]
    assert all(fault["says"] for one in said[1:3] for fault in one["error"])


def test_all_lines_good_is_no_fault(run: Run) -> None:
    assert run("advise", "--jsonl", "-", given=json.dumps(CASE)).exit_code == 0
    empty = run("advise", "--jsonl", "-", given="\n\n")
    assert (empty.exit_code, empty.stdout) == (0, "")


WRONG: list[tuple[object, list[str]]] = [
    ({"answers": {"money_lasts": "never"}}, ["answers.money_lasts"]),
    ({"answers": {"unpaid_now": ["nothing", "rent"]}}, ["answers.unpaid_now"]),
    ({"answers": {"unpaid_now": 5}}, ["answers.unpaid_now"]),
    ({"answers": {"salary": "yes"}}, ["answers.salary"]),
    ({"answers": {"living": "own"}, "questionnaire": "adult"}, ["answers.living"]),
    ({"answers": []}, ["answers"]),
    ({"wishes": 1}, ["wishes"]),
    ({"day": "2026-02-30"}, ["day"]),
    ({"day": "23/11/2026"}, ["day"]),
    ({"age": -1}, ["age"]),
    ({"age": "38"}, ["age"]),
    ({"age": True}, ["age"]),
    ({"age": 17, "questionnaire": "adult"}, ["questionnaire"]),
    ({"municipality": "9999"}, ["municipality"]),
    ({"language": "tlh"}, ["language"]),
    ({"household": {"adults": [], "children": [], "tenant": True}}, ["household"]),
    ({"budget": {"costs": [{"id": "yacht", "amount": "1", "period": "month"}]}}, ["budget.costs.0.id"]),
    ({"budget": {"income": [{"id": "rent", "amount": "1", "period": "month"}]}}, ["budget.income.0.id"]),
    ({"budget": {"costs": [{"id": "rent", "amount": "1.234", "period": "month"}]}}, ["budget.costs.0.amount"]),
    ({"budget": {"costs": [{"id": "rent", "amount": "-1", "period": "month"}]}}, ["budget.costs.0.amount"]),
    ({"budget": {"costs": [{"id": "rent", "amount": "1 234", "period": "month"}]}}, ["budget.costs.0.amount"]),
    ({"budget": {"costs": [{"id": "rent", "amount": 12.5, "period": "month"}]}}, ["budget.costs.0.amount"]),
    ({"budget": {"costs": [{"id": "rent", "amount": "9" * 400, "period": "month"}]}}, ["budget.costs.0.amount"]),
    ({"budget": {"costs": [{"id": "rent", "amount": "1", "period": "fortnight"}]}}, ["budget.costs.0.period"]),
    ({"age": 900, "day": "x", "answers": {"burden": 3}}, ["day", "age"]),
]


@pytest.mark.parametrize(("wrong", "at"), WRONG, ids=[str(wrong)[:50] for wrong, _ in WRONG])
def test_what_is_wrong_is_said_on_standard_error(run: Run, wrong: dict[str, Any], at: list[str]) -> None:
    told = run("advise", "-", given={"day": "2026-11-23", **wrong})
    assert (told.exit_code, told.stdout) == (2, "")
    assert sorted(faults(told.stderr)) == sorted(at)


TEXTS = ["", "[]", "7", "null", '"text"', "{", "{'a': 1}", '{"age": NaN}', '{"age": Infinity}', '{"age": 1e999}',
         "[" * 100_000, '{"age": ' + "1" * 5_000 + "}", "{} {}"]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_text_that_is_no_case(run: Run, text: str) -> None:
    one = run("advise", "-", given=text)
    assert (one.exit_code, one.stdout) == (2, "") and faults(one.stderr)
    many = run("advise", "--jsonl", "-", given=f"{text}\n{json.dumps(CASE)}\n")
    assert many.exit_code == (2 if text else 0)
    assert json.loads(many.stdout.splitlines()[-1])["level"] == 4, "the lines after it are still served"


def test_a_file_as_windows_writes_it(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(CASE).encode() + b"\r\n\r\n" + json.dumps(CASE).encode() + b"\r\n")
    told = run("advise", "--jsonl", str(file))
    assert [json.loads(line)["level"] for line in told.stdout.splitlines()] == [4, 4], told.stderr
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(CASE).encode())
    assert run("advise", str(file)).exit_code == 0


def test_a_line_that_is_not_utf_8_stops_no_other(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    good = json.dumps(CASE).encode()
    file.write_bytes(good + b'\n{"age": "\xff\xfe"}\n' + good + b"\n")
    told = run("advise", "--jsonl", str(file))
    assert told.exit_code == 2
    assert ["error" in json.loads(line) for line in told.stdout.splitlines()] == [False, True, False]


def test_under_16_there_is_no_level(run: Run) -> None:
    said = json.loads(run("advise", "-", given={"day": "2026-11-23", "age": 15, "answers": {}}).stdout)
    assert (said["level"], said["rules"], said["first_steps"]) == (None, [], [])
    assert "bris" in {contact["id"] for contact in said["contacts"]}


def test_what_may_be_left_out(run: Run) -> None:
    said = json.loads(run("advise", "-", given={"answers": {}}).stdout)
    assert said["level"] == 2 and said["rules"] == ["too_little_known"]
    assert said["sums"] == {} and said["figures"] == []


def test_the_schema_lists_every_id(run: Run, library: Library) -> None:
    schema = json.loads(run("advise", "--schema").stdout)
    text = json.dumps(schema)
    for line in library.calculator.group_of:
        assert f'"{line}"' in text
    for questionnaire in library.questions.questionnaires.values():
        assert all(f'"{option}"' in text for question in questionnaire.questions for option in question.by_id)


def test_the_other_language_stands_over_the_cases_own(run: Run) -> None:
    said = json.loads(run("advise", "--language", "xx", "-", given=CASE).stdout)
    assert said["language"] == "xx" and said["reasons"][0]["text"].startswith("⟦")
    assert run("advise", "--language", "tlh", "-", given=CASE).exit_code == 2


def test_the_sheet_of_a_case(run: Run, tmp_path: Path) -> None:
    for words, wanted, absent in (([], "Ring hyresvärden", "⟦"), (["--language", "xx", "--beside", "sv"], "⟦", "xyz")):
        told = run("advise", "-", "--pdf", str(tmp_path / "new" / "sheet.pdf"), *words, given=CASE)
        assert told.exit_code == 0, told.stderr
        text = paper_text((tmp_path / "new" / "sheet.pdf").read_bytes())
        assert wanted in text and absent not in text and "Ring hyresvärden" in text


def test_one_sheet_a_line(run: Run, tmp_path: Path) -> None:
    lines = f"{json.dumps(CASE)}\nbad\n{json.dumps(CASE)}\n"
    told = run("advise", "--jsonl", "-", "--pdf-dir", str(tmp_path / "sheets"), given=lines)
    assert told.exit_code == 2
    made = sorted((tmp_path / "sheets").iterdir())
    assert len(made) == 2 and all(one.read_bytes().startswith(b"%PDF-") for one in made)


def test_the_sums_are_listed_and_described(run: Run) -> None:
    listed = run("calculate", "--list").stdout
    for rule in ("budget", "reference_costs"):
        assert rule in listed
        assert json.loads(run("calculate", "--schema", rule).stdout)["type"] == "object"
    assert run("calculate", "--schema", "nothing").exit_code == 2
    assert run("calculate", "nothing", "-", given={}).exit_code == 2
    assert run("calculate").exit_code == 2


def test_a_sum_and_its_faults(run: Run) -> None:
    told = run("calculate", "budget", "-", given=CASE["budget"])
    assert json.loads(told.stdout) == SUMS
    lines = f'{json.dumps(CASE["budget"])}\n{{"income": [{{"id": "x", "amount": "NaN", "period": "month"}}]}}\n'
    both = run("calculate", "--jsonl", "budget", "-", given=lines)
    assert both.exit_code == 2
    assert json.loads(both.stdout.splitlines()[0]) == SUMS
    assert faults(both.stdout.splitlines()[1]) == ["income.0.amount"]


@pytest.mark.slow
@pytest.mark.parametrize("words", [["advise", "-"], ["calculate", "budget", "-"], ["content-check"]])
def test_no_setting_is_needed(words: list[str], tmp_path: Path) -> None:
    """Not even a home: a terminal of a service account has none."""
    given = json.dumps(CASE if words[0] == "advise" else CASE["budget"])
    bare = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "flask", "--app", "app", *words]
    told = subprocess.run(command, cwd=ROOT, env=bare, input=given, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout


def test_the_version_is_that_of_the_project(run: Run) -> None:
    told = run("version")
    assert (told.exit_code, told.output) == (0, f"I tid {version()}\n")
    assert version().count(".") == 2
