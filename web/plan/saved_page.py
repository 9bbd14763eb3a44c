"""The saved file: one page that can be read and printed anywhere, with the case as its one block of JSON.

Reading it back takes that block and nothing else: what the rest of the file says is neither read nor shown.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from flask import current_app
from markupsafe import Markup

from content.money import Ore, rounded
from content.text import Text
from report.build import Report
from report.rows import plan_of
from web.extensions import library

JSON_TYPE = "application/json"
WHOLE_SCRIPT = re.compile(r"<script\b[^<>]{0,200}>[^<]*</script\s{0,9}>", re.IGNORECASE)
BEGUN = re.compile(r"<script\b[^<>]{0,200}\bapplication/json\b", re.IGNORECASE)
"""Parts of a page are found before they are parsed: what is never closed would make the parser read on to the end of
the page, again and again. A block of ours holds no `<`."""


def saved_page(report: Report, case: dict[str, Any]) -> str:
    """The page of a report for paper and its case, in the language of the page it is asked for on."""
    templates = current_app.jinja_env
    style = templates.get_template("plan/saved.css").render()
    return templates.get_template("plan/saved.html").render(
        report=report,
        plan=plan_of(report),
        lines=lines_of(report),
        directory=report.directory,
        case=case,
        style=Markup(style),  # noqa: S704 - our own file
        policy=_policy(style),
    )


@dataclass(frozen=True, slots=True)
class SavedLine:
    """A line of the budget and what it comes to a month, in öre."""

    label: Text
    month: Ore


def lines_of(report: Report) -> list[SavedLine]:
    """Every line of the budget that was given, in its order; each rounded by itself, as on the pages."""
    if report.budget is None:
        return []
    known = {**library().calculator.lines, **library().calculator.own_lines}
    return [SavedLine(known[line.id].label, rounded(line.monthly)) for line in report.budget]


def block_of(written: bytes) -> bytes:
    """The JSON of a saved file: the file itself where it is JSON, as older ones are, else the page's one block.

    Empty where a page has none, more than one, one that does not end or holds a tag, or is no text.
    """
    if not written.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return written
    try:
        page = written.decode("utf-8-sig")
    except UnicodeDecodeError:
        return b""
    reader = _Blocks()
    for script in WHOLE_SCRIPT.findall(page):
        reader.feed(script)
        reader.close()
    whole = len(reader.blocks) == len(BEGUN.findall(page)) == 1
    return reader.blocks[0].encode() if whole else b""


class _Blocks(HTMLParser):
    """Gathers what stands in scripts that are data."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_data = dict(attrs).get("type") == JSON_TYPE
        if self.is_data:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self.is_data:
            self.blocks[-1] += data


def _policy(style: str) -> str:
    """Nothing may be fetched, run or sent; of styles the page's own alone."""
    of_style = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{of_style}'; base-uri 'none'; form-action 'none'"
