"""The command line: cases and sums without a server, and the check of all content."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from calculator.calendar_of_figures import ended, states
from calculator.inputs import InputError, parse_json
from calculator.rules import RULES, calculate, schema
from report.build import build_reports
from report.case_format import Setting, as_json, case_schema, faults_as_json, parse_case
from report.library import Library
from web.cli.doctor import doctor
from web.cli.renewal import ended_before, standing_in_words, to_renew
from web.cli.rooms import purge, rooms_command
from web.i18n.languages import Languages, use_language
from web.i18n.words import spoken
from web.paper.press.pdf import render_here
from web.paper.sheet import sheet_html
from web.settings import Settings
from web.version import released
from web.version import version as number_of_this

Json = dict[str, Any]
FAULTY = 2


def add(app: Flask) -> None:
    """Give the app its commands."""
    for command in (advise, calculate_command, figures, content_check, purge, rooms_command, doctor, version):
        app.cli.add_command(command)


@click.command("content-check")
@with_appcontext
def content_check() -> None:
    """Say that all content is in order; the app would not have come this far otherwise.

    What has ended or ends within 60 days of today is warned of. Only what had ended on the day of the newest release
    makes the exit status 1: what passes for those who released it passes for whoever runs it later.
    """
    library: Library = current_app.extensions["itid_library"]
    for warning in to_renew(library, datetime.date.today()):
        click.echo(f"warning: {warning}")
    faults = list(ended_before(library, release)) if (release := released()) else []
    for fault in faults:
        click.echo(f"fault: {fault}")
    words = sum(1 for _ in library.words())
    click.echo(
        f"content: {words} words, {len(library.advice.blocks)} blocks, {len(library.calculator.figures)} figures"
    )
    if faults:
        sys.exit(1)


@click.command()
def version() -> None:
    """Say which version this is."""
    click.echo(f"I tid {number_of_this()}")


@click.command()
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Another day than today, such as 2027-02-01.")
@with_appcontext
def figures(day: datetime.datetime | None) -> None:
    """List every figure with its state on a day; the exit status is 1 when one has ended."""
    library: Library = current_app.extensions["itid_library"]
    standings = states(library.calculator.figures.values(), day.date() if day else datetime.date.today())
    for one in standings:
        click.echo(f"{one.figure.id}: {standing_in_words(one)}{', second hand' if one.second_hand else ''}")
    if ended(standings):
        sys.exit(1)


@click.command()
@click.argument("case", type=click.File("rb"), required=False)
@click.option("--jsonl", is_flag=True, help="One JSON object a line in, one a line out, in order.")
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Also write the sheet here.")
@click.option(
    "--pdf-dir", type=click.Path(path_type=Path, file_okay=False), help="With --jsonl: one sheet a line here."
)
@click.option("--language", help="Of the texts and the sheet; stands over the case's own.")
@click.option("--beside", type=click.Choice(["sv"]), help="Print the Swedish beside every word of the sheet.")
@click.option("--schema", "show_schema", is_flag=True, help="Print the JSON schema of a case and every id.")
@with_appcontext
def advise(case: BinaryIO | None, jsonl: bool, show_schema: bool, **options: Any) -> None:
    """Read a case (a file, or - for standard input) and print its report as JSON."""
    if show_schema:
        click.echo(_written(case_schema(current_app.extensions["itid_library"]), indent=2))
        return
    desk = _Desk(options["language"], options["beside"])
    if jsonl:
        _lines(_given(case), lambda raw, number: desk.answer(raw, _numbered(options["pdf_dir"], number)))
    else:
        _one(_given(case), lambda raw: desk.answer(raw, options["pdf"]))


@click.command("calculate")
@click.argument("rule", required=False)
@click.argument("given", type=click.File("rb"), required=False)
@click.option("--jsonl", is_flag=True, help="One JSON object a line in, one a line out, in order.")
@click.option("--list", "show_list", is_flag=True, help="Name the sums.")
@click.option("--schema", "show_schema", metavar="RULE", help="Print the JSON schema of what a sum takes.")
@with_appcontext
def calculate_command(
    rule: str | None, given: BinaryIO | None, jsonl: bool, show_list: bool, show_schema: str | None
) -> None:
    """Work out one sum from JSON (a file, or - for standard input)."""
    figures = current_app.extensions["itid_library"].calculator.figures
    if show_list:
        for name, one in RULES.items():
            click.echo(f"{name}: {one.about}")
    elif show_schema:
        _say_or_fail(lambda: schema(show_schema), indent=2)
    elif rule is None:
        raise click.UsageError("name a sum; --list names them all")
    elif jsonl:
        _lines(_given(given), lambda raw, number: calculate(rule, raw, figures))
    else:
        _one(_given(given), lambda raw: calculate(rule, raw, figures))


class _Desk:
    """Answers cases, one after another."""

    def __init__(self, language: str | None, beside: str | None) -> None:
        self.library: Library = current_app.extensions["itid_library"]
        self.languages: Languages = current_app.extensions["languages"]
        settings: Settings = current_app.extensions["itid_settings"]
        self.language, self.beside = language, beside
        today = datetime.date.today()
        self.setting = Setting(self.library, today, settings.municipality, tuple(self.languages.by_code))
        if language and language not in self.languages.by_code:
            raise click.UsageError(f"--language: {language!r} is not one of {', '.join(self.languages.by_code)}")

    def answer(self, raw: object, pdf: Path | None) -> Json:
        """The report of one case as JSON; writes its sheet where a path is given. Raises `InputError`."""
        asked = parse_case(raw, self.setting)
        asked = replace(asked, language=self.language or asked.language)
        with current_app.test_request_context(), use_language(asked.language, self.languages):
            report, paper = build_reports(self.library, asked.case, asked.day)
            if pdf:
                pdf.parent.mkdir(parents=True, exist_ok=True)
                pdf.write_bytes(render_here(sheet_html(paper, beside=self.beside is not None)))
            return as_json(report, asked, spoken)


def _given(file: BinaryIO | None) -> BinaryIO:
    if file is None:
        raise click.UsageError("name a file, or - for standard input")
    return file


def _numbered(folder: Path | None, number: int) -> Path | None:
    return folder / f"{number:04}.pdf" if folder else None


def _lines(file: BinaryIO, answer: Callable[[object, int], Json]) -> None:
    """Every line is answered; a bad one gets its faults on its own line, and the exit status says so at the end."""
    faulty = False
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            said = answer(parse_json(line), number)
        except InputError as error:
            said, faulty = faults_as_json(error.faults), True
        click.echo(_written(said))
    if faulty:
        sys.exit(FAULTY)


def _one(file: BinaryIO, answer: Callable[[object], Json]) -> None:
    _say_or_fail(lambda: answer(parse_json(file.read())), indent=2)


def _say_or_fail(answer: Callable[[], Json], indent: int | None = None) -> None:
    try:
        click.echo(_written(answer(), indent))
    except InputError as error:
        click.echo(_written(faults_as_json(error.faults)), err=True)
        sys.exit(FAULTY)


def _written(said: Json, indent: int | None = None) -> str:
    return json.dumps(said, ensure_ascii=False, indent=indent)
