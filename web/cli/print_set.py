"""Many sheets as one print job: made side by side by a few processes, joined one by one, so that memory stays flat."""

from __future__ import annotations

import datetime
import io
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import click
import pikepdf
from flask import Flask, current_app
from flask.cli import with_appcontext

from calculator.inputs import Fault, InputError, parse_json
from report.build import paper_report
from report.case_format import Asked, Setting, parse_case
from report.library import Library
from web.i18n.languages import SOURCE, Languages, use_language
from web.paper.press.pdf import Renderers
from web.paper.printables import BY_NAME, ready_made
from web.paper.sheet import sheet_html
from web.settings import Settings

MOST_COPIES = 1000
MOST_PROCESSES = 4


Render = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to make: its language, what makes its PDF with a renderer, and how many copies are joined."""

    language: str
    pdf: Callable[[Render], bytes]
    copies: int = 1


@click.command("print-set")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--make", "makes", multiple=True, metavar="WHAT=COPIES", help=f"One of {', '.join(BY_NAME)}.")
@click.option("--cases", type=click.File("rb"), help="A sheet for every case: one JSON object a line.")
@click.option("--language", "codes", multiple=True, help="Of what is made; several give a set in each.")
@click.option("--beside", type=click.Choice([SOURCE.code]), help="Print the Swedish beside every word.")
@click.option("--address", default="", help="Where the app is found; a poster needs it.")
@click.option("--two-sided", is_flag=True, help="Let everything begin on the front of a paper.")
@with_appcontext
def print_set(
    out: Path, makes: tuple[str, ...], cases: BinaryIO | None, two_sided: bool, beside: str | None, **options: Any
) -> None:
    """Write forms, class kits, posters, or a sheet for each of many cases, to OUT as one print job."""
    if not makes and cases is None:
        raise click.UsageError("nothing to make: name something with --make, or cases with --cases")
    jobs = [*_jobs(makes, beside is not None, **options), *_sheets(cases, beside is not None)]
    pages = _written(out, _rendered(jobs), two_sided)
    click.echo(f"wrote: {pages} pages")


def _jobs(makes: Sequence[str], beside: bool, codes: Sequence[str], address: str) -> Iterator[Job]:
    known = [_known(code) for code in codes or (SOURCE.code,)]
    for one in makes:
        name, _equals, number = one.partition("=")
        number = number or "1"
        if name not in BY_NAME:
            raise click.UsageError(f"--make: {name!r} is not one of {', '.join(BY_NAME)}")
        if not number.isdecimal() or not 1 <= int(number) <= MOST_COPIES:
            raise click.UsageError(f"--make: {name} can be made 1 to {MOST_COPIES} times, not {number!r}")
        if BY_NAME[name].shows_address and not address.startswith(("https://", "http://")):
            raise click.UsageError(f"--address: a {name} needs where the app is found, such as https://example.org/")
        for code in known:
            yield Job(code, partial(ready_made, BY_NAME[name], beside=beside, address=address), int(number))


def _sheets(cases: BinaryIO | None, beside: bool) -> Iterator[Job]:
    """Raises `ClickException` with the faults of every line, before anything is made."""
    library: Library = current_app.extensions["itid_library"]
    languages: Languages = current_app.extensions["languages"]
    settings: Settings = current_app.extensions["itid_settings"]
    setting = Setting(library, datetime.date.today(), settings.municipality, tuple(languages.by_code))
    faults: list[str] = []
    for number, line in enumerate(cases or (), start=1):
        try:
            if line.strip():
                asked = parse_case(parse_json(line), setting)
                yield Job(asked.language, partial(_sheet, asked, library, beside))
        except InputError as error:
            faults += [_said(number, fault) for fault in error.faults]
    if faults:
        raise click.ClickException("\n".join(["no sheet was made", *faults]))


def _sheet(asked: Asked, library: Library, beside: bool, render: Render) -> bytes:
    return render(sheet_html(paper_report(library, asked.case, asked.day), beside=beside))


def _said(line: int, fault: Fault) -> str:
    return f"line {line}: {fault.at}: {fault.says}"


def _known(code: str) -> str:
    languages: Languages = current_app.extensions["languages"]
    if code not in languages.by_code:
        raise click.UsageError(f"--language: {code!r} is not one of {', '.join(languages.by_code)}")
    return code


def _rendered(jobs: Iterable[Job]) -> Iterator[tuple[bytes, int]]:
    """The PDF of every job in order. A few are under way at once, and no more than a few wait."""
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    renderers = Renderers(processes)
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined] # as Flask's own pages tell
    made = partial(_made, app, renderers.render)
    waiting: deque[tuple[Future[bytes], int]] = deque()
    try:
        with ThreadPoolExecutor(processes) as pool:
            for job in jobs:
                waiting.append((pool.submit(made, job), job.copies))
                if len(waiting) > processes * 2:
                    first, copies = waiting.popleft()
                    yield first.result(), copies
            for first, copies in waiting:
                yield first.result(), copies
    finally:
        renderers.close()


def _made(app: Flask, render: Render, job: Job) -> bytes:
    """The PDF of one job, in a thread that knows the app and the language of the job."""
    with app.test_request_context(), use_language(job.language, app.extensions["languages"]):
        return job.pdf(render)


def _written(out: Path, made: Iterable[tuple[bytes, int]], two_sided: bool) -> int:
    """How many pages there are. The file is whole or not there: it is made beside its place and then put there."""
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        with pikepdf.new() as job:
            for pdf, copies in made:
                with pikepdf.open(io.BytesIO(pdf)) as one:
                    for _copy in range(copies):
                        job.pages.extend(one.pages)
                        if two_sided and len(one.pages) % 2:
                            size = tuple(one.pages[-1].mediabox[2:])
                            job.add_blank_page(page_size=size)  # type: ignore[arg-type] # takes any numbers
            pages = len(job.pages)
            job.save(draft)
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
    return pages
