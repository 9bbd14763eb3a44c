"""Debian's nginx on ports of the tests' own, with deploy/nginx/itid.conf and the app behind it."""

from __future__ import annotations

import datetime
import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.browser.serving import ROOT, Server, serving

NAME = "itid.example.se"


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


def configuration(folder: Path, ports: tuple[int, int], app: str) -> str:
    """The file of the kit; only where it listens, logs, and where app, pages and certificate are, is this machine's."""
    shown = (ROOT / "deploy" / "nginx" / "itid.conf").read_text("utf-8")
    shown = re.sub(r"    listen \[::\][^;]+;\n", "", shown)
    for told, here in zip(("443", "80"), ports, strict=True):
        shown, count = re.subn(rf"listen {told}\b", f"listen 127.0.0.1:{here}", shown)
        assert count == 2, told
    pem, key = certificate(folder)
    places = {
        "/etc/ssl/itid.pem": str(pem),
        "/etc/ssl/itid.key": str(key),
        "/var/log/nginx/itid.log": str(folder / "asked.log"),
        "/srv/itid/current": str(ROOT),
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


@dataclass(frozen=True, slots=True)
class Behind:
    """nginx as it runs: its two ports, its folder, and the app behind it."""

    port: int
    plain: int
    folder: Path
    app: Server


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def nginx_running(folder: Path, settings: dict[str, str]) -> Iterator[Behind]:
    """nginx with the app behind it, until the block ends."""
    with serving("served()", folder, **settings) as app:
        ports = free_port(), free_port()
        (folder / "nginx.conf").write_text(configuration(folder, ports, app.address), "utf-8")
        program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/sbin") or "nginx"
        running = subprocess.Popen([program, "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")])
        try:
            _wait_for(ports[0], running)
            yield Behind(*ports, folder, app)
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


class Line(http.client.HTTPSConnection):
    """A connection to this machine that asks for the name of the certificate."""

    def __init__(self, port: int, name: str = NAME) -> None:
        self._trusting = ssl._create_unverified_context()  # noqa: S323 - the certificate is the test's own
        self._name = name
        super().__init__("127.0.0.1", port, timeout=60)

    def connect(self) -> None:
        self.sock = self._trusting.wrap_socket(
            socket.create_connection((self.host, self.port), timeout=60), server_hostname=self._name
        )


def asked(port: int, address: str, cookie: str = "", host: str = NAME) -> http.client.HTTPResponse:
    return read(port, "GET", address, {"Host": host, "Cookie": f"__Host-itid={cookie}"})[0]


def read(
    port: int, method: str, address: str, headers: dict[str, str], body: bytes | None = None
) -> tuple[http.client.HTTPResponse, str]:
    with closing(Line(port)) as line:
        line.request(method, address, body, headers)
        answer = line.getresponse()
        return answer, answer.read().decode("utf-8", "replace")
