"""One process that makes PDFs, one after the other: HTML in, PDF/UA-1 out, with our own fonts only.

Started as `python -m web.paper.press.render_process NUMBER` by `web.paper.press.pdf`, with one end of a pipe under that
number. It knows WeasyPrint and nothing of the app: no settings, no keys, no content.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[3]
TEMPLATE = ROOT / "static" / "fonts" / "fonts.conf.in"
STYLE = ROOT / "static" / "sheet.css"
LOW_PRIORITY = 10
READY, DONE, FAILED = b"R", b"P", b"E"


def own_fonts() -> None:
    """Let fontconfig see the project's fonts only; must be said before WeasyPrint is imported."""
    if os.environ.get("FONTCONFIG_FILE"):
        return
    try:
        os.environ["FONTCONFIG_FILE"] = str(_written(ROOT / ".cache"))
    except OSError:
        # Where the project's folder may not be written to, as in a container.
        os.environ["FONTCONFIG_FILE"] = str(_written(Path(tempfile.mkdtemp(prefix="itid-"))))


def _written(folder: Path) -> Path:
    config = TEMPLATE.read_text(encoding="utf-8").replace("@ROOT@/.cache", escape(str(folder)))
    config = config.replace("@ROOT@", escape(str(ROOT)))
    path = folder / "fonts.conf"
    if not path.exists() or path.read_text(encoding="utf-8").strip() != config.strip():
        folder.mkdir(exist_ok=True)
        # Two processes may start at once: the file is whole at every moment.
        draft = folder / f"fonts.conf.{os.getpid()}"
        draft.write_text(config, encoding="utf-8")
        draft.replace(path)
    return path


if __name__ == "__main__":
    # Before the imports, which are work too. A sheet can wait a moment; the pages of others should not.
    os.nice(LOW_PRIORITY)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
own_fonts()

import pydyf  # noqa: E402 - after the fonts were chosen
import weasyprint  # noqa: E402
from weasyprint.pdf import tags  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402
from weasyprint.urls import FatalURLFetchingError, URLFetcher  # noqa: E402

from web.paper.press.drawn_once import STATIC, drawings  # noqa: E402

WRITTEN_FOR = "70.0"
"""The WeasyPrint whose tags `_with_language_and_scope` was written for; the tests read the tags of a sheet back."""


class ForeignAddress(Exception):
    """The page asked for something that is not in it."""


class Locked(URLFetcher):  # type: ignore[misc]
    """Fetches nothing: all that a sheet needs stands in its HTML and in our style."""

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Stop the whole sheet; a plain error would be logged, and the sheet would come out without the part."""
        raise FatalURLFetchingError("a sheet asked for an address outside itself")


@cache
def _fonts_and_style() -> tuple[FontConfiguration, weasyprint.CSS, dict[str, Any]]:
    """Made once in each process: it saves an eighth of every sheet, and may never be shared between threads."""
    fonts, fetcher = FontConfiguration(), Locked()
    style = STYLE.read_text(encoding="utf-8")
    css = weasyprint.CSS(string=style, base_url=f"{STATIC.as_uri()}/", font_config=fonts, url_fetcher=fetcher)
    return fonts, css, dict(drawings(fetcher))


def make_pdf(html: str) -> bytes:
    """The sheet as tagged PDF/UA-1; the same HTML gives the same bytes. Raises `ForeignAddress`.

    Only one call at a time: neither WeasyPrint's fonts nor the libraries below bear two at once.
    """
    fonts, style, drawn = _fonts_and_style()
    collecting = gc.isenabled()
    # Many small objects are made, and none is garbage before the end: looking for some takes a fifth of the time.
    gc.disable()
    try:
        page = weasyprint.HTML(string=html, url_fetcher=Locked())
        pdf = page.write_pdf(
            stylesheets=[style],
            font_config=fonts,
            cache=dict(drawn),  # a copy: what a page brings itself is not kept
            pdf_variant="pdf/ua-1",
            pdf_tags=True,
            finisher=_links_are_printed,
        )
    except FatalURLFetchingError as stopped:
        raise ForeignAddress(str(stopped)) from None
    finally:
        if collecting:
            gc.enable()
    return bytes(pdf)


def _links_are_printed(document: weasyprint.Document, pdf: pydyf.PDF) -> None:
    """PDF/UA wants the print flag on every link."""
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Dictionary) and thing.get("Subtype") == "/Link":
            thing["F"] = 4


_tagged_by_weasyprint = tags._build_box_tree


def _with_language_and_scope(box: Any, *others: Any) -> Iterator[Any]:
    """WeasyPrint's tags, with the language of parts and the scope of table heads, which it leaves out."""
    whole = getattr(box, "_box", box)
    source = whole.element
    language = source.get("lang") if source is not None and source.tag not in ("html", "body") else None
    for tag in _tagged_by_weasyprint(box, *others):
        if language:
            tag["Lang"] = pydyf.String(language)
        if tag["S"] == "/TH" and source is not None and source.tag == "th":
            tag["A"]["Scope"] = "/Row" if source.get("scope") in ("row", "rowgroup") else "/Column"
        yield tag


tags._build_box_tree = _with_language_and_scope


def serve(pipe: Connection) -> None:
    """Answer one HTML after the other until the other end is gone."""
    _fonts_and_style()
    gc.collect()
    gc.freeze()
    gc.disable()
    pipe.send_bytes(READY)
    while True:
        try:
            html = pipe.recv_bytes().decode()
            pipe.send_bytes(_answer(html))
        except (EOFError, ConnectionError):
            return
        gc.collect()


def _answer(html: str) -> bytes:
    try:
        return DONE + make_pdf(html)
    except Exception as error:
        # Its words could hold what somebody has answered; its kind cannot.
        return FAILED + type(error).__name__.encode()


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
