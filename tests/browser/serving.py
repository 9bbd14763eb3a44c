"""Gunicorn on a socket of the tests' own: the address stays when the server is stopped and started again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_START = 60
OF_THE_CALLER = ("ITID_", "FLASK_", "SECRET_KEY", "DATABASE_URL")
OPTIONS = "--worker-class gthread --workers 1 --threads 96 --no-control-socket --access-logfile -".split()
EVERYTHING = '%(t)s "%(r)s" %(s)s "%(f)s" "%(a)s"'
"""More than script/server logs: the whole address, the referrer and the browser, so that a test sees what was sent."""


class Server:
    """The app behind gunicorn. The socket is ours from the start, so that no other process can take its port."""

    options = (*OPTIONS, "--access-logformat", EVERYTHING)

    def __init__(self, listening: socket.socket, factory: str, folder: Path, settings: dict[str, str]) -> None:
        self.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        self._listening, self._factory, self._path = listening, factory, folder / "log"
        self._settings = {"DATABASE_URL": f"sqlite:///{folder / 'class.sqlite3'}", **settings}

    def start(self) -> Self:
        """Start, and wait for the first answer. The socket already listens: it comes as soon as the app is there."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OF_THE_CALLER)}
        options = [*self.options, "--bind", f"fd://{self._listening.fileno()}"]
        with self._path.open("ab") as out:
            self._running = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", *options, f"tests.browser.served:{self._factory}"],
                cwd=ROOT,
                env={**kept, **self._settings},
                stdout=out,
                stderr=subprocess.STDOUT,
                pass_fds=[self._listening.fileno()],
                start_new_session=True,
            )
        try:
            with urllib.request.urlopen(f"{self.address}/sv/", timeout=LONGEST_START):  # noqa: S310 - our own server
                return self
        except (urllib.error.URLError, OSError) as error:
            self.stop()
            pytest.fail(f"the server did not start: {error}\n{self.log()}")

    def stop(self) -> None:
        """Stop as an operator does."""
        self._running.terminate()
        self._running.wait()

    def kill(self) -> None:
        """End every process of it at once, as a crash does."""
        os.killpg(self._running.pid, signal.SIGKILL)
        self._running.wait()

    def log(self) -> str:
        """Everything it has said, with a line for each request."""
        return self._path.read_text(encoding="utf-8", errors="replace")


@contextmanager
def serving(factory: str, folder: Path, **settings: str) -> Iterator[Server]:
    """The app as `factory` of served.py makes it, with a database and a log in this folder."""
    with (
        socket.create_server(("127.0.0.1", 0)) as listening,
        tempfile.TemporaryDirectory(prefix="itid-tests-", dir="/dev/shm") as live,
    ):
        server = Server(listening, factory, folder, {"ITID_LIVE": live, **settings}).start()
        try:
            yield server
        finally:
            server.stop()
