"""What is looked for on every page: axe-core, reflow at 320 px, text at 200 %, focus, digits, words kept together."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page, ViewportSize

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
LAYOUT = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"""async () => (await axe.run({{
  runOnly: {json.dumps(TAGS)}, resultTypes: ["violations"],
}})).violations.flatMap((rule) => rule.nodes.map((node) =>
  `${{rule.id}} (${{rule.impact}}) at ${{node.target.join(" ")}}: ${{node.failureSummary.replace(/\\s+/g, " ")}}`))"""
LAY_BARS = """(position) => document.querySelectorAll(".top, .sos-bar, .dock, .balance").forEach((bar) => {
  bar.style.position = position;
})"""
NARROW = ViewportSize(width=320, height=640)
WIDE = ViewportSize(width=1280, height=900)


def look(page: Page, *, widths: Sequence[ViewportSize] = (WIDE, NARROW)) -> list[str]:
    """Everything that is wrong with the page as it stands, at these widths; last one with large letters if WIDE is."""
    # All but the menu of languages, which lies over the page for as long as somebody chooses from it.
    page.evaluate("() => document.querySelectorAll('details:not(.speech)').forEach((each) => { each.open = true })")
    faults = []
    for width in widths:
        page.set_viewport_size(width)
        found = [*_axe(page), *_layout(page, "wide"), *_layout(page, "loose"), *_layout(page, "apart")]
        faults += [f"at {width['width']} px: {fault}" for fault in found]
    faults += [f"at 320 px: {fault}" for fault in _layout(page, "covered")]
    page.set_viewport_size(WIDE)
    if WIDE in widths:
        faults += [f"with text at 200 %: {fault}" for fault in _layout(page, "enlarged")]
    return faults


def _axe(page: Page) -> list[str]:
    # Evaluated, not added as a script tag: the page's own policy refuses that, and must go on doing so.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    # What is partly under a bar at the foot is not seen so by whoever gets there: `covered` looks at that.
    page.evaluate(LAY_BARS, "static")
    found: list[str] = page.evaluate(RUN)
    page.evaluate(LAY_BARS, "")
    return found


def _layout(page: Page, what: str) -> list[str]:
    found: Any = page.evaluate(f"() => {{ {LAYOUT}; return {what}() }}")
    return [f"{what}: {fault}" for fault in found]
