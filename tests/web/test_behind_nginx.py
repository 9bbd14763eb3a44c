"""Debian's nginx with the block as it stands in docs/operate.md, and the largest visit that there is."""

from __future__ import annotations

import datetime
import http.client
import os
import random
import shutil
import socket
import sqlite3
import ssl
import string
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from report.library import Library
from tests.browser.serving import ROOT, serving
from tests.docs.pages_read import blocks
from tests.real_content.test_longest_visit import longest_visit
from web.session.cookie import LARGEST, PURPOSE
from web.session.encryption import Encrypted

pytestmark = pytest.mark.slow
KEY = "the-key-of-the-app-behind-nginx-in-the-tests"
NAME = "itid.example.se"
TOKEN = "f" * 40
MEMORY = Path("/dev/shm")  # noqa: S108 - where the tests have their live stores
BEGAN = time.time()
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


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate of our own and its key."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    paths = folder / "itid.pem", folder / "itid.key"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, *form))
    return paths


def configuration(folder: Path, port: int, app: str) -> str:
    """The block of the page; only where it listens, and where app and certificate are, is this machine's."""
    (shown,) = (block.code for block in blocks(ROOT / "docs" / "operate.md") if block.language == "nginx")
    pem, key = certificate(folder)
    places = {
        "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
        "/etc/ssl/itid.pem": str(pem),
        "/etc/ssl/itid.key": str(key),
        "http://127.0.0.1:8000": app,
    }
    for place, here in places.items():
        assert shown.count(place) == 1, place
        shown = shown.replace(place, here)
    temporary = " ".join(
        f"{one}_temp_path {folder / one};" for one in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    return f"{user} daemon off; pid {folder / 'pid'}; events {{}} http {{ {temporary}\n{shown} }}"


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port that nginx answers on, with the app behind it."""
    folder = tmp_path_factory.mktemp("nginx")
    settings = {"SECRET_KEY": KEY, "ITID_PROXIES": "1", "ELSEWHERE": "https://www.smhi.se/"}
    with serving("served()", folder, **settings) as app:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        (folder / "nginx.conf").write_text(configuration(folder, port, app.address), "utf-8")
        program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/sbin") or "nginx"
        running = subprocess.Popen([program, "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")])
        try:
            _wait_for(port, running)
            yield port
        finally:
            running.terminate()
            running.wait()


def _wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert running.poll() is None, "nginx did not start; its own words stand above"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("nginx does not answer")


def asked(port: int, address: str, cookie: str) -> http.client.HTTPResponse:
    trusting = ssl._create_unverified_context()  # noqa: S323 - the certificate is the test's own
    with closing(http.client.HTTPSConnection("127.0.0.1", port, context=trusting, timeout=60)) as line:
        line.request("GET", address, headers={"Host": NAME, "Cookie": f"__Host-itid={cookie}"})
        answer = line.getresponse()
        answer.read()
        return answer


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
    trusting = ssl._create_unverified_context()  # noqa: S323 - the certificate is the test's own
    for path, told in (("/sv/klass/?kod=LIMATOSA", True), ("/sv/kontakter?kod=LIMATOSA", False)):
        with closing(http.client.HTTPSConnection("127.0.0.1", nginx, context=trusting, timeout=60)) as line:
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
