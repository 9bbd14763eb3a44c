"""Debian's nginx with deploy/nginx/itid.conf, and what could go wrong before the app: large, slow, foreign, gone."""

from __future__ import annotations

import http.client
import os
import random
import re
import signal
import sqlite3
import ssl
import string
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from report.library import Library
from tests.browser.serving import ROOT
from tests.real_content.test_longest_visit import longest_visit
from tests.web.proxied import NAME, Behind, Line, asked, free_port, nginx_running, read
from web.session.cookie import LARGEST, PURPOSE
from web.session.encryption import Encrypted

pytestmark = pytest.mark.slow
KEY = "the-key-of-the-app-behind-nginx-in-the-tests"
TOKEN = "f" * 40
MEMORY = Path("/dev/shm")  # noqa: S108 - where the tests have their live stores
BEGAN = time.time()
LONGEST_BESIDE_SLOW_ONES = 0.5 * 10
"""Seconds: what is promised, and ten times that for a machine that does much else."""
PAGES = ["", "koll/", "koll/svar", "kontakter", "resultat", "resultat/ta-med", "budget/home", "rensa", "resultat.pdf"]


@pytest.fixture(scope="module")
def largest(library: Library) -> str:
    """A cookie as long as a visit's may be, give or take a letter: what was typed for sums packs badly."""
    encrypted, draw = Encrypted([KEY], 7200, 43200, PURPOSE), random.Random(1)  # noqa: S311 - no secret
    visit, typed = longest_visit(library, 1), ""
    while True:
        typed += draw.choice(string.ascii_letters)
        longer = encrypted.encrypt(
            {"csrf_token": TOKEN, "visit": {**visit, "sums": {"loan": {"amount": typed}}}}, BEGAN
        )
        if len(longer) > LARGEST - 2:
            return longer
        assert len(typed) < LARGEST


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    settings = {"SECRET_KEY": KEY, "ITID_PROXIES": "1", "ELSEWHERE": "https://www.smhi.se/"}
    with nginx_running(tmp_path_factory.mktemp("nginx"), settings) as running:
        yield running


@pytest.fixture
def nginx(behind: Behind) -> int:
    """The port that nginx answers on."""
    return behind.port


def test_the_visit_is_as_large_as_it_may_be(largest: str) -> None:
    assert LARGEST - 2 < len(largest) <= LARGEST


@pytest.mark.parametrize("path", PAGES)
def test_the_largest_visit_meets_every_page(nginx: int, largest: str, path: str) -> None:
    answer = asked(nginx, f"/sv/{path}", largest)

    assert answer.status == 200
    kept = answer.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
    assert len(kept) > LARGEST - 100, "the visit was not opened"


def test_the_largest_visit_can_leave(nginx: int, largest: str) -> None:
    answer = asked(nginx, "/sv/lamna", largest)
    assert (answer.status, urlsplit(answer.headers["Location"]).hostname) == (303, "www.smhi.se")


def test_a6_an_address_is_told_for_a_class_and_kept_nowhere(nginx: int) -> None:
    """Thirteen wrong codes of thirteen browsers: counted for their source, by a key that is no address."""
    for path, told in (("/sv/klass/?kod=LIMATOSA", True), ("/sv/kontakter?kod=LIMATOSA", False)):
        with closing(Line(nginx)) as line:
            before = counted()
            line.request("GET", path, headers={"Host": NAME, "X-Forwarded-For": "192.0.2.77"})
            line.getresponse().read()
            new = counted() - before
        assert any("/150/" in key for key in new) is told, new
        assert not [key for key in new if "127.0.0.1" in key or "192.0.2" in key]


def counted() -> set[str]:
    """The keys in every live store of these tests."""
    found: set[str] = set()
    for path in MEMORY.glob("itid-tests-*/itid-live-*/live-*.sqlite3"):
        with closing(sqlite3.connect(path)) as connection:
            found |= {key for (key,) in connection.execute("SELECT key FROM counted")}
    return found


def test_what_is_too_large_meets_a_swedish_page(nginx: int) -> None:
    answer, page_text = read(nginx, "POST", "/sv/oppna", {"Host": NAME}, b"x" * 65_537)
    assert answer.status == 413
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Det du skickade är för stort" in page_text and "08-530 610 00" in page_text


def test_what_may_be_sent_reaches_the_app(nginx: int) -> None:
    assert read(nginx, "POST", "/sv/oppna", {"Host": NAME}, b"x" * 65_536)[0].status != 413


def test_another_host_is_refused(behind: Behind) -> None:
    with pytest.raises(http.client.RemoteDisconnected):
        asked(behind.port, "/sv/", host="evil.example")
    with closing(Line(behind.port, "evil.example")) as line, pytest.raises(ssl.SSLError):
        line.request("GET", "/sv/")
    with closing(http.client.HTTPConnection("127.0.0.1", behind.plain, timeout=10)) as line:
        line.request("GET", "/sv/", headers={"Host": "evil.example"})
        with pytest.raises(http.client.RemoteDisconnected):
            line.getresponse()


def test_plain_http_leads_to_https(behind: Behind) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", behind.plain, timeout=10)) as line:
        line.request("GET", "/sv/kontakter", headers={"Host": NAME})
        answer = line.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{NAME}/sv/kontakter")


@pytest.mark.parametrize("path", ["/halsa/live", "/halsa/redo", "/%68alsa/redo", "/felsidor/502.html"])
def test_what_is_for_the_machine_itself_is_closed(nginx: int, path: str) -> None:
    assert asked(nginx, path).status == 404


def test_an_hundred_who_never_finish_stop_nobody(nginx: int) -> None:
    with ExitStack() as open_ones:
        for _ in range(100):
            line = open_ones.enter_context(closing(Line(nginx)))
            line.connect()
            line.sock.sendall(b"GET /sv/ HTTP/1.1\r\nHost: ")
        began = time.monotonic()
        assert asked(nginx, "/sv/").status == 200
        assert time.monotonic() - began < LONGEST_BESIDE_SLOW_ONES


def test_a_class_behind_one_address_is_let_through(nginx: int) -> None:
    """Two hundred pages in one go, as of thirty pupils."""
    with closing(Line(nginx)) as line:
        states = [_robots(line) for _ in range(200)]
    assert set(states) == {200}


def _robots(line: Line) -> int:
    line.request("GET", "/robots.txt", headers={"Host": NAME})
    answer = line.getresponse()
    answer.read()
    return answer.status


def test_the_log_has_the_hour_and_the_status(behind: Behind) -> None:
    asked(behind.port, "/sv/brev/eviction?namn=1%0a2")
    lines = (behind.folder / "asked.log").read_text("utf-8").splitlines()
    assert lines and not [one for one in lines if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d \d{3}", one)]


@pytest.mark.parametrize("status", [413, 429, 502, 504])
def test_each_page_of_faults_has_the_numbers_to_call(library: Library, status: int) -> None:
    page_text = (ROOT / "deploy" / "nginx" / "errors" / f"{status}.html").read_text("utf-8")
    numbers = {one.phone for one in library.advice.directories["0127"].by_id.values() if one.phone}
    shown = re.findall(r'<a href="tel:([+\d]+)">([\d -]+)</a>', page_text)
    assert [words for _, words in shown] == ["112", "1177", "90101", "08-530 610 00"]
    assert {words for _, words in shown} <= numbers
    for link, words in shown:
        digits = re.sub(r"\D", "", words)
        assert link == (f"+46{digits[1:]}" if digits.startswith("0") else digits)


def test_when_the_app_is_gone_a_page_says_so(behind: Behind) -> None:
    """The last one: the socket is the test's own and stays open, so the app is closed with it."""
    gone = (
        (behind.folder / "nginx.conf").read_text("utf-8").replace(behind.app.address, f"http://127.0.0.1:{free_port()}")
    )
    (behind.folder / "nginx.conf").write_text(gone, "utf-8")
    os.kill(int((behind.folder / "pid").read_text()), signal.SIGHUP)
    until = time.monotonic() + 20
    while (answered := read(behind.port, "GET", "/sv/", {"Host": NAME}))[0].status == 200 and time.monotonic() < until:
        time.sleep(0.2)
    answer, page_text = answered
    assert answer.status == 502
    assert "Sidan är stängd en stund" in page_text and 'href="tel:112"' in page_text
    assert answer.headers["Cache-Control"] == "no-store"
