"""A room stays a room: no file that grows without end, and no drawer where everything is put."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 250
MOST_IN_A_ROOM = 12
SCRIPTS = {"script", ".ci"}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "lib", "shared"}


def own_files() -> list[Path]:
    """Every file, as seen from the root: what git keeps or would keep; without git, all but the caches."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0 and listed.stdout:
        names = [Path(name) for name in listed.stdout.split("\0") if name]
    else:
        names = [path.relative_to(ROOT) for path in ROOT.rglob("*")]
    caches = {".git", ".venv", ".cache", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
    return [name for name in names if not caches & set(name.parts) and (ROOT / name).is_file()]


def lines(name: Path) -> int:
    return len((ROOT / name).read_text(encoding="utf-8").splitlines())


def is_code(name: Path) -> bool:
    """Not the templates: base.html is what every page stands on, and no drawer."""
    return name.suffix in {".py", ".js"} or name.parts[0] in SCRIPTS


def test_the_project_is_seen() -> None:
    names = own_files()

    assert Path("pyproject.toml") in names
    assert Path("script/server") in names
    assert Path(__file__).relative_to(ROOT) in names


def test_no_file_of_code_is_too_long() -> None:
    too_long = {str(name): lines(name) for name in own_files() if is_code(name) and lines(name) > LONGEST}

    assert too_long == {}, f"over {LONGEST} lines: give what has grown a room of its own"


def test_no_room_of_the_web_has_too_many_files() -> None:
    """Sums are a registry: they have a file each, as many as there are."""
    folders = Counter(str(name.parent) for name in own_files() if name.parts[0] == "web" and name.suffix == ".py")
    folders.pop("web/sums/rules", None)

    assert {folder: count for folder, count in folders.items() if count > MOST_IN_A_ROOM} == {}
    assert folders["web/session"] > 1


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_nothing_is_a_junk_drawer(kind: str) -> None:
    names = own_files()
    words = {
        "file": {str(name): name.stem for name in names if is_code(name)},
        "folder": {str(folder): folder.name for name in names for folder in name.parents if folder.name},
    }[kind]
    drawers = sorted(place for place, word in words.items() if word.strip("_").lower() in DRAWERS)

    assert drawers == [], "name it by what it holds"
