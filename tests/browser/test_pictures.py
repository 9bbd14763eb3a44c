"""The README's pictures are made from the running app, and are not of an empty page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]


def opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")


def test_the_pictures_are_made_anew(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "script/pictures.py", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for name in ("page.png", "sheet.png"):
        made, kept = (opened(folder / name) for folder in (tmp_path, ROOT / "docs" / "pictures"))
        assert made.size == kept.size
        counts = sorted((count for count, _ in made.convert("L").getcolors() or ()), reverse=True)
        assert len(counts) > 10 and sum(counts[1:]) > 0.05 * sum(counts), "there is something to see"
    three = opened(tmp_path / "page.png")
    phones = [three.crop((20 + place * 410, 80, 410 + place * 410, 700)).tobytes() for place in range(3)]
    assert len(set(phones)) == 3
