"""The processes that make the sheets: they start late, work side by side, and come back when one dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from web.extensions import Busy
from web.paper.press.pdf import Renderers, RenderFailed, render_here

ROOT = Path(__file__).resolve().parents[3]
PAGE = '<html lang="sv"><head><title>Min månad</title></head><body><h1>{}</h1></body></html>'
LONG = PAGE.format("</h1>" + "<p>En rad till, och så en rad till.</p>" * 3000 + "<h1>Slut")


@pytest.fixture(scope="module")
def two() -> Iterator[Renderers]:
    renderers = Renderers(2)
    assert renderers.ready(30)
    yield renderers
    renderers.close()


def children() -> dict[int, str]:
    """The render processes of this one: number → its line in /proc."""
    found = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = status.read_text().rpartition(")")[2].split()
            command = (status.parent / "cmdline").read_text()
        except OSError:
            continue
        if int(after_name[1]) == os.getpid() and "web.paper.press.render_process" in command and after_name[0] != "Z":
            found[int(status.parent.name)] = " ".join(after_name)
    return found


def test_nothing_is_started_before_it_is_needed() -> None:
    before = set(children())
    renderers = Renderers(2)
    assert set(children()) == before
    renderers.close()


@pytest.mark.slow
def test_the_processes_are_ten_below_the_priority_of_this_one(two: Renderers) -> None:
    until = time.monotonic() + 10
    lower = str(min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10))
    while {line.split()[16] for line in children().values()} != {lower}:
        assert time.monotonic() < until, "one is not, long after its start"
        time.sleep(0.05)


def test_the_same_page_gives_the_same_bytes_in_every_process(two: Renderers) -> None:
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(two.render(PAGE.format("Hej")))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 6 and set(made) == {render_here(PAGE.format("Hej"))}


def test_each_asker_gets_the_own_page(two: Renderers) -> None:
    asked = [PAGE.format("ord " * number) for number in range(1, 9)]
    got: dict[str, bytes] = {}
    threads = [threading.Thread(target=lambda page=page: got.update({page: two.render(page)})) for page in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(got[page] == render_here(page) for page in asked)


@pytest.mark.slow
def test_a_killed_process_is_replaced(two: Renderers) -> None:
    for number in children():
        os.kill(number, signal.SIGKILL)
    assert two.render(PAGE.format("Efter")).startswith(b"%PDF")


@pytest.mark.slow
def test_a_process_killed_in_the_middle_gets_one_successor() -> None:
    others = set(children())
    renderers = Renderers(1)
    assert renderers.ready(30)
    (number,) = set(children()) - others
    threading.Timer(0.3, os.kill, (number, signal.SIGKILL)).start()
    assert renderers.render(LONG).startswith(b"%PDF")
    assert number not in children()
    renderers.close()


@pytest.mark.slow
def test_who_waits_too_long_is_asked_to_come_back() -> None:
    renderers = Renderers(1, patience=0.1)
    assert renderers.ready(30)
    first = threading.Thread(target=renderers.render, args=(LONG,))
    first.start()
    time.sleep(0.1)
    with pytest.raises(Busy):
        renderers.render(PAGE.format("Hej"))
    first.join()
    assert renderers.render(PAGE.format("Hej")).startswith(b"%PDF"), "and is served the next time"
    renderers.close()


@pytest.mark.slow
def test_a_process_is_renewed_after_its_share() -> None:
    others = set(children())
    renderers = Renderers(1, sheets_per_process=2)
    seen = set()
    for _ in range(3):
        renderers.render(PAGE.format("Hej"))
        seen |= set(children()) - others
    assert len(seen) == 2
    renderers.close()


def test_a_foreign_address_stops_the_sheet_and_not_the_process(two: Renderers) -> None:
    for foreign in (
        '<img src="https://example.org/a.png">',
        '<img src="file:///etc/passwd">',
        '<link rel="stylesheet" href="http://127.0.0.1:9/a.css">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<p style="background: url(https://example.org/a.png)">Hej</p>',
    ):
        with pytest.raises(RenderFailed, match=r"^ForeignAddress$"):
            two.render(PAGE.format("Hej</h1>" + foreign + "<h1>"))
    assert two.render(PAGE.format("Hej")).startswith(b"%PDF")


@pytest.mark.slow
def test_two_apps_in_one_process_do_not_disturb_each_other(two: Renderers) -> None:
    other = Renderers(1)
    assert other.render(PAGE.format("Hej")) == two.render(PAGE.format("Hej"))
    other.close()
    assert two.ready()


@pytest.mark.slow
def test_after_the_end_nothing_is_started_again() -> None:
    others = set(children())
    renderers = Renderers(1)
    renderers.render(PAGE.format("Hej"))
    renderers.close()
    assert set(children()) == others
    with pytest.raises(Busy):
        renderers.render(PAGE.format("Hej"))


@pytest.mark.slow
@pytest.mark.parametrize("end", ["sys.exit()", "os.kill(os.getpid(), 9)"])
def test_a_server_that_ends_takes_its_processes_along(end: str) -> None:
    script = (
        "import os, sys; from web.paper.press.pdf import Renderers; r = Renderers(1);"
        "r.render('<html><title>x</title>');"
        f"print(r._workers[0]._process.pid, flush=True); {end}"
    )
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    number = int(done.stdout)
    while (
        Path(f"/proc/{number}/cmdline").exists() and b"render_process" in Path(f"/proc/{number}/cmdline").read_bytes()
    ):
        assert time.monotonic() - begun < 20, "the render process outlives its server"
        time.sleep(0.05)


@pytest.mark.slow
def test_the_server_itself_never_imports_weasyprint() -> None:
    script = "import sys, app; app.create_app(); sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, timeout=60, check=False).returncode == 0


def test_the_render_process_is_told_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "not for a render process")
    others = set(children())
    renderers = Renderers(1)
    renderers.render(PAGE.format("Hej"))
    (number,) = set(children()) - others
    assert b"SECRET_KEY" not in Path(f"/proc/{number}/environ").read_bytes()
    renderers.close()


def test_a_drawing_is_the_same_the_first_time_and_later() -> None:
    """Else a sheet could tell what its process had made before."""
    renderers = Renderers(1)
    page = PAGE.format('</h1><div class="step p-home">x</div><h1>y')
    first, again = renderers.render(page), renderers.render(page)
    renderers.close()
    assert first == again and len(first) > len(without_drawing(page))


def without_drawing(page: str) -> bytes:
    """The same page without its drawing."""
    return render_here(page.replace(" p-home", ""))
