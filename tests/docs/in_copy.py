"""Commands in a copy of the project, the pages it serves, and what somebody who follows a page does besides."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import polib

PAGES = """
import json, sys
from app import create_app
client = create_app().test_client()
opened = [client.get(path, base_url="https://localhost") for path in sys.argv[1:]]
print(json.dumps([[page.status_code, page.text] for page in opened]))
"""


def run(folder: Path, *arguments: str, given: str = "", **settings: str) -> str:
    """Python in the copy, with nothing set but what is named; its output."""
    return typed(folder, sys.executable, *arguments, given=given, PYTHONPATH=str(folder), **settings)


def typed(folder: Path, *command: str, given: str = "", **settings: str) -> str:
    """A command in the copy; its output. It has to end well."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1", **settings},
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-6000:]
    return done.stdout


def flask(folder: Path, *arguments: str, given: object = None, **settings: str) -> str:
    return run(folder, "-m", "flask", "--app", "app", *arguments, given=json.dumps(given), **settings)


TERM = re.compile(r'<span lang="sv" dir="ltr" translate="no">([^<]*)</span>')


def opened(folder: Path, *paths: str, **settings: str) -> list[str]:
    """The pages at these addresses, without a visit, marks of where words may be parted, or those around terms."""
    answers: list[list[Any]] = json.loads(run(folder, "-c", PAGES, *paths, **settings))
    assert [status for status, _ in answers] == [200] * len(paths)
    return [TERM.sub(r"\1", text.replace("\u00ad", "")) for _, text in answers]


def translate(catalogue: Path, said: Callable[[str], str]) -> None:
    """Write what somebody says for each word that is not translated yet."""
    path = catalogue / "LC_MESSAGES" / "messages.po"
    file = polib.pofile(str(path), wrapwidth=0)
    for entry in file.untranslated_entries():
        if not entry.msgid_plural:
            entry.msgstr = said(entry.msgid)
    file.save(str(path))


def linked_venv(folder: Path) -> None:
    """Give the copy a `.venv` that leads to the packages of this one, with what the scripts want to find in it."""
    here, venv = Path(sys.prefix), folder / ".venv"
    venv.mkdir()
    for part in ("bin", "lib"):
        (venv / part).symlink_to(here / part)
    settings = (here / "pyvenv.cfg").read_text("utf-8")
    (venv / "pyvenv.cfg").write_text(f"{settings}command = python -m venv {venv}\n", encoding="utf-8")
    version = ".".join(map(str, sys.version_info[:3]))
    for name in ("requirements", "requirements-dev"):
        digest = sha256((folder / f"{name}.txt").read_bytes()).hexdigest()
        (venv / f"installed-{name}").write_text(f"Python {version} {digest}  -", encoding="utf-8")
