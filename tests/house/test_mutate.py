"""script/mutate changes one place at a time, tells what no test notices, and names only what is there."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "script" / "mutate.py"
SOURCE = '''
"""Whether somebody is grown up."""
GROWN_UP = 18


def grown_up(age: int, sure: bool = True) -> bool:
    """From eighteen."""
    if not sure:
        return False
    return age >= GROWN_UP and sure
'''
NOTICES = """
from ages import grown_up


def test_grown_up():
    assert grown_up(18) is True and grown_up(17) is False and grown_up(40, False) is False
"""
MISSES = "\nfrom ages import grown_up\n\n\ndef test_grown_up():\n    assert grown_up(40) is True\n"
SETTINGS = """
[tool.mutate]
"ages.py" = ["test_ages.py"]
[tool.pytest.ini_options]
markers = ["slow", "browser"]
pythonpath = ["."]
"""
SHARPER = "`ages.py`: `age >= GROWN_UP` → `age > GROWN_UP`"
LATER = "`ages.py`: `18` → `19`"


@pytest.fixture(scope="module")
def mutate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutate_script", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_change_is_one_and_can_be_read(mutate: ModuleType) -> None:
    made = list(mutate.mutants(SOURCE))
    told = {one.told for one in made}
    for change in (
        "`18` → `19`",
        "`True` → `False`",
        "`if not sure` → `if sure`",
        "`return False` → `return None`",
        "`age >= GROWN_UP` → `age > GROWN_UP`",
        "`age >= GROWN_UP and sure` → `age >= GROWN_UP or sure`",
    ):
        assert change in told
    assert len({one.source for one in made}) == len(made)
    for one in made:
        ast.parse(one.source)
        assert one.source != ast.unparse(ast.parse(SOURCE))


def test_words_and_docstrings_are_left_alone(mutate: ModuleType) -> None:
    assert list(mutate.mutants('"""A room."""\nNAME = "a name"\nNOTHING = None\n')) == []


def test_what_a_class_is_decorated_with_is_left_alone(mutate: ModuleType) -> None:
    source = "@dataclass(frozen=True, slots=True)\nclass Age:\n    known: bool = True\n"
    assert [one.line for one in mutate.mutants(source)] == [3]


def test_the_table_names_what_is_there(mutate: ModuleType) -> None:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutate"]
    for place, tests in table.items():
        assert list(mutate._modules(ROOT, place)) and tests
        assert [name for name in tests if not (ROOT / name).exists()] == []


def tried(folder: Path, tests: str, told: str = "") -> subprocess.CompletedProcess[str]:
    (folder / "docs").mkdir()
    (folder / "docs" / "testing.md").write_text(told, "utf-8")
    (folder / "pyproject.toml").write_text(SETTINGS, "utf-8")
    (folder / "ages.py").write_text(SOURCE, "utf-8")
    (folder / "test_ages.py").write_text(tests, "utf-8")
    command = [sys.executable, str(SCRIPT), "--root", str(folder)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.slow
@pytest.mark.slow
def test_what_is_noticed_is_counted_and_what_is_not_is_told(tmp_path: Path) -> None:
    done = tried(tmp_path, MISSES)
    assert done.returncode == 1, done.stderr
    assert "SURVIVED: ages.py:10: `age >= GROWN_UP` → `age > GROWN_UP`" in done.stdout
    assert (tmp_path / "ages.py").read_text("utf-8") == SOURCE, "the project itself is never changed"


@pytest.mark.slow
@pytest.mark.slow
def test_a_survivor_that_is_explained_is_no_fault(tmp_path: Path) -> None:
    done = tried(tmp_path, NOTICES.replace("grown_up(18) is True", "grown_up(19) is True"), f"{SHARPER}\n{LATER}")
    assert done.returncode == 0, done.stdout
    assert "explained: ages.py:10:" in done.stdout and "explained: ages.py:3:" in done.stdout
    assert "SURVIVED" not in done.stdout and "2 not, of these 0 unexplained" in done.stdout


@pytest.mark.slow
@pytest.mark.slow
def test_tests_that_fail_as_it_is_stop_it(tmp_path: Path) -> None:
    done = tried(tmp_path, "def test_never():\n    assert False\n")
    assert done.returncode == 1 and "the tests fail as it is" in done.stderr
