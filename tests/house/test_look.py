"""The look's own rules: how much style there is, where colours are named, and what no rule may say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "static"
PAGES = ("tokens.css", "style.css")
ALL = (*PAGES, "screens.css", "print.css", "budget.css", "game.css")
MOST_OF_PAGES, MOST_OF_SCREENS, MOST_OF_PRINT, MOST_OF_BUDGET, MOST_OF_GAME = 30_000, 10_000, 2_000, 5_000, 5_000
LEAVES = ROOT / "templates" / "plan" / "saved.html"
"""A page that is saved as a file has nobody to ask for its style: it brings a small one along."""
MOST_OF_SAVED = 2_000
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PHYSICAL = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height"
    r"|(?:min|max)-(?:width|height)|float:\s*(?:left|right)|text-align:\s*(?:left|right)|clear:\s*(?:left|right))\s*:"
)
"""Names of sides and measures that do not turn with the direction of reading."""


def css(name: str) -> str:
    return COMMENT.sub("", (STATIC / name).read_text(encoding="utf-8"))


def test_there_is_little_style() -> None:
    assert sum((STATIC / name).stat().st_size for name in PAGES) < MOST_OF_PAGES
    assert (STATIC / "screens.css").stat().st_size < MOST_OF_SCREENS
    assert (STATIC / "print.css").stat().st_size < MOST_OF_PRINT
    assert (STATIC / "budget.css").stat().st_size < MOST_OF_BUDGET
    assert (STATIC / "game.css").stat().st_size < MOST_OF_GAME


@pytest.mark.parametrize("name", ALL)
def test_no_side_is_named_that_does_not_turn(name: str) -> None:
    rules = re.sub(r"@media[^{]*", "", css(name))
    assert PHYSICAL.findall(rules) == []
    assert "float:left" not in rules and "text-align:left" not in rules and "text-align:right" not in rules


@pytest.mark.parametrize("name", ["style.css", "screens.css", "print.css", "budget.css", "game.css"])
def test_a_colour_is_named_in_the_tokens_only(name: str) -> None:
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb\(|hsl\(", css(name)) == []


@pytest.mark.parametrize("name", ALL)
def test_no_word_is_broken_by_a_rule(name: str) -> None:
    rules = css(name).replace(" ", "")
    assert "hyphens:auto" not in rules
    assert "overflow-wrap:anywhere" not in rules and "word-break" not in rules


def test_every_token_that_is_used_is_named() -> None:
    named = set(re.findall(r"(--[a-z0-9-]+):", "".join(css(name) for name in ALL)))
    used = set(re.findall(r"var\((--[a-z0-9-]+)", "".join(css(name) for name in ALL)))
    assert used <= named
    assert named - used <= {"--hole"}, "used by the marks in the templates"


def test_no_page_has_a_style_of_its_own() -> None:
    pages = [path for path in (ROOT / "templates").rglob("*.html") if path != LEAVES]
    assert len(pages) > 50
    styled = [str(path) for path in pages if re.search(r'\sstyle="|<style', path.read_text(encoding="utf-8"))]
    assert styled == []
    assert (LEAVES.parent / "saved.css").stat().st_size < MOST_OF_SAVED
