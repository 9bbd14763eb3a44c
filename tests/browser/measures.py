"""What is measured of a page: height, words, where the act, its day and its number end, numbers, and broken words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, ViewportSize

MEASURES = (Path(__file__).parent / "measures.js").read_text(encoding="utf-8")
PHONE = ViewportSize(width=360, height=740)
SMALLEST = ViewportSize(width=320, height=640)


@dataclass(frozen=True, slots=True)
class Measured:
    """Heights are pixels from the top of the page to where something ends; None where the page has no such thing."""

    screens: float
    words: int
    act: int | None
    day: int | None
    call: int | None
    say: int | None
    first: int | None
    """The first button or answer of the card."""
    numbers: tuple[str, ...]
    broken: tuple[str, ...]

    @property
    def twice(self) -> list[str]:
        """Numbers that are to be seen more than once."""
        return [number for number, times in Counter(self.numbers).items() if times > 1]


def measured(page: Page, size: ViewportSize = PHONE) -> Measured:
    """The page as it stands, on a phone of this size."""
    page.set_viewport_size(size)
    page.evaluate("document.fonts.ready")
    found: dict[str, Any] = page.evaluate(f"() => {{ {MEASURES}; return measured() }}")
    return Measured(**{**found, "numbers": tuple(found["numbers"]), "broken": tuple(found["broken"])})
