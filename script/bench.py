"""Measures what a sheet costs. Read the ratios: the milliseconds belong to this machine and this hour.

Plain is `HTML(string=page).write_pdf()` with the style in the page and nothing kept between two sheets, tried on the
sheet itself and on the result page of the same report. The ways take turns, each in a process of its own.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from bench_pages import pages_on_a_phone
from flask import Flask, g

from app import create_app
from report.build import paper_report
from report.case_format import Setting, parse_case
from web.paper.press.pdf import Renderers
from web.paper.sheet import sheet_html
from web.plan.pages import result_page
from web.session.visit import Visit

ROOT = Path(__file__).resolve().parent.parent
DAY = datetime.date(2026, 11, 23)
KB, MILLI = 1024, 1000
WARMING = 3
AIM = 0.6
FIRST_RELEASE = ROOT / "script" / "first_release_sheet.html"
"""The sheet of the same life as the first release, 0.1.0, made it, with its style inside."""
Pages = tuple[str, str, str]


def plain(pipe: Connection) -> None:
    """The first way. It sees all fonts of the machine."""
    os.environ.pop("FONTCONFIG_FILE", None)
    import weasyprint  # noqa: PLC0415 - it chooses its fonts when it is imported

    _answer(pipe, lambda page: weasyprint.HTML(string=page).write_pdf())


def ours(pipe: Connection) -> None:
    """The way of the app's render processes."""
    from web.paper.press.render_process import make_pdf  # noqa: PLC0415 - as above

    gc.disable()
    _answer(pipe, make_pdf)


def _answer(pipe: Connection, make: Callable[[str], bytes]) -> None:
    """For each page: seconds, and kilobytes that this process holds afterwards."""
    while True:
        try:
            page = pipe.recv()
        except EOFError:
            return
        begun = time.perf_counter()
        make(page)
        seconds = time.perf_counter() - begun
        gc.collect()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        pipe.send((seconds, pages * os.sysconf("SC_PAGE_SIZE") // KB))


class Way:
    """One of the two ways in a process of its own."""

    def __init__(self, way: Callable[[Connection], None]) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        context.Process(target=way, args=(theirs,), daemon=True).start()
        theirs.close()

    def __call__(self, page: str) -> tuple[float, int]:
        self._pipe.send(page)
        answer: tuple[float, int] = self._pipe.recv()
        return answer


def lives(most: int) -> Iterator[dict[str, object]]:
    """The cases of the tests, those with a budget first."""
    found = [
        tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        for path in sorted((ROOT / "tests/cases").glob("*.toml"))
    ]
    found.sort(key=lambda case: "budget" not in case)
    yield from found[:most]


def pages_of(most: int) -> list[Pages]:
    """The same reports as the ordinary result page, as the sheet with its style inside, and as the sheet."""
    app = create_app()
    library = app.extensions["itid_library"]
    setting = Setting(library, DAY, "0127", tuple(app.extensions["languages"].by_code))
    style = re.sub(r"@font-face\s*{[^}]*}", "", (ROOT / "static/style.css").read_text(encoding="utf-8"))
    sheet_style = (ROOT / "static/sheet.css").read_text(encoding="utf-8")
    both = []
    for case in lives(most):
        case_given = parse_case({"municipality": "0127", **case}, setting).case
        report = paper_report(library, case_given, DAY)
        with app.test_request_context("/sv/resultat"):
            g.language = app.extensions["languages"].by_code["sv"]
            page = result_page(case_given, Visit())
            page = re.sub(r"<link[^>]*>|<script[^>]*></script>", "", page).replace(
                "</head>", f"<style>{style}</style></head>"
            )
            sheet = sheet_html(report)
            both.append((page, sheet.replace("</head>", f"<style>{sheet_style}</style></head>"), sheet))
    return both


def against_plain(pages: list[Pages], rounds: int) -> None:
    """One sheet of two pages, in turns."""
    first, second = Way(plain), Way(ours)
    page, sheet_with_style, sheet = pages[0]
    tries = {
        "sheet, plain": (first, sheet_with_style),
        "sheet, ours": (second, sheet),
        "first release, plain": (first, FIRST_RELEASE.read_text(encoding="utf-8")),
        "result page, plain": (first, page),
    }
    times: dict[str, list[float]] = {name: [] for name in tries}
    for turn in range(rounds + WARMING):
        for name, (way, what) in tries.items():
            seconds, _ = way(what)
            if turn >= WARMING:
                times[name].append(seconds)
    medians = {name: statistics.median(each) for name, each in times.items()}
    print(f"One sheet with its budget, medians of {rounds} in turns (aim: at most {AIM})")
    against = ("sheet, plain", "result page, plain", "first release, plain")
    print(f"  {'':22} {'to the sheet, plain':>20} {'to the page, plain':>20} {'to the first, plain':>20}")
    for name, median in medians.items():
        ratios = " ".join(f"{median / medians[other]:20.2f}" for other in against)
        print(f"  {name:22} {ratios}   {median * MILLI:6.0f} ms")


def memory(pages: list[Pages], renders: int) -> None:
    """What each render leaves behind, after the first twenty."""
    print(f"\nMemory that a render leaves behind, over {renders} renders")
    for name, way, which, times in (("sheet, ours", ours, 2, renders), ("sheet, plain", plain, 1, renders)):
        run = Way(way)
        held = [run(pages[turn % len(pages)][which])[1] for turn in range(times + 20)]
        print(f"  {name:22} {(held[-1] - held[19]) / times:7.1f} kB   {held[-1] // KB} MB at the end")


def thirty(pages: list[Pages], processes: int) -> None:
    """As many different sheets at once as a class has pupils, while somebody else opens a form page."""
    app = create_app()
    renderers = Renderers(processes)
    renderers.ready(30)
    alone = _timed(lambda: renderers.render(pages[0][2]))
    for *_, sheet in pages[:4]:
        renderers.render(sheet)
    alone = min(alone, _timed(lambda: renderers.render(pages[0][2])))
    quiet = _form_page(app, lambda: False, at_least=200)
    waits: list[float] = []
    begun = time.perf_counter()

    def pupil(sheet: str) -> None:
        renderers.render(sheet)
        waits.append(time.perf_counter() - begun)

    threads = [threading.Thread(target=pupil, args=(sheet,)) for *_, sheet in pages[:30]]
    for thread in threads:
        thread.start()
    busy = _form_page(app, lambda: any(thread.is_alive() for thread in threads), at_least=1)
    for thread in threads:
        thread.join()
    renderers.close()
    print(f"\n{len(threads)} different sheets at once, {processes} render processes")
    print(f"  last user              {max(waits):5.2f} s = {max(waits) / alone:4.1f} times one sheet alone")
    print(
        f"  a form page, p95       {busy * MILLI:5.1f} ms = {busy / quiet:4.1f} times that of a quiet moment "
        f"({quiet * MILLI:.1f} ms)"
    )


def print_job(few: int, many: int) -> None:
    """The same command for few and for many sheets, each in a process of its own: seconds, and memory at its peak."""
    measured = {}
    for number in (few, many):
        with tempfile.TemporaryDirectory() as folder:
            cases = Path(folder) / "cases.jsonl"
            cases.write_text("".join(json.dumps(case) + "\n" for case in islice(cycle(lives(30)), number)))
            command = [sys.executable, "-m", "flask", "--app", "app", "print-set"]
            command += [f"{folder}/out.pdf", "--cases", str(cases)]
            begun = time.perf_counter()
            child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
            _, status, used = os.wait4(child.pid, 0)
            if status:
                raise SystemExit("print-set failed")
            measured[number] = time.perf_counter() - begun, used.ru_maxrss // KB
    (_, small), (seconds, large) = measured[few], measured[many]
    print(f"\nOne print job of {many} sheets")
    print(f"  {seconds:.1f} s; memory at its peak {large} MB = {large / small:.2f} times that of {few} sheets")


def _timed(do: Callable[[], object]) -> float:
    begun, _ = time.perf_counter(), do()
    return time.perf_counter() - begun


def _form_page(app: Flask, going_on: Callable[[], bool], at_least: int) -> float:
    """The 95th percentile of opening a form page, again and again."""
    client, times = app.test_client(), list[float]()
    while going_on() or len(times) < at_least:
        times.append(_timed(lambda: client.get("/sv/koll/", base_url="https://localhost")))
        time.sleep(0.005)
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--renders", type=int, default=200, help="for the measurement of memory; 0 leaves it out")
    for name, usual in (("--rounds", 30), ("--processes", 2)):
        parser.add_argument(name, type=int, default=usual)
    parser.add_argument("--pages", action="store_true", help="measure the pages of eight lives on a phone instead")
    asked = parser.parse_args()
    if asked.pages:
        return pages_on_a_phone()
    pages = pages_of(30)
    against_plain(pages, asked.rounds)
    thirty(pages, asked.processes)
    print_job(20, 200)
    if asked.renders:
        memory(pages, asked.renders)


if __name__ == "__main__":
    main()
