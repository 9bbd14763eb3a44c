"""A PostgreSQL server of the tests' own: made in a folder that goes again, and reached through a socket in that folder.

with running_server() as server, server.database() as address:
    store = Store(address)
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

DEBIAN = Path("/usr/lib/postgresql")
USER = "itid"
NOT_ROOT = "postgres"
"""PostgreSQL refuses to run as root. Debian's package makes this user."""
# What is lost when the machine stops matters to nobody here.
HASTY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")


@dataclass(frozen=True)
class Server:
    """A server that runs; `folder` holds its socket."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    @contextmanager
    def database(self) -> Iterator[str]:
        """The address of a new and empty database, which goes again at the end."""
        name = f"test_{next(self._numbers)}"
        self._order(f"CREATE DATABASE {name}")
        try:
            yield f"postgresql+psycopg://{USER}@/{name}?host={self.folder}"
        finally:
            self._order(f"DROP DATABASE {name} WITH (FORCE)")

    def _order(self, words: str) -> None:
        with psycopg.connect(host=str(self.folder), user=USER, dbname="postgres", autocommit=True) as connection:
            connection.execute(words.encode())


@contextmanager
def running_server() -> Iterator[Server]:
    """Every call starts a server of its own, so that test processes beside each other never meet."""
    programs = _programs()
    # Not in pytest's folder: that is closed to other users, and a socket's path must be short.
    folder = Path(tempfile.mkdtemp(prefix="itid-postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, NOT_ROOT)
        data, log = folder / "data", folder / "log"
        made_for_it = f"--username={USER} --auth=trust --encoding=UTF8 --no-locale --no-sync"
        _run(folder, programs / "initdb", "-D", data, *made_for_it.split())
        options = " ".join(f"-c {option}" for option in (*HASTY, f"unix_socket_directories={folder}"))
        control = (programs / "pg_ctl", "-D", data, "-w")
        _run(folder, *control, "-l", log, "-o", options, "start")
        try:
            yield Server(folder)
        finally:
            _run(folder, *control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _programs() -> Path:
    """The newest version's folder: Debian has these two programs in no PATH."""
    found = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda program: int(program.parts[-3]))
    if not found:
        raise FileNotFoundError(f"there is no {DEBIAN}/*/bin/initdb: script/test without --quick installs postgresql")
    return found[-1].parent


def _run(folder: Path, *command: Path | str) -> None:
    """As a user who is not root. What is said goes to a file: a server would hold a pipe open for ever."""
    runuser = shutil.which("runuser", path="/usr/sbin:/sbin:/usr/bin:/bin")
    as_user = [runuser or "runuser", "-u", NOT_ROOT, "--"] if os.geteuid() == 0 else []
    said = folder / "said"
    with said.open("wb") as out:
        ended = subprocess.run([*as_user, *command], cwd=folder, stdout=out, stderr=out, check=False)
    if ended.returncode:
        words = [path.read_text(errors="replace") for path in (said, folder / "log") if path.exists()]
        raise RuntimeError(f"{Path(command[0]).name} failed:\n" + "\n".join(words))
