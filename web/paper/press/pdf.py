"""A few processes of low priority that make the sheets, so that pages stay quick while a whole class prints.

Each process makes one PDF at a time; whoever comes when all are busy waits in line, and is asked to try again if it
takes too long, or at once where the line is full. A process that dies is replaced, and one that has made many is
renewed. Nothing is written to disk.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Sequence
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from flask import Response, current_app

from web.extensions import Busy
from web.paper.press.line import MOST_WAITING, Line

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 20.0
"""Seconds somebody waits in line before being asked to come back."""
LONGEST_RENDER = 20.0
LONGEST_START = 30.0
SHEETS_PER_PROCESS = 500
READY, DONE = b"R", b"P"
PASSED_ON = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "LD_LIBRARY_PATH",
    "TMPDIR",
    "FONTCONFIG_FILE",
    "PYTHONDONTWRITEBYTECODE",
)
"""What a render process is told of the environment: it needs no key and no other setting."""


class RenderFailed(Exception):
    """The sheet could not be made; the message names the kind of fault and nothing of what was in it."""


class _Lost(Exception):
    """The process ended before it answered; a new one may make the sheet."""


class _Worker:
    """One render process; started when it is first asked. Whoever took it out of the line is its only user."""

    def __init__(self, sheets: int) -> None:
        self._sheets = sheets
        self._made = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None
        self.closed = False
        self.greeted = False

    @property
    def up(self) -> bool:
        """Whether the process runs and has imported what it needs."""
        return self.greeted and self._process is not None and self._process.poll() is None

    def start(self) -> Connection:
        """Start the process if it does not run. Raises `_Lost` when it does not come up."""
        if self.closed:
            raise Busy
        if self._pipe is not None and self.up:
            return self._pipe
        self.stop()
        ours, theirs = Pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "web.paper.press.render_process", str(theirs.fileno())],
            cwd=ROOT,
            env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            start_new_session=True,  # Ctrl-C in the terminal is for the server, which ends its processes itself
        )
        theirs.close()
        self._pipe, self._made = ours, 0
        if self._received(LONGEST_START) != READY:
            raise _Lost
        self.greeted = True
        return ours

    def render(self, html: bytes) -> bytes:
        """The PDF. Raises `_Lost`, `RenderFailed`, or `Busy` where one sheet takes longer than any should."""
        pipe = self.start()
        try:
            pipe.send_bytes(html)
        except OSError:
            raise _Lost from None
        answer = self._received(LONGEST_RENDER)
        self._made += 1
        if self._made >= self._sheets:
            self.stop()
        if answer[:1] != DONE:
            raise RenderFailed(answer[1:].decode())
        return answer[1:]

    def stop(self) -> None:
        """End the process; what it was doing is lost, and nothing else is."""
        self.greeted = False
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if process is not None:
            process.kill()
            process.wait()
        if pipe is not None:
            pipe.close()

    def _received(self, seconds: float) -> bytes:
        pipe = self._pipe
        try:
            if pipe is None or not pipe.poll(seconds):
                self.stop()
                raise Busy
            return pipe.recv_bytes()
        except (EOFError, OSError, TypeError):
            # TypeError: the pipe was closed by `Renderers.close` while we waited.
            raise _Lost from None


class Renderers:
    """The processes of one app. Nothing is started before the first sheet, or `warm`, asks for it."""

    def __init__(
        self,
        processes: int = 2,
        *,
        patience: float = PATIENCE,
        sheets_per_process: int = SHEETS_PER_PROCESS,
        most_waiting: int = MOST_WAITING,
    ) -> None:
        self._workers = [_Worker(sheets_per_process) for _ in range(processes)]
        self._patience = patience
        self._line: Line[_Worker] = Line(self._workers, most_waiting)
        self._end = weakref.finalize(self, _stop_all, self._workers)

    def render(self, html: str, *, after_residents: bool = False) -> bytes:
        """The PDF of this page; with `after_residents` whoever waits for a sheet of their own goes first.

        Raises `Busy` after too long a wait, and at once where the line is full; and `RenderFailed`.
        """
        worker = self._line.take(self._patience, after_residents=after_residents)
        try:
            return _twice(worker, html.encode())
        finally:
            self._line.give_back(worker)

    def waiting(self) -> int:
        """How many wait for a process just now."""
        return self._line.waiting()

    def warm(self) -> None:
        """Start the processes in the background, so that the first sheet need not wait for them."""
        for _ in self._workers:
            threading.Thread(target=_warm_one, args=(self._line,), daemon=True).start()

    def ready(self, seconds: float = 5.0) -> bool:
        """Whether at least one process is up; starts them, and waits so long, when none is."""
        until = time.monotonic() + seconds
        if not any(worker.up for worker in self._workers):
            self.warm()
        while not (up := any(worker.up for worker in self._workers)) and time.monotonic() < until:
            time.sleep(0.05)
        return up

    def close(self) -> None:
        """End all processes at once; also done at exit, and when nobody holds this any more."""
        self._end()


def _twice(worker: _Worker, html: bytes) -> bytes:
    """A process that died, or was killed, gets one successor for the same sheet."""
    try:
        return worker.render(html)
    except _Lost:
        worker.stop()
    try:
        return worker.render(html)
    except _Lost:
        worker.stop()
        raise RenderFailed("the render process died twice") from None


def _warm_one(line: Line[_Worker]) -> None:
    """Start one process that nobody waits for. It holds no `Renderers`, which may end meanwhile."""
    worker = line.take_now()
    if worker is None:
        return
    try:
        worker.start()
    except (Busy, _Lost):
        worker.stop()
    finally:
        line.give_back(worker)


def _stop_all(workers: Sequence[_Worker]) -> None:
    for worker in workers:
        worker.closed = True
        worker.stop()


_HERE = threading.Lock()


def render_here(html: str) -> bytes:
    """The PDF, made in this process: for the command line, which makes one or a few. Raises `RenderFailed`."""
    from web.paper.press import render_process  # noqa: PLC0415 - half a second that no page needs

    with _HERE:
        try:
            return render_process.make_pdf(html)
        except Exception as error:
            raise RenderFailed(type(error).__name__) from error


def renderers() -> Renderers:
    """The processes that make this app's PDFs."""
    found: Renderers = current_app.extensions["itid_renderers"]
    return found


FILE_NAME = "budget.pdf"
"""Of a result and of a letter alike: it says nothing in a list of downloads on a shared device."""


def paper_answer(page: str, name: str = FILE_NAME) -> Response:
    """The page as a PDF, made for this visitor. Nothing of it is kept."""
    return pdf_answer(renderers().render(page), name)


def pdf_answer(pdf: bytes, name: str) -> Response:
    """The PDF, shown in the browser, and under that name where it is saved."""
    response = Response(pdf, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
