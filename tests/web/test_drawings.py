"""Each step, group, sum and authority has its drawing, and each drawing is of one hand."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from content.problems import ContentError
from web.drawings import FILE, check_drawings

FOLDER = Path(__file__).resolve().parents[2] / "static" / "drawings"
DRAWINGS = sorted(FOLDER.glob("*.svg"))
INKS = {"#1c2b2e", "#0b5a5e", "#e6f1ef", "#f7efe1", "#6f7d79", "#d8d3c7", "#9d2b12", "#fff", "#ffffff", "none"}
"""Ink, teal, tint, warm, grey for lines of text, the shadow, brick for what warns, white."""
LARGEST = 2_000


def test_the_drawings_are_seen() -> None:
    assert len(DRAWINGS) >= 50


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_of_the_one_hand(path: Path) -> None:
    svg = path.read_text(encoding="utf-8")
    colours = {colour.lower() for colour in re.findall(r'(?:fill|stroke)="([^"]+)"', svg)}

    assert 'viewBox="0 0 64 64"' in svg
    assert colours <= INKS
    assert len(svg) <= LARGEST
    assert "<text" not in svg and "style" not in svg and "<script" not in svg


def test_what_is_named_is_there_and_the_other_way_round() -> None:
    named = {name for kind in tomllib.loads(FILE.read_text(encoding="utf-8")).values() for name in kind.values()}
    assert named <= {path.stem for path in DRAWINGS}


@pytest.mark.parametrize(
    ("drawings", "key"),
    [
        ({"steps": {}}, "steps.B13"),
        ({"steps": {"B13": "no_such"}}, "steps.B13"),
        ({"steps": {"B13": "home", "B99": "home"}}, "steps.B99"),
        ({}, "steps.B13"),
    ],
)
def test_what_is_wrong_is_told_before_the_app_starts(drawings: dict[str, dict[str, str]], key: str) -> None:
    with pytest.raises(ContentError) as told:
        check_drawings(drawings, {"steps": ("B13",)}, FOLDER)
    assert [problem.key for problem in told.value.problems] == [key]
