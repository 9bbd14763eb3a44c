"""Cases whose sheets are full, and what stands on a sheet, read back from its PDF."""

from __future__ import annotations

import datetime
import html
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

DAY = datetime.date(2026, 11, 23)
HARD = {
    "answers": {
        "money_lasts": "often_not",
        "months_late": "three_plus",
        "unpaid_now": ["rent", "power", "state", "credit"],
        "letters": ["reminder", "collection", "payment_order", "lease_notice"],
        "answered": "no",
        "burden": "heavy",
        "overview": "no",
        "buffer": "no",
    },
    "household": {"adults": [{"age": 38}], "children": [{"age": 6}, {"age": 11}], "tenant": True},
    "budget": {
        "income": [{"id": "pay", "amount": "19400", "period": "month"}],
        "costs": [{"id": "rent", "amount": "10900", "period": "month"}],
        "debts": [{"id": "pay_later", "amount": "1150", "period": "month"}],
    },
}
A4 = 842.0
"""Points that a page is high."""
MANY = ["lease_notice", "payment_order", "court", "power_cut", "decided_debt", "seizure", "unopened", "bank_notice"]
MANY_URGENT = {"answers": {"letters": MANY, "answered": "no", "claim_right": "right"}}
Sheet = Callable[..., str]
CHECKER = Path(__file__).resolve().parents[3] / ".cache" / "pdfua-venv" / "bin" / "outloud"
"""Whether a PDF is PDF/UA, as another program than the one that made it sees it; script/test installs it."""


def checked(path: Path) -> str:
    """What the checker finds in a PDF; nothing where it is clean."""
    said = subprocess.run(
        [CHECKER, "--layer", "conformance", "--fail-on", "warning", path], capture_output=True, text=True, check=False
    )
    return "" if said.returncode == 0 else said.stdout + said.stderr or "the checker failed"


def pages(pdf: bytes) -> list[str]:
    """The words of each page."""
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return read.stdout.decode().split("\f")[:-1]


def first_page(pdf: bytes) -> str:
    """The words of page one, one column after the other."""
    read = subprocess.run(["pdftotext", "-l", "1", "-", "-"], input=pdf, capture_output=True, check=True)
    return read.stdout.decode().replace("\u00a0", " ")


def words_at(pdf: bytes) -> Iterator[tuple[float, float, float, float, str]]:
    """Left, top, right and bottom of each word of page one, in points, and the word."""
    read = subprocess.run(
        ["pdftotext", "-bbox-layout", "-l", "1", "-", "-"], input=pdf, capture_output=True, check=True
    )
    word = re.compile(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>')
    for found in word.finditer(read.stdout.decode()):
        left, top, right, bottom = map(float, found.groups()[:4])
        yield left, top, right, bottom, html.unescape(found[5])


def joined(text: str) -> str:
    return " ".join(text.split())
