"""A real server, Debian's Chromium, and a walk through the app that looks at every page it comes to."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.coming import with_days_to_come
from tests.browser.kiosk_screen import KEY
from tests.browser.serving import serving
from tests.browser.walk import Places, Walk, walking

HERE = Path(__file__).parent
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
    with serving("served()", tmp_path_factory.mktemp("server"), ELSEWHERE=elsewhere) as running:
        yield running.address, elsewhere


@pytest.fixture(scope="session")
def hasty_server(elsewhere: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """The address of an app where a visit ends after four seconds."""
    with serving("served(4)", tmp_path_factory.mktemp("hasty"), ELSEWHERE=elsewhere) as running:
        yield running.address, elsewhere


@pytest.fixture(scope="session")
def eventful_server(elsewhere: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """The address of an app with days to come, whose key the tests know."""
    folder = tmp_path_factory.mktemp("eventful")
    settings = {"SECRET_KEY": KEY, "ITID_MUNICIPALITIES": with_days_to_come(folder), "ELSEWHERE": elsewhere}
    with serving("served()", folder, **settings) as running:
        yield running.address, elsewhere


@pytest.fixture
def walk(browser: Browser, server: Places) -> Walking:
    """`with walk("sv") as visit:` a new browser at our door; what is wrong with its pages fails the test at the end."""
    return partial(walking, browser, server)


@pytest.fixture
def hasty_walk(browser: Browser, hasty_server: Places) -> Walking:
    """The same where a visit ends after four seconds."""
    return partial(walking, browser, hasty_server)


@pytest.fixture
def screen(browser: Browser, eventful_server: Places) -> Walking:
    """`with screen() as visit:` a browser that may be made a kiosk, where there are days to come."""
    return partial(walking, browser, eventful_server)
