"""The pages of docs/ as a reader meets them: their blocks of code, their commands, and what they name."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), ROOT / "translations" / "README.md", *(ROOT / "docs").rglob("*.md")])
LEFT_OUT = shutil.ignore_patterns(
    *".git .venv .cache .data __pycache__ *.mo .hypothesis .*_cache .import_linter_cache node_modules".split()
)
BLOCK = re.compile(r"^```(\w*) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
IN_LINE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code: its language, what follows it on the first line, and the code."""

    language: str
    about: str
    code: str


def blocks(page: Path) -> list[Block]:
    """Every block of a page."""
    return [Block(*found) for found in BLOCK.findall(page.read_text(encoding="utf-8"))]


def commands(page: Path) -> Iterator[list[str]]:
    """Every command that a page tells to type, split as a shell does it, without settings before it."""
    for block in blocks(page):
        for line in block.code.splitlines() if block.language == "sh" else ():
            words = shlex.split(line)
            while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
                words = words[1:]
            yield words


def named(page: Path) -> Iterator[str]:
    """Everything that is marked as code in the running words."""
    yield from IN_LINE.findall(BLOCK.sub("", page.read_text(encoding="utf-8")))


def copied(folder: Path) -> Path:
    """A copy of the project, without what is made of it."""
    shutil.copytree(ROOT, folder, dirs_exist_ok=True, ignore=LEFT_OUT)
    return folder


def follow(page: Path, folder: Path) -> None:
    """Write the blocks of a page that name a file, where they say, into a copy."""
    written = [_write(block, folder) for block in blocks(page) if "/" in block.about]
    assert written, f"{page.name} shows no file to write"


def _write(block: Block, folder: Path) -> Path:
    """`PATH`, `PATH append`, or `before`, `after` or `instead of` a line that holds what stands after the colon."""
    name, _, how = block.about.partition(" ")
    how, _, anchor = how.partition(": ")
    path = folder / name
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    assert bool(before) == bool(how), f"{name} is there already, or is not there to be changed"
    if anchor:
        assert before.count(anchor) == 1, f"{name}: {anchor!r} stands there {before.count(anchor)} times"
        line = before.rfind("\n", 0, before.index(anchor)) + 1
        after = before.index("\n", line) + 1
        begin, end = {"before": (line, line), "after": (after, after), "instead of": (line, after)}[how]
        path.write_text(before[:begin] + block.code + before[end:], encoding="utf-8")
    else:
        path.write_text(before + block.code, encoding="utf-8")
    return path
