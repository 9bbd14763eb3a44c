"""A real server, Debian's Chromium, and a walk through the app that looks at every page it comes to."""

from __future__ import annotations

import http.server
import os
import shutil
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.walk import Places, Walk, walking

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
LONGEST_START = 60
OF_THE_CALLER = ("ITID_", "FLASK_", "SECRET_KEY", "DATABASE_URL")
Walking = Callable[..., AbstractContextManager[Walk]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this room needs Chromium."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium, that calls nobody by itself."""
    quiet = "background-networking component-update default-apps extensions quic sync".split()
    return {
        **browser_type_launch_args,
        # Going back meets the browser's memory of pages, as it does at home.
        "ignore_default_args": ["--disable-back-forward-cache"],
        "executable_path": shutil.which("chromium") or "/usr/bin/chromium",
        "args": ["--no-sandbox", "--disable-gpu", "--no-first-run", *(f"--disable-{name}" for name in quiet)],
    }


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """A page that says nothing, for those who leave."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>Elsewhere</title><link rel=icon href=data:,>")

    def log_message(self, *_: object) -> None:
        """Nothing to tell."""


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[str]:
    """The address that "Lämna snabbt" leads to here: of another host, so that nothing is shared with it."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://localhost:{running.server_port}/"
        running.shutdown()


@pytest.fixture(scope="session")
def server(elsewhere: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """The address of the app, on a port of its own."""
    yield from _serve("served()", elsewhere, tmp_path_factory.mktemp("server") / "log")


@pytest.fixture(scope="session")
def hasty_server(elsewhere: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """The address of an app where a visit ends after four seconds."""
    yield from _serve("served(4)", elsewhere, tmp_path_factory.mktemp("hasty") / "log")


@pytest.fixture
def walk(browser: Browser, server: Places) -> Walking:
    """`with walk("sv") as visit:` a new browser at our door; what is wrong with its pages fails the test at the end."""
    return partial(walking, browser, server)


@pytest.fixture
def hasty_walk(browser: Browser, hasty_server: Places) -> Walking:
    """The same where a visit ends after four seconds."""
    return partial(walking, browser, hasty_server)


def _serve(factory: str, exit_url: str, log: Path) -> Iterator[Places]:
    # The socket is ours from the start and handed over, so that no other process can take its port.
    with socket.create_server(("127.0.0.1", 0)) as listening, log.open("wb") as out:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OF_THE_CALLER)}
        options = ["--worker-class", "gthread", "--workers", "1", "--threads", "32", "--no-control-socket"]
        options += ["--bind", f"fd://{listening.fileno()}"]
        running = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", *options, f"tests.browser.served:{factory}"],
            cwd=ROOT,
            env={**kept, "ITID_EXIT_URL": exit_url},
            stdout=out,
            stderr=subprocess.STDOUT,
            pass_fds=[listening.fileno()],
        )
        try:
            _wait_for(address, log)
            yield address, exit_url
        finally:
            running.terminate()
            running.wait()


def _wait_for(address: str, log: Path) -> None:
    """The socket already listens: the first answer comes as soon as the app is there."""
    try:
        with urllib.request.urlopen(f"{address}/sv/", timeout=LONGEST_START):  # noqa: S310 - our own server
            pass
    except (urllib.error.URLError, OSError) as error:
        pytest.fail(f"the server did not start: {error}\n{log.read_text(encoding='utf-8', errors='replace')}")
