"""The app as the service manager starts it: nothing to write to, no rights, no code made in memory."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.test_size_limits import own_files

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("advice", "calculator", "classroom", "content", "questionnaire", "report", "static", "templates", "web")
LONGEST_START = 60
HARDENED = """
import ctypes, os, sys
PR_SET_MDWE, REFUSE = 65, 1
ctypes.CDLL(None).prctl(PR_SET_MDWE, REFUSE, 0, 0, 0)  # older kernels do not know it: then the rest is tried
os.execv(sys.argv[1], sys.argv[1:])
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The app without its tests, with its catalogues made; nothing of it can be written to."""
    folder = tmp_path_factory.mktemp("installed")
    for name in own_files():
        if name.parts[0] in (*NEEDED, "translations") or name.name == "app.py":
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    for made in (ROOT / "translations").glob("*/LC_MESSAGES/*.mo"):
        shutil.copy(made, folder / made.relative_to(ROOT))
    everything = [folder, *folder.rglob("*")]
    for one in everything:
        one.chmod(one.stat().st_mode & ~0o222)
    yield folder
    for one in everything:
        one.chmod(one.stat().st_mode | 0o200)


@pytest.fixture(scope="module")
def port(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("state")
    key = folder / "key"
    key.write_text("k" * 40)
    key.chmod(0o400)
    for name in ("tmp", "live"):
        (folder / name).mkdir(mode=0o700)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.set_inheritable(True)
        serving = subprocess.Popen(
            [
                *without_rights(), sys.executable, "-c", HARDENED, sys.executable, "-m", "gunicorn",
                "--bind", f"fd://{listening.fileno()}", "--worker-class", "gthread", "--threads", "8",
                "--no-control-socket", "--worker-tmp-dir", str(folder / "live"), "app:create_app()",
            ],
            cwd=installed, pass_fds=[listening.fileno()], start_new_session=True,
            env={
                "PATH": os.environ["PATH"], "TMPDIR": str(folder / "tmp"), "PYTHONDONTWRITEBYTECODE": "1",
                "SECRET_KEY_FILE": str(key), "DATABASE_URL": f"sqlite:///{folder}/class.sqlite3",
                "ITID_LIVE": str(folder / "live"), "ITID_HOSTS": "localhost", "ITID_ENV": "production",
            },
        )  # fmt: skip
        try:
            yield listening.getsockname()[1]
        finally:
            os.killpg(serving.pid, signal.SIGTERM)
            assert serving.wait(30) == 0


def without_rights() -> list[str]:
    """An administrator without any capability is held by the modes of files, as everybody is."""
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs"] if os.geteuid() == 0 else []


def got(port: int, path: str) -> tuple[int, bytes]:
    until = time.monotonic() + LONGEST_START
    while True:
        asking = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST_START)
        try:
            asking.request("GET", path, headers={"Host": "localhost"})
            answer = asking.getresponse()
            return answer.status, answer.read()
        except OSError:
            assert time.monotonic() < until, "the app did not start"
        finally:
            asking.close()


def test_pages_and_sheets_come(port: int) -> None:
    assert got(port, "/sv/")[0] == 200
    assert got(port, "/halsa/redo") == (200, b"ok\n")
    status, sheet = got(port, "/sv/brev/reminder.pdf")
    assert status == 200 and sheet.startswith(b"%PDF-1.7")
    assert got(port, "/sv/klass/")[0] == 200


def test_nothing_was_written_into_the_project(port: int, installed: Path) -> None:
    got(port, "/sv/brev/reminder.pdf")
    names = {str(path.relative_to(installed)) for path in installed.rglob("*") if path.is_file()}
    assert not [name for name in names if "__pycache__" in name or ".cache" in name or ".data" in name]
    touched = subprocess.run([*without_rights(), "touch", str(installed / "x")], capture_output=True, check=False)
    assert touched.returncode != 0, "it could have been"
