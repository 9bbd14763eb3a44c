"""Changes one place of the code at a time and runs the tests that should notice. What none notices is told.

Which tests belong to which folder stands in pyproject.toml (`[tool.mutate]`). A survivor that is explained in
docs/testing.md is no fault; any other makes the exit status 1. Each run is in a copy of the project.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".cache", ".data", "__pycache__", "*.pyc", ".*_cache", ".hypothesis")
NOT_SLOW = "not slow and not browser"
PASSED, NO_TESTS = 0, 5
SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}
"""Every sign with the one that is put in its place."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one place changed: where, from what to what, and the whole of it."""

    line: int
    before: str
    after: str
    source: str

    @property
    def told(self) -> str:
        """As docs/testing.md names it, without the line, which moves."""
        return f"`{self.before}` → `{self.after}`"


def mutants(source: str) -> Iterator[Mutant]:
    """Every change of this module, from its top down, but for what a class is decorated with (`frozen=True`)."""
    tree = ast.parse(source)
    left_alone = set(_decorating(tree))
    for place, node in enumerate(ast.walk(tree)):
        for way in range(len(_ways(node)) if node not in left_alone else 0):
            changed = copy.deepcopy(tree)
            found = next(one for number, one in enumerate(ast.walk(changed)) if number == place)
            _ways(found)[way].make()
            before, after = ast.unparse(node), ast.unparse(found)
            if before != after:
                line = int(getattr(node, "lineno", 0))
                yield Mutant(line, _short(before), _short(after), ast.unparse(ast.fix_missing_locations(changed)))


def _decorating(tree: ast.AST) -> Iterator[ast.AST]:
    """What stands in the decorators of classes: it guards a record and changes nothing that a test could see."""
    for node in ast.walk(tree):
        for decorator in node.decorator_list if isinstance(node, ast.ClassDef) else ():
            yield from ast.walk(decorator)


@dataclass(frozen=True, slots=True)
class _Way:
    """One part of a node, and what is put there; with a place where the part is a list."""

    node: ast.AST
    part: str
    new: object
    at: int | None = None

    def make(self) -> None:
        if self.at is None:
            setattr(self.node, self.part, self.new)
        else:
            getattr(self.node, self.part)[self.at] = self.new


def _ways(node: ast.AST) -> list[_Way]:
    if isinstance(node, ast.Compare):
        return [_Way(node, "ops", SWAPPED[type(one)](), at) for at, one in enumerate(node.ops)]
    if isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign) and type(node.op) in SWAPPED:
        return [_Way(node, "op", SWAPPED[type(node.op)]())]
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        return [_Way(node, "value", not node.value)]
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return [_Way(node, "value", node.value + 1)]
    if isinstance(node, ast.IfExp | ast.If | ast.While):
        return [_Way(node, "test", _turned(node.test))]
    if isinstance(node, ast.comprehension):
        return [_Way(node, "ifs", _turned(one), at) for at, one in enumerate(node.ifs)]
    if isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        return [_Way(node, "value", ast.Constant(None))]
    return []


def _turned(test: ast.expr) -> ast.expr:
    """The opposite of a condition."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    return ast.UnaryOp(ast.Not(), test)


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _short(code: str) -> str:
    """The first line: of an `if`, its condition."""
    return code.splitlines()[0].rstrip(":")


@dataclass(frozen=True, slots=True)
class Task:
    """A mutant of a module, and the tests that should notice it."""

    module: str
    mutant: Mutant
    tests: tuple[str, ...]
    patience: float


def main() -> int:
    asked = _arguments()
    table: dict[str, list[str]] = tomllib.loads((asked.root / "pyproject.toml").read_text("utf-8"))["tool"]["mutate"]
    modules = sorted(module for place in asked.places or table for module in _modules(asked.root, place))
    told = (asked.root / "docs" / "testing.md").read_text("utf-8")
    with tempfile.TemporaryDirectory(prefix="itid-mutants-") as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(asked.workers):
            copies.put(Path(shutil.copytree(asked.root, Path(folder) / str(number), ignore=LEFT_OUT)))
        tasks = list(_tasks(asked.root, modules, table, copies, asked.sample))
        print(f"{len(tasks)} changes in {len(modules)} modules", flush=True)
        survived, unexplained = [], []
        with ThreadPoolExecutor(asked.workers) as pool:
            for task, left in zip(tasks, pool.map(lambda task: _survives(task, copies), tasks), strict=True):
                if left:
                    survived.append(task)
                    unexplained += [] if _explained(told, task) else [task]
                    mark = "SURVIVED" if task in unexplained else "explained"
                    print(f"{mark}: {task.module}:{task.mutant.line}: {task.mutant.told}", flush=True)
    print(f"{len(tasks) - len(survived)} noticed, {len(survived)} not, of these {len(unexplained)} unexplained")
    return 1 if unexplained else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/mutate", description=__doc__)
    parser.add_argument("places", nargs="*", help="modules or folders; all of [tool.mutate] where none is named")
    parser.add_argument("--sample", type=int, help="try only so many changes a module, drawn alike each time")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return parser.parse_args()


def _modules(root: Path, place: str) -> Iterator[str]:
    path = root / place
    if not path.exists():
        raise SystemExit(f"{place} is not there")
    for one in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
        yield str(one.relative_to(root))


def _tasks(
    root: Path, modules: Sequence[str], table: dict[str, list[str]], copies: SimpleQueue[Path], sample: int | None
) -> Iterator[Task]:
    """Raises `SystemExit` for a module without tests, or whose tests fail as it is."""
    patience: dict[tuple[str, ...], float] = {}
    for module in modules:
        owners = [place for place in table if module == place or module.startswith(f"{place}/")]
        if not owners:
            raise SystemExit(f"{module}: no tests are named for it in pyproject.toml, [tool.mutate]")
        tests = tuple(table[max(owners, key=len)])
        if tests not in patience:
            patience[tests] = _measured(tests, copies)
        found = list(mutants((root / module).read_text("utf-8")))
        if sample is not None and len(found) > sample:
            found = random.Random(module).sample(found, sample)  # noqa: S311 - the same each time is what is wanted
        yield from (Task(module, one, tests, patience[tests]) for one in sorted(found, key=lambda one: one.line))


def _measured(tests: tuple[str, ...], copies: SimpleQueue[Path]) -> float:
    """How long a mutant may take: three times what the tests take as they are, and ten seconds."""
    folder, begun = copies.get(), time.monotonic()
    if _run(tests, folder, None) != PASSED:
        raise SystemExit(f"{' '.join(tests)}: the tests fail as it is")
    copies.put(folder)
    return 3 * (time.monotonic() - begun) + 10


def _survives(task: Task, copies: SimpleQueue[Path]) -> bool:
    folder = copies.get()
    changed = folder / task.module
    before = changed.read_text("utf-8")
    try:
        changed.write_text(task.mutant.source, encoding="utf-8")
        ended = _run(task.tests, folder, task.patience)
    finally:
        changed.write_text(before, encoding="utf-8")
        copies.put(folder)
    if ended == NO_TESTS:
        raise SystemExit(f"{' '.join(task.tests)}: no test was run")
    return ended == PASSED


def _run(tests: tuple[str, ...], folder: Path, patience: float | None) -> int | None:
    """The exit status of the tests; None where they did not end in time, as in an endless loop."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", NOT_SLOW, *tests]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=patience, check=False)
    except subprocess.TimeoutExpired:
        return None
    return done.returncode


def _explained(told: str, task: Task) -> bool:
    return any(f"`{task.module}`" in line and task.mutant.told in line for line in told.splitlines())


if __name__ == "__main__":
    sys.exit(main())
