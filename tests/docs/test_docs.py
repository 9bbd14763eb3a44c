"""The documents are true: what they name exists, what exists is named, and what is generated is fresh."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import pytest
from flask import Flask

from advice.choose import FACTS
from advice.place import ContactFile
from calculator.rules import RULES
from classroom import codes, sealing, store
from content.files import read
from content.problems import Problems
from docs import instrument_page
from docs.generate import stale
from report.library import Library
from tests.docs.pages_read import PAGES, ROOT, blocks, commands, named
from web import limits
from web.kiosk import pages as kiosk
from web.operating.secret_files import FROM_FILES
from web.paper.printables import BY_NAME
from web.plan import transfer
from web.session import kiosk_mode
from web.session.leaving import CLEARED
from web.settings import Settings

HERE = [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES]
MADE_LATER = (".venv/", ".cache/", ".data/")
"""What only stands there after the first start, or the first lesson."""
TOP = {path.name for path in ROOT.iterdir()}
LINK = re.compile(r"\]\(([^)#\s]+)\)")
SETTING = re.compile(r"\b(?:ITID_[A-Z_]+|SECRET_KEY[A-Z_]*|DATABASE_URL[A-Z_]*)\b")
PLACEHOLDERS = {"RULE", "CASE.json", "CASES.jsonl", "INPUT.json", "OUT.pdf", "SHEETS", "case.json", "sheet.pdf", "-"}


def settings_of_the_app() -> set[str]:
    named = {str(field.validation_alias) for field in Settings.model_fields.values()}
    return named | {f"{name}_FILE" for name in FROM_FILES}


def test_the_generated_pages_are_fresh(library: Library) -> None:
    assert sorted(stale(library)) == [], "run .venv/bin/python -m docs.generate"


def test_every_fact_is_explained() -> None:
    assert tuple(instrument_page.FACTS) == FACTS


@pytest.mark.parametrize("document", HERE)
def test_links_lead_somewhere(document: Path) -> None:
    lost = [link for link in LINK.findall(document.read_text("utf-8")) if not (link.startswith("https://"))]
    assert [link for link in lost if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", HERE)
def test_files_that_are_named_exist(document: Path) -> None:
    paths = [
        name
        for name in named(document)
        if re.fullmatch(r"[\w./-]+", name)
        and name.split("/")[0] in TOP
        and "/" in name
        and not name.startswith(MADE_LATER)
    ]
    shown = {block.about.split(" ")[0] for block in blocks(document)}
    made = shown | {"translations/es/LC_MESSAGES/messages.po"}
    assert [name for name in paths if name not in made and not (ROOT / name).exists()] == []


@pytest.mark.parametrize("document", HERE)
def test_settings_that_are_named_exist(document: Path) -> None:
    assert set(SETTING.findall(document.read_text("utf-8"))) <= settings_of_the_app()


def test_every_setting_is_explained() -> None:
    cells = re.findall(r"^\| (`[A-Z_`, ]+`) \|", (ROOT / "docs" / "operate.md").read_text("utf-8"), re.MULTILINE)
    table = re.findall(r"`(\w+)`", " ".join(cells))
    assert sorted(settings_of_the_app()) == sorted(table)


def test_the_defaults_are_as_explained() -> None:
    operate = (ROOT / "docs" / "operate.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `ITID_(\w+)` \| `?([^`|]*?)`? \|", operate, re.MULTILINE))
    is_set = Settings.from_environment({})
    told = {name: rows[name] for name in ("MUNICIPALITY", "EXIT_URL", "IDLE_MINUTES", "RENDERERS", "PROXIES")}
    assert told == {name: str(getattr(is_set, name.lower())) for name in told}
    assert f"after {is_set.longest_minutes // 60} hours" in operate


TOLD = {
    "kiosk.md": [
        (f"{kiosk_mode.KIOSK_ASKS} seconds without a touch", "idle"),
        (f"{kiosk_mode.KIOSK_WAITS} seconds more", "the question"),
        (f"after {kiosk_mode.KIOSK_IDLE} seconds", "the end of the visit"),
        (f"lasts {kiosk_mode.KIOSK_LASTS // store.HOUR} hours", "the kiosk"),
        (f"stands {kiosk.TURN} seconds in each language", "the inviting screen"),
        (f"version {transfer.LARGEST_CODE}", "the largest picture"),
        (f"opened for {transfer.DAY // store.HOUR} hours", "the picture"),
        (CLEARED["Clear-Site-Data"], "what is cleared"),
    ],
    "teach.md": [
        (f"erased {store.ERASED_AFTER // store.HOUR} hours after", "a room is erased"),
        ("fewer than five", "the fewest"),
        (" ".join(codes.CONSONANTS), "consonants"),
        (" ".join(codes.VOWELS), "vowels"),
    ],
    "operate.md": [
        (f"A room is erased after {store.ERASED_AFTER // store.HOUR} hours", "a room"),
        (f"{store.MOST_ROOMS:,}".replace(",", " ") + " rooms", "the most rooms"),
        (f"| wrong codes in 10 minutes | {limits.WRONG_CODES.source} | {limits.WRONG_CODES.browser} |", "codes"),
        (f"| joins a minute | {limits.JOINS.source} | {limits.JOINS.browser} |", "joins"),
        (f"at once | {limits.OPEN_ROOMS.source} | {limits.OPEN_ROOMS.browser} |", "rooms"),
        (f"an hour | {limits.WALL_NUMBERS.source} | {limits.WALL_NUMBERS.browser} |", "walls"),
    ],
    "decisions/0016-lessons-in-memory.md": [
        (f"after {store.ERASED_AFTER // store.HOUR} hours", "a room"),
        (f"always {sealing.TOLD_BYTES} bytes", "what is told"),
        (f"{(len(codes.CONSONANTS) * len(codes.VOWELS)) ** codes.SYLLABLES:,}".replace(",", " ") + " codes", "codes"),
    ],
}


@pytest.mark.parametrize(
    ("written", "words"),
    [pytest.param(page, words, id=f"{page}: {what}") for page, all in TOLD.items() for words, what in all],
)
def test_numbers_of_the_class_and_the_kiosk_are_those_of_the_code(written: str, words: str) -> None:
    assert sealing.FEWEST == 5
    assert words in re.sub(r"\s+", " ", (ROOT / "docs" / written).read_text("utf-8"))


def test_the_policy_of_the_kiosk_can_be_read() -> None:
    (shown,) = (block for block in blocks(ROOT / "docs" / "kiosk.md") if block.language == "json")
    assert json.loads(shown.code)["URLBlocklist"] == ["*"]


def test_everything_to_print_is_named() -> None:
    table = re.findall(r"^\| .* \| `([a-z-]+)` \|$", (ROOT / "docs" / "kiosk.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(table) == sorted(BY_NAME)


@pytest.mark.parametrize("document", HERE)
def test_field_kinds_that_are_named_exist(document: Path) -> None:
    known = {
        kind for path in (ROOT / "web").rglob("*.py") for kind in re.findall(r"class (\w+)\(", path.read_text("utf-8"))
    }
    assert {name for name in named(document) if re.fullmatch(r"[A-Z]\w+(Field|Form)", name)} <= known


@pytest.mark.parametrize("document", HERE)
def test_nothing_points_out_of_the_project(document: Path) -> None:
    words = document.read_text("utf-8")
    assert re.findall(r"(?<![\w.])/(?:home|root|work|tmp|Users)/", words) == []


@pytest.mark.parametrize("document", HERE)
def test_commands_exist(document: Path, app: Flask) -> None:
    for words in commands(document):
        _check_command(words, app)


def _check_command(words: list[str], app: Flask) -> None:
    program, *rest = words
    if program == ".venv/bin/flask":
        assert rest[:2] == ["--app", "app"]
        _check_flask(rest[2:], app)
    elif program == ".venv/bin/python":
        assert rest[0] == "-m" and importlib.util.find_spec(rest[1]), words
        source = Path(importlib.util.find_spec(rest[1]).origin or "").read_text("utf-8")  # type: ignore[union-attr]
        assert all(option in source for option in rest[2:]), words
    elif program.startswith("script/"):
        assert os.access(ROOT / program, os.X_OK), words
        takes = (ROOT / program).read_text("utf-8")
        assert all(word in takes if word.startswith("--") else (ROOT / word).exists() for word in rest), words
    elif program.startswith(".venv/bin/"):
        assert (Path(sys.executable).parent / Path(program).name).exists(), words
    else:
        assert words in (["git", "pull"],) or words[:2] == ["python3", "-c"], words


def _check_flask(words: list[str], app: Flask) -> None:
    command = app.cli.commands[words[0]]
    options = {name for one in command.params if isinstance(one, click.Option) for name in one.opts}
    for before, word in pairwise(words):
        if word.startswith("--"):
            assert word in options, words
        elif not before.startswith("--") and word not in PLACEHOLDERS:
            assert word in RULES, words


def test_the_way_the_server_is_started_is_the_one_that_is_told() -> None:
    """The line for a service manager has every option that script/server gives."""
    script = (ROOT / "script" / "server").read_text("utf-8")
    options = re.search(r"^options=\((.*?)^\)", script, re.MULTILINE | re.DOTALL)
    assert options is not None
    told = next(words for words in commands(ROOT / "docs" / "operate.md") if words[0].endswith("gunicorn"))
    for option in re.findall(r"--[\w-]+", re.sub(r"#.*", "", options.group(1))):
        assert option in told
    assert re.search(r"--access-logformat '([^']+)'", script).group(1) in told  # type: ignore[union-attr]


def test_the_contact_of_the_example_is_one(tmp_path: Path) -> None:
    shown = next(block for block in blocks(ROOT / "docs" / "change-a-contact.md") if block.about == "contact")
    (tmp_path / "contact.toml").write_text(shown.code, encoding="utf-8")
    problems = Problems()
    assert read(tmp_path / "contact.toml", ContactFile, "contacts", problems), list(problems)


def answered(kind: str, words: str) -> list[Any]:
    """What the command line says to an example of the case format, with nothing set."""
    arguments = kind.removesuffix("-lines").split()
    lines = words.splitlines() if kind.endswith("-lines") else [json.dumps(json.loads(words))]
    run = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "app", *arguments, "--jsonl", "-"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == (2 if kind.endswith("-lines") else 0), run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def examples() -> list[Any]:
    shown = [block for block in blocks(ROOT / "docs" / "case-format.md") if block.language == "json"]
    pairs = list(zip(shown[::2], shown[1::2], strict=True))
    assert all(answer.about.startswith("answer") for _, answer in pairs)
    return [pytest.param(asked, answer, id=asked.about) for asked, answer in pairs]


@pytest.mark.slow
@pytest.mark.parametrize(("asked", "answer"), examples())
def test_the_examples_of_the_case_format_are_real(asked: Any, answer: Any) -> None:
    lines = answer.code.splitlines() if answer.about == "answer-lines" else [answer.code]
    real = answered(asked.about, asked.code)
    told = [json.loads(line) for line in lines]
    assert [{key: one.get(key) for key in some} for one, some in zip(real, told, strict=True)] == told
