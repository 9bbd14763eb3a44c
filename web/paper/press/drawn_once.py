"""The small drawings on paper: each is drawn once in a process, and what was drawn is written again wherever it stands.

Reading an SVG file and walking through it takes some milliseconds each time; writing a few hundred bytes takes none.
They are backgrounds in static/sheet.css, so that a tag says nothing of them: the words beside them say the same.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from weasyprint.images import SVGImage

STATIC = Path(__file__).resolve().parents[3] / "static"
DRAWINGS = STATIC / "drawings"
SIDE = 64.0
"""The width and height of every drawing, in its own units."""


class DrawnOnce:
    """A drawing in the place of WeasyPrint's own picture; `fetch` is never called, since a drawing names no address."""

    def __init__(self, path: Path, fetch: Callable[..., Any]) -> None:
        self._path, self._fetch = path, fetch
        self._written: list[bytes] | None = None

    @cached_property
    def _picture(self) -> Any:
        # Our own files, read from our own folder.
        tree = ElementTree.fromstring(self._path.read_text(encoding="utf-8"))  # noqa: S314
        return SVGImage(tree, self._path.as_uri(), self._fetch, None)

    def get_intrinsic_size(self, _resolution: float, _font_size: float) -> tuple[float, float, float]:
        """Width, height and their ratio, as WeasyPrint asks for them."""
        return SIDE, SIDE, 1.0

    def draw(self, stream: Any, width: float, height: float, style: Any) -> None:
        """Write the drawing into a page: the same bytes whether it is the first time in this process or not."""
        stream.transform(a=width / SIDE, d=height / SIDE)
        if self._written is None:
            # Drawn aside: the page's own lists know nothing of it. A plain fill and stroke needs nothing from them.
            aside = stream.clone(resources={"ExtGState": {}})
            self._picture.draw(aside, SIDE, SIDE, style)
            # Full opacity is named in such a list; nothing of ours has any other.
            self._written = [order for order in aside.stream if not order.endswith(b" gs")]
        stream.stream.extend(self._written)


def drawings(fetch: Callable[..., Any]) -> dict[str, DrawnOnce]:
    """Every drawing by the address that a style finds it under; nothing is read before it is needed."""
    return {path.as_uri(): DrawnOnce(path, fetch) for path in sorted(DRAWINGS.glob("*.svg"))}
