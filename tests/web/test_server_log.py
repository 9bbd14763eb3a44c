"""The log that script/server and docs/operate.md recommend, written by a real gunicorn: nobody can be told by it."""

from __future__ import annotations

import re
import shlex
import socket
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.serving import ROOT, Server
from tests.docs.pages_read import commands

pytestmark = pytest.mark.slow
LINE = re.compile(r"\[\d\d/\w{3}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] [A-Z]+ \d{3} \d+ms")
TYPED = [
    b"GET /sv/%0a[27/Nov/2026:21:00:00%20+0000]%20GET%20500%201ms HTTP/1.1",
    b"GET /sv/%1b[31mred%1b[0m HTTP/1.1",
    b"GET /sv/koll/answered?name=Kajsa HTTP/1.1",
    b"GET /sv/brev/eviction HTTP/1.1",
    b"GET /sv/\x1b[31mraw HTTP/1.1",
    b"K\x1b[31mAJSA /sv/ HTTP/1.1",
    b"Kajsas hemlighet",
    b"GET /sv/ HTTP/Kajsa",
    b"GET /sv/ HTTP/1.1\r\nKajsa\x1b[31m: x",
    b"GET /sv/ HTTP/1.1\r\nTransfer-Encoding: Kajsa",
]


def recommended() -> tuple[list[str], list[str]]:
    """The options as script/server gives them, and as the line for a service manager in docs/operate.md does."""
    script = (ROOT / "script" / "server").read_text("utf-8")
    block = re.search(r"^options=\((.*?)^\)", script, re.MULTILINE | re.DOTALL)
    assert block is not None
    given = shlex.split(block[1], comments=True)
    told = next(words for words in commands(ROOT / "docs" / "operate.md") if words[0].endswith("gunicorn"))[1:-1]
    return without_place(given), without_place(told)


def without_place(options: list[str]) -> list[str]:
    """Without where to listen and where its own files lie, which are the machine's."""
    names = ("--bind", "--worker-tmp-dir")
    return [one for at, one in enumerate(options) if one not in names and options[max(at - 1, 0)] not in names]


def test_both_recommend_the_same() -> None:
    given, told = recommended()
    assert given == told


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(listening, "served()", tmp_path, {"ELSEWHERE": "https://www.smhi.se/"})
        server.options = tuple(recommended()[0])
        server.start()
        yield server
        server.stop()


def send(address: str, first: bytes) -> bytes:
    """Send a request as it is, and read the answer."""
    to = urlsplit(address)
    with socket.create_connection((to.hostname or "", to.port or 0), timeout=10) as line:
        line.sendall(first + b"\r\nHost: localhost\r\nReferer: https://localhost/Kajsa\r\nConnection: close\r\n\r\n")
        return line.recv(200)


def test_what_is_typed_reaches_no_log(served: Server) -> None:
    started = len(served.log().splitlines())
    for first in TYPED:
        assert send(served.address, first).startswith(b"HTTP/1.1 ")
    urllib.request.urlopen(f"{served.address}/sv/kontakter").close()  # noqa: S310 - our own server
    served.stop()
    lines = served.log().splitlines()[started - 1 :]
    served.start()

    said = "\n".join(lines)
    assert not [sign for sign in said if sign != "\n" and ord(sign) < ord(" ")]
    for told in ("Kajsa", "AJSA", "red", "koll", "eviction", "kontakter", "127.0.0.1", "%0a", "Mozilla", "Python"):
        assert told not in said, told
    requests = [line for line in lines if LINE.fullmatch(line)]
    assert len(requests) >= len([one for one in TYPED if b"HTTP/1.1" in one and b"raw" not in one]) - 3
    others = [line for line in lines if line not in requests and "[INFO]" not in line]
    assert all("a request that is not proper HTTP was refused" in line for line in others), others
    assert others


def test_the_form_of_a_line_has_neither_path_nor_size() -> None:
    options = recommended()[0]
    form = options[options.index("--access-logformat") + 1]
    assert set(re.findall(r"%\((\S+?)\)s", form)) == {"t", "m", "s", "M"}
