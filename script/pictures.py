"""Makes the README's pictures: the app is served on a free port of this machine, and Chromium looks at it.

An invented life is opened as a saved file is, so that no picture depends on how a form looks today. With a folder as
argument the pictures are written there.
"""

from __future__ import annotations

import io
import json
import logging
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import BrowserContext, FilePayload, Page, Route, ViewportSize, sync_playwright
from werkzeug.serving import make_server

from app import create_app
from web.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
PHONE = ViewportSize(width=390, height=1060)
PLACES = ("koll/unpaid_now", "resultat")
"""A question, and what comes of it; the start is seen before."""
DOTS = 92
"""Of the sheet, an inch."""
MARGIN, COLOURS = 20, 64
GREY = "#d8d3c8"
LIFE = {
    "questionnaire": "adult",
    "age": 38,
    "answers": {"letters": ["reminder"], "unpaid_now": ["rent"], "money_lasts": "often_not", "months_late": "one"},
    "household": {"adults": [{"age": 38}], "children": [{"age": 6}, {"age": 11}], "tenant": True},
    "budget": {
        "income": [{"id": "pay", "amount": "23400", "period": "month"}],
        "costs": [
            {"id": "rent", "amount": "10900", "period": "month"},
            {"id": "food", "amount": "7200", "period": "month"},
        ],
        "debts": [{"id": "pay_later", "amount": "1150", "period": "month"}],
    },
}


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with served() as address, looking(address) as context:
        page = context.new_page()
        start = seen(page, f"{address}/sv/")
        open_life(page, address)
        phones = [start, *(seen(page, f"{address}/sv/{place}") for place in PLACES)]
        sheet = context.request.get(f"{address}/sv/resultat.pdf")
        if not sheet.ok:
            raise SystemExit(f"the sheet was answered {sheet.status}")
        paper = first_page(sheet.body())
    for name, pictures in (("page.png", phones), ("sheet.png", [paper])):
        side_by_side(pictures).save(folder / name, optimize=True)
        print(f"wrote: {name}, {(folder / name).stat().st_size / 1000:.0f} kB")
    return 0


@contextmanager
def served() -> Iterator[str]:
    """The app, with counts of its own that are thrown away; its address."""
    with tempfile.TemporaryDirectory() as folder:
        logging.getLogger("werkzeug").setLevel(logging.WARNING)
        app = create_app(settings=Settings(database_url=f"sqlite:///{folder}/class.sqlite3"))
        server = make_server("127.0.0.1", 0, app, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            app.extensions["itid_renderers"].close()


@contextmanager
def looking(address: str) -> Iterator[BrowserContext]:
    """Debian's Chromium as a phone's browser, which may ask nobody but us."""
    path = shutil.which("chromium")
    if path is None:
        raise SystemExit("please install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport=PHONE, locale="sv-SE", color_scheme="light", reduced_motion="reduce")
        context.route("**/*", lambda route: _only(address, route))
        yield context
        browser.close()


def _only(address: str, route: Route) -> None:
    if route.request.url.startswith(address):
        route.continue_()
    else:
        route.abort()


def open_life(page: Page, address: str, life: dict[str, Any] = LIFE) -> None:
    """Open the invented life as a file that was saved."""
    page.goto(f"{address}/sv/oppna")
    file = FilePayload(name="min-manad.json", mimeType="application/json", buffer=json.dumps(life).encode())
    page.locator("input[type=file]").set_input_files(file)
    page.locator("main form button[type=submit]").click()
    if page.url.endswith("/oppna"):
        raise SystemExit(f"the life could not be opened: {page.locator('main').inner_text()}")


def seen(page: Page, address: str) -> Image.Image:
    """What a phone shows of a page before anybody scrolls."""
    answer = page.goto(address)
    if answer is None or not answer.ok or page.url != address:
        raise SystemExit(f"{address} led to {page.url}")
    page.evaluate("document.fonts.ready")
    return Image.open(io.BytesIO(page.screenshot()))


def first_page(pdf: bytes) -> Image.Image:
    command = ["pdftoppm", "-png", "-singlefile", "-r", str(DOTS), "-"]
    drawn = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return Image.open(io.BytesIO(drawn.stdout))


def side_by_side(pictures: Sequence[Image.Image]) -> Image.Image:
    """Beside each other on grey, in few colours: the file stays small."""
    width = sum(one.width for one in pictures) + MARGIN * (len(pictures) + 1)
    whole = Image.new("RGB", (width, max(one.height for one in pictures) + 2 * MARGIN), GREY)
    at = MARGIN
    for one in pictures:
        whole.paste(one, (at, MARGIN))
        at += one.width + MARGIN
    return whole.quantize(COLOURS)


if __name__ == "__main__":
    sys.exit(main())
