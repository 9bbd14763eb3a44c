"""The one table of papers that are the same for everybody, and the memory in which each of them is made once.

A paper about a visitor, a letter with its days or a class is not in the table, and so cannot be kept.
"""

from __future__ import annotations

import datetime
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from flask import Response, current_app, request, url_for

from advice.letters import FormLetter
from web.extensions import Busy, today
from web.i18n.languages import SOURCE, current
from web.paper.forms_on_paper import budget_form_html, check_html, letter_guide_html, poster_html
from web.paper.lesson_papers import FILES, USUAL_PUPILS, lesson_html
from web.paper.letter_sheet import form_letter_html
from web.paper.press.line import MOST_WAITING
from web.paper.press.pdf import pdf_answer, renderers

MOST_BYTES = 16 * 1024 * 1024
"""What the papers of one process may take. All of them in one language are less than one MiB."""


@dataclass(frozen=True, slots=True)
class Printable:
    """A paper that is the same for everybody: its name for `print-set`, and what makes its HTML.

    `html` takes whether the Swedish stands beside, and the address of the app. `page` is its name in the address of a
    page; `file` is what a browser calls it, and says nothing of debts in a list of downloads on a shared device.
    """

    name: str
    html: Callable[[bool, str], str]
    page: str = ""
    file: str = "papper.pdf"
    two_languages: bool = False
    """Whether it can have the Swedish beside."""
    shows_address: bool = False


def lesson_paper(file: str, pupils: int = USUAL_PUPILS) -> Printable:
    """A file of the lesson for a class of this size; one of `FILES`."""
    name = f"class-{FILES[file]}" if pupils == USUAL_PUPILS else f"class-{FILES[file]}/{pupils}"
    return Printable(name, lambda _beside, _address: lesson_html(file, pupils), file=f"lektion-{file}.pdf")


PRINTABLES = (
    Printable("check", lambda beside, _address: check_html("adult", beside=beside), "fragor", two_languages=True),
    Printable(
        "check-youth", lambda beside, _address: check_html("youth", beside=beside), "fragor-ung", two_languages=True
    ),
    Printable("budget", lambda beside, _address: budget_form_html(beside=beside), "budget", two_languages=True),
    Printable("letters", lambda beside, _address: letter_guide_html(beside=beside), "brev", two_languages=True),
    *(lesson_paper(file) for file in FILES),
    Printable("poster", lambda _beside, address: poster_html(address), "affisch", shows_address=True),
)
BY_NAME: Mapping[str, Printable] = {one.name: one for one in PRINTABLES}
BY_PAGE: Mapping[str, Printable] = {one.page: one for one in PRINTABLES if one.page}


def form_letter(form: FormLetter) -> Printable:
    """The paper of a form letter; which there are stands in `advice/`."""
    return Printable(f"form-letter/{form.id}", lambda _beside, _address: form_letter_html(form), file="brev.pdf")


@dataclass(frozen=True, slots=True)
class Paper:
    """One of these papers as it is printed. The day is part of it: dated words and figures change with it."""

    name: str
    language: str
    beside: bool
    address: str
    day: datetime.date


class ReadyMade:
    """The papers that one app has made, while its content stays as it is. What was asked for longest ago goes first."""

    def __init__(self, most_bytes: int = MOST_BYTES, most_waiting: int = MOST_WAITING) -> None:
        self._most_bytes = most_bytes
        self._places = threading.BoundedSemaphore(most_waiting)
        self._kept: OrderedDict[Paper, bytes] = OrderedDict()
        self._being_made: dict[Paper, threading.Lock] = {}
        self._lock = threading.Lock()

    def pdf(self, paper: Paper, make: Callable[[], bytes]) -> bytes:
        """The paper as PDF; whoever asks for it while it is made waits for it.

        Raises what `make` raises, and `Busy` at once where too many wait for papers that are not made yet.
        """
        found = self._found(paper)
        if found is not None:
            return found
        if not self._places.acquire(blocking=False):
            raise Busy
        try:
            return self._made_once(paper, make)
        finally:
            self._places.release()

    def papers(self) -> tuple[Paper, ...]:
        """What is kept just now."""
        with self._lock:
            return tuple(self._kept)

    def _made_once(self, paper: Paper, make: Callable[[], bytes]) -> bytes:
        with self._lock:
            alone = self._being_made.setdefault(paper, threading.Lock())
        with alone:
            try:
                return self._found(paper) or self._keep(paper, make())
            finally:
                with self._lock:
                    self._being_made.pop(paper, None)

    def _found(self, paper: Paper) -> bytes | None:
        with self._lock:
            if paper in self._kept:
                self._kept.move_to_end(paper)
            return self._kept.get(paper)

    def _keep(self, paper: Paper, pdf: bytes) -> bytes:
        with self._lock:
            self._kept[paper] = pdf
            while sum(map(len, self._kept.values())) > self._most_bytes:
                self._kept.popitem(last=False)
        return pdf


def ready_made(
    printable: Printable, render: Callable[[str], bytes], *, beside: bool = False, address: str = ""
) -> bytes:
    """The paper as PDF in the language of the page. `render` makes HTML into a PDF and is asked only the first time."""
    beside = beside and printable.two_languages and current() is not SOURCE
    address = address if printable.shows_address else ""
    paper = Paper(printable.name, current().code, beside, address, today())
    ready: ReadyMade = current_app.extensions["itid_ready_made"]
    html = partial(printable.html, beside, address)
    return ready.pdf(paper, lambda: render(html()))


def printable_answer(printable: Printable) -> Response:
    """The paper for a browser; with `beside` in the address the Swedish stands beside every word."""
    address = url_for("front", _external=True)
    render = partial(renderers().render, after_residents=True)
    answer = pdf_answer(ready_made(printable, render, beside="beside" in request.args, address=address), printable.file)
    answer.add_etag()
    answer.make_conditional(request)
    return answer
